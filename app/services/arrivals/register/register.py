# SPDX-License-Identifier: Apache-2.0
"""Registering one arrival at the desk (paper: "also at night, immediately")."""

from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.db.rows import insert_now
from app.errors import Refused
from app.models.arrivals.arrival import Arrival
from app.models.arrivals.task import Task
from app.models.base import new_id
from app.models.dormitory.stays import Stay, StayEnd
from app.models.people.person import Person
from app.policies.access import Right
from app.policies.arrivals.follow_ups import follow_ups
from app.policies.arrivals.moments import read_moment
from app.policies.arrivals.registration import ArrivalForm, problems
from app.policies.arrivals.shifts import clock_jumped_back
from app.policies.people.age import TreatedAs
from app.policies.people.names import TextProblem, clean_name
from app.policies.reasons import Reason
from app.services.acts import Context, Inverse, act
from app.services.arrivals.register.drafts import adopt_draft
from app.services.arrivals.register.follow_ups import leave_tasks
from app.services.arrivals.register.forms import (
    judgement_of,
    write_age,
    write_arrival,
    write_person,
)
from app.services.arrivals.shift.log import EARLIEST, moment_of
from app.services.arrivals.shift.shifts import open_shift_id
from app.services.numbers import next_event, registration_number
from app.services.people.ages import judge_anew, put_beside, write_judged
from app.services.people.returning import note_possible_return
from app.services.people.thresholds import thresholds_now
from app.services.topics import Topic

_LAST_SEEN = select(func.max(Arrival.registered_at))


@dataclass(frozen=True, slots=True)
class RegisterArrival:
    """A filled form; ``arrived_at`` is when she stood at the door.

    Without it the form's own text says when, and an empty text means now. ``paper_number``
    is the number of the paper sheet it is copied from, if the form does not hold it.
    """

    form: ArrivalForm
    arrived_at: datetime | None = None
    draft_id: UUID | None = None
    paper_number: str = ""


@dataclass(frozen=True, slots=True)
class InGroup:
    """The group somebody came with; ``tie`` is the letter of those who ask to stay together."""

    group_id: UUID
    tie: str = ""


@dataclass(frozen=True, slots=True)
class Registered:
    """What the desk sees after saving."""

    arrival_id: UUID
    person_id: UUID
    number: str
    version: int
    treated_as: TreatedAs
    presumed: bool
    clock_doubtful: bool


@dataclass(frozen=True, slots=True)
class WithdrawArrival:
    """Take a registration back, as long as nothing has moved on since."""

    arrival_id: UUID
    version: int


def _withdrawal(done: Registered) -> Inverse:
    return Inverse(withdraw_arrival, WithdrawArrival(done.arrival_id, done.version))


@act(
    Right.REGISTER_ARRIVAL,
    Topic.ARRIVALS,
    Topic.PEOPLE,
    Topic.TASKS,
    Topic.BEDS,
    undo=_withdrawal,
)
def register_arrival(session: Session, context: Context, command: RegisterArrival) -> Registered:
    """Save an arrival with whatever is known; every missing fact becomes a task.

    Raises:
        Refused: nothing at all is filled, one field cannot be read, the paper sheet was
            entered before (``paper_number``), or she arrived in the future or more than
            two days ago (``arrived``); ``field`` says which. Nothing is saved and the
            form stays as it is.
    """
    readable(command.form, context)
    arrived_at = _arrived_at(context, command)
    paper_number = _paper_number(session, command.paper_number or command.form.paper_number)
    done = enter(session, context, command.form, arrived_at, paper_number=paper_number)
    adopt_draft(session, command.draft_id)
    return done


def readable(form: ArrivalForm, context: Context) -> None:
    """Raise ``Refused`` for the first field that cannot be kept; ``field`` names it."""
    for field, reason in problems(form, context.today).items():
        raise Refused(reason, field=field)


