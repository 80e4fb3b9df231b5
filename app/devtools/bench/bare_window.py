# SPDX-License-Identifier: Apache-2.0
"""The baseline process: an empty main window, painted once."""

import sys

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow


class _Bare(QMainWindow):
    seen = False

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() == QEvent.Type.Paint and not self.seen:
            self.seen = True
            QTimer.singleShot(0, _painted)
        return handled


def _painted() -> None:
    print("painted", flush=True)
    sys.stdin.read()
    QApplication.quit()


if __name__ == "__main__":
    application = QApplication(sys.argv[:1])
    window = _Bare()
    window.resize(1366, 697)
    window.show()
    sys.exit(application.exec())
