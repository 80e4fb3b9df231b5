# SPDX-License-Identifier: Apache-2.0
"""The duty log: what happened on this watch, and what the next one has to read."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import Session

from app.errors import Denied, Refused
from app.models.arrivals.arrival import Arrival
from app.models.arrivals.night import LogEntry
from app.models.arrivals.shift import Shift
from app.models.base import new_id
from app.models.people.person import Person
from app.models.staff.account import Account
from app.policies.access import Right, Role
from app.policies.arrivals.night import LONGEST_ENTRY, LogKind
from app.policies.people.names import TextProblem, clean_note
from app.policies.reasons import Reason
from app.policies.sight import InfoClass, Sight, sight
from app.services.acts import Context, Inverse, act, query
from app.services.arrivals.shift.shifts import open_shift
from app.services.numbers import next_event
from app.services.topics import Topic

EARLIEST = timedelta(days=2)
"""How long ago something may have happened that is written down only now."""


@dataclass(frozen=True, slots=True)
class WriteEntry:
    """One line for the log; ``happened_at`` is when it happened, if not now."""

    kind: LogKind
    words: str
    person_id: UUID | None = None
    happened_at: datetime | None = None
    to_next: bool = False


@dataclass(frozen=True, slots=True)
class Written:
    """The line in the log; ``in_shift`` is false when no watch was open."""

    entry_id: UUID
    version: int
    in_shift: bool


@dataclass(frozen=True, slots=True)
class EntryMark:
    """One entry in the version that was seen."""

    entry_id: UUID
    version: int


@dataclass(frozen=True, slots=True)
class LogLine:
    """One entry as the list shows it; ``unread`` waits for the watch on duty."""

    entry_id: UUID
    version: int
    kind: LogKind
    words: str
    person_id: UUID | None
    number: str
    name: str
    happened_at: datetime
    noted_at: datetime
    noted_by: str
    to_next: bool
    earlier: bool
    unread: bool


def kinds_for(role: Role) -> frozenset[LogKind]:
    """Return what a post writes into the log and reads there (domain §6.7).

    A caretaker writes the checks of her floor; the desk keeps everything else.
    """
    return frozenset({LogKind.CHECK}) if role is Role.CARETAKER else frozenset(LogKind)


def _withdrawal(done: Written) -> Inverse:
    return Inverse(withdraw_entry, EntryMark(done.entry_id, done.version))


def _unreading(done: EntryMark) -> Inverse:
    return Inverse(mark_unread, done)


@act(Right.WRITE_LOG, Topic.LOG, undo=_withdrawal)
def write_entry(session: Session, context: Context, command: WriteEntry) -> Written:
    """Write a line into the log of the open watch; without one it waits for the next.

    Raises:
        Denied: her post does not write this kind.
        Refused: nothing written or too long (``words``), or a time that has not come or
            lies more than two days back (``happened_at``).
    """
    if command.kind not in kinds_for(context.actor.role):
        raise Denied(Right.WRITE_LOG)
    try:
        words = clean_note(command.words, LONGEST_ENTRY)
    except TextProblem as problem:
        raise Refused(problem.reason, field="words") from problem
    if not words:
        raise Refused(Reason.NOTHING_TO_WRITE, field="words")
    moment = moment_of(command.happened_at, context.now)
    if command.person_id is not None and session.get(Person, command.person_id) is None:
        raise Refused(Reason.PERSON_LEFT, field="person_id")
    entry = put_down(session, context, command.kind, words, command.person_id)
    entry.happened_at, entry.to_next = moment, command.to_next
    session.flush()
    return Written(entry.id, entry.version, entry.shift_id is not None)


@act(Right.WRITE_LOG, Topic.LOG)
def withdraw_entry(session: Session, context: Context, command: EntryMark) -> UUID:
    """Take an entry back; its row stays and says when.

    Raises:
        Denied: somebody else wrote it.
        Refused: it was read or withdrawn meanwhile.
    """
    entry = session.get_one(LogEntry, command.entry_id)
    context.record(entry.id, kind=entry.kind)
    if entry.noted_by != context.actor.account_id:
        raise Denied(Right.WRITE_LOG)
    if entry.withdrawn_at is not None or entry.version != command.version:
        raise Refused(Reason.MOVED_ON)
    entry.withdrawn_at = context.now
    return entry.id


@act(Right.READ_LOG, Topic.LOG, undo=_unreading)
def mark_read(session: Session, context: Context, entry_id: UUID) -> EntryMark:
    """Confirm that the watch on duty has read what an earlier one left for it.

    Raises:
        Refused: no watch is open, the entry is not for this one, or it is read already.
    """
    entry = session.get_one(LogEntry, entry_id)
    context.record(entry.id, kind=entry.kind)
    shift = open_shift(session)
    if shift is None:
        raise Refused(Reason.SHIFT_NOT_OPEN)
    if entry.withdrawn_at is not None or entry.read_at is not None:
        raise Refused(Reason.STALE)
    if not entry.to_next or entry.shift_id == shift.id:
        raise Refused(Reason.NOT_FOR_THIS_SHIFT)
    if entry.kind not in kinds_for(context.actor.role):
        raise Denied(Right.READ_LOG)
    entry.read_at, entry.read_by = context.now, context.actor.account_id
    session.flush()
    return EntryMark(entry.id, entry.version)


@act(Right.READ_LOG, Topic.LOG)
def mark_unread(session: Session, context: Context, command: EntryMark) -> UUID:
    """Undo reading: the entry waits again.

    Raises:
        Refused: it has changed since.
    """
    entry = session.get_one(LogEntry, command.entry_id)
    context.record(entry.id, kind=entry.kind)
    if entry.version != command.version or entry.read_by != context.actor.account_id:
        raise Refused(Reason.MOVED_ON)
    entry.read_at = entry.read_by = None
    return entry.id


@query(Right.READ_LOG)
def log_of_watch(session: Session, context: Context, _question: None) -> tuple[LogLine, ...]:
    """Return the log of the watch on duty: unread messages first, then newest first.

    Messages of earlier watches stay in the list for as long as the watch that read them.
    What was written while no watch was open belongs to the one that follows.
    """
    shift = open_shift(session)
    waiting, of_watch = _waiting(session, shift), _of_watch(session, shift)
    shown = or_(waiting, of_watch)
    if shift is not None:
        read_here = and_(LogEntry.to_next, LogEntry.read_at >= shift.started_at)
        shown = or_(shown, read_here)
    rows = session.execute(
        select(LogEntry, Account.name, waiting, of_watch)
        .join(Account, Account.id == LogEntry.noted_by)
        .where(
            shown,
            LogEntry.withdrawn_at.is_(None),
            LogEntry.kind.in_(kinds_for(context.actor.role)),
        )
        .order_by(LogEntry.seq.desc())
    ).all()
    seen = sight(context.actor.role, InfoClass.PRESENCE) is Sight.FULL
    people = _people(session, {row[0].person_id for row in rows if row[0].person_id})
    lines = []
    for entry, author, unread, own in rows:
        name, number = people.get(entry.person_id, ("", ""))
        lines.append(
            LogLine(
                entry.id,
                entry.version,
                entry.kind,
                entry.words if seen else "",
                entry.person_id,
                number,
                name if seen else "",
                entry.happened_at,
                entry.noted_at,
                author,
                entry.to_next,
                not own,
                bool(unread),
            )
        )
    return tuple(sorted(lines, key=lambda line: not line.unread))


@query(Right.READ_LOG)
def unread_for_next(session: Session, context: Context, _question: None) -> int:
    """Return how many messages of earlier watches nobody has read yet."""
    return session.execute(
        select(func.count())
        .select_from(LogEntry)
        .where(
            _waiting(session, open_shift(session)),
            LogEntry.kind.in_(kinds_for(context.actor.role)),
        )
    ).scalar_one()


def put_down(
    session: Session, context: Context, kind: LogKind, words: str, person_id: UUID | None = None
) -> LogEntry:
    """Write a line into the log inside the running act, as happened now."""
    shift = open_shift(session)
    entry = LogEntry(
        id=new_id(),
        origin_id=context.origin_id,
        shift_id=shift.id if shift else None,
        kind=kind,
        person_id=person_id,
        happened_at=context.now,
        noted_at=context.now,
        noted_by=context.actor.account_id,
        words=words,
        seq=next_event(session),
    )
    session.add(entry)
    context.record(entry.id, kind=kind)
    return entry


def moment_of(stated: datetime | None, now: datetime, field: str = "happened_at") -> datetime:
    """Return when something happened; now, if nothing else is said.

    Raises:
        Refused: in the future, or more than two days ago.
    """
    if stated is None:
        return now
    if stated > now:
        raise Refused(Reason.TIME_IN_FUTURE, field=field)
    if stated < now - EARLIEST:
        raise Refused(Reason.TIME_TOO_OLD, field=field)
    return stated


def _of_watch(session: Session, shift: Shift | None) -> ColumnElement[bool]:
    """Match entries of the open watch, with those written since the last one ended."""
    ended = session.execute(
        select(func.max(Shift.seq)).where(Shift.ended_at.is_not(None))
    ).scalar_one()
    between = and_(LogEntry.shift_id.is_(None), LogEntry.seq > (ended or 0))
    return between if shift is None else or_(LogEntry.shift_id == shift.id, between)


def _waiting(session: Session, shift: Shift | None) -> ColumnElement[bool]:
    """Match messages that the watch on duty still has to read."""
    left = and_(LogEntry.to_next, LogEntry.read_at.is_(None), LogEntry.withdrawn_at.is_(None))
    if shift is None:
        return and_(left, ~_of_watch(session, None))
    return and_(left, or_(LogEntry.shift_id.is_(None), LogEntry.shift_id != shift.id))


def _people(session: Session, wanted: set[UUID]) -> dict[UUID | None, tuple[str, str]]:
    rows = session.execute(
        select(Person.id, Person.called_name, Arrival.number)
        .join(Arrival, Arrival.person_id == Person.id)
        .where(Person.id.in_(wanted))
        .order_by(Arrival.seq)
    )
    return {person_id: (name or "", number) for person_id, name, number in rows}
