# SPDX-License-Identifier: Apache-2.0
"""Small invented houses in which everything that the rules speak of happens often."""

import random
from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

from app.planning.dormitory.beds.night import Newcomer
from app.planning.dormitory.replan.facts import House
from app.policies.dormitory.beds.facts import Bed, Guest, Occupant, Room, RoomPurpose, Side
from app.policies.dormitory.beds.holds import Reserved
from app.policies.dormitory.beds.kin import Kin
from app.policies.dormitory.night.night_list import as_if_last
from app.policies.dormitory.replan.goals import Goal, GoalKind
from app.policies.dormitory.rules import needs
from app.policies.reasons import PERMITTABLE
from tests.helpers.ages import TODAY
from tests.planning.dormitory.nights import someone, uid

MORNING = datetime(2026, 11, 25, tzinfo=UTC)


def lying(guest: Guest, bed: Bed) -> Occupant:
    return guest.lying(bed.bed_id)


def tangle(seed: int, residents: int = 5, newcomers: int = 3, rooms: int = 4) -> tuple[House, Goal]:
    """Return a house of at most so many people and rooms, and something to want of it."""
    chance = random.Random(seed)  # noqa: S311
    people = [_anybody(chance, 1 + at) for at in range(chance.randint(0, residents) + 3)]
    people, waiting = people[:-3], people[-3:][: chance.randint(0, newcomers)]
    everybody = [guest.person_id for guest in (*people, *waiting)]
    apart: dict[UUID, set[UUID]] = {}
    if len(everybody) > 1 and chance.random() < 0.4:
        one, other = chance.sample(everybody, 2)
        apart = {one: {other}, other: {one}}
    people = [_kept_apart(guest, apart) for guest in people]
    waiting = [_kept_apart(guest, apart) for guest in waiting]
    house, left = [], list(people)
    count = chance.randint(1, rooms)
    for number in range(101, 101 + count):
        beds = tuple(_bed(chance, number * 100 + at, everybody) for at in range(3))
        beds = beds[: chance.randint(1, 3)]
        lain = [lying(left.pop(), bed) for bed in beds if left and chance.random() < 0.6]
        made = Room(
            uid(number),
            str(number),
            chance.randint(1, 2),
            chance.choice([Side.ADULT, Side.CHILD, Side.ANY, Side.ANY]),
            RoomPurpose.BEDROOM if chance.random() < 0.95 else RoomPurpose.SPARE,
            chance.random() < 0.4,
            beds,
            tuple(lain),
            house=chance.choice([None, None, needs.House.RPSW]),
            step_free=chance.random() < 0.7,
            blocked=chance.random() < 0.05,
            most=chance.choice([None, None, 1, 2, 3]),
        )
        house.append(made)
    inside = [o.person_id for room in house for o in room.occupants]
    nights = tuple((person, chance.choice([0, 1, 5, 40, 200])) for person in inside)
    kin = _kin(chance, inside + [guest.person_id for guest in waiting])
    new = tuple(Newcomer(guest, at) for at, guest in enumerate(waiting))
    wanted = frozenset(r.room_id for r in chance.sample(house, chance.randint(1, len(house))))
    goal = Goal(
        chance.choice(list(GoalKind)),
        wanted,
        chance.choice([Side.ADULT, Side.CHILD]),
        frozenset(chance.sample(sorted(PERMITTABLE), 2)) if chance.random() < 0.2 else frozenset(),
    )
    facts = House(new, tuple(house), TODAY, kin, nights)
    return _away_and_signed(random.Random(-1 - seed), facts), goal  # noqa: S311


def _away_and_signed(chance: random.Random, facts: House) -> House:
    """Send some of the sleepers away, and sign for some of what is wrong."""
    away, signed = set(), []
    for room in facts.rooms:
        for each, reasons in as_if_last(room, facts.today, facts.kin):
            if chance.random() < 0.3:
                away.add(each.person_id)
            rules = {reason for reason in reasons if chance.random() < 0.5}
            if chance.random() < 0.1:
                rules.add(chance.choice(sorted(PERMITTABLE)))
            if rules & PERMITTABLE:
                signed.append(((each.person_id, each.bed_id), frozenset(rules & PERMITTABLE)))
    return replace(facts, away=frozenset(away), signed=tuple(signed))


def _kept_apart(guest: Guest, apart: dict[UUID, set[UUID]]) -> Guest:
    others = frozenset(apart.get(guest.person_id, ()))
    return replace(guest, needs=replace(guest.needs, apart_from=others))


def _bed(chance: random.Random, number: int, everybody: list[UUID]) -> Bed:
    kept = None
    if chance.random() < 0.1:
        whom = chance.choice([*everybody, None])
        kept = Reserved(uid(number + 50_000), "Polres", whom, MORNING)
    return Bed(
        uid(number),
        "ABC"[number % 100],
        out_of_use=chance.random() < 0.05,
        mattress=chance.random() < 0.1,
        upper=chance.random() < 0.3,
        blocked=chance.random() < 0.05,
        reserved=kept,
    )


def _anybody(chance: random.Random, number: int) -> Guest:
    wants = needs.Needs(
        house=chance.choice([None, needs.House.RPSW, needs.House.RPSW, needs.House.PSKW]),
        exploited=chance.choice([None, None, True, False]),
        near=chance.random() < 0.1,
        company=chance.random() < 0.15,
        own_room=chance.random() < 0.08,
        step_free=chance.random() < 0.1,
        lower_bunk=chance.random() < 0.25,
        grown_boy=chance.random() < 0.05,
    )
    urgent, male = chance.random() < 0.3, chance.random() < 0.08
    if chance.random() < 0.5:
        return someone(
            number, chance.choice([None, 19, 30, 60]), adult=True, urgent=urgent, needs=wants
        )
    years = chance.choice([None, 3, 8, 12, 16, 17])
    return someone(number, years, urgent=urgent, male=male, needs=wants)


def _kin(chance: random.Random, people: list[UUID]) -> Kin:
    """Return licences from lower to higher numbers, so that nobody is her own grandmother."""
    licences: dict[str, set[tuple[UUID, UUID]]] = {"m": set(), "g": set(), "t": set(), "d": set()}
    for _ in range(chance.randint(0, 4)):
        if len(people) > 1:
            one, other = sorted(chance.sample(people, 2))
            licences[chance.choice("mmgtd")].add((one, other))
    return Kin(
        frozenset(licences["m"]),
        frozenset(licences["g"]),
        frozenset(licences["t"] | licences["d"]),
        frozenset(licences["d"]),
    )
