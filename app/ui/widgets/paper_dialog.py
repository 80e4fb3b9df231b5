# SPDX-License-Identifier: Apache-2.0
"""A paper before it is printed or saved; the file is named by code and date."""

from collections.abc import Callable
from typing import Any, Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from app.services.acts import Act
from app.ui.theme.icons import Icon
from app.ui.widgets.banner import Banner
from app.ui.widgets.buttons import button
from app.ui.widgets.layouts import column, row
from app.ui.widgets.paper import PaperView
from app.ui.workplace import Workplace


class Named(Protocol):
    """What a paper says, with a name for file and print job that tells of no person."""

    @property
    def file_name(self) -> str:
        """Return code and date."""
        ...


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


def preview(
    asker: QWidget,
    workplace: Workplace,
    words: str,
    what: Act[Any, Any],
    command: object,
    rendered: Callable[[Any], bytes],
) -> None:
    """Write a paper of this moment and show it; the audit keeps that it was printed.

    Args:
        asker: the screen that wants it.
        workplace: does the act.
        words: what the paper is called; its window is called so too.
        what: the act that writes down what the paper says.
        command: what it is asked for.
        rendered: makes the PDF; runs on a reading thread.
    """

    def written(content: Named) -> None:
        workplace.tasks.read(
            asker,
            lambda: rendered(content),
            lambda paper: PaperDialog(
                workplace, f"{words} – Teduh", paper, content.file_name, asker
            ).open(),
        )

    workplace.act(asker, what, command, written)
