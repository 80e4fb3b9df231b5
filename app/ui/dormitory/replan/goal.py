# SPDX-License-Identifier: Apache-2.0
"""What a new plan is for: tonight's rules, beds for all, or rooms that are needed."""

from collections.abc import Iterator
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QWidget

from app.policies.answers import given
from app.policies.dormitory.beds.facts import Side
from app.policies.dormitory.replan.goals import Goal, GoalKind
from app.services.dormitory.facts.room_list import RoomLine, WingLine
from app.ui.texts import words
from app.ui.theme.measures import measure
from app.ui.widgets.choice import Choice, ChoiceRow
from app.ui.widgets.field import Field
from app.ui.widgets.layouts import column
from app.ui.widgets.still.place import unmoved

_ROOM = Qt.ItemDataRole.UserRole + 1
_NEEDS_ROOMS = frozenset({GoalKind.EMPTY, GoalKind.SEPARATE})
_LETTERS = 35


class GoalChoice(ChoiceRow):
    """The four things a plan can be for; letters and arrows choose."""

    def __init__(self) -> None:
        super().__init__(
            self.tr("What the plan is for"),
            [
                Choice(GoalKind.LEGAL, words(GoalKind.LEGAL), self.tr("T")),
                Choice(GoalKind.PLACE, words(GoalKind.PLACE), self.tr("B")),
                Choice(GoalKind.EMPTY, words(GoalKind.EMPTY), self.tr("E")),
                Choice(GoalKind.SEPARATE, words(GoalKind.SEPARATE), self.tr("R")),
            ],
            open_answers=False,
        )
        self.choose(GoalKind.LEGAL)

    @property
    def kind(self) -> GoalKind:
        """Return what was chosen."""
        return GoalKind(self.answer().value)

    def choose(self, kind: GoalKind) -> None:
        """Choose for the officer."""
        self.set_answer(given(kind))


class GoalRooms(QWidget):
    """Which rooms are to be emptied or separated; only there for a goal that needs them.

    Signals:
        changed: other rooms are ticked, or they are to be for others.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.tree = QTreeWidget()
        self.tree.setHeaderHidden(True)
        self.tree.setVerticalScrollMode(self.tree.ScrollMode.ScrollPerPixel)
        self.tree.itemChanged.connect(lambda _item, _at: self.changed.emit())
        self.sides = ChoiceRow(
            self.tr("They will be for"),
            [
                Choice(Side.CHILD, words(Side.CHILD), self.tr("C")),
                Choice(Side.ADULT, words(Side.ADULT), self.tr("A")),
            ],
            open_answers=False,
        )
        self.sides.set_answer(given(Side.CHILD))
        self.sides.changed.connect(self.changed)
        self.fields = {
            "rooms": Field(self.tr("Which rooms (people/beds)"), self.tree),
            "side": Field(self.tr("They will be for"), self.sides),
        }
        measure(self, width=_LETTERS)
        box = column(self.fields["rooms"], self.fields["side"])
        box.setStretch(0, 1)
        self.setLayout(box)
        self.show_for(GoalKind.LEGAL)

    @property
    def ticked(self) -> frozenset[UUID]:
        """Return the rooms that are ticked."""
        return frozenset(
            UUID(hex=item.data(0, _ROOM))
            for item in self._rooms()
            if item.checkState(0) is Qt.CheckState.Checked
        )

    @property
    def side(self) -> Side:
        """Return whom the rooms will be for."""
        return Side(self.sides.answer().value)

    def show_for(self, kind: GoalKind) -> None:
        """Show what a goal needs to know."""
        self.setHidden(kind not in _NEEDS_ROOMS)
        self.fields["side"].setHidden(kind is not GoalKind.SEPARATE)

    def show_house(self, wings: tuple[WingLine, ...]) -> None:
        """Show the bedrooms of the house; what was ticked stays so."""
        ticked = self.ticked
        self.tree.blockSignals(True)
        with unmoved(self.tree, lambda index: index.data(_ROOM) or index.data()):
            self.tree.clear()
            for wing in wings:
                if wing.bedrooms:
                    self._add_wing(wing, ticked)
        self.tree.blockSignals(False)
        if self.tree.currentItem() is None:
            self.tree.setCurrentItem(self.tree.topLevelItem(0))

    def goal(self, kind: GoalKind) -> Goal | None:
        """Return the goal as it stands, or None while rooms are missing."""
        if kind not in _NEEDS_ROOMS:
            return Goal(kind)
        rooms = self.ticked
        if not rooms:
            return None
        return Goal(kind, rooms, self.side if kind is GoalKind.SEPARATE else Side.ANY)

    def _add_wing(self, wing: WingLine, ticked: frozenset[UUID]) -> None:
        top = QTreeWidgetItem([wing.name])
        top.setFlags(top.flags() | Qt.ItemFlag.ItemIsAutoTristate)
        top.setCheckState(0, Qt.CheckState.Unchecked)
        self.tree.addTopLevelItem(top)
        for room in wing.bedrooms:
            line = QTreeWidgetItem([self._told(room)])
            line.setData(0, _ROOM, room.room_id.hex)
            chosen = room.room_id in ticked
            line.setCheckState(0, Qt.CheckState.Checked if chosen else Qt.CheckState.Unchecked)
            top.addChild(line)
        top.setExpanded(True)

    @staticmethod
    def _told(room: RoomLine) -> str:
        inside = sum(bed.sleeper is not None for bed in room.beds)
        return f"{room.name} · {inside}/{len(room.beds)}"

    def _rooms(self) -> Iterator[QTreeWidgetItem]:
        for at in range(self.tree.topLevelItemCount()):
            top = self.tree.topLevelItem(at)
            for place in range(top.childCount() if top else 0):
                yield top.child(place)
