# SPDX-License-Identifier: Apache-2.0
"""A line to type in that leaves to the window what it cannot use itself."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit

_BESIDE_TEXT = 20
"""Pixels of a line left and right of its text."""


class Line(QLineEdit):
    """A line as wide as its placeholder; leaves Ctrl+Z to the window when it is of no use here."""

    def sizeHint(self) -> QSize:
        """Return a size that shows the placeholder."""
        return self._with_placeholder(super().sizeHint())

    def minimumSizeHint(self) -> QSize:
        """Return a size that shows the placeholder."""
        return self._with_placeholder(super().minimumSizeHint())

    def _with_placeholder(self, size: QSize) -> QSize:
        text = self.placeholderText()
        if not text:
            return size
        wide = self.fontMetrics().horizontalAdvance(text) + _BESIDE_TEXT
        return size.expandedTo(QSize(wide, 0))

    def event(self, event: QEvent) -> bool:
        """Offer an undo that would do nothing here to the shortcuts of the window."""
        wants_undo = (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.matches(QKeySequence.StandardKey.Undo)
        )
        if wants_undo and not self.isUndoAvailable():
            event.ignore()
            return False
        return super().event(event)
