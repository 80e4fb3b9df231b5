# SPDX-License-Identifier: Apache-2.0
"""The duty roster: a week of watches in a grid that the keyboard walks."""

from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.errors import Refused
from app.policies.access import Right
from app.policies.arrivals.roster import monday_of, watch_at
from app.policies.arrivals.shifts import ShiftKind
from app.services.arrivals.roster import (
    Copied,
    CopyWeek,
    DutyKey,
    WatchLine,
    colleagues,
    copy_week,
    drop_duty,
    on_duty_now,
    week,
)
from app.services.topics import Topic
from app.ui import format as shown
from app.ui.arrivals.roster_grid import RosterGrid
from app.ui.arrivals.roster_watch import WatchEditor
from app.ui.texts import sentences, words
from app.ui.theme.icons import Icon
from app.ui.widgets.banner import Banner
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import heading, sentence
from app.ui.widgets.layouts import row
from app.ui.workplace import Workplace

_WEEK = timedelta(days=7)
_WATCHES = tuple(ShiftKind)
_FIRST_MONDAY, _LAST_MONDAY = date(1, 1, 8), date(9998, 12, 28)


class RosterPanel(QWidget):
    """A week of duties, and the watch that is open for changes.

    Signals:
        said(text): something worth a toast.
    """

    said = Signal(str)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self.monday = monday_of(self._now()[0])
        looks = workplace.looks
        self.banner = Banner(looks)
        self._period = sentence()
        self._period.setWordWrap(False)
        self.on_duty = sentence(tone="info")
        self.previous_button = button(
            looks, self.tr("Previous week"), lambda: self.turn(-1), icon=Icon.BACK
        )
        self.today_button = button(looks, self.tr("This week"), self.show_this_week)
        self.next_button = button(
            looks, self.tr("Next week"), lambda: self.turn(1), icon=Icon.FORWARD
        )
        self.copy_button = button(looks, self.tr("Copy last week"), self._copy, icon=Icon.HANDOVER)
        if not workplace.may(Right.PLAN_DUTY):
            self.copy_button.hide()
        self.grid = RosterGrid(looks)
        self.grid.opened.connect(self._open)
        self.grid.drop_wanted.connect(self._drop)
        self.grid.week_wanted.connect(self.turn)
        self.editor = WatchEditor(workplace)
        self.editor.changed.connect(self.reload)
        self.editor.dropped.connect(self._dropped)
        self.editor.closed.connect(self._closed)
        self.editor.hide()
        self._hint = sentence(
            self.tr("Enter opens a shift, Del takes off, Page Up and Page Down turn the week.")
            if self._may_change()
            else "",
            "muted",
        )
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 8, 12, 8)
        box.addLayout(row(heading(self.tr("Duty roster")), 16, self._period, None))
        box.addLayout(
            row(self.previous_button, self.today_button, self.next_button, None, self.copy_button)
        )
        box.addWidget(self.banner)
        box.addWidget(self.on_duty)
        box.addWidget(self.grid, 1)
        box.addWidget(self._hint)
        box.addWidget(self.editor)
        self._show_week(())

    @property
    def topics(self) -> frozenset[Topic]:
        """Return what this view shows."""
        return frozenset({Topic.ROSTER, Topic.STAFF})

    def reload(self) -> None:
        """Ask for the week, for who is on duty and for the colleagues again."""
        monday = self.monday
        self._workplace.ask(
            self,
            week,
            monday,
            lambda lines: self._show_week(lines) if monday == self.monday else None,
        )
        self._workplace.ask(self, on_duty_now, None, self._show_now)
        if self._may_change():
            self._workplace.ask(self, colleagues, None, self.editor.learn)

    def turn(self, step: int) -> None:
        """Show another week, ``step`` weeks on."""
        self._go(self.monday + step * _WEEK)

    def show_this_week(self) -> None:
        """Show the week of the watch that is running."""
        self._go(monday_of(self._now()[0]))

    def _go(self, monday: date) -> None:
        if not _FIRST_MONDAY <= monday <= _LAST_MONDAY:
            return
        self.monday = monday
        self.banner.clear()
        if self.editor.line is not None:
            self.editor.close_editor()
        self.reload()

    def _now(self) -> tuple[date, ShiftKind]:
        return watch_at(self._workplace.zone.local(self._workplace.now()))

    def _may_change(self) -> bool:
        may = self._workplace.may
        return may(Right.PLAN_DUTY) or may(Right.SWAP_DUTY)

    def _show_now(self, line: WatchLine) -> None:
        desk = ", ".join(each.name for each in line.at_desk) or self.tr("nobody yet")
        text = self.tr("Now: {0} · at the desk: {1}").format(words(line.watch), desk)
        if line.on_call:
            names = ", ".join(each.name for each in line.on_call)
            text = self.tr("{0} · on call: {1}").format(text, names)
        self.on_duty.setText(text)

    def _show_week(self, lines: tuple[WatchLine, ...]) -> None:
        sunday = self.monday + timedelta(days=6)
        self._period.setText(
            self.tr("{0} to {1}").format(shown.short_day(self.monday), shown.short_day(sunday))
        )
        self.grid.show_days(self.monday, self._workplace.zone.today(self._workplace.now()))
        now = self._now()
        for place, line in enumerate(lines):
            column, at = divmod(place, len(_WATCHES))
            self.grid.show_line(at, column, line, running=(line.day, line.watch) == now)
            open_line = self.editor.line
            if open_line and (open_line.day, open_line.watch) == (line.day, line.watch):
                self.editor.show_line(line)
        if lines and self.grid.currentItem() is None:
            day, watch = now
            column = (day - self.monday).days
            self.grid.setCurrentCell(_WATCHES.index(watch), column if 0 <= column < 7 else 0)

    def _open(self) -> None:
        line = self.grid.line
        if line is not None and self._may_change():
            self._show_editor(line)

    def _show_editor(self, line: WatchLine) -> None:
        self._hint.hide()
        self.editor.open(line)

    def _closed(self) -> None:
        self._hint.show()
        self.grid.setFocus()

    def _drop(self) -> None:
        line = self.grid.line
        duties = (*line.at_desk, *line.on_call) if line is not None else ()
        if line is None or not duties or not self._workplace.may(Right.PLAN_DUTY):
            return
        if len(duties) > 1:
            self._show_editor(line)
            self.editor.duties.setFocus()
            return
        self._workplace.act(
            self,
            drop_duty,
            DutyKey(duties[0].duty_id, duties[0].version),
            self._dropped,
            self._refused,
            label=self.tr("Taking off a duty of {0}").format(shown.short_day(line.day)),
        )

    def _dropped(self, _value: object = None) -> None:
        self.reload()
        self.said.emit(self.tr("Taken off the roster."))

    def _copy(self) -> None:
        source = self.monday - _WEEK
        self._workplace.act(
            self,
            copy_week,
            CopyWeek(source, self.monday),
            self._copied,
            self._refused,
            label=self.tr("Copying the week of {0}").format(shown.short_day(source)),
        )

    def _copied(self, done: Copied) -> None:
        count = len(done.duties)
        self.said.emit(
            self.tr("{0} duties were copied; nothing was overwritten.").format(count)
            if count
            else self.tr("Nothing to copy: last week is empty, or this week is planned already.")
        )
        self.reload()

    def _refused(self, error: Exception) -> None:
        if isinstance(error, Refused):
            self.banner.say("stop", sentences(error.reasons))
            self.reload()
        else:
            self._workplace.tasks.failed.emit(error)
