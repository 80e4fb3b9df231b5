# SPDX-License-Identifier: Apache-2.0
"""The building as a tree: wings, their rooms, their beds."""

from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem

from app.services.dormitory.rooms.building import BedFacts, RoomFacts, WingFacts
from app.ui import format as shown
from app.ui.texts import words
from app.ui.theme.measures import measure
from app.ui.widgets.buttons import ENTER
from app.ui.widgets.still.place import unmoved

Found = WingFacts | RoomFacts | BedFacts
_FACTS = Qt.ItemDataRole.UserRole + 1
_LEAST_LETTERS = 88


class RoomsTree(QTreeWidget):
    """Enter opens what is chosen, Del takes it out of the plan.

    Signals:
        opened: the chosen line is to be changed.
        removal_wanted: the chosen line is to be removed.
    """

    opened = Signal()
    removal_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Wings, rooms and beds"))
        self.setHeaderLabels(
            [self.tr("Name"), self.tr("Use"), self.tr("Beds"), self.tr("m²"), self.tr("Notes")]
        )
        self.setUniformRowHeights(True)
        self.setVerticalScrollMode(self.ScrollMode.ScrollPerPixel)
        measure(self, least=_LEAST_LETTERS)
        self.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.itemDoubleClicked.connect(lambda _item, _at: self.opened.emit())
        self.setExpandsOnDoubleClick(False)

    @property
    def chosen(self) -> Found | None:
        """Return the wing, room or bed of the chosen line."""
        item = self.currentItem()
        return item.data(0, _FACTS) if item is not None else None

    @property
    def wing(self) -> WingFacts | None:
        """Return the wing that the chosen line belongs to."""
        item = self.currentItem()
        while item is not None and not isinstance(item.data(0, _FACTS), WingFacts):
            item = item.parent()
        return item.data(0, _FACTS) if item is not None else None

    @property
    def room(self) -> RoomFacts | None:
        """Return the room that the chosen line is or belongs to."""
        item = self.currentItem()
        while item is not None and not isinstance(item.data(0, _FACTS), RoomFacts):
            item = item.parent()
        return item.data(0, _FACTS) if item is not None else None

    def show_building(self, wings: tuple[WingFacts, ...], *, hide: bool) -> None:
        """Show the building; what was open and chosen stays so."""
        chosen = _key(self.chosen)
        open_rooms = {
            _key(item.data(0, _FACTS))
            for item in self._items()
            if item.isExpanded() and isinstance(item.data(0, _FACTS), RoomFacts)
        }
        with unmoved(self, lambda index: _key(index.siblingAtColumn(0).data(_FACTS))):
            self.clear()
            for wing in wings:
                top = self._add(None, wing, self._wing_texts(wing))
                for room in wing.rooms:
                    line = self._add(top, room, self._room_texts(room))
                    for bed in room.beds:
                        self._add(line, bed, self._bed_texts(bed, hide=hide))
                    line.setExpanded(_key(room) in open_rooms)
                top.setExpanded(True)
            again = (item for item in self._items() if _key(item.data(0, _FACTS)) == chosen)
            first = next(again, self.topLevelItem(0))
            if first is not None:
                self.setCurrentItem(first)

    def _add(
        self, above: QTreeWidgetItem | None, facts: Found, texts: tuple[str, ...]
    ) -> QTreeWidgetItem:
        item = QTreeWidgetItem(list(texts))
        item.setData(0, _FACTS, facts)
        if above is None:
            self.addTopLevelItem(item)
        else:
            above.addChild(item)
        return item

    def _items(self) -> list[QTreeWidgetItem]:
        waiting = [self.topLevelItem(at) for at in range(self.topLevelItemCount())]
        found: list[QTreeWidgetItem] = []
        while waiting:
            item = waiting.pop()
            if item is not None:
                found.append(item)
                waiting += [item.child(at) for at in range(item.childCount())]
        return found

    def _wing_texts(self, wing: WingFacts) -> tuple[str, ...]:
        beds = sum(len(room.in_use) for room in wing.rooms)
        notes = [self.tr("floor {0}").format(wing.floor)]
        if wing.house is not None:
            notes.append(words(wing.house))
        return (wing.name, words(wing.side), str(beds), "", " · ".join(notes))

    def _room_texts(self, room: RoomFacts) -> tuple[str, ...]:
        notes = []
        if room.near_caretaker:
            notes.append(self.tr("near the caretaker"))
        if room.step_free:
            notes.append(self.tr("wheelchair"))
        if room.most is not None and room.most < len(room.in_use):
            notes.append(self.tr("floor for {0}").format(room.most))
        area = f"{room.area_dm2 / 100:g}".replace(".", ",")
        return (
            room.name,
            words(room.purpose),
            str(len(room.in_use)),
            area,
            " · ".join(notes),
        )

    def _bed_texts(self, bed: BedFacts, *, hide: bool) -> tuple[str, ...]:
        notes = []
        if bed.mattress:
            notes.append(self.tr("mattress"))
        if bed.upper:
            notes.append(self.tr("upper bunk"))
        if bed.out_of_use:
            notes.append(self.tr("out of use"))
        if bed.lodger is not None:
            notes.append(shown.person(bed.lodger.name, bed.lodger.number, hide=hide))
        return (bed.label, "", "", "", " · ".join(notes))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter as opening the line and Del as removing it."""
        if event.key() in ENTER:
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.removal_wanted.emit()
        else:
            super().keyPressEvent(event)


def _key(facts: Found | None) -> UUID | None:
    if isinstance(facts, WingFacts):
        return facts.wing_id
    if isinstance(facts, RoomFacts):
        return facts.room_id
    return None if facts is None else facts.bed_id
