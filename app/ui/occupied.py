# SPDX-License-Identifier: Apache-2.0
"""Says that another Teduh has this data folder; loaded only when it has."""

from PySide6.QtWidgets import QApplication, QMessageBox

from app.config import Paths
from app.ui.i18n import Languages
from app.ui.preferences import load


def say_occupied(app: QApplication, paths: Paths) -> None:
    """Show the sentence until it is answered."""
    Languages(app).speak(load(paths.preferences).language)
    QMessageBox.information(
        None,
        "Teduh",
        app.translate("Application", "Teduh is already open on this computer."),
    )
