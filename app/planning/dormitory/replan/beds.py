# SPDX-License-Identifier: Apache-2.0
"""Which bed each of those who move or come is given, once it is settled who they are.

Where the rules leave a choice, the joint proposal's own search looks for the most comfort
(``docs/joint-proposal.md``). What it finds is only taken when it is as good in every level
above comfort; otherwise the rooms that the solver found are kept.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from uuid import UUID

from app.planning.dormitory.beds.assign import assign
from app.planning.dormitory.beds.lying import given
from app.planning.dormitory.beds.night import Newcomer, Night, bits
from app.planning.dormitory.replan.check import all_up
from app.planning.dormitory.replan.choose import Choice
from app.planning.dormitory.replan.people import Household
from app.policies.dormitory.beds.facts import Guest, Room
from app.policies.reasons import Reason

MOST_WORK = 600_000
"""Steps of the search for comfort."""


@dataclass(frozen=True, slots=True)
class Moving:
    """Everybody who gets up or comes, and the house while they are all up."""

    people: tuple[int, ...]
    rooms: tuple[Room, ...]


def moving(house: Household, choice: Choice) -> Moving:
    """Return who gets another bed or a first one, and the rooms without them."""
    people = [p for p, stays in choice.stays.items() if not stays]
    people += [p for p, placed in choice.placed.items() if placed]
    return Moving(
        tuple(people), all_up(house.rooms, {house.people[person].person_id for person in people})
    )


def as_found(house: Household, choice: Choice, who: Moving) -> dict[int, int]:
    """Return a room for each, as the solver spread the kinds; not her own if it can be helped."""
    left: dict[int, list[int]] = {}
    for person in who.people:
        left.setdefault(house.kind_of[person], []).append(person)
    where = {}
    for (kind, rank), count in sorted(choice.comes.items()):
        for _ in range(count):
            turn = sorted(left[kind], key=lambda p: (house.people[p].home == rank, p))
            where[turn[0]] = rank
            left[kind].remove(turn[0])
    return where


def in_comfort(
    house: Household,
    who: Moving,
    newcomers: Mapping[UUID, Newcomer],
    settled: Iterable[Newcomer],
) -> tuple[dict[int, int], bool] | None:
    """Return a room for each with the most comfort, and whether there is none better.

    None when somebody would be without a bed, or where signatures are in play.
    """
    if house.waived or not who.people:
        return None
    late = len(newcomers)
    wanted = [
        newcomers.get(house.people[p].person_id) or Newcomer(house.people[p].guest, late + p)
        for p in who.people
    ]
    rooms = [room for room in who.rooms if len(room.taken) < len(room.beds)]
    night = Night(wanted, rooms, house.today, house.kin, tuple(settled))
    found = assign(night, MOST_WORK)
    rank_of = {room.room_id: rank for rank, room in enumerate(house.rooms)}
    where = {
        house.number[night.guests[at].person_id]: rank_of[night.rooms[rank].room_id]
        for rank, mask in found.teams.items()
        for at in bits(mask)
    }
    return (where, found.proven) if len(where) == len(who.people) else None


def beds_for(house: Household, who: Moving, where: Mapping[int, int]) -> dict[Guest, UUID] | None:
    """Return a bed for each: one kept for her, then lower bunks for whom they are needed.

    None when there are not enough.
    """
    beds: dict[Guest, UUID] = {}
    for rank in sorted(set(where.values())):
        guests = [house.people[p].guest for p in sorted(where) if where[p] == rank]
        beds |= given(_loosened(who.rooms[rank], house.waived), guests, upper_first=True)
    return beds if len(beds) == len(where) else None


def _loosened(room: Room, waived: Collection[Reason]) -> Room:
    """Return a room as it is for somebody who signs."""
    beds = tuple(
        replace(
            bed,
            reserved=None if Reason.BED_RESERVED in waived else bed.reserved,
            upper=bed.upper and Reason.UPPER_BUNK not in waived,
        )
        for bed in room.beds
    )
    most = None if Reason.ROOM_TOO_SMALL in waived else room.most
    return replace(room, beds=beds, most=most)
