# SPDX-License-Identifier: Apache-2.0
"""Counting heads wing by wing; both numbers stay, a difference is loud but calm.

Source: domain §7.30. Nobody's count is corrected: whoever counts again writes the next one.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.errors import Refused
from app.models.base import new_id
from app.models.dormitory.caretaking import Headcount
from app.models.dormitory.rooms import Wing
from app.models.staff.account import Account
from app.policies.access import Right
from app.policies.arrivals.night import LogKind
from app.policies.dormitory.away.whereabouts import Whereabouts
from app.policies.dormitory.beds.facts import Side
from app.policies.dormitory.care.caretaking import headcount_problem
from app.policies.people.names import TextProblem, clean_note
from app.policies.reasons import Reason
from app.reports.words import HEADCOUNT_DIFFERS
from app.services.acts import Context, act, query
from app.services.arrivals.shift.log import put_down
from app.services.dormitory.away.whereabouts import CensusLine, census_lines
from app.services.people.births import babies
from app.services.roster.week import kept_wings
from app.services.topics import Topic

LONGEST_COUNT_NOTE = 200
_IN_THE_WING = frozenset({Whereabouts.BED, Whereabouts.MATTRESS})


@dataclass(frozen=True, slots=True)
class CountWing:
    """How many somebody counted in a wing now; ``note`` says what she thinks of it."""

    wing_id: UUID
    counted: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class Counted:
    """Both numbers of one count."""

    headcount_id: UUID
    wing: str
    counted: int
    expected: int

    @property
    def differs(self) -> bool:
        """Say whether the two numbers are not the same."""
        return self.counted != self.expected


@dataclass(frozen=True, slots=True)
class CountLine:
    """One count as it was written."""

    counted: int
    expected: int
    note: str
    counted_at: datetime
    counted_by: str


@dataclass(frozen=True, slots=True)
class WingCount:
    """One wing: how many should be there now, how many are out, and the last count."""

    wing_id: UUID
    name: str
    side: Side
    expected: int
    out: int
    last: CountLine | None


@act(Right.KEEP_DORMITORY, Topic.CARETAKING, Topic.LOG)
def count_wing(session: Session, context: Context, command: CountWing) -> Counted:
    """Write down a count beside what the census says at this moment.

    Who is in her bed's wing counts; who is out of the house or with staff does not. A
    difference is written into the duty log by the same act.

    Raises:
        Refused: the wing is gone (``wing_id``), a number that cannot be (``counted``), or
            the note is too long (``note``).
    """
    context.record(command.wing_id, counted=command.counted)
    wing = session.get(Wing, command.wing_id)
    if wing is None:
        raise Refused(Reason.STALE, field="wing_id")
    problem = headcount_problem(command.counted)
    if problem is not None:
        raise Refused(problem, field="counted")
    try:
        note = " ".join(clean_note(command.note, LONGEST_COUNT_NOTE).split())
    except TextProblem as too_long:
        raise Refused(too_long.reason, field="note") from too_long
    expected = _in_the_wing(session, context, census_lines(session, context))[wing.name]
    count = Headcount(
        id=new_id(),
        origin_id=context.origin_id,
        wing_id=wing.id,
        counted=command.counted,
        expected=expected,
        note=note,
        counted_at=context.now,
        counted_by=context.actor.account_id,
    )
    session.add(count)
    session.flush()
    if command.counted != expected:
        told = HEADCOUNT_DIFFERS.format(wing.name, command.counted, expected)
        put_down(session, context, LogKind.CHECK, f"{told} · {note}" if note else told)
    context.record(wing.id, counted=command.counted, expected=expected)
    return Counted(count.id, wing.name, command.counted, expected)


@query(Right.READ_ROOMS)
def headcounts(session: Session, context: Context, _question: None) -> tuple[WingCount, ...]:
    """Return each wing people can sleep in, or do, with the last count of it."""
    lines = census_lines(session, context)
    belong = Counter(line.wing for line in lines if line.wing)
    present = Counter(line.wing for line in lines if line.where in _IN_THE_WING)
    expected = _in_the_wing(session, context, lines)
    slept_in = set(session.execute(select(Wing.id).where(Wing.name.in_(belong))).scalars())
    last = _last(session)
    return tuple(
        WingCount(
            wing.wing_id,
            wing.name,
            wing.side,
            expected[wing.name],
            belong[wing.name] - present[wing.name],
            last.get(wing.wing_id),
        )
        for wing in kept_wings(session, slept_in)
    )


def _in_the_wing(session: Session, context: Context, lines: tuple[CensusLine, ...]) -> Counter[str]:
    """Return how many have to be in each wing; a newborn counts with her mother."""
    born = babies(session, context)
    heads: Counter[str] = Counter()
    for line in lines:
        if line.where in _IN_THE_WING:
            heads[line.wing] += 1 + len(born.get(line.person_id, ()))
    return heads


def _last(session: Session) -> dict[UUID, CountLine]:
    place = func.row_number().over(
        partition_by=Headcount.wing_id,
        order_by=(Headcount.counted_at.desc(), Headcount.id.desc()),
    )
    newest = select(Headcount.id.label("id"), place.label("place")).subquery()
    rows = session.execute(
        select(Headcount, Account.name)
        .join(newest, (newest.c.id == Headcount.id) & (newest.c.place == 1))
        .join(Account, Account.id == Headcount.counted_by)
    )
    return {
        each.wing_id: CountLine(each.counted, each.expected, each.note, each.counted_at, by)
        for each, by in rows
    }
