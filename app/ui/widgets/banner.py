# SPDX-License-Identifier: Apache-2.0
"""A sentence that stays until it is answered, and a short one with one undo button."""

from collections.abc import Callable

from PySide6 import QtGui
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from app.ui.theme.icons import Icon
from app.ui.theme.style import Looks, mark
from app.ui.widgets.buttons import Button
from app.ui.widgets.labels import sentence

_ICONS = {"stop": Icon.REFUSED, "warn": Icon.WARN, "ok": Icon.ALLOWED, "info": Icon.HELP}


def announce(source: QWidget, text: str) -> None:
    """Say a sentence to a screen reader."""
    event = QtGui.QAccessibleAnnouncementEvent(source, text)
    QtGui.QAccessible.updateAccessibility(event)


class Banner(QFrame):
    """One sentence with a tone (stop, warn, ok, info) and at most one button."""

    def __init__(self, looks: Looks) -> None:
        super().__init__()
        self._looks = looks
        self._picture = QLabel()
        self._text = sentence()
        self._button = Button()
        self._button.setAccessibleName(self.tr("Close"))
        self._act: Callable[[], None] | None = None
        self._button.clicked.connect(self._clicked)
        box = QHBoxLayout(self)
        box.setContentsMargins(10, 6, 10, 6)
        box.addWidget(self._picture)
        box.addWidget(self._text, 1)
        box.addWidget(self._button)
        self.hide()

    @property
    def text(self) -> str:
        """Return the sentence shown, or nothing."""
        return self._text.text() if not self.isHidden() else ""

    def say(
        self, tone: str, text: str, label: str = "", act: Callable[[], None] | None = None
    ) -> None:
        """Show a sentence, with a button when there is something to do about it."""
        mark(self, banner=tone)
        mark(self._text, tone=tone)
        self._picture.setPixmap(self._looks.icon(_ICONS[tone], tone).pixmap(18, 18))
        self._text.setText(text)
        self._act = act
        self._button.setText(label)
        self._button.setAccessibleName(label)
        self._button.setVisible(bool(label))
        self.show()
        announce(self, text)

    def clear(self) -> None:
        """Take the sentence away."""
        self.hide()

    def _clicked(self) -> None:
        act = self._act
        self.clear()
        if act is not None:
            act()


_ABOVE_BUTTONS = 68
"""Pixels: the row of buttons at the bottom of a page, and its margins."""


class Toast(Banner):
    """A banner that goes by itself after ten seconds, floating over the page."""

    def __init__(self, looks: Looks, parent: QWidget) -> None:
        super().__init__(looks)
        self.setParent(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._timer = QTimer(self, singleShot=True, interval=10_000)
        self._timer.timeout.connect(self.clear)

    def say(
        self, tone: str, text: str, label: str = "", act: Callable[[], None] | None = None
    ) -> None:
        """Show a sentence for ten seconds."""
        super().say(tone, text, label, act)
        self.place()
        self.raise_()
        self._timer.start()

    def place(self) -> None:
        """Sit low on the page, centred, and leave the buttons at its bottom in reach."""
        around = self.parentWidget()
        if around is None:
            return
        width = min(620, around.width() - 40)
        self.setFixedWidth(width)
        self.adjustSize()
        self.move((around.width() - width) // 2, around.height() - self.height() - _ABOVE_BUTTONS)
