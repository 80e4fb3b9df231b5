# SPDX-License-Identifier: Apache-2.0
"""In which order people can lie down, when each step must be allowed by itself."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.planning.dormitory.beds.lying import lie_down
from app.policies.dormitory.beds.facts import Guest, Room
from app.policies.dormitory.beds.kin import NO_KIN, Kin
from app.policies.dormitory.beds.rooming import why_not
from app.policies.reasons import Reason


@dataclass(frozen=True, slots=True)
class Sequenced:
    """An order in which all can lie down, or the reasons why they cannot."""

    order: tuple[UUID, ...]
    reasons: tuple[Reason, ...] = ()


def in_sequence(
    wanted: Mapping[Guest, UUID],
    rooms: Sequence[Room],
    today: date,
    kin: Kin = NO_KIN,
    waived: Collection[Reason] = (),
) -> Sequenced:
    """Return an order in which everybody can lie down.

    A mother lies down before the child who follows her into a wing for adults.

    Args:
        wanted: the bed of each person.
        rooms: the house as it is now.
        today: the shelter's calendar day.
        kin: the licences that are in force.
        waived: reasons that somebody is ready to sign.
    """
    house = {bed.bed_id: room.room_id for room in rooms for bed in room.beds}
    if not house.keys() >= set(wanted.values()):
        return Sequenced((), (Reason.BED_UNKNOWN,))
    now = {room.room_id: room for room in rooms}
    left, order = dict(wanted), list[UUID]()
    while left:
        reasons: list[Reason] = []
        waiting: dict[Guest, UUID] = {}
        for guest, bed_id in left.items():
            room = now[house[bed_id]]
            bed = next(bed for bed in room.beds if bed.bed_id == bed_id)
            decision = why_not(guest, bed, room, today, kin)
            if set(decision.reasons) <= set(waived):
                now[room.room_id] = lie_down(room, guest, bed_id)
                order.append(guest.person_id)
            else:
                waiting[guest] = bed_id
                reasons += decision.reasons
        if len(waiting) == len(left):
            return Sequenced((), tuple(dict.fromkeys(reasons)))
        left = waiting
    return Sequenced(tuple(order))
