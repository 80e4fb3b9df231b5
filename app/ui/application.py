# SPDX-License-Identifier: Apache-2.0
"""The Qt application: names, single instance, translations, the first window."""

import sys

from PySide6.QtCore import QLockFile
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox

from app import __version__
from app import logging as log
from app.clock import Clock
from app.config import Paths
from app.ui.i18n import Language, Languages
from app.ui.preferences import load
from app.ui.shell.window import Window
from app.ui.tasks import Tasks
from app.ui.theme.style import Looks


def application() -> QApplication:
    """Return the one application, named neutrally."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    QApplication.setApplicationName("Teduh")
    QApplication.setApplicationVersion(__version__)
    QGuiApplication.setDesktopFileName("teduh")
    return QApplication(sys.argv[:1])


def open_window(app: QApplication, paths: Paths, clock: Clock) -> Window:
    """Return the window, shown."""
    window = Window(paths, clock, Looks(app), Languages(app), Tasks())
    window.show()
    return window


def run(paths: Paths, clock: Clock) -> int:
    """Open the window unless another Teduh has this folder; return the exit code."""
    app = application()
    log.start(paths.log)
    lock = QLockFile(str(paths.instance))
    lock.setStaleLockTime(0)
    paths.data.mkdir(parents=True, exist_ok=True, mode=0o700)
    if not lock.tryLock(100):
        Languages(app).speak(load(paths.preferences).language or Language.ID)
        QMessageBox.information(
            None,
            "Teduh",
            app.translate("Application", "Teduh is already open on this computer."),
        )
        return 0
    window = open_window(app, paths, clock)
    code = app.exec()
    window.leave()
    lock.unlock()
    return code
