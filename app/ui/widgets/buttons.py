# SPDX-License-Identifier: Apache-2.0
"""Buttons with words, icon, role and shortcut from one place."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QPushButton

from app.ui.theme.icons import Icon
from app.ui.theme.style import Looks, mark


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
    made = QPushButton(f" {text}" if icon is not None and text else text)
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
    made.setAutoDefault(False)
    made.clicked.connect(lambda: on_click())
    return made
