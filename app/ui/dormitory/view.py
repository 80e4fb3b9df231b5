# SPDX-License-Identifier: Apache-2.0
"""Asrama: alarms first, who waits, and a readable list of rooms."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.policies.access import Right
from app.policies.dormitory.rooming import RoomPurpose, Side
from app.policies.people.age import TreatedAs
from app.services.dormitory.house import (
    AlarmLine,
    BedLine,
    RoomLine,
    WaitingLine,
    WingLine,
    open_alarms,
    room_list,
)
from app.services.dormitory.mattress import lay_mattress
from app.services.dormitory.place import PlaceClient, move_client
from app.services.topics import Topic
from app.ui import format as shown
from app.ui.dormitory.roll_call import RollCallButton
from app.ui.texts import words
from app.ui.theme.icons import Icon
from app.ui.theme.style import mark
from app.ui.widgets.age_chip import treatment_text
from app.ui.widgets.bed_choice import BedChoice
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import heading, sentence
from app.ui.widgets.layouts import column, emptied, panel, row, scrolling
from app.ui.workplace import Workplace

_TOPICS = frozenset({Topic.BEDS, Topic.ALARMS, Topic.PEOPLE, Topic.ARRIVALS})
_ACROSS = 3


class DormitoryView(QWidget):
    """The rooms of the house as they are slept in tonight.

    Signals:
        said(text): something worth a toast.
    """

    said = Signal(str)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self._wings: tuple[WingLine, ...] = ()
        self._alarms: tuple[AlarmLine, ...] = ()
        self.cures: list[QPushButton] = []
        self.waiting = BedChoice(workplace)
        if not workplace.may(Right.PLACE_CLIENT):
            self.waiting.hide()
        self.waiting.shown.connect(self._chosen)
        self._waits: WaitingLine | None = None
        self._alarm_box = QVBoxLayout()
        self._wing_box = QVBoxLayout()
        content = QWidget()
        content.setLayout(column(self._alarm_box, self._wing_box, None, spacing=10))
        self.rooms = scrolling(content)
        head: list[QWidget | None] = [heading(self.tr("Rooms tonight")), None]
        if workplace.may(Right.PRINT_ROLL_CALL):
            self.roll_call = RollCallButton(workplace)
            head.append(self.roll_call)
        self.setLayout(
            row(
                panel(column(row(*head), self.rooms, margin=12)),
                self.waiting,
                spacing=0,
            )
        )
        layout = self.layout()
        if layout is not None:
            layout.setStretch(0, 62)
            layout.setStretch(1, 38)
        workplace.masking_changed.connect(self._repaint)

    @property
    def topics(self) -> frozenset[Topic]:
        """Return what this view shows."""
        return _TOPICS

    def reload(self) -> None:
        """Ask for rooms, alarms and who waits."""
        self._workplace.ask(self, room_list, None, self._show_rooms)
        if self._workplace.may(Right.CURE_ALARM):
            self._workplace.ask(self, open_alarms, None, self._show_alarms)
        if self._workplace.may(Right.PLACE_CLIENT):
            self.waiting.reload()

    def _repaint(self) -> None:
        self._show_rooms(self._wings)
        self._show_alarms(self._alarms)
        self.waiting.repaint_names()

    def _chosen(self, line: WaitingLine | None) -> None:
        before, self._waits = self._waits, line
        if (before is None) != (line is None) or before != line:
            self._show_rooms(self._wings)

    def _show_alarms(self, alarms: tuple[AlarmLine, ...]) -> None:
        self._alarms = alarms
        self.cures = []
        emptied(self._alarm_box)
        for alarm in alarms:
            self._alarm_box.addWidget(self._alarm(alarm))

    def _alarm(self, alarm: AlarmLine) -> QWidget:
        hide = self._workplace.masking
        child = shown.person(alarm.child.name, alarm.child.number, hide=hide)
        adult = shown.person(alarm.adult.name, alarm.adult.number, hide=hide)
        told = sentence(self._what_is_wrong(alarm).format(alarm.room_name, child, adult), "stop")
        if alarm.cure.person_id is None or alarm.cure.bed_id is None:
            advice: QWidget = sentence(self.tr("No legal bed is free. Call the head."), "stop")
        else:
            who = child if alarm.cure.person_id == alarm.child.person_id else adult
            cure = button(
                self._workplace.looks,
                self.tr("Move {0} to {1}").format(who, alarm.cure_place),
                partial(self._cure, alarm, who),
                role="primary",
                icon=Icon.DORMITORY,
            )
            self.cures.append(cure)
            advice = cure
        return panel(row(told, advice, margin=10), banner="stop")

    def _what_is_wrong(self, alarm: AlarmLine) -> str:
        if alarm.cause == "expired":
            return self.tr(
                "Room {0}: {1} and {2} shared it by a signature that has expired. "
                "Verify the family, or move one of them."
            )
        if alarm.rule == "unknown_with_young":
            return self.tr(
                "Room {0}: {1} is under 13 and the age of {2} is not known. "
                "Nobody placed them so; a fact changed."
            )
        return self.tr(
            "Room {0}: {1} is a child and {2} an adult. Nobody placed them so; "
            "a fact or a birthday changed."
        )

    def _cure(self, alarm: AlarmLine, who: str) -> None:
        if alarm.cure.person_id is not None and alarm.cure.bed_id is not None:
            self._workplace.act(
                self,
                move_client,
                PlaceClient(alarm.cure.person_id, alarm.cure.bed_id),
                label=self.tr("Moving {0} to {1}").format(who, alarm.cure_place),
            )

    def _show_rooms(self, wings: tuple[WingLine, ...]) -> None:
        self._wings = wings
        emptied(self._wing_box)
        for wing in wings:
            if wing.bedrooms:
                self._wing_box.addWidget(self._wing(wing))
        others = [
            self.tr("{0} ({1})").format(room.name, words(room.purpose))
            for wing in wings
            for room in wing.rooms
            if room.purpose is not RoomPurpose.BEDROOM
        ]
        if others:
            self._wing_box.addWidget(
                sentence(self.tr("Other rooms: {0}").format(", ".join(others)), "muted")
            )

    def _wing(self, wing: WingLine) -> QWidget:
        free = wing.beds - wing.occupied
        text = self.tr("Floor {0} · {1} · {2} · {3} free of {4}").format(
            wing.floor, wing.name, words(wing.side), free, wing.beds
        )
        grid = QGridLayout()
        grid.setSpacing(8)
        for place, room in enumerate(wing.bedrooms):
            grid.addWidget(self._room(room, wing.side), place // _ACROSS, place % _ACROSS)
        holder = QWidget()
        holder.setLayout(column(heading(text), grid))
        return holder

    def _room(self, room: RoomLine, side: Side) -> QWidget:
        near = sentence(self.tr("near the caretaker") if room.near_caretaker else "", "muted")
        name = heading(room.name)
        if room.alarmed:
            mark(name, tone="stop")
            near.setText(self.tr("Alarm"))
            mark(near, tone="stop")
        beds = [self._bed(room, bed, side) for bed in room.beds if not bed.put_away]
        if self._workplace.may(Right.PLACE_CLIENT):
            beds.append(self._mattress(room))
        card = panel(column(row(name, near, None), *beds, margin=8, spacing=5), card=True)
        taken = sum(bed.sleeper is not None for bed in room.beds)
        card.setAccessibleName(
            self.tr("Room {0}, {1} of {2} beds taken").format(room.name, taken, len(room.beds))
        )
        return card

    def _mattress(self, room: RoomLine) -> QPushButton:
        return button(
            self._workplace.looks,
            self.tr("Lay a mattress"),
            partial(self._lay, room),
            role="quiet",
            name=self.tr("Lay a mattress in {0}").format(room.name),
        )

    def _lay(self, room: RoomLine) -> None:
        self._workplace.act(
            self,
            lay_mattress,
            room.room_id,
            lambda laid: self.said.emit(
                self.tr("Mattress {0} lies in {1}.").format(laid.label, laid.room_name)
            ),
            label=self.tr("Laying a mattress in {0}").format(room.name),
        )

    def _bed(self, room: RoomLine, bed: BedLine, side: Side) -> QWidget:
        if bed.sleeper is not None:
            who = shown.person(bed.sleeper.name, bed.sleeper.number, hide=self._workplace.masking)
            treated = treatment_text(bed.sleeper.treated_as, presumed=bed.sleeper.presumed)
            text, look = f"{bed.label}  {who} · {treated}", "taken"
            if bed.sleeper.treated_as is TreatedAs.CHILD:
                look = "child"
        elif bed.out_of_use:
            text, look = self.tr("{0}  out of use").format(bed.label), "broken"
        elif self._waits is not None:
            return self._free(room, bed, side, self._waits)
        else:
            text, look = self.tr("{0}  free").format(bed.label), "free"
        label = QLabel(text)
        return panel(row(label, margin=4), bed=look)

    def _free(self, room: RoomLine, bed: BedLine, side: Side, waits: WaitingLine) -> QPushButton:
        who = shown.person(waits.name, waits.number, hide=self._workplace.masking)
        place = f"{room.name}-{bed.label}"
        free = button(
            self._workplace.looks,
            self.tr("{0}  free").format(bed.label),
            partial(self.waiting.try_bed, bed.bed_id, place),
            name=self.tr("Place {0} in {1}").format(who, place),
        )
        free.setToolTip(free.accessibleName())
        mark(free, bed="free", side=side.value)
        return free
