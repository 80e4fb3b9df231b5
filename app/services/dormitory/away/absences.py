# SPDX-License-Identifier: Apache-2.0
"""Who is away, noted and ended; a bed is kept for her meanwhile."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.errors import Refused
from app.models.base import new_id
from app.models.dormitory.absences import Absence
from app.policies.access import Right
from app.policies.dormitory.away.whereabouts import AbsenceKind
from app.policies.people.names import TextProblem, clean_name, clean_note
from app.policies.reasons import Reason
from app.services.acts import Context, Inverse, act
from app.services.dormitory.away.whereabouts import here
from app.services.numbers import next_event
from app.services.topics import Topic


@dataclass(frozen=True, slots=True)
class NoteAbsence:
    """Somebody is elsewhere from now on; her bed, if she has one, is kept.

    ``due_back`` (UTC) and ``escort`` where they are known.
    """

    person_id: UUID
    kind: AbsenceKind
    note: str = ""
    escort: str = ""
    due_back: datetime | None = None


@dataclass(frozen=True, slots=True)
class NotedAbsence:
    """The open absence; ``before`` is another one that it replaced, ``along`` her children's."""

    absence_id: UUID
    version: int
    person_id: UUID
    kind: AbsenceKind
    before: UUID | None
    fresh: bool
    along: tuple["NotedAbsence", ...] = ()


@dataclass(frozen=True, slots=True)
class TakeBackAbsence:
    """Take an absence back that was a slip; the one it replaced is open again."""

    absence_id: UUID
    version: int
    before: UUID | None = None


@dataclass(frozen=True, slots=True)
class EndAbsence:
    """Somebody is back."""

    person_id: UUID


@dataclass(frozen=True, slots=True)
class EndedAbsence:
    """The absence that ended."""

    absence_id: UUID
    version: int
    person_id: UUID
    kind: AbsenceKind


@dataclass(frozen=True, slots=True)
class ResumeAbsence:
    """She is still away after all."""

    absence_id: UUID
    version: int


def _take_back(done: NotedAbsence) -> Inverse | None:
    if not done.fresh:
        return None
    return Inverse(take_back_absence, TakeBackAbsence(done.absence_id, done.version, done.before))


def _resume(done: EndedAbsence) -> Inverse:
    return Inverse(resume_absence, ResumeAbsence(done.absence_id, done.version))


@act(Right.CHECK_BEDS, Topic.WHEREABOUTS, undo=_take_back)
def note_absence(session: Session, context: Context, command: NoteAbsence) -> NotedAbsence:
    """Note where somebody is who is not in the house; another absence of hers ends.

    Raises:
        Refused: she is no longer registered here, the note or the escort is too long, or
            she should have been back already (``due_back``).
    """
    context.record(command.person_id, kind=command.kind)
    note, escort = _words(command)
    if command.due_back is not None and command.due_back <= context.now:
        raise Refused(Reason.TIME_PAST, field="due_back")
    here(session, command.person_id)
    before = open_absence(session, command.person_id)
    if before is not None and before.kind is command.kind:
        before.note = note or before.note
        before.escort = escort or before.escort
        before.due_back = command.due_back or before.due_back
        session.flush()
        return NotedAbsence(before.id, before.version, before.person_id, before.kind, None, False)
    if before is not None:
        close(session, context, before)
    absence = begin(session, context, command.person_id, command.kind, note)
    absence.escort, absence.due_back = escort, command.due_back
    session.flush()
    return NotedAbsence(
        absence.id,
        absence.version,
        absence.person_id,
        absence.kind,
        before.id if before else None,
        True,
    )


@act(Right.CHECK_BEDS, Topic.WHEREABOUTS)
def take_back_absence(session: Session, context: Context, command: TakeBackAbsence) -> UUID:
    """Undo a noted absence; it stays in the file with no length.

    Raises:
        Refused: it has ended or changed since.
    """
    absence = session.get_one(Absence, command.absence_id)
    context.record(absence.person_id, kind=absence.kind)
    if absence.version != command.version or absence.ends_at is not None:
        raise Refused(Reason.MOVED_ON)
    absence.ends_at = absence.starts_at
    absence.ended_by = context.actor.account_id
    session.flush()
    if command.before is not None:
        reopen(session, session.get_one(Absence, command.before))
    return absence.person_id


@act(Right.NOTE_BACK, Topic.WHEREABOUTS, undo=_resume)
def end_absence(session: Session, context: Context, command: EndAbsence) -> EndedAbsence:
    """Note that somebody is back.

    Raises:
        Refused: nobody noted that she is away.
    """
    context.record(command.person_id)
    absence = open_absence(session, command.person_id)
    if absence is None:
        raise Refused(Reason.NOT_AWAY)
    close(session, context, absence)
    context.record(command.person_id, kind=absence.kind)
    return EndedAbsence(absence.id, absence.version, absence.person_id, absence.kind)


@act(Right.NOTE_BACK, Topic.WHEREABOUTS)
def resume_absence(session: Session, context: Context, command: ResumeAbsence) -> UUID:
    """Undo the end of an absence; it goes on from when it began.

    Raises:
        Refused: it has changed since, or she is away somewhere else by now.
    """
    absence = session.get_one(Absence, command.absence_id)
    context.record(absence.person_id, kind=absence.kind)
    if absence.version != command.version or open_absence(session, absence.person_id) is not None:
        raise Refused(Reason.MOVED_ON)
    reopen(session, absence)
    return absence.person_id


def _words(command: NoteAbsence) -> tuple[str, str]:
    """Return note and escort as they are kept."""
    try:
        note = clean_note(command.note)
    except TextProblem as problem:
        raise Refused(problem.reason, field="note") from problem
    try:
        return note, clean_name(command.escort)
    except TextProblem as problem:
        raise Refused(problem.reason, field="escort") from problem


def open_absence(session: Session, person_id: UUID) -> Absence | None:
    """Return where somebody is noted to be now, or None."""
    return session.execute(
        select(Absence).where(Absence.person_id == person_id, Absence.ends_at.is_(None))
    ).scalar_one_or_none()


def begin(
    session: Session, context: Context, person_id: UUID, kind: AbsenceKind, note: str = ""
) -> Absence:
    """Open an absence inside the running act; never older than the one it follows."""
    last = session.execute(
        select(func.max(Absence.ends_at)).where(Absence.person_id == person_id)
    ).scalar_one()
    absence = Absence(
        id=new_id(),
        origin_id=context.origin_id,
        person_id=person_id,
        kind=kind,
        starts_at=context.now if last is None else max(context.now, last),
        noted_by=context.actor.account_id,
        note=note,
        seq=next_event(session),
    )
    session.add(absence)
    session.flush()
    return absence


def close(session: Session, context: Context, absence: Absence) -> None:
    """End an absence inside the running act."""
    absence.ends_at = max(context.now, absence.starts_at)
    absence.ended_by = context.actor.account_id
    session.flush()


def reopen(session: Session, absence: Absence) -> None:
    """Let an ended absence go on inside the running act."""
    absence.ends_at = None
    absence.ended_by = None
    session.flush()
