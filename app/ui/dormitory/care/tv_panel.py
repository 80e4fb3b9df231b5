# SPDX-License-Identifier: Apache-2.0
"""The TV rooms' timetable: whose time it is, day by day, adults and children apart."""

from uuid import UUID

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QComboBox, QLineEdit

from app.errors import Refused
from app.policies.access import Right
from app.policies.dormitory.beds.facts import Side
from app.policies.dormitory.care.caretaking import read_minutes
from app.policies.people.names import TextProblem
from app.policies.reasons import Reason
from app.services.dormitory.care.tv import (
    AddSlot,
    SlotKey,
    SlotLine,
    TvRoom,
    add_slot,
    remove_slot,
    tv_week,
)
from app.services.topics import Topic
from app.ui.dormitory.care.parts import choices
from app.ui.texts import words
from app.ui.theme.icons import Icon
from app.ui.theme.measures import measure
from app.ui.widgets.acting import Acting, narrow
from app.ui.widgets.buttons import button
from app.ui.widgets.field import Field, beside, line
from app.ui.widgets.labels import heading
from app.ui.widgets.layouts import column, row
from app.ui.widgets.listing import Listing
from app.ui.widgets.short_list import joined
from app.ui.widgets.still.chooser import Chooser
from app.ui.workplace import Workplace

_TIME_LETTERS, _ROOM_LETTERS = 15, 40
_DAYS = 7


class TvPanel(Acting):
    """The week of one TV room; adding a time goes on to the next day with the same hours."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self._rooms: tuple[TvRoom, ...] = ()
        looks = workplace.looks
        self.room = measure(narrow(Chooser()), most=_ROOM_LETTERS)
        self.weekday = narrow(QComboBox())
        for day in range(_DAYS):
            self.weekday.addItem(_day(day), day)
        self.first, self.last = _time_line(), _time_line()
        self.side = choices((Side.CHILD, Side.ADULT))
        self.fields = {
            "room_id": Field(self.tr("TV room"), self.room),
            "weekday": Field(self.tr("Day"), self.weekday),
            "from_minute": Field(self.tr("From, such as 16.00"), self.first),
            "to_minute": Field(self.tr("To"), self.last),
            "side": Field(self.tr("For whom"), self.side),
        }
        self.add_button = button(
            looks,
            self.tr("Add this time"),
            self.save,
            role="primary",
            icon=Icon.SAVE,
            shortcut="Ctrl+Return",
        )
        self.remove_button = button(
            looks, self.tr("Take this time off"), self.remove, icon=Icon.CLOSE, shortcut="Del"
        )
        self._times = Listing(self.tr("Times of the week"), "", None, self.remove_button)
        self.slots = self._times.list
        self.slots.drop_wanted.connect(self.remove)
        self._may = workplace.may(Right.KEEP_DORMITORY)
        times = beside(*list(self.fields.values())[1:], None)
        layout = column(
            heading(self.tr("Timetable of the TV rooms")),
            self.banner,
            self.fields["room_id"],
            times,
            row(None, self.add_button),
            self._times,
            margin=12,
        )
        layout.setStretchFactor(self._times, 9)
        self.setLayout(layout)
        self.room.currentIndexChanged.connect(lambda _at: self._show_slots())
        for name in ("weekday", "from_minute", "to_minute", "side"):
            self.fields[name].setHidden(not self._may)
        self.add_button.setHidden(not self._may)
        self.remove_button.setHidden(not self._may)
        self._show(())

    @property
    def topics(self) -> frozenset[Topic]:
        """Return what this panel shows."""
        return frozenset({Topic.CARETAKING, Topic.SHELTER, Topic.BEDS})

    def reload(self) -> None:
        """Ask for the timetable again; what is typed stays."""
        self._workplace.ask(self, tv_week, None, self._show)

    def save(self) -> None:
        """Add the time that is typed."""
        if self._may:
            label = self.tr("TV room on {0}").format(self.weekday.currentText())
            self.perform(add_slot, self._command, self._added, label)

    def remove(self) -> None:
        """Take the chosen time off."""
        chosen: SlotLine | None = self.slots.chosen
        if chosen is not None and self._may:
            label = self.tr("TV room on {0}").format(_day(chosen.weekday))
            key = SlotKey(chosen.slot_id, chosen.version)
            self.perform(remove_slot, lambda: key, self._removed, label)

    @property
    def _chosen_room(self) -> TvRoom | None:
        chosen = self.room.currentData()
        return next((each for each in self._rooms if each.room_id.hex == chosen), None)

    def _command(self) -> AddSlot:
        room = self.room.currentData()
        if room is None:
            raise Refused(Reason.ROOM_NOT_FOR_TV, field="room_id")
        return AddSlot(
            UUID(hex=room),
            int(self.weekday.currentData()),
            _minutes(self.first, "from_minute"),
            _minutes(self.last, "to_minute"),
            Side(self.side.currentData()),
        )

    def _added(self, _key: SlotKey) -> None:
        self.reload()
        self.said.emit(self.tr("{0} is added.").format(self.weekday.currentText()))
        self.weekday.setCurrentIndex((self.weekday.currentIndex() + 1) % _DAYS)

    def _removed(self, _slot: AddSlot) -> None:
        self.reload()
        self.said.emit(self.tr("Taken off the timetable."))

    def _show(self, rooms: tuple[TvRoom, ...]) -> None:
        self._rooms = rooms
        self.room.offer((each.name, each.room_id.hex) for each in rooms)
        self._show_slots()

    def _show_slots(self) -> None:
        room = self._chosen_room
        slots = room.slots if room is not None else ()
        self._times.none.setText(
            self.tr("No room is a TV room. Change the use of a room under Admin first.")
            if room is None
            else self.tr("This room has no times yet. Give children and adults their own hours.")
        )
        self.slots.fill(((_told(each), each) for each in slots), _same)
        self.add_button.setEnabled(room is not None)


def _time_line() -> QLineEdit:
    return measure(line(longest=20), most=_TIME_LETTERS)


def _minutes(editor: QLineEdit, field: str) -> int:
    try:
        return read_minutes(editor.text())
    except TextProblem as problem:
        raise Refused(problem.reason, field=field) from problem


def _day(weekday: int) -> str:
    return QLocale().standaloneDayName(weekday + 1)


def _told(slot: SlotLine) -> str:
    first, last = (
        f"{minutes // 60:02}.{minutes % 60:02}" for minutes in (slot.from_minute, slot.to_minute)
    )
    return joined(_day(slot.weekday), f"{first}–{last}", words(slot.side))


def _same(one: SlotLine, other: SlotLine) -> bool:
    return one.slot_id == other.slot_id
