# SPDX-License-Identifier: Apache-2.0
"""A house of 200 with twelve arrivals planned anew, and one of ten rooms, all proven.

Beside them stands one bare pass of the rules: it asks of everybody and every room whether the rules
are against it, which every planner has to ask first; it compares nobody with anybody.
"""

import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from time import perf_counter
from typing import NamedTuple
from uuid import UUID

from app.devtools.bench.proposing import TODAY, born_at
from app.devtools.bench.verdict import Limits, Line, judge
from app.planning.dormitory.beds.lying import lie_down
from app.planning.dormitory.beds.night import Newcomer
from app.planning.dormitory.replan.facts import House
from app.planning.dormitory.replan.search import replan
from app.planning.solver.process import SOLVER
from app.policies.dormitory.beds.facts import Bed, Guest, Room, RoomPurpose, Side
from app.policies.dormitory.beds.kin import Kin
from app.policies.dormitory.beds.rooming import why_not_room
from app.policies.dormitory.night.cures import as_guest
from app.policies.dormitory.replan.goals import Goal, GoalKind
from app.policies.dormitory.rules import needs
from app.policies.dormitory.rules.needs import Needs

_AWAY = 25
_HOUSES = 3
_MOST = {"replan_200": 1500, "replan_hardest": 5000, "replan_10_rooms": 300}
_HARD = 2
"""So many of the large plans may take longer than the others."""
_GROWN_SINCE = TODAY.replace(year=2010)
_SMALL, _BIG = (3, 14), (15, 17)
"""Years of those who share rooms: a girl of 17 may be a woman tomorrow."""


class Size(NamedTuple):
    """How large a house is: rooms, of those for families and for grown-ups, and people."""

    rooms: int
    families: int
    adult_rooms: int
    residents: int
    arrivals: int


LARGE, SMALL = Size(60, 10, 30, 200, 12), Size(10, 2, 4, 33, 3)


