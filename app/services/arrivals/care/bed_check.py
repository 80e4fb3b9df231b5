# SPDX-License-Identifier: Apache-2.0
"""The bed check: a round begins, its sheet, and what it found stands in the log."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.errors import Refused
from app.models.arrivals.night import BedCheck, BedCheckMark
from app.models.base import new_id
from app.policies.access import Right
from app.policies.arrivals.night import LogKind, MarkState
from app.policies.reasons import Reason
from app.reports.words import MARKS, UNMARKED
from app.services.acts import Context, act, query
from app.services.arrivals.care.bed_marks import round_under_way
from app.services.arrivals.shift.log import put_down
from app.services.arrivals.shift.shifts import open_shift
from app.services.dormitory.away.whereabouts import CensusLine, census_lines, present
from app.services.numbers import next_event
from app.services.topics import Topic


class Unfinished(Refused):
    """A check in which ``unmarked`` people have no mark yet."""

    def __init__(self, unmarked: int) -> None:
        self.unmarked = unmarked
        super().__init__(Reason.CHECK_UNFINISHED)


@dataclass(frozen=True, slots=True)
class FinishCheck:
    """End the round; ``anyway`` although some have no mark."""

    check_id: UUID
    anyway: bool = False


@dataclass(frozen=True, slots=True)
class Finished:
    """What the round found, how many it did not see, and its line in the log."""

    check_id: UUID
    counts: tuple[tuple[MarkState, int], ...]
    unmarked: int
    entry_id: UUID


@dataclass(frozen=True, slots=True)
class CheckLine:
    """One person on the sheet: where she sleeps, where she is, what the round found."""

    person: CensusLine
    mark: MarkState | None


@dataclass(frozen=True, slots=True)
class CheckRoom:
    """One room with everybody who sleeps there; an empty name for those without a bed."""

    wing: str
    name: str
    lines: tuple[CheckLine, ...]


@dataclass(frozen=True, slots=True)
class CheckSheet:
    """The round that is under way, or the list before one begins (``check_id`` empty)."""

    check_id: UUID | None
    started_at: datetime | None
    rooms: tuple[CheckRoom, ...]

    @property
    def lines(self) -> tuple[CheckLine, ...]:
        """Return everybody in the order of the round."""
        return tuple(line for room in self.rooms for line in room.lines)

    @property
    def marked(self) -> int:
        """Return how many have a mark."""
        return sum(line.mark is not None for line in self.lines)

    @property
    def total(self) -> int:
        """Return how many are on the sheet."""
        return len(self.lines)


@act(Right.CHECK_BEDS, Topic.LOG)
def start_check(session: Session, context: Context, _command: None) -> UUID:
    """Begin a round, or go on with the one this watch has not finished."""
    under_way = _under_way(session)
    if under_way is not None:
        context.record(under_way.id)
        return under_way.id
    shift = open_shift(session)
    check = BedCheck(
        id=new_id(),
        origin_id=context.origin_id,
        shift_id=shift.id if shift else None,
        started_at=context.now,
        checked_by=context.actor.account_id,
        seq=next_event(session),
    )
    session.add(check)
    session.flush()
    context.record(check.id)
    return check.id


@act(Right.CHECK_BEDS, Topic.LOG, Topic.WHEREABOUTS)
def finish_check(session: Session, context: Context, command: FinishCheck) -> Finished:
    """End a round and write what it found into the log.

    Raises:
        Unfinished: some have no mark and the command does not say ``anyway``.
        Refused: the check is finished already.
    """
    check = round_under_way(session, command.check_id)
    people = set(present(session))
    marks = {who: state for who, state in _marks(session, check.id).items() if who in people}
    unmarked = len(people) - len(marks)
    context.record(check.id, unmarked=unmarked)
    if unmarked and not command.anyway:
        raise Unfinished(unmarked)
    check.finished_at = max(context.now, check.started_at)
    found = Counter(marks.values())
    counts = tuple((state, found[state]) for state in MarkState)
    said = [f"{MARKS[state]} {count}" for state, count in counts]
    if unmarked:
        said.append(f"{UNMARKED} {unmarked}")
    entry = put_down(session, context, LogKind.CHECK, " · ".join(said))
    session.flush()
    context.record(check.id)
    return Finished(check.id, counts, unmarked, entry.id)


@query(Right.CHECK_BEDS)
def check_sheet(session: Session, context: Context, _question: None) -> CheckSheet:
    """Return rooms in the order of the house with everybody, and those without a bed."""
    check = _under_way(session)
    marks = _marks(session, check.id) if check is not None else {}
    rooms: dict[tuple[str, str], list[CheckLine]] = {}
    for person in census_lines(session, context):
        line = CheckLine(person, marks.get(person.person_id))
        rooms.setdefault((person.wing, person.room), []).append(line)
    return CheckSheet(
        check.id if check is not None else None,
        check.started_at if check is not None else None,
        tuple(CheckRoom(wing, name, tuple(lines)) for (wing, name), lines in rooms.items()),
    )


def _under_way(session: Session) -> BedCheck | None:
    """Return the newest round if this watch began it and has not finished it."""
    newest = session.execute(
        select(BedCheck).order_by(BedCheck.seq.desc()).limit(1)
    ).scalar_one_or_none()
    shift = open_shift(session)
    if newest is None or newest.finished_at is not None:
        return None
    return newest if newest.shift_id == (shift.id if shift else None) else None


def _marks(session: Session, check_id: UUID) -> dict[UUID, MarkState]:
    rows = session.execute(select(BedCheckMark).where(BedCheckMark.check_id == check_id)).scalars()
    return {row.person_id: row.state for row in rows}
