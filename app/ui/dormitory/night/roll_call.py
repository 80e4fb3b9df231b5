# SPDX-License-Identifier: Apache-2.0
"""The fire roll-call: one button, one paper, names by room."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.services.dormitory.night.roll_call import PrintRollCall, print_roll_call, roll_call_paper
from app.ui.theme.icons import Icon
from app.ui.widgets.buttons import button
from app.ui.widgets.paper_dialog import PaperDialog
from app.ui.workplace import Workplace


class RollCallButton(QWidget):
    """Prints who has to be found tonight; the audit keeps that it was printed."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self.button = button(workplace.looks, self.tr("Fire roll-call"), self.open, icon=Icon.PRINT)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.button)

    def open(self) -> None:
        """Show the roll-call of this moment."""
        self._workplace.act(
            self, print_roll_call, PrintRollCall(self._workplace.training), self._print
        )

    def _print(self, content: object) -> None:
        title = self.tr("Fire roll-call – Teduh")
        name = content.file_name  # type: ignore[attr-defined]
        self._workplace.tasks.read(
            self,
            lambda: roll_call_paper(content),  # type: ignore[arg-type]
            lambda paper: PaperDialog(self._workplace, title, paper, name, self).open(),
        )
