# SPDX-License-Identifier: Apache-2.0
"""The room plan: one button, one paper, every bed with a called name."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.services.dormitory.rooms.room_plan import PrintRoomPlan, print_room_plan, room_plan_paper
from app.ui.theme.icons import Icon
from app.ui.widgets.buttons import button
from app.ui.widgets.paper_dialog import PaperDialog
from app.ui.workplace import Workplace


class RoomPlanButton(QWidget):
    """Prints who sleeps where and which beds are free; the audit keeps that it was printed."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self.button = button(workplace.looks, self.tr("Room plan"), self.open, icon=Icon.PRINT)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.button)

    def open(self) -> None:
        """Show the room plan of this moment."""
        self._workplace.act(
            self, print_room_plan, PrintRoomPlan(self._workplace.training), self._print
        )

    def _print(self, content: object) -> None:
        title = self.tr("Room plan – Teduh")
        name = content.file_name  # type: ignore[attr-defined]
        self._workplace.tasks.read(
            self,
            lambda: room_plan_paper(content),  # type: ignore[arg-type]
            lambda paper: PaperDialog(self._workplace, title, paper, name, self).open(),
        )
