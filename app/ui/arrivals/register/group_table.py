# SPDX-License-Identifier: Apache-2.0
"""The grid of a group arrival: typed like a ledger, grows by itself (ux §5.2)."""

from dataclasses import fields

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from app.policies.arrivals.groups import FIRST_ROWS, MOST_ROWS, GroupRow, copied
from app.ui.theme.icons import Icon
from app.ui.theme.measures import measure
from app.ui.theme.style import Looks
from app.ui.widgets.buttons import ENTER
from app.ui.widgets.labels import in_two

CELLS = tuple(each.name for each in fields(GroupRow))
RESULT = len(CELLS)
_LEAST_LINES = 9
_Hint = QAbstractItemDelegate.EndEditHint


class _Cells(QStyledItemDelegate):
    """Brings every letter into the table while it is typed, so that it is kept and saved."""

    def createEditor(
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> QWidget:
        """Open a cell."""
        editor = super().createEditor(parent, option, index)
        if isinstance(editor, QLineEdit):
            editor.textEdited.connect(lambda _text: self.commitData.emit(editor))
        return editor

    def setEditorData(self, editor: QWidget, index: QModelIndex | QPersistentModelIndex) -> None:
        """Fill a cell that is opened; what somebody types, and the cursor, stay."""
        if not (isinstance(editor, QLineEdit) and editor.isModified()):
            super().setEditorData(editor, index)


class GroupTable(QTableWidget):
    """One row each; Enter goes to the next row, Ctrl+D copies from above.

    Signals:
        edited: a cell changed by typing.
    """

    edited = Signal()

    def __init__(self, looks: Looks) -> None:
        super().__init__(FIRST_ROWS, len(CELLS) + 1)
        self._looks = looks
        self._saved: set[int] = set()
        self._filling = self._moving = False
        self.setAccessibleName(self.tr("People of this group"))
        heads = (
            self.tr("Name or description"),
            self.tr("Sex (p, l)"),
            self.tr("Age"),
            self.tr("Urgent (t, l, h, s)"),
            self.tr("Together (A, B)"),
            self.tr("Result"),
        )
        self.setHorizontalHeaderLabels([in_two(head) for head in heads])
        head = self.horizontalHeader()
        for column in range(len(CELLS)):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(RESULT, QHeaderView.ResizeMode.Stretch)
        self.setItemDelegate(_Cells(self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.AllEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setWordWrap(True)
        measure(self, lowest=_LEAST_LINES)
        self.itemChanged.connect(self._changed)
        self.load(())

    def load(self, rows: tuple[GroupRow, ...]) -> None:
        """Show rows that are not saved yet, and empty ones after them."""
        self._filling = True
        self._saved = set()
        self.setRowCount(0)
        for row in (*rows, *(GroupRow() for _ in range(max(1, FIRST_ROWS - len(rows))))):
            self._append(row)
        self._filling = False
        self.setCurrentCell(0, 0)

    def row_at(self, place: int) -> GroupRow:
        """Return a row exactly as typed."""
        return GroupRow(**{name: self._text(place, at) for at, name in enumerate(CELLS)})

    def unsaved(self) -> dict[int, GroupRow]:
        """Return the rows with something in them that are not registered yet, by place."""
        rows = {at: self.row_at(at) for at in range(self.rowCount()) if at not in self._saved}
        return {at: row for at, row in rows.items() if not row.is_blank}

    def show_result(self, place: int, text: str, *, icon: Icon, tone: str) -> None:
        """Say what became of a row, by word and icon."""
        self._filling = True
        cell = self.item(place, RESULT)
        cell.setText(text)
        cell.setIcon(self._looks.icon(icon, tone))
        self._filling = False
        self.resizeRowToContents(place)

    def settle(self, place: int, text: str) -> None:
        """Say that a row is registered; it cannot be typed into any more."""
        self._saved.add(place)
        self.show_result(place, text, icon=Icon.ALLOWED, tone="ok")
        self._filling = True
        for at in range(len(CELLS)):
            cell = self.item(place, at)
            cell.setFlags(cell.flags() & ~Qt.ItemFlag.ItemIsEditable)
        self._filling = False

    def go_to(self, place: int, cell: str) -> None:
        """Put the cursor into a cell."""
        self.setCurrentCell(place, CELLS.index(cell) if cell in CELLS else 0)
        self.setFocus()

    def copy_from_above(self) -> None:
        """Fill the current cell with what stands above it."""
        place, at = self.currentRow(), self.currentColumn()
        if place > 0 and at < RESULT and place not in self._saved:
            above, row = self.row_at(place - 1), self.row_at(place)
            text = getattr(copied(above, CELLS[at], row), CELLS[at])
            for editor in self.viewport().findChildren(QLineEdit):
                if editor.isVisible():
                    editor.setText(text)
            self.item(place, at).setText(text)
            self.setCurrentCell(place, min(at + 1, RESULT - 1))

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:
        """End the typing in the cell that is left."""
        self._moving = True
        super().currentChanged(current, previous)
        self._moving = False

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Go to the next row when Enter ended the typing, once the cell is filled.

        Qt gives the same hint when the cursor is put into another row; there it stays.
        """
        if hint == _Hint.SubmitModelCache:
            super().closeEditor(editor, _Hint.NoHint)
            if not self._moving:
                self._next_row()
        else:
            super().closeEditor(editor, hint)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter go to the name of the next row, as in a ledger."""
        plain = event.modifiers() in {
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        }
        if plain and event.key() in ENTER:
            if self.state() is not QAbstractItemView.State.EditingState:
                self._next_row()
        else:
            super().keyPressEvent(event)

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Step over the results, which nobody types into."""
        index = super().moveCursor(action, modifiers)
        if index.column() != RESULT:
            return index
        forward = action is QAbstractItemView.CursorAction.MoveNext
        back = action is QAbstractItemView.CursorAction.MovePrevious
        if forward:
            self._grow(index.row() + 1)
            return self.model().index(index.row() + 1, 0)
        return self.model().index(index.row(), RESULT - 1) if back else self.currentIndex()

    def _next_row(self) -> None:
        self._grow(self.currentRow() + 1)
        self.setCurrentCell(min(self.currentRow() + 1, self.rowCount() - 1), 0)

    def _grow(self, to: int) -> None:
        if to >= self.rowCount() < MOST_ROWS:
            self._filling = True
            self._append(GroupRow())
            self._filling = False

    def _append(self, row: GroupRow) -> None:
        place = self.rowCount()
        self.insertRow(place)
        for at, name in enumerate(CELLS):
            self.setItem(place, at, QTableWidgetItem(getattr(row, name)))
        result = QTableWidgetItem("")
        result.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
        self.setItem(place, RESULT, result)

    def _text(self, place: int, at: int) -> str:
        cell = self.item(place, at)
        return cell.text() if cell is not None else ""

    def _changed(self, item: QTableWidgetItem) -> None:
        if self._filling or item.column() == RESULT:
            return
        self.edited.emit()
