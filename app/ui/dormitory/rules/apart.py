# SPDX-License-Identifier: Apache-2.0
"""Who is kept apart: a short list, and a form for another pair."""

from uuid import UUID

from PySide6.QtWidgets import QComboBox

from app.errors import Refused
from app.policies.people.names import LONGEST_NOTE
from app.policies.reasons import Reason
from app.services.dormitory.facts.present import PresentLine, people_to_keep_apart
from app.services.dormitory.rules.apart import (
    ApartLine,
    ApartPerson,
    EndApart,
    KeepApart,
    KeptApart,
    end_apart,
    keep_apart,
    kept_apart,
)
from app.services.topics import Topic
from app.ui import format as shown
from app.ui.dormitory.small_form import SmallForm
from app.ui.theme.icons import Icon
from app.ui.theme.measures import measure
from app.ui.widgets.acting import narrow
from app.ui.widgets.buttons import button
from app.ui.widgets.field import Field, line
from app.ui.widgets.listing import Listing
from app.ui.widgets.short_list import joined
from app.ui.widgets.still.chooser import Chooser
from app.ui.workplace import Workplace

_LIST_LINES = 10


class ApartPanel(SmallForm):
    """Two people and a reason; beneath, every pair with the act that ends it."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self._people: tuple[PresentLine, ...] = ()
        self._pairs: tuple[ApartLine, ...] = ()
        self._first: UUID | None = None
        self.one, self.other = narrow(Chooser()), narrow(Chooser())
        self.why = line(longest=LONGEST_NOTE)
        self.end_button = button(
            workplace.looks, self.tr("End it"), self.end, role="quiet", icon=Icon.ALLOWED
        )
        self._listed = Listing(
            self.tr("Kept apart now"),
            self.tr("Nobody is kept apart."),
            None,
            self.end_button,
            titled=True,
        )
        self.pairs = self._listed.list
        measure(self.pairs, height=_LIST_LINES)
        self.lay_out(
            self.tr("Keep apart"),
            {
                "one_id": Field(self.tr("One"), self.one),
                "other_id": Field(self.tr("The other"), self.other),
                "why": Field(
                    self.tr("Why (at least 10 letters)"),
                    self.why,
                    self.tr("Only social worker and psychologist read it."),
                ),
            },
            (self.tr("Keep apart"), self._keep),
            self._listed,
        )
        workplace.masking_changed.connect(self.repaint_names)
        self.repaint_names()

    @property
    def topics(self) -> frozenset[Topic]:
        """Return what this panel shows."""
        return frozenset({Topic.NEEDS, Topic.BEDS, Topic.ARRIVALS, Topic.PEOPLE})

    def open_for(self, person_id: UUID | None = None) -> None:
        """Begin a pair, with one of the two already chosen where she is known."""
        self._first = person_id
        self.start(self.tr("They never share a room until somebody ends it."))
        self.reload()

    def reload(self) -> None:
        """Ask again who is here and who is kept apart."""
        self._workplace.ask(self, people_to_keep_apart, None, self._show_people)
        self._workplace.ask(self, kept_apart, None, self._show_pairs)

    def end(self) -> None:
        """Let the chosen two share a room again."""
        pair: ApartLine | None = self.pairs.chosen
        if pair is not None:
            command = EndApart(pair.pair_id, pair.version)
            label = self.tr("{0} and {1} are kept apart no longer").format(
                self._name(pair.one, hide=True), self._name(pair.other, hide=True)
            )
            self.perform(end_apart, lambda: command, self._ended, label)

    def repaint_names(self) -> None:
        """Show the same people with names masked or not."""
        people = [
            (self._name(each, hide=self._workplace.masking), each.person_id.hex)
            for each in self._people
        ]
        for box in (self.one, self.other):
            box.offer([(self.tr("choose"), None), *people])
        self.pairs.fill(
            ((self._told(pair), pair) for pair in self._pairs),
            lambda one, other: one.pair_id == other.pair_id,
        )

    def _keep(self) -> None:
        hidden = {each.person_id.hex: self._name(each, hide=True) for each in self._people}
        one, other = (hidden.get(box.currentData() or "", "") for box in (self.one, self.other))
        label = self.tr("{0} and {1} are kept apart").format(one, other)
        self.finish(keep_apart, self._command, self._done, label)

    def _command(self) -> KeepApart:
        return KeepApart(
            _chosen(self.one, "one_id"), _chosen(self.other, "other_id"), self.why.text()
        )

    def _done(self, pair: KeptApart) -> str:
        if pair.room_name:
            return self.tr("Noted. They share room {0} now: move one of them.").format(
                pair.room_name
            )
        return self.tr("Noted. They are kept apart.")

    def _ended(self, _pair_id: UUID) -> None:
        self.reload()
        self.said.emit(self.tr("They may share a room again."))

    def _show_people(self, people: tuple[PresentLine, ...]) -> None:
        self._people = people
        self.repaint_names()
        if self._first is not None:
            self.one.setCurrentIndex(max(self.one.findData(self._first.hex), 0))
            self._first = None
            self.other.setFocus()

    def _show_pairs(self, pairs: tuple[ApartLine, ...]) -> None:
        self._pairs = pairs
        self.repaint_names()

    def _name(self, who: ApartPerson | PresentLine, *, hide: bool) -> str:
        return shown.numbered(who.name, who.number, hide=hide)

    def _told(self, pair: ApartLine) -> str:
        """Return a pair; the reason may hold a name and is hidden with the names."""
        masking = self._workplace.masking
        both = self.tr("{0} and {1}").format(
            self._name(pair.one, hide=masking), self._name(pair.other, hide=masking)
        )
        together = self.tr("room {0} now: move one of them").format(pair.room_name)
        since = shown.short_day(self._workplace.zone.today(pair.noted_at))
        return joined(
            both,
            together if pair.room_name else "",
            self.tr("since {0}").format(since),
            pair.noted_by,
            "" if masking else pair.why,
        )


def _chosen(box: QComboBox, field: str) -> UUID:
    """Return who is chosen.

    Raises:
        Refused: nobody (``field``).
    """
    if not box.currentData():
        raise Refused(Reason.APART_FROM_HERSELF, field=field)
    return UUID(hex=box.currentData())
