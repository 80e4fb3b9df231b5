# SPDX-License-Identifier: Apache-2.0
"""A table to read and choose from, for the lists of the books."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from app.ui.widgets.labels import in_two
from app.ui.widgets.still.place import unmoved


class Lines(QTableWidget):
    """Whole rows are chosen; Tab leaves the table; Enter and a double click are ``activated``.

    Args:
        heads: above the columns.
        name: spoken by a screen reader.
        turns: whether Page Up and Page Down turn to another list.

    Signals:
        turned(step): the list before (-1) or after (1) this one is wanted.
    """

    turned = Signal(int)

    def __init__(self, heads: Sequence[str], name: str, *, turns: bool = False) -> None:
        super().__init__(0, len(heads))
        self._turns = turns
        self.setHorizontalHeaderLabels([in_two(head) for head in heads])
        self.setAccessibleName(name)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().setVisible(False)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(True)

    def fill(self, rows: Sequence[tuple[str, ...]]) -> None:
        """Show other rows."""
        with unmoved(self, self._texts):
            self.setRowCount(len(rows))
            for at, texts in enumerate(rows):
                for place, text in enumerate(texts):
                    self.setItem(at, place, QTableWidgetItem(text))

    def _texts(self, index: QModelIndex) -> tuple[str, ...]:
        return tuple(
            index.siblingAtColumn(place).data() or "" for place in range(self.columnCount())
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn to another list with Page Up and Page Down."""
        step = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}.get(Qt.Key(event.key()))
        if step is None or not self._turns:
            super().keyPressEvent(event)
        else:
            self.turned.emit(step)
