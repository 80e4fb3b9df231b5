# SPDX-License-Identifier: Apache-2.0
"""Walks through rooms with the checklist of the paper: beds, fans, tiles, clean."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.errors import Refused
from app.models.base import new_id
from app.models.dormitory.caretaking import Inspection, InspectionLine, Repair
from app.models.dormitory.rooms import Room, Wing
from app.models.staff.account import Account
from app.policies.access import Right
from app.policies.dormitory.beds.facts import RoomPurpose
from app.policies.dormitory.care.caretaking import CLOSED, InspectionPoint
from app.policies.people.names import TextProblem, clean_note
from app.policies.reasons import Reason
from app.services.acts import Context, Inverse, act, query
from app.services.topics import Topic


@dataclass(frozen=True, slots=True)
class InspectRoom:
    """What one walk found: each point that was looked at, and whether it was fine."""

    room_id: UUID
    fine: Mapping[InspectionPoint, bool]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Inspected:
    """The walk that was written down, and which points were not fine."""

    inspection_id: UUID
    room_name: str
    wrong: tuple[InspectionPoint, ...]


@dataclass(frozen=True, slots=True)
class RoomCareLine:
    """One room with its last walk (``looked_at`` is None before the first) and open repairs."""

    room_id: UUID
    name: str
    wing: str
    purpose: RoomPurpose
    looked_at: datetime | None
    looked_by: str
    fine: tuple[InspectionPoint, ...]
    wrong: tuple[InspectionPoint, ...]
    note: str
    open_repairs: int


def _take_back(done: Inspected) -> Inverse:
    return Inverse(take_back_inspection, done.inspection_id)


@act(Right.KEEP_DORMITORY, Topic.CARETAKING, undo=_take_back)
def inspect_room(session: Session, context: Context, command: InspectRoom) -> Inspected:
    """Write down one walk through a room.

    Raises:
        Refused: the room is gone (``room_id``), no point was marked (``fine``), or the
            note is too long (``note``).
    """
    context.record(command.room_id, points=len(command.fine))
    room = session.get(Room, command.room_id)
    if room is None:
        raise Refused(Reason.STALE, field="room_id")
    if not command.fine:
        raise Refused(Reason.NOTHING_LOOKED_AT, field="fine")
    try:
        note = clean_note(command.note)
    except TextProblem as problem:
        raise Refused(problem.reason, field="note") from problem
    walk = Inspection(
        id=new_id(),
        origin_id=context.origin_id,
        room_id=room.id,
        looked_at=context.now,
        looked_by=context.actor.account_id,
        note=note,
    )
    session.add(walk)
    session.flush()
    for point, fine in command.fine.items():
        session.add(
            InspectionLine(
                id=new_id(),
                origin_id=context.origin_id,
                inspection_id=walk.id,
                point=point,
                fine=fine,
            )
        )
    session.flush()
    wrong = tuple(point for point in InspectionPoint if command.fine.get(point) is False)
    context.record(room.id, wrong=len(wrong))
    return Inspected(walk.id, room.name, wrong)


@act(Right.KEEP_DORMITORY, Topic.CARETAKING)
def take_back_inspection(session: Session, context: Context, inspection_id: UUID) -> UUID:
    """Undo a walk that was a slip.

    Raises:
        Refused: it was taken back already.
    """
    walk = session.get(Inspection, inspection_id)
    if walk is None:
        raise Refused(Reason.MOVED_ON)
    context.record(walk.room_id)
    for line in session.execute(
        select(InspectionLine).where(InspectionLine.inspection_id == walk.id)
    ).scalars():
        session.delete(line)
    session.flush()
    session.delete(walk)
    return walk.room_id


@query(Right.READ_ROOMS)
def room_care(session: Session, _context: Context, _question: None) -> tuple[RoomCareLine, ...]:
    """Return every room in the order of the house with its last walk."""
    walks = _last_walks(session)
    points: dict[UUID, list[InspectionLine]] = {}
    for line in session.execute(
        select(InspectionLine).where(
            InspectionLine.inspection_id.in_([walk.id for walk, _by in walks.values()])
        )
    ).scalars():
        points.setdefault(line.inspection_id, []).append(line)
    repairs = Counter(
        session.execute(select(Repair.room_id).where(Repair.status.not_in(CLOSED))).scalars()
    )
    rows = session.execute(
        select(Room, Wing.name)
        .join(Wing, Wing.id == Room.wing_id)
        .order_by(Wing.position, Room.position, Room.name)
    )
    lines = []
    for room, wing in rows:
        walk, looked_by = walks.get(room.id, (None, ""))
        seen = {line.point: line.fine for line in points.get(walk.id, ())} if walk else {}
        lines.append(
            RoomCareLine(
                room.id,
                room.name,
                wing,
                room.purpose,
                walk.looked_at if walk else None,
                looked_by,
                tuple(point for point in InspectionPoint if seen.get(point) is True),
                tuple(point for point in InspectionPoint if seen.get(point) is False),
                walk.note if walk else "",
                repairs[room.id],
            )
        )
    return tuple(lines)


def _last_walks(session: Session) -> dict[UUID, tuple[Inspection, str]]:
    """Return each room's last walk with who went; of one instant, the one written later."""
    place = func.row_number().over(
        partition_by=Inspection.room_id,
        order_by=(Inspection.looked_at.desc(), Inspection.id.desc()),
    )
    newest = select(Inspection.id.label("id"), place.label("place")).subquery()
    rows = session.execute(
        select(Inspection, Account.name)
        .join(newest, (newest.c.id == Inspection.id) & (newest.c.place == 1))
        .join(Account, Account.id == Inspection.looked_by)
    )
    return {walk.room_id: (walk, by) for walk, by in rows}
