# SPDX-License-Identifier: Apache-2.0
"""Rooms and beds: what the building has, changed without a programmer (ux §10.2)."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.services.acts import Act
from app.services.dormitory.rooms.building import BedFacts, RoomFacts, WingFacts, building
from app.services.dormitory.rooms.room_removal import BedKey, RoomKey, remove_bed, remove_room
from app.services.dormitory.rooms.wing_admin import WingKey, remove_wing
from app.services.topics import Topic
from app.ui.dormitory.rooms.purpose_dates import PurposeDates
from app.ui.dormitory.rooms.purpose_form import PurposeForm
from app.ui.dormitory.rooms.room_forms import RoomForm, WingForm
from app.ui.dormitory.rooms.rooms_tree import RoomsTree
from app.ui.theme.icons import Icon
from app.ui.theme.measures import measure
from app.ui.widgets.banner import Banner
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import heading, sentence
from app.ui.widgets.layouts import column, columns, row
from app.ui.widgets.refusal import tell
from app.ui.workplace import Workplace

_DRAWER = 46


class RoomsPanel(QWidget):
    """The building as a tree, one form at a time beside it.

    Signals:
        said(text): something worth a toast.
    """

    said = Signal(str)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self._wings: tuple[WingFacts, ...] = ()
        self._busy = False
        looks = workplace.looks
        self.banner = Banner(looks)
        self.tree = RoomsTree()
        self.dates = PurposeDates(workplace)
        self.wing_form, self.room_form = WingForm(workplace), RoomForm(workplace)
        self.purpose_form = PurposeForm(workplace)
        self._none = sentence(self.tr("No rooms yet. Add the first floor, then rooms and beds."))
        self.drawer = QStackedWidget()
        measure(self.drawer, width=_DRAWER)
        self.drawer.addWidget(self.dates)
        for form in (self.wing_form, self.room_form, self.purpose_form):
            self.drawer.addWidget(form)
            form.closed.connect(self._closed)
            form.said.connect(self._told)
        self.dates.said.connect(self.said)
        self.wing_button = button(looks, self.tr("New wing"), self._new_wing)
        self.room_button = button(looks, self.tr("New room"), self._new_room, icon=Icon.ROOM)
        self.change_button = button(looks, self.tr("Change"), self.change, shortcut="Return")
        self.use_button = button(looks, self.tr("Change the use"), self._use, icon=Icon.SWAP)
        self.remove_button = button(looks, self.tr("Remove"), self.remove, shortcut="Del")
        left = column(
            heading(self.tr("Rooms and beds")),
            row(
                self.wing_button,
                self.room_button,
                self.change_button,
                self.use_button,
                self.remove_button,
                None,
            ),
            self.banner,
            self._none,
            self.tree,
            margin=12,
        )
        self.setLayout(columns((left, 1), (self.drawer, 0), spacing=0))
        self.tree.opened.connect(self.change)
        self.tree.removal_wanted.connect(self.remove)
        self.tree.currentItemChanged.connect(lambda _now, _before: self._fit())
        workplace.masking_changed.connect(self.repaint_names)
        self.repaint_names()

    @property
    def topics(self) -> frozenset[Topic]:
        """Return what this view shows."""
        return frozenset({Topic.BEDS, Topic.SHELTER, Topic.PLANS, Topic.RULES, Topic.PEOPLE})

    def reload(self) -> None:
        """Ask for the building and the dates of its use again; an open form stays."""
        self._workplace.ask(self, building, None, self._show)

    def repaint_names(self) -> None:
        """Show the same building with names masked or not."""
        self.tree.show_building(self._wings, hide=self._workplace.masking)
        self._none.setHidden(bool(self._wings))
        self._fit()

    def change(self) -> None:
        """Open the form of the chosen wing or room; a bed is changed with its room."""
        wing, room = self.tree.wing, self.tree.room
        self.banner.clear()
        if wing is not None and room is not None:
            self._open(self.room_form)
            self.room_form.open_for(wing, room)
        elif wing is not None:
            self._open(self.wing_form)
            self.wing_form.open_for(wing)

    def remove(self) -> None:
        """Take the chosen wing, room or bed out of the plan."""
        chosen = self.tree.chosen
        if chosen is None or self._busy:
            return
        label = self.tr("Removing {0}").format(self._name(chosen))
        what: Act[Any, Any]
        command: Any
        if isinstance(chosen, WingFacts):
            what, command = remove_wing, WingKey(chosen.wing_id, chosen.version)
        elif isinstance(chosen, RoomFacts):
            what, command = remove_room, RoomKey(chosen.room_id, chosen.version)
        else:
            what, command = remove_bed, BedKey(chosen.bed_id, chosen.version)
        self._busy = True
        self.banner.clear()
        self._workplace.act(self, what, command, self._removed, self._failed, label=label)

    def _new_wing(self) -> None:
        self._open(self.wing_form)
        self.wing_form.open_new()

    def _new_room(self) -> None:
        wing = self.tree.wing
        if wing is not None:
            self._open(self.room_form)
            self.room_form.open_new(wing)

    def _use(self) -> None:
        room = self.tree.room
        if room is not None:
            self._open(self.purpose_form)
            self.purpose_form.open_for(room)

    def _open(self, form: QWidget) -> None:
        self.banner.clear()
        self.drawer.setCurrentWidget(form)

    def _show(self, wings: tuple[WingFacts, ...]) -> None:
        self._wings = wings
        self.repaint_names()

    def _fit(self) -> None:
        """Offer what can be done with the chosen line, and show the dates of its room."""
        wing, room, chosen = self.tree.wing, self.tree.room, self.tree.chosen
        self.room_button.setEnabled(wing is not None)
        self.change_button.setEnabled(wing is not None)
        self.use_button.setEnabled(room is not None)
        mattress = isinstance(chosen, BedFacts) and (chosen.mattress or chosen.out_of_use)
        self.remove_button.setEnabled(chosen is not None and not mattress)
        if self._wings:
            self.dates.open_for(room.room_id if room else None, room.name if room else "")

    def _name(self, chosen: WingFacts | RoomFacts | BedFacts) -> str:
        if isinstance(chosen, BedFacts):
            room = self.tree.room
            return f"{room.name}-{chosen.label}" if room is not None else chosen.label
        return chosen.name

    def _closed(self) -> None:
        self.drawer.setCurrentWidget(self.dates)
        self.tree.setFocus()
        self.reload()

    def _told(self, text: str) -> None:
        self.said.emit(text)

    def _removed(self, value: Any) -> None:
        self._busy = False
        self.reload()
        kept = getattr(value, "kept", False)
        self.said.emit(
            self.tr("The room has a past: it is a spare room now, its beds are out of use.")
            if kept
            else self.tr("Removed.")
        )

    def _failed(self, error: Exception) -> None:
        self._busy = False
        tell(self._workplace, error, self.banner, {})
