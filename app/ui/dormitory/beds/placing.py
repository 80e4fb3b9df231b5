# SPDX-License-Identifier: Apache-2.0
"""Placing, moving and swapping from the board: one at a time, and what came of it."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.errors import Refused
from app.services.dormitory.beds.place import PlaceClient, Placed, move_client, place_client
from app.services.dormitory.beds.swap import Swap, Swapped, swap_clients
from app.services.dormitory.beds.together import MoveTogether, move_together
from app.services.dormitory.replan.apply import Beds, Replanned
from app.ui import format as shown
from app.ui.dormitory.beds.selected import Selected
from app.ui.texts import sentences
from app.ui.widgets.short_list import joined
from app.ui.widgets.together import with_family
from app.ui.workplace import Workplace


class Placing(QObject):
    """Does what the board decided.

    Signals:
        done(text): it was done.
        refused(text, error): the rules said no; nothing was changed.
    """

    done = Signal(str)
    refused = Signal(str, object)

    def __init__(self, workplace: Workplace, parent: QObject, asker: QWidget) -> None:
        super().__init__(parent)
        self._workplace, self._asker = workplace, asker
        self._busy = False

    def place(self, who: Selected, bed_id: UUID, place: str, why: str = "") -> None:
        """Put somebody in a bed, or move her there, with those of her family who go along."""
        if self._busy:
            return
        self._busy = True
        words = self.tr("Moving {0} to {1}") if who.has_bed else self.tr("Placing {0} in {1}")
        label = words.format(self._masked(who), place)
        refused = partial(self._not_placed, who, place)

        def go(beds: Beds) -> None:
            if len(beds) > 1:
                self._together(beds, why, who, refused, label)
                return
            what = move_client if who.has_bed else place_client
            command = PlaceClient(who.person_id, bed_id, why)
            self._workplace.act(
                self, what, command, partial(self._placed, who), refused, label=label
            )

        title = joined(self._name(who), place)
        beds = ((who.person_id, bed_id),)
        with_family(self._asker, self._workplace, title, beds, go, self._stay)

    def swap(self, one: Selected, other: Selected, why: str = "") -> None:
        """Let two people change beds, with those of their families who go along."""
        if self._busy or one.bed_id is None or other.bed_id is None:
            return
        self._busy = True
        names = self._masked(one), self._masked(other)
        label = self.tr("Swapping {0} and {1}").format(*names)
        refused = partial(self._not_swapped, one, other)

        def go(beds: Beds) -> None:
            if len(beds) > 2:
                self._together(beds, why, one, refused, label)
                return
            command = Swap(one.person_id, other.person_id, why)
            swapped = partial(self._swapped, one, other)
            self._workplace.act(self, swap_clients, command, swapped, refused, label=label)

        beds = ((one.person_id, other.bed_id), (other.person_id, one.bed_id))
        title = joined(self._name(one), self._name(other))
        with_family(self._asker, self._workplace, title, beds, go, self._stay)

    def _together(
        self,
        beds: Beds,
        why: str,
        who: Selected,
        refused: Callable[[Exception], None],
        label: str,
    ) -> None:
        command, done = MoveTogether(beds, why), partial(self._all_placed, who)
        self._workplace.act(self, move_together, command, done, refused, label=label)

    def _stay(self) -> None:
        self._busy = False

    def _all_placed(self, who: Selected, done: Replanned) -> None:
        self._busy = False
        (place,) = (
            f"{each.room_name}-{each.bed_label}"
            for each in done.placed
            if each.person_id == who.person_id
        )
        text = self.tr("{0} sleeps in {1}, and {2} with her.")
        self.done.emit(text.format(self._name(who), place, len(done.placed) - 1))

    def _name(self, who: Selected) -> str:
        return shown.person(who.name, who.number, hide=self._workplace.masking)

    def _masked(self, who: Selected) -> str:
        return shown.person(who.name, who.number, hide=True)

    def _placed(self, who: Selected, done: Placed) -> None:
        self._busy = False
        place = f"{done.room_name}-{done.bed_label}"
        self.done.emit(self.tr("{0} sleeps in {1}.").format(self._name(who), place))

    def _swapped(self, one: Selected, other: Selected, _done: Swapped) -> None:
        self._busy = False
        text = self.tr("{0} sleeps in {1}, {2} in {3}.")
        self.done.emit(text.format(self._name(one), other.place, self._name(other), one.place))

    def _not_placed(self, who: Selected, place: str, error: Exception) -> None:
        text = self.tr("{0} was not placed in {1}. {2}")
        self._tell(error, lambda why: text.format(self._name(who), place, why))

    def _not_swapped(self, one: Selected, other: Selected, error: Exception) -> None:
        text = self.tr("{0} and {1} were not swapped. {2}")
        self._tell(error, lambda why: text.format(self._name(one), self._name(other), why))

    def _tell(self, error: Exception, told: Callable[[str], str]) -> None:
        self._busy = False
        if isinstance(error, Refused):
            self.refused.emit(told(sentences(error.reasons)), error)
        else:
            self._workplace.tasks.failed.emit(error)
