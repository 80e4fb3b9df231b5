# SPDX-License-Identifier: Apache-2.0
"""Many buttons that are one stop of the Tab key; arrows walk from one to the other."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def only_stop(widgets: Iterable[QWidget], stop: QWidget | None) -> None:
    """Let Tab come to one of the widgets only; a click or an arrow still goes to any."""
    for widget in widgets:
        wanted = Qt.FocusPolicy.StrongFocus if widget is stop else Qt.FocusPolicy.ClickFocus
        if widget.focusPolicy() is not wanted:
            widget.setFocusPolicy(wanted)
