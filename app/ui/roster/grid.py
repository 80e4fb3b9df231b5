# SPDX-License-Identifier: Apache-2.0
"""The week of a roster as a grid: seven days by three watches, of the desk or of each wing."""

from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QTableWidgetItem

from app.policies.arrivals.shifts import HOURS, ShiftKind
from app.policies.roster.duties import DutyKind
from app.services.roster.week import DutyName, KeptWing, RosterWeek, WatchLine
from app.ui import format as shown
from app.ui.texts import words
from app.ui.theme.icons import Icon
from app.ui.widgets.week_grid import WeekGrid

_WATCHES = tuple(ShiftKind)
Running = tuple[date, ShiftKind]


class RosterGrid(WeekGrid):
    """One row for each watch of each place; signals as of ``WeekGrid``."""

    @property
    def line(self) -> WatchLine | None:
        """Return the watch under the cursor."""
        line: WatchLine | None = self.shown
        return line

    def show_week(self, week: RosterWeek, today: date, running: Running) -> None:
        """Show a week; the watch that is running now is marked, the cursor begins on it."""
        rows = [(wing, watch) for wing in week.wings for watch in _WATCHES]
        self.setRowCount(len(rows))
        self.show_days(week.monday, today)
        for at, (wing, watch) in enumerate(rows):
            self.setVerticalHeaderItem(at, QTableWidgetItem(_head(wing, watch)))
        for place, line in enumerate(week.lines):
            column, at = divmod(place, len(rows))
            self._show(at, column, line, running=(line.day, line.watch) == running)
        if self.currentItem() is None and rows:
            day, watch = running
            column = (day - week.monday).days
            self.setCurrentCell(_WATCHES.index(watch), column if 0 <= column < 7 else 0)

    def _show(self, at: int, column: int, line: WatchLine, *, running: bool) -> None:
        told = [self._told(each) for each in line.people]
        if all(each.kind is DutyKind.ON_CALL for each in line.people):
            told.insert(0, self.tr("nobody yet"))
        picture = None
        if any(each.both or each.closed for each in line.people):
            picture = (Icon.WARN, "warn")
        elif running:
            picture = (Icon.DORMITORY if line.wing else Icon.DESK, "info")
        elif any(each.planned for each in line.people):
            picture = (Icon.RESET, "info")
        if running:
            told.insert(0, self.tr("Running now"))
        place = (line.wing.name,) if line.wing else ()
        spoken = (*place, shown.short_day(line.day), words(line.watch))
        self.show_cell((at, column), line, told, spoken, picture)

    def _told(self, duty: DutyName) -> str:
        name = called(duty)
        if duty.both:
            name = self.tr("{0} (both)").format(name)
        return self.tr("On call: {0}").format(name) if duty.kind is DutyKind.ON_CALL else name


def called(duty: DutyName) -> str:
    """Return a name as the roster tells it, with who was planned before a swap."""
    name = duty.name
    if duty.closed:
        name = QCoreApplication.translate("Roster", "{0} (account closed)").format(name)
    if duty.planned:
        name = QCoreApplication.translate("Roster", "{0} for {1}").format(name, duty.planned)
    return name


def _head(wing: KeptWing | None, watch: ShiftKind) -> str:
    first, last = HOURS[watch]
    if wing is None:
        return f"{words(watch)}\n{first:02}.00–{last:02}.00"
    return f"{wing.name}\n{words(watch)} {first:02}–{last:02}"
