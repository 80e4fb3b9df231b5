# SPDX-License-Identifier: Apache-2.0
"""The best plan of a small night by looking at every one, with an objective of its own.

What is legal is asked of the policies; what a plan is worth is written out here again from
``docs/joint-proposal.md``, so that a slip in the planner shows.
"""

import itertools
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from operator import itemgetter
from uuid import UUID

from app.policies.dormitory.beds.facts import Guest, Person, Room
from app.policies.dormitory.beds.rooming import why_not
from tests.helpers.ages import TODAY
from tests.planning.dormitory.nights import ANight, sleeping

Worth = tuple[int, int, int, int, int, int, int]
NOTHING: Worth = (0, 0, 0, 0, 0, 0, 0)


class Oracle:
    """Looks at every way to spread the newcomers over the rooms."""

    def __init__(self, night: ANight) -> None:
        self.night = night
        self.people = sorted(night.newcomers, key=lambda n: n.arrived)
        self.rooms = sorted(night.rooms, key=lambda r: (r.floor, r.name))
        self.worth_of_team = cache(self._worth_of_team)
        self.legal_team = cache(self._legal_team)
        self.reached = cache(self._reached)

    def best(self) -> tuple[Worth, dict[int, int]]:
        """Return what the best legal plan is worth, and the room of each person in it."""
        return max(((self.worth(where), where) for where in self._plans()), key=itemgetter(0))

    def worth(self, where: Mapping[int, int]) -> Worth:
        """Return the worth of a plan, given as the room of each person who has one."""
        worth = NOTHING
        for rank in set(where.values()):
            team = frozenset(person for person, at in where.items() if at == rank)
            worth = tuple(map(sum, zip(worth, self.worth_of_team(team, rank), strict=True)))
        return worth

    def _plans(self) -> Iterator[dict[int, int]]:
        nowhere = len(self.rooms)
        for rooms in itertools.product(range(nowhere + 1), repeat=len(self.people)):
            where = {person: at for person, at in enumerate(rooms) if at != nowhere}
            teams = {
                at: frozenset(p for p, other in where.items() if other == at)
                for at in where.values()
            }
            if all(self.legal_team(team, at) for at, team in teams.items()):
                yield where

    def _legal_team(self, team: frozenset[int], rank: int) -> bool:
        """Try every order and every bed; who lies where already matters, not who came first."""
        return self.reached(frozenset(), team, rank)

    def _reached(self, lying: frozenset[tuple[int, int]], left: frozenset[int], rank: int) -> bool:
        if not left:
            return True
        room = self.rooms[rank]
        beside = (sleeping(self.people[who].guest, room.beds[bed]) for who, bed in sorted(lying))
        room = replace(room, occupants=(*room.occupants, *beside))
        return any(
            why_not(self.people[who].guest, bed, room, TODAY, self.night.kin).allowed
            and self.reached(lying | {(who, at)}, left - {who}, rank)
            for who in left
            for at, bed in enumerate(room.beds)
        )

    def _worth_of_team(self, team: frozenset[int], rank: int) -> Worth:
        room = self.rooms[rank]
        guests = [self.people[person].guest for person in team]
        inside = [o.person_id for o in room.occupants]
        families = sum(self._kin(a.person_id, b.person_id) for a, b in _pairs(guests))
        families += sum(self._kin(a.person_id, b) for a in guests for b in inside)
        ties = sum(
            one.tie != ""
            and one.group_id is not None
            and one.group_id == other.group_id
            and one.tie == other.tie
            for one, other in _pairs([self.people[person] for person in team])
        )
        unease = sum(self._unease(guest, guests, room) for guest in guests)
        if not inside:
            unease += 256
        base, last = len(self.rooms) + 1, len(self.people) - 1
        waits = sum(base ** (last - person) for person in team)
        return (
            sum(guest.urgent for guest in guests),
            sum(guest.adult_from is None for guest in guests),
            len(guests),
            families,
            ties,
            -unease,
            waits * (len(self.rooms) - rank),
        )

    def _kin(self, one: UUID, other: UUID) -> bool:
        kin = self.night.kin
        licences = kin.mothers | kin.guardians | kin.for_tonight
        mothers = [
            {elder for elder, younger in kin.mothers | kin.declared_mothers if younger == child}
            for child in (one, other)
        ]
        joined = (one, other) in licences or (other, one) in licences
        return joined or bool(mothers[0] & mothers[1])

    def _unease(self, guest: Guest, team: list[Guest], room: Room) -> int:
        mates = [other for other in (*team, *room.occupants) if other is not guest]
        ages = [other.age_years for other in mates if other.age_years is not None]
        gap = 50
        if guest.age_years is not None and ages:
            gap = min(abs(guest.age_years - years) for years in ages)
        unease = 2 * gap
        if not any(self._kin(guest.person_id, other.person_id) for other in mates):
            unease += 2048
        if _maybe_woman(guest, TODAY):
            tomorrow = TODAY + timedelta(days=1)
            others = [other for other in mates if not _maybe_woman(other, tomorrow)]
            unease += 1024 * bool(mates) + 512 * bool(others) + 256 * (not room.near_caretaker)
        elif guest.urgent:
            unease += 1024 * (not room.near_caretaker) + 512 * (not mates)
        elif guest.adult_from is not None:
            unease += 1024 * (not mates)
        else:
            unease += 1024 * (not mates) + (not room.near_caretaker)
        return unease


def _maybe_woman(who: Person, day: date) -> bool:
    """Say whether somebody treated as a child could be 18 on a day."""
    eighteen_years_ago = day.replace(year=day.year - 18)
    return who.adult_from is None and (
        who.born.earliest is None or who.born.earliest <= eighteen_years_ago
    )


def _pairs(things: list) -> Iterator[tuple]:
    return itertools.combinations(things, 2)
