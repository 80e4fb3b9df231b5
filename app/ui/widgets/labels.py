# SPDX-License-Identifier: Apache-2.0
"""Labels by role: headings, captions and sentences."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from app.ui.theme.style import enlarge, mark

_PAGE_FACTOR, _SECTION_FACTOR = 1.5, 1.15


class Caption(QLabel):
    """Some words that stand in one line, and wrap only where there is no room for it."""

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        self.setWordWrap(True)

    def sizeHint(self) -> QSize:
        """Return the size of one line."""
        size = self.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, self.text())
        return size.grownBy(self.contentsMargins())


class Elided(QLabel):
    """Some words of which the end is left out where there is no room; the tooltip has them all."""

    def __init__(self) -> None:
        super().__init__()
        self.words = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def say(self, words: str) -> None:
        """Show some words."""
        self.words = words
        self.setToolTip(words)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many words as fit."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        shown = self.fontMetrics().elidedText(
            self.words, Qt.TextElideMode.ElideRight, self.contentsRect().width()
        )
        self.setText(shown)


def in_two(text: str) -> str:
    """Return words in two lines of about the same length, for the head of a column."""
    blanks = [at for at, letter in enumerate(text) if letter == " "]
    if not blanks:
        return text
    middle = text.find(" (")
    if middle < 0:
        middle = min(blanks, key=lambda at: abs(at - len(text) / 2))
    return f"{text[:middle]}\n{text[middle + 1 :]}"


def heading(text: str, *, page: bool = False) -> QLabel:
    """Return a page or section heading."""
    label = Caption(text)
    enlarge(label, _PAGE_FACTOR if page else _SECTION_FACTOR)
    mark(label, heading="page" if page else "section")
    return label


def sentence(text: str = "", tone: str = "") -> QLabel:
    """Return running text that wraps and can be copied by keyboard."""
    label = QLabel(text)
    label.setWordWrap(True)
    return _toned(label, tone)


def caption(text: str = "", tone: str = "") -> QLabel:
    """Return a few words that stay in one line as long as there is room."""
    return _toned(Caption(text), tone)


def _toned(label: QLabel, tone: str) -> QLabel:
    label.setTextFormat(Qt.TextFormat.PlainText)
    if tone:
        mark(label, tone=tone)
    return label
