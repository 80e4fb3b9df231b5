# SPDX-License-Identifier: Apache-2.0
"""Which caretaker looks after which wing on which watch (paper: none of their own).

Wings of adults and of children should have different people. One person for both is
allowed, warned of and recorded, never blocked (domain §7.33).
"""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.errors import Refused
from app.models.base import new_id
from app.models.dormitory.caretaking import CaretakerDuty
from app.models.dormitory.rooms import Wing
from app.models.staff.account import Account
from app.policies.access import Right
from app.policies.arrivals.roster import is_closed, monday_of
from app.policies.arrivals.shifts import ShiftKind
from app.policies.reasons import Reason
from app.services.acts import Context, Inverse, act
from app.services.arrivals.shift.roster import CopyWeek
from app.services.arrivals.shift.roster_week import WEEK
from app.services.dormitory.care.caretaker_week import (
    CaretakerCell as CaretakerCell,
)
from app.services.dormitory.care.caretaker_week import (
    CaretakerWeek as CaretakerWeek,
)
from app.services.dormitory.care.caretaker_week import (
    KeptWing as KeptWing,
)
from app.services.dormitory.care.caretaker_week import (
    WingDuty as WingDuty,
)
from app.services.dormitory.care.caretaker_week import (
    caretaker_colleagues as caretaker_colleagues,
)
from app.services.dormitory.care.caretaker_week import (
    caretaker_now as caretaker_now,
)
from app.services.dormitory.care.caretaker_week import (
    caretaker_week as caretaker_week,
)
from app.services.dormitory.care.caretaker_week import (
    duties_between,
    keeps_wings,
    of_both_sides,
    sides_of,
)
from app.services.topics import Topic


@dataclass(frozen=True, slots=True)
class PlanCaretaker:
    """Somebody for one wing on one watch; a night belongs to the day it begins."""

    day: date
    watch: ShiftKind
    wing_id: UUID
    account_id: UUID


@dataclass(frozen=True, slots=True)
class CaretakerPlanned:
    """The planned duty; ``covers_both`` when she has wings of adults and of children then."""

    duty_id: UUID
    version: int
    covers_both: bool


@dataclass(frozen=True, slots=True)
class DropCaretaker:
    """A planned duty as it was seen."""

    duty_id: UUID
    version: int


@dataclass(frozen=True, slots=True)
class CaretakersCopied:
    """The duties that were added."""

    duties: tuple[DropCaretaker, ...]


def _unplan(done: CaretakerPlanned) -> Inverse:
    return Inverse(drop_caretaker, DropCaretaker(done.duty_id, done.version))


def _plan_again(done: PlanCaretaker) -> Inverse:
    return Inverse(plan_caretaker, done)


def _uncopy(done: CaretakersCopied) -> Inverse | None:
    return Inverse(drop_copied_caretakers, done) if done.duties else None


@act(Right.PLAN_CARETAKERS, Topic.CARETAKING, undo=_unplan)
def plan_caretaker(session: Session, context: Context, command: PlanCaretaker) -> CaretakerPlanned:
    """Plan a caretaker; one for adults and children alike is warned of and recorded.

    Raises:
        Refused: the wing is gone, the day is more than 31 days ago (``day``), or the
            account is closed, of a post that looks after no wing, or there already
            (``account``).
    """
    context.record(command.account_id, day=f"{command.day}", watch=command.watch)
    if session.get(Wing, command.wing_id) is None:
        raise Refused(Reason.STALE)
    if is_closed(command.day, context.today):
        raise Refused(Reason.DUTY_TOO_OLD, field="day")
    same = _on_watch(session, command)
    problem = _why_not(session, command, same)
    if problem is not None:
        raise Refused(problem, field="account")
    duty = _add(session, context, command)
    both = command.account_id in of_both_sides([*same, duty], sides_of(session))
    context.record(command.account_id, covers_both=both)
    return CaretakerPlanned(duty.id, duty.version, both)


@act(Right.PLAN_CARETAKERS, Topic.CARETAKING, undo=_plan_again)
def drop_caretaker(session: Session, context: Context, command: DropCaretaker) -> PlanCaretaker:
    """Take somebody off a wing.

    Raises:
        Refused: it was changed meanwhile, or the day is more than 31 days ago (``day``).
    """
    duty = session.get(CaretakerDuty, command.duty_id)
    if duty is None or duty.version != command.version:
        raise Refused(Reason.STALE)
    context.record(duty.account_id, day=f"{duty.day}", watch=duty.watch)
    if is_closed(duty.day, context.today):
        raise Refused(Reason.DUTY_TOO_OLD, field="day")
    again = PlanCaretaker(duty.day, duty.watch, duty.wing_id, duty.account_id)
    session.delete(duty)
    return again


@act(Right.PLAN_CARETAKERS, Topic.CARETAKING, undo=_uncopy)
def copy_caretakers(session: Session, context: Context, command: CopyWeek) -> CaretakersCopied:
    """Plan a week like another one; any day of a week stands for it.

    A wing that has somebody on a watch keeps whom it has. Days more than 31 days ago,
    closed accounts and posts that look after no wing any more are left out.
    """
    source, target = monday_of(command.from_monday), monday_of(command.to_monday)
    kept = {
        (duty.day, duty.watch, duty.wing_id)
        for duty in duties_between(session, target, target + WEEK)
    }
    added = []
    for duty in duties_between(session, source, source + WEEK):
        plan = PlanCaretaker(duty.day - source + target, duty.watch, duty.wing_id, duty.account_id)
        free = (plan.day, plan.watch, plan.wing_id) not in kept
        if free and not is_closed(plan.day, context.today) and not _why_not(session, plan, []):
            new = _add(session, context, plan)
            added.append(DropCaretaker(new.id, new.version))
    context.record(None, duties=len(added))
    return CaretakersCopied(tuple(added))


@act(Right.PLAN_CARETAKERS, Topic.CARETAKING)
def drop_copied_caretakers(session: Session, context: Context, command: CaretakersCopied) -> int:
    """Take all duties of a copied week off again.

    Raises:
        Refused: one of them was changed since.
    """
    context.record(None, duties=len(command.duties))
    for key in command.duties:
        duty = session.get(CaretakerDuty, key.duty_id)
        if duty is None or duty.version != key.version:
            raise Refused(Reason.MOVED_ON)
        session.delete(duty)
    return len(command.duties)


def _on_watch(session: Session, plan: PlanCaretaker) -> list[CaretakerDuty]:
    return list(
        session.execute(
            select(CaretakerDuty).where(
                CaretakerDuty.day == plan.day, CaretakerDuty.watch == plan.watch
            )
        ).scalars()
    )


def _why_not(session: Session, plan: PlanCaretaker, on_watch: list[CaretakerDuty]) -> Reason | None:
    account = session.get(Account, plan.account_id)
    if account is None or account.closed_at is not None:
        return Reason.DUTY_ACCOUNT_CLOSED
    if not keeps_wings(account):
        return Reason.DUTY_NOT_FOR_WING
    there = {(each.wing_id, each.account_id) for each in on_watch}
    return Reason.DUTY_TWICE if (plan.wing_id, plan.account_id) in there else None


def _add(session: Session, context: Context, plan: PlanCaretaker) -> CaretakerDuty:
    duty = CaretakerDuty(
        id=new_id(),
        origin_id=context.origin_id,
        day=plan.day,
        watch=plan.watch,
        wing_id=plan.wing_id,
        account_id=plan.account_id,
        planned_by=context.actor.account_id,
    )
    session.add(duty)
    session.flush()
    return duty
