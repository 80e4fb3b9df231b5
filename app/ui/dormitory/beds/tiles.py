# SPDX-License-Identifier: Apache-2.0
"""Beds as tiles and rooms as cards; every state by colour, icon, word and border (ux §7)."""

from uuid import UUID

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QEnterEvent,
    QFocusEvent,
    QIcon,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QWidget,
)

from app.policies.dormitory.beds.board import BedState
from app.policies.people.age import TreatedAs
from app.policies.reasons import Verdict
from app.services.dormitory.beds.verdicts import RoomAnswer
from app.services.dormitory.facts.room_list import BedLine, RoomLine
from app.ui import format as shown
from app.ui.dormitory.beds.drag import Draggable, dropped
from app.ui.texts import sentences, short, words
from app.ui.theme.icons import Icon
from app.ui.theme.measures import lines, measure
from app.ui.theme.style import Looks, mark
from app.ui.widgets.labels import Elided, caption, heading
from app.ui.widgets.layouts import column, row

_ACROSS = 2
_ICON_LINES = 0.6
_BESIDE_WORDS, _BESIDE_ICON = 6, 4
"""Pixels of a tile around its words, and between them and its icon."""
_LOOKS = {
    BedState.FREE: "free",
    BedState.TAKEN: "taken",
    BedState.ON_THE_WAY: "on_the_way",
    BedState.AWAY: "away",
    BedState.RESERVED: "reserved",
    BedState.BLOCKED: "broken",
    BedState.OUT_OF_USE: "broken",
}
_ICONS = {
    BedState.ON_THE_WAY: Icon.FORWARD,
    BedState.AWAY: Icon.AWAY,
    BedState.RESERVED: Icon.CLOCK,
    BedState.BLOCKED: Icon.BED_BROKEN,
    BedState.OUT_OF_USE: Icon.BED_BROKEN,
}
_VERDICTS = {
    Verdict.ALLOWED: (Icon.ALLOWED, "ok"),
    Verdict.PERMIT: (Icon.WARN, "warn"),
    Verdict.FORBIDDEN: (Icon.REFUSED, "stop"),
}


class BedTile(Draggable):
    """One bed.

    Signals:
        person_dropped(person_id, bed_id): somebody was dropped here.
        looked_at(room_id): the keyboard came here, or the mouse.
    """

    person_dropped = Signal(object, object)
    looked_at = Signal(object)

    def __init__(self, looks: Looks, room_id: UUID) -> None:
        super().__init__()
        self._looks = looks
        self._room_id = room_id
        self.line: BedLine | None = None
        self._drawn: tuple[object, ...] = ()
        self._first = self._second = ""
        self.setAcceptDrops(True)
        measure(self, least=9.7, lowest=2.4)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    @property
    def bed_id(self) -> UUID:
        """Return which bed this is."""
        if self.line is None:
            raise TypeError("the tile shows no bed yet")
        return self.line.bed_id

    def show_bed(
        self, line: BedLine, room: str, *, hide: bool, picked: bool, offered: bool
    ) -> None:
        """Draw a bed; ``offered`` marks one that the selected person could have."""
        drawn = (line, hide, picked, offered, self._looks.theme, self._looks.zoom)
        if drawn == self._drawn:
            return
        self._drawn, self.line = drawn, line
        self.person_id = line.sleeper.person_id if line.sleeper else None
        self._first, self._second = self._words(line, hide=hide)
        icon = _ICONS.get(line.state)
        self.setIcon(self._looks.icon(icon) if icon else QIcon())
        self.setIconSize(QSize(lines(_ICON_LINES), lines(_ICON_LINES)))
        self._fit()
        child = line.sleeper is not None and line.sleeper.treated_as is TreatedAs.CHILD
        look = _LOOKS[line.state]
        mark(self, tile="child" if child and look == "taken" else look, picked=picked)
        mark(self, offered=offered)
        told = self._first
        if line.sleeper is not None:
            told = shown.person(line.sleeper.name, line.sleeper.number, hide=hide)
        self.setAccessibleName(
            self.tr("Bed {0}-{1}, {2}, {3}").format(room, line.label, told or "-", self._second)
        )
        self.setToolTip(self.accessibleName())

    def _words(self, line: BedLine, *, hide: bool) -> tuple[str, str]:
        if line.sleeper is None:
            return line.kept_for, short(line.state)
        number = "#" + line.sleeper.number.rsplit("-", 1)[-1]
        who = shown.called(line.sleeper.name, number, hide=hide)
        if line.away is not None:
            return who, short(line.away)
        if line.state is BedState.ON_THE_WAY:
            return who, short(line.state)
        treated = self.tr("child") if line.sleeper.treated_as is TreatedAs.CHILD else ""
        years = "" if line.sleeper.age_years is None else str(line.sleeper.age_years)
        unsure = "?" if line.sleeper.presumed else ""
        return who, " ".join(part for part in (treated, years + unsure) if part) or "-"

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much of a name as fits."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if self.line is not None:
            metrics, label = self.fontMetrics(), f"{self.line.label} "
            taken = _BESIDE_WORDS + metrics.horizontalAdvance(label)
            if not self.icon().isNull():
                taken += self.iconSize().width() + _BESIDE_ICON
            room = self.width() - taken
            first = metrics.elidedText(self._first, Qt.TextElideMode.ElideRight, room)
            self.setText(f"{label}{first}\n{self._second}")

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take people only."""
        if dropped(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Say who was dropped."""
        person_id = dropped(event.mimeData())
        if person_id is not None:
            event.acceptProposedAction()
            self.person_dropped.emit(person_id, self.bed_id)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Let the side panel explain this room."""
        super().focusInEvent(event)
        self.looked_at.emit(self._room_id)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Let the side panel explain this room."""
        super().enterEvent(event)
        self.looked_at.emit(self._room_id)


