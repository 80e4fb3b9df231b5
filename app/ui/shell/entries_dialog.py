# SPDX-License-Identifier: Apache-2.0
"""Printing what is on screen when the disk refuses to keep it."""

from PySide6.QtWidgets import QDialog, QWidget

from app.ui.theme.icons import Icon
from app.ui.widgets.buttons import button
from app.ui.widgets.layouts import column, row
from app.ui.widgets.paper import PaperView
from app.ui.workplace import Workplace


class EntriesDialog(QDialog):
    """Preview and print; touches no disk."""

    def __init__(self, workplace: Workplace, paper: bytes, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Print entries – Teduh"))
        self.paper = PaperView()
        self.paper.show_paper(paper)
        looks = workplace.looks
        send = button(looks, self.tr("Print"), self._print, role="primary", icon=Icon.PRINT)
        close = button(looks, self.tr("Close"), self.reject, icon=Icon.CLOSE)
        self.setLayout(column(self.paper, row(close, None, send), margin=8))
        self.resize(640, 600)

    def _print(self) -> None:
        if self.paper.print_out("isian"):
            self.accept()
