# SPDX-License-Identifier: Apache-2.0
"""The best beds for one person tonight, each with up to three plain reasons (ux §7)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from app.policies.dormitory.beds.facts import Bed, Guest, Person, Room, RoomPurpose, Side
from app.policies.dormitory.beds.kin import NO_KIN, Kin
from app.policies.dormitory.beds.pairs import maybe_adult
from app.policies.dormitory.beds.rooming import a_man, why_not, why_not_room
from app.policies.people.born import is_adult, may_be_adult
from app.policies.reasons import Decision, Reason

MOST_REASONS = 3
NOT_KNOWN = 1 << 10
"""Stands for years to the nearest room-mate when no age is known; counts as 50 years."""
_CLOSE_YEARS = 3
_FAR_IN_YEARS, _MOST_YEARS = 50, 127
_LAST, _EACH_YEAR, _THIRD, _SECOND, _FIRST, _APART = 1, 2, 1 << 8, 1 << 9, 1 << 10, 1 << 11
MOST_DISCOMFORT = (1 << 12) - 1
"""At most what one person can have, an empty room opened for her included."""


class WhyHere(StrEnum):
    """What speaks for a bed; the decisive one comes first."""

    MAY_BE_ADULT = "may_be_adult"
    WITH_FAMILY = "with_family"
    OWN_ROOM = "own_room"
    NEAR_CARETAKER = "near_caretaker"
    LIKE_HER = "like_her"
    SAME_AGE_GROUP = "same_age_group"
    CHILD_SIDE = "child_side"
    ADULT_SIDE = "adult_side"
    COMPANY = "company"


class NoBedOption(StrEnum):
    """What is left when no bed is legal, the least bad first (domain §7.6)."""

    RESERVED_BED = "reserved_bed"
    SPARE_ROOM = "spare_room"
    MATTRESS_NEAR_CARETAKER = "mattress_near_caretaker"
    SISTER_HOUSE = "sister_house"
    PARTNER_SHELTER = "partner_shelter"
    POLICE_STATION = "police_station"
    DINAS = "dinas"
    CALL_HEAD = "call_head"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One bed and why it suits; a suggestion is never a placement."""

    room_id: UUID
    room_name: str
    bed_id: UUID
    bed_label: str
    reasons: tuple[WhyHere, ...]


@dataclass(frozen=True, slots=True)
class Taste:
    """What one person would rather not have, as whole numbers that can be added up.

    Each number outweighs everything below it: apart from her own family, then what her
    kind of need comes first in, then the next, then years of age to the nearest
    room-mate, then the way to the caretaker. Without unit; zero is the best.
    """

    alone: int = 0
    company: int = 0
    unlike: int = 0
    far: int = 0

    def discomfort(self, *, alone: bool, unlike: bool, far: bool, gap: int, apart: bool) -> int:
        """Add up what a room with these features would mean to her."""
        here = self.alone if alone else self.company + unlike * self.unlike
        years = _FAR_IN_YEARS if gap == NOT_KNOWN else min(gap, _MOST_YEARS)
        return here + _EACH_YEAR * years + far * self.far + apart * _APART


def taste(guest: Guest, today: date) -> Taste:
    """Return what matters to a person tonight.

    Who may be a woman although she is treated as a child: a room of her own, then others
    like her, then near the caretaker (ux §5.3). Urgent needs: near the caretaker. Otherwise
    people of her age, and an empty room is kept free for a family.
    """
    if may_be_adult(guest.adult_from, guest.born, today):
        return Taste(company=_FIRST, unlike=_SECOND, far=_THIRD)
    if guest.urgent:
        return Taste(far=_FIRST, alone=_SECOND)
    if is_adult(guest.adult_from, today):
        return Taste(alone=_FIRST)
    return Taste(alone=_FIRST, far=_LAST)


def age_gap(years: int | None, others: Iterable[int | None]) -> int:
    """Return the years to the nearest known age, or ``NOT_KNOWN``."""
    known = [other for other in others if other is not None]
    if years is None or not known:
        return NOT_KNOWN
    return min(abs(other - years) for other in known)


def _age_gap(guest: Guest, room: Room) -> int:
    return age_gap(guest.age_years, (o.age_years for o in room.occupants))


def with_family(guest: Guest, room: Room, kin: Kin) -> bool:
    """Say whether somebody of her own family sleeps in the room."""
    return any(kin.family(guest.person_id, o.person_id) for o in room.occupants)


def discomfort(guest: Guest, room: Room, today: date, kin: Kin = NO_KIN) -> int:
    """Return how far a room is from what suits a person; lower is kinder.

    Single suggestions are ordered by it and the joint plan adds it up over everybody.
    """
    return taste(guest, today).discomfort(
        alone=not room.occupants,
        unlike=not like_her(room.occupants, today),
        far=not room.near_caretaker,
        gap=_age_gap(guest, room),
        apart=not with_family(guest, room, kin),
    )


