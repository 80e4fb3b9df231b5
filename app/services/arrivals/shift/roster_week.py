# SPDX-License-Identifier: Apache-2.0
"""The roster as it is read: a week of watches, who is on duty now, who can be planned."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.arrivals.roster import Duty
from app.models.staff.account import Account
from app.policies.access import Right, Role, may
from app.policies.arrivals.roster import DutyKind, monday_of, watch_at
from app.policies.arrivals.shifts import ShiftKind
from app.services.acts import Context, query
from app.services.staff.vault_file import actor_of

WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class DutyName:
    """Somebody on a watch; ``planned`` names who was planned when it was swapped."""

    duty_id: UUID
    version: int
    account_id: UUID
    name: str
    kind: DutyKind
    swapped: bool
    planned: str
    closed: bool


@dataclass(frozen=True, slots=True)
class WatchLine:
    """One watch of one day."""

    day: date
    watch: ShiftKind
    at_desk: tuple[DutyName, ...]
    on_call: tuple[DutyName, ...]

    @property
    def swapped(self) -> bool:
        """Say whether somebody else comes than was planned."""
        return any(each.swapped for each in (*self.at_desk, *self.on_call))


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody who can be planned; ``runs_desk`` says whether at the desk, too."""

    account_id: UUID
    name: str
    role: Role
    runs_desk: bool


@query(Right.READ_ROSTER)
def week(session: Session, _context: Context, monday: date) -> tuple[WatchLine, ...]:
    """Return 21 watches, from Monday morning to Sunday night; any day stands for its week."""
    first = monday_of(monday)
    names = _names(session, first, first + WEEK)
    return tuple(
        _line(first + timedelta(days=place), watch, names)
        for place in range(7)
        for watch in ShiftKind
    )


@query(Right.READ_ROSTER)
def on_duty_now(session: Session, context: Context, _question: None) -> WatchLine:
    """Return who should be at the desk now by plan, and who is on call."""
    day, watch = watch_at(context.zone.local(context.now))
    return _line(day, watch, _names(session, day, day + timedelta(days=1)))


@query(Right.READ_ROSTER)
def colleagues(session: Session, _context: Context, _question: None) -> tuple[Colleague, ...]:
    """Return everybody with an open account, by name."""
    rows = session.execute(select(Account).where(Account.closed_at.is_(None))).scalars()
    found = (Colleague(row.id, row.name, row.role, runs_desk(row)) for row in rows)
    return tuple(sorted(found, key=lambda each: each.name.casefold()))


def runs_desk(account: Account) -> bool:
    """Say whether the post of an account may stand at the desk."""
    return may(actor_of(account), Right.RUN_SHIFT)


def _names(
    session: Session, first: date, end: date
) -> dict[tuple[date, ShiftKind, DutyKind], list[DutyName]]:
    people = {row.id: row for row in session.execute(select(Account)).scalars()}
    rows = session.execute(select(Duty).where(Duty.day >= first, Duty.day < end)).scalars()
    found: dict[tuple[date, ShiftKind, DutyKind], list[DutyName]] = {}
    for duty in rows:
        who = people[duty.account_id]
        swapped = duty.planned_id != duty.account_id
        found.setdefault((duty.day, duty.watch, duty.kind), []).append(
            DutyName(
                duty.id,
                duty.version,
                who.id,
                who.name,
                duty.kind,
                swapped,
                people[duty.planned_id].name if swapped else "",
                who.closed_at is not None,
            )
        )
    return found


def _line(
    day: date,
    watch: ShiftKind,
    names: dict[tuple[date, ShiftKind, DutyKind], list[DutyName]],
) -> WatchLine:
    desk, call = (
        tuple(sorted(names.get((day, watch, kind), ()), key=lambda each: each.name.casefold()))
        for kind in (DutyKind.AT_DESK, DutyKind.ON_CALL)
    )
    return WatchLine(day, watch, desk, call)
