# SPDX-License-Identifier: Apache-2.0
"""A house of 200 planned anew with twelve arrivals, beside one bare pass of the rules.

The bare pass asks of everybody and every room whether the rules are against it, which every
planner has to ask first; it compares nothing and nobody with each other.
"""

import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from time import perf_counter
from uuid import UUID

from app.devtools.bench.proposing import TODAY
from app.devtools.bench.verdict import Limits, Line, judge
from app.planning.dormitory.beds.lying import lie_down
from app.planning.dormitory.beds.night import Newcomer
from app.planning.dormitory.replan.facts import House, Plan
from app.planning.dormitory.replan.search import replan
from app.policies.dormitory.beds.kin import Kin
from app.policies.dormitory.beds.rooming import Bed, Guest, Room, RoomPurpose, Side, why_not_room
from app.policies.dormitory.night.cures import as_guest
from app.policies.dormitory.replan.goals import Goal, GoalKind
from app.policies.dormitory.rules import needs
from app.policies.dormitory.rules.needs import Needs

RESIDENTS, ARRIVALS, ROOMS = 200, 12, 60
_FAMILIES, _ADULT_ROOMS, _AWAY = 10, 30, 25
_MILLISECONDS = 2000
_HOUSES = 3
_GROWN_SINCE, _YOUNG_UNTIL = TODAY.replace(year=2010), TODAY.replace(year=2030)


def crowded(seed: int) -> House:
    """Return an invented house, always the same one for a seed.

    Families have rooms of their own, grown-ups and children a side each; some sleep on the
    wrong side, some beside somebody they are kept apart from, many need a lower bunk, and
    hardly more beds are free than there are arrivals. Some are away, and their beds are kept.
    """
    chance = random.Random(seed)  # noqa: S311
    rooms = [_room(number) for number in range(ROOMS)]
    places = [(at, bed) for at, room in enumerate(rooms) for bed in room.beds]
    empty = set(chance.sample(range(3 * _FAMILIES, len(places)), len(places) - RESIDENTS))
    mothers: set[tuple[UUID, UUID]] = set()
    for number, (at, bed) in enumerate(places):
        if number not in empty:
            guest = _resident(chance, number, at, bed)
            rooms[at] = lie_down(rooms[at], guest, bed.bed_id)
            if at < _FAMILIES and number % 3:
                mothers.add((rooms[at].occupants[0].person_id, guest.person_id))
    rooms = [_with_enemies(room) if at % 15 == 1 else room for at, room in enumerate(rooms)]
    newcomers = [_newcomer(chance, number) for number in range(ARRIVALS)]
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
    """Yield the slowest goal of several houses; the ratio has no limit.

    Raises:
        RuntimeError: a plan is not proven and does not say what it may fall short of.
    """
    costs = []
    for seed in range(_HOUSES):
        house = crowded(seed)
        bare = _milliseconds(lambda house=house: bare_pass(house))
        costs += [(_planning(house, goal), bare) for goal in goals(house)]
    ours, bare = max(costs)
    yield judge("replan_200", Limits.VALUE, ours, bare, "ms", _MILLISECONDS)


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
    if not stated(plan):
        raise RuntimeError(f"{goal.kind}: how good the plan is was not found out")
    return milliseconds


def stated(plan: Plan) -> bool:
    """Say whether a plan is proven, or says how many moves, people or pairs it may miss."""
    return plan.proven or plan.gap is not None or bool(plan.more or plan.together)


def _room(number: int) -> Room:
    family = number < _FAMILIES
    grown = number < _FAMILIES + _ADULT_ROOMS
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


def _resident(chance: random.Random, number: int, at: int, bed: Bed) -> Guest:
    if at < _FAMILIES:
        return _grown(chance, number) if number % 3 == 0 else _child(chance, number)
    astray = chance.random() < 0.01
    grown = (at < _FAMILIES + _ADULT_ROOMS) is not astray
    guest = _grown(chance, number) if grown else _child(chance, number)
    wants = Needs(needs.House.RPSW, lower_bunk=not bed.upper and chance.random() < 0.3)
    return replace(guest, needs=wants)


def _newcomer(chance: random.Random, number: int) -> Newcomer:
    grown = number == 0 or (number > 1 and chance.random() < 0.5)
    guest = _grown(chance, 5_000 + number) if grown else _child(chance, 5_000 + number)
    wants = Needs(needs.House.RPSW, lower_bunk=chance.random() < 0.3, near=number == 2)
    return Newcomer(replace(guest, needs=wants), number)


def _grown(chance: random.Random, number: int) -> Guest:
    return Guest(UUID(int=20_000 + number), _GROWN_SINCE, chance.randint(18, 60), False)


def _child(chance: random.Random, number: int) -> Guest:
    years = chance.randint(3, 17)
    young = _YOUNG_UNTIL if years < 13 else None
    return Guest(UUID(int=20_000 + number), None, years, False, young_until=young)


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
