# SPDX-License-Identifier: Apache-2.0
"""What rooms are used for and who is to move, as rows: shared by acts, checks and lists."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.base import new_id
from app.models.dormitory.plans import PlannedMove, PurposeChange
from app.models.dormitory.rooms import Bed, Room
from app.policies.dormitory.beds.facts import RoomPurpose
from app.policies.reasons import Reason
from app.services.acts import Context
from app.services.dormitory.rooms.room_beds import beds_of, kept_beds, sleepers_in

OPEN_CHANGE = (PurposeChange.applied_at.is_(None), PurposeChange.cancelled_at.is_(None))
OPEN_MOVE = (PlannedMove.done_at.is_(None), PlannedMove.cancelled_at.is_(None))

Wanted = tuple[UUID, UUID]
"""A person and the bed she would have."""


def apply_due_purposes(session: Session, context: Context) -> int:
    """Make the changes whose day has come and whose room is empty; return how many.

    Called by every nightly check, inside its transaction. What stands in the way of the
    others is listed by ``purposes``; nobody is moved.
    """
    made = 0
    for change in _due(session, context):
        room = session.get_one(Room, change.room_id)
        if in_the_way(session, context, room, change.purpose) is None:
            change.before, change.applied_at = room.purpose, context.now
            room.purpose = change.purpose
            made += 1
    session.flush()
    return made


def purposes_ready(session: Session, context: Context) -> bool:
    """Say whether a change is due whose room is empty."""
    return any(
        in_the_way(session, context, session.get_one(Room, change.room_id), change.purpose) is None
        for change in _due(session, context)
    )


def planned_change(session: Session, room_id: UUID) -> PurposeChange | None:
    """Return the change of a room that is still to be made, or None."""
    return session.execute(
        select(PurposeChange).where(PurposeChange.room_id == room_id, *OPEN_CHANGE)
    ).scalar_one_or_none()


def planned_move(session: Session, person_id: UUID) -> PlannedMove | None:
    """Return the move that is planned for somebody, or None."""
    return session.execute(
        select(PlannedMove).where(PlannedMove.person_id == person_id, *OPEN_MOVE)
    ).scalar_one_or_none()


def set_purpose(
    session: Session, context: Context, room: Room, purpose: RoomPurpose, why: str
) -> PurposeChange:
    """Let a room serve another purpose from now on, inside the running act."""
    change = change_row(context, room.id, purpose, context.today, why)
    change.before, change.applied_at = room.purpose, context.now
    room.purpose = purpose
    session.add(change)
    session.flush()
    return change


def move_row(
    context: Context, wanted: Wanted, on_day: date, why: str, change_id: UUID | None = None
) -> PlannedMove:
    """Return the row of a move that is planned."""
    person_id, bed_id = wanted
    return PlannedMove(
        id=new_id(),
        origin_id=context.origin_id,
        person_id=person_id,
        bed_id=bed_id,
        on_day=on_day,
        change_id=change_id,
        why=why,
        planned_at=context.now,
        planned_by=context.actor.account_id,
    )


def change_row(
    context: Context, room_id: UUID, purpose: RoomPurpose, day: date, why: str
) -> PurposeChange:
    """Return the row of a change that is decided."""
    return PurposeChange(
        id=new_id(),
        origin_id=context.origin_id,
        room_id=room_id,
        purpose=purpose,
        from_day=day,
        why=why,
        decided_at=context.now,
        decided_by=context.actor.account_id,
    )


def _due(session: Session, context: Context) -> list[PurposeChange]:
    return list(
        session.execute(
            select(PurposeChange)
            .where(*OPEN_CHANGE, PurposeChange.from_day <= context.today)
            .order_by(PurposeChange.from_day, PurposeChange.id)
        ).scalars()
    )


def beds_in_use(session: Session, room: Room) -> int:
    """Return how many beds of a room can be slept in, mattresses left out."""
    return sum(not bed.out_of_use for bed in beds_of(session, room.id))


def in_the_way(
    session: Session, context: Context, room: Room, purpose: RoomPurpose
) -> Reason | None:
    """Return what keeps a room from serving a purpose now."""
    if purpose is RoomPurpose.BEDROOM:
        return None if beds_in_use(session, room) else Reason.NO_BEDS
    if sleepers_in(session, room.id):
        return Reason.ROOM_OCCUPIED
    return Reason.BED_RESERVED if kept_beds(session, context, room.id) else None


def staying(session: Session, room_id: UUID, day: date, going: Iterable[UUID]) -> frozenset[UUID]:
    """Return who sleeps in a room now and is not to leave it by a day.

    Args:
        session: the act's transaction.
        room_id: the room.
        day: the last day on which a planned move counts.
        going: who leaves it by what is being planned now.
    """
    leaving = session.execute(
        select(PlannedMove.person_id)
        .join(Bed, Bed.id == PlannedMove.bed_id)
        .where(*OPEN_MOVE, PlannedMove.on_day <= day, Bed.room_id != room_id)
    ).scalars()
    return sleepers_in(session, room_id) - frozenset(going) - frozenset(leaving)
