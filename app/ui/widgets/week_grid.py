# SPDX-License-Identifier: Apache-2.0
"""A week as a grid of seven days that the keyboard walks."""

from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from app.ui.theme.icons import Icon
from app.ui.theme.measures import measure
from app.ui.theme.style import Looks
from app.ui.widgets.buttons import ENTER

_LINE = Qt.ItemDataRole.UserRole + 1
_LINES = 11


class WeekGrid(QTableWidget):
    """Seven days by some lines; arrows walk, the rest is said by signals.

    Signals:
        opened: the cell under the cursor should open.
        drop_wanted: who is in the cell under the cursor should be taken off.
        week_wanted(step): another week should be shown.
    """

    opened = Signal()
    drop_wanted = Signal()
    week_wanted = Signal(int)

    def __init__(self, looks: Looks, name: str, lines: int) -> None:
        super().__init__(lines, 7)
        self._looks = looks
        measure(self, lowest=_LINES)
        self.setAccessibleName(name)
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

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let every line be as high as its narrowest cell needs."""
        super().resizeEvent(event)
        self.resizeRowsToContents()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Del takes off, PgUp and PgDn turn the week."""
        key = event.key()
        if key in ENTER:
            self.opened.emit()
        elif key == Qt.Key.Key_Delete:
            self.drop_wanted.emit()
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.week_wanted.emit(-1 if key == Qt.Key.Key_PageUp else 1)
        else:
            super().keyPressEvent(event)

    @property
    def shown(self) -> Any:
        """Return what the cell under the cursor stands for, or None."""
        return self.shown_at(self.currentRow(), self.currentColumn())

    def shown_at(self, at: int, column: int) -> Any:
        """Return what a cell stands for, or None outside the week."""
        item = self.item(at, column)
        return item.data(_LINE) if item is not None else None

    def show_days(self, monday: date, today: date) -> None:
        """Head the columns with the days of a week."""
        for place in range(7):
            day = monday + timedelta(days=place)
            text = QLocale().toString(QDate(day.year, day.month, day.day), "ddd\nd MMM")
            item = QTableWidgetItem(text)
            if day == today:
                item.setText(self.tr("{0}\ntoday").format(text))
                item.setIcon(self._looks.icon(Icon.FORWARD, "info"))
            self.setHorizontalHeaderItem(place, item)

    def show_cell(
        self,
        at: tuple[int, int],
        line: object,
        told: list[str],
        spoken: tuple[str, ...],
        picture: tuple[Icon, str] | None = None,
    ) -> None:
        """Show one cell.

        Args:
            at: row and column.
            line: what the cell stands for.
            told: its lines of text.
            spoken: what a screen reader hears before them.
            picture: icon and colour token that make it stand out.
        """
        item = QTableWidgetItem("\n".join(told))
        if picture is not None:
            item.setIcon(self._picture(*picture))
        item.setData(_LINE, line)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join((*spoken, *told)))
        self.setItem(*at, item)

    def _picture(self, meaning: Icon, token: str) -> QIcon:
        """Return an icon that is seen on the cursor's colour, too."""
        looks = self._looks
        picture = QIcon(looks.icon(meaning, token))
        selected = looks.icon(meaning, "onPrimary").pixmap(18, 18)
        picture.addPixmap(selected, QIcon.Mode.Selected)
        return picture
