# SPDX-License-Identifier: Apache-2.0
"""Who is chosen on the board, what the rules say of her, and what is then done with her."""

from collections.abc import Callable, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QStackedWidget

from app.errors import Refused
from app.policies.access import Right
from app.policies.reasons import Reason, Verdict
from app.services.dormitory.beds.verdicts import RoomAnswer, Verdicts, verdicts_for
from app.services.dormitory.facts.room_list import BedLine, RoomLine
from app.ui import format as shown
from app.ui.dormitory.beds.deeds import Deeds
from app.ui.dormitory.beds.placing import Placing
from app.ui.dormitory.beds.plan import Plan
from app.ui.dormitory.beds.selected import Selected, sleeping, waiting
from app.ui.dormitory.beds.side import Side
from app.ui.dormitory.beds.waiting import Waiting
from app.ui.texts import sentences, words
from app.ui.workplace import Workplace


class Chosen(QObject):
    """The chosen person, between the list of who waits, the plan and the side.

    Signals:
        drawn: the plan has to be drawn with other verdicts.
        stale: something has changed that the board does not show yet.
    """

    drawn = Signal()
    stale = Signal()

    def __init__(
        self, workplace: Workplace, waiting_list: Waiting, plan: Plan, drawer: QStackedWidget
    ) -> None:
        super().__init__(drawer)
        self._workplace = workplace
        self._waiting, self._plan, self._drawer = waiting_list, plan, drawer
        self.who: Selected | None = None
        self.verdicts: Verdicts | None = None
        self._before: Selected | None = None
        self._from: UUID | None = None
        self._wanted: UUID | None = None
        self._next: Callable[[], None] | None = None
        self._pending: Callable[[str], None] | None = None
        self.side = Side(workplace.looks)
        drawer.addWidget(self.side)
        self.deeds = Deeds(workplace, drawer, self)
        self.placing = Placing(workplace, self, drawer)
        self._connect()
        self.side.clear()

    def _connect(self) -> None:
        self._waiting.chosen.connect(self._choose_waiting)
        self._waiting.taken.connect(self.take)
        self._plan.bed_clicked.connect(self.choose_bed)
        self._plan.dropped.connect(self.drop)
        self._plan.carried.connect(self.select)
        self._plan.looked_at.connect(self._explain)
        self.side.taken.connect(self.take)
        self.side.signed.connect(lambda why: self._pending and self._pending(why))
        self.side.agreed.connect(lambda: self._pending and self._pending(""))
        self.side.cancelled.connect(self.deselect)
        self.deeds.swap_wanted.connect(self._offer_swap)
        self.deeds.closed.connect(self._go_back)
        self.placing.done.connect(self._done)
        self.placing.refused.connect(self._refused)

    def select(self, person_id: UUID) -> None:
        """Select somebody: every room says at once whether she may sleep there."""
        found = self._find(person_id)
        if found is None or not self._workplace.may(Right.PLACE_CLIENT):
            return
        if self.who is not None and self.who.person_id != person_id:
            self._before = self.who
        self.who = found
        self.verdicts = None
        self._next = None
        self.side.banner.clear()
        self._drawer.setCurrentWidget(self.side)
        self._waiting.mark_chosen(person_id)
        self.show_side()
        self._ask_verdicts()

    def _choose_waiting(self, person_id: UUID) -> None:
        self._from = None
        self.select(person_id)

    def select_soon(self, person_id: UUID) -> None:
        """Select somebody now, or as soon as the board knows her."""
        self._wanted = person_id
        self.look_for_wanted()

    def look_for_wanted(self) -> None:
        """Select who was wanted before the board knew her."""
        if self._wanted is not None and self._find(self._wanted) is not None:
            wanted, self._wanted = self._wanted, None
            self.select(wanted)

    def deselect(self) -> None:
        """Let go of whoever is selected; the keyboard goes back to the board."""
        inside = self._has_keyboard()
        self.who = self.verdicts = self._before = self._pending = None
        self._waiting.mark_chosen(None)
        self.side.clear()
        self.drawn.emit()
        if inside:
            self._go_back()

    def _has_keyboard(self) -> bool:
        at = QApplication.focusWidget()
        return at is not None and self._drawer.isAncestorOf(at)

    def _go_back(self) -> None:
        """Put the keyboard where it was before it came into the drawer."""
        tile = self._plan.tiles.get(self._from) if self._from is not None else None
        if tile is not None:
            tile.setFocus()
        else:
            self._waiting.take_keyboard()

    def take(self, place: int) -> None:
        """Accept a suggestion; when the beds are still being looked for, as soon as they are."""
        if self.who is None:
            return
        if self.verdicts is None:
            self._next = partial(self.take, place)
        elif place < len(self.verdicts.suggestions):
            self._place(self.verdicts.suggestions[place].bed_id)

    def choose_bed(self, bed_id: UUID) -> None:
        """Put the selected person in a bed, or select who or what is there."""
        self._from = bed_id
        room, bed = self._plan.lines[bed_id]
        if bed.sleeper is not None:
            if self.who is not None and bed.sleeper.person_id == self.who.person_id:
                self.deselect()
            else:
                self.select(bed.sleeper.person_id)
        elif self.who is not None:
            self._try(bed_id)
        elif self._workplace.may(Right.PLACE_CLIENT):
            self._drawer.setCurrentWidget(self.side)
            self.side.show_bed(
                f"{room.name}-{bed.label}", self._about(room, bed), self.deeds.of_bed(room, bed)
            )

    def drop(self, person_id: UUID, bed_id: UUID) -> None:
        """Take a drop: on a free bed it places, on somebody else's it offers a swap."""
        _room, bed = self._plan.lines[bed_id]
        if bed.sleeper is not None and bed.sleeper.person_id == person_id:
            return
        self.select(person_id)
        if bed.sleeper is not None:
            self._offer_swap(bed.sleeper.person_id)
        else:
            self._next = partial(self._try, bed_id)

    def _find(self, person_id: UUID) -> Selected | None:
        for line in self._waiting.lines:
            if line.person_id == person_id:
                return waiting(line)
        for room, bed in self._plan.lines.values():
            if bed.sleeper is not None and bed.sleeper.person_id == person_id:
                return sleeping(room, bed)
        return None

    def _ask_verdicts(self) -> None:
        if self.who is not None:
            self._workplace.ask(
                self, verdicts_for, self.who.person_id, self._show_verdicts, self._gone
            )

    def _gone(self, error: Exception) -> None:
        self.deselect()
        if isinstance(error, Refused):
            self.side.banner.say("stop", sentences(error.reasons))
        else:
            self._workplace.tasks.failed.emit(error)

    def _show_verdicts(self, said: Verdicts) -> None:
        if self.who is None or said.person_id != self.who.person_id:
            return
        self.verdicts = said
        self.drawn.emit()
        if self._pending is None:
            self.show_side()
        follow, self._next = self._next, None
        if follow is not None:
            follow()

    def show_side(self) -> None:
        """Show the chosen person at the side again; the keyboard stays on the same button."""
        who, at = self.who, QApplication.focusWidget() if self._has_keyboard() else None
        if who is None:
            return
        deeds = self.deeds.of_person(who, self._before)
        name = at.accessibleName() if at is not None else ""
        self.side.show_person(who, self._name(who), self.verdicts, deeds)
        if at is not None and not self.side.focus_on(name):
            self._go_back()

    def refresh(self) -> None:
        """Look the selected person up again, because something has changed."""
        if self.who is None:
            return
        found = self._find(self.who.person_id)
        if found is not None and found != self.who and self._pending is None:
            self.who = found
            self.show_side()
        if self._pending is None:
            self._ask_verdicts()

    def _name(self, who: Selected) -> str:
        return shown.person(who.name, who.number, hide=self._workplace.masking)

    def _place_of(self, bed_id: UUID) -> str:
        room, bed = self._plan.lines[bed_id]
        return f"{room.name}-{bed.label}"

    def _about(self, room: RoomLine, bed: BedLine) -> str:
        closed = bed.closed or room.closed
        if closed is not None:
            until = shown.short_day(closed.until)
            return self.tr("{0}, blocked until {1}").format(words(closed.kind), until)
        if bed.kept_until is not None:
            until = shown.day_and_time(bed.kept_until, self._workplace.zone)
            return self.tr("Reserved for {0} until {1}").format(bed.kept_for, until)
        return words(bed.state)

    def _answer(self, room_id: UUID) -> RoomAnswer | None:
        said = self.verdicts.rooms if self.verdicts else ()
        return next((each for each in said if each.room_id == room_id), None)

    def _explain(self, room_id: UUID) -> None:
        answer = self._answer(room_id)
        if answer is None or not answer.reasons:
            self.side.explain("")
            return
        name = self._plan.cards[room_id].name.text()
        self.side.explain(self.tr("{0}: {1}").format(name, sentences(answer.reasons)))

    def _try(self, bed_id: UUID) -> None:
        """Put the selected person in a bed, asking for a signature where one is needed."""
        if self.verdicts is None:
            self._next = partial(self._try, bed_id)
            return
        room, _bed = self._plan.lines[bed_id]
        answer = self._answer(room.room_id)
        if answer is not None and answer.verdict is Verdict.PERMIT and bed_id in answer.beds:
            self._ask_signature(
                partial(self._place, bed_id), self._place_of(bed_id), answer.reasons
            )
        else:
            self._place(bed_id)

    def _place(self, bed_id: UUID, why: str = "") -> None:
        if self.who is not None:
            self.placing.place(self.who, bed_id, self._place_of(bed_id), why)

    def _ask_signature(
        self, then: Callable[[str], None], what: str, reasons: Sequence[Reason]
    ) -> None:
        if self.who is not None and self.verdicts is not None:
            self._pending = then
            title = self.tr("{0} to {1}").format(self._name(self.who), what)
            self.side.ask_signature(title, reasons, allowed=self.verdicts.may_sign)

    def _offer_swap(self, other_id: UUID) -> None:
        one, other = self.who, self._find(other_id)
        if one is None or other is None:
            return
        if not (one.has_bed and other.has_bed):
            self.side.banner.say("stop", words(Reason.NOBODY_TO_SWAP))
            return
        self._pending = partial(self.placing.swap, one, other)
        question = self.tr("Swap {0} ({1}) and {2} ({3})?")
        self.side.offer_swap(
            question.format(self._name(one), one.place, self._name(other), other.place)
        )

    def _done(self, text: str) -> None:
        self.deselect()
        self.side.banner.say("ok", text)

    def _refused(self, text: str, error: Refused) -> None:
        self.side.banner.say("stop", text)
        if error.signable and self._pending is not None and self.who is not None:
            self._ask_signature(self._pending, self.who.place, error.reasons)
        elif error.field != "why":
            self._pending = None
            self.stale.emit()
