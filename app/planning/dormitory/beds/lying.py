# SPDX-License-Identifier: Apache-2.0
"""Rooms as they would be once more people lie in them."""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from app.policies.dormitory.beds.facts import Bed, Guest, Room
from app.policies.dormitory.beds.suggest import kept_for


def lie_down(room: Room, guest: Guest, bed_id: UUID) -> Room:
    """Return a room with one more person in a bed of it."""
    return replace(room, occupants=(*room.occupants, guest.lying(bed_id)))


def settle(room: Room, guests: Sequence[Guest]) -> Room:
    """Return a room with more people in it, lower bunks left free for whoever comes later."""
    for guest, bed_id in given(room, guests, upper_first=True).items():
        room = lie_down(room, guest, bed_id)
    return room


def given(room: Room, guests: Sequence[Guest], *, upper_first: bool = False) -> dict[Guest, UUID]:
    """Return a bed for each: one kept for her, then lower bunks for whom they are needed.

    The others choose in turn; ``upper_first`` gives them the upper bunks before all others.
    """
    free = beds_in_order(room)
    beds = {guest: own[0].bed_id for guest in guests if (own := kept_for(guest, room))}
    left = [guest for guest in guests if guest not in beds]
    for guest in sorted(left, key=lambda each: not each.needs.lower_bunk):
        low = guest.needs.lower_bunk
        suits = [bed for bed in free if not (bed.upper and low)]
        if upper_first:
            suits.sort(key=lambda bed: not bed.upper)
        if suits:
            beds[guest] = suits[0].bed_id
            free.remove(suits[0])
    return beds


def beds_in_order(room: Room) -> list[Bed]:
    """Return the free beds in the order in which they are given, mattresses last."""
    return sorted(room.free_beds, key=lambda bed: (bed.mattress, bed.label, bed.bed_id))
