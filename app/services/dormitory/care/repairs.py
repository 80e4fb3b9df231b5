# SPDX-License-Identifier: Apache-2.0
"""Repairs asked for by whoever sees what is broken (paper: fans and bathrooms)."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from app.errors import Refused
from app.models.base import new_id
from app.models.dormitory.caretaking import Repair
from app.models.dormitory.rooms import Room, Wing
from app.models.staff.account import Account
from app.policies.access import Right
from app.policies.dormitory.care.caretaking import CLOSED, RepairKind, RepairStatus, repair_problem
from app.policies.people.names import TextProblem, clean_note
from app.policies.reasons import Reason
from app.services.acts import Context, Inverse, act, query
from app.services.topics import Topic

_CLOSED_SHOWN = 30
"""How many closed requests the list goes on to show."""


@dataclass(frozen=True, slots=True)
class AskRepair:
    """What is broken where; ``note`` says what, and has to for ``OTHER``."""

    room_id: UUID
    kind: RepairKind
    note: str = ""


@dataclass(frozen=True, slots=True)
class RepairKey:
    """One request as it was seen."""

    repair_id: UUID
    version: int


@dataclass(frozen=True, slots=True)
class ChangeRepair:
    """How far a repair is now."""

    repair_id: UUID
    version: int
    status: RepairStatus


@dataclass(frozen=True, slots=True)
class RepairChanged:
    """A repair after a change, and how far it was before."""

    repair_id: UUID
    version: int
    status: RepairStatus
    before: RepairStatus


@dataclass(frozen=True, slots=True)
class RepairLine:
    """One request as the list shows it."""

    repair_id: UUID
    version: int
    room_id: UUID
    room: str
    wing: str
    kind: RepairKind
    note: str
    status: RepairStatus
    asked_at: datetime
    asked_by: str
    changed_at: datetime
    changed_by: str

    @property
    def open(self) -> bool:
        """Say whether something is still to be done."""
        return self.status not in CLOSED


def _take_back(done: RepairKey) -> Inverse:
    return Inverse(take_back_repair, done)


def _change_back(done: RepairChanged) -> Inverse:
    return Inverse(change_repair_back, ChangeRepair(done.repair_id, done.version, done.before))


@act(Right.KEEP_DORMITORY, Topic.CARETAKING, undo=_take_back)
def ask_repair(session: Session, context: Context, command: AskRepair) -> RepairKey:
    """Ask for a repair.

    Raises:
        Refused: the room is gone (``room_id``), or the note is too long or missing where
            nothing else says what is broken (``note``).
    """
    context.record(command.room_id, kind=command.kind)
    if session.get(Room, command.room_id) is None:
        raise Refused(Reason.STALE, field="room_id")
    try:
        note = clean_note(command.note)
    except TextProblem as problem:
        raise Refused(problem.reason, field="note") from problem
    if command.kind is RepairKind.OTHER and not note:
        raise Refused(Reason.NOTHING_TO_WRITE, field="note")
    repair = Repair(
        id=new_id(),
        origin_id=context.origin_id,
        room_id=command.room_id,
        kind=command.kind,
        note=note,
        status=RepairStatus.ASKED,
        asked_at=context.now,
        asked_by=context.actor.account_id,
        changed_at=context.now,
        changed_by=context.actor.account_id,
    )
    session.add(repair)
    session.flush()
    return RepairKey(repair.id, repair.version)


@act(Right.KEEP_DORMITORY, Topic.CARETAKING)
def take_back_repair(session: Session, context: Context, command: RepairKey) -> UUID:
    """Undo a request that was a slip.

    Raises:
        Refused: somebody works on it or closed it meanwhile.
    """
    repair = session.get(Repair, command.repair_id)
    if repair is None or repair.version != command.version:
        raise Refused(Reason.MOVED_ON)
    context.record(repair.room_id, kind=repair.kind)
    session.delete(repair)
    return repair.room_id


@act(Right.KEEP_DORMITORY, Topic.CARETAKING, undo=_change_back)
def change_repair(session: Session, context: Context, command: ChangeRepair) -> RepairChanged:
    """Say how far a repair is; mended and not needed are final, except for undo.

    Raises:
        Refused: somebody changed it meanwhile, it is closed, or nothing changes.
    """
    repair = session.get(Repair, command.repair_id)
    if repair is None or repair.version != command.version:
        raise Refused(Reason.STALE)
    context.record(repair.room_id, kind=repair.kind, status=command.status)
    problem = repair_problem(repair.status, command.status)
    if problem is not None:
        raise Refused(problem)
    return _set(session, context, repair, command.status)


@act(Right.KEEP_DORMITORY, Topic.CARETAKING)
def change_repair_back(session: Session, context: Context, command: ChangeRepair) -> RepairChanged:
    """Undo a change: the request is as far as it was before.

    Raises:
        Refused: it has changed since.
    """
    repair = session.get(Repair, command.repair_id)
    if repair is None or repair.version != command.version:
        raise Refused(Reason.MOVED_ON)
    context.record(repair.room_id, kind=repair.kind, status=command.status)
    return _set(session, context, repair, command.status)


@query(Right.READ_ROOMS)
def repairs(session: Session, _context: Context, _question: None) -> tuple[RepairLine, ...]:
    """Return open requests, the longest waiting first, then the last 30 closed ones."""
    asker, changer = aliased(Account), aliased(Account)
    every = (
        select(Repair, Room, Wing.name, asker.name, changer.name)
        .join(Room, Room.id == Repair.room_id)
        .join(Wing, Wing.id == Room.wing_id)
        .join(asker, asker.id == Repair.asked_by)
        .join(changer, changer.id == Repair.changed_by)
    )
    waiting = every.where(Repair.status.not_in(CLOSED)).order_by(Repair.asked_at, Repair.id)
    closed = (
        every.where(Repair.status.in_(CLOSED))
        .order_by(Repair.changed_at.desc(), Repair.id.desc())
        .limit(_CLOSED_SHOWN)
    )
    rows = [*session.execute(waiting), *session.execute(closed)]
    return tuple(
        RepairLine(
            repair.id,
            repair.version,
            room.id,
            room.name,
            wing,
            repair.kind,
            repair.note,
            repair.status,
            repair.asked_at,
            asked_by,
            repair.changed_at,
            changed_by,
        )
        for repair, room, wing, asked_by, changed_by in rows
    )


def _set(session: Session, context: Context, repair: Repair, status: RepairStatus) -> RepairChanged:
    before = repair.status
    repair.status = status
    repair.changed_at = max(context.now, repair.asked_at)
    repair.changed_by = context.actor.account_id
    session.flush()
    return RepairChanged(repair.id, repair.version, status, before)
