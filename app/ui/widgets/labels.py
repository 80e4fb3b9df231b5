# SPDX-License-Identifier: Apache-2.0
"""Labels by role: headings and sentences."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from app.ui.theme.style import mark

_PAGE_FACTOR, _SECTION_FACTOR = 1.5, 1.15


def heading(text: str, *, page: bool = False) -> QLabel:
    """Return a page or section heading."""
    label = QLabel(text)
    font = label.font()
    font.setPointSizeF(font.pointSizeF() * (_PAGE_FACTOR if page else _SECTION_FACTOR))
    font.setBold(True)
    label.setFont(font)
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
