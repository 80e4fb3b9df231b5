# SPDX-License-Identifier: Apache-2.0
"""Admin: the logo as papers show it, and the way to another file or to none."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFileDialog, QFrame, QLabel, QWidget

from app.ui.theme.icons import Icon
from app.ui.theme.style import Looks
from app.ui.widgets.buttons import button
from app.ui.widgets.layouts import column, row

_SIDE = 96
_EDGE = 2


class LogoChoice(QWidget):
    """A picture with two buttons.

    Signals:
        picked(path): a file was chosen; nobody has read it yet.
        edited: the logo was taken away.
    """

    picked = Signal(object)
    edited = Signal()

    def __init__(self, looks: Looks) -> None:
        super().__init__()
        self.logo = b""
        self.picture = QLabel()
        self.picture.setFixedSize(_SIDE, _SIDE)
        self.picture.setWordWrap(True)
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.picture.setFrameShape(QFrame.Shape.StyledPanel)
        self.choose_button = button(looks, self.tr("Choose a logo…"), self._choose, icon=Icon.BOARD)
        self.remove_button = button(
            looks, self.tr("Remove the logo"), self._remove, role="quiet", icon=Icon.CLOSE
        )
        self.setFocusProxy(self.choose_button)
        deeds = column(row(self.choose_button, None), row(self.remove_button, None), None)
        self.setLayout(row(self.picture, deeds, None, spacing=16))
        self.show_logo(b"")

    def show_logo(self, logo: bytes) -> None:
        """Show a small PNG, or that there is none."""
        self.logo = logo
        self.remove_button.setEnabled(bool(logo))
        if logo:
            picture = QPixmap()
            picture.loadFromData(logo, "PNG")
            side = _SIDE - 2 * _EDGE
            self.picture.setPixmap(
                picture.scaled(
                    side,
                    side,
                    Qt.AspectRatioMode.KeepAspectRatio,
                    Qt.TransformationMode.SmoothTransformation,
                )
            )
            self.picture.setAccessibleName(self.tr("The logo on papers"))
        else:
            self.picture.setText(self.tr("No logo"))
            self.picture.setAccessibleName(self.tr("No logo"))

    def _choose(self) -> None:
        dialog = QFileDialog(self, self.tr("Choose a logo"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setViewMode(QFileDialog.ViewMode.List)
        pictures = QStandardPaths.StandardLocation.PicturesLocation
        dialog.setDirectory(QStandardPaths.writableLocation(pictures))
        dialog.setNameFilter("PNG, JPEG (*.png *.jpg *.jpeg)")
        dialog.fileSelected.connect(lambda name: self.picked.emit(Path(name)))
        dialog.open()

    def _remove(self) -> None:
        self.show_logo(b"")
        self.choose_button.setFocus()
        self.edited.emit()
