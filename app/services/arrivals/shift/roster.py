# SPDX-License-Identifier: Apache-2.0
"""The duty roster: planned, copied, swapped, and who should be here now.

A swap changes who comes and keeps who was planned. What lies more than 31 days back
stays as it was.
"""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.errors import Refused
from app.models.arrivals.roster import Duty
from app.models.base import new_id
from app.models.staff.account import Account
from app.policies.access import Right
from app.policies.arrivals.roster import (
    Candidate,
    DutyKind,
    is_closed,
    monday_of,
    why_not_duty,
)
from app.policies.arrivals.shifts import ShiftKind
from app.policies.reasons import Reason
from app.services.acts import Context, Inverse, act
from app.services.arrivals.shift.roster_week import WEEK, runs_desk
from app.services.arrivals.shift.roster_week import Colleague as Colleague
from app.services.arrivals.shift.roster_week import DutyName as DutyName
from app.services.arrivals.shift.roster_week import WatchLine as WatchLine
from app.services.arrivals.shift.roster_week import colleagues as colleagues
from app.services.arrivals.shift.roster_week import on_duty_now as on_duty_now
from app.services.arrivals.shift.roster_week import week as week
from app.services.topics import Topic


@dataclass(frozen=True, slots=True)
class PlanDuty:
    """Plan somebody for one watch of one day; a night belongs to the day it begins."""

    day: date
    watch: ShiftKind
    kind: DutyKind
    account_id: UUID


@dataclass(frozen=True, slots=True)
class DutyKey:
    """One duty as the roster showed it."""

    duty_id: UUID
    version: int


@dataclass(frozen=True, slots=True)
class Dropped:
    """A duty that was taken off, as it was."""

    plan: PlanDuty
    planned_id: UUID


@dataclass(frozen=True, slots=True)
class SwapDuty:
    """Let another colleague take a duty."""

    duty_id: UUID
    version: int
    account_id: UUID


@dataclass(frozen=True, slots=True)
class Swapped:
    """A duty after a swap, and who had it before."""

    duty_id: UUID
    version: int
    before_id: UUID


@dataclass(frozen=True, slots=True)
class CopyWeek:
    """Plan a week like another; any day of a week stands for it."""

    from_monday: date
    to_monday: date


@dataclass(frozen=True, slots=True)
class Copied:
    """The duties that were added."""

    duties: tuple[DutyKey, ...]


def _unplan(done: DutyKey) -> Inverse:
    return Inverse(drop_duty, done)


def _plan_again(done: Dropped) -> Inverse:
    return Inverse(restore_duty, done)


def _swap_back(done: Swapped) -> Inverse:
    return Inverse(swap_duty, SwapDuty(done.duty_id, done.version, done.before_id))


def _uncopy(done: Copied) -> Inverse | None:
    return Inverse(drop_copied, done) if done.duties else None


@act(Right.PLAN_DUTY, Topic.ROSTER, undo=_unplan)
def plan_duty(session: Session, context: Context, command: PlanDuty) -> DutyKey:
    """Plan somebody for a watch.

    Raises:
        Refused: the account is closed, its post does not run the desk, it is planned on
            this watch already, or the day is more than 31 days ago.
    """
    context.record(command.account_id, watch=command.watch, kind=command.kind)
    return _add(session, context, command, command.account_id)


@act(Right.PLAN_DUTY, Topic.ROSTER, undo=_plan_again)
def drop_duty(session: Session, context: Context, command: DutyKey) -> Dropped:
    """Take a duty off the roster.

    Raises:
        Refused: somebody changed it meanwhile, or the day is more than 31 days ago.
    """
    duty = _current(session, context, command.duty_id, command.version)
    context.record(duty.account_id, watch=duty.watch, kind=duty.kind)
    session.delete(duty)
    plan = PlanDuty(duty.day, duty.watch, duty.kind, duty.account_id)
    return Dropped(plan, duty.planned_id)


@act(Right.PLAN_DUTY, Topic.ROSTER, undo=_unplan)
def restore_duty(session: Session, context: Context, command: Dropped) -> DutyKey:
    """Put a dropped duty back, with who was planned for it.

    Raises:
        Refused: as for ``plan_duty``.
    """
    plan = command.plan
    context.record(plan.account_id, watch=plan.watch, kind=plan.kind)
    return _add(session, context, plan, command.planned_id)


