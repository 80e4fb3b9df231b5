# SPDX-License-Identifier: Apache-2.0
"""The timetable of the TV rooms, split by age group (paper: one TV room for all ages)."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.errors import Refused
from app.models.base import new_id
from app.models.dormitory.caretaking import TvSlot
from app.models.dormitory.rooms import Room, Wing
from app.policies.access import Right
from app.policies.dormitory.beds.facts import RoomPurpose, Side
from app.policies.dormitory.care.caretaking import TvTime, tv_problem
from app.policies.reasons import Reason
from app.services.acts import Context, Inverse, act, query
from app.services.topics import Topic


@dataclass(frozen=True, slots=True)
class AddSlot:
    """A weekly time; Monday is 0, minutes count from midnight."""

    room_id: UUID
    weekday: int
    from_minute: int
    to_minute: int
    side: Side


@dataclass(frozen=True, slots=True)
class SlotKey:
    """One time of the timetable as it was seen."""

    slot_id: UUID
    version: int


@dataclass(frozen=True, slots=True)
class SlotLine:
    """One time of the timetable."""

    slot_id: UUID
    version: int
    weekday: int
    from_minute: int
    to_minute: int
    side: Side


@dataclass(frozen=True, slots=True)
class TvRoom:
    """A TV room with its week, Monday morning first."""

    room_id: UUID
    name: str
    wing: str
    slots: tuple[SlotLine, ...]


def _remove(done: SlotKey) -> Inverse:
    return Inverse(remove_slot, done)


def _add_again(done: AddSlot) -> Inverse:
    return Inverse(add_slot, done)


@act(Right.KEEP_DORMITORY, Topic.CARETAKING, undo=_remove)
def add_slot(session: Session, context: Context, command: AddSlot) -> SlotKey:
    """Give a TV room to adults or to children at one time of each week.

    Raises:
        Refused: the room is gone or no TV room (``room_id``), the day is none
            (``weekday``), neither adults nor children (``side``), a time that cannot be
            (``from_minute``, ``to_minute``), or one that is given already.
    """
    context.record(command.room_id, weekday=command.weekday, side=command.side)
    room = session.get(Room, command.room_id)
    if room is None:
        raise Refused(Reason.STALE, field="room_id")
    if command.weekday not in range(7):
        raise Refused(Reason.DATE_IMPOSSIBLE, field="weekday")
    wanted = TvTime(command.from_minute, command.to_minute, command.side)
    given = [
        TvTime(each.from_minute, each.to_minute, each.side)
        for each in session.execute(
            select(TvSlot).where(TvSlot.room_id == room.id, TvSlot.weekday == command.weekday)
        ).scalars()
    ]
    problem = tv_problem(room.purpose, wanted, given)
    if problem is not None:
        reason, field = problem
        raise Refused(reason, field=field)
    slot = TvSlot(
        id=new_id(),
        origin_id=context.origin_id,
        room_id=room.id,
        weekday=command.weekday,
        from_minute=command.from_minute,
        to_minute=command.to_minute,
        side=command.side,
    )
    session.add(slot)
    session.flush()
    return SlotKey(slot.id, slot.version)


@act(Right.KEEP_DORMITORY, Topic.CARETAKING, undo=_add_again)
def remove_slot(session: Session, context: Context, command: SlotKey) -> AddSlot:
    """Take a time off the timetable.

    Raises:
        Refused: somebody took it off meanwhile.
    """
    slot = session.get(TvSlot, command.slot_id)
    if slot is None or slot.version != command.version:
        raise Refused(Reason.STALE)
    context.record(slot.room_id, weekday=slot.weekday, side=slot.side)
    session.delete(slot)
    return AddSlot(slot.room_id, slot.weekday, slot.from_minute, slot.to_minute, slot.side)


@query(Right.READ_ROOMS)
def tv_week(session: Session, _context: Context, _question: None) -> tuple[TvRoom, ...]:
    """Return the TV rooms in the order of the house, each with its times of the week."""
    slots: dict[UUID, list[SlotLine]] = {}
    for slot in session.execute(
        select(TvSlot).order_by(TvSlot.weekday, TvSlot.from_minute)
    ).scalars():
        slots.setdefault(slot.room_id, []).append(
            SlotLine(
                slot.id,
                slot.version,
                slot.weekday,
                slot.from_minute,
                slot.to_minute,
                slot.side,
            )
        )
    rows = session.execute(
        select(Room, Wing.name)
        .join(Wing, Wing.id == Room.wing_id)
        .where(Room.purpose == RoomPurpose.TV_ROOM)
        .order_by(Wing.position, Room.position, Room.name)
    )
    return tuple(
        TvRoom(room.id, room.name, wing, tuple(slots.get(room.id, ()))) for room, wing in rows
    )
