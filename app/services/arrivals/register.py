# SPDX-License-Identifier: Apache-2.0
"""Registering one arrival at the desk (paper: "also at night, immediately")."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import func, insert, select
from sqlalchemy.orm import Session

from app.errors import Refused
from app.models.arrivals.arrival import Arrival
from app.models.arrivals.task import Task
from app.models.base import new_id
from app.models.dormitory.stays import Stay, StayEnd
from app.models.people.person import Person
from app.policies.access import Right
from app.policies.arrivals.follow_ups import follow_ups
from app.policies.arrivals.registration import ArrivalForm, problems
from app.policies.arrivals.shifts import clock_jumped_back
from app.policies.people.age import TreatedAs
from app.policies.people.names import clean_name
from app.policies.reasons import Reason
from app.services.acts import Context, Inverse, act
from app.services.arrivals.drafts import adopt_draft
from app.services.arrivals.forms import judgement_of, write_arrival, write_person
from app.services.arrivals.shifts import open_shift
from app.services.numbers import next_event, registration_number
from app.services.people.returning import note_possible_return
from app.services.people.thresholds import thresholds_now
from app.services.topics import Topic

_EARLIEST_ENTRY = timedelta(days=2)


@dataclass(frozen=True, slots=True)
class RegisterArrival:
    """A filled form; ``arrived_at`` is when she stood at the door, if not now.

    ``paper_number`` is the number of the paper sheet it is copied from, ``tie`` the letter
    of those in the group who ask to stay together.
    """

    form: ArrivalForm
    arrived_at: datetime | None = None
    draft_id: UUID | None = None
    group_id: UUID | None = None
    tie: str = ""
    paper_number: str = ""


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
        Refused: nothing at all is filled, or one field cannot be read; ``field`` says
            which. Nothing is saved and the form stays as it is.
    """
    for field, reason in problems(command.form, context.today).items():
        raise Refused(reason, field=field)
    judgement = judgement_of(command.form, context.today, thresholds_now(session))
    shift = open_shift(session)
    number = registration_number(session, context.today)
    person = Person(id=new_id(), origin_id=context.origin_id)
    write_person(person, command.form, judgement)
    session.add(person)
    session.flush()
    last_seen = session.execute(select(func.max(Arrival.registered_at))).scalar_one_or_none()
    arrival = Arrival(
        id=new_id(),
        origin_id=context.origin_id,
        number=number,
        person_id=person.id,
        shift_id=shift.id if shift else None,
        group_id=command.group_id,
        tie=command.tie,
        paper_number=_paper_number(session, command.paper_number),
        arrived_at=_door_time(command.arrived_at, context.now),
        registered_at=context.now,
        registered_by=context.actor.account_id,
        seq=next_event(session),
        clock_doubtful=last_seen is not None and clock_jumped_back(last_seen, context.now),
    )
    write_arrival(session, arrival, command.form)
    session.add(arrival)
    session.flush()
    returning = note_possible_return(session, context, person)
    session.execute(
        insert(Task),
        [
            {
                "id": new_id(),
                "origin_id": context.origin_id,
                "arrival_id": arrival.id,
                "kind": task.kind,
                "owner": task.owner,
                "due_at": task.due_at,
            }
            for task in follow_ups(command.form, judgement, context.now, returning=returning)
        ],
    )
    adopt_draft(session, command.draft_id)
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
    tasks = session.execute(
        select(Task).where(Task.arrival_id == arrival.id, Task.settled_at.is_(None))
    ).scalars()
    for task in tasks:
        task.settled_at = context.now
        task.settled_by = context.actor.account_id
    return arrival.number


def _paper_number(session: Session, typed: str) -> str | None:
    number = clean_name(typed).upper()
    if not number:
        return None
    if session.execute(select(Arrival.id).where(Arrival.paper_number == number)).first():
        raise Refused(Reason.PAPER_NUMBER_USED, field="paper_number")
    return number


def _door_time(stated: datetime | None, now: datetime) -> datetime:
    if stated is None or stated > now or stated < now - _EARLIEST_ENTRY:
        return now
    return stated
