# SPDX-License-Identifier: Apache-2.0
"""Rooms looked after: the list of rooms, a walk through one, what is to be mended."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.policies.access import Right
from app.policies.dormitory.beds.facts import RoomPurpose
from app.services.dormitory.care.inspections import RoomCareLine, room_care
from app.services.dormitory.care.repairs import repairs
from app.services.topics import Topic
from app.ui import format as shown
from app.ui.dormitory.care.inspection_part import InspectionPart
from app.ui.dormitory.care.repairs_part import RepairsPart
from app.ui.texts import words
from app.ui.widgets.boxes.tall import Tall
from app.ui.widgets.labels import heading, sentence
from app.ui.widgets.layouts import column, columns
from app.ui.widgets.short_list import ShortList, joined
from app.ui.workplace import Workplace


class RoomCarePanel(QWidget):
    """Choose a room on the left; look through it, or ask for a repair.

    Signals:
        said(text): something worth a toast.
    """

    said = Signal(str)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self.rooms = ShortList(self.tr("Rooms and their last walk"))
        self.rooms.currentRowChanged.connect(lambda _at: self._chosen())
        self.rooms.opened.connect(lambda: self.inspection.checklist.setFocus())
        self._none = sentence(
            self.tr("There is no room yet. Set up rooms under Admin first."), "muted"
        )
        self.inspection = InspectionPart(workplace)
        self.repairs = RepairsPart(workplace)
        for part in (self.inspection, self.repairs):
            part.said.connect(self.said)
            part.kept.connect(self.reload)
        self.inspection.repair_wanted.connect(self.repairs.begin)
        listed = QWidget()
        lines = column(heading(self.tr("Rooms")), self._none, self.rooms, None)
        lines.setStretchFactor(self.rooms, 9)
        listed.setLayout(lines)
        walk = Tall(self.inspection)
        parts = ((listed, 4), (walk, 5), (Tall(self.repairs), 5))
        self.setLayout(columns(*parts, spacing=16, margin=12))
        walk.setHidden(not workplace.may(Right.KEEP_DORMITORY))

    @property
    def topics(self) -> frozenset[Topic]:
        """Return what this panel shows."""
        return frozenset({Topic.CARETAKING, Topic.SHELTER})

    @property
    def pending(self) -> bool:
        """Say whether something is marked or typed that is not kept yet."""
        return self.inspection.pending or self.repairs.pending

    def reload(self) -> None:
        """Ask again for rooms and repairs; marks and words stay."""
        self._workplace.ask(self, room_care, None, self._show_rooms)
        self._workplace.ask(self, repairs, None, self.repairs.show_requests)

    def _show_rooms(self, lines: tuple[RoomCareLine, ...]) -> None:
        self.rooms.blockSignals(True)
        self.rooms.fill(((self._told(each), each) for each in lines), _same)
        self.rooms.blockSignals(False)
        self._none.setHidden(bool(lines))
        self._chosen()

    def _chosen(self) -> None:
        room: RoomCareLine | None = self.rooms.chosen
        self.inspection.show_room(room)
        self.repairs.show_room(room)

    def _told(self, each: RoomCareLine) -> str:
        purpose = "" if each.purpose is RoomPurpose.BEDROOM else words(each.purpose)
        return joined(
            each.name,
            purpose,
            self._walked(each),
            ", ".join(self.tr("not fine: {0}").format(words(point)) for point in each.wrong),
            each.note,
            self.tr("repairs: {0}").format(each.open_repairs) if each.open_repairs else "",
        )

    def _walked(self, each: RoomCareLine) -> str:
        if each.looked_at is None:
            return self.tr("nobody has looked yet")
        when = shown.day_and_time(each.looked_at, self._workplace.zone)
        return self.tr("looked at {0}, {1}").format(when, each.looked_by)


def _same(one: RoomCareLine, other: RoomCareLine) -> bool:
    return one.room_id == other.room_id
