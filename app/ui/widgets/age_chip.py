# SPDX-License-Identifier: Apache-2.0
"""How somebody is treated tonight, as a chip and as words."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from app.policies.people.age import TreatedAs
from app.ui.texts import words
from app.ui.theme.style import mark


class AgeChip(QLabel):
    """How somebody is treated, as a word with a border: Child, Child (presumed), Adult."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.show_nothing()

    def show_nothing(self) -> None:
        """Show that no age was given yet."""
        self.setText(self.tr("no age yet"))
        mark(self, chip="none")

    def show_treatment(self, treated_as: TreatedAs, *, presumed: bool) -> None:
        """Show a treatment."""
        text = words(treated_as)
        if presumed:
            text = self.tr("{0} (presumed)").format(text)
        self.setText(text.upper() if treated_as is TreatedAs.CHILD else text)
        mark(self, chip="child" if treated_as is TreatedAs.CHILD else "adult")


def treatment_text(treated_as: TreatedAs, *, presumed: bool) -> str:
    """Return a treatment in words, for lists."""
    chip = AgeChip()
    chip.show_treatment(treated_as, presumed=presumed)
    return chip.text()
