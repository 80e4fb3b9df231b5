# SPDX-License-Identifier: Apache-2.0
"""One mark for everybody in a round, what it says of her whereabouts, and taking it back."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.errors import Refused
from app.models.arrivals.night import BedCheck, BedCheckMark
from app.models.base import new_id
from app.models.dormitory.absences import Absence
from app.policies.access import Right
from app.policies.arrivals.night import MarkState
from app.policies.dormitory.away.whereabouts import AbsenceKind
from app.policies.reasons import Reason
from app.services.acts import Context, Inverse, act
from app.services.dormitory.away.absences import begin, close, open_absence, reopen
from app.services.dormitory.away.whereabouts import here
from app.services.topics import Topic

_OPENS = {
    MarkState.ABSENT: AbsenceKind.MISSING,
    MarkState.HOSPITAL: AbsenceKind.HOSPITAL,
    MarkState.LEAVE: AbsenceKind.LEAVE,
}
_FOUND_BY_A_CHECK = frozenset(_OPENS.values())
"""Absences a mark opens and ends; who is with staff or the police stays there."""


@dataclass(frozen=True, slots=True)
class MarkBed:
    """What the round found of one person; marking again replaces."""

    check_id: UUID
    person_id: UUID
    state: MarkState


@dataclass(frozen=True, slots=True)
class AbsenceBefore:
    """An absence as it stood before a mark changed it; a new one had no length yet.

    ``left`` is when it ended after the mark, so that a later change is seen.
    """

    absence_id: UUID
    ends_at: datetime | None
    ended_by: UUID | None
    left: datetime | None


@dataclass(frozen=True, slots=True)
class Marked:
    """The mark that counts now, and what it replaced.

    ``before`` is the mark of this round before it, with its time; ``absences`` are those that
    it opened, ended or let go on, newest first.
    """

    check_id: UUID
    person_id: UUID
    state: MarkState
    marked_at: datetime
    before: tuple[MarkState, datetime] | None
    absences: tuple[AbsenceBefore, ...]


def _take_back(done: Marked) -> Inverse:
    return Inverse(take_back_mark, done)


@act(Right.CHECK_BEDS, Topic.WHEREABOUTS, undo=_take_back)
def mark_bed(session: Session, context: Context, command: MarkBed) -> Marked:
    """Mark one person; a missing one starts a timer, a found one ends it.

    Raises:
        Refused: the check is finished, or she is no longer registered here.
    """
    context.record(command.person_id, state=command.state)
    check = round_under_way(session, command.check_id)
    here(session, command.person_id)
    mark = _mark(session, check.id, command.person_id)
    before = (mark.state, mark.marked_at) if mark is not None else None
    if mark is None:
        mark = BedCheckMark(
            id=new_id(),
            origin_id=context.origin_id,
            check_id=check.id,
            person_id=command.person_id,
        )
        session.add(mark)
    mark.state, mark.marked_at = command.state, context.now
    session.flush()
    touched = _follow(session, context, check, command, before[1] if before else None)
    return Marked(check.id, command.person_id, command.state, mark.marked_at, before, touched)


@act(Right.CHECK_BEDS, Topic.WHEREABOUTS)
def take_back_mark(session: Session, context: Context, command: Marked) -> UUID:
    """Undo a mark: the one before it counts again, or none, and her whereabouts with it.

    Raises:
        Refused: the check is finished, or the mark or her whereabouts have changed since.
    """
    context.record(command.person_id, state=command.state)
    check = round_under_way(session, command.check_id)
    mark = _mark(session, check.id, command.person_id)
    if mark is None or (mark.state, mark.marked_at) != (command.state, command.marked_at):
        raise Refused(Reason.MOVED_ON)
    for kept in command.absences:
        absence = session.get_one(Absence, kept.absence_id)
        away = open_absence(session, command.person_id)
        if absence.ends_at != kept.left or (away is not None and away is not absence):
            raise Refused(Reason.MOVED_ON)
        absence.ends_at, absence.ended_by = kept.ends_at, kept.ended_by
        session.flush()
    if command.before is None:
        session.delete(mark)
    else:
        mark.state, mark.marked_at = command.before
    session.flush()
    return command.person_id


def round_under_way(session: Session, check_id: UUID) -> BedCheck:
    """Return a round that may still be marked.

    Raises:
        Refused: it is finished.
    """
    check = session.get(BedCheck, check_id)
    if check is None or check.finished_at is not None:
        raise Refused(Reason.CHECK_FINISHED)
    return check


def _mark(session: Session, check_id: UUID, person_id: UUID) -> BedCheckMark | None:
    return session.execute(
        select(BedCheckMark).where(
            BedCheckMark.check_id == check_id, BedCheckMark.person_id == person_id
        )
    ).scalar_one_or_none()


def _follow(
    session: Session,
    context: Context,
    check: BedCheck,
    command: MarkBed,
    marked_before: datetime | None,
) -> tuple[AbsenceBefore, ...]:
    """Let a mark open, change or end an absence; after a slip the old timer goes on."""
    wanted = _OPENS.get(command.state)
    away = open_absence(session, command.person_id)
    if wanted is None:
        if away is None or away.kind not in _FOUND_BY_A_CHECK:
            return ()
        close(session, context, away)
        return (_still_open(away),)
    ended: tuple[AbsenceBefore, ...] = ()
    if away is not None:
        of_this_round = away.kind in _FOUND_BY_A_CHECK and away.seq > check.seq
        known = wanted is AbsenceKind.MISSING and not of_this_round
        if away.kind is wanted or known:
            return ()
        close(session, context, away)
        ended = (_still_open(away),)
    slip = None
    if marked_before is not None:
        slip = _ended_at(session, command.person_id, wanted, marked_before)
    if slip is None:
        begun = begin(session, context, command.person_id, wanted)
        by = context.actor.account_id
        return (AbsenceBefore(begun.id, begun.starts_at, by, None), *ended)
    was = (slip.ends_at, slip.ended_by)
    reopen(session, slip)
    return (AbsenceBefore(slip.id, *was, None), *ended)


def _still_open(absence: Absence) -> AbsenceBefore:
    return AbsenceBefore(absence.id, None, None, absence.ends_at)


def _ended_at(
    session: Session, person_id: UUID, kind: AbsenceKind, moment: datetime
) -> Absence | None:
    """Return the absence that the former mark of this round ended, if there is one."""
    return session.execute(
        select(Absence)
        .where(Absence.person_id == person_id, Absence.kind == kind, Absence.ends_at == moment)
        .order_by(Absence.seq.desc())
        .limit(1)
    ).scalar_one_or_none()
