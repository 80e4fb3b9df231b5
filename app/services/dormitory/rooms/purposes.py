# SPDX-License-Identifier: Apache-2.0
"""What a room is used for, from which day: past, planned, and carried out once it is empty.

The paper's spare bedrooms become counselling and therapy rooms this way. A room people sleep
in is never changed today; for a later day the change is planned together with where each of
them goes. The day alone moves nobody: a change whose room is still slept in waits.
"""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.errors import Refused
from app.models.dormitory.plans import PlannedMove, PurposeChange
from app.models.dormitory.rooms import Room
from app.policies.access import Right
from app.policies.dormitory.beds.facts import RoomPurpose
from app.policies.dormitory.beds.holds import clean_why
from app.policies.people.names import TextProblem
from app.policies.reasons import Reason, Verdict
from app.services.acts import Context, Inverse, act
from app.services.dormitory.away.whereabouts import here
from app.services.dormitory.rooms.ahead import FARTHEST, Ahead
from app.services.dormitory.rooms.room_use import (
    OPEN_MOVE,
    Wanted,
    beds_in_use,
    change_row,
    in_the_way,
    move_row,
    planned_change,
    planned_move,
    set_purpose,
    staying,
)
from app.services.topics import Topic

_TOPICS = (Topic.BEDS, Topic.PLANS, Topic.SHELTER)


@dataclass(frozen=True, slots=True)
class ChangePurpose:
    """From which day a room serves another purpose, and where who sleeps there goes."""

    room_id: UUID
    purpose: RoomPurpose
    from_day: date
    why: str
    moves: tuple[Wanted, ...] = ()


@dataclass(frozen=True, slots=True)
class ChangedPurpose:
    """A change that was made (``before`` tells what the room was), or that is planned."""

    change_id: UUID
    version: int
    room_id: UUID
    purpose: RoomPurpose
    before: RoomPurpose | None
    moves: tuple[UUID, ...]


@dataclass(frozen=True, slots=True)
class CancelPurpose:
    """A planned change as it was seen."""

    change_id: UUID
    version: int


@dataclass(frozen=True, slots=True)
class CancelledPurpose:
    """A change that will not be, with the moves that were planned for it."""

    change_id: UUID
    version: int
    moves: tuple[UUID, ...]


def _take_back(done: ChangedPurpose) -> Inverse:
    if done.before is None:
        return Inverse(cancel_purpose, CancelPurpose(done.change_id, done.version))
    return Inverse(take_back_purpose, done)


def _resume(done: CancelledPurpose) -> Inverse:
    return Inverse(resume_purpose, done)


@act(Right.MANAGE_ROOMS, *_TOPICS, undo=_take_back)
def change_purpose(session: Session, context: Context, command: ChangePurpose) -> ChangedPurpose:
    """Change what a room is used for today, or plan it for a day within a year.

    Raises:
        Refused: the room is gone, or the field that cannot be so: ``purpose`` (the same as
            now, a bedroom without a bed), ``from_day`` (passed, too far, people or
            reservations are in the way today), ``why`` (too short), ``moves`` (somebody
            who sleeps there is not in the list, or a bed is not legal on that day); or a
            change of this room is planned already.
    """
    room = session.get(Room, command.room_id)
    context.record(command.room_id, purpose=command.purpose, day=command.from_day.isoformat())
    if room is None:
        raise Refused(Reason.STALE)
    try:
        why = clean_why(command.why)
    except TextProblem as problem:
        raise Refused(problem.reason, field="why") from problem
    if command.from_day < context.today:
        raise Refused(Reason.DAY_PAST, field="from_day")
    if command.from_day > context.today + FARTHEST:
        raise Refused(Reason.PLAN_LIMIT, field="from_day")
    if planned_change(session, room.id) is not None:
        raise Refused(Reason.CHANGE_PLANNED)
    if command.purpose is room.purpose:
        raise Refused(Reason.NOTHING_CHANGED, field="purpose")
    if command.from_day > context.today:
        return _plan(session, context, room, command, why)
    standing = in_the_way(session, context, room, command.purpose)
    if standing is not None:
        raise Refused(standing, field="purpose" if standing is Reason.NO_BEDS else "from_day")
    made = set_purpose(session, context, room, command.purpose, why)
    return ChangedPurpose(made.id, made.version, room.id, made.purpose, made.before, ())


