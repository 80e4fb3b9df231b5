# SPDX-License-Identifier: Apache-2.0
"""The measured process of the board: 60 rooms and 200 beds painted for one person, then another.

The bare side is a window of as many plain buttons whose words change.
"""

import json
import sys
from collections.abc import Callable
from statistics import median
from time import perf_counter
from uuid import UUID

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QMainWindow, QPushButton, QWidget

from app.devtools.bench.proposing import TODAY, BusyNight, busy_night
from app.policies.access import Role
from app.policies.dormitory.beds.board import bed_state, verdicts
from app.policies.dormitory.beds.facts import Bed, Occupant, Room, Side
from app.policies.people.age import AgeBasis, AgeReason, TreatedAs
from app.policies.people.born import is_adult
from app.services.dormitory.beds.verdicts import RoomAnswer, Verdicts
from app.services.dormitory.facts.room_list import BedLine, RoomLine, Sleeper, WingLine
from app.ui.dormitory.beds.plan import Plan
from app.ui.theme.style import Looks, dress
from app.ui.theme.tokens import Theme
from app.ui.widgets.layouts import scrolling

_RUNS = 11
_SIZE = (1366, 697)


def wings(night: BusyNight) -> tuple[WingLine, ...]:
    """Return the house as lines of the board."""
    floors = sorted({room.floor for room in night.rooms})
    return tuple(
        WingLine(
            UUID(int=floor),
            f"Lantai {floor}",
            floor,
            Side.ANY,
            tuple(_room(room) for room in night.rooms if room.floor == floor),
        )
        for floor in floors
    )


def answers(night: BusyNight, place: int) -> Verdicts:
    """Return what every room says to one newcomer."""
    guest = night.newcomers[place].guest
    return Verdicts(
        guest.person_id,
        TreatedAs.ADULT if is_adult(guest.adult_from, TODAY) else TreatedAs.CHILD,
        next(iter(AgeReason)),
        False,
        tuple(
            RoomAnswer(each.room_id, each.verdict, each.decision.reasons, each.beds, False)
            for each in verdicts(Role.DUTY_OFFICER, guest, night.rooms, TODAY, night.kin)
        ),
        (),
        (),
        False,
        guest.born,
        AgeBasis.ESTIMATE,
        TODAY,
        TODAY,
    )


def _room(room: Room) -> RoomLine:
    inside = {occupant.bed_id: occupant for occupant in room.occupants}
    beds = tuple(_bed(bed, inside.get(bed.bed_id)) for bed in room.beds)
    return RoomLine(room.room_id, room.name, room.purpose, room.near_caretaker, beds, False)


def _bed(bed: Bed, occupant: Occupant | None) -> BedLine:
    state = bed_state(bed, taken=occupant is not None)
    if occupant is None:
        return BedLine(bed.bed_id, bed.label, False, None, state=state)
    grown = is_adult(occupant.adult_from, TODAY)
    sleeper = Sleeper(
        occupant.person_id,
        "Melati",
        "REG-2611-001",
        TreatedAs.ADULT if grown else TreatedAs.CHILD,
        occupant.age_years is None,
        occupant.age_years,
        occupant.person_id,
    )
    return BedLine(bed.bed_id, bed.label, False, sleeper, state=state)


def _painted(window: QWidget, change: Callable[[int], None]) -> float:
    """Return the milliseconds from a change until the window is painted, the median."""
    times = []
    for run in range(_RUNS):
        began = perf_counter()
        change(run)
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        window.grab()
        times.append(perf_counter() - began)
    return median(times) * 1000


def _ours(application: QApplication) -> float:
    looks = Looks(application)
    looks.apply(Theme.LIGHT, 100)
    night = busy_night(3)
    house = wings(night)
    said = (answers(night, 0), answers(night, 1))
    plan = Plan(looks)
    window = QMainWindow()
    window.setCentralWidget(scrolling(plan))
    dress(window)
    window.resize(*_SIZE)
    window.show()
    plan.show_house(house, None, hide=True)
    window.grab()
    return _painted(window, lambda run: plan.show_house(house, said[run % 2], hide=True))


def _bare() -> float:
    window, content, grid = QMainWindow(), QWidget(), QGridLayout()
    content.setLayout(grid)
    beds = [QPushButton() for _ in range(200)]
    for place, bed in enumerate(beds):
        grid.addWidget(bed, place // 8, place % 8)
    window.setCentralWidget(scrolling(content))
    window.resize(*_SIZE)
    window.show()
    window.grab()

    def change(run: int) -> None:
        for bed in beds:
            bed.setText(f"A {run}")

    return _painted(window, change)


if __name__ == "__main__":
    running = QApplication(sys.argv[:1])
    running.setStyle("Fusion")
    print(json.dumps({"ours": _ours(running), "bare": _bare()}), flush=True)
    sys.stdin.read()
