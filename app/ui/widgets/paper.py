# SPDX-License-Identifier: Apache-2.0
"""A paper on screen before it is printed or saved; its name never holds a person."""

import os
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.theme.measures import measure

_PRINT_DPI = 300
_LEAST_LETTERS, _LEAST_LINES = 50, 12


class PaperView(QWidget):
    """Shows a PDF from memory, prints it, saves it."""

    def __init__(self) -> None:
        super().__init__()
        self._bytes = b""
        self._buffer = QBuffer(self)
        self._document = QPdfDocument(self)
        self._view = QPdfView(self)
        self._view.setDocument(self._document)
        self._view.setPageMode(QPdfView.PageMode.MultiPage)
        self._view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self._view.setAccessibleName(self.tr("Preview of the paper"))
        measure(self._view, least=_LEAST_LETTERS, lowest=_LEAST_LINES)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._view)

    @property
    def content(self) -> bytes:
        """Return the PDF shown."""
        return self._bytes

    @property
    def pages(self) -> int:
        """Return how many pages it has."""
        return self._document.pageCount()

    def show_paper(self, content: bytes) -> None:
        """Show a PDF."""
        self._bytes = content
        self._document.close()
        self._buffer.close()
        self._buffer.setData(QByteArray(content))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document.load(self._buffer)

    def save_to(self, folder: Path, name: str) -> Path:
        """Write the PDF into the papers folder, readable by this user only.

        Raises:
            OSError: the folder cannot be written.
        """
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        path = folder / f"{name}.pdf"
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "wb") as handle:
            handle.write(self._bytes)
        return path

    def print_out(self, name: str) -> bool:
        """Ask for a printer and print; return whether it was sent."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(name)
        dialog = QPrintDialog(printer, self)
        if dialog.exec() != QPrintDialog.DialogCode.Accepted:
            return False
        printer.setResolution(_PRINT_DPI)
        painter = QPainter()
        if not painter.begin(printer):
            return False
        for page in range(self.pages):
            if page:
                printer.newPage()
            area = painter.viewport()
            image = self.picture(page, QSize(area.width(), area.height()))
            painter.drawImage(area, image)
        return painter.end()

    def picture(self, page: int, size: QSize) -> QImage:
        """Return one page as a picture no larger than ``size`` pixels."""
        points = self._document.pagePointSize(page)
        scale = min(size.width() / points.width(), size.height() / points.height())
        target = QSize(round(points.width() * scale), round(points.height() * scale))
        image = QImage(target, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        painter.drawImage(0, 0, self._document.render(page, target))
        painter.end()
        return image
