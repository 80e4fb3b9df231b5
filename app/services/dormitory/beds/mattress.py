# SPDX-License-Identifier: Apache-2.0
"""A mattress for a night: a bed like any other, under all rules (domain §7.6)."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.errors import Refused
from app.models.base import new_id
from app.models.dormitory.rooms import Bed, Room
from app.models.dormitory.stays import Stay
from app.policies.access import Right
from app.policies.dormitory.beds.facts import RoomPurpose
from app.policies.reasons import Reason
from app.services.acts import Context, Inverse, act
from app.services.dormitory.facts.read import ASLEEP
from app.services.topics import Topic

MOST_IN_A_ROOM = 2


@dataclass(frozen=True, slots=True)
class Mattress:
    """A mattress that was laid."""

    bed_id: UUID
    version: int
    room_name: str
    label: str


@dataclass(frozen=True, slots=True)
class TakeAway:
    """The mattress as it was seen."""

    bed_id: UUID
    version: int


def _take_away(done: Mattress) -> Inverse:
    return Inverse(take_mattress_away, TakeAway(done.bed_id, done.version))


@act(Right.PLACE_CLIENT, Topic.BEDS, undo=_take_away)
def lay_mattress(session: Session, context: Context, room_id: UUID) -> Mattress:
    """Lay a mattress in a bedroom; an earlier one that was taken away is laid again.

    Raises:
        Refused: the room is no bedroom, or two mattresses lie there already.
    """
    room = session.get_one(Room, room_id)
    if room.purpose is not RoomPurpose.BEDROOM:
        raise Refused(Reason.ROOM_NOT_A_BEDROOM)
    known = list(
        session.execute(
            select(Bed).where(Bed.room_id == room_id, Bed.mattress.is_(True)).order_by(Bed.label)
        ).scalars()
    )
    lying = [bed for bed in known if not bed.out_of_use]
    if len(lying) >= MOST_IN_A_ROOM:
        raise Refused(Reason.MATTRESSES_ENOUGH)
    bed = next((each for each in known if each.out_of_use), None)
    if bed is None:
        bed = Bed(
            id=new_id(),
            origin_id=context.origin_id,
            room_id=room_id,
            label=f"M{len(known) + 1}",
            mattress=True,
        )
        session.add(bed)
    bed.out_of_use = False
    session.flush()
    context.record(bed.id, room=room.name)
    return Mattress(bed.id, bed.version, room.name, bed.label)


@act(Right.PLACE_CLIENT, Topic.BEDS)
def take_mattress_away(session: Session, context: Context, command: TakeAway) -> UUID:
    """Take a mattress away once nobody sleeps on it.

    Raises:
        Refused: somebody sleeps on it, or it was changed meanwhile.
    """
    bed = session.get(Bed, command.bed_id)
    context.record(command.bed_id)
    if bed is None or not bed.mattress or bed.version != command.version:
        raise Refused(Reason.STALE)
    if session.execute(select(Stay.id).where(Stay.bed_id == bed.id, ASLEEP)).first():
        raise Refused(Reason.BED_TAKEN)
    bed.out_of_use = True
    return bed.id
