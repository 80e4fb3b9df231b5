# SPDX-License-Identifier: Apache-2.0
"""Every team in every room that is worth a look, without those that cannot be needed.

Rooms of one kind differ in their place in the house only. A team needs no more rooms to
choose from than there could be teams: with ``n`` people, a team of ``k`` leaves ``n - k``
others, who take at most ``n - k`` rooms, so one of its ``n - k + 1`` best is always free.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from heapq import nlargest

from app.planning.dormitory.beds.night import Night, bits
from app.planning.dormitory.beds.teams import Place
from app.planning.dormitory.beds.worth import Scale

MOST_TEAMS = 6_000


class TooMany(Exception):
    """There are more teams than can be looked at one by one."""


@dataclass(slots=True)
class Offers:
    """The teams that may have one room, as masks, and what each is worth there."""

    rank: int
    masks: list[int] = field(default_factory=list)
    values: list[int] = field(default_factory=list)


def offers(night: Night, scale: Scale, part: int) -> list[Offers]:
    """Return the offers of all rooms to one part of the newcomers, in order of rooms.

    Raises:
        TooMany: the part is too large for one plan.
    """
    kinds: dict[tuple[object, ...], list[Place]] = defaultdict(list)
    for place in night.places.values():
        if place.welcome & part:
            kinds[place.kind].append(place)
    most = max(places[0].most for places in kinds.values())
    people = part.bit_count()
    by_room: dict[int, Offers] = {}
    for number, team in enumerate(night.teams(part, most)):
        if number == MOST_TEAMS:
            raise TooMany
        needed = people - len(team.members) + 1
        found: list[tuple[int, int]] = []
        for places in kinds.values():
            if night.may_stay(team, places[0]):
                value = scale.without_rank(team, places[0])
                found += [
                    (value + scale.of_rank(team, place.rank), -place.rank)
                    for place in places[:needed]
                ]
        for value, minus_rank in nlargest(needed, found) if len(found) > needed else found:
            room = by_room.setdefault(-minus_rank, Offers(-minus_rank))
            room.masks.append(team.mask)
            room.values.append(value)
    return [by_room[rank] for rank in sorted(by_room)]


def renumbered(rooms: list[Offers], part: int) -> tuple[list[Offers], list[int]]:
    """Return the offers with masks over the part's own people, and who they are."""
    people = list(bits(part))
    small = {person: 1 << at for at, person in enumerate(people)}
    smaller = [
        Offers(room.rank, [sum(small[p] for p in bits(mask)) for mask in room.masks], room.values)
        for room in rooms
    ]
    return smaller, people