@act(Right.SWAP_DUTY, Topic.ROSTER, undo=_swap_back)
def swap_duty(session: Session, context: Context, command: SwapDuty) -> Swapped:
    """Let another colleague take a duty; who was planned stays written down.

    Raises:
        Refused: she cannot take it (see ``plan_duty``), or it was changed meanwhile.
    """
    context.record(command.account_id)
    duty = _current(session, context, command.duty_id, command.version)
    context.record(command.account_id, watch=duty.watch, kind=duty.kind)
    wanted = PlanDuty(duty.day, duty.watch, duty.kind, command.account_id)
    problem = _why_not(session, wanted, _taken(session, wanted))
    if problem is not None:
        raise Refused(problem, field="account")
    before = duty.account_id
    duty.account_id = command.account_id
    session.flush()
    return Swapped(duty.id, duty.version, before)


@act(Right.PLAN_DUTY, Topic.ROSTER, undo=_uncopy)
def copy_week(session: Session, context: Context, command: CopyWeek) -> Copied:
    """Plan a week like another one, as that one was planned before swaps.

    Nothing that is planned is overwritten: a watch that has somebody at the desk keeps
    its desk, one that has somebody on call keeps that. Days more than 31 days ago, closed
    accounts and posts that no longer run the desk are left out.
    """
    source, target = monday_of(command.from_monday), monday_of(command.to_monday)
    kept = {(duty.day, duty.watch, duty.kind) for duty in _duties(session, target)}
    added = []
    for duty in _duties(session, source):
        day = duty.day - source + target
        plan = PlanDuty(day, duty.watch, duty.kind, duty.planned_id)
        if (day, duty.watch, duty.kind) in kept or is_closed(day, context.today):
            continue
        if _why_not(session, plan, _taken(session, plan)) is None:
            added.append(_add(session, context, plan, duty.planned_id))
    context.record(None, duties=len(added))
    return Copied(tuple(added))


@act(Right.PLAN_DUTY, Topic.ROSTER)
def drop_copied(session: Session, context: Context, command: Copied) -> int:
    """Take all duties of a copied week off again.

    Raises:
        Refused: one of them was changed since.
    """
    context.record(None, duties=len(command.duties))
    for key in command.duties:
        duty = session.get(Duty, key.duty_id)
        if duty is None or duty.version != key.version:
            raise Refused(Reason.MOVED_ON)
        session.delete(duty)
    return len(command.duties)


def _duties(session: Session, monday: date) -> list[Duty]:
    return list(
        session.execute(
            select(Duty)
            .where(Duty.day >= monday, Duty.day < monday + WEEK)
            .order_by(Duty.day, Duty.id)
        ).scalars()
    )


def _taken(session: Session, plan: PlanDuty) -> bool:
    return (
        session.execute(
            select(Duty.id).where(
                Duty.day == plan.day,
                Duty.watch == plan.watch,
                Duty.account_id == plan.account_id,
            )
        ).first()
        is not None
    )


def _why_not(session: Session, plan: PlanDuty, planned: bool) -> Reason | None:
    account = session.get(Account, plan.account_id)
    if account is None:
        return Reason.DUTY_ACCOUNT_CLOSED
    candidate = Candidate(account.closed_at is not None, runs_desk(account), planned)
    return why_not_duty(candidate, plan.kind)


def _add(session: Session, context: Context, plan: PlanDuty, planned_id: UUID) -> DutyKey:
    if is_closed(plan.day, context.today):
        raise Refused(Reason.DUTY_TOO_OLD, field="day")
    problem = _why_not(session, plan, _taken(session, plan))
    if problem is not None:
        raise Refused(problem, field="account")
    duty = Duty(
        id=new_id(),
        origin_id=context.origin_id,
        day=plan.day,
        watch=plan.watch,
        kind=plan.kind,
        account_id=plan.account_id,
        planned_id=planned_id,
    )
    session.add(duty)
    session.flush()
    return DutyKey(duty.id, duty.version)


def _current(session: Session, context: Context, duty_id: UUID, version: int) -> Duty:
    duty = session.get(Duty, duty_id)
    if duty is None or duty.version != version:
        raise Refused(Reason.STALE)
    if is_closed(duty.day, context.today):
        raise Refused(Reason.DUTY_TOO_OLD, field="day")
    return duty
