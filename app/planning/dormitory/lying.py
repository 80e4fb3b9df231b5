# SPDX-License-Identifier: Apache-2.0
"""Rooms as they would be once more people lie in them."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from app.policies.dormitory.rooming import Bed, Guest, Occupant, Room


def lie_down(room: Room, guest: Guest, bed_id: UUID) -> Room:
    """Return a room with one more person in a bed of it."""
    occupant = Occupant(
        guest.person_id,
        bed_id,
        guest.adult_from,
        guest.age_years,
        guest.age_unknown,
        guest.young_until,
        guest.male,
        guest.needs,
    )
    return replace(room, occupants=(*room.occupants, occupant))


def settle(room: Room, guests: Sequence[Guest]) -> Room:
    """Return a room with more people in its first free beds."""
    for guest, bed_id in given(room, guests).items():
        room = lie_down(room, guest, bed_id)
    return room


def given(room: Room, guests: Sequence[Guest]) -> dict[Guest, UUID]:
    """Return a free bed for each: who needs a lower bunk chooses first, the others in turn."""
    free = beds_in_order(room)
    beds: dict[Guest, UUID] = {}
    for guest in sorted(guests, key=lambda each: not each.needs.lower_bunk):
        fit = next((bed for bed in free if not (bed.upper and guest.needs.lower_bunk)), None)
        if fit is not None:
            beds[guest] = fit.bed_id
            free.remove(fit)
    return beds


def beds_in_order(room: Room) -> list[Bed]:
    """Return the free beds in the order in which they are given, mattresses last."""
    return sorted(room.free_beds, key=lambda bed: (bed.mattress, bed.label, bed.bed_id))
