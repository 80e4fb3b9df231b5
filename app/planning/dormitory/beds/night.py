# SPDX-License-Identifier: Apache-2.0
"""One night in whole numbers: which newcomers may share which room, and what it is worth.

Whether somebody may be somewhere is always asked of ``app.policies.dormitory``. Sets of
newcomers are bit masks over their order of arrival, the longest waiting in the lowest bit.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.planning.dormitory.beds.teams import Place, Team
from app.policies.dormitory.beds.facts import Guest, Room, RoomPurpose
from app.policies.dormitory.beds.kin import Kin
from app.policies.dormitory.beds.pairs import maybe_adult, why_not_together
from app.policies.dormitory.beds.rooming import not_alone, why_not_room
from app.policies.dormitory.beds.suggest import age_gap, kept_for, like_her, taste
from app.policies.people.born import is_adult
from app.policies.reasons import Reason

OPENED = 1 << 8
"""Discomfort of opening an empty room, which is then no longer free for a family."""
_TILL_OTHERS_CAME = frozenset({Reason.WING_FOR_ADULTS, Reason.WATCH_ALONE})


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Somebody who waits for a bed.

    ``arrived`` is her place in the order of arrival. People of one group with the same
    ``tie`` (a letter) ask to be kept together, which is a wish and never a rule.
    """

    guest: Guest
    arrived: int
    group_id: UUID | None = None
    tie: str = ""

    @property
    def person_id(self) -> UUID:
        """Return who it is."""
        return self.guest.person_id

    def asks_for(self, other: "Newcomer") -> bool:
        """Say whether the two ask to be kept together."""
        mine, theirs = (self.group_id, self.tie), (other.group_id, other.tie)
        return bool(self.tie) and self.group_id is not None and mine == theirs


def bits(mask: int) -> Iterator[int]:
    """Yield the places of the bits of a mask, the lowest first."""
    while mask:
        lowest = mask & -mask
        yield lowest.bit_length() - 1
        mask ^= lowest


