# SPDX-License-Identifier: Apache-2.0
"""A roster: a week of watches in a grid that the keyboard walks, and one open for changes."""

from app.policies.access import Right
from app.policies.roster.duties import DutyKind, Roster
from app.services.roster.plan import Copied, CopyWeek, Dropped, DutyKey, copy_week, drop_duty
from app.services.roster.week import (
    RosterWeek,
    WatchLine,
    WeekOf,
    colleagues,
    on_duty_now,
    week,
)
from app.services.topics import Topic
from app.ui import format as shown
from app.ui.roster.editor import WatchEditor
from app.ui.roster.grid import RosterGrid
from app.ui.texts import words
from app.ui.theme.icons import Icon
from app.ui.widgets.acting import Acting
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import heading, sentence
from app.ui.widgets.layouts import column, row
from app.ui.widgets.week_bar import WEEK, WeekBar
from app.ui.workplace import Workplace


class RosterPanel(Acting):
    """A week of duties of one roster; who plans or swaps changes it, all others read it."""

    roster = Roster.DESK

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        looks = workplace.looks
        self._may_plan = workplace.may(Right.PLAN_DUTY)
        self.copy_button = button(looks, self.tr("Copy last week"), self._copy, icon=Icon.HANDOVER)
        self.bar = WeekBar(workplace, self.copy_button)
        self.copy_button.setHidden(not self._may_plan)
        self.bar.turned.connect(self._turned)
        self.told = sentence(tone="info" if self.roster is Roster.DESK else "warn")
        self.told.hide()
        self.grid = RosterGrid(looks, self.tr("Roster of the week"), 0)
        self.grid.opened.connect(self._open)
        self.grid.drop_wanted.connect(self._drop)
        self.grid.week_wanted.connect(self.bar.turn)
        self.editor = WatchEditor(workplace, self.roster)
        self.editor.changed.connect(self.reload)
        self.editor.said.connect(self.said)
        self.editor.closed.connect(self._closed)
        self.editor.hide()
        self._none = sentence(
            self.tr("No wing has a bedroom yet. Set up rooms under Admin first."), "muted"
        )
        self._none.hide()
        self._hint = sentence(
            self.tr("Enter opens a shift, Del takes off, Page Up and Page Down turn the week.")
            if self.editor.may_swap
            else self.tr("The coordinator and the head plan who is on duty."),
            "muted",
        )
        layout = column(
            row(heading(self._title()), 16, self.bar.period, None),
            self.bar,
            self.banner,
            self.told,
            self._none,
            self.grid,
            self._hint,
            self.editor,
            margin=12,
        )
        layout.setStretchFactor(self.grid, 1)
        self.setLayout(layout)

    @property
    def topics(self) -> frozenset[Topic]:
        """Return what this view shows."""
        return frozenset({Topic.ROSTER, Topic.STAFF, Topic.SHELTER})

    def reload(self) -> None:
        """Ask for the week, for who is on duty and for the colleagues again."""
        ask = self._workplace.ask
        ask(self, week, WeekOf(self.roster, self.bar.monday), self._show_week)
        if self.roster is Roster.DESK:
            ask(self, on_duty_now, None, self._show_now)
        if self.editor.may_swap:
            ask(self, colleagues, None, self.editor.learn)

    def _title(self) -> str:
        return self.tr("Duty roster")

    def _turned(self) -> None:
        self.banner.clear()
        if self.editor.line is not None:
            self.editor.close_editor()
        self.reload()

    def _show_now(self, line: WatchLine) -> None:
        desk = ", ".join(line.named(DutyKind.AT_DESK)) or self.tr("nobody yet")
        text = self.tr("Now: {0} · at the desk: {1}").format(words(line.watch), desk)
        called = ", ".join(line.named(DutyKind.ON_CALL))
        self._tell(self.tr("{0} · on call: {1}").format(text, called) if called else text)

    def _show_week(self, shown_week: RosterWeek) -> None:
        if shown_week.monday != self.bar.monday:
            return
        today = self._workplace.zone.today(self._workplace.now())
        self.grid.show_week(shown_week, today, self.bar.running)
        self.grid.setHidden(not shown_week.wings)
        self._none.setHidden(bool(shown_week.wings))
        if self.roster is Roster.WINGS:
            self._warn(shown_week)
        opened = self.editor.line
        for line in shown_week.lines:
            if opened is not None and line.key == opened.key:
                self.editor.show_line(line)
                self._keep_in_sight()

    def _warn(self, shown_week: RosterWeek) -> None:
        doubled = {
            (line.day, line.watch)
            for line in shown_week.lines
            if any(each.both for each in line.people)
        }
        text = self.tr("On {0} shifts of this week one person has adults and children.")
        self._tell(text.format(len(doubled)) if doubled else "")

    def _tell(self, text: str) -> None:
        self.told.setText(text)
        self.told.setVisible(bool(text))

    def _open(self) -> None:
        line = self.grid.line
        if line is not None and self.editor.may_swap:
            self._hint.hide()
            self.editor.open(line)
            self._keep_in_sight()

    def _keep_in_sight(self) -> None:
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
        key = DutyKey(line.people[0].duty_id, line.people[0].version)
        label = self.tr("Taking off a duty of {0}").format(shown.short_day(line.day))
        self.perform(drop_duty, lambda: key, self._dropped, label)

    def _dropped(self, _done: Dropped) -> None:
        self.reload()
        self.said.emit(self.tr("Taken off the roster."))

    def _copy(self) -> None:
        source = self.bar.monday - WEEK
        command = CopyWeek(self.roster, source, self.bar.monday)
        label = self.tr("Copying the week of {0}").format(shown.short_day(source))
        self.perform(copy_week, lambda: command, self._copied, label)

    def _copied(self, done: Copied) -> None:
        count = len(done.duties)
        self.said.emit(
            self.tr("{0} duties were copied; nothing was overwritten.").format(count)
            if count
            else self.tr("Nothing to copy: last week is empty, or this week is planned already.")
        )
        self.reload()


class CaretakerRosterPanel(RosterPanel):
    """A week of caretakers: who looks after which wing, adults and children by two people."""

    roster = Roster.WINGS

    def _title(self) -> str:
        return self.tr("Caretakers' roster")
