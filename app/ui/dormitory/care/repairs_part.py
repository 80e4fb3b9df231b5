# SPDX-License-Identifier: Apache-2.0
"""Repairs: asked for in the chosen room, and all of them with how far they are."""

from functools import partial

from PySide6.QtCore import Signal

from app.errors import Refused
from app.policies.access import Right
from app.policies.dormitory.care.caretaking import RepairKind, RepairStatus
from app.policies.people.names import LONGEST_NOTE
from app.policies.reasons import Reason
from app.services.dormitory.care.inspections import RoomCareLine
from app.services.dormitory.care.repairs import (
    AskRepair,
    ChangeRepair,
    RepairChanged,
    RepairKey,
    RepairLine,
    ask_repair,
    change_repair,
)
from app.ui import format as shown
from app.ui.dormitory.care.parts import choices
from app.ui.texts import words
from app.ui.theme.icons import Icon
from app.ui.widgets.acting import Acting
from app.ui.widgets.buttons import button
from app.ui.widgets.field import Field, line
from app.ui.widgets.labels import heading
from app.ui.widgets.layouts import column, row
from app.ui.widgets.listing import Listing
from app.ui.widgets.short_list import joined
from app.ui.workplace import Workplace

_STEPS = {
    RepairStatus.IN_WORK: Icon.REPAIR,
    RepairStatus.DONE: Icon.ALLOWED,
    RepairStatus.DROPPED: Icon.CLOSE,
}


class RepairsPart(Acting):
    """Ask for a repair, say how far one is.

    Signals:
        said(text): something worth a toast.
        kept: a request changed.
    """

    kept = Signal()

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self._room: RoomCareLine | None = None
        looks = workplace.looks
        self._title = heading("")
        self.kind = choices(RepairKind)
        self.note = line(longest=LONGEST_NOTE)
        self.fields = {
            "kind": Field(self.tr("What is broken"), self.kind),
            "note": Field(self.tr("What exactly"), self.note),
        }
        self.ask_button = button(
            looks,
            self.tr("Ask for the repair"),
            self.save,
            role="primary",
            icon=Icon.REPAIR,
            shortcut="Ctrl+Return",
        )
        self.steps = {
            status: button(looks, words(status), partial(self.change, status), icon=icon)
            for status, icon in _STEPS.items()
        }
        self._asked_for = Listing(
            self.tr("Repairs"),
            self.tr("Nothing is waiting for a repair. Choose a room, then say what is broken."),
            self.steps[RepairStatus.IN_WORK],
            self.steps[RepairStatus.DONE],
            None,
            self.steps[RepairStatus.DROPPED],
            titled=True,
        )
        self.requests = self._asked_for.list
        self.requests.currentRowChanged.connect(lambda _at: self._show_buttons())
        self._may = workplace.may(Right.KEEP_DORMITORY)
        layout = column(
            self._title,
            self.banner,
            *self.fields.values(),
            row(None, self.ask_button),
            self._asked_for,
            None,
        )
        layout.setStretchFactor(self._asked_for, 9)
        self.setLayout(layout)
        self.show_room(None)
        self.show_requests(())

    @property
    def pending(self) -> bool:
        """Say whether something is typed that was not asked for."""
        return bool(self.note.text().strip())

    def show_room(self, room: RoomCareLine | None) -> None:
        """Be about another room; what is typed stays."""
        self._room = room
        self._title.setText(
            self.tr("Broken in {0}").format(room.name)
            if room is not None
            else self.tr("Choose a room")
        )
        self.ask_button.setEnabled(room is not None)

    def show_requests(self, lines: tuple[RepairLine, ...]) -> None:
        """Show requests, the open ones first."""
        self.requests.fill(((self._told(each), each) for each in lines), _same)
        self._show_buttons()

    def begin(self, kind: RepairKind) -> None:
        """Offer to ask for one kind of repair."""
        self.kind.setCurrentIndex(max(self.kind.findData(kind.value), 0))

    def reload(self) -> None:
        """Let the requests be asked for again."""
        self.kept.emit()

    def save(self) -> None:
        """Ask for the repair that is chosen."""
        if self._room is not None:
            label = self.tr("Repair in {0}").format(self._room.name)
            self.perform(ask_repair, self._command, self._asked, label)

    def change(self, status: RepairStatus) -> None:
        """Say how far the chosen repair is."""
        chosen: RepairLine | None = self.requests.chosen
        if chosen is not None:
            label = self.tr("Repair in {0}").format(chosen.room)
            command = ChangeRepair(chosen.repair_id, chosen.version, status)
            self.perform(change_repair, lambda: command, self._changed, label)

    def _command(self) -> AskRepair:
        if self._room is None:
            raise Refused(Reason.STALE)
        return AskRepair(self._room.room_id, RepairKind(self.kind.currentData()), self.note.text())

    def _asked(self, _key: RepairKey) -> None:
        self.note.clear()
        self.kept.emit()
        self.said.emit(self.tr("The repair is asked for."))

    def _changed(self, done: RepairChanged) -> None:
        self.kept.emit()
        self.said.emit(self.tr("Repair: {0}").format(words(done.status)))

    def _show_buttons(self) -> None:
        chosen: RepairLine | None = self.requests.chosen
        for status, made in self.steps.items():
            usable = self._may and chosen is not None and chosen.open
            made.setHidden(not usable or chosen is None or chosen.status is status)

    def _told(self, each: RepairLine) -> str:
        zone = self._workplace.zone
        asked = self.tr("asked {0} by {1}").format(
            shown.short_day(zone.today(each.asked_at)), each.asked_by
        )
        changed = self.tr("{0} by {1}").format(
            shown.short_day(zone.today(each.changed_at)), each.changed_by
        )
        return joined(
            each.room,
            words(each.kind),
            words(each.status),
            each.note,
            asked,
            "" if each.status is RepairStatus.ASKED else changed,
        )


def _same(one: RepairLine, other: RepairLine) -> bool:
    return one.repair_id == other.repair_id
