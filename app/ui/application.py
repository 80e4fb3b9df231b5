# SPDX-License-Identifier: Apache-2.0
"""The Qt application: its names, one instance, the first paint, and what follows it."""

import sys
from collections.abc import Callable
from importlib import import_module
from threading import Thread

from PySide6.QtCore import QLockFile, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from app import __version__
from app.config import Paths
from app.ui.front import Front
from app.ui.i18n import Languages
from app.ui.theme.style import Looks

STYLE = ("-style", "Fusion")
"""As arguments: ``setStyle`` would load all of Qt's style enums before the first paint."""
_AFTER_PAINT_MILLISECONDS = 10
"""Let the whole window reach the screen before imports compete for the interpreter."""


def application() -> QApplication:
    """Return the one application, named neutrally."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    QApplication.setApplicationName("Teduh")
    QApplication.setApplicationVersion(__version__)
    QGuiApplication.setDesktopFileName("teduh")
    return QApplication([*sys.argv[:1], *STYLE])


class Warming(QObject):
    """Imports what is slow beside the event loop, as soon as the first page is painted.

    Signals:
        done(error): everything is loaded; ``error`` is None, or the bug that prevented it.
    """

    done = Signal(object)

    def __init__(self, warm: Callable[[], None]) -> None:
        super().__init__()
        self._warm = warm
        self._thread = Thread(target=self._run, name="warming", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def _run(self) -> None:
        try:
            self._warm()
        except Exception as error:
            self.done.emit(error)
        else:
            self.done.emit(None)


def open_front(app: QApplication, paths: Paths) -> Front:
    """Return the window with its first page, shown."""
    front = Front(paths, Looks(app), Languages(app))
    front.show()
    return front


def run(
    paths: Paths,
    warm: Callable[[], None],
    move_in: Callable[[Front], object],
    on_occupied: Callable[[QApplication, Paths], None],
    on_painted: Callable[[], None] | None = None,
) -> int:
    """Open the window unless another Teduh has this folder; return the exit code.

    Args:
        paths: the data folder.
        warm: imports what is slow; runs beside the event loop.
        move_in: makes the shell that works behind the window; runs when all is loaded.
        on_occupied: says that another Teduh has this folder.
        on_painted: called once after the first paint.
    """
    app = application()
    lock = QLockFile(str(paths.instance))
    lock.setStaleLockTime(0)
    paths.data.mkdir(parents=True, exist_ok=True, mode=0o700)
    if not lock.tryLock(100):
        on_occupied(app, paths)
        return 0
    front = open_front(app, paths)
    warming = Warming(warm)
    kept: list[object] = []

    def loaded(error: Exception | None) -> None:
        if error is not None:
            raise error
        kept.append(move_in(front))
        bell = import_module("app.ui.doorbell").Doorbell(paths)
        bell.rung.connect(front.come_forward)
        app.aboutToQuit.connect(bell.close)
        kept.append(bell)

    if on_painted is not None:
        front.painted.connect(on_painted)
    front.painted.connect(lambda: QTimer.singleShot(_AFTER_PAINT_MILLISECONDS, warming.start))
    warming.done.connect(loaded)
    code = app.exec()
    lock.unlock()
    return code
