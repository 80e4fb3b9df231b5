# SPDX-License-Identifier: Apache-2.0
"""Watches for idleness and for Shift pressed three times (ux §3, §4)."""

from datetime import timedelta

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow

from app.clock import Clock, steady_of

IDLE = timedelta(minutes=4)
WARNING = timedelta(seconds=20)
_TAPS, _WITHIN = 3, timedelta(seconds=5)
_SIGNS = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.ShortcutOverride,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
    }
)


class Watch(QObject):
    """An event filter for every window that gets the focus, and not for all widgets in it.

    An event that widgets pass on to their parents would otherwise count several times.
    Idle time runs on while the PC sleeps, so that it locks then too; who sets its clock
    neither draws the veil nor puts it off.

    Signals:
        idle: nobody touched anything for four minutes.
        idle_soon(warning): twenty seconds are left, or somebody is back.
        tapped: Shift was pressed three times with nothing between.
    """

    idle = Signal()
    idle_soon = Signal(bool)
    tapped = Signal()

    def __init__(self, clock: Clock, parent: QObject) -> None:
        super().__init__(parent)
        self._clock = clock
        self._last = self._now()
        self._taps: list[timedelta] = []
        self._warned = False
        self._timer = QTimer(self, interval=1000)
        self._timer.timeout.connect(self.check)
        self._timer.start()
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self._follow)
            self._follow(application.focusWindow())

    def _follow(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)

    def _now(self) -> timedelta:
        return timedelta(seconds=steady_of(self._clock))

    def check(self) -> None:
        """Say how long ago the last touch was, when that is long."""
        quiet = self._now() - self._last
        if quiet >= IDLE:
            self._last = self._now()
            self.idle.emit()
        soon = IDLE - WARNING <= quiet < IDLE
        if soon != self._warned:
            self._warned = soon
            self.idle_soon.emit(soon)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note every sign of life that reaches a window; never swallow one."""
        kind = event.type()
        if kind in _SIGNS:
            self._last = self._now()
            if isinstance(event, QKeyEvent):
                self._key(event, pressed=kind == QEvent.Type.KeyPress)
        return False

    def _key(self, event: QKeyEvent, *, pressed: bool) -> None:
        """Count taps of Shift; a key that is a shortcut arrives only as an override."""
        if event.key() != Qt.Key.Key_Shift:
            self._taps = []
        elif pressed and not event.isAutoRepeat():
            now = self._now()
            self._taps = [*(tap for tap in self._taps if now - tap <= _WITHIN), now]
            if len(self._taps) >= _TAPS:
                self._taps = []
                self.tapped.emit()
