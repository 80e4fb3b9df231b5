# SPDX-License-Identifier: Apache-2.0
"""Invented nights, from tiny and tangled ones to a house of 200 beds."""

import random
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from uuid import UUID

from app.planning.dormitory.beds.night import Newcomer
from app.policies.dormitory.beds.facts import Bed, Guest, Occupant, Room, RoomPurpose, Side
from app.policies.dormitory.beds.holds import Reserved
from app.policies.dormitory.beds.kin import Kin
from app.policies.dormitory.rules.needs import House, Needs
from tests.helpers.ages import born

ADULT = date(2010, 1, 1)


@dataclass(frozen=True)
class ANight:
    """Everything the planner is told."""

    newcomers: tuple[Newcomer, ...]
    rooms: tuple[Room, ...]
    kin: Kin


def uid(number: int) -> UUID:
    return UUID(int=number)


def someone(number: int, years: int | None = 30, *, adult: bool | None = None, **more) -> Guest:
    """Return a guest: adult from 18 years on, unless said otherwise."""
    grown = adult if adult is not None else years is not None and years >= 18
    more.setdefault("born", born(years))
    return Guest(uid(number), ADULT if grown else None, years, **more)


def sleeping(guest: Guest, bed: Bed) -> Occupant:
    return guest.lying(bed.bed_id)


