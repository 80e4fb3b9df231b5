# SPDX-License-Identifier: Apache-2.0
"""Who may sleep where.

Two rules are hard and stand again as triggers in ``app.db.invariants``: a child (or one
treated as a child) and an adult never share a room by anybody's act, and one person has
one bed. The paper found children sleeping in rooms with adults.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from app.policies.people.age import is_adult
from app.policies.reasons import Decision, Reason

YOUNG_YEARS = 13


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


@dataclass(frozen=True, slots=True)
class Bed:
    """A bed by its letter."""

    bed_id: UUID
    label: str
    out_of_use: bool = False


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


@dataclass(frozen=True, slots=True)
class ForbiddenPair:
    """A child and an adult in one room."""

    child_id: UUID
    adult_id: UUID


def _young(years: int | None) -> bool:
    return years is not None and years < YOUNG_YEARS


def _may_share(guest: Guest, occupant: Occupant, today: date) -> Reason | None:
    """Return why two people may not share a room; kinship exceptions would be asked here."""
    if is_adult(guest.adult_from, today) != is_adult(occupant.adult_from, today):
        return Reason.CHILD_WITH_ADULT
    if guest.age_unknown and _young(occupant.age_years):
        return Reason.UNKNOWN_AGE_WITH_UNDER_13
    if occupant.age_unknown and _young(guest.age_years):
        return Reason.UNKNOWN_AGE_WITH_UNDER_13
    return None


def why_not_room(guest: Guest, room: Room, today: date) -> Decision:
    """Return what stands between a person and a room, whichever bed it is."""
    found: list[Reason] = []
    if room.purpose is not RoomPurpose.BEDROOM:
        found.append(Reason.ROOM_NOT_A_BEDROOM)
    adult = is_adult(guest.adult_from, today)
    if room.side is Side.CHILD and adult:
        found.append(Reason.WING_FOR_CHILDREN)
    if room.side is Side.ADULT and not adult:
        found.append(Reason.WING_FOR_ADULTS)
    for occupant in room.occupants:
        if occupant.person_id == guest.person_id:
            continue
        reason = _may_share(guest, occupant, today)
        if reason is not None and reason not in found:
            found.append(reason)
    return Decision(tuple(found))


def why_not(guest: Guest, bed: Bed, room: Room, today: date) -> Decision:
    """Return every reason against putting a person in a bed; none means it is allowed."""
    found: list[Reason] = []
    if guest.has_bed:
        found.append(Reason.PERSON_HAS_BED)
    if bed.bed_id in room.taken:
        found.append(Reason.BED_TAKEN)
    if bed.out_of_use:
        found.append(Reason.BED_OUT_OF_USE)
    return Decision((*why_not_room(guest, room, today).reasons, *found))


def forbidden_pairs(room: Room, today: date) -> tuple[ForbiddenPair, ...]:
    """Return each child and adult who share a room today, in order of their ids."""
    adults = [o.person_id for o in room.occupants if is_adult(o.adult_from, today)]
    children = [o.person_id for o in room.occupants if not is_adult(o.adult_from, today)]
    return tuple(
        ForbiddenPair(child, adult) for child in sorted(children) for adult in sorted(adults)
    )
