# SPDX-License-Identifier: Apache-2.0
"""The shipped font, for a system that has none: a bare server, or Windows without a screen."""

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo
from PySide6.QtWidgets import QApplication

from app.config import RESOURCES

_FAMILY = "DejaVu Sans"


def provide_fonts(application: QApplication) -> None:
    """Write in the shipped font if the system has no font at all."""
    if QFontInfo(application.font()).family():
        return
    for path in sorted((RESOURCES / "fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(path))
    application.setFont(QFont(_FAMILY))
