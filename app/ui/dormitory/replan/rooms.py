# SPDX-License-Identifier: Apache-2.0
"""The rooms that a plan changes: who sleeps there now, who would then."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.services.dormitory.replan.told import Mover, RoomChange
from app.ui.theme.measures import measure
from app.ui.widgets.labels import heading, sentence
from app.ui.widgets.layouts import column, emptied, panel, row, scrolling, wide

_LABEL = 9


class BeforeAfter(QWidget):
    """One card for each room that changes."""

    def __init__(self, called: Callable[[Mover], str]) -> None:
        super().__init__()
        self._called = called
        self._cards = QVBoxLayout()
        self._cards.setSpacing(6)
        content = QWidget()
        content.setLayout(column(self._cards, None))
        self.setLayout(column(heading(self.tr("Now and then")), scrolling(content)))

    def show_rooms(self, rooms: tuple[RoomChange, ...]) -> None:
        """Show rooms; who leaves is marked with a minus, who comes with a plus."""
        emptied(self._cards)
        for room in rooms:
            self._cards.addWidget(self._card(room))

    def _card(self, room: RoomChange) -> QWidget:
        now = self._line(self.tr("Now"), room.before, set(room.before) - set(room.after), "−")
        then = self._line(self.tr("Then"), room.after, set(room.after) - set(room.before), "+")
        return panel(column(heading(room.room_name), now, then, spacing=2, margin=8), card=True)

    def _line(self, title: str, people: tuple[Mover, ...], new: set[Mover], sign: str) -> QWidget:
        marks = dict.fromkeys(new, f"{sign}\xa0")
        names = [f"{marks.get(who, '')}{self._called(who)}" for who in people]
        told = sentence(" · ".join(names) or self.tr("nobody"), "" if names else "muted")
        label = measure(sentence(title, "muted"), width=_LABEL)
        label.setAlignment(Qt.AlignmentFlag.AlignTop)
        made = QWidget()
        made.setLayout(row(label, wide(told)))
        return made