class RoomCard(QFrame):
    """One room with its beds and, while somebody is selected, its verdict for her."""

    def __init__(self, looks: Looks, room_id: UUID, parent: QWidget) -> None:
        super().__init__(parent)
        self._looks = looks
        self.room_id = room_id
        self.tiles: dict[UUID, BedTile] = {}
        self._drawn: tuple[object, ...] = ()
        self.name = heading("")
        self.about = caption(tone="muted")
        self.icon = QLabel()
        self.says = Elided()
        self.beds = QGridLayout()
        self.beds.setSpacing(3)
        says = QHBoxLayout()
        says.setSpacing(4)
        says.addWidget(self.icon)
        says.addWidget(self.says, 1)
        self.setLayout(
            column(
                row(self.name, self.about, None, spacing=6),
                says,
                self.beds,
                margin=5,
                spacing=3,
            )
        )
        mark(self, card=True)

    def show_room(self, room: RoomLine, answer: RoomAnswer | None) -> list[BedTile]:
        """Draw the head and lay out the tiles; return tiles that are new."""
        visible = [bed for bed in room.beds if not bed.put_away]
        made = []
        if list(self.tiles) != [bed.bed_id for bed in visible]:
            made = self._lay_out([bed.bed_id for bed in visible])
        drawn = (room, answer, self._looks.theme, self._looks.zoom)
        if drawn != self._drawn:
            self._drawn = drawn
            self.name.setText(room.name)
            self.about.setText(self._about(room))
            self._show_answer(room, answer)
        return made

    def _lay_out(self, beds: list[UUID]) -> list[BedTile]:
        made = []
        for bed_id in set(self.tiles) - set(beds):
            gone = self.tiles.pop(bed_id)
            self.beds.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        kept = self.tiles
        self.tiles = {}
        for place, bed_id in enumerate(beds):
            tile = kept.get(bed_id)
            if tile is None:
                tile = BedTile(self._looks, self.room_id)
                made.append(tile)
            self.tiles[bed_id] = tile
            self.beds.addWidget(tile, place // _ACROSS, place % _ACROSS)
        return made

    def _about(self, room: RoomLine) -> str:
        if room.alarmed:
            return self.tr("Alarm")
        ages = room.ages
        years = "" if ages is None else "–".join(str(age) for age in sorted(set(ages)))
        near = self.tr("near") if room.near_caretaker else ""
        return " · ".join(part for part in (years, near) if part)

    def _show_answer(self, room: RoomLine, answer: RoomAnswer | None) -> None:
        mark(self.name, tone="stop" if room.alarmed else "")
        if answer is None:
            closed = room.closed
            text = (
                ""
                if closed is None
                else self.tr("Blocked until {0}").format(shown.short_day(closed.until))
            )
            self._say(Icon.BED_BROKEN if closed else None, "muted", text)
            mark(self, verdict="")
        elif answer.own:
            self._say(Icon.HOME, "muted", self.tr("Her room now"))
            mark(self, verdict="own")
        else:
            icon, tone = _VERDICTS[answer.verdict]
            text = short(answer.reasons[0]) if answer.reasons else words(answer.verdict)
            self._say(icon, tone, text)
            mark(self, verdict=answer.verdict.value)
        self.setAccessibleName(self.tr("Room {0}, {1}").format(room.name, self.says.words))
        said = sentences(answer.reasons) if answer else ""
        self.setAccessibleDescription(said)

    def _say(self, icon: Icon | None, tone: str, text: str) -> None:
        self.icon.setPixmap(self._looks.icon(icon, tone).pixmap(14, 14) if icon else QPixmap())
        self.says.say(text)
        mark(self.says, tone=tone)


class WingStrip(QWidget):
    """The head of one wing and its cards, as many across as there is room for."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.title = heading("")
        self.warning = caption(tone="warn")
        self.cards = QGridLayout()
        self.cards.setSpacing(8)
        self._laid: tuple[object, ...] = ()
        self.setLayout(column(row(self.title, None, self.warning), self.cards, spacing=4))

    def lay_out(self, cards: list[RoomCard], across: int) -> None:
        """Put the cards in rows of ``across``."""
        wanted = (tuple(cards), across)
        if wanted == self._laid:
            return
        self._laid = wanted
        while self.cards.takeAt(0) is not None:
            pass
        for place, card in enumerate(cards):
            self.cards.addWidget(card, place // across, place % across)
        for at in range(12):
            self.cards.setColumnStretch(at, 1 if at < across else 0)