class Night:
    """The facts of one night.

    Args:
        newcomers: everybody who waits.
        rooms: every room with its occupants.
        today: the shelter's calendar day.
        kin: the licences that are in force.
        settled: occupants who came as newcomers too; wishes to be with them count.
    """

    def __init__(
        self,
        newcomers: Sequence[Newcomer],
        rooms: Sequence[Room],
        today: date,
        kin: Kin,
        settled: Sequence[Newcomer] = (),
    ) -> None:
        self.today, self.kin = today, kin
        self.settled = {newcomer.person_id: newcomer for newcomer in settled}
        self.newcomers = sorted(newcomers, key=lambda n: (n.arrived, n.person_id))
        self.guests = [newcomer.guest for newcomer in self.newcomers]
        self.everybody = (1 << len(self.guests)) - 1
        self.urgent = self._all(lambda guest: guest.urgent)
        self.children = self._all(lambda guest: not is_adult(guest.adult_from, today))
        self.low = self._all(lambda guest: guest.needs.lower_bunk)
        self.together = self._relation(self._may_share)
        self.family = self._relation(lambda one, other: kin.family(one.person_id, other.person_id))
        self.tied = self._relation(Newcomer.asks_for)
        self._leaders = self._relation(
            lambda one, other: kin.licensed(other.person_id, one.person_id)
        )
        self._grown = self._all(lambda guest: maybe_adult(guest, today))
        self._tastes = [taste(guest, today) for guest in self.guests]
        lone = (pair for pair in kin.for_tonight if not kin.proven(*pair))
        self._delicate = {person for pair in lone for person in pair}
        self.rooms = sorted(rooms, key=lambda room: (room.floor, room.name, room.room_id))
        found = (self._place(rank, room) for rank, room in enumerate(self.rooms))
        self.places = {place.rank: place for place in found if place is not None}
        self.turns = self._turns()

    def _turns(self) -> list[int]:
        """Return a weight of each newcomer that outweighs all who came after her."""
        turns: list[int] = []
        for _ in self.guests:
            turns.insert(0, turns[0] * (len(self.rooms) + 1) if turns else 1)
        return turns

    def _all(self, holds: Callable[[Guest], bool]) -> int:
        return sum(1 << place for place, guest in enumerate(self.guests) if holds(guest))

    def _relation(self, holds: Callable[[Newcomer, Newcomer], bool]) -> list[int]:
        return [
            sum(
                1 << place
                for place, other in enumerate(self.newcomers)
                if other is not one and holds(one, other)
            )
            for one in self.newcomers
        ]

    def _may_share(self, one: Newcomer, other: Newcomer) -> bool:
        return why_not_together(one.guest, other.guest, self.today, self.kin).allowed

    def _place(self, rank: int, room: Room) -> Place | None:
        own = self._all(lambda guest: not guest.has_bed and bool(kept_for(guest, room)))
        free = room.free_beds
        beds = len(free) + own.bit_count()
        most = beds if room.most is None else min(beds, room.most - len(room.taken))
        if most <= 0 or room.purpose is not RoomPurpose.BEDROOM:
            return None
        welcome = following = joining = 0
        for place, guest in enumerate(self.guests):
            if guest.has_bed:
                continue
            reasons = set(why_not_room(guest, room, self.today, self.kin).reasons)
            if reasons - _TILL_OTHERS_CAME:
                continue
            welcome |= (not reasons) << place
            following |= (Reason.WING_FOR_ADULTS in reasons) << place
            joining |= (reasons == {Reason.WATCH_ALONE}) << place
        if not welcome:
            return None
        inside = [occupant.person_id for occupant in room.occupants]
        ages = [occupant.age_years for occupant in room.occupants]
        known = [self.settled[person] for person in inside if person in self.settled]
        anybody = welcome | following | joining
        able = [bool(anybody >> place & 1) for place in range(len(self.guests))]
        return Place(
            rank,
            room,
            min(most, len(self.guests)),
            min(len(free), len(self.guests)),
            min(sum(not bed.upper for bed in free), len(self.guests)),
            own,
            welcome,
            following,
            joining,
            tuple(
                age_gap(newcomer.guest.age_years, ages) if may else 0
                for newcomer, may in zip(self.newcomers, able, strict=True)
            ),
            tuple(
                sum(self.kin.family(newcomer.person_id, other) for other in inside) if may else 0
                for newcomer, may in zip(self.newcomers, able, strict=True)
            ),
            tuple(
                sum(newcomer.asks_for(other) for other in known) if may else 0
                for newcomer, may in zip(self.newcomers, able, strict=True)
            ),
            any(person in self._delicate for person in inside),
            like_her(room.occupants, self.today),
        )

    def parts(self) -> list[int]:
        """Return masks of newcomers who have no room in common with those of another mask."""
        parts: list[int] = []
        for mask in [place.anybody for place in self.places.values()]:
            joined = [part for part in parts if part & mask]
            parts = [part for part in parts if not part & mask]
            for part in joined:
                mask |= part
            parts.append(mask)
        return sorted(parts, key=lambda part: part & -part)

    def teams(self, within: int, most: int) -> Iterator[Team]:
        """Yield every set of at most ``most`` newcomers of a mask who may share a room."""
        waiting: list[tuple[int, tuple[int, ...], int]] = [(0, (), within)]
        while waiting:
            mask, members, more = waiting.pop()
            if members:
                yield self._team(mask, members)
            if len(members) < most:
                waiting += [
                    (
                        mask | 1 << person,
                        (*members, person),
                        more & self.together[person] & -(2 << person),
                    )
                    for person in bits(more)
                ]

    def team(self, mask: int) -> Team:
        """Return the facts of any set of newcomers."""
        return self._team(mask, tuple(bits(mask)))

    def _team(self, mask: int, members: tuple[int, ...]) -> Team:
        ages = [self.guests[person].age_years for person in members]
        return Team(
            mask,
            members,
            tuple(age_gap(own, ages[:at] + ages[at + 1 :]) for at, own in enumerate(ages)),
            tuple(bool(self.family[person] & mask) for person in members),
            sum((self.family[person] & mask).bit_count() for person in members) // 2,
            sum((self.tied[person] & mask).bit_count() for person in members) // 2,
            any(self.guests[person].person_id in self._delicate for person in members),
        )

    def may_stay(self, team: Team, place: Place) -> bool:
        """Say whether a team of people who may share a room may have this one."""
        mask = team.mask
        if len(team.members) > place.most or mask & ~place.anybody:
            return False
        others = mask & ~place.own
        if others.bit_count() > place.beds or (others & self.low).bit_count() > place.lower:
            return False
        there = mask & place.welcome
        if there:
            there |= mask & place.joining
        while there != mask:
            more = sum(1 << p for p in bits(mask & ~there) if self._leaders[p] & there)
            if not more:
                return False
            there |= more
        if not (team.delicate or place.delicate):
            return True
        newcomers = [self.guests[person] for person in team.members]
        return not not_alone((*place.room.occupants, *newcomers), self.today, self.kin)

    def discomfort(self, team: Team, place: Place) -> int:
        """Return the discomfort of all members in a room (see ``policies…suggest.Taste``)."""
        occupied = bool(place.room.occupants)
        unlike = bool(team.mask & ~self._grown) or not place.like_her
        total = 0 if occupied else OPENED
        for at, person in enumerate(team.members):
            total += self._tastes[person].discomfort(
                alone=not occupied and len(team.members) == 1,
                unlike=unlike,
                far=not place.room.near_caretaker,
                gap=min(team.gaps[at], place.gaps[person]),
                apart=not (team.with_kin[at] or place.kin[person]),
            )
        return total
