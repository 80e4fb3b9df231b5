# SPDX-License-Identifier: Apache-2.0
"""Buttons with words, icon, role and shortcut from one place."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QPushButton

from app.ui.theme.icons import Icon
from app.ui.theme.style import Looks, mark

ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class Button(QPushButton):
    """A button that Enter presses as Space does, whatever stands around it."""

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        self.setAutoDefault(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press it on Enter; with Ctrl that is a shortcut of the page."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in ENTER and plain and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)


def button(
    looks: Looks,
    text: str,
    on_click: Callable[[], None],
    *,
    role: str = "",
    icon: Icon | None = None,
    shortcut: str = "",
    name: str = "",
) -> QPushButton:
    """Return a button; ``name`` is its accessible name where it differs from the text.

    The shortcut stands in the tooltip, so that using the mouse teaches the keyboard.
    """
    made = Button(f" {text}" if icon is not None and text else text)
    made.setAccessibleName(name or text.replace("&", ""))
    if role:
        mark(made, role=role)
    if icon is not None:
        token = {"primary": "onPrimary", "side": "onSidebar"}.get(role, "text")
        made.setIcon(looks.icon(icon, token))
        made.setIconSize(QSize(18, 18))
    if shortcut:
        sequence = QKeySequence(shortcut)
        shown = sequence.toString(QKeySequence.SequenceFormat.NativeText)
        made.setToolTip(f"{made.accessibleName()}  ({shown})")
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    made.clicked.connect(lambda: on_click())
    return made
