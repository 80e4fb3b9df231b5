# SPDX-License-Identifier: Apache-2.0
"""Buttons with words, icon, role and shortcut from one place."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QPushButton

from app.ui.theme.icons import Icon
from app.ui.theme.style import Looks, mark

ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_BESIDE_ICON = 4
"""Pixels Qt puts between icon and words."""


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


class Yielding(Button):
    """All its words, or a few of them where the bar around has no room for all."""

    def __init__(self) -> None:
        super().__init__()
        self._words = self._few = ""
        self.brief = False

    def say(self, words: str, few: str = "") -> None:
        """Stand for something.

        Args:
            words: all of it, which a screen reader hears too.
            few: what is shown instead; nothing leaves the icon alone.
        """
        self._words, self._few = words, few
        self.setAccessibleName(words)
        self._show()

    def set_brief(self, brief: bool) -> None:
        """Show a few of the words, or all."""
        self.brief = brief
        self._show()

    def width_of(self, *, brief: bool) -> int:
        """Return the width that shows a few of its words, or all."""
        words = self._few if brief else self._words
        return self.sizeHint().width() - self._wide(self.text()) + self._wide(self._shown(words))

    def _show(self) -> None:
        shown = self._shown(self._few if self.brief else self._words)
        if shown != self.text():
            self.setText(shown)

    def _shown(self, words: str) -> str:
        return f" {words}" if words and not self.icon().isNull() else words

    def _wide(self, text: str) -> int:
        wide = self.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, text).width()
        return wide + _BESIDE_ICON if text and not self.icon().isNull() else wide


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
    return _fitted(made, looks, name or text.replace("&", ""), on_click, role, icon, shortcut)


def yielding(
    looks: Looks,
    on_click: Callable[[], None],
    *,
    icon: Icon,
    shortcut: str,
    role: str = "",
    text: str = "",
    few: str = "",
) -> Yielding:
    """Return a button that shows only a few words where there is no room for its text."""
    made = Yielding()
    _fitted(made, looks, text, on_click, role, icon, shortcut)
    made.say(text, few)
    return made


def _fitted(
    made: Button,
    looks: Looks,
    name: str,
    on_click: Callable[[], None],
    role: str,
    icon: Icon | None,
    shortcut: str,
) -> Button:
    made.setAccessibleName(name)
    if role:
        mark(made, role=role)
    if icon is not None:
        token = {"primary": "onPrimary", "side": "onSidebar"}.get(role, "text")
        made.setIcon(looks.icon(icon, token))
        made.setIconSize(QSize(18, 18))
    if shortcut:
        sequence = QKeySequence(shortcut)
        shown = sequence.toString(QKeySequence.SequenceFormat.NativeText)
        made.setToolTip(f"{name}  ({shown})")
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    made.clicked.connect(lambda: on_click())
    return made
