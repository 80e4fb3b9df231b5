# SPDX-License-Identifier: Apache-2.0
"""The left of the board: who has no bed yet, a search, a filter and the legend."""

from enum import StrEnum
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from app.policies.dormitory.beds.board import BedState
from app.policies.people.age import TreatedAs
from app.services.dormitory.facts.room_list import BedLine, RoomLine, WingLine
from app.services.dormitory.facts.waiting import WaitingLine
from app.ui import format as shown
from app.ui.dormitory.beds.drag import ARROWS, InTwoLines
from app.ui.texts import words
from app.ui.theme.icons import Icon
from app.ui.theme.measures import measure
from app.ui.theme.style import Looks, mark
from app.ui.widgets.age_chip import treatment_text
from app.ui.widgets.buttons import ENTER
from app.ui.widgets.labels import heading, sentence
from app.ui.widgets.layouts import column, emptied, scrolling
from app.ui.widgets.lines.line import Line
from app.ui.widgets.tab_stop import only_stop

_DIGITS = {Qt.Key.Key_1: 0, Qt.Key.Key_2: 1, Qt.Key.Key_3: 2}


class Filter(StrEnum):
    """Which beds the board shows."""

    ALL = "all"
    FREE = "free"
    CHILDREN = "children"
    ADULTS = "adults"
    ON_THE_WAY = "on_the_way"
    AWAY = "away"
    ALARMED = "alarmed"
    CLOSED = "closed"


