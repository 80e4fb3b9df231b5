# SPDX-License-Identifier: Apache-2.0
"""Asrama: every bed on one board (ux §7)."""

from collections.abc import Callable, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QStackedWidget, QWidget

from app.errors import Refused
from app.policies.access import Right
from app.policies.reasons import Reason, Verdict
from app.services.dormitory.caretakers import WingDuty, caretaker_now
from app.services.dormitory.house import WaitingLine, waiting_list
from app.services.dormitory.room_list import BedLine, RoomLine, WingLine, room_list
from app.services.dormitory.verdicts import RoomAnswer, Verdicts, verdicts_for
from app.services.topics import Topic
from app.ui import format as shown
from app.ui.dormitory.alarms import Alarms
from app.ui.dormitory.deeds import Deeds
from app.ui.dormitory.placing import Placing
from app.ui.dormitory.plan import Plan
from app.ui.dormitory.roll_call import RollCallButton
from app.ui.dormitory.room_plan import RoomPlanButton
from app.ui.dormitory.selected import Selected, sleeping, waiting
from app.ui.dormitory.side import Side
from app.ui.dormitory.table import BedTable
from app.ui.dormitory.waiting import Waiting
from app.ui.texts import sentences, words
from app.ui.theme.icons import Icon
from app.ui.widgets.buttons import button
from app.ui.widgets.layouts import column, row, scrolling
from app.ui.workplace import Workplace

_TOPICS = frozenset(
    {
        Topic.BEDS,
        Topic.ALARMS,
        Topic.PEOPLE,
        Topic.ARRIVALS,
        Topic.HOLDS,
        Topic.NEEDS,
        Topic.WHEREABOUTS,
        Topic.RULES,
        Topic.CARETAKING,
    }
)


