# SPDX-License-Identifier: Apache-2.0
"""Out of the house for a time with her bed kept, and who is out now.

She comes back through ``end_absence``. Who left without a plan keeps her bed for 24 hours
(domain §7.16).
"""

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.errors import Refused
from app.models.arrivals.arrival import Arrival
from app.models.dormitory.absences import Absence
from app.models.dormitory.rooms import Bed, Room
from app.models.dormitory.stays import Stay
from app.models.people.person import Person
from app.policies.access import Right
from app.policies.arrivals.night import ABSENT_ALARM
from app.policies.arrivals.queue import waiting_minutes
from app.policies.dormitory.away.whereabouts import AbsenceKind, ChildCare
from app.policies.dormitory.beds.holds import KEPT_FOR_THE_MISSING
from app.policies.reasons import Reason
from app.policies.sight import InfoClass, Sight, sight
from app.services.acts import Context, Inverse, act, query
from app.services.dormitory.away.absences import (
    NoteAbsence,
    NotedAbsence,
    TakeBackAbsence,
    note_absence,
    take_back_absence,
)
from app.services.dormitory.away.whereabouts import present
from app.services.dormitory.facts.read import ASLEEP
from app.services.people.companions import children_with
from app.services.topics import Topic


@dataclass(frozen=True, slots=True)
class SendOut:
    """Where she goes, with whom, and when she should be back (UTC).

    Nobody goes with, and nobody knows when to expect, whoever left without a plan
    (``MISSING``): escort and time are not kept then. ``child_care`` says who looks after her
    children; ``carer_id`` names a relative.
    """

    person_id: UUID
    kind: AbsenceKind
    escort: str = ""
    due_back: datetime | None = None
    note: str = ""
    child_care: ChildCare | None = None
    carer_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class TakeBackSending:
    """A sending out and those of the children who went along."""

    absences: tuple[TakeBackAbsence, ...]


@dataclass(frozen=True, slots=True)
class AwayLine:
    """One person who is out; ``kept_until`` is the hour up to which her bed must be kept.

    Without it the bed is kept until she is back. ``carer`` is the number of the relative who
    looks after her children.
    """

    person_id: UUID
    arrival_id: UUID
    name: str
    number: str
    kind: AbsenceKind
    since: datetime
    minutes: int
    escort: str
    due_back: datetime | None
    overdue: bool
    place: str
    kept_until: datetime | None
    note: str
    may_release: bool
    child_care: ChildCare | None
    carer: str


def _take_back(done: NotedAbsence) -> Inverse | None:
    if not done.fresh:
        return None
    noted = (*done.along, done)
    back = tuple(TakeBackAbsence(each.absence_id, each.version, each.before) for each in noted)
    return Inverse(take_back_sending, TakeBackSending(back))


@act(Right.SEND_OUT, Topic.WHEREABOUTS, Topic.BEDS, undo=_take_back)
def send_out(session: Session, context: Context, command: SendOut) -> NotedAbsence:
    """Note that somebody goes out; the same way out once more adds what is new.

    Raises:
        Refused: she is no longer registered here, she should have been back already
            (``due_back``), nobody looks after a child of hers who stays (``child_care``), or a
            text is too long (``escort``, ``note``).
    """
    planned = command.kind is not AbsenceKind.MISSING
    noted = NoteAbsence(
        command.person_id,
        command.kind,
        command.note,
        command.escort if planned else "",
        command.due_back if planned else None,
    )
    children = children_with(session, context, command.person_id) if planned else ()
    if children and command.child_care is None:
        raise Refused(Reason.CHILD_CARE_MISSING, field="child_care")
    along = tuple(
        note_absence.perform(session, context, replace(noted, person_id=child))
        for child in children
        if command.child_care is ChildCare.ALONG
    )
    done: NotedAbsence = note_absence.perform(session, context, noted)
    if children:
        absence = session.get_one(Absence, done.absence_id)
        relative = command.child_care is ChildCare.RELATIVE
        if relative and command.carer_id is None:
            raise Refused(Reason.CHILD_CARE_MISSING, field="child_care")
        absence.child_care = command.child_care
        absence.carer_id = command.carer_id if relative else None
        session.flush()
        done = replace(done, version=absence.version)
    return replace(done, along=along)


@act(Right.SEND_OUT, Topic.WHEREABOUTS, Topic.BEDS)
def take_back_sending(session: Session, context: Context, command: TakeBackSending) -> UUID:
    """Undo a sending out; where she and those who went along were before counts again.

    Raises:
        Refused: one of them has ended or changed since.
    """
    people = [take_back_absence.perform(session, context, absence) for absence in command.absences]
    return people[-1]


@query(Right.READ_ROOMS)
def away(session: Session, context: Context, _question: None) -> tuple[AwayLine, ...]:
    """Return who is out of the house: overdue first, then by the hour she is expected.

    A post that does not see people gets nobody.
    """
    if sight(context.actor.role, InfoClass.PRESENCE) is not Sight.FULL:
        return ()
    people = present(session)
    places: dict[UUID, str] = {
        person_id: f"{room}-{bed}"
        for person_id, room, bed in session.execute(
            select(Stay.person_id, Room.name, Bed.label)
            .join(Bed, Bed.id == Stay.bed_id)
            .join(Room, Room.id == Bed.room_id)
            .where(ASLEEP)
        )
    }
    lines = [
        _line(
            context,
            people[absence.person_id],
            absence,
            places.get(absence.person_id, ""),
            people[absence.carer_id][1].number if absence.carer_id in people else "",
        )
        for absence in session.execute(
            select(Absence).where(Absence.ends_at.is_(None)).order_by(Absence.seq)
        ).scalars()
        if absence.person_id in people
    ]
    return tuple(sorted(lines, key=_order))


def kept_until(absence: Absence) -> datetime | None:
    """Return when the bed of somebody who left without a plan may be given away."""
    if absence.kind is not AbsenceKind.MISSING:
        return None
    return absence.starts_at + KEPT_FOR_THE_MISSING


def _line(
    context: Context,
    found: tuple[Person, Arrival],
    absence: Absence,
    place: str,
    carer: str,
) -> AwayLine:
    person, arrival = found
    missing = absence.kind is AbsenceKind.MISSING
    late = absence.due_back is not None and absence.due_back <= context.now
    long_gone = missing and context.now - absence.starts_at >= ABSENT_ALARM
    until = kept_until(absence) if place else None
    return AwayLine(
        person.id,
        arrival.id,
        person.called_name or "",
        arrival.number,
        absence.kind,
        absence.starts_at,
        waiting_minutes(absence.starts_at, context.now),
        absence.escort,
        absence.due_back,
        late or long_gone,
        place,
        until,
        absence.note,
        until is not None and until <= context.now,
        absence.child_care,
        carer,
    )


def _order(line: AwayLine) -> tuple[bool, bool, datetime]:
    return not line.overdue, line.due_back is None, line.due_back or line.since
