# SPDX-License-Identifier: Apache-2.0
"""Placing, moving and taking a placement back; the two hard rules decide."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Label, bindparam, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session, aliased

from app.db.rows import insert_now, run
from app.errors import Refused
from app.models.arrivals.arrival import PRESENT, Arrival
from app.models.base import new_id
from app.models.dormitory.rooms import Bed, Room
from app.models.dormitory.stays import Stay, StayEnd
from app.models.people.person import Person
from app.policies.access import Right
from app.policies.dormitory.beds.facts import Occupant
from app.policies.dormitory.beds.kin import NO_KIN
from app.policies.dormitory.beds.rooming import why_not
from app.policies.dormitory.beds.secrecy import signable
from app.policies.reasons import Decision, Reason, Verdict
from app.services.acts import Context, Inverse, act
from app.services.dormitory.beds.bed_task import reopen_bed_task, settle_bed_task
from app.services.dormitory.beds.receive import placed_by_receiver
from app.services.dormitory.beds.signing import (
    end_permit,
    give_back_hold,
    renew_permit,
    sign,
    stay_before,
    take_hold,
)
from app.services.dormitory.facts import read
from app.services.dormitory.facts.known import known
from app.services.dormitory.night.alarms import settle_alarms
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
    return lie_down(session, context, command.person_id, command.bed_id, why=command.why)


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
    done = lie_down(session, context, person.id, command.bed_id, came_from, command.why)
    settle_alarms(session, context)
    return done


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
        lie_down(session, context, stay.person_id, command.back_to, undoing=True)
    else:
        reopen_bed_task(session, stay.person_id)
    settle_alarms(session, context)
    return stay.person_id


_PRESENT = select(Arrival.id).where(Arrival.person_id == bindparam("person"), PRESENT)


def present(session: Session, person_id: UUID) -> Person:
    """Return a person who is here.

    Raises:
        Refused: she has left, or was never registered.
    """
    person = session.get(Person, person_id)
    here = run(session, _PRESENT, person=person_id).first()
    if person is None or here is None:
        raise Refused(Reason.PERSON_LEFT)
    return person


def stay_now(session: Session, person_id: UUID) -> Stay | None:
    """Return the open stay of a person, or None."""
    return session.execute(
        select(Stay).where(Stay.person_id == person_id, read.ASLEEP)
    ).scalar_one_or_none()


def end_stay(session: Session, stay: Stay, context: Context, reason: StayEnd) -> None:
    """End a stay now, or when it began if the PC clock went back meanwhile.

    A signature for it ends with it. If it is undone, a bed that was kept is kept again.
    """
    stay.ends_at = max(context.now, stay.starts_at)
    stay.ended_by = context.actor.account_id
    stay.end_reason = reason
    end_permit(session, context, stay)
    if reason is StayEnd.UNDONE:
        give_back_hold(session, context, stay)


def lie_down(
    session: Session,
    context: Context,
    person_id: UUID,
    bed_id: UUID,
    left: UUID | None = None,
    why: str = "",
    *,
    undoing: bool = False,
    beside: Occupant | None = None,
) -> Placed:
    """Begin a stay inside the running act and settle the task of finding a bed.

    No alarm ends by it: whoever ends a stay in the same act calls ``settle_alarms``.

    Args:
        session: the act's transaction.
        context: who acts and when.
        person_id: who lies down.
        bed_id: where.
        left: the bed she has just left in the same act, for the undo.
        why: the typed reason of whoever signs; empty when nothing has to be signed.
        undoing: she lies down where she lay before, unless the bed is kept for somebody now;
            what was signed then holds again, and whoever had received her there has.
        beside: somebody who lies down in the same room later in the same act.

    Raises:
        Refused: with every reason the rules have against it, or the signature cannot be
            (``why``).
    """
    bed = run(session, _BED, bed=bed_id, person=person_id).one_or_none()
    if bed is None:
        raise Refused(Reason.BED_UNKNOWN)
    moment = _not_before(context, bed.began, bed.ended)
    day = context.zone.today(moment)
    judged = _judged(session, context, person_id, bed_id, bed.room_id, day, beside)
    decision = judged.decision
    excused = why or (undoing and Reason.BED_RESERVED not in decision.reasons)
    if decision.verdict is Verdict.FORBIDDEN or (decision.reasons and not excused):
        offered = not why and signable(context.actor.role, decision.reasons)
        raise Refused(*decision.reasons, signable=offered)
    before = stay_before(session, person_id, bed_id) if undoing else None
    receiver = before.received_by if before else placed_by_receiver(session, context, bed.wing_id)
    stay = Stay(
        id=new_id(),
        origin_id=context.origin_id,
        version=1,
        person_id=person_id,
        bed_id=bed_id,
        starts_at=moment,
        placed_by=context.actor.account_id,
        received_at=moment if receiver else None,
        received_by=receiver,
        seq=next_event(session),
    )
    session.flush()
    insert_now(session, stay)
    if before is not None:
        renew_permit(session, context, stay, before)
    elif decision.reasons:
        sign(session, context, stay, decision.reasons, why)
    if judged.reserved:
        take_hold(session, context, bed_id)
    settle_bed_task(session, context, person_id)
    return Placed(stay.id, stay.version, person_id, bed.name, bed.label, left)


_BESIDE = aliased(Bed)
_NEAR = select(_BESIDE.id).where(_BESIDE.room_id == Bed.room_id).correlate(Bed)
_OF_BOTH = (Stay.person_id == bindparam("person")) | Stay.bed_id.in_(_NEAR)


def _latest(instant: InstrumentedAttribute[Any], name: str) -> Label[Any]:
    newest = select(func.max(instant)).where(_OF_BOTH).correlate(Bed)
    return newest.scalar_subquery().label(name)


_BED = (
    select(
        Bed.room_id,
        Bed.label,
        Room.name,
        Room.wing_id,
        _latest(Stay.starts_at, "began"),
        _latest(Stay.ends_at, "ended"),
    )
    .join(Room, Room.id == Bed.room_id)
    .where(Bed.id == bindparam("bed"))
)


@dataclass(frozen=True, slots=True)
class _Judged:
    decision: Decision
    reserved: bool


def _judged(
    session: Session,
    context: Context,
    person_id: UUID,
    bed_id: UUID,
    room_id: UUID,
    day: date,
    beside: Occupant | None,
) -> _Judged:
    """Return what the rules say, on the day the stay begins and on the act's own day."""
    about = known(session)
    guest = read.here(session, person_id, day, about)
    if guest is None:
        raise Refused(Reason.PERSON_LEFT)
    found: list[Reason] = []
    reserved = False
    for judged in {day, context.today}:
        (around,) = read.rooms(session, judged, context.now, about, room_id)
        if beside is not None:
            around = replace(around, occupants=(*around.occupants, beside))
        kin = read.kin(session, context.now) if around.occupants else NO_KIN
        wanted = next(each for each in around.beds if each.bed_id == bed_id)
        found += why_not(guest, wanted, around, judged, kin).reasons
        reserved = reserved or wanted.reserved is not None
    return _Judged(Decision(tuple(dict.fromkeys(found))), reserved)


def _not_before(context: Context, *recorded: datetime | None) -> datetime:
    """Return the act's instant, or a later one already recorded of this person or room.

    After a PC clock went back, a stay must not seem older than the one it follows, and
    nobody may seem younger than she was (domain §7.21).
    """
    return max([context.now, *(instant for instant in recorded if instant is not None)])
