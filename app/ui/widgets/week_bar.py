# SPDX-License-Identifier: Apache-2.0
"""Which week a roster shows, and the buttons that turn it."""

from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.policies.arrivals.shifts import ShiftKind
from app.policies.roster.duties import monday_of, watch_at
from app.ui import format as shown
from app.ui.theme.icons import Icon
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import caption
from app.ui.widgets.layouts import row
from app.ui.workplace import Workplace

WEEK = timedelta(days=7)
_FIRST_MONDAY, _LAST_MONDAY = date(1, 1, 8), date(9998, 12, 28)


class WeekBar(QWidget):
    """Back, this week, on; it begins with the week of the watch that is running.

    Signals:
        turned: another week should be shown.
    """

    turned = Signal()

    def __init__(self, workplace: Workplace, *more: QWidget) -> None:
        super().__init__()
        self._workplace = workplace
        self.monday = monday_of(self.running[0])
        looks = workplace.looks
        self.period = caption()
        self.previous_button = button(
            looks, self.tr("Previous week"), lambda: self.turn(-1), icon=Icon.BACK
        )
        self.today_button = button(looks, self.tr("This week"), self.show_this_week)
        self.next_button = button(
            looks, self.tr("Next week"), lambda: self.turn(1), icon=Icon.FORWARD
        )
        buttons = (self.previous_button, self.today_button, self.next_button)
        layout = row(*buttons, None, *more)
        self.setLayout(layout)
        self._tell()

    @property
    def running(self) -> tuple[date, ShiftKind]:
        """Return day and watch of now; a night belongs to the day it began."""
        return watch_at(self._workplace.zone.local(self._workplace.now()))

    def turn(self, step: int) -> None:
        """Show another week, ``step`` weeks on."""
        self._go(self.monday + step * WEEK)

    def show_this_week(self) -> None:
        """Show the week of the watch that is running."""
        self._go(monday_of(self.running[0]))

    def _go(self, monday: date) -> None:
        if _FIRST_MONDAY <= monday <= _LAST_MONDAY:
            self.monday = monday
            self._tell()
            self.turned.emit()

    def _tell(self) -> None:
        sunday = self.monday + timedelta(days=6)
        self.period.setText(
            self.tr("{0} to {1}").format(shown.short_day(self.monday), shown.short_day(sunday))
        )
