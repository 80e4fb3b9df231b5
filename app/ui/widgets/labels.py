# SPDX-License-Identifier: Apache-2.0
"""Labels by role: headings and sentences."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from app.ui.theme.style import enlarge, mark

_PAGE_FACTOR, _SECTION_FACTOR = 1.5, 1.15


def heading(text: str, *, page: bool = False) -> QLabel:
    """Return a page or section heading."""
    label = QLabel(text)
    enlarge(label, _PAGE_FACTOR if page else _SECTION_FACTOR)
    mark(label, heading="page" if page else "section")
    return label


def sentence(text: str = "", tone: str = "") -> QLabel:
    """Return running text that wraps and can be copied by keyboard."""
    label = QLabel(text)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    if tone:
        mark(label, tone=tone)
    return label