class DormitoryView(QWidget):
    """The house as it is slept in tonight: choose a person, then a bed, or drag her there.

    Signals:
        said(text): something worth a toast.
    """

    said = Signal(str)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self._wings: tuple[WingLine, ...] = ()
        self.selected: Selected | None = None
        self.verdicts: Verdicts | None = None
        self._before: Selected | None = None
        self._wanted: UUID | None = None
        self._next: Callable[[], None] | None = None
        self._pending: Callable[[str], None] | None = None
        looks = workplace.looks
        self.waiting = Waiting(looks)
        self.alarms = Alarms(workplace)
        self.plan = Plan(looks)
        self.table = BedTable()
        self.side = Side(looks)
        self.drawer = QStackedWidget()
        self.drawer.addWidget(self.side)
        self.drawer.setFixedWidth(280)
        self.deeds = Deeds(workplace, self.drawer, self)
        self.placing = Placing(workplace, self)
        self.middle = QStackedWidget()
        self.middle.addWidget(scrolling(self.plan))
        self.middle.addWidget(self.table)
        self.as_list = button(looks, self.tr("List"), self._turn, icon=Icon.TASK, shortcut="F6")
        head: list[QWidget | None] = [None, self.as_list]
        if workplace.may(Right.PRINT_ROLL_CALL):
            self.roll_call = RollCallButton(workplace)
            head.append(self.roll_call)
        if workplace.may(Right.PRINT_ROOM_PLAN):
            head.append(RoomPlanButton(workplace))
        centre = column(row(*head), self.alarms, self.middle, margin=8)
        box = row(self.waiting, centre, self.drawer, spacing=0)
        box.setStretch(1, 1)
        self.setLayout(box)
        if not workplace.may(Right.PLACE_CLIENT):
            self.drawer.hide()
        self._connect()
        self.side.clear()

    def _connect(self) -> None:
        turn = QShortcut(QKeySequence("F6"), self)
        turn.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        turn.activated.connect(self._turn)
        self.waiting.chosen.connect(self.select)
        self.waiting.taken.connect(self.take)
        self.waiting.narrowed.connect(self._draw)
        self.plan.bed_clicked.connect(self.choose_bed)
        self.plan.dropped.connect(self.drop)
        self.plan.looked_at.connect(self._explain)
        self.table.bed_clicked.connect(self.choose_bed)
        self.side.taken.connect(self.take)
        self.side.signed.connect(lambda why: self._pending and self._pending(why))
        self.side.agreed.connect(lambda: self._pending and self._pending(""))
        self.side.cancelled.connect(self.deselect)
        self.deeds.said.connect(self.said)
        self.deeds.swap_wanted.connect(self._offer_swap)
        self.placing.done.connect(self._done)
        self.placing.refused.connect(self._refused)
        self._workplace.masking_changed.connect(self._repaint)

    @property
    def topics(self) -> frozenset[Topic]:
        """Return what this view shows."""
        return _TOPICS

    @property
    def cures(self) -> list[QPushButton]:
        """Return the buttons that end an alarm."""
        return self.alarms.cures

    def reload(self) -> None:
        """Ask for rooms, caretakers, alarms and who waits, and for the selected person's beds."""
        ask = self._workplace.ask
        ask(self, room_list, None, self._show_rooms)
        ask(self, caretaker_now, None, self._show_duty)
        self.alarms.reload()
        if self._workplace.may(Right.PLACE_CLIENT):
            ask(self, waiting_list, None, self._show_waiting)

    def select(self, person_id: UUID) -> None:
        """Select somebody: every room says at once whether she may sleep there."""
        found = self._find(person_id)
        if found is None or not self._workplace.may(Right.PLACE_CLIENT):
            return
        if self.selected is not None and self.selected.person_id != person_id:
            self._before = self.selected
        self.selected = found
        self.verdicts = None
        self._next = None
        self.side.banner.clear()
        self.drawer.setCurrentWidget(self.side)
        self.waiting.mark_chosen(person_id)
        self._show_side()
        self._ask_verdicts()

    def select_soon(self, person_id: UUID) -> None:
        """Select somebody now, or as soon as the board knows her."""
        self._wanted = person_id
        self._select_wanted()

    def _select_wanted(self) -> None:
        if self._wanted is not None and self._find(self._wanted) is not None:
            wanted, self._wanted = self._wanted, None
            self.select(wanted)

    def deselect(self) -> None:
        """Let go of whoever is selected."""
        self.selected = self.verdicts = self._before = self._pending = None
        self.waiting.mark_chosen(None)
        self.side.clear()
        self._draw()

    def take(self, place: int) -> None:
        """Accept a suggestion; when the beds are still being looked for, as soon as they are."""
        if self.selected is None:
            return
        if self.verdicts is None:
            self._next = partial(self.take, place)
        elif place < len(self.verdicts.suggestions):
            self._place(self.verdicts.suggestions[place].bed_id)

    def choose_bed(self, bed_id: UUID) -> None:
        """Put the selected person in a bed, or select who or what is there."""
        room, bed = self.plan.lines[bed_id]
        if bed.sleeper is not None:
            if self.selected is not None and bed.sleeper.person_id == self.selected.person_id:
                self.deselect()
            else:
                self.select(bed.sleeper.person_id)
        elif self.selected is not None:
            self._try(bed_id)
        elif self._workplace.may(Right.PLACE_CLIENT):
            self.drawer.setCurrentWidget(self.side)
            self.side.show_bed(
                f"{room.name}-{bed.label}", self._about(room, bed), self.deeds.of_bed(room, bed)
            )

    def drop(self, person_id: UUID, bed_id: UUID) -> None:
        """Take a drop: on a free bed it places, on somebody else's it offers a swap."""
        _room, bed = self.plan.lines[bed_id]
        if bed.sleeper is not None and bed.sleeper.person_id == person_id:
            return
        self.select(person_id)
        if bed.sleeper is not None:
            self._offer_swap(bed.sleeper.person_id)
        else:
            self._next = partial(self._try, bed_id)

    def _find(self, person_id: UUID) -> Selected | None:
        for line in self.waiting.lines:
            if line.person_id == person_id:
                return waiting(line)
        for room, bed in self.plan.lines.values():
            if bed.sleeper is not None and bed.sleeper.person_id == person_id:
                return sleeping(room, bed)
        return None

    def _ask_verdicts(self) -> None:
        if self.selected is not None:
            self._workplace.ask(
                self, verdicts_for, self.selected.person_id, self._show_verdicts, self._gone
            )

    def _gone(self, error: Exception) -> None:
        self.deselect()
        if isinstance(error, Refused):
            self.side.banner.say("stop", sentences(error.reasons))
        else:
            self._workplace.tasks.failed.emit(error)

    def _show_verdicts(self, said: Verdicts) -> None:
        if self.selected is None or said.person_id != self.selected.person_id:
            return
        self.verdicts = said
        self._draw()
        if self._pending is None:
            self._show_side()
        follow, self._next = self._next, None
        if follow is not None:
            follow()

    def _show_side(self) -> None:
        who = self.selected
        if who is not None:
            self.side.show_person(
                who, self._name(who), self.verdicts, self.deeds.of_person(who, self._before)
            )

    def _show_rooms(self, wings: tuple[WingLine, ...]) -> None:
        self._wings = wings
        self._draw()
        self._refresh()
        self._select_wanted()

    def _show_duty(self, duty: tuple[WingDuty, ...]) -> None:
        self.plan.show_duty(duty)

    def _show_waiting(self, lines: tuple[WaitingLine, ...]) -> None:
        chosen = self.selected.person_id if self.selected else None
        self.waiting.show_people(lines, chosen, hide=self._workplace.masking)
        self._refresh()
        self._select_wanted()

    def _refresh(self) -> None:
        """Look the selected person up again, because something has changed."""
        if self.selected is None:
            return
        found = self._find(self.selected.person_id)
        if found is not None and found != self.selected and self._pending is None:
            self.selected = found
            self._show_side()
        if self._pending is None:
            self._ask_verdicts()

    def _draw(self) -> None:
        matches = self.waiting.matches(self._wings)
        hide = self._workplace.masking
        self.plan.show_house(self._wings, self.verdicts, hide=hide, matches=matches)
        if self.middle.currentWidget() is self.table:
            self.table.show_house(self._wings, hide=hide, matches=matches)

    def _turn(self) -> None:
        board = self.middle.currentWidget() is not self.table
        self.middle.setCurrentIndex(1 if board else 0)
        self.as_list.setText(self.tr("Board") if board else self.tr("List"))
        self._draw()

    def _repaint(self) -> None:
        self._draw()
        self.waiting.show_people(
            self.waiting.lines,
            self.selected.person_id if self.selected else None,
            hide=self._workplace.masking,
        )
        self.alarms.repaint_names()
        self._show_side()

    def _name(self, who: Selected) -> str:
        return shown.person(who.name, who.number, hide=self._workplace.masking)

    def _place_of(self, bed_id: UUID) -> str:
        room, bed = self.plan.lines[bed_id]
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
        name = self.plan.cards[room_id].name.text()
        self.side.explain(self.tr("{0}: {1}").format(name, sentences(answer.reasons)))

    def _try(self, bed_id: UUID) -> None:
        """Put the selected person in a bed, asking for a signature where one is needed."""
        if self.verdicts is None:
            self._next = partial(self._try, bed_id)
            return
        room, _bed = self.plan.lines[bed_id]
        answer = self._answer(room.room_id)
        if answer is not None and answer.verdict is Verdict.PERMIT and bed_id in answer.beds:
            self._ask_signature(
                partial(self._place, bed_id), self._place_of(bed_id), answer.reasons
            )
        else:
            self._place(bed_id)

    def _place(self, bed_id: UUID, why: str = "") -> None:
        if self.selected is not None:
            self.placing.place(self.selected, bed_id, self._place_of(bed_id), why)

    def _ask_signature(
        self, then: Callable[[str], None], what: str, reasons: Sequence[Reason]
    ) -> None:
        if self.selected is not None and self.verdicts is not None:
            self._pending = then
            title = self.tr("{0} to {1}").format(self._name(self.selected), what)
            self.side.ask_signature(title, reasons, allowed=self.verdicts.may_sign)

    def _offer_swap(self, other_id: UUID) -> None:
        one, other = self.selected, self._find(other_id)
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
        if error.signable and self._pending is not None and self.selected is not None:
            self._ask_signature(self._pending, self.selected.place, error.reasons)
        elif error.field != "why":
            self._pending = None
            self.reload()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let go with Esc."""
        if event.key() == Qt.Key.Key_Escape and self.selected is not None:
            self.deselect()
        else:
            super().keyPressEvent(event)
