# SPDX-License-Identifier: Apache-2.0
"""The week of the roster as a grid: seven days by three watches."""

from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QTableWidgetItem

from app.policies.arrivals.shifts import HOURS, ShiftKind
from app.services.arrivals.shift.roster import DutyName, WatchLine
from app.ui import format as shown
from app.ui.texts import words
from app.ui.theme.icons import Icon
from app.ui.theme.style import Looks
from app.ui.widgets.week_grid import WeekGrid

_WATCHES = tuple(ShiftKind)


class RosterGrid(WeekGrid):
    """Seven days by three watches; signals as of ``WeekGrid``."""

    def __init__(self, looks: Looks) -> None:
        super().__init__(looks, "", len(_WATCHES))
        self.setAccessibleName(self.tr("Roster of the week"))

    @property
    def line(self) -> WatchLine | None:
        """Return the watch under the cursor."""
        line: WatchLine | None = self.shown
        return line

    def show_days(self, monday: date, today: date) -> None:
        """Head the columns with the days of a week, the rows with the watches."""
        super().show_days(monday, today)
        for at, watch in enumerate(_WATCHES):
            first, last = HOURS[watch]
            self.setVerticalHeaderItem(
                at, QTableWidgetItem(f"{words(watch)}\n{first:02}.00–{last:02}.00")
            )

    def show_line(self, at: int, column: int, line: WatchLine, *, running: bool) -> None:
        """Show who is on one watch; the running one is marked."""
        desk = [called(each) for each in line.at_desk] or [self.tr("nobody yet")]
        call = [self.tr("On call: {0}").format(called(each)) for each in line.on_call]
        told = [*desk, *call]
        picture = None
        if running:
            told.insert(0, self.tr("Running now"))
            picture = (Icon.DESK, "info")
        elif any(each.closed for each in (*line.at_desk, *line.on_call)):
            picture = (Icon.WARN, "warn")
        elif line.swapped:
            picture = (Icon.RESET, "info")
        spoken = (shown.short_day(line.day), words(line.watch))
        self.show_cell((at, column), line, told, spoken, picture)


def called(duty: DutyName) -> str:
    """Return a name as the roster tells it, with who was planned before a swap."""
    name = duty.name
    if duty.closed:
        name = QCoreApplication.translate("Roster", "{0} (account closed)").format(name)
    if duty.swapped:
        name = QCoreApplication.translate("Roster", "{0} for {1}").format(name, duty.planned)
    return name
