# SPDX-License-Identifier: Apache-2.0
"""Asrama: every bed on one board (ux §7)."""

from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QStackedWidget, QWidget

from app.policies.access import Right
from app.services.dormitory.facts.room_list import WingLine, room_list
from app.services.dormitory.facts.waiting import WaitingLine, waiting_list
from app.services.dormitory.night.roll_call import PrintRollCall, print_roll_call, roll_call_paper
from app.services.dormitory.rooms.room_plan import PrintRoomPlan, print_room_plan, room_plan_paper
from app.services.roster.week import WingDuty, caretaker_now
from app.services.topics import Topic
from app.ui.dormitory.beds.alarms import Alarms
from app.ui.dormitory.beds.chosen import Chosen
from app.ui.dormitory.beds.plan import Plan
from app.ui.dormitory.beds.table import BedTable
from app.ui.dormitory.beds.waiting import Waiting
from app.ui.theme.icons import Icon
from app.ui.theme.measures import measure
from app.ui.widgets.boxes.folding import Folding
from app.ui.widgets.boxes.tall import Tall
from app.ui.widgets.buttons import button
from app.ui.widgets.layouts import column, row
from app.ui.widgets.paper_dialog import preview
from app.ui.workplace import Workplace

_NARROW_BELOW = 147
"""Letters; below it fewer than three rooms fit between the two columns."""
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
        Topic.ROSTER,
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
        looks = workplace.looks
        self.waiting = Waiting(looks)
        self.alarms = Alarms(workplace)
        self.plan = Plan(looks)
        self.table = BedTable()
        self.drawer = QStackedWidget()
        measure(self.drawer, width=41, lowest=12)
        self.chosen = Chosen(workplace, self.waiting, self.plan, self.drawer)
        self.middle = QStackedWidget()
        self.middle.addWidget(Tall(self.plan))
        self.middle.addWidget(self.table)
        self.as_list = button(looks, self.tr("List"), self._turn, icon=Icon.TASK, shortcut="F6")
        head: list[QWidget | None] = [None, self.as_list]
        if workplace.may(Right.PRINT_ROLL_CALL):
            words = self.tr("Fire roll-call")
            self.roll_call = button(looks, words, self._print_roll_call, icon=Icon.PRINT)
            head.append(self.roll_call)
        if workplace.may(Right.PRINT_ROOM_PLAN):
            words = self.tr("Room plan")
            self.room_plan = button(looks, words, self._print_room_plan, icon=Icon.PRINT)
            head.append(self.room_plan)
        centre = column(row(*head), self.middle, self.alarms, margin=8)
        board = QWidget()
        board.setLayout(centre)
        parts = ((self.waiting, 0), (board, 1), (self.drawer, 0))
        self.parts = Folding(looks, parts, _NARROW_BELOW)
        self.setLayout(column(self.parts))
        if not workplace.may(Right.PLACE_CLIENT):
            self.drawer.hide()
        self._connect()

    def _connect(self) -> None:
        turn = QShortcut(QKeySequence("F6"), self)
        turn.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        turn.activated.connect(self._turn)
        self.waiting.narrowed.connect(self._draw)
        self.table.bed_clicked.connect(self.chosen.choose_bed)
        self.chosen.drawn.connect(self._draw)
        self.plan.bed_clicked.connect(lambda _bed: self.parts.reveal())
        self.chosen.stale.connect(self.reload)
        self.chosen.deeds.said.connect(self.said)
        self._workplace.masking_changed.connect(self._repaint)

    def _print_roll_call(self) -> None:
        command = PrintRollCall(self._workplace.training)
        words = self.roll_call.accessibleName()
        preview(self, self._workplace, words, print_roll_call, command, roll_call_paper)

    def _print_room_plan(self) -> None:
        command = PrintRoomPlan(self._workplace.training)
        words = self.room_plan.accessibleName()
        preview(self, self._workplace, words, print_room_plan, command, room_plan_paper)

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

    def select_soon(self, person_id: UUID) -> None:
        """Select somebody now, or as soon as the board knows her."""
        self.chosen.select_soon(person_id)

    def _show_rooms(self, wings: tuple[WingLine, ...]) -> None:
        self._wings = wings
        self._draw()
        self.chosen.refresh()
        self.chosen.look_for_wanted()

    def _show_duty(self, duty: tuple[WingDuty, ...]) -> None:
        self.plan.show_duty(duty)

    def _show_waiting(self, lines: tuple[WaitingLine, ...]) -> None:
        chosen = self.chosen.who.person_id if self.chosen.who else None
        self.waiting.show_people(lines, chosen, hide=self._workplace.masking)
        self.chosen.refresh()
        self.chosen.look_for_wanted()

    def _draw(self) -> None:
        matches = self.waiting.matches(self._wings)
        hide = self._workplace.masking
        self.plan.show_house(self._wings, self.chosen.verdicts, hide=hide, matches=matches)
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
            self.chosen.who.person_id if self.chosen.who else None,
            hide=self._workplace.masking,
        )
        self.alarms.repaint_names()
        self.chosen.show_side()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let go with Esc."""
        if event.key() == Qt.Key.Key_Escape and self.chosen.who is not None:
            self.chosen.deselect()
        else:
            super().keyPressEvent(event)
