# SPDX-License-Identifier: Apache-2.0
"""A line to type in that leaves to the window what it cannot use itself."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit


class Line(QLineEdit):
    """A line that leaves Ctrl+Z to the window when there are no letters to take back."""

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