class _People(QWidget):
    """The list inside its scroll area, which would take the arrows for itself.

    Signals:
        chosen(person_id): the keyboard went to somebody.
        taken(place): a suggestion is accepted.
    """

    chosen = Signal(object)
    taken = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.buttons: list[InTwoLines] = []

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from person to person; Enter, 2 and 3 accept a suggestion that is on screen."""
        key = Qt.Key(event.key())
        people = self.buttons
        at = next((place for place, each in enumerate(people) if each.hasFocus()), None)
        if at is None or (event.isAutoRepeat() and key in ENTER):
            super().keyPressEvent(event)
        elif key in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            there = people[(at + (1 if key is Qt.Key.Key_Down else -1)) % len(people)]
            there.setFocus(Qt.FocusReason.TabFocusReason)
            self.chosen.emit(there.person_id)
        elif key in _DIGITS or key in ENTER:
            here = people[at]
            if here.isChecked():
                self.taken.emit(_DIGITS.get(key, 0))
            else:
                self.chosen.emit(here.person_id)
        else:
            super().keyPressEvent(event)


class Waiting(QWidget):
    """People without a bed; going to one selects her, Enter, 2 and 3 take a suggestion.

    Signals:
        chosen(person_id): somebody is selected.
        taken(place): the suggestion with this number (0 to 2) is accepted.
        narrowed: the search or the filter changed.
    """

    chosen = Signal(object)
    taken = Signal(int)
    narrowed = Signal()

    def __init__(self, looks: Looks) -> None:
        super().__init__()
        self._looks = looks
        self.lines: tuple[WaitingLine, ...] = ()
        self.people: dict[UUID, InTwoLines] = {}
        self.search = Line()
        self.search.setPlaceholderText(self.tr("Find a name, number or room"))
        self.search.setAccessibleName(self.search.placeholderText())
        self.search.setClearButtonEnabled(True)
        self.filter = measure(QComboBox(), least=27)
        self.filter.setAccessibleName(self.tr("Which beds"))
        for each, text in self._filters().items():
            self.filter.addItem(text, each.value)
        self.head = heading("")
        self.head.setWordWrap(True)
        self._box = QVBoxLayout()
        self._box.setSpacing(4)
        self._list = _People()
        self._list.setLayout(column(self._box, None))
        self._list.chosen.connect(self.chosen)
        self._list.taken.connect(self.taken)
        self.legend = sentence(self._legend(), "muted")
        self.setLayout(
            column(
                self.search, self.filter, self.head, scrolling(self._list), self.legend, margin=8
            )
        )
        self.search.textChanged.connect(self.narrowed)
        self.filter.currentIndexChanged.connect(self.narrowed)

    def _filters(self) -> dict[Filter, str]:
        return {
            Filter.ALL: self.tr("All beds"),
            Filter.FREE: self.tr("Free beds"),
            Filter.CHILDREN: self.tr("Children"),
            Filter.ADULTS: self.tr("Adults"),
            Filter.ON_THE_WAY: self.tr("On the way"),
            Filter.AWAY: self.tr("Away"),
            Filter.ALARMED: self.tr("Alarms"),
            Filter.CLOSED: self.tr("Reserved or blocked"),
        }

    def _legend(self) -> str:
        return self.tr(
            "Dashed: free · amber: on the way or reserved · dotted: away, bed kept · "
            "grey: blocked or out of use"
        )

    def show_people(
        self, lines: tuple[WaitingLine, ...], chosen: UUID | None, *, hide: bool
    ) -> None:
        """Show who waits."""
        focused = next((key for key, each in self.people.items() if each.hasFocus()), None)
        self.lines = lines
        self.people = {}
        emptied(self._box)
        self.head.setText(
            self.tr("No bed yet: {0}").format(len(lines)) if lines else self.tr("Nobody waits")
        )
        if not lines:
            self._box.addWidget(sentence(self.tr("Everyone has a bed."), "ok"))
        for line in lines:
            made = self._person(line, hide=hide)
            made.setChecked(line.person_id == chosen)
            self.people[line.person_id] = made
            self._box.addWidget(made)
        self._list.buttons = list(self.people.values())
        self._let_tab_come_to(chosen or focused)
        if focused in self.people:
            self.people[focused].setFocus()
        elif focused is not None and self.people:
            next(iter(self.people.values())).setFocus()

    def take_keyboard(self) -> None:
        """Put the keyboard on the first who waits, or on the search when nobody does."""
        next(iter(self.people.values()), self.search).setFocus()

    def mark_chosen(self, chosen: UUID | None) -> None:
        """Show who is selected."""
        for person_id, each in self.people.items():
            each.setChecked(person_id == chosen)
        self._let_tab_come_to(chosen)

    def _let_tab_come_to(self, person_id: UUID | None) -> None:
        first = next(iter(self.people.values()), None)
        stop = self.people.get(person_id, first) if person_id is not None else first
        only_stop(self.people.values(), stop)

    def _person(self, line: WaitingLine, *, hide: bool) -> InTwoLines:
        made = InTwoLines(ARROWS | ENTER)
        made.person_id = line.person_id
        who = shown.person(line.name, line.number, hide=hide)
        treated = treatment_text(line.treated_as, presumed=line.presumed)
        years = "" if line.age_years is None else f" {line.age_years}"
        made.say(who, f"{shown.waited(line.minutes)} · {treated}{years}")
        made.setIcon(self._looks.icon(Icon.WARN if line.urgent else Icon.PERSON))
        made.setCheckable(True)
        mark(made, role="choice", person=True)
        waits = self.tr("waiting {0}").format(shown.waited(line.minutes))
        made.setAccessibleName(f"{who}, {treated}{years}, {waits}")
        made.clicked.connect(partial(self.chosen.emit, line.person_id))
        made.carried.connect(self.chosen)
        return made

    def matches(self, wings: tuple[WingLine, ...]) -> frozenset[UUID] | None:
        """Return the beds that search and filter leave, or None for all of them."""
        text = self.search.text().strip().casefold()
        wanted = Filter(self.filter.currentData())
        if not text and wanted is Filter.ALL:
            return None
        return frozenset(
            bed.bed_id
            for wing in wings
            for room in wing.bedrooms
            for bed in room.beds
            if _passes(wanted, room, bed) and _found(text, room, bed)
        )


def _passes(wanted: Filter, room: RoomLine, bed: BedLine) -> bool:
    treated = bed.sleeper.treated_as if bed.sleeper else None
    return {
        Filter.ALL: True,
        Filter.FREE: bed.state is BedState.FREE,
        Filter.CHILDREN: treated is TreatedAs.CHILD,
        Filter.ADULTS: treated is TreatedAs.ADULT,
        Filter.ON_THE_WAY: bed.state is BedState.ON_THE_WAY,
        Filter.AWAY: bed.state is BedState.AWAY,
        Filter.ALARMED: room.alarmed,
        Filter.CLOSED: bed.state in {BedState.RESERVED, BedState.BLOCKED, BedState.OUT_OF_USE},
    }[wanted]


def _found(text: str, room: RoomLine, bed: BedLine) -> bool:
    if not text:
        return True
    told = [room.name, f"{room.name}-{bed.label}", bed.kept_for, words(bed.state)]
    if bed.sleeper is not None:
        told += [bed.sleeper.name, bed.sleeper.number]
    return any(text in each.casefold() for each in told)
