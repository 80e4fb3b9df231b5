# SPDX-License-Identifier: Apache-2.0
"""Placing, moving and swapping from the board: one at a time, and what came of it."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from app.errors import Refused
from app.services.dormitory.beds.place import PlaceClient, Placed, move_client, place_client
from app.services.dormitory.beds.swap import Swap, swap_clients
from app.ui import format as shown
from app.ui.dormitory.beds.selected import Selected
from app.ui.texts import sentences
from app.ui.workplace import Workplace


class Placing(QObject):
    """Does what the board decided.

    Signals:
        done(text): it was done.
        refused(text, error): the rules said no; nothing was changed.
    """

    done = Signal(str)
    refused = Signal(str, object)

    def __init__(self, workplace: Workplace, parent: QObject) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._busy = False

    def place(self, who: Selected, bed_id: UUID, place: str, why: str = "") -> None:
        """Put somebody in a bed, or move her there."""
        if self._busy:
            return
        self._busy = True
        label = self.tr("Moving {0} to {1}") if who.has_bed else self.tr("Placing {0} in {1}")
        self._workplace.act(
            self,
            move_client if who.has_bed else place_client,
            PlaceClient(who.person_id, bed_id, why),
            partial(self._placed, who),
            partial(self._not_placed, who, place),
            label=label.format(self._masked(who), place),
        )

    def swap(self, one: Selected, other: Selected, why: str = "") -> None:
        """Let two people change beds."""
        if self._busy:
            return
        self._busy = True
        label = self.tr("Swapping {0} and {1}")
        self._workplace.act(
            self,
            swap_clients,
            Swap(one.person_id, other.person_id, why),
            lambda _done: self._swapped(one, other),
            partial(self._not_swapped, one, other),
            label=label.format(self._masked(one), self._masked(other)),
        )

    def _name(self, who: Selected) -> str:
        return shown.person(who.name, who.number, hide=self._workplace.masking)

    def _masked(self, who: Selected) -> str:
        return shown.person(who.name, who.number, hide=True)

    def _placed(self, who: Selected, done: Placed) -> None:
        self._busy = False
        place = f"{done.room_name}-{done.bed_label}"
        self.done.emit(self.tr("{0} sleeps in {1}.").format(self._name(who), place))

    def _swapped(self, one: Selected, other: Selected) -> None:
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
