# SPDX-License-Identifier: Apache-2.0
"""The best beds for one person tonight, each with up to three plain reasons (ux §7)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from app.policies.dormitory.rooming import Guest, Room, RoomPurpose, Side, why_not, why_not_room
from app.policies.people.age import is_adult
from app.policies.reasons import Decision, Reason

MOST_REASONS = 3
_CLOSE_YEARS = 3


class WhyHere(StrEnum):
    """What speaks for a bed; the decisive one comes first."""

    OWN_ROOM = "own_room"
    NEAR_CARETAKER = "near_caretaker"
    SAME_AGE_GROUP = "same_age_group"
    CHILD_SIDE = "child_side"
    ADULT_SIDE = "adult_side"
    COMPANY = "company"


class NoBedOption(StrEnum):
    """What is left when no bed is legal, the least bad first (domain §7.6)."""

    SPARE_ROOM = "spare_room"
    MATTRESS_NEAR_CARETAKER = "mattress_near_caretaker"
    PARTNER_SHELTER = "partner_shelter"
    CALL_HEAD = "call_head"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One bed and why it suits; a suggestion is never a placement."""

    room_id: UUID
    room_name: str
    bed_id: UUID
    bed_label: str
    reasons: tuple[WhyHere, ...]


def _age_gap(guest: Guest, room: Room) -> int:
    """Return the distance to the nearest age in the room; far when nothing is known."""
    known = [o.age_years for o in room.occupants if o.age_years is not None]
    if guest.age_years is None or not known:
        return 50
    return min(abs(years - guest.age_years) for years in known)


def _order(guest: Guest, room: Room, today: date) -> tuple[object, ...]:
    """Return a sort key; lower is kinder.

    Unknown age: a room of her own, then near the caretaker, because she may be an adult
    and the others are children (ux §5.3). Urgent needs: near the caretaker. Otherwise
    people of her age, and an empty room is kept free for a family.
    """
    empty = not room.occupants
    far = not room.near_caretaker
    gap = _age_gap(guest, room)
    if guest.age_unknown:
        return (not empty, far, gap, room.floor, room.name)
    if guest.urgent:
        return (far, empty, gap, room.floor, room.name)
    if is_adult(guest.adult_from, today):
        return (empty, gap, room.floor, room.name)
    return (empty and gap > _CLOSE_YEARS, gap, far, room.floor, room.name)


def _reasons(guest: Guest, room: Room, today: date) -> tuple[WhyHere, ...]:
    adult = is_adult(guest.adult_from, today)
    near = _age_gap(guest, room) <= _CLOSE_YEARS
    told = {
        WhyHere.OWN_ROOM: not room.occupants,
        WhyHere.NEAR_CARETAKER: room.near_caretaker,
        WhyHere.SAME_AGE_GROUP: near,
        WhyHere.CHILD_SIDE: not adult and room.side is Side.CHILD,
        WhyHere.ADULT_SIDE: adult and room.side is Side.ADULT,
        WhyHere.COMPANY: bool(room.occupants) and not near,
    }
    decisive = list(told)
    if not guest.age_unknown and not guest.urgent:
        decisive.sort(key=lambda why: why is not WhyHere.SAME_AGE_GROUP)
    elif guest.urgent and not guest.age_unknown:
        decisive.sort(key=lambda why: why is not WhyHere.NEAR_CARETAKER)
    return tuple(why for why in decisive if told[why])[:MOST_REASONS]


def suggest(
    guest: Guest, rooms: Iterable[Room], today: date, limit: int = 3
) -> tuple[Suggestion, ...]:
    """Return at most ``limit`` legal beds, at most one in each room, the kindest first."""
    legal = [
        (room, bed)
        for room in sorted(rooms, key=lambda room: _order(guest, room, today))
        for bed in room.free_beds[:1]
        if why_not(guest, bed, room, today).allowed
    ]
    return tuple(
        Suggestion(room.room_id, room.name, bed.bed_id, bed.label, _reasons(guest, room, today))
        for room, bed in legal[:limit]
    )


def refusals(guest: Guest, rooms: Iterable[Room], today: date) -> tuple[tuple[UUID, Decision], ...]:
    """Return each bedroom that is not for this person, with the reasons."""
    found = []
    for room in rooms:
        if room.purpose is not RoomPurpose.BEDROOM:
            continue
        decision = why_not_room(guest, room, today)
        if decision.allowed and not room.free_beds:
            decision = Decision((Reason.BED_TAKEN,))
        if not decision.allowed:
            found.append((room.room_id, decision))
    return tuple(found)


def options_when_full(guest: Guest, rooms: Iterable[Room]) -> tuple[NoBedOption, ...]:
    """Return the least bad next steps in order; never "no" without one (domain §7.6)."""
    spare = any(room.purpose is RoomPurpose.SPARE for room in rooms)
    options = (
        NoBedOption.SPARE_ROOM,
        NoBedOption.MATTRESS_NEAR_CARETAKER,
        NoBedOption.PARTNER_SHELTER,
        NoBedOption.CALL_HEAD,
    )
    return options if spare else options[1:]