@act(Right.MANAGE_ROOMS, *_TOPICS)
def take_back_purpose(session: Session, context: Context, command: ChangedPurpose) -> UUID:
    """Undo a change that was made; both stay in the room's history.

    Raises:
        Refused: the room serves something else by now, or people sleep in it again.
    """
    context.record(command.room_id)
    room = session.get(Room, command.room_id)
    change = session.get(PurposeChange, command.change_id)
    if room is None or change is None or room.purpose is not command.purpose:
        raise Refused(Reason.MOVED_ON)
    if command.before is None or planned_change(session, room.id) is not None:
        raise Refused(Reason.MOVED_ON)
    standing = in_the_way(session, context, room, command.before)
    if standing is not None:
        raise Refused(standing)
    set_purpose(session, context, room, command.before, change.why)
    return room.id


@act(Right.MANAGE_ROOMS, *_TOPICS, undo=_resume)
def cancel_purpose(session: Session, context: Context, command: CancelPurpose) -> CancelledPurpose:
    """Drop a planned change and the moves that were planned for it.

    Raises:
        Refused: it was changed, made or dropped meanwhile.
    """
    change = session.get(PurposeChange, command.change_id)
    context.record(command.change_id)
    if (
        change is None
        or change.version != command.version
        or change.applied_at is not None
        or change.cancelled_at is not None
    ):
        raise Refused(Reason.STALE)
    context.record(change.room_id, purpose=change.purpose)
    change.cancelled_at = context.now
    moves = list(
        session.execute(
            select(PlannedMove).where(PlannedMove.change_id == change.id, *OPEN_MOVE)
        ).scalars()
    )
    for move in moves:
        move.cancelled_at = context.now
    session.flush()
    return CancelledPurpose(change.id, change.version, tuple(move.id for move in moves))


@act(Right.MANAGE_ROOMS, *_TOPICS)
def resume_purpose(session: Session, context: Context, command: CancelledPurpose) -> UUID:
    """Undo the dropping of a planned change.

    Raises:
        Refused: another change of the room, or another move of one of them, is planned by now.
    """
    change = session.get_one(PurposeChange, command.change_id)
    context.record(change.room_id, purpose=change.purpose)
    moves = [session.get_one(PlannedMove, move_id) for move_id in command.moves]
    if (
        change.version != command.version
        or planned_change(session, change.room_id) is not None
        or any(planned_move(session, move.person_id) is not None for move in moves)
    ):
        raise Refused(Reason.MOVED_ON)
    change.cancelled_at = None
    for move in moves:
        move.cancelled_at = None
    session.flush()
    return change.room_id


def _plan(
    session: Session, context: Context, room: Room, command: ChangePurpose, why: str
) -> ChangedPurpose:
    bedroom = command.purpose is RoomPurpose.BEDROOM
    if bedroom and not beds_in_use(session, room):
        raise Refused(Reason.NO_BEDS, field="purpose")
    change = change_row(context, room.id, command.purpose, command.from_day, why)
    session.add(change)
    session.flush()
    going = {person_id for person_id, _ in command.moves}
    for person_id in going:
        here(session, person_id)
        if planned_move(session, person_id) is not None:
            raise Refused(Reason.MOVE_PLANNED, field="moves")
    if len(going) < len(command.moves):
        raise Refused(Reason.BED_TAKEN, field="moves")
    if not bedroom and staying(session, room.id, command.from_day, going):
        raise Refused(Reason.ROOM_OCCUPIED, field="moves")
    for decision in Ahead(session, context, command.from_day).judged(command.moves):
        if decision.verdict is Verdict.FORBIDDEN:
            raise Refused(*decision.reasons, field="moves")
    moves = [
        move_row(context, wanted, command.from_day, why, change.id) for wanted in command.moves
    ]
    session.add_all(moves)
    session.flush()
    context.record(room.id, moves=len(moves))
    return ChangedPurpose(
        change.id,
        change.version,
        room.id,
        command.purpose,
        None,
        tuple(move.id for move in moves),
    )
