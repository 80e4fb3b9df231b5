# SPDX-License-Identifier: Apache-2.0
"""A line for a password or PIN: shown while its eye is held, and it tells of Caps Lock."""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QToolButton

from app.ui.theme.icons import Icon, icon
from app.ui.widgets.buttons import ENTER
from app.ui.widgets.lines.caps import caps_lock, typed_in_capitals
from app.ui.widgets.lines.line import Line

_EYE = 22
"""Pixels of the eye, which stands inside the line."""


class Secret(Line):
    """Typed unseen.

    Signals:
        caps_told(on): Caps Lock is on while somebody types here, or no longer.
    """

    caps_told = Signal(bool)

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        self.setEchoMode(Line.EchoMode.Password)
        self._caps = False
        self.eye = Eye(self)
        self.eye.pressed.connect(lambda: self._reveal(shown=True))
        self.eye.released.connect(lambda: self._reveal(shown=False))
        self.setTextMargins(0, 0, _EYE, 0)

    @property
    def caps(self) -> bool:
        """Say whether Caps Lock is known to be on."""
        return self._caps

    def _reveal(self, *, shown: bool) -> None:
        self.setEchoMode(Line.EchoMode.Normal if shown else Line.EchoMode.Password)

    def _look(self, learned: bool | None = None) -> None:
        """Ask the system, else go by what was typed, and tell when it is something else."""
        known = caps_lock()
        on = known if known is not None else self._caps if learned is None else learned
        if on != self._caps:
            self._caps = on
            self.caps_told.emit(on)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Look when somebody comes to type."""
        super().focusInEvent(event)
        self._look()
        self.caps_told.emit(self._caps)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell of Caps Lock only where somebody types."""
        super().focusOutEvent(event)
        self.caps_told.emit(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Look at each key; the system knows of Caps Lock itself only after the key."""
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        learned = typed_in_capitals(event.text(), shift=shift)
        if event.key() == Qt.Key.Key_CapsLock and caps_lock() is None:
            learned = not self._caps
        super().keyPressEvent(event)
        self._look(learned)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Look again once the key is up."""
        super().keyReleaseEvent(event)
        QTimer.singleShot(0, self, self._look)

    def changeEvent(self, event: QEvent) -> None:
        """Show nothing in a window that is not in front; look again when it is."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange:
            self.eye.let_go()
            if self.hasFocus():
                self._look()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the eye at the end of the line."""
        super().resizeEvent(event)
        self.eye.setGeometry(self.width() - _EYE - 4, (self.height() - _EYE) // 2, _EYE, _EYE)


class Eye(QToolButton):
    """Held with the mouse, Space or Enter; let go of when it is hidden or loses the focus."""

    def __init__(self, line: Secret) -> None:
        super().__init__(line)
        name = self.tr("Show while this is held")
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setIcon(icon(Icon.SHOW, self.palette().text().color().name()))
        self.setAutoRaise(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def let_go(self) -> None:
        """Hide what was shown."""
        if self.isDown():
            self.setDown(False)
        self.released.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter as Space."""
        if event.key() not in ENTER:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self.setDown(True)
            self.pressed.emit()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Hide it again when the key is up."""
        if event.key() not in ENTER:
            super().keyReleaseEvent(event)
        elif not event.isAutoRepeat():
            self.let_go()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide it when the focus goes."""
        super().focusOutEvent(event)
        self.let_go()

    def hideEvent(self, event: QHideEvent) -> None:
        """Hide it with its page: the lock covers a line that is being shown."""
        super().hideEvent(event)
        self.let_go()
