# SPDX-License-Identifier: Apache-2.0
"""Starting a watch at the desk; it ends with a handover."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.errors import Refused
from app.models.arrivals.shift import Shift
from app.models.base import new_id
from app.models.staff.account import Account
from app.policies.access import Right
from app.policies.arrivals.shifts import ShiftKind, kind_at
from app.policies.reasons import Reason
from app.services.acts import Context, act, query
from app.services.dormitory.night.alarms import check_the_night
from app.services.dormitory.night.checks import keep_check
from app.services.numbers import next_event
from app.services.topics import Topic


@dataclass(frozen=True, slots=True)
class ShiftLine:
    """The open watch as the banner shows it."""

    shift_id: UUID
    kind: ShiftKind
    officer_id: UUID
    officer: str
    started_at: datetime
    note: str


_OPEN = select(Shift).where(Shift.ended_at.is_(None)).order_by(Shift.seq.desc()).limit(1)
_OPEN_ID = _OPEN.with_only_columns(Shift.id)


def open_shift(session: Session) -> Shift | None:
    """Return the watch that was not handed over yet."""
    return session.execute(_OPEN).scalar_one_or_none()


def open_shift_id(session: Session) -> UUID | None:
    """Return which watch that is, for an act that only has to name it."""
    return session.connection().execute(_OPEN_ID).scalar_one_or_none()


@act(Right.RUN_SHIFT, Topic.SHIFT, Topic.ALARMS, Topic.BEDS, Topic.PLANS)
def start_shift(session: Session, context: Context, _command: None) -> UUID:
    """Begin a watch and look for pairs that a birthday made forbidden.

    Raises:
        Refused: a watch is still open; it has to be handed over first.
    """
    if open_shift(session) is not None:
        raise Refused(Reason.SHIFT_OPEN)
    return begin(session, context, context.actor.account_id)


def begin(session: Session, context: Context, officer_id: UUID) -> UUID:
    """Open a watch for ``officer_id`` inside the running act; the dormitory is checked with it."""
    shift = Shift(
        id=new_id(),
        origin_id=context.origin_id,
        kind=kind_at(context.zone.local(context.now)),
        officer_id=officer_id,
        started_at=context.now,
        seq=next_event(session),
        note="",
    )
    session.add(shift)
    session.flush()
    check_the_night(session, context)
    keep_check(session, context)
    context.record(shift.id, kind=shift.kind)
    return shift.id


@query(Right.READ_ROOMS)
def shift_now(session: Session, context: Context, _question: None) -> ShiftLine | None:
    """Return the open watch, if there is one."""
    shift = open_shift(session)
    if shift is None:
        return None
    officer = session.get_one(Account, shift.officer_id)
    return ShiftLine(shift.id, shift.kind, officer.id, officer.name, shift.started_at, shift.note)