def like_her(others: Iterable[Person], today: date) -> bool:
    """Say whether all of some people may be women although they are treated as children."""
    return all(maybe_adult(other, today) for other in others)


def reasons_for(guest: Guest, room: Room, today: date, kin: Kin = NO_KIN) -> tuple[WhyHere, ...]:
    """Return at most three things that speak for a room, the decisive one first."""
    adult = is_adult(guest.adult_from, today)
    near = _age_gap(guest, room) <= _CLOSE_YEARS
    family = with_family(guest, room, kin)
    grown = may_be_adult(guest.adult_from, guest.born, today)
    told = {
        WhyHere.MAY_BE_ADULT: grown,
        WhyHere.WITH_FAMILY: family,
        WhyHere.OWN_ROOM: not room.occupants,
        WhyHere.LIKE_HER: grown and bool(room.occupants) and like_her(room.occupants, today),
        WhyHere.NEAR_CARETAKER: room.near_caretaker,
        WhyHere.SAME_AGE_GROUP: near,
        WhyHere.CHILD_SIDE: not adult and room.side is Side.CHILD,
        WhyHere.ADULT_SIDE: adult and room.side is Side.ADULT,
        WhyHere.COMPANY: bool(room.occupants) and not near and not family and not grown,
    }
    decisive = list(told)
    if not grown and not guest.urgent:
        decisive.sort(key=lambda why: why not in {WhyHere.WITH_FAMILY, WhyHere.SAME_AGE_GROUP})
    elif not grown:
        decisive.sort(key=lambda why: why not in {WhyHere.WITH_FAMILY, WhyHere.NEAR_CARETAKER})
    return tuple(why for why in decisive if told[why])[:MOST_REASONS]


def suggest(
    guest: Guest, rooms: Iterable[Room], today: date, limit: int = 3, kin: Kin = NO_KIN
) -> tuple[Suggestion, ...]:
    """Return at most ``limit`` legal beds, at most one in each room, the kindest first."""
    legal = [
        (room, bed)
        for room in sorted(
            rooms, key=lambda room: (discomfort(guest, room, today, kin), room.floor, room.name)
        )
        for bed in _beds_for(guest, room)
        if why_not(guest, bed, room, today, kin).allowed
    ]
    return tuple(
        Suggestion(
            room.room_id, room.name, bed.bed_id, bed.label, reasons_for(guest, room, today, kin)
        )
        for room, bed in legal[:limit]
    )


def _beds_for(guest: Guest, room: Room) -> tuple[Bed, ...]:
    """Return the one bed of a room that suits her best: kept for her, or the first she can use."""
    usable = [bed for bed in room.free_beds if not (bed.upper and guest.needs.lower_bunk)]
    return (*kept_for(guest, room), *usable)[:1]


def kept_for(guest: Guest, room: Room) -> tuple[Bed, ...]:
    """Return the beds of a room that are kept for this person and that she could have now."""
    return tuple(
        bed
        for bed in room.beds
        if bed.reserved is not None
        and not bed.kept_from(guest.person_id)
        and bed.usable
        and bed.bed_id not in room.taken
        and not (bed.upper and guest.needs.lower_bunk)
    )


def refusals(
    guest: Guest, rooms: Iterable[Room], today: date, kin: Kin = NO_KIN
) -> tuple[tuple[UUID, Decision], ...]:
    """Return each bedroom that is not for this person, with the reasons."""
    found = []
    for room in rooms:
        if room.purpose is not RoomPurpose.BEDROOM:
            continue
        decision = why_not_room(guest, room, today, kin)
        if decision.allowed and not _beds_for(guest, room):
            decision = Decision((Reason.BED_TAKEN,))
        if not decision.allowed:
            found.append((room.room_id, decision))
    return tuple(found)


def options_when_full(guest: Guest, rooms: Iterable[Room], today: date) -> tuple[NoBedOption, ...]:
    """Return the least bad next steps in order; never "no" without one (domain §7.6).

    For a man there is no bed in this house, so nothing in it is offered.
    """
    if a_man(guest, today):
        return (
            NoBedOption.POLICE_STATION,
            NoBedOption.PARTNER_SHELTER,
            NoBedOption.DINAS,
            NoBedOption.CALL_HEAD,
        )
    house = tuple(rooms)
    spare = any(room.purpose is RoomPurpose.SPARE for room in house)
    kept = any(
        bed.reserved and bed.usable and bed.bed_id not in room.taken
        for room in house
        for bed in room.beds
    )
    return (
        *((NoBedOption.RESERVED_BED,) if kept else ()),
        *((NoBedOption.SPARE_ROOM,) if spare else ()),
        NoBedOption.MATTRESS_NEAR_CARETAKER,
        *((NoBedOption.SISTER_HOUSE,) if guest.adult_from is not None else ()),
        NoBedOption.PARTNER_SHELTER,
        NoBedOption.CALL_HEAD,
    )
