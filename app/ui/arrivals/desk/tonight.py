# SPDX-License-Identifier: Apache-2.0
"""Tonight at a glance: whom to look in on, the shift, open tasks with owner and time."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.policies.access import Right
from app.policies.arrivals.follow_ups import WATCH_TASKS, FollowUpKind
from app.services.arrivals.desk.desk import SettleTask, TaskLine, settle_task, tasks_open
from app.services.arrivals.shift.shifts import ShiftLine, shift_now, start_shift
from app.ui import format as shown
from app.ui.texts import words
from app.ui.theme.icons import Icon
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import heading, sentence
from app.ui.widgets.layouts import row
from app.ui.widgets.rounds_card import RoundsCard
from app.ui.widgets.short_list import ShortList
from app.ui.workplace import Workplace

_FIELDS = {
    FollowUpKind.NAME: "name",
    FollowUpKind.SEX: "sex",
    FollowUpKind.AGE: "age",
    FollowUpKind.VERIFY_AGE: "age",
    FollowUpKind.MAYBE_18: "age",
    FollowUpKind.CAME_BY: "came_by",
    FollowUpKind.REFERRER: "referrer",
    FollowUpKind.URGENT: "urgent",
    FollowUpKind.ACCOMPANIED: "accompanied",
    FollowUpKind.LANGUAGE: "language",
    FollowUpKind.THREAT: "threatened",
    FollowUpKind.RETURNING: "name",
}
_DONE_BY_TICK = WATCH_TASKS | {
    FollowUpKind.VERIFY_AGE,
    FollowUpKind.MAYBE_18,
    FollowUpKind.URGENT,
    FollowUpKind.THREAT,
}
"""Duties that can be done without a new answer in the form."""


class Tonight(QWidget):
    """The right-hand column of the desk.

    Signals:
        handover_wanted: the handover sheet should open.
        bed_wanted(person_id): a task asks for a bed.
        answer_wanted(arrival_id, field): a task asks for an answer of the form.
    """

    handover_wanted = Signal()
    bed_wanted = Signal(object)
    answer_wanted = Signal(object, str)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self._may_start = False
        self._shift = sentence()
        looks = workplace.looks
        self.start_button = button(
            looks, self.tr("Start the shift"), self.start, role="primary", icon=Icon.DESK
        )
        self.handover_button = button(
            looks,
            self.tr("Handover sheet"),
            self.handover_wanted.emit,
            icon=Icon.HANDOVER,
            shortcut="F9",
        )
        self.tasks = ShortList(self.tr("Open tasks"))
        self._lines: tuple[TaskLine, ...] = ()
        self.answer_button = button(
            looks, self.tr("Open"), self._open, role="primary", icon=Icon.FORWARD
        )
        self.done_button = button(looks, self.tr("Mark as done"), self._settle, icon=Icon.ALLOWED)
        self._none = sentence(self.tr("No open tasks."), "muted")
        self.rounds = RoundsCard(workplace)
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 8, 12, 8)
        box.addWidget(self.rounds)
        box.addWidget(heading(self.tr("Tonight")))
        box.addWidget(self._shift)
        box.addWidget(self.start_button)
        box.addWidget(self.handover_button)
        box.addSpacing(8)
        box.addWidget(heading(self.tr("Tasks")))
        box.addWidget(self._none)
        box.addWidget(self.tasks, 1)
        box.addLayout(row(self.answer_button, self.done_button, spacing=4))
        self.tasks.opened.connect(self._open)
        self.tasks.currentRowChanged.connect(lambda _row: self._fit())
        self._fit()

    def reload(self) -> None:
        """Ask for shift, rounds and tasks again."""
        self.rounds.reload()
        self._workplace.ask(self, shift_now, None, self._show_shift)
        self._workplace.ask(self, tasks_open, None, self._show_tasks)

    def _show_shift(self, shift: ShiftLine | None) -> None:
        may_run = self._workplace.may(Right.RUN_SHIFT)
        self._may_start = shift is None and may_run
        self.start_button.setVisible(self._may_start)
        self.handover_button.setVisible(shift is not None and may_run)
        if shift is None:
            self._shift.setText(self.tr("No shift is running."))
        else:
            since = shown.clock_time(shift.started_at, self._workplace.zone)
            self._shift.setText(
                self.tr("{0} since {1}\n{2}").format(words(shift.kind), since, shift.officer)
            )

    def _show_tasks(self, lines: tuple[TaskLine, ...]) -> None:
        self._lines = lines
        self.repaint_names()

    def repaint_names(self) -> None:
        """Show the same tasks with names masked or not."""
        lines = ((self._text(each), each) for each in self._lines)
        self.tasks.fill(lines, _same, self._icon, begin=False)
        self._none.setVisible(not self._lines)
        self._fit()

    def _text(self, line: TaskLine) -> str:
        who = shown.person(line.name, line.number, hide=self._workplace.masking)
        due = shown.day_and_time(line.due_at, self._workplace.zone)
        text = self.tr("{0} – {1}\n{2} · by {3}").format(
            who, words(line.kind), words(line.owner), due
        )
        late = shown.late(line.due_at, self._workplace.now()) if line.overdue else ""
        return f"{text} · {late}" if late else text

    def _icon(self, line: TaskLine) -> QIcon | None:
        return self._workplace.looks.icon(Icon.WARN, "warn") if line.overdue else None

    def _fit(self) -> None:
        line: TaskLine | None = self.tasks.chosen
        self.done_button.setVisible(
            line is not None
            and line.kind in _DONE_BY_TICK
            and self._workplace.may(Right.SETTLE_TASK)
        )
        right = (
            Right.PLACE_CLIENT if line and line.kind is FollowUpKind.BED else Right.CORRECT_PERSON
        )
        answered = line is not None and line.kind not in WATCH_TASKS
        self.answer_button.setVisible(answered and self._workplace.may(right))

    @property
    def may_start(self) -> bool:
        """Say whether no shift is running and this post may start one."""
        return self._may_start

    def start(self) -> None:
        """Start the shift."""
        self._workplace.act(self, start_shift, None)

    def _open(self) -> None:
        line: TaskLine | None = self.tasks.chosen
        if line is None or not self.answer_button.isVisible():
            return
        if line.kind is FollowUpKind.BED:
            self.bed_wanted.emit(line.person_id)
        else:
            self.answer_wanted.emit(line.arrival_id, _FIELDS[line.kind])

    def _settle(self) -> None:
        line: TaskLine | None = self.tasks.chosen
        if line is not None:
            self._workplace.act(self, settle_task, SettleTask(line.task_id, line.version))


def _same(one: TaskLine, other: TaskLine) -> bool:
    return one.task_id == other.task_id
