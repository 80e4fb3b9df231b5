# SPDX-License-Identifier: Apache-2.0
"""What is copied in this program is forgotten after a while."""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication

CLIPBOARD_MILLISECONDS = 10_000
"""How long something copied here can be pasted (architecture §4)."""


class Copied(QObject):
    """Watches the clipboard; another program's copy stays."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, singleShot=True, interval=CLIPBOARD_MILLISECONDS)
        self._timer.timeout.connect(self.forget)
        QGuiApplication.clipboard().dataChanged.connect(self._changed)

    def forget(self) -> None:
        """Forget at once what was copied here."""
        self._timer.stop()
        if QGuiApplication.clipboard().ownsClipboard():
            QGuiApplication.clipboard().clear()

    def _changed(self) -> None:
        if QGuiApplication.clipboard().ownsClipboard() and QGuiApplication.clipboard().text():
            self._timer.start()
