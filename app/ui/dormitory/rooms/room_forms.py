# SPDX-License-Identifier: Apache-2.0
"""Forms for a wing and for a room, new or as it is."""

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit

from app.errors import Refused
from app.policies.dormitory.beds.facts import RoomPurpose, Side
from app.policies.dormitory.rooms.building import read_area, read_count, read_letters
from app.policies.dormitory.rules.needs import House
from app.policies.people.names import LONGEST_NAME, TextProblem
from app.services.dormitory.rooms.building import RoomFacts, WingFacts
from app.services.dormitory.rooms.room_admin import AddRoom, ChangeRoom, add_room, change_room
from app.services.dormitory.rooms.wing_admin import (
    AddWing,
    ChangedWing,
    ChangeWing,
    add_wing,
    change_wing,
)
from app.ui.dormitory.small_form import SmallForm
from app.ui.texts import words
from app.ui.widgets.acting import narrow
from app.ui.widgets.field import Field, line
from app.ui.workplace import Workplace

_AREA, _BEDS = "16", "4"
"""What a new room starts with: square metres and beds."""


class WingForm(SmallForm):
    """Name, floor, side and house of a wing."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self._wing: WingFacts | None = None
        self.name = line(longest=LONGEST_NAME + 1)
        self.floor = line(longest=20)
        self.side, self.house = narrow(QComboBox()), narrow(QComboBox())
        for side in Side:
            self.side.addItem(words(side), side)
        self.house.addItem(self.tr("both houses"), None)
        for house in House:
            self.house.addItem(words(house), house)
        self.lay_out(
            self.tr("Wing"),
            {
                "name": Field(self.tr("Name of the wing"), self.name),
                "floor": Field(self.tr("Floor"), self.floor, self.tr("1 is the ground floor.")),
                "side": Field(self.tr("Who sleeps here"), self.side),
                "house": Field(self.tr("House"), self.house),
            },
            (self.tr("Save wing"), self._save),
        )

    def open_new(self) -> None:
        """Begin with a new wing."""
        self._wing = None
        self.start(self.tr("New wing"))
        self.floor.setText("1")

    def open_for(self, wing: WingFacts) -> None:
        """Begin with a wing as it is."""
        self.start(wing.name)
        self._wing = wing
        self.name.setText(wing.name)
        self.floor.setText(str(wing.floor))
        self.side.setCurrentIndex(self.side.findData(wing.side))
        at = 0 if wing.house is None else self.house.findData(wing.house)
        self.house.setCurrentIndex(at)

    def _save(self) -> None:
        wing = self._wing
        if wing is None:
            label = self.tr("Adding wing {0}").format(self.name.text())
            self.finish(add_wing, self._new, self._added, label)
        else:
            label = self.tr("Changing wing {0}").format(wing.name)
            self.finish(change_wing, lambda: self._change(wing), self._changed, label)

    def _new(self) -> AddWing:
        return AddWing(self.name.text(), _number(self.floor, "floor"), *self._choices())

    def _change(self, wing: WingFacts) -> ChangeWing:
        floor = _number(self.floor, "floor")
        return ChangeWing(wing.wing_id, wing.version, self.name.text(), *self._choices(), floor)

    def _choices(self) -> tuple[Side, House | None]:
        house = self.house.currentData()
        return Side(self.side.currentData()), House(house) if house else None

    def _added(self, _done: object) -> str:
        return self.tr("The wing was added. Add its rooms now.")

    def _changed(self, done: ChangedWing) -> str:
        if done.uneasy:
            return self.tr("The wing is saved. People whose bed now needs permission: {0}.").format(
                done.uneasy
            )
        return self.tr("The wing is saved.")


class RoomForm(SmallForm):
    """Name, floor space, beds and bunks of a room; its use is dated and changed elsewhere."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self._wing: WingFacts | None = None
        self._room: RoomFacts | None = None
        self.name = line(longest=LONGEST_NAME + 1)
        self.area, self.beds, self.upper = line(longest=20), line(longest=20), line(longest=80)
        self.purpose = narrow(QComboBox())
        for purpose in RoomPurpose:
            self.purpose.addItem(words(purpose), purpose)
        self.near = QCheckBox(self.tr("Near the caretaker"))
        self.step_free = QCheckBox(self.tr("A wheelchair reaches it"))
        self.lay_out(
            self.tr("Room"),
            {
                "name": Field(self.tr("Name of the room"), self.name),
                "area_dm2": Field(self.tr("Floor space (m²)"), self.area),
                "beds": Field(self.tr("Beds"), self.beds),
                "upper": Field(
                    self.tr("Upper bunks"), self.upper, self.tr("Their letters, such as B, D.")
                ),
                "purpose": Field(self.tr("Use"), self.purpose),
            },
            (self.tr("Save room"), self._save),
            self.near,
            self.step_free,
        )

    def open_new(self, wing: WingFacts) -> None:
        """Begin with a new room of a wing."""
        self._wing, self._room = wing, None
        self.start(self.tr("New room in {0}").format(wing.name))
        self.area.setText(_AREA)
        self.beds.setText(_BEDS)
        self._tick(near=False, step_free=wing.floor == 1)
        self.fields["purpose"].setHidden(False)

    def open_for(self, wing: WingFacts, room: RoomFacts) -> None:
        """Begin with a room as it is."""
        self.start(room.name)
        self._wing, self._room = wing, room
        self.name.setText(room.name)
        self.area.setText(f"{room.area_dm2 / 100:g}".replace(".", ","))
        self.beds.setText(str(len(room.in_use)))
        self.upper.setText(", ".join(bed.label for bed in room.in_use if bed.upper))
        self._tick(near=room.near_caretaker, step_free=room.step_free)
        self.fields["purpose"].setHidden(True)

    def _tick(self, *, near: bool, step_free: bool) -> None:
        self.near.setChecked(near)
        self.step_free.setChecked(step_free)

    def _save(self) -> None:
        wing, room = self._wing, self._room
        if room is not None:
            label = self.tr("Changing room {0}").format(room.name)
            self.finish(change_room, lambda: self._change(room), self._saved, label)
        elif wing is not None:
            label = self.tr("Adding room {0}").format(self.name.text())
            self.finish(add_room, lambda: self._new(wing), self._saved, label)

    def _new(self, wing: WingFacts) -> AddRoom:
        return AddRoom(
            wing.wing_id,
            self.name.text(),
            _area(self.area),
            _number(self.beds, "beds"),
            self.near.isChecked(),
            self.step_free.isChecked(),
            read_letters(self.upper.text()),
            RoomPurpose(self.purpose.currentData()),
        )

    def _change(self, room: RoomFacts) -> ChangeRoom:
        return ChangeRoom(
            room.room_id,
            room.version,
            self.name.text(),
            _area(self.area),
            _number(self.beds, "beds"),
            self.near.isChecked(),
            self.step_free.isChecked(),
            read_letters(self.upper.text()),
        )

    def _saved(self, _done: object) -> str:
        return self.tr("Room {0} is saved.").format(" ".join(self.name.text().split()))


def _area(editor: QLineEdit) -> int:
    try:
        return read_area(editor.text())
    except TextProblem as problem:
        raise Refused(problem.reason, field="area_dm2") from problem


def _number(editor: QLineEdit, field: str) -> int:
    try:
        return read_count(editor.text())
    except TextProblem as problem:
        raise Refused(problem.reason, field=field) from problem
