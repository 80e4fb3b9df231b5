# SPDX-License-Identifier: Apache-2.0
"""A paper before it is printed or saved; the file is named by code and date."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from app.ui.theme.icons import Icon
from app.ui.widgets.banner import Banner
from app.ui.widgets.buttons import button
from app.ui.widgets.layouts import column, row
from app.ui.widgets.paper import PaperView
from app.ui.workplace import Workplace


class PaperDialog(QDialog):
    """Preview, print, save into the papers folder."""

    def __init__(
        self, workplace: Workplace, title: str, paper: bytes, file_name: str, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._workplace = workplace
        self._name = file_name
        self.banner = Banner(workplace.looks)
        self.paper = PaperView()
        self.paper.show_paper(paper)
        looks = workplace.looks
        self.print_button = button(
            looks, self.tr("Print"), self._print, role="primary", icon=Icon.PRINT
        )
        self.save_button = button(looks, self.tr("Save PDF"), self._save, icon=Icon.SAVE)
        close = button(looks, self.tr("Close"), self.reject, icon=Icon.CLOSE)
        buttons = row(close, None, self.save_button, self.print_button)
        self.setLayout(column(self.banner, self.paper, buttons, margin=8))
        self.resize(720, 620)

    def _print(self) -> None:
        if self.paper.print_out(self._name):
            self.accept()

    def _save(self) -> None:
        try:
            path = self.paper.save_to(self._workplace.paths.papers, self._name)
        except OSError:
            self.banner.say("stop", self.tr("The papers folder cannot be written."))
            return
        self.banner.say("ok", self.tr("Saved as {0} in the papers folder.").format(path.name))
