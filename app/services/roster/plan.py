# SPDX-License-Identifier: Apache-2.0
"""The roster: planned, copied, swapped, taken off.

A swap changes who comes and keeps who was planned. What lies more than 31 days back
stays as it was. Wings of adults and of children should have different people (the paper
found none of their own); one person for both is allowed, warned of and recorded, never
blocked (domain §7.33).
"""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.errors import Denied, Refused
from app.models.base import new_id
from app.models.dormitory.rooms import Wing
from app.models.roster.duty import Duty
from app.models.staff.account import Account
from app.policies.access import Right, may
from app.policies.arrivals.shifts import ShiftKind
from app.policies.reasons import Reason
from app.policies.roster.duties import (
    Candidate,
    DutyKind,
    Roster,
    is_closed,
    monday_of,
    why_not_duty,
)
from app.services.acts import Context, Inverse, act
from app.services.roster.week import WEEK, duties_between, fit_for, of_both_sides, sides_of
from app.services.topics import Topic


@dataclass(frozen=True, slots=True)
class PlanDuty:
    """Plan somebody for one watch of one day; a night belongs to the day it begins.

    ``wing_id`` says where, for a duty in a wing; nowhere for any other.
    """

    day: date
    watch: ShiftKind
    kind: DutyKind
    account_id: UUID
    wing_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class DutyKey:
    """One duty as the roster showed it."""

    duty_id: UUID
    version: int


@dataclass(frozen=True, slots=True)
class Planned:
    """The planned duty; ``both`` when she has wings of adults and of children then."""

    key: DutyKey
    both: bool


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
    """A duty after a swap, and who had it before; ``both`` as for ``Planned``."""

    duty_id: UUID
    version: int
    before_id: UUID
    both: bool


@dataclass(frozen=True, slots=True)
class CopyWeek:
    """Plan a week of a roster like another; any day of a week stands for it."""

    roster: Roster
    from_monday: date
    to_monday: date


@dataclass(frozen=True, slots=True)
class Copied:
    """The duties that were added."""

    duties: tuple[DutyKey, ...]


def _unplan(done: Planned) -> Inverse:
    return Inverse(drop_duty, done.key)


def _plan_again(done: Dropped) -> Inverse:
    return Inverse(restore_duty, done)


def _swap_back(done: Swapped) -> Inverse:
    return Inverse(swap_duty, SwapDuty(done.duty_id, done.version, done.before_id))


def _uncopy(done: Copied) -> Inverse | None:
    return Inverse(drop_copied, done) if done.duties else None


@act(Right.PLAN_DUTY, Topic.ROSTER, undo=_unplan)
def plan_duty(session: Session, context: Context, command: PlanDuty) -> Planned:
    """Plan somebody for a watch.

    Raises:
        Refused: the wing is gone, the day is more than 31 days ago (``day``), or the
            account is closed, of a post that is not fit for the duty, or planned on this
            watch already (``account``).
    """
    return _planned(session, context, command, command.account_id)


@act(Right.PLAN_DUTY, Topic.ROSTER, undo=_plan_again)
def drop_duty(session: Session, context: Context, command: DutyKey) -> Dropped:
    """Take a duty off the roster.

    Raises:
        Refused: somebody changed it meanwhile, or the day is more than 31 days ago.
    """
    duty = _current(session, context, command.duty_id, command.version)
    context.record(duty.account_id, watch=duty.watch, kind=duty.kind)
    session.delete(duty)
    plan = PlanDuty(duty.day, duty.watch, duty.kind, duty.account_id, duty.wing_id)
    return Dropped(plan, duty.planned_id)


@act(Right.PLAN_DUTY, Topic.ROSTER, undo=_unplan)
def restore_duty(session: Session, context: Context, command: Dropped) -> Planned:
    """Put a dropped duty back, with who was planned for it.

    Raises:
        Refused: as for ``plan_duty``.
    """
    return _planned(session, context, command.plan, command.planned_id)


