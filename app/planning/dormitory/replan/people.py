# SPDX-License-Identifier: Apache-2.0
"""Everybody who sleeps or waits, sorted into kinds that the rules do not tell apart.

Whether somebody may be somewhere is always asked of ``app.policies.dormitory``. Two people
are of one kind when nothing that a rule looks at differs; whoever has family here, is kept
apart from somebody, or has a bed kept for her is a kind of her own.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from itertools import combinations
from uuid import UUID

from app.planning.dormitory.beds.night import Newcomer
from app.planning.dormitory.replan.check import NOTHING_SIGNED, Signed, against
from app.policies.dormitory.beds.facts import Bed, Guest, Room
from app.policies.dormitory.beds.kin import Kin
from app.policies.dormitory.beds.pairs import maybe_adult, why_not_together
from app.policies.dormitory.beds.rooming import why_not_room
from app.policies.dormitory.night.cures import as_guest
from app.policies.people.born import is_adult, is_teen, is_young
from app.policies.reasons import Reason

BY_HERSELF = frozenset({Reason.WING_FOR_ADULTS, Reason.WATCH_ALONE})
"""What company in the room can make good."""


LONGEST_STAY = 90
"""Nights in a bed after which one more night weighs nothing more."""


@dataclass(frozen=True, slots=True)
class Sleeper:
    """Somebody with a bed, or without one yet.

    Attributes:
        guest: who it is, as somebody who looks for a bed.
        home: the rank of the room she sleeps in now; None for a newcomer.
        bed: the bed she has now.
        nights: how many nights she has slept in it; a newcomer has waited the longer the
            smaller ``arrived`` is.
        away: she is not in the house, her bed is kept for her.
        signed: what a live signature sets aside as long as she keeps this bed.
    """

    guest: Guest
    home: int | None
    bed: Bed | None
    nights: int = 0
    arrived: int = 0
    away: bool = False
    signed: frozenset[Reason] = frozenset()

    @property
    def person_id(self) -> UUID:
        """Return who it is."""
        return self.guest.person_id

    @property
    def at_home(self) -> int:
        """Return how many nights in her bed count."""
        return min(max(self.nights, 0), LONGEST_STAY)


class Household:
    """The whole house and everybody who waits, numbered: residents first, room by room.

    Args:
        rooms: every room as it will be judged, with its occupants, all in order.
        newcomers: everybody who waits.
        nights: how many nights each resident has slept in her bed.
        today: the shelter's calendar day.
        kin: the licences in force.
        waived: reasons that a signature would set aside.
        before: the rooms as they are judged today, where that differs; who comes into one
            has to be allowed there now and later.
        signed: what live signatures set aside, by person and bed.
        away: residents who are not in the house.
    """

    def __init__(
        self,
        rooms: Sequence[Room],
        newcomers: Sequence[Newcomer],
        nights: Mapping[UUID, int],
        today: date,
        kin: Kin,
        waived: Collection[Reason] = (),
        before: Sequence[Room] = (),
        signed: Signed = NOTHING_SIGNED,
        away: Collection[UUID] = (),
    ) -> None:
        self.rooms = list(rooms)
        self.today, self.kin, self.waived = today, kin, frozenset(waived)
        self.signed, self._away = signed, away
        self.before = {room.room_id: room for room in before}
        self.people = [*self._residents(nights), *_waiting(newcomers)]
        self.number = {each.person_id: at for at, each in enumerate(self.people)}
        self.children = [not is_adult(each.guest.adult_from, today) for each in self.people]
        self.inside = [
            [self.number[occupant.person_id] for occupant in room.occupants] for room in self.rooms
        ]
        self.families = self._families()
        self.kind_of, self.members = self._kinds()
        self._against = self._conflicts()
        self._rooms_for: dict[tuple[int, int], frozenset[Reason]] = {}
        self.in_breach = self._in_breach()

    @property
    def newcomers(self) -> list[int]:
        """Return the numbers of those who wait."""
        return [at for at, each in enumerate(self.people) if each.home is None]

    @property
    def residents(self) -> list[int]:
        """Return the numbers of those who have a bed."""
        return [at for at, each in enumerate(self.people) if each.home is not None]

    def together(self, one: int, other: int) -> frozenset[Reason]:
        """Return what speaks against two people in one room."""
        return self._against.get((self.kind_of[one], self.kind_of[other]), frozenset())

    def kinds_apart(self, one: int, other: int) -> bool:
        """Say whether two of these kinds may not share a room."""
        return (one, other) in self._against

    def alone_in(self, kind: int, rank: int) -> frozenset[Reason]:
        """Return what speaks against somebody of a kind in a room without anybody else."""
        known = self._rooms_for.get((kind, rank))
        if known is None:
            guest = self.people[self.members[kind][0]].guest
            room = self.rooms[rank]
            known = frozenset(self._alone(guest, room))
            known -= self.waived | {Reason.ROOM_TOO_SMALL}
            self._rooms_for[kind, rank] = known
        return known

    def against_coming(self, kind: int, rank: int) -> frozenset[Reason]:
        """Return what speaks against coming into a room, by the rules of now and of later."""
        found = self.alone_in(kind, rank)
        before = self.before.get(self.rooms[rank].room_id)
        if before is not None:
            guest = self.people[self.members[kind][0]].guest
            found |= frozenset(self._alone(guest, before))
        return found - self.waived - {Reason.ROOM_TOO_SMALL}

    def may_come(self, kind: int, rank: int) -> bool:
        """Say whether somebody of a kind could come into a room, alone or in company."""
        return self.against_coming(kind, rank) <= BY_HERSELF

    def _alone(self, guest: Guest, room: Room) -> tuple[Reason, ...]:
        empty = replace(room, occupants=())
        return why_not_room(guest, empty, self.today, self.kin).reasons

    def follows(self, person: int) -> list[int]:
        """Return those after whom a child may come into a wing for adults."""
        guest = self.people[person].guest
        return [
            self.number[elder]
            for elder, younger in self.kin.mothers | self.kin.guardians | self.kin.for_tonight
            if younger == guest.person_id and elder in self.number
        ]

    @cached_property
    def together_now(self) -> list[tuple[int, int]]:
        """Return the family pairs who share a room, and whom no rule wants apart."""
        return [
            (one, other)
            for one, other in self.families
            if self.people[one].home == self.people[other].home is not None
            and not self.together(one, other)
            and not any(self._grown_out(person) for person in (one, other))
        ]

    @cached_property
    def coming_together(self) -> list[tuple[int, int]]:
        """Return the family pairs of whom at least one has no bed yet."""
        return [pair for pair in self.families if any(self.people[p].home is None for p in pair)]

    def _grown_out(self, person: int) -> bool:
        home = self.people[person].home
        here = frozenset() if home is None else self.alone_in(self.kind_of[person], home)
        return Reason.BOY_TOO_OLD in here - self.people[person].signed

    def lone_pairs(self) -> Iterator[tuple[int, int, list[int]]]:
        """Yield the pairs that only share a room without others, and those who do not count."""
        for elder, younger in sorted(self.kin.for_tonight):
            if elder in self.number and younger in self.number:
                first, second = self.number[elder], self.number[younger]
                if self.children[first] or not self.children[second]:
                    continue
                if not self.kin.proven(elder, younger):
                    fine = [
                        at
                        for at, each in enumerate(self.people)
                        if at in {first, second} or self.kin.licensed(elder, each.person_id)
                    ]
                    yield first, second, fine

    def why_not_bed(self, person: int) -> frozenset[Reason]:
        """Return what speaks against the very bed a resident has now."""
        bed, guest = self.people[person].bed, self.people[person].guest
        if bed is None:
            return frozenset()
        found = {
            Reason.BED_OUT_OF_USE: bed.out_of_use,
            Reason.BED_BLOCKED: bed.blocked,
            Reason.BED_RESERVED: bed.kept_from(guest.person_id),
            Reason.UPPER_BUNK: bed.upper and guest.needs.lower_bunk,
        }
        return frozenset(reason for reason, holds in found.items() if holds) - self.waived

    def _residents(self, nights: Mapping[UUID, int]) -> Iterator[Sleeper]:
        for rank, room in enumerate(self.rooms):
            beds = {bed.bed_id: bed for bed in room.beds}
            for each in room.occupants:
                yield Sleeper(
                    as_guest(each),
                    rank,
                    beds[each.bed_id],
                    nights.get(each.person_id, 0),
                    away=each.person_id in self._away,
                    signed=self.signed.get((each.person_id, each.bed_id), frozenset()),
                )

    def _families(self) -> list[tuple[int, int]]:
        kin = self.kin
        pairs = kin.mothers | kin.guardians | kin.for_tonight
        known = {
            (self.number[one], self.number[other])
            for one, other in pairs
            if one in self.number and other in self.number and one != other
        }
        return sorted({(min(pair), max(pair)) for pair in known})

    def _kinds(self) -> tuple[list[int], list[list[int]]]:
        special = {person for pair in self.families for person in pair}
        for at, each in enumerate(self.people):
            others = [self.number.get(other) for other in each.guest.needs.apart_from]
            special.update(other for other in others if other is not None)
            if any(other is not None for other in others):
                special.add(at)
        special |= {
            self.number[bed.reserved.person_id]
            for room in self.rooms
            for bed in room.beds
            if bed.reserved is not None and bed.reserved.person_id in self.number
        }
        kinds: dict[object, int] = {}
        kind_of: list[int] = []
        members: list[list[int]] = []
        for at, each in enumerate(self.people):
            key = at if at in special else self._looked_at(each.guest)
            kind = kinds.setdefault(key, len(kinds))
            if kind == len(members):
                members.append([])
            kind_of.append(kind)
            members[kind].append(at)
        return kind_of, members

    def _looked_at(self, guest: Guest) -> object:
        """Return everything that the rules look at in somebody without any bonds."""
        needs = replace(guest.needs, apart_from=frozenset())
        return (
            is_adult(guest.adult_from, self.today),
            is_young(guest.born, self.today),
            is_teen(guest.born, self.today),
            maybe_adult(guest, self.today),
            guest.male,
            needs,
        )

    def _conflicts(self) -> dict[tuple[int, int], frozenset[Reason]]:
        found = {}
        for one, members in enumerate(self.members):
            for other in range(one, len(self.members)):
                pair = members[:2] if other == one else [members[0], self.members[other][0]]
                if len(pair) == 2:
                    first, second = (self.people[at].guest for at in pair)
                    told = why_not_together(first, second, self.today, self.kin).reasons
                    reasons = frozenset(told) - self.waived
                    if reasons:
                        found[one, other] = found[other, one] = reasons
        return found

    def _in_breach(self) -> frozenset[int]:
        """Return the residents who sleep against a rule that no signature sets aside."""
        found = against(self.rooms, self.today, self.kin, self.waived, self.signed)
        return frozenset(self.number[person_id] for person_id in found)


def _waiting(newcomers: Iterable[Newcomer]) -> Iterator[Sleeper]:
    for each in sorted(newcomers, key=lambda one: (one.arrived, one.person_id)):
        yield Sleeper(each.guest, None, None, arrived=each.arrived)


def pairs_of(people: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield every two of some people."""
    return combinations(people, 2)
