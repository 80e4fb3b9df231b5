# SPDX-License-Identifier: Apache-2.0
"""One walk through the chosen room: the checklist, a note, and what came of it."""

from collections.abc import Mapping
from uuid import UUID

from PySide6.QtCore import Signal

from app.errors import Refused
from app.policies.dormitory.care.caretaking import InspectionPoint, repair_for
from app.policies.people.names import LONGEST_NOTE
from app.policies.reasons import Reason
from app.services.dormitory.care.inspections import (
    Inspected,
    InspectRoom,
    RoomCareLine,
    inspect_room,
)
from app.ui.dormitory.care.checklist import Checklist
from app.ui.texts import words
from app.ui.theme.icons import Icon
from app.ui.widgets.acting import Acting
from app.ui.widgets.buttons import button
from app.ui.widgets.field import Field, line
from app.ui.widgets.labels import heading
from app.ui.widgets.layouts import column, row
from app.ui.workplace import Workplace


class InspectionPart(Acting):
    """The checklist of one room.

    Signals:
        said(text): something worth a toast.
        kept: a walk was written down.
        repair_wanted(kind): something that was not fine can be mended.
    """

    kept = Signal()
    repair_wanted = Signal(object)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self._room: RoomCareLine | None = None
        self._half_done: dict[UUID, tuple[Mapping[InspectionPoint, bool], str]] = {}
        looks = workplace.looks
        self._title = heading("")
        self.checklist = Checklist(looks)
        self.note = line(longest=LONGEST_NOTE)
        self.fields = {
            "fine": Field(self.tr("Space: fine, not fine, not looked at"), self.checklist),
            "note": Field(self.tr("Note (if there is one)"), self.note),
        }
        self.fine_button = button(
            looks, self.tr("The rest is fine"), self.checklist.all_fine, icon=Icon.ALLOWED
        )
        self.save_button = button(
            looks,
            self.tr("Write down the walk"),
            self.save,
            role="primary",
            icon=Icon.SAVE,
            shortcut="Ctrl+Return",
        )
        layout = column(
            self._title,
            self.banner,
            *self.fields.values(),
            row(self.fine_button, None, self.save_button),
        )
        layout.setStretchFactor(self.fields["fine"], 9)
        self.setLayout(layout)
        self.show_room(None)

    @property
    def pending(self) -> bool:
        """Say whether something is marked or typed that is not written down."""
        return bool(self._half_done or self._begun)

    @property
    def _begun(self) -> bool:
        return bool(self.checklist.marks or self.note.text().strip())

    def show_room(self, room: RoomCareLine | None) -> None:
        """Be about another room; marks and note of each room stay until they are kept."""
        before = self._room
        self._room = room
        if room is None or before is None or room.room_id != before.room_id:
            if before is not None and self._begun:
                self._half_done[before.room_id] = (self.checklist.marks, self.note.text())
            nothing: tuple[Mapping[InspectionPoint, bool], str] = ({}, "")
            marks, note = nothing if room is None else self._half_done.pop(room.room_id, nothing)
            self.checklist.begin(marks)
            self.note.setText(note)
            self.forget_problems()
        self._title.setText(
            self.tr("Walk through {0}").format(room.name)
            if room is not None
            else self.tr("Choose a room")
        )
        self.save_button.setEnabled(room is not None)

    def reload(self) -> None:
        """Let the rooms be asked for again."""
        self.kept.emit()

    def save(self) -> None:
        """Write the walk down."""
        if self._room is not None:
            label = self.tr("Walk through {0}").format(self._room.name)
            self.perform(inspect_room, self._command, self._inspected, label)

    def _command(self) -> InspectRoom:
        if self._room is None:
            raise Refused(Reason.STALE)
        return InspectRoom(self._room.room_id, dict(self.checklist.marks), self.note.text())

    def _inspected(self, done: Inspected) -> None:
        self.checklist.begin()
        self.note.clear()
        if done.wrong:
            points = ", ".join(words(point) for point in done.wrong)
            self.banner.say(
                "warn",
                self.tr("{0}, not fine: {1}. Ask for the repair if it needs one.").format(
                    done.room_name, points
                ),
            )
        kinds = [kind for kind in map(repair_for, done.wrong) if kind is not None]
        if kinds:
            self.repair_wanted.emit(kinds[0])
        self.kept.emit()
        self.said.emit(self.tr("The walk is written down."))
