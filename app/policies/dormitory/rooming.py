# SPDX-License-Identifier: Apache-2.0
"""Who may sleep where.

The hard rules stand again as triggers in ``app.db.invariants``: a child (or one treated as
a child) and an adult never share a room by anybody's act, except exactly as ``kin`` says;
a presumed child of unknown age never sleeps with under-13s; one person has one bed. The
paper found children sleeping in rooms with adults.
"""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from app.policies.dormitory.kin import NO_KIN, Kin, crowded
from app.policies.people.age import is_adult, is_young
from app.policies.reasons import Decision, Reason


class Side(StrEnum):
    """Whom a wing is for; floors and sides are data (recommendation 121 of the paper)."""

    ADULT = "adult"
    CHILD = "child"
    ANY = "any"


class RoomPurpose(StrEnum):
    """What a room is used for."""

    BEDROOM = "bedroom"
    SPARE = "spare"
    SECRETARIAT = "secretariat"
    TV_ROOM = "tv_room"
    FIELD = "field"
    COUNSELLING = "counselling"
    THERAPY = "therapy"


@dataclass(frozen=True, slots=True)
class Occupant:
    """Somebody who sleeps in a room now."""

    person_id: UUID
    bed_id: UUID
    adult_from: date | None
    age_years: int | None
    age_unknown: bool
    young_until: date | None = None
    male: bool = False


@dataclass(frozen=True, slots=True)
class Bed:
    """A bed by its letter, or a mattress laid for a time."""

    bed_id: UUID
    label: str
    out_of_use: bool = False
    mattress: bool = False


@dataclass(frozen=True, slots=True)
class Room:
    """A room with its beds and the people in them."""

    room_id: UUID
    name: str
    floor: int
    side: Side
    purpose: RoomPurpose
    near_caretaker: bool
    beds: tuple[Bed, ...]
    occupants: tuple[Occupant, ...] = ()

    @property
    def taken(self) -> frozenset[UUID]:
        """Return the beds somebody sleeps in."""
        return frozenset(occupant.bed_id for occupant in self.occupants)

    @property
    def free_beds(self) -> tuple[Bed, ...]:
        """Return the beds that could be slept in."""
        return tuple(b for b in self.beds if not b.out_of_use and b.bed_id not in self.taken)


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody who needs a bed."""

    person_id: UUID
    adult_from: date | None
    age_years: int | None
    age_unknown: bool
    urgent: bool = False
    has_bed: bool = False
    young_until: date | None = None
    male: bool = False


class HardRule(StrEnum):
    """A rule that no placing act breaks."""

    CHILD_WITH_ADULT = "child_with_adult"
    UNKNOWN_WITH_YOUNG = "unknown_with_young"


@dataclass(frozen=True, slots=True)
class ForbiddenPair:
    """Two who may not share a room: the child, and the adult or one of unknown age."""

    child_id: UUID
    adult_id: UUID
    rule: HardRule = HardRule.CHILD_WITH_ADULT


Person = Guest | Occupant


def forbidden(one: Person, other: Person, today: date, kin: Kin = NO_KIN) -> ForbiddenPair | None:
    """Return the hard rule that two people break by sharing a room, or None."""
    if is_adult(one.adult_from, today) != is_adult(other.adult_from, today):
        child, adult = (other, one) if is_adult(one.adult_from, today) else (one, other)
        if kin.licensed(adult.person_id, child.person_id):
            return None
        return ForbiddenPair(child.person_id, adult.person_id)
    for young, unknown in ((one, other), (other, one)):
        if (
            unknown.age_unknown
            and not is_adult(unknown.adult_from, today)
            and is_young(young.young_until, today)
            and not kin.mothered(unknown.person_id, young.person_id)
        ):
            rule = HardRule.UNKNOWN_WITH_YOUNG
            return ForbiddenPair(young.person_id, unknown.person_id, rule)
    return None


_WHY = {
    HardRule.CHILD_WITH_ADULT: Reason.CHILD_WITH_ADULT,
    HardRule.UNKNOWN_WITH_YOUNG: Reason.UNKNOWN_AGE_WITH_UNDER_13,
}


def why_not_together(one: Person, other: Person, today: date, kin: Kin = NO_KIN) -> Reason | None:
    """Return why two people may not share a room, or None.

    Boys come only as dependants and share a room only with their own family.
    """
    pair = forbidden(one, other, today, kin)
    if pair is not None:
        return _WHY[pair.rule]
    strangers = not kin.family(one.person_id, other.person_id)
    return Reason.BOY_WITHOUT_FAMILY if (one.male or other.male) and strangers else None


def why_not_room(guest: Guest, room: Room, today: date, kin: Kin = NO_KIN) -> Decision:
    """Return what stands between a person and a room, whichever bed it is.

    A child may follow her mother or guardian into a wing for adults, never the reverse:
    an adult on the children's floor would be near all of them.
    """
    found: list[Reason] = []
    others = [o for o in room.occupants if o.person_id != guest.person_id]
    if room.purpose is not RoomPurpose.BEDROOM:
        found.append(Reason.ROOM_NOT_A_BEDROOM)
    adult = is_adult(guest.adult_from, today)
    if room.side is Side.CHILD and adult:
        found.append(Reason.WING_FOR_CHILDREN)
    follows = any(kin.licensed(o.person_id, guest.person_id) for o in others)
    if room.side is Side.ADULT and not adult and not follows:
        found.append(Reason.WING_FOR_ADULTS)
    for occupant in others:
        reason = why_not_together(guest, occupant, today, kin)
        if reason is not None and reason not in found:
            found.append(reason)
    if Reason.CHILD_WITH_ADULT not in found and not_alone((*others, guest), today, kin):
        found.append(Reason.FAMILY_ALONE)
    return Decision(tuple(found))


def not_alone(together: Sequence[Person], today: date, kin: Kin) -> bool:
    """Say whether a pair that may only sleep in a room without others has company."""
    everybody = [person.person_id for person in together]
    return any(
        is_adult(elder.adult_from, today)
        and not is_adult(younger.adult_from, today)
        and kin.licensed(elder.person_id, younger.person_id)
        and crowded(elder.person_id, younger.person_id, everybody, kin)
        for elder in together
        for younger in together
    )


def why_not(guest: Guest, bed: Bed, room: Room, today: date, kin: Kin = NO_KIN) -> Decision:
    """Return every reason against putting a person in a bed; none means it is allowed."""
    found: list[Reason] = []
    if guest.has_bed:
        found.append(Reason.PERSON_HAS_BED)
    if bed.bed_id in room.taken:
        found.append(Reason.BED_TAKEN)
    if bed.out_of_use:
        found.append(Reason.BED_OUT_OF_USE)
    return Decision((*why_not_room(guest, room, today, kin).reasons, *found))


def forbidden_pairs(room: Room, today: date, kin: Kin = NO_KIN) -> tuple[ForbiddenPair, ...]:
    """Return every pair that shares a room against a hard rule today, in order of ids."""
    found = (
        forbidden(one, other, today, kin)
        for one, other in itertools.combinations(room.occupants, 2)
    )
    return tuple(
        sorted((p for p in found if p is not None), key=lambda p: (p.child_id, p.adult_id))
    )
