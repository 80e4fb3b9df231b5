# SPDX-License-Identifier: Apache-2.0
"""Shows the Teduh that has this data folder already; loaded only when one has."""

from PySide6.QtWidgets import QApplication, QMessageBox

from app.config import Paths
from app.ui.doorbell import ring
from app.ui.i18n import Languages
from app.ui.preferences import load


def say_occupied(app: QApplication, paths: Paths) -> None:
    """Bring the open window to the front; where it does not answer, say that it is open."""
    if ring(paths):
        return
    Languages(app).speak(load(paths.preferences).language)
    QMessageBox.information(
        None,
        "Teduh",
        app.translate("Application", "Teduh is already open on this computer."),
    )
