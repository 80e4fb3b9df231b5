# SPDX-License-Identifier: Apache-2.0
"""The plan of the house in the middle of the board: wings, cards, tiles, and walking them."""

from uuid import UUID

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.policies.dormitory.beds.facts import RoomPurpose
from app.services.dormitory.beds.verdicts import RoomAnswer, Verdicts
from app.services.dormitory.facts.room_list import BedLine, RoomLine, WingLine
from app.services.roster.week import WingDuty
from app.ui.dormitory.beds.tiles import BedTile, RoomCard, WingStrip
from app.ui.texts import words
from app.ui.theme.measures import letters
from app.ui.theme.style import Looks
from app.ui.widgets.labels import sentence
from app.ui.widgets.layouts import column
from app.ui.widgets.tab_stop import only_stop

_CARD_LETTERS = 23
_BETWEEN = 8
_STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class Plan(QWidget):
    """Every bed of the house.

    Signals:
        bed_clicked(bed_id): a tile was clicked, or Enter or Space pressed on it.
        dropped(person_id, bed_id): somebody was dropped on a bed.
        carried(person_id): somebody is picked up with the mouse.
        looked_at(room_id): the mouse or the keyboard is on a room.
    """

    bed_clicked = Signal(object)
    dropped = Signal(object, object)
    carried = Signal(object)
    looked_at = Signal(object)

    def __init__(self, looks: Looks) -> None:
        super().__init__()
        self._looks = looks
        self._wings: tuple[WingLine, ...] = ()
        self._duty: dict[UUID, WingDuty] = {}
        self._strips: dict[UUID, WingStrip] = {}
        self.cards: dict[UUID, RoomCard] = {}
        self.tiles: dict[UUID, BedTile] = {}
        self.lines: dict[UUID, tuple[RoomLine, BedLine]] = {}
        self._stop: BedTile | None = None
        self._box = QVBoxLayout()
        self._box.setSpacing(10)
        self.others = sentence("", "muted")
        self.setLayout(column(self._box, self.others, None, spacing=8))
        looks.changed.connect(self._lay_out)

    def show_duty(self, duty: tuple[WingDuty, ...]) -> None:
        """Show who looks after each wing now."""
        self._duty = {each.wing_id: each for each in duty}
        for wing in self._wings:
            if wing.wing_id in self._strips:
                self._head(self._strips[wing.wing_id], wing)

    def show_house(
        self,
        wings: tuple[WingLine, ...],
        answers: Verdicts | None,
        *,
        hide: bool,
        matches: frozenset[UUID] | None = None,
    ) -> None:
        """Draw the house; what has not changed stays as it is.

        Args:
            wings: the house.
            answers: what each room says to the selected person, if there is one.
            hide: mask names.
            matches: beds that a search or filter found; the others are hidden with their room.
        """
        self._wings = wings
        self.lines = {
            bed.bed_id: (room, bed) for wing in wings for room in wing.bedrooms for bed in room.beds
        }
        said = {each.room_id: each for each in answers.rooms} if answers else {}
        for wing in wings:
            self._show_wing(wing, said, answers, hide=hide, matches=matches)
        self._show_others()
        self._let_tab_come_to(self._stop)

    def _show_wing(
        self,
        wing: WingLine,
        said: dict[UUID, RoomAnswer],
        answers: Verdicts | None,
        *,
        hide: bool,
        matches: frozenset[UUID] | None,
    ) -> None:
        strip = self._strips.get(wing.wing_id)
        if strip is None:
            strip = WingStrip(self)
            self._strips[wing.wing_id] = strip
            self._box.addWidget(strip)
        self._head(strip, wing)
        cards = []
        for room in wing.bedrooms:
            card = self.cards.get(room.room_id)
            if card is None:
                card = RoomCard(self._looks, room.room_id, strip)
                self.cards[room.room_id] = card
            answer = said.get(room.room_id)
            self._watch(card.show_room(room, answer))
            self._show_tiles(card, room, answer, answers, hide=hide)
            found = matches is None or any(bed.bed_id in matches for bed in room.beds)
            card.setHidden(not found)
            if found:
                cards.append(card)
        strip.lay_out(cards, self._across)
        strip.setHidden(not cards)

    def _show_tiles(
        self,
        card: RoomCard,
        room: RoomLine,
        answer: RoomAnswer | None,
        answers: Verdicts | None,
        *,
        hide: bool,
    ) -> None:
        offered = set(answer.beds) if answer and not answer.own else set()
        for bed in room.beds:
            tile = card.tiles.get(bed.bed_id)
            if tile is None:
                continue
            self.tiles[bed.bed_id] = tile
            mine = bed.sleeper is not None and answers is not None
            picked = bool(
                mine and bed.sleeper and answers and bed.sleeper.person_id == answers.person_id
            )
            tile.show_bed(bed, room.name, hide=hide, picked=picked, offered=bed.bed_id in offered)

    def _watch(self, tiles: list[BedTile]) -> None:
        for tile in tiles:
            tile.clicked.connect(lambda _=False, tile=tile: self.bed_clicked.emit(tile.bed_id))
            tile.person_dropped.connect(self.dropped)
            tile.carried.connect(self.carried)
            tile.looked_at.connect(self.looked_at)
            tile.looked_at.connect(lambda _, tile=tile: self._looked_at(tile))

    def _looked_at(self, tile: BedTile) -> None:
        if tile.hasFocus():
            self._let_tab_come_to(tile)

    def _let_tab_come_to(self, tile: BedTile | None) -> None:
        """Make one tile the stop of the Tab key: this one, or the first while it is hidden."""
        visible = [each for each in self.tiles.values() if each.isVisibleTo(self)]
        self._stop = tile if tile in visible else next(iter(visible), None)
        only_stop(self.tiles.values(), self._stop)

    def _head(self, strip: WingStrip, wing: WingLine) -> None:
        duty = self._duty.get(wing.wing_id)
        who = ", ".join(duty.accounts) if duty else ""
        side = words(wing.side)
        parts = (
            "" if str(wing.floor) in wing.name else self.tr("Floor {0}").format(wing.floor),
            wing.name,
            "" if side.casefold() in wing.name.casefold() else side,
            who,
            self.tr("{0} free of {1}").format(wing.free, wing.beds),
        )
        strip.title.setText(" · ".join(part for part in parts if part))
        if duty is None or not duty.accounts:
            strip.warning.setText(self.tr("No caretaker on duty"))
        else:
            both = self.tr("One caretaker for adults and children")
            strip.warning.setText(both if duty.covers_both else "")
        strip.warning.setHidden(not strip.warning.text())

    def _show_others(self) -> None:
        others = [
            self.tr("{0} ({1})").format(room.name, words(room.purpose))
            for wing in self._wings
            for room in wing.rooms
            if room.purpose is not RoomPurpose.BEDROOM
        ]
        self.others.setText(self.tr("Other rooms: {0}").format(", ".join(others)) if others else "")

    def minimumSizeHint(self) -> QSize:
        """Return the width of one card: the others go below when there is no room."""
        return QSize(letters(_CARD_LETTERS), super().minimumSizeHint().height())

    @property
    def _across(self) -> int:
        """Return how many cards fit side by side."""
        return max(1, (self.width() - _BETWEEN) // (letters(_CARD_LETTERS) + _BETWEEN))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the cards out for the new width."""
        super().resizeEvent(event)
        self._lay_out()

    def _lay_out(self) -> None:
        across = self._across
        for wing in self._wings:
            strip = self._strips.get(wing.wing_id)
            if strip is not None:
                cards = [self.cards[room.room_id] for room in wing.bedrooms]
                strip.lay_out([card for card in cards if not card.isHidden()], across)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk the beds with the arrows."""
        step = _STEPS.get(Qt.Key(event.key()))
        here = self.focusWidget()
        if step is None or not isinstance(here, BedTile):
            super().keyPressEvent(event)
            return
        there = self._beside(here, *step)
        if there is not None:
            there.setFocus(Qt.FocusReason.TabFocusReason)

    def _beside(self, here: BedTile, right: int, down: int) -> BedTile | None:
        """Return the nearest tile in a direction, measured from the middle of this one."""
        start = here.mapTo(self, here.rect().center())
        best: tuple[int, BedTile] | None = None
        for tile in self.tiles.values():
            if tile is here or tile.isHidden() or not tile.isVisibleTo(self):
                continue
            other = tile.mapTo(self, tile.rect().center())
            along = (other.x() - start.x()) * right + (other.y() - start.y()) * down
            across = abs((other.x() - start.x()) * down) + abs((other.y() - start.y()) * right)
            if along > 0 and (best is None or along + 3 * across < best[0]):
                best = (along + 3 * across, tile)
        return best[1] if best else None
