# SPDX-License-Identifier: Apache-2.0
"""Nightly checks that were made, kept for the compliance screen with what they found."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.base import new_id
from app.models.dormitory.findings import RoomingCheck, RoomingFinding
from app.models.staff.account import Account
from app.policies.access import Right, Role
from app.policies.dormitory.beds.secrecy import told
from app.policies.dormitory.night.findings import FindingKind
from app.policies.dormitory.night.night_list import KIND_OF
from app.policies.reasons import MASKED_REASONS
from app.services.acts import Context, act, query
from app.services.dormitory.night.alarms import check_the_night
from app.services.dormitory.night.findings import look
from app.services.topics import Topic


@dataclass(frozen=True, slots=True)
class Checked:
    """A check that was made, and how much it found."""

    check_id: UUID
    findings: int


@dataclass(frozen=True, slots=True)
class Period:
    """Days of the shelter's calendar, the last one included."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class CheckLine:
    """One check; what is about secrets counts together under no kind for who may not know."""

    check_id: UUID
    checked_at: datetime
    checked_by: str
    people: int
    rooms: int
    counts: tuple[tuple[FindingKind | None, int], ...]

    @property
    def findings(self) -> int:
        """Return how much it found."""
        return sum(count for _kind, count in self.counts)


@act(Right.CHECK_ROOMING, Topic.ALARMS, Topic.BEDS)
def run_night_check(session: Session, context: Context, _command: None) -> Checked:
    """Look over the dormitory now and keep what is found; alarms that time made due open."""
    check_the_night(session, context)
    done = keep_check(session, context)
    context.record(done.check_id, findings=done.findings)
    return done


def keep_check(session: Session, context: Context) -> Checked:
    """Look over the dormitory and keep what is found, inside the running act."""
    looked = look(session, context)
    check = RoomingCheck(
        id=new_id(),
        origin_id=context.origin_id,
        checked_at=context.now,
        checked_by=context.actor.account_id,
        people=looked.people,
        rooms=looked.bedrooms,
    )
    session.add(check)
    session.flush()
    session.add_all(
        RoomingFinding(
            id=new_id(),
            origin_id=context.origin_id,
            check_id=check.id,
            kind=finding.kind,
            room_id=finding.room_id,
            wing_id=finding.wing_id,
            person_id=finding.person_id,
            other_id=finding.other_id,
        )
        for finding in looked.findings
    )
    session.flush()
    return Checked(check.id, len(looked.findings))


@query(Right.CHECK_ROOMING)
def night_checks(session: Session, context: Context, question: Period) -> tuple[CheckLine, ...]:
    """Return the checks of some days, the newest first."""
    zone = context.zone.local(context.now).tzinfo
    start = datetime.combine(question.first, time(), zone)
    end = datetime.combine(question.last + timedelta(days=1), time(), zone)
    rows = session.execute(
        _CHECKS.where(RoomingCheck.checked_at >= start, RoomingCheck.checked_at < end)
    )
    return tuple(_line(session, context.actor.role, check, name) for check, name in rows)


_CHECKS = (
    select(RoomingCheck, Account.name)
    .join(Account, Account.id == RoomingCheck.checked_by)
    .order_by(RoomingCheck.checked_at.desc(), RoomingCheck.id.desc())
)


def last_check(session: Session, context: Context) -> CheckLine | None:
    """Return the newest check, if there was any."""
    row = session.execute(_CHECKS.limit(1)).one_or_none()
    return None if row is None else _line(session, context.actor.role, *row)


def _line(session: Session, role: Role, check: RoomingCheck, checked_by: str) -> CheckLine:
    hidden = _hidden_kinds(role)
    found = Counter(
        None if kind in hidden else kind
        for kind in session.execute(
            select(RoomingFinding.kind).where(RoomingFinding.check_id == check.id)
        ).scalars()
    )
    order = {kind: place for place, kind in enumerate(FindingKind)}
    counts = sorted(found.items(), key=lambda each: order[each[0]] if each[0] else -1)
    return CheckLine(
        check.id, check.checked_at, checked_by, check.people, check.rooms, tuple(counts)
    )


def _hidden_kinds(role: Role) -> frozenset[FindingKind]:
    return frozenset(
        KIND_OF[reason] for reason in MASKED_REASONS if told(role, [reason]) != (reason,)
    )
