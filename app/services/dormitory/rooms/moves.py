# SPDX-License-Identifier: Apache-2.0
"""Moves that are planned for a day: nobody is moved by the date, somebody carries them out."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from app.errors import Refused
from app.models.dormitory.plans import PlannedMove
from app.models.dormitory.rooms import Bed
from app.policies.access import Right
from app.policies.dormitory.beds.holds import clean_why
from app.policies.people.names import TextProblem
from app.policies.reasons import Reason, Verdict
from app.services.acts import Context, Inverse, act
from app.services.dormitory.beds.place import (
    PLACING_TOPICS,
    PlaceClient,
    Placed,
    TakeBack,
    move_client,
    present,
    stay_now,
    take_back_placement,
)
from app.services.dormitory.rooms.ahead import FARTHEST, Ahead
from app.services.dormitory.rooms.room_use import move_row, planned_move
from app.services.topics import Topic


@dataclass(frozen=True, slots=True)
class PlanMove:
    """Somebody is to have another bed from a day on."""

    person_id: UUID
    bed_id: UUID
    on_day: date
    why: str


@dataclass(frozen=True, slots=True)
class MoveKey:
    """A planned move as it was seen."""

    move_id: UUID
    version: int


@dataclass(frozen=True, slots=True)
class CarryOut:
    """Move her now as planned; ``why`` is the reason of whoever signs."""

    move_id: UUID
    version: int
    why: str = ""


@dataclass(frozen=True, slots=True)
class CarriedOut:
    """A planned move that was carried out; nothing was ``placed`` if she lay there already."""

    move_id: UUID
    version: int
    person_id: UUID
    placed: Placed | None


def _cancel(done: MoveKey) -> Inverse:
    return Inverse(cancel_move, done)


def _resume(done: MoveKey) -> Inverse:
    return Inverse(resume_move, done)


def _take_back(done: CarriedOut) -> Inverse:
    return Inverse(take_back_move, done)


@act(Right.PLACE_CLIENT, Topic.PLANS, undo=_cancel)
def plan_move(session: Session, context: Context, command: PlanMove) -> MoveKey:
    """Plan a move; the bed has to be legal for her on that day, as far as can be known.

    Raises:
        Refused: she has left, a move of hers is planned already, or the field that cannot
            be so: ``why`` (too short), ``on_day`` (passed, too far), ``bed_id`` (her own,
            or with every reason the rules have against it on that day).
    """
    context.record(command.person_id, bed=command.bed_id.hex, day=command.on_day.isoformat())
    person = present(session, command.person_id)
    try:
        why = clean_why(command.why)
    except TextProblem as problem:
        raise Refused(problem.reason, field="why") from problem
    if command.on_day < context.today:
        raise Refused(Reason.DAY_PAST, field="on_day")
    if command.on_day > context.today + FARTHEST:
        raise Refused(Reason.PLAN_LIMIT, field="on_day")
    if planned_move(session, person.id) is not None:
        raise Refused(Reason.MOVE_PLANNED)
    if session.get(Bed, command.bed_id) is None:
        raise Refused(Reason.BED_UNKNOWN, field="bed_id")
    stay = stay_now(session, person.id)
    if stay is not None and stay.bed_id == command.bed_id:
        raise Refused(Reason.ALREADY_THERE, field="bed_id")
    wanted = (person.id, command.bed_id)
    (decision,) = Ahead(session, context, command.on_day).judged([wanted])
    if decision.verdict is Verdict.FORBIDDEN:
        raise Refused(*decision.reasons, field="bed_id")
    move = move_row(context, wanted, command.on_day, why)
    session.add(move)
    session.flush()
    return MoveKey(move.id, move.version)


@act(Right.PLACE_CLIENT, Topic.PLANS, undo=_resume)
def cancel_move(session: Session, context: Context, command: MoveKey) -> MoveKey:
    """Drop a planned move.

    Raises:
        Refused: it was changed, carried out or dropped meanwhile.
    """
    move = _open(session, context, command)
    move.cancelled_at = context.now
    session.flush()
    return MoveKey(move.id, move.version)


@act(Right.PLACE_CLIENT, Topic.PLANS)
def resume_move(session: Session, context: Context, command: MoveKey) -> UUID:
    """Undo the dropping of a planned move.

    Raises:
        Refused: she has left, or another move of hers is planned by now.
    """
    move = session.get_one(PlannedMove, command.move_id)
    context.record(move.person_id, bed=move.bed_id.hex)
    present(session, move.person_id)
    if move.version != command.version or planned_move(session, move.person_id) is not None:
        raise Refused(Reason.MOVED_ON)
    move.cancelled_at = None
    return move.person_id


@act(Right.PLACE_CLIENT, *PLACING_TOPICS, Topic.PLANS, undo=_take_back)
def carry_out(session: Session, context: Context, command: CarryOut) -> CarriedOut:
    """Move somebody as planned, on the day or earlier, under all rules of this moment.

    Raises:
        Refused: the plan was changed meanwhile, or every reason the rules have against the
            bed now; she stays where she is and the plan stays open.
    """
    move = _open(session, context, MoveKey(command.move_id, command.version))
    stay = stay_now(session, move.person_id)
    placed = None
    if stay is None or stay.bed_id != move.bed_id:
        order = PlaceClient(move.person_id, move.bed_id, command.why)
        placed = move_client.perform(session, context, order)
    move.done_at = context.now
    session.flush()
    return CarriedOut(move.id, move.version, move.person_id, placed)


@act(Right.PLACE_CLIENT, *PLACING_TOPICS, Topic.PLANS)
def take_back_move(session: Session, context: Context, command: CarriedOut) -> UUID:
    """Undo a move that was carried out: she is back in her bed and the plan is open again.

    Raises:
        Refused: something has changed since, or her old bed is no longer legal for her.
    """
    move = session.get_one(PlannedMove, command.move_id)
    context.record(move.person_id, bed=move.bed_id.hex)
    if move.version != command.version or planned_move(session, move.person_id) is not None:
        raise Refused(Reason.MOVED_ON)
    done = command.placed
    if done is not None:
        back = TakeBack(done.stay_id, done.version, done.moved_from)
        take_back_placement.perform(session, context, back)
    move.done_at = None
    return move.person_id


def _open(session: Session, context: Context, key: MoveKey) -> PlannedMove:
    move = session.get(PlannedMove, key.move_id)
    context.record(key.move_id)
    if (
        move is None
        or move.version != key.version
        or move.done_at is not None
        or move.cancelled_at is not None
    ):
        raise Refused(Reason.STALE)
    context.record(move.person_id, bed=move.bed_id.hex)
    return move
