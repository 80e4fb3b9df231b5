# SPDX-License-Identifier: Apache-2.0
"""The duty roster: a week of watches in a grid that the keyboard walks."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.errors import Refused
from app.policies.access import Right
from app.policies.arrivals.shifts import ShiftKind
from app.services.arrivals.shift.roster import (
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
from app.ui.arrivals.shift.roster_grid import RosterGrid
from app.ui.arrivals.shift.roster_watch import WatchEditor
from app.ui.texts import sentences, words
from app.ui.theme.icons import Icon
from app.ui.widgets.banner import Banner
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import heading, sentence
from app.ui.widgets.layouts import row
from app.ui.widgets.week_bar import WEEK, WeekBar
from app.ui.workplace import Workplace

_WATCHES = tuple(ShiftKind)


class RosterPanel(QWidget):
    """A week of duties, and the watch that is open for changes.

    Signals:
        said(text): something worth a toast.
    """

    said = Signal(str)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        looks = workplace.looks
        self.banner = Banner(looks)
        self.on_duty = sentence(tone="info")
        self.copy_button = button(looks, self.tr("Copy last week"), self._copy, icon=Icon.HANDOVER)
        if not workplace.may(Right.PLAN_DUTY):
            self.copy_button.hide()
        self.bar = WeekBar(workplace, self.copy_button)
        self.bar.turned.connect(self._turned)
        self.grid = RosterGrid(looks)
        self.grid.opened.connect(self._open)
        self.grid.drop_wanted.connect(self._drop)
        self.grid.week_wanted.connect(self.bar.turn)
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
        box.addLayout(row(heading(self.tr("Duty roster")), 16, self.bar.period, None))
        box.addWidget(self.bar)
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
        monday = self.bar.monday
        self._workplace.ask(
            self,
            week,
            monday,
            lambda lines: self._show_week(lines) if monday == self.bar.monday else None,
        )
        self._workplace.ask(self, on_duty_now, None, self._show_now)
        if self._may_change():
            self._workplace.ask(self, colleagues, None, self.editor.learn)

    def _turned(self) -> None:
        self.banner.clear()
        if self.editor.line is not None:
            self.editor.close_editor()
        self.reload()

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
        self.grid.show_days(self.bar.monday, self._workplace.zone.today(self._workplace.now()))
        now = self.bar.running
        for place, line in enumerate(lines):
            column, at = divmod(place, len(_WATCHES))
            self.grid.show_line(at, column, line, running=(line.day, line.watch) == now)
            open_line = self.editor.line
            if open_line and (open_line.day, open_line.watch) == (line.day, line.watch):
                self.editor.show_line(line)
        if lines and self.grid.currentItem() is None:
            day, watch = now
            column = (day - self.bar.monday).days
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
        source = self.bar.monday - WEEK
        self._workplace.act(
            self,
            copy_week,
            CopyWeek(source, self.bar.monday),
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