def room(
    number: int,
    side: Side = Side.ANY,
    *inside: Guest,
    beds: int = 2,
    near: bool = False,
    purpose: RoomPurpose = RoomPurpose.BEDROOM,
) -> Room:
    made = tuple(Bed(uid(number * 100 + at), "ABCDEFGH"[at]) for at in range(beds))
    lain = tuple(sleeping(guest, bed) for guest, bed in zip(inside, made, strict=False))
    return Room(uid(number), str(number), number // 100, side, purpose, near, made, lain)


def waiting(*guests: Guest, ties: str = "") -> tuple[Newcomer, ...]:
    """Return newcomers of one group in order of arrival; a blank in ``ties`` is no tie."""
    letters = ties.ljust(len(guests))
    return tuple(
        Newcomer(guest, at, uid(7), letters[at].strip()) for at, guest in enumerate(guests)
    )


def small_night(seed: int, people: int = 5, rooms: int = 4) -> ANight:
    """Return a tangled night: everything that the rules speak of happens often."""
    chance = random.Random(seed)  # noqa: S311
    guests = [_anybody(chance, 1 + at) for at in range(chance.randint(1, people))]
    inside: list[Guest] = []
    house = []
    for number in range(101, 101 + chance.randint(1, rooms)):
        beds = chance.randint(1, 3)
        purpose = RoomPurpose.BEDROOM if chance.random() < 0.93 else RoomPurpose.SPARE
        lain = [_anybody(chance, 50 + len(inside) + at) for at in range(chance.randint(0, beds))]
        if chance.random() < 0.5:
            lain = []
        inside += lain
        made = room(
            number,
            chance.choice([Side.ADULT, Side.CHILD, Side.ANY, Side.ANY]),
            *lain,
            beds=beds,
            near=chance.random() < 0.3,
            purpose=purpose,
        )
        marked = tuple(
            replace(bed, out_of_use=chance.random() < 0.08, mattress=chance.random() < 0.1)
            for bed in made.beds
        )
        house.append(replace(made, beds=marked, floor=chance.randint(1, 2)))
    everybody = [guest.person_id for guest in guests + inside]
    licences: dict[str, set[tuple[UUID, UUID]]] = {"m": set(), "g": set(), "t": set(), "d": set()}
    for _ in range(chance.randint(0, 5)):
        elder = chance.choice(everybody[: len(guests)] if chance.random() < 0.7 else everybody)
        younger = chance.choice(everybody)
        if elder != younger:
            licences[chance.choice("mgtd")].add((elder, younger))
    kin = Kin(
        frozenset(licences["m"]),
        frozenset(licences["g"]),
        frozenset(licences["t"] | licences["d"]),
        frozenset(licences["d"]),
    )
    newcomers = tuple(
        Newcomer(guest, at, chance.choice([uid(7), uid(7), uid(8), None]), chance.choice("AAB "))
        for at, guest in enumerate(guests)
    )
    return ANight(
        tuple(replace(each, tie=each.tie.strip()) for each in newcomers), tuple(house), kin
    )


def needy_night(seed: int, people: int = 5, rooms: int = 4) -> ANight:
    """Return a tangled night in which beds and people have all that issue 5 speaks of."""
    return with_needs(small_night(seed, people, rooms), seed)


def with_needs(night: ANight, seed: int) -> ANight:
    """Return a night whose people have needs and whose beds are upper, kept or blocked."""
    chance = random.Random(f"needs {seed}")  # noqa: S311
    everybody = [each.person_id for each in night.newcomers]
    everybody += [occupant.person_id for where in night.rooms for occupant in where.occupants]
    apart: dict[UUID, set[UUID]] = {person: set() for person in everybody}
    for _ in range(chance.randint(0, 2)):
        one, other = chance.choice(everybody), chance.choice(everybody)
        if one != other:
            apart[one].add(other)
            if chance.random() < 0.5:
                apart[other].add(one)
    needs = {person: _needs(chance, frozenset(apart[person])) for person in everybody}
    newcomers = tuple(
        replace(each, guest=replace(each.guest, needs=needs[each.person_id]))
        for each in night.newcomers
    )
    house = tuple(
        replace(
            where,
            beds=tuple(_marked(chance, bed, everybody) for bed in where.beds),
            occupants=tuple(replace(o, needs=needs[o.person_id]) for o in where.occupants),
            house=chance.choice([None, None, House.RPSW, House.PSKW]),
            step_free=chance.random() < 0.7,
            blocked=chance.random() < 0.06,
            most=chance.choice([None, None, 0, 1, 2, 3]),
        )
        for where in night.rooms
    )
    return replace(night, newcomers=newcomers, rooms=house)


def _needs(chance: random.Random, apart: frozenset[UUID]) -> Needs:
    return Needs(
        house=chance.choice([None, House.RPSW, House.RPSW, House.RPSW, House.PSKW]),
        exploited=chance.choice([None, None, True, False]),
        near=chance.random() < 0.08,
        company=chance.random() < 0.2,
        own_room=chance.random() < 0.08,
        step_free=chance.random() < 0.12,
        lower_bunk=chance.random() < 0.35,
        grown_boy=chance.random() < 0.04,
        apart_from=apart,
    )


def _marked(chance: random.Random, bed: Bed, everybody: list[UUID]) -> Bed:
    kept = None
    if chance.random() < 0.25:
        whom = chance.choice([*everybody, None])
        kept = Reserved(bed.bed_id, "Polres", whom, datetime(2026, 11, 24, 23, tzinfo=UTC))
    return replace(
        bed,
        upper=chance.random() < 0.4,
        blocked=chance.random() < 0.08,
        reserved=kept,
    )


def _anybody(chance: random.Random, number: int) -> Guest:
    kind = chance.random()
    urgent = chance.random() < 0.25
    male = chance.random() < 0.12
    if kind < 0.45:
        years = chance.choice([None, 19, 22, 30, 31, 45, 60])
        return someone(number, years, adult=True, urgent=urgent)
    if kind < 0.6:
        return someone(number, None, urgent=urgent, male=male)
    return someone(number, chance.choice([3, 8, 12, 13, 16, 17]), urgent=urgent, male=male)


def large_night(seed: int, people: int = 12, rooms: int = 60, full: float = 0.75) -> ANight:
    """Return an ordinary night in a large house with about 200 beds."""
    chance = random.Random(seed)  # noqa: S311
    house, number = [], 10_000
    for at in range(rooms):
        grown = at < rooms * 0.55
        side = Side.ANY if chance.random() < 0.06 else Side.ADULT if grown else Side.CHILD
        beds = chance.choice([2, 3, 4, 4])
        inside = []
        for _ in range(beds):
            number += 1
            if chance.random() < full:
                inside.append(_somebody(chance, number, grown=grown))
        made = room(
            100 * (1 + at // 20) + at % 20 + 1,
            side,
            *inside,
            beds=beds,
            near=chance.random() < 0.15,
        )
        house.append(made)
    guests = [
        _somebody(chance, 1 + at, grown=chance.random() < 0.5, urgent=chance.random() < 0.2)
        for at in range(people)
    ]
    women = [guest.person_id for guest in guests if guest.adult_from]
    children = [guest.person_id for guest in guests if not guest.adult_from]
    mothers = frozenset(zip(women, children, strict=False)) if people < 3 else frozenset()
    if women and children and not mothers:
        mothers = frozenset({(women[0], children[0])})
    declared = frozenset({(women[-1], children[-1])}) if len(women) > 1 < len(children) else ()
    kin = Kin(mothers, frozenset(), frozenset(declared), frozenset(declared))
    letters = [chance.choice("ABC       ") for _ in guests]
    return ANight(waiting(*guests, ties="".join(letters)), tuple(house), kin)


def _somebody(chance: random.Random, number: int, *, grown: bool, **more) -> Guest:
    if grown:
        return someone(number, chance.randint(18, 60), **more)
    return someone(number, chance.randint(6, 17), **more)