@act(Right.SWAP_DUTY, Topic.ROSTER, undo=_swap_back)
def swap_duty(session: Session, context: Context, command: SwapDuty) -> Swapped:
    """Let another colleague take a duty; who was planned stays written down.

    Raises:
        Refused: she cannot take it (see ``plan_duty``), or it was changed meanwhile.
        Denied: who looks after a wing is changed by who plans it.
    """
    context.record(command.account_id)
    duty = _current(session, context, command.duty_id, command.version)
    context.record(command.account_id, watch=duty.watch, kind=duty.kind)
    if duty.kind is DutyKind.WING and not may(context.actor, Right.PLAN_DUTY):
        raise Denied(Right.PLAN_DUTY)
    wanted = PlanDuty(duty.day, duty.watch, duty.kind, command.account_id, duty.wing_id)
    problem = _why_not(session, wanted)
    if problem is not None:
        raise Refused(problem, field="account")
    before = duty.account_id
    duty.account_id = command.account_id
    session.flush()
    both = _on_both_sides(session, duty)
    if duty.kind is DutyKind.WING:
        context.record(command.account_id, covers_both=both)
    return Swapped(duty.id, duty.version, before, both)


@act(Right.PLAN_DUTY, Topic.ROSTER, undo=_uncopy)
def copy_week(session: Session, context: Context, command: CopyWeek) -> Copied:
    """Plan a week like another one, as that one was planned before swaps.

    Nothing that is planned is overwritten: a watch that has somebody at the desk keeps
    its desk, one that has somebody on call keeps that, a wing keeps whom it has. Days more
    than 31 days ago, closed accounts and posts that are no longer fit are left out.
    """
    source, target = monday_of(command.from_monday), monday_of(command.to_monday)
    there = duties_between(session, command.roster, target, target + WEEK)
    kept = {(duty.day, duty.watch, duty.kind, duty.wing_id) for duty in there}
    added = []
    for duty in duties_between(session, command.roster, source, source + WEEK):
        day = duty.day - source + target
        plan = PlanDuty(day, duty.watch, duty.kind, duty.planned_id, duty.wing_id)
        free = (day, duty.watch, duty.kind, duty.wing_id) not in kept
        if free and not is_closed(day, context.today) and _why_not(session, plan) is None:
            new = _add(session, context, plan, duty.planned_id)
            added.append(DutyKey(new.id, new.version))
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


def _why_not(session: Session, plan: PlanDuty) -> Reason | None:
    account = session.get(Account, plan.account_id)
    if account is None:
        return Reason.DUTY_ACCOUNT_CLOSED
    taken = select(Duty.id).where(
        Duty.day == plan.day,
        Duty.watch == plan.watch,
        Duty.account_id == plan.account_id,
        Duty.wing_id.is_not_distinct_from(plan.wing_id),
    )
    planned = session.execute(taken).first() is not None
    candidate = Candidate(account.closed_at is not None, fit_for(account), planned)
    return why_not_duty(candidate, plan.kind)


def _planned(session: Session, context: Context, plan: PlanDuty, planned_id: UUID) -> Planned:
    context.record(plan.account_id, day=f"{plan.day}", watch=plan.watch, kind=plan.kind)
    in_a_wing = plan.kind is DutyKind.WING
    if in_a_wing and (plan.wing_id is None or session.get(Wing, plan.wing_id) is None):
        raise Refused(Reason.STALE)
    if is_closed(plan.day, context.today):
        raise Refused(Reason.DUTY_TOO_OLD, field="day")
    problem = _why_not(session, plan)
    if problem is not None:
        raise Refused(problem, field="account")
    duty = _add(session, context, plan, planned_id)
    both = _on_both_sides(session, duty)
    if in_a_wing:
        context.record(plan.account_id, covers_both=both)
    return Planned(DutyKey(duty.id, duty.version), both)


def _on_both_sides(session: Session, duty: Duty) -> bool:
    if duty.wing_id is None:
        return False
    hers = select(Duty).where(
        Duty.day == duty.day, Duty.watch == duty.watch, Duty.account_id == duty.account_id
    )
    return bool(of_both_sides(session.execute(hers).scalars(), sides_of(session)))


def _add(session: Session, context: Context, plan: PlanDuty, planned_id: UUID) -> Duty:
    duty = Duty(
        id=new_id(),
        origin_id=context.origin_id,
        day=plan.day,
        watch=plan.watch,
        kind=plan.kind,
        wing_id=plan.wing_id,
        account_id=plan.account_id,
        planned_id=planned_id,
    )
    session.add(duty)
    session.flush()
    return duty


def _current(session: Session, context: Context, duty_id: UUID, version: int) -> Duty:
    duty = session.get(Duty, duty_id)
    if duty is None or duty.version != version:
        raise Refused(Reason.STALE)
    if is_closed(duty.day, context.today):
        raise Refused(Reason.DUTY_TOO_OLD, field="day")
    return duty
