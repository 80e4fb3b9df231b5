# SPDX-License-Identifier: Apache-2.0
"""What the board says of a bed and of a room for one person (ux §7)."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from uuid import UUID

from app.policies.access import Role
from app.policies.dormitory.beds.facts import Bed, Guest, Room, RoomPurpose
from app.policies.dormitory.beds.kin import NO_KIN, Kin
from app.policies.dormitory.beds.rooming import why_not, why_not_room
from app.policies.dormitory.beds.secrecy import as_read
from app.policies.reasons import Decision, Reason, Verdict


class BedState(StrEnum):
    """How a bed stands; shown by colour, icon, word and border."""

    FREE = "free"
    TAKEN = "taken"
    ON_THE_WAY = "on_the_way"
    AWAY = "away"
    RESERVED = "reserved"
    BLOCKED = "blocked"
    OUT_OF_USE = "out_of_use"


def bed_state(
    bed: Bed, *, taken: bool, received: bool = True, away: bool = False, closed: bool = False
) -> BedState:
    """Return how a bed stands; a person in it counts before everything else.

    Args:
        bed: the bed.
        taken: somebody has it.
        received: somebody in the wing has received her.
        away: she is out of the house and the bed is kept.
        closed: the whole room is blocked.
    """
    if taken:
        if away:
            return BedState.AWAY
        return BedState.TAKEN if received else BedState.ON_THE_WAY
    if bed.out_of_use:
        return BedState.OUT_OF_USE
    if bed.blocked or closed:
        return BedState.BLOCKED
    return BedState.RESERVED if bed.reserved else BedState.FREE


@dataclass(frozen=True, slots=True)
class RoomVerdict:
    """What one room says to one person.

    ``beds`` are the beds she could have, with a signature where ``decision`` asks for one.
    """

    room_id: UUID
    decision: Decision
    beds: tuple[UUID, ...]

    @property
    def verdict(self) -> Verdict:
        """Return the colour of the card."""
        return self.decision.verdict


def verdicts(
    role: Role, guest: Guest, rooms: Iterable[Room], today: date, kin: Kin = NO_KIN
) -> tuple[RoomVerdict, ...]:
    """Return the verdict of every bedroom for one person, as if she had no bed.

    A room is as good as its best bed, as the post that asks may read it; where none is left
    it says so.
    """
    bedless = replace(guest, has_bed=False)
    return tuple(
        _verdict(role, bedless, room, today, kin)
        for room in rooms
        if room.purpose is RoomPurpose.BEDROOM
    )


def _verdict(role: Role, guest: Guest, room: Room, today: date, kin: Kin) -> RoomVerdict:
    of_room = as_read(role, why_not_room(guest, room, today, kin))
    if of_room.verdict is Verdict.FORBIDDEN:
        return RoomVerdict(room.room_id, of_room, ())
    taken = {o.bed_id for o in room.occupants}
    judged = [
        (bed, as_read(role, why_not(guest, bed, room, today, kin)))
        for bed in room.beds
        if bed.bed_id not in taken
    ]
    for wanted in (Verdict.ALLOWED, Verdict.PERMIT):
        fit = [(bed, decision) for bed, decision in judged if decision.verdict is wanted]
        if fit:
            least = min((decision for _, decision in fit), key=lambda each: len(each.reasons))
            return RoomVerdict(room.room_id, least, tuple(bed.bed_id for bed, _ in fit))
    return RoomVerdict(room.room_id, Decision((Reason.BED_TAKEN, *of_room.reasons)), ())
