# SPDX-License-Identifier: Apache-2.0
"""The caretakers' roster: who looks after which wing, adults and children by two people."""

from app.policies.access import Right
from app.services.arrivals.shift.roster import CopyWeek
from app.services.dormitory.care.caretakers import (
    CaretakersCopied,
    CaretakerWeek,
    DropCaretaker,
    PlanCaretaker,
    caretaker_colleagues,
    caretaker_week,
    copy_caretakers,
    drop_caretaker,
)
from app.services.topics import Topic
from app.ui import format as shown
from app.ui.dormitory.care.roster_editor import CaretakerEditor
from app.ui.dormitory.care.roster_grid import CaretakerGrid
from app.ui.theme.icons import Icon
from app.ui.widgets.acting import Acting
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import heading, sentence
from app.ui.widgets.layouts import column, row
from app.ui.widgets.week_bar import WEEK, WeekBar
from app.ui.workplace import Workplace


class CaretakerRosterPanel(Acting):
    """A week of caretakers, and the watch that is open for changes; who plans changes it."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        looks = workplace.looks
        self._may_plan = workplace.may(Right.PLAN_CARETAKERS)
        self.copy_button = button(looks, self.tr("Copy last week"), self._copy, icon=Icon.HANDOVER)
        self.bar = WeekBar(workplace, self.copy_button)
        self.copy_button.setHidden(not self._may_plan)
        self.bar.turned.connect(self._turned)
        self.warning = sentence(tone="warn")
        self.grid = CaretakerGrid(looks)
        self.grid.opened.connect(self._open)
        self.grid.drop_wanted.connect(self._drop)
        self.grid.week_wanted.connect(self.bar.turn)
        self.editor = CaretakerEditor(workplace)
        self.editor.changed.connect(self.reload)
        self.editor.said.connect(self.said)
        self.editor.closed.connect(self._closed)
        self.editor.hide()
        self._none = sentence(
            self.tr("No wing has a bedroom yet. Set up rooms under Admin first."), "muted"
        )
        self._hint = sentence(
            self.tr("Enter opens a shift, Del takes off, Page Up and Page Down turn the week.")
            if self._may_plan
            else self.tr("The coordinator and the head plan who looks after a wing."),
            "muted",
        )
        layout = column(
            row(heading(self.tr("Caretakers' roster")), 16, self.bar.period, None),
            self.bar,
            self.banner,
            self.warning,
            self._none,
            self.grid,
            self._hint,
            self.editor,
            margin=12,
        )
        layout.setStretchFactor(self.grid, 1)
        self.setLayout(layout)
        self._show_week(CaretakerWeek(self.bar.monday, (), ()))

    @property
    def topics(self) -> frozenset[Topic]:
        """Return what this view shows."""
        return frozenset({Topic.CARETAKING, Topic.STAFF, Topic.SHELTER})

    def reload(self) -> None:
        """Ask for the week and for the colleagues again."""
        self._workplace.ask(self, caretaker_week, self.bar.monday, self._show_week)
        if self._may_plan:
            self._workplace.ask(self, caretaker_colleagues, None, self.editor.learn)

    def _turned(self) -> None:
        self.banner.clear()
        if self.editor.line is not None:
            self.editor.close_editor()
        self.reload()

    def _show_week(self, week: CaretakerWeek) -> None:
        if week.monday != self.bar.monday:
            return
        today = self._workplace.zone.today(self._workplace.now())
        self.grid.show_week(week, today, self.bar.running)
        self.grid.setHidden(not week.wings)
        self._none.setHidden(bool(week.wings))
        doubled = {(each.day, each.watch) for each in week.cells if each.covers_both}
        self.warning.setText(
            self.tr("On {0} shifts of this week one person has adults and children.").format(
                len(doubled)
            )
        )
        self.warning.setHidden(not doubled)
        opened = self.editor.line
        if opened is not None:
            for at in range(self.grid.rowCount()):
                line = self.grid.line_at(at, (opened.day - week.monday).days)
                if line is not None and line.key == opened.key:
                    self.editor.show_line(line)

    def _open(self) -> None:
        line = self.grid.line
        if line is not None and self._may_plan:
            self._hint.hide()
            self.editor.open(line)
            self.layout().activate()
            self.grid.scrollToItem(self.grid.currentItem())

    def _closed(self) -> None:
        self._hint.show()
        self.grid.setFocus()

    def _drop(self) -> None:
        line = self.grid.line
        if line is None or not line.people or not self._may_plan:
            return
        if len(line.people) > 1:
            self._open()
            self.editor.duties.setFocus()
            return
        key = DropCaretaker(line.people[0].duty_id, line.people[0].version)
        label = self.tr("Taking off a caretaker of {0}").format(shown.short_day(line.day))
        self.perform(drop_caretaker, lambda: key, self._dropped, label)

    def _dropped(self, _plan: PlanCaretaker) -> None:
        self.reload()
        self.said.emit(self.tr("Taken off the roster."))

    def _copy(self) -> None:
        source = self.bar.monday - WEEK
        command = CopyWeek(source, self.bar.monday)
        label = self.tr("Copying the caretakers of {0}").format(shown.short_day(source))
        self.perform(copy_caretakers, lambda: command, self._copied, label)

    def _copied(self, done: CaretakersCopied) -> None:
        count = len(done.duties)
        self.said.emit(
            self.tr("{0} duties were copied; nothing was overwritten.").format(count)
            if count
            else self.tr("Nothing to copy: last week is empty, or this week is planned already.")
        )
        self.reload()