def enter(
    session: Session,
    context: Context,
    form: ArrivalForm,
    arrived_at: datetime,
    *,
    paper_number: str | None = None,
    group: InGroup | None = None,
) -> Registered:
    """Write the rows of one arrival whose form can be read and whose time is accepted."""
    connection = session.connection()
    judgement = judgement_of(form, context.today, thresholds_now(session))
    number = registration_number(session, context.today)
    person = Person(id=new_id(), origin_id=context.origin_id, version=1)
    write_person(person, form)
    write_age(person, form, judgement, context.today)
    write_judged(person, judgement)
    last_seen = connection.execute(_LAST_SEEN).scalar_one_or_none()
    arrival = Arrival(
        id=new_id(),
        origin_id=context.origin_id,
        version=1,
        number=number,
        person_id=person.id,
        shift_id=open_shift_id(session),
        group_id=group.group_id if group else None,
        tie=group.tie if group else "",
        paper_number=paper_number,
        arrived_at=arrived_at,
        registered_at=context.now,
        registered_by=context.actor.account_id,
        seq=next_event(session),
        clock_doubtful=last_seen is not None and clock_jumped_back(last_seen, context.now),
    )
    write_arrival(session, arrival, form)
    insert_now(session, person)
    insert_now(session, arrival)
    put_beside(session, context, person.id, form.age_text, judgement)
    likely = note_possible_return(session, context, person, arrival.id)
    if likely:
        judgement = judge_anew(session, context, session.get_one(Person, person.id))
    told = follow_ups(form, judgement, context.now, returning=likely)
    leave_tasks(session, context, arrival.id, told)
    context.record(arrival.id, number=number, treated_as=judgement.treated_as)
    return Registered(
        arrival.id,
        person.id,
        number,
        arrival.version,
        judgement.treated_as,
        judgement.presumed,
        arrival.clock_doubtful,
    )


@act(Right.REGISTER_ARRIVAL, Topic.ARRIVALS, Topic.PEOPLE, Topic.TASKS, Topic.BEDS)
def withdraw_arrival(session: Session, context: Context, command: WithdrawArrival) -> str:
    """Take a registration back; its number stays used and says so.

    The paper sheet is free to be entered again, which is what an undo is mostly for.

    Raises:
        Refused: somebody worked on it since, or she already has a bed.
    """
    arrival = session.get_one(Arrival, command.arrival_id)
    context.record(arrival.id, number=arrival.number)
    if arrival.withdrawn_at is not None or arrival.version != command.version:
        raise Refused(Reason.MOVED_ON)
    lived = session.execute(
        select(Stay.id).where(
            Stay.person_id == arrival.person_id,
            (Stay.end_reason.is_(None)) | (Stay.end_reason != StayEnd.UNDONE),
        )
    ).first()
    if lived is not None:
        raise Refused(Reason.MOVED_ON)
    arrival.withdrawn_at = context.now
    arrival.paper_number = None
    tasks = session.execute(
        select(Task).where(Task.arrival_id == arrival.id, Task.settled_at.is_(None))
    ).scalars()
    for task in tasks:
        task.settled_at = context.now
        task.settled_by = context.actor.account_id
    return arrival.number


def door_time(stated: datetime | None, now: datetime) -> datetime:
    """Return when somebody stood at the door; now, if nothing else is said.

    Raises:
        Refused: in the future, or more than two days ago (``arrived``).
    """
    if stated is not None and stated < now - EARLIEST:
        raise Refused(Reason.ARRIVED_TOO_LONG_AGO, field="arrived")
    return moment_of(stated, now, "arrived")


def _paper_number(session: Session, typed: str) -> str | None:
    try:
        number = clean_name(typed).upper()
    except TextProblem:
        raise Refused(Reason.TEXT_TOO_LONG, field="paper_number") from None
    if not number:
        return None
    if session.execute(select(Arrival.id).where(Arrival.paper_number == number)).first():
        raise Refused(Reason.PAPER_NUMBER_USED, field="paper_number")
    return number


def _arrived_at(context: Context, command: RegisterArrival) -> datetime:
    stated = command.arrived_at
    if stated is None:
        try:
            read = read_moment(command.form.arrived_text, context.zone.local(context.now))
        except TextProblem as problem:
            raise Refused(problem.reason, field="arrived") from None
        stated = read.astimezone(UTC) if read is not None else None
    return door_time(stated, context.now)
