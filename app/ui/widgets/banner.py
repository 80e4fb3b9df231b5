# SPDX-License-Identifier: Apache-2.0
"""A sentence that stays until it is answered or ends, and a short one that goes by itself."""

from collections.abc import Callable

from PySide6 import QtGui
from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from app.ui.theme.icons import Icon
from app.ui.theme.style import Looks, mark
from app.ui.widgets.buttons import Button
from app.ui.widgets.labels import sentence
from app.ui.widgets.layouts import keep_place

_ICONS = {"stop": Icon.REFUSED, "warn": Icon.WARN, "ok": Icon.ALLOWED, "info": Icon.HELP}
_LINES = 2


def announce(source: QWidget, text: str) -> None:
    """Say a sentence to a screen reader."""
    event = QtGui.QAccessibleAnnouncementEvent(source, text)
    QtGui.QAccessible.updateAccessibility(event)


class Strip(QFrame):
    """How a notice looks: icon, sentence, and a button when there is something to do.

    Signals:
        pressed: its button.
    """

    pressed = Signal()

    def __init__(self, looks: Looks, *, margins: tuple[int, int] = (10, 6)) -> None:
        super().__init__()
        self._looks = looks
        self._picture = QLabel()
        self._text = sentence()
        self._button = Button()
        self._button.setAccessibleName(self.tr("Close"))
        self._button.clicked.connect(self.pressed)
        box = QHBoxLayout(self)
        box.setContentsMargins(*margins, *margins)
        box.addWidget(self._picture)
        box.addWidget(self._text, 1)
        box.addWidget(self._button)

    def write(self, tone: str, text: str, label: str) -> None:
        """Show a sentence in a tone (stop, warn, ok, info), with a button where it has a label."""
        mark(self, banner=tone)
        mark(self._text, tone=tone)
        self._picture.setPixmap(self._looks.icon(_ICONS[tone], tone).pixmap(18, 18))
        self._text.setText(text)
        self._button.setText(label)
        self._button.setAccessibleName(label)
        self._button.setVisible(bool(label))

    def fit(self, text: str) -> bool:
        """Show as many words of a sentence as there is room for; say whether all of them are."""
        words = text.split()
        self._text.setText(text)
        while words and self._text.heightForWidth(self._text.width()) > self._text.height():
            words.pop()
            self._text.setText(" ".join((*words, "…")))
        return self._text.text() == text


class Banner(Strip):
    """One sentence with at most one button.

    It stands in the line for notices of its window (``app.ui.widgets.still.notices``), so that
    nothing on the page moves; where a window has none, in the place it was laid out in.

    Args:
        looks: the looks in force.
        reserved: keep the place of two lines while nothing is said.

    Signals:
        turned: it says something else, or nothing.
    """

    turned = Signal()

    def __init__(self, looks: Looks, *, reserved: bool = False) -> None:
        super().__init__(looks)
        self.tone = self.label = self._says = ""
        self._act: Callable[[], None] | None = None
        self.pressed.connect(self.answer)
        if reserved:
            keep_place(self)
            self._text.setMinimumHeight(_LINES * self.fontMetrics().lineSpacing())
        self.hide()

    @property
    def text(self) -> str:
        """Return the sentence said, or nothing."""
        return self._says

    def say(
        self, tone: str, text: str, label: str = "", act: Callable[[], None] | None = None
    ) -> None:
        """Say a sentence, with a button when there is something to do about it."""
        self.tone, self._says, self.label, self._act = tone, text, label, act
        self.write(tone, text, label)
        self._stand()
        self.turned.emit()
        announce(self, text)

    def clear(self) -> None:
        """Take the sentence away."""
        self._says = ""
        self.hide()
        self.turned.emit()

    def answer(self) -> None:
        """Take the sentence away and do what its button is for."""
        act = self._act
        self.clear()
        if act is not None:
            act()

    def _stand(self) -> None:
        """Go to the line of the window, or show here."""
        above: QWidget | None = self
        while above is not None and (above is self or not above.isWindow()):
            line = getattr(above, "notices", None)
            if line is not None:
                line.hold(self)
                self.hide()
                return
            above = above.parentWidget()
        self.show()

    def showEvent(self, event: QShowEvent) -> None:
        """Move to the line of a window that it came into meanwhile."""
        super().showEvent(event)
        self._stand()


class Toast(Banner):
    """A banner that goes by itself after ten seconds."""

    def __init__(self, looks: Looks) -> None:
        super().__init__(looks)
        self._timer = QTimer(self, singleShot=True, interval=10_000)
        self._timer.timeout.connect(self.clear)

    def say(
        self, tone: str, text: str, label: str = "", act: Callable[[], None] | None = None
    ) -> None:
        """Say a sentence for ten seconds."""
        super().say(tone, text, label, act)
        self._timer.start()