def crowded(seed: int, size: Size = LARGE) -> House:
    """Return an invented house, always the same one for a seed.

    Families have rooms of their own, grown-ups, small and big girls theirs; some sleep where
    they should not, some beside somebody they are kept apart from, many need a lower bunk,
    and hardly more beds are free than there are arrivals. Some are away, and their beds are kept.
    """
    chance = random.Random(seed)  # noqa: S311
    rooms = [_room(number, size) for number in range(size.rooms)]
    places = [(at, bed) for at, room in enumerate(rooms) for bed in room.beds]
    free = len(places) - size.residents
    empty = set(chance.sample(range(3 * size.families, len(places)), free))
    mothers: set[tuple[UUID, UUID]] = set()
    for number, (at, bed) in enumerate(places):
        if number not in empty:
            guest = _resident(chance, number, at, bed, size)
            rooms[at] = lie_down(rooms[at], guest, bed.bed_id)
            if at < size.families and number % 3:
                mothers.add((rooms[at].occupants[0].person_id, guest.person_id))
    rooms = [
        _with_enemies(room) if at % (size.rooms // 4) == 1 else room
        for at, room in enumerate(rooms)
    ]
    newcomers = [_newcomer(chance, number) for number in range(size.arrivals)]
    mothers.add((newcomers[0].person_id, newcomers[1].person_id))
    nights = tuple(
        (each.person_id, chance.choice([1, 7, 30, 90])) for room in rooms for each in room.occupants
    )
    away = frozenset(person_id for person_id, _ in nights[::_AWAY])
    kin = Kin(frozenset(mothers))
    return House(tuple(newcomers), tuple(rooms), TODAY, kin, nights, away=away)


def goals(house: House) -> tuple[Goal, ...]:
    """Return one goal of each kind: a room emptied, two rooms turned over to children."""
    adult = [room.room_id for room in house.rooms if room.side is Side.ADULT]
    return (
        Goal(GoalKind.LEGAL),
        Goal(GoalKind.PLACE),
        Goal(GoalKind.EMPTY, frozenset(adult[:1])),
        Goal(GoalKind.SEPARATE, frozenset(adult[1:3]), Side.CHILD),
    )


def measure() -> Iterator[Line]:
    """Yield the large plans but the hardest, the hardest, and a small one on first use.

    Raises:
        RuntimeError: a plan is not proven.
    """
    costs = []
    for seed in range(_HOUSES):
        house = crowded(seed)
        bare = _milliseconds(lambda house=house: bare_pass(house))
        costs += [(_planning(house, goal), bare) for goal in goals(house)]
    costs.sort()
    small = crowded(0, SMALL)
    bare = _milliseconds(lambda: bare_pass(small))
    SOLVER.end()
    costs_of = {
        "replan_200": costs[-1 - _HARD],
        "replan_hardest": costs[-1],
        "replan_10_rooms": (_planning(small, goals(small)[0]), bare),
    }
    for name, (ours, baseline) in costs_of.items():
        yield judge(name, Limits.VALUE, ours, baseline, "ms", _MOST[name])


def bare_pass(house: House) -> int:
    """Return in how many rooms how many people could sleep if each came alone."""
    people = [as_guest(each) for room in house.rooms for each in room.occupants]
    people += [newcomer.guest for newcomer in house.newcomers]
    empty = [replace(room, occupants=()) for room in house.rooms]
    return sum(
        why_not_room(guest, room, TODAY, house.kin).allowed for guest in people for room in empty
    )


def _planning(house: House, goal: Goal) -> float:
    began = perf_counter()
    plan = replan(house, goal)
    milliseconds = (perf_counter() - began) * 1000
    if not plan.proven:
        raise RuntimeError(f"{goal.kind}: not proven, {plan.short}")
    return milliseconds


def _room(number: int, size: Size) -> Room:
    family = number < size.families
    grown = number < size.families + size.adult_rooms
    side = Side.ANY if family else Side.ADULT if grown else Side.CHILD
    beds = tuple(
        Bed(UUID(int=number * 10 + at + 1), "ABCD"[at], upper=at == 3)
        for at in range(3 if family or number % 11 == 0 else 4)
    )
    return Room(
        UUID(int=10_000 + number),
        f"{1 + number // 20}{number % 20 + 1:02d}",
        1 + number // 20,
        side,
        RoomPurpose.BEDROOM,
        number % 7 == 0,
        beds,
    )


def _resident(chance: random.Random, number: int, at: int, bed: Bed, size: Size) -> Guest:
    if at < size.families:
        return _grown(chance, number) if number % 3 == 0 else _child(chance, number, _SMALL)
    astray = chance.random() < 0.01
    grown = (at < size.families + size.adult_rooms) is not astray
    years = _BIG if at % 2 else _SMALL
    guest = _grown(chance, number) if grown else _child(chance, number, years)
    wants = Needs(needs.House.RPSW, lower_bunk=not bed.upper and chance.random() < 0.3)
    return replace(guest, needs=wants)


def _newcomer(chance: random.Random, number: int) -> Newcomer:
    grown = number == 0 or (number > 1 and chance.random() < 0.5)
    years = _BIG if chance.random() < 0.5 else _SMALL
    guest = _grown(chance, 5_000 + number) if grown else _child(chance, 5_000 + number, years)
    wants = Needs(needs.House.RPSW, lower_bunk=chance.random() < 0.3, near=number == 2)
    return Newcomer(replace(guest, needs=wants), number)


def _grown(chance: random.Random, number: int) -> Guest:
    years = chance.randint(18, 60)
    return Guest(UUID(int=20_000 + number), _GROWN_SINCE, years, born_at(years))


def _child(chance: random.Random, number: int, between: tuple[int, int]) -> Guest:
    years = chance.randint(*between)
    return Guest(UUID(int=20_000 + number), None, years, born_at(years))


def _with_enemies(room: Room) -> Room:
    """Keep the first two of a room apart from now on."""
    if len(room.occupants) < 2 or room.side is Side.ANY:
        return room
    one, other, *rest = room.occupants
    pair = (
        replace(one, needs=replace(one.needs, apart_from=frozenset({other.person_id}))),
        replace(other, needs=replace(other.needs, apart_from=frozenset({one.person_id}))),
    )
    return replace(room, occupants=(*pair, *rest))


def _milliseconds(run: Callable[[], object]) -> float:
    began = perf_counter()
    run()
    return (perf_counter() - began) * 1000
