# SPDX-License-Identifier: Apache-2.0
"""What is looked at in passing, in the place of a panel, and left with Esc."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from app.ui.theme.icons import Icon
from app.ui.widgets.buttons import button
from app.ui.workplace import Workplace


class Aside(QWidget):
    """A look aside.

    Signals:
        closed: back to the panel.
    """

    closed = Signal()

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace

    def back(self, text: str) -> QPushButton:
        """Return the button that leads back."""
        return button(self._workplace.looks, text, self.closed.emit, icon=Icon.BACK, shortcut="Esc")

    def event(self, event: QEvent) -> bool:
        """Keep Esc from the window's shortcuts."""
        if event.type() == QEvent.Type.ShortcutOverride and _is_esc(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back on Esc."""
        if _is_esc(event):
            self.closed.emit()
        else:
            super().keyPressEvent(event)


def _is_esc(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
