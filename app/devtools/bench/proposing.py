# SPDX-License-Identifier: Apache-2.0
"""Beds for twelve at once in a house of 200, beside one bare pass of the rules.

The bare pass only asks of every newcomer and room whether the rules are against it, which
every planner has to ask first; it compares nothing and nobody with each other.
"""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from statistics import median
from time import perf_counter
from uuid import UUID

from app.devtools.bench.verdict import Limits, Line, judge
from app.planning.dormitory.beds.joint import propose
from app.planning.dormitory.beds.lying import settle
from app.planning.dormitory.beds.night import Newcomer
from app.policies.dormitory.beds.facts import Bed, Guest, Room, RoomPurpose, Side
from app.policies.dormitory.beds.kin import Kin
from app.policies.dormitory.beds.rooming import why_not
from app.policies.people.age import AgeBasis, StatedAge, born_by
from app.policies.people.born import Born

_MILLISECONDS = 150
_NIGHTS = 12
_REPEATS = 5
_PEOPLE = 12
_GROUP = UUID(int=1)
TODAY = date(2026, 11, 24)
_GROWN = date(2010, 1, 1)


@dataclass(frozen=True, slots=True)
class BusyNight:
    """Twelve newcomers and a house of 60 rooms and 200 beds, three quarters full."""

    newcomers: tuple[Newcomer, ...]
    rooms: tuple[Room, ...]
    kin: Kin


def busy_night(seed: int) -> BusyNight:
    """Return an invented night, always the same one for a seed."""
    chance = random.Random(seed)  # noqa: S311
    rooms = tuple(_room(chance, number) for number in range(60))
    guests = [_person(chance, 1 + place, grown=place % 2 == 0) for place in range(_PEOPLE)]
    mother, child, declared, infant = (guest.person_id for guest in guests[:4])
    tonight = frozenset({(declared, infant)})
    kin = Kin(frozenset({(mother, child)}), for_tonight=tonight, declared_mothers=tonight)
    newcomers = tuple(
        Newcomer(guest, place, _GROUP, chance.choice("AB  ").strip())
        for place, guest in enumerate(guests)
    )
    return BusyNight(newcomers, rooms, kin)


def measure() -> Iterator[Line]:
    """Yield the slowest of several nights; the ratio has no limit.

    Raises:
        RuntimeError: a plan was not the best one; its time would mean nothing.
    """
    costs = []
    for seed in range(_NIGHTS):
        night = busy_night(seed)
        plan = propose(night.newcomers, night.rooms, TODAY, night.kin)
        if not plan.proven or plan.worth.everybody != _PEOPLE:
            raise RuntimeError(f"night {seed} was not planned to the end")
        costs.append(
            (
                _median(lambda n=night: propose(n.newcomers, n.rooms, TODAY, n.kin)),
                _median(lambda n=night: bare_pass(n)),
            )
        )
    ours, bare = max(costs)
    yield judge("propose_12", Limits.VALUE, ours, bare, "ms", _MILLISECONDS)


def bare_pass(night: BusyNight) -> int:
    """Return in how many rooms how many newcomers could sleep if each came alone."""
    return sum(
        why_not(newcomer.guest, room.free_beds[0], room, TODAY, night.kin).allowed
        for newcomer in night.newcomers
        for room in night.rooms
        if room.free_beds
    )


def _room(chance: random.Random, number: int) -> Room:
    grown = number < 33
    wing = Side.ADULT if grown else Side.CHILD
    beds = tuple(
        Bed(UUID(int=number * 10 + place + 1), "ABCD"[place])
        for place in range(4 if number % 3 == 0 else 3)
    )
    room = Room(
        room_id=UUID(int=10_000 + number),
        name=f"{1 + number // 20}{number % 20 + 1:02d}",
        floor=1 + number // 20,
        side=Side.ANY if number % 15 == 0 else wing,
        purpose=RoomPurpose.BEDROOM,
        near_caretaker=number % 7 == 0,
        beds=beds,
    )
    inside = [
        _person(chance, 20_000 + number * 10 + place, grown=grown)
        for place in range(len(beds))
        if chance.random() < 0.75
    ]
    return settle(room, inside)


def _person(chance: random.Random, number: int, *, grown: bool) -> Guest:
    person_id, urgent = UUID(int=number), chance.random() < 0.2
    if grown:
        years = chance.randint(18, 60)
        return Guest(person_id, _GROWN, years, born_at(years), urgent)
    years = chance.choice([None, *range(3, 18)])
    return Guest(person_id, None, years, born_at(years), urgent)


def born_at(years: int | None) -> Born:
    """Return when somebody was born who says today how many years she has."""
    stated = StatedAge(None if years is None else 12 * years, None, None)
    return born_by(stated, AgeBasis.SELF, TODAY, margin=0)


def _median(run: Callable[[], object]) -> float:
    times = []
    for _ in range(_REPEATS):
        began = perf_counter()
        run()
        times.append(perf_counter() - began)
    return median(times) * 1000
