# SPDX-License-Identifier: Apache-2.0
"""Watch rounds: whom to look in on next, and the look that was made (domain §7.13).

Names and levels for posts that may see them; why somebody is watched is told to nobody here.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.errors import Refused
from app.models.base import new_id
from app.models.dormitory.rooms import Wing
from app.models.dormitory.watch import WatchLook
from app.models.staff.account import Account
from app.policies.access import Right, Role
from app.policies.dormitory.away.whereabouts import AbsenceKind, Whereabouts
from app.policies.dormitory.care.rounds import Found, next_round, pace
from app.policies.reasons import Reason
from app.policies.sight import InfoClass, Sight, sight
from app.services.acts import Context, Inverse, act, query
from app.services.arrivals.care.care import one_line
from app.services.dormitory.away.absences import (
    ResumeAbsence,
    TakeBackAbsence,
    begin,
    close,
    open_absence,
    resume_absence,
    take_back_absence,
)
from app.services.dormitory.away.whereabouts import CensusLine, census_lines, here
from app.services.dormitory.care.watch_facts import (
    COUNTS,
    Standing,
    levels,
    newest_look,
    standing,
)
from app.services.dormitory.care.watch_tasks import WatchTask, open_watch_tasks
from app.services.dormitory.facts.known import rules_now
from app.services.numbers import next_event
from app.services.roster.week import own_wings
from app.services.topics import Topic

SLIP_WITHIN = timedelta(minutes=10)
"""How long a look can be taken back."""
_OUT = frozenset(Whereabouts(kind.value) for kind in AbsenceKind) - {Whereabouts.MISSING}


@dataclass(frozen=True, slots=True)
class RoundLine:
    """One person who is watched and her next round.

    Attributes:
        missing_since: since when she is not found; None where she is.
        seen_at: when somebody saw her last; None while nobody has since it counts.
        found: what that look found.
        basis: from what the round counts; together with ``minutes`` it names the round.
        minutes: of her level.
        opens_in: how long until the round may be made; negative when that is past.
        due_in: how long until it is overdue; negative when it is.
        tasks: what is still to be done because she is never alone.
    """

    person_id: UUID
    name: str
    number: str
    place: str
    level: int
    missing_since: datetime | None
    seen_at: datetime | None
    seen_by: str
    found: Found | None
    words: str
    basis: UUID
    minutes: int
    opens_in: timedelta
    due_in: timedelta
    tasks: tuple[WatchTask, ...]


@dataclass(frozen=True, slots=True)
class WatchRounds:
    """Whom to look in on, the most urgent first; ``away`` are watched and out of the house."""

    lines: tuple[RoundLine, ...] = ()
    away: int = 0


@dataclass(frozen=True, slots=True)
class LookIn:
    """Somebody looked in on her now; ``words`` say in one line what was seen."""

    person_id: UUID
    found: Found = Found.WELL
    words: str = ""


@dataclass(frozen=True, slots=True)
class TakeBackLook:
    """A look was a slip, and with it the absence that it opened or ended."""

    look_id: UUID
    opened: TakeBackAbsence | None = None
    ended: ResumeAbsence | None = None


@query(Right.LOOK_IN)
def watch_rounds(session: Session, context: Context, _question: None) -> WatchRounds:
    """Return everybody who is watched: who is not found first, then by when she is due.

    A caretaker who is on the roster now sees her own wings, as she does in what she must know.
    """
    if sight(context.actor.role, InfoClass.SAFETY) is Sight.NONE:
        return WatchRounds()
    watched = levels(session)
    if not watched:
        return WatchRounds()
    wings = _wings(session, context)
    census = [
        line
        for line in census_lines(session, context)
        if line.person_id in watched and (wings is None or line.wing in wings)
    ]
    inside = [line for line in census if line.where not in _OUT]
    tell = _Telling(session, context, {line.person_id: watched[line.person_id] for line in inside})
    lines = sorted(map(tell.of, inside), key=lambda each: (not each.missing_since, each.due_in))
    return WatchRounds(tuple(lines), len(census) - len(inside))


def _take_back(done: TakeBackLook) -> Inverse:
    return Inverse(take_back_look, done)


@act(Right.LOOK_IN, Topic.ROUNDS, Topic.WHEREABOUTS, undo=_take_back)
def look_in(session: Session, context: Context, command: LookIn) -> TakeBackLook:
    """Write down a look; who is not there is missing from now on, who was missing is back.

    Raises:
        Refused: she is no longer registered here, not watched any more or noted as being
            elsewhere, or the line (``words``) is too long.
    """
    context.record(command.person_id, found=command.found)
    here(session, command.person_id)
    words = one_line(command.words, "words", needed=False)
    level = levels(session).get(command.person_id)
    if level is None:
        raise Refused(Reason.NOT_WATCHED)
    absence = open_absence(session, command.person_id)
    if absence is not None and absence.kind is not AbsenceKind.MISSING:
        raise Refused(Reason.IS_AWAY)
    look = _put_down(session, context, command.person_id, level, found=command.found, words=words)
    if command.found is Found.NOT_THERE and absence is None:
        gone = begin(session, context, command.person_id, AbsenceKind.MISSING)
        return TakeBackLook(look.id, opened=TakeBackAbsence(gone.id, gone.version))
    if command.found is not Found.NOT_THERE and absence is not None:
        close(session, context, absence)
        return TakeBackLook(look.id, ended=ResumeAbsence(absence.id, absence.version))
    return TakeBackLook(look.id)


@act(Right.LOOK_IN, Topic.ROUNDS, Topic.WHEREABOUTS)
def take_back_look(session: Session, context: Context, command: TakeBackLook) -> UUID:
    """Say that a look was a slip; its row stays, and the round before it runs on.

    Raises:
        Refused: somebody looked in again, it was taken back already, or too long ago.
    """
    look = session.get_one(WatchLook, command.look_id)
    late = not timedelta() <= context.now - look.seen_at <= SLIP_WITHIN
    if newest_look(session, look.person_id, COUNTS) is not look or late:
        context.record(look.person_id)
        raise Refused(Reason.MOVED_ON)
    if command.opened is not None:
        take_back_absence.perform(session, context, command.opened)
    if command.ended is not None:
        resume_absence.perform(session, context, command.ended)
    _put_down(session, context, look.person_id, look.level, takes_back_id=look.id)
    context.record(look.person_id)
    return look.person_id


def _put_down(
    session: Session,
    context: Context,
    person_id: UUID,
    level: int,
    *,
    found: Found | None = None,
    words: str = "",
    takes_back_id: UUID | None = None,
) -> WatchLook:
    look = WatchLook(
        id=new_id(),
        origin_id=context.origin_id,
        person_id=person_id,
        seen_at=context.now,
        seen_by=context.actor.account_id,
        level=level,
        found=found,
        words=words,
        takes_back_id=takes_back_id,
        seq=next_event(session),
    )
    session.add(look)
    session.flush()
    return look


def _wings(session: Session, context: Context) -> frozenset[str] | None:
    """Return the names of a caretaker's own wings, or None for the whole house."""
    if context.actor.role is not Role.CARETAKER:
        return None
    own = own_wings(session, context)
    names = session.execute(select(Wing.name).where(Wing.id.in_(own))).scalars()
    return frozenset(names) if own else None


