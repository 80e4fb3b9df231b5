# SPDX-License-Identifier: Apache-2.0
"""Placing, moving and taking a placement back; the two hard rules decide."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.errors import Refused
from app.models.arrivals.arrival import PRESENT, Arrival
from app.models.arrivals.task import Task
from app.models.base import new_id
from app.models.dormitory.rooms import Bed, Room
from app.models.dormitory.stays import Stay, StayEnd
from app.models.people.person import Person
from app.policies.access import Right, Role
from app.policies.arrivals.follow_ups import FollowUpKind
from app.policies.dormitory.rooming import why_not
from app.policies.reasons import Decision, Reason, Verdict
from app.services.acts import Context, Inverse, act
from app.services.dormitory import facts
from app.services.dormitory.alarms import settle_alarms
from app.services.dormitory.known import known
from app.services.dormitory.signing import end_permit, sign, take_hold
from app.services.numbers import next_event
from app.services.topics import Topic


@dataclass(frozen=True, slots=True)
class PlaceClient:
    """Put a person in a bed.

    ``why`` is the typed reason of whoever signs what the rules only give with permission.
    """

    person_id: UUID
    bed_id: UUID
    why: str = ""


@dataclass(frozen=True, slots=True)
class Placed:
    """Where somebody sleeps now."""

    stay_id: UUID
    version: int
    person_id: UUID
    room_name: str
    bed_label: str
    moved_from: UUID | None = None


@dataclass(frozen=True, slots=True)
class TakeBack:
    """End a stay that was a slip; refused once the row has moved on."""

    stay_id: UUID
    version: int
    back_to: UUID | None = None


def _take_back(done: Placed) -> Inverse:
    return Inverse(take_back_placement, TakeBack(done.stay_id, done.version, done.moved_from))


PLACING_TOPICS = (Topic.BEDS, Topic.ARRIVALS, Topic.TASKS, Topic.ALARMS)


@act(Right.PLACE_CLIENT, *PLACING_TOPICS, undo=_take_back)
def place_client(session: Session, context: Context, command: PlaceClient) -> Placed:
    """Put a person in a free bed.

    Raises:
        Refused: with every reason the rules have against it.
    """
    context.record(command.person_id, bed=command.bed_id.hex)
    person = present(session, command.person_id)
    return lie_down(session, context, person, command.bed_id, why=command.why)


@act(Right.PLACE_CLIENT, *PLACING_TOPICS, undo=_take_back)
def move_client(session: Session, context: Context, command: PlaceClient) -> Placed:
    """Move a person to another bed in one act; the old stay ends first.

    Raises:
        Refused: with every reason the rules have against it; she stays where she is.
    """
    context.record(command.person_id, bed=command.bed_id.hex)
    person = present(session, command.person_id)
    left = stay_now(session, person.id)
    if left is not None and left.bed_id == command.bed_id:
        raise Refused(Reason.ALREADY_THERE)
    if left is not None:
        end_stay(session, left, context, StayEnd.MOVED)
        session.flush()
    came_from = left.bed_id if left else None
    return lie_down(session, context, person, command.bed_id, came_from, command.why)


@act(Right.PLACE_CLIENT, *PLACING_TOPICS)
def take_back_placement(session: Session, context: Context, command: TakeBack) -> UUID:
    """Undo a placement or a move, audited as an act of its own.

    Raises:
        Refused: the stay has changed since, or the bed she came from is no longer legal.
    """
    stay = session.get_one(Stay, command.stay_id)
    context.record(stay.person_id, bed=stay.bed_id.hex)
    if stay.version != command.version or stay.ends_at is not None:
        raise Refused(Reason.MOVED_ON)
    end_stay(session, stay, context, StayEnd.UNDONE)
    session.flush()
    if command.back_to is not None:
        person = present(session, stay.person_id)
        lie_down(session, context, person, command.back_to, undoing=True)
    else:
        reopen_bed_task(session, stay.person_id)
    settle_alarms(session, context)
    return stay.person_id


def present(session: Session, person_id: UUID) -> Person:
    """Return a person who is here.

    Raises:
        Refused: she has left, or was never registered.
    """
    person = session.get(Person, person_id)
    here = session.execute(
        select(Arrival.id).where(Arrival.person_id == person_id, PRESENT)
    ).first()
    if person is None or here is None:
        raise Refused(Reason.PERSON_LEFT)
    return person


def stay_now(session: Session, person_id: UUID) -> Stay | None:
    """Return the open stay of a person, or None."""
    return session.execute(
        select(Stay).where(Stay.person_id == person_id, facts.ASLEEP)
    ).scalar_one_or_none()


def end_stay(session: Session, stay: Stay, context: Context, reason: StayEnd) -> None:
    """End a stay now, or when it began if the PC clock went back meanwhile.

    A signature for it ends with it.
    """
    stay.ends_at = max(context.now, stay.starts_at)
    stay.ended_by = context.actor.account_id
    stay.end_reason = reason
    end_permit(session, context, stay)


def lie_down(
    session: Session,
    context: Context,
    person: Person,
    bed_id: UUID,
    left: UUID | None = None,
    why: str = "",
    *,
    undoing: bool = False,
) -> Placed:
    """Begin a stay inside the running act and settle the task of finding a bed.

    Args:
        session: the act's transaction.
        context: who acts and when.
        person: who lies down.
        bed_id: where.
        left: the bed she has just left in the same act, for the undo.
        why: the typed reason of whoever signs; empty when nothing has to be signed.
        undoing: she lies down where she lay before; what was signed then needs no signature.

    Raises:
        Refused: with every reason the rules have against it, or the signature cannot be
            (``why``).
    """
    bed = session.get(Bed, bed_id)
    if bed is None:
        raise Refused(Reason.BED_UNKNOWN)
    room = session.get_one(Room, bed.room_id)
    moment = _not_before(session, context, person, room)
    decision = _judged(session, context, person, bed, context.zone.today(moment))
    if decision.verdict is Verdict.FORBIDDEN or (decision.reasons and not (why or undoing)):
        raise Refused(*decision.reasons)
    stay = Stay(
        id=new_id(),
        origin_id=context.origin_id,
        person_id=person.id,
        bed_id=bed_id,
        starts_at=moment,
        placed_by=context.actor.account_id,
        seq=next_event(session),
    )
    if context.actor.role is Role.CARETAKER:
        stay.received_at, stay.received_by = context.now, context.actor.account_id
    session.add(stay)
    session.flush()
    if decision.reasons and not undoing:
        sign(session, context, stay, decision.reasons, why)
    take_hold(session, context, bed_id)
    for task in _bed_tasks(session, person.id):
        if task.settled_at is None:
            task.settled_at = context.now
            task.settled_by = context.actor.account_id
    settle_alarms(session, context)
    return Placed(stay.id, stay.version, person.id, room.name, bed.label, left)


def _judged(session: Session, context: Context, person: Person, bed: Bed, day: date) -> Decision:
    """Return what the rules say, on the day the stay begins and on the act's own day."""
    about = known(session)
    guest = facts.guest(session, person, day, about)
    kin = facts.kin(session, context.now)
    found: list[Reason] = []
    for judged in {day, context.today}:
        (around,) = facts.rooms(session, judged, context.now, about, bed.room_id)
        wanted = next(each for each in around.beds if each.bed_id == bed.id)
        found += why_not(guest, wanted, around, judged, kin).reasons
    return Decision(tuple(dict.fromkeys(found)))


def _not_before(session: Session, context: Context, person: Person, room: Room) -> datetime:
    """Return the act's instant, or a later one already recorded of this person or room.

    After a PC clock went back, a stay must not seem older than the one it follows, and
    nobody may seem younger than she was (domain §7.21).
    """
    began, ended = session.execute(
        select(func.max(Stay.starts_at), func.max(Stay.ends_at))
        .join(Bed, Bed.id == Stay.bed_id)
        .where((Stay.person_id == person.id) | (Bed.room_id == room.id))
    ).one()
    instants: list[datetime | None] = [context.now, began, ended]
    return max(instant for instant in instants if instant is not None)


def _bed_tasks(session: Session, person_id: UUID) -> list[Task]:
    return list(
        session.execute(
            select(Task)
            .join(Arrival, Arrival.id == Task.arrival_id)
            .where(Arrival.person_id == person_id, Task.kind == FollowUpKind.BED)
        ).scalars()
    )


def reopen_bed_task(session: Session, person_id: UUID) -> None:
    """Say again that a person needs a bed."""
    for task in _bed_tasks(session, person_id):
        task.settled_at = None
        task.settled_by = None
