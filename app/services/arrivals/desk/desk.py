# SPDX-License-Identifier: Apache-2.0
"""The duty desk's queue, tasks and one arrival's answers, as frozen rows."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.errors import Refused
from app.models.arrivals.arrival import PRESENT, Arrival
from app.models.arrivals.task import Task
from app.models.dormitory.absences import Absence
from app.models.dormitory.rooms import Bed, Room
from app.models.dormitory.stays import Stay
from app.models.people.person import Person
from app.policies.access import Right, Role
from app.policies.arrivals.follow_ups import FollowUpKind
from app.policies.arrivals.queue import (
    NextStep,
    Waiting,
    next_step,
    queue_order,
    waiting_minutes,
)
from app.policies.dormitory.away.whereabouts import AbsenceKind
from app.policies.people.age import TreatedAs
from app.policies.reasons import Reason
from app.services.acts import Context, act, query
from app.services.arrivals.shift.shifts import open_shift
from app.services.dormitory.facts.read import ASLEEP, OUT
from app.services.dormitory.facts.room_list import is_presumed
from app.services.topics import Topic

_TONIGHT = timedelta(hours=16)
_CAN_WAIT = (Task.kind == FollowUpKind.BED) & Arrival.person_id.in_(OUT)


@dataclass(frozen=True, slots=True)
class QueueLine:
    """One arrival of this watch with its next step; who is ``away`` waits for no bed tonight."""

    arrival_id: UUID
    person_id: UUID
    version: int
    number: str
    name: str
    arrived_at: datetime
    minutes: int
    urgent: bool
    treated_as: TreatedAs
    presumed: bool
    place: str
    next_step: NextStep
    open_tasks: int
    clock_doubtful: bool
    away: AbsenceKind | None


@dataclass(frozen=True, slots=True)
class TaskLine:
    """A missing fact or an open duty, with owner and time."""

    task_id: UUID
    version: int
    arrival_id: UUID
    person_id: UUID
    number: str
    name: str
    kind: FollowUpKind
    owner: Role
    due_at: datetime
    overdue: bool


@query(Right.READ_ARRIVALS)
def queue_tonight(session: Session, context: Context, _question: None) -> tuple[QueueLine, ...]:
    """Return arrivals of the open watch and everyone still without a bed, in order.

    Who is away without a bed stands after those who wait.
    """
    shift = open_shift(session)
    recent = context.now - _TONIGHT
    places, out = _places(session), _out(session)
    tasks = _open_tasks(session)
    lines = []
    rows = session.execute(
        select(Arrival, Person)
        .join(Person, Person.id == Arrival.person_id)
        .where(PRESENT)
        .order_by(Arrival.seq)
    )
    for arrival, person in rows:
        place = places.get(person.id, "")
        here_before = arrival.seq < shift.seq if shift else arrival.registered_at < recent
        if place and here_before:
            continue
        waiting = Waiting(
            urgent=bool(arrival.injured or arrival.pregnant or arrival.ill),
            treated_as=person.treated_as,
            arrived_at=arrival.arrived_at,
            has_bed=bool(place),
            away=person.id in out,
        )
        kinds = tasks.get(arrival.id, ())
        lines.append(
            (
                queue_order(waiting),
                QueueLine(
                    arrival_id=arrival.id,
                    person_id=person.id,
                    version=arrival.version,
                    number=arrival.number,
                    name=person.called_name or "",
                    arrived_at=arrival.arrived_at,
                    minutes=waiting_minutes(arrival.arrived_at, context.now),
                    urgent=waiting.urgent,
                    treated_as=person.treated_as,
                    presumed=is_presumed(person),
                    place=place,
                    next_step=next_step(waiting, frozenset(kinds)),
                    open_tasks=len(kinds),
                    clock_doubtful=arrival.clock_doubtful,
                    away=out.get(person.id),
                ),
            )
        )
    return tuple(line for _, line in sorted(lines, key=lambda pair: pair[0]))


@query(Right.READ_ARRIVALS)
def tasks_open(session: Session, context: Context, _question: None) -> tuple[TaskLine, ...]:
    """Return all open tasks, the most urgent first.

    A bed for somebody who is out of the house waits until she is back.
    """
    rows = session.execute(
        select(Task, Arrival, Person)
        .join(Arrival, Arrival.id == Task.arrival_id)
        .join(Person, Person.id == Arrival.person_id)
        .where(Task.settled_at.is_(None), PRESENT, ~_CAN_WAIT)
        .order_by(Task.due_at, Arrival.seq, Task.kind)
    )
    return tuple(
        TaskLine(
            task.id,
            task.version,
            arrival.id,
            person.id,
            arrival.number,
            person.called_name or "",
            task.kind,
            task.owner,
            task.due_at,
            task.due_at < context.now,
        )
        for task, arrival, person in rows
    )


@dataclass(frozen=True, slots=True)
class SettleTask:
    """Tick a task off as the screen showed it."""

    task_id: UUID
    version: int


@act(Right.SETTLE_TASK, Topic.TASKS, Topic.ARRIVALS)
def settle_task(session: Session, context: Context, command: SettleTask) -> None:
    """Mark a task as done by this officer.

    Raises:
        Refused: somebody settled or changed it meanwhile.
    """
    task = session.get_one(Task, command.task_id)
    context.record(task.arrival_id, task=task.kind)
    if task.version != command.version:
        raise Refused(Reason.STALE)
    task.settled_at = context.now
    task.settled_by = context.actor.account_id


def _places(session: Session) -> dict[UUID, str]:
    rows = session.execute(
        select(Stay.person_id, Room.name, Bed.label)
        .join(Bed, Bed.id == Stay.bed_id)
        .join(Room, Room.id == Bed.room_id)
        .where(ASLEEP)
    )
    return {person_id: f"{room}-{bed}" for person_id, room, bed in rows}


def _out(session: Session) -> dict[UUID, AbsenceKind]:
    rows = session.execute(
        select(Absence.person_id, Absence.kind).where(
            Absence.ends_at.is_(None), Absence.person_id.in_(OUT)
        )
    )
    return dict(rows.all())


def _open_tasks(session: Session) -> dict[UUID, list[FollowUpKind]]:
    found: dict[UUID, list[FollowUpKind]] = {}
    for arrival_id, kind in session.execute(
        select(Task.arrival_id, Task.kind)
        .join(Arrival, Arrival.id == Task.arrival_id)
        .where(Task.settled_at.is_(None), ~_CAN_WAIT)
    ):
        found.setdefault(arrival_id, []).append(kind)
    return found
