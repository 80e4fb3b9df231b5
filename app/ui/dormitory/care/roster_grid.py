# SPDX-License-Identifier: Apache-2.0
"""The week of caretakers as a grid: seven days by three watches of each wing."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtWidgets import QTableWidgetItem

from app.policies.arrivals.shifts import HOURS, ShiftKind
from app.services.dormitory.care.caretakers import CaretakerCell, CaretakerWeek, KeptWing
from app.ui import format as shown
from app.ui.texts import words
from app.ui.theme.icons import Icon
from app.ui.theme.style import Looks
from app.ui.widgets.week_grid import WeekGrid

_WATCHES = tuple(ShiftKind)
Running = tuple[date, ShiftKind]


@dataclass(frozen=True, slots=True)
class WingWatch:
    """One watch of one day in one wing, and who is planned for it."""

    day: date
    watch: ShiftKind
    wing: KeptWing
    people: tuple[CaretakerCell, ...]

    @property
    def key(self) -> tuple[date, ShiftKind, str]:
        """Return what stays the same when somebody else is planned."""
        return self.day, self.watch, self.wing.wing_id.hex


class CaretakerGrid(WeekGrid):
    """One row for each watch of each wing; signals as of ``WeekGrid``."""

    def __init__(self, looks: Looks) -> None:
        super().__init__(looks, "", 0)
        self.setAccessibleName(self.tr("Caretakers of the week"))

    @property
    def line(self) -> WingWatch | None:
        """Return the watch under the cursor."""
        line: WingWatch | None = self.shown
        return line

    def line_at(self, at: int, column: int) -> WingWatch | None:
        """Return the watch in a cell, or None outside the week."""
        line: WingWatch | None = self.shown_at(at, column)
        return line

    def show_week(self, week: CaretakerWeek, today: date, running: Running) -> None:
        """Show a week; the watch that is running now is marked."""
        self.setRowCount(len(week.wings) * len(_WATCHES))
        self.show_days(week.monday, today)
        for at, (wing, watch) in enumerate(_rows(week)):
            first, last = HOURS[watch]
            head = f"{wing.name}\n{words(watch)} {first:02}–{last:02}"
            self.setVerticalHeaderItem(at, QTableWidgetItem(head))
            for column in range(7):
                day = week.monday + timedelta(days=column)
                here = tuple(
                    each
                    for each in week.cells
                    if (each.day, each.watch, each.wing_id) == (day, watch, wing.wing_id)
                )
                line = WingWatch(day, watch, wing, here)
                self._show(at, column, line, running=(day, watch) == running)
        if self.currentItem() is None and week.wings:
            day, watch = running
            column = (day - week.monday).days
            self.setCurrentCell(_WATCHES.index(watch), column if 0 <= column < 7 else 0)

    def _show(self, at: int, column: int, line: WingWatch, *, running: bool) -> None:
        told = [self.called(each) for each in line.people] or [self.tr("nobody yet")]
        picture = None
        if any(each.covers_both or each.closed for each in line.people):
            picture = (Icon.WARN, "warn")
        elif running:
            picture = (Icon.DORMITORY, "info")
        if running:
            told.insert(0, self.tr("Running now"))
        spoken = (line.wing.name, shown.short_day(line.day), words(line.watch))
        self.show_cell((at, column), line, told, spoken, picture)

    def called(self, cell: CaretakerCell) -> str:
        """Return a name as the roster tells it."""
        if cell.closed:
            return self.tr("{0} (account closed)").format(cell.name)
        if cell.covers_both:
            return self.tr("{0} (both)").format(cell.name)
        return cell.name


def _rows(week: CaretakerWeek) -> Iterable[tuple[KeptWing, ShiftKind]]:
    return ((wing, watch) for wing in week.wings for watch in _WATCHES)
