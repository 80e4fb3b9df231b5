# SPDX-License-Identifier: Apache-2.0
"""A short list whose lines are whole sentences; the keyboard opens and takes off."""

from collections.abc import Callable, Iterable
from operator import eq
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import (
    QListView,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from app.ui.theme.measures import lines
from app.ui.widgets.buttons import ENTER
from app.ui.widgets.still.place import unmoved

LINE = Qt.ItemDataRole.UserRole + 1
_FEW_LINES = 8
Index = QModelIndex | QPersistentModelIndex
_WRAP = int(Qt.TextFlag.TextWordWrap)
_AROUND_WORDS, _ABOVE_AND_BELOW, _BESIDE_ICON = 24, 13, 8
"""Pixels that padding, margin and border of the style sheet take from a line."""
_ENDLESS = 1 << 16


class _Sentences(QStyledItemDelegate):
    """Gives each line the height of its words; Qt forgets the padding of the style sheet."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the width of the list and the height of the words in it."""
        view = self.parent()
        if not isinstance(view, QListView):
            return super().sizeHint(option, index)
        width = view.viewport().width()
        inside, picture = width - _AROUND_WORDS, 0
        if index.data(Qt.ItemDataRole.DecorationRole) is not None:
            picture = option.decorationSize.height()
            inside -= option.decorationSize.width() + _BESIDE_ICON
        room = QRect(0, 0, max(1, inside), _ENDLESS)
        words = str(index.data() or "")
        tall = view.fontMetrics().boundingRect(room, _WRAP, words).height()
        return QSize(width, max(tall, picture) + _ABOVE_AND_BELOW)


class WrappedList(QListWidget):
    """A list whose lines are whole sentences: they wrap, and it is no higher than it has to be."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setItemDelegate(_Sentences(self))
        self.setResizeMode(self.ResizeMode.Adjust)
        self.setVerticalScrollMode(self.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def sizeHint(self) -> QSize:
        """Return a few lines; what is left of the page it gets besides."""
        return QSize(super().sizeHint().width(), lines(_FEW_LINES))


class ShortList(WrappedList):
    """A list whose lines are whole sentences; Enter and Del are said by signals.

    Signals:
        opened: Enter on a line, or a double click.
        drop_wanted: Del on a line.
        filled: other lines are shown, or none.
    """

    opened = Signal()
    drop_wanted = Signal()
    filled = Signal()

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.itemDoubleClicked.connect(lambda _item: self.opened.emit())

    @property
    def chosen(self) -> Any:
        """Return what the line under the cursor stands for, or None."""
        item = self.currentItem()
        return item.data(LINE) if item is not None else None

    def fill(
        self,
        lines: Iterable[tuple[str, Any]],
        same: Callable[[Any, Any], bool] = eq,
        icon: Callable[[Any], QIcon | None] | None = None,
        *,
        begin: bool = True,
    ) -> None:
        """Show other lines; the cursor stays on what it was on, and the eye where it was.

        Args:
            lines: text and what it stands for.
            same: whether two things stand for the same, seen at two times.
            icon: what a line begins with; None is nothing.
            begin: stand on a line even where nothing was chosen.
        """
        before, at = self.chosen, self.currentRow()
        with unmoved(self, lambda index: index.data(LINE), same):
            self.clear()
            for text, line in lines:
                item = QListWidgetItem(text)
                item.setData(LINE, line)
                picture = icon(line) if icon is not None else None
                if picture is not None:
                    item.setIcon(picture)
                self.addItem(item)
                if before is not None and same(line, before):
                    self.setCurrentItem(item)
            if self.count() and self.currentRow() < 0 and (begin or before is not None):
                self.setCurrentRow(min(max(at, 0), self.count() - 1))
        self.filled.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens a line, Del takes it off."""
        plain = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in ENTER and plain and self.chosen is not None:
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Delete and self.chosen is not None:
            self.drop_wanted.emit()
        else:
            super().keyPressEvent(event)


def joined(*parts: str) -> str:
    """Return what there is of some texts on one line, without line breaks and doubled blanks."""
    return " · ".join(filter(None, (" ".join(part.split()) for part in parts)))
