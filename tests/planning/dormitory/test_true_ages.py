# SPDX-License-Identifier: Apache-2.0
"""Whatever age each really has by what is known of it, no plan leaves a small child in danger.

Somebody really under 13 never lies in a bed that a plan gave out beside a stranger who is
really 18 or more. Nobody of whom no age is known at all is taken for a small child (ADR 0024).
"""

import itertools
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest

from app.planning.dormitory.beds.joint import propose
from app.planning.dormitory.replan.search import replan
from app.policies.dormitory.beds.facts import Guest, Occupant, Room
from app.policies.dormitory.beds.kin import Kin
from tests.helpers.ages import TODAY, born
from tests.planning.dormitory.nights import small_night
from tests.planning.dormitory.replan.tangles import tangle

DRAWS = 12
OLDEST, THIRTEEN = (TODAY.replace(year=TODAY.year - years) for years in (60, 13))


def doubted(chance: random.Random, who: Guest | Occupant) -> Guest | Occupant:
    """Return somebody of whose age as much is known as by an estimate, a range or a paper."""
    if who.age_years is None or who.adult_from is not None:
        return who
    return replace(who, born=born(who.age_years, chance.choice([0, 0, 1, 2, 4])))


def in_doubt(chance: random.Random, rooms: Sequence[Room]) -> tuple[Room, ...]:
    return tuple(
        replace(each, occupants=tuple(doubted(chance, o) for o in each.occupants)) for each in rooms
    )


def truly(chance: random.Random, who: Guest | Occupant) -> int:
    """Return an age in years that fits what is known."""
    if who.adult_from is not None:
        return chance.randint(18, 60)
    first, last = who.born.earliest or OLDEST, who.born.latest or THIRTEEN
    day = first + timedelta(days=chance.randint(0, (last - first).days))
    return years_on(day, TODAY)


def years_on(birth: date, day: date) -> int:
    return day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))


def strangers(
    rooms: Mapping[UUID, list[Guest | Occupant]], placed: set[UUID], kin: Kin
) -> Iterator[tuple[Guest | Occupant, Guest | Occupant]]:
    """Yield who shares a room by a plan without being family."""
    for inside in rooms.values():
        for one, other in itertools.permutations(inside, 2):
            pair = one.person_id, other.person_id
            if placed & set(pair) and not kin.family(*pair):
                yield one, other


def check(
    chance: random.Random,
    rooms: Sequence[Room],
    people: Mapping[UUID, Guest | Occupant],
    beds: Mapping[UUID, UUID],
    kin: Kin,
) -> None:
    room_of = {bed.bed_id: room.room_id for room in rooms for bed in room.beds}
    lying = {o.person_id: o.bed_id for room in rooms for o in room.occupants} | dict(beds)
    inside: dict[UUID, list[Guest | Occupant]] = {}
    for person_id, bed_id in lying.items():
        inside.setdefault(room_of[bed_id], []).append(people[person_id])
    for young, grown in strangers(inside, set(beds), kin):
        for _draw in range(DRAWS):
            assert not (truly(chance, young) < 13 and truly(chance, grown) >= 18)


@pytest.mark.parametrize("seed", range(60))
def test_beds_proposed_together(seed: int) -> None:
    chance, night = random.Random(seed), small_night(seed)  # noqa: S311
    newcomers = tuple(replace(n, guest=doubted(chance, n.guest)) for n in night.newcomers)
    rooms = in_doubt(chance, night.rooms)
    made = propose(newcomers, rooms, TODAY, night.kin)
    people: dict[UUID, Guest | Occupant] = {n.person_id: n.guest for n in newcomers}
    people |= {o.person_id: o for room in rooms for o in room.occupants}
    beds = {each.person_id: each.bed.bed_id for each in made.proposed if each.bed}
    check(chance, rooms, people, beds, night.kin)


@pytest.mark.parametrize("seed", range(60))
def test_a_house_planned_anew(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311
    facts, goal = tangle(seed)
    facts = replace(
        facts,
        newcomers=tuple(replace(n, guest=doubted(chance, n.guest)) for n in facts.newcomers),
        rooms=in_doubt(chance, facts.rooms),
    )
    plan = replan(facts, replace(goal, waived=frozenset()))
    people: dict[UUID, Guest | Occupant] = {n.person_id: n.guest for n in facts.newcomers}
    people |= {o.person_id: o for room in facts.rooms for o in room.occupants}
    beds = {step.person_id: step.to_bed for step in plan.steps}
    check(chance, facts.rooms, people, beds, facts.kin)


def test_such_houses_are_full_of_doubt() -> None:
    """The check above would find what it looks for."""
    chance = random.Random(1)  # noqa: S311
    found = 0
    for seed in range(200):
        facts, _goal = tangle(seed)
        for room in in_doubt(chance, facts.rooms):
            for one, other in itertools.permutations(room.occupants, 2):
                found += truly(chance, one) < 13 and truly(chance, other) >= 18
    assert found > 10
