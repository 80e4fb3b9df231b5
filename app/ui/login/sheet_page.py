# SPDX-License-Identifier: Apache-2.0
"""The new recovery sheet: printed or saved, and confirmed by two of its words."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from app.ui.theme.icons import Icon
from app.ui.theme.measures import measure
from app.ui.theme.style import Looks
from app.ui.widgets.banner import Banner
from app.ui.widgets.buttons import button
from app.ui.widgets.field import Field, line
from app.ui.widgets.labels import heading, sentence
from app.ui.widgets.layouts import column, columns, panel, row, tall
from app.ui.widgets.paper import PaperView
from app.vault.recovery import same_word

ASKED = (4, 13)
_NAME = "lembar-pemulihan"
_SIDE_LETTERS = 66


class SheetPage(QWidget):
    """Shows the sheet once; afterwards it exists on paper only.

    Signals:
        confirmed: two words were typed from the paper.
    """

    confirmed = Signal()

    def __init__(self, looks: Looks, paper: bytes, words: tuple[str, ...]) -> None:
        super().__init__()
        self.words = words
        self.paper = PaperView()
        self.banner = Banner(looks, reserved=True)
        self.typed = tuple(line(longest=20) for _ in ASKED)
        self.fields = tuple(
            Field(self.tr("Word number {0}").format(place), editor)
            for place, editor in zip(ASKED, self.typed, strict=True)
        )
        print_button = button(looks, self.tr("Print"), self._print, role="primary", icon=Icon.PRINT)
        save = button(looks, self.tr("Save to a USB stick"), self._save, icon=Icon.SAVE)
        self.done = button(
            looks,
            self.tr("The sheet is on paper"),
            self._confirm,
            role="primary",
            icon=Icon.ALLOWED,
        )
        side = panel(
            column(
                heading(self.tr("Recovery sheet"), page=True),
                sentence(
                    self.tr(
                        "Print this sheet now and lock it away. Teduh does not keep it: "
                        "without it and without any password the data is lost for good."
                    )
                ),
                row(print_button, save, None),
                16,
                sentence(self.tr("Type two words from the paper:"), "muted"),
                *self.fields,
                self.banner,
                row(None, self.done),
                None,
                margin=24,
            )
        )
        for editor in self.typed:
            editor.returnPressed.connect(self._confirm)
        parts = ((measure(side, least=_SIDE_LETTERS), 2), (self.paper, 3))
        self.setLayout(tall(columns(*parts, spacing=0)))
        self.paper.show_paper(paper)

    def _print(self) -> None:
        if self.paper.print_out(_NAME):
            self.typed[0].setFocus()

    def _save(self) -> None:
        chosen, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save to a USB stick"), f"{_NAME}.pdf", "PDF (*.pdf)"
        )
        if not chosen:
            return
        path = Path(chosen)
        try:
            self.paper.save_to(path.parent, path.stem)
        except OSError:
            self.banner.say("stop", self.tr("This folder cannot be written."))

    def _confirm(self) -> None:
        wrong = False
        for place, editor, field in zip(ASKED, self.typed, self.fields, strict=True):
            fits = same_word(editor.text(), self.words[place - 1])
            field.show_problem("" if fits else self.tr("Look at word {0} again.").format(place))
            wrong = wrong or not fits
        if not wrong:
            self.confirmed.emit()
