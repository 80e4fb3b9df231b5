# SPDX-License-Identifier: Apache-2.0
"""The week of the roster as a grid: seven days by three watches."""

from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication, QDate, QLocale, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from app.policies.arrivals.shifts import HOURS, ShiftKind
from app.services.arrivals.roster import DutyName, WatchLine
from app.ui import format as shown
from app.ui.texts import words
from app.ui.theme.icons import Icon
from app.ui.theme.style import Looks

_LINE = Qt.ItemDataRole.UserRole + 1
_WATCHES = tuple(ShiftKind)
_HEIGHT = 170


class RosterGrid(QTableWidget):
    """Seven days by three watches; arrows walk, the rest is said by signals.

    Signals:
        opened: the watch under the cursor should open.
        drop_wanted: who is on the watch under the cursor should be taken off.
        week_wanted(step): another week should be shown.
    """

    opened = Signal()
    drop_wanted = Signal()
    week_wanted = Signal(int)

    def __init__(self, looks: Looks) -> None:
        super().__init__(len(_WATCHES), 7)
        self._looks = looks
        self.setMinimumHeight(_HEIGHT)
        self.setAccessibleName(self.tr("Roster of the week"))
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setWordWrap(True)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setHighlightSections(False)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.verticalHeader().setHighlightSections(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.cellDoubleClicked.connect(lambda _row, _column: self.opened.emit())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Del takes off, PgUp and PgDn turn the week."""
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif key == Qt.Key.Key_Delete:
            self.drop_wanted.emit()
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.week_wanted.emit(-1 if key == Qt.Key.Key_PageUp else 1)
        else:
            super().keyPressEvent(event)

    @property
    def line(self) -> WatchLine | None:
        """Return the watch under the cursor."""
        item = self.currentItem()
        return item.data(_LINE) if item is not None else None

    def show_days(self, monday: date, today: date) -> None:
        """Head the columns with the days of a week."""
        for place in range(7):
            day = monday + timedelta(days=place)
            text = QLocale().toString(QDate(day.year, day.month, day.day), "ddd d MMM")
            item = QTableWidgetItem(text)
            if day == today:
                item.setText(self.tr("{0}\ntoday").format(text))
                item.setIcon(self._looks.icon(Icon.FORWARD, "info"))
            self.setHorizontalHeaderItem(place, item)
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
        item = QTableWidgetItem()
        if running:
            told.insert(0, self.tr("Running now"))
            item.setIcon(self._picture(Icon.DESK, "info"))
        elif any(each.closed for each in (*line.at_desk, *line.on_call)):
            item.setIcon(self._picture(Icon.WARN, "warn"))
        elif line.swapped:
            item.setIcon(self._picture(Icon.RESET, "info"))
        item.setText("\n".join(told))
        item.setData(_LINE, line)
        spoken = (shown.short_day(line.day), words(line.watch), *told)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join(spoken))
        self.setItem(at, column, item)

    def _picture(self, meaning: Icon, token: str) -> QIcon:
        """Return an icon that is seen on the cursor's colour, too."""
        looks = self._looks
        picture = QIcon(looks.icon(meaning, token))
        selected = looks.icon(meaning, "onPrimary").pixmap(18, 18)
        picture.addPixmap(selected, QIcon.Mode.Selected)
        return picture


def called(duty: DutyName) -> str:
    """Return a name as the roster tells it, with who was planned before a swap."""
    name = duty.name
    if duty.closed:
        name = QCoreApplication.translate("Roster", "{0} (account closed)").format(name)
    if duty.swapped:
        name = QCoreApplication.translate("Roster", "{0} for {1}").format(name, duty.planned)
    return name