class _Telling:
    """Everything the lines are made of, read once."""

    def __init__(self, session: Session, context: Context, watched: dict[UUID, int]) -> None:
        self._context = context
        self._rules = rules_now(session)
        self._standing = standing(session, context.now, watched)
        self._tasks = open_watch_tasks(session)
        by = {each.last.seen_by for each in self._standing.values() if each.last is not None}
        rows = session.execute(select(Account.id, Account.name).where(Account.id.in_(by)))
        self._names = dict(rows.all())

    def of(self, person: CensusLine) -> RoundLine:
        """Return one line."""
        stands: Standing = self._standing[person.person_id]
        now, last = self._context.now, stands.last
        coming = next_round(stands.watched, self._rules, now, self._context.zone)
        wait = pace(stands.watched.level, self._rules)
        return RoundLine(
            person.person_id,
            person.name,
            person.number,
            person.place,
            stands.watched.level,
            person.since if person.where is Whereabouts.MISSING else None,
            last.seen_at if last is not None else None,
            self._names[last.seen_by] if last is not None else "",
            last.found if last is not None else None,
            last.words if last is not None else "",
            stands.basis,
            wait // timedelta(minutes=1),
            coming.opens - now,
            coming.due - now,
            self._tasks.get(person.arrival_id, ()),
        )
