# SPDX-License-Identifier: Apache-2.0
"""Rooms and beds taken out of the plan; nothing of the past is lost.

What anybody ever slept in is never deleted: its beds go out of use and the room becomes a
spare one, so that every past night can still be told.
"""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from app.errors import Refused
from app.models.base import new_id
from app.models.dormitory.plans import PurposeChange
from app.models.dormitory.rooms import Bed, Room, Wing
from app.policies.access import Right
from app.policies.dormitory.beds.facts import RoomPurpose
from app.policies.dormitory.rooms.building import beds_problem
from app.policies.reasons import Reason
from app.services.acts import Context, Inverse, act
from app.services.dormitory.rooms.room_beds import (
    beds_of,
    drop,
    kept_beds,
    mentioned,
    slept_in,
    stand_again,
)
from app.services.dormitory.rooms.room_use import planned_change, set_purpose
from app.services.topics import Topic

_TOPICS = (Topic.BEDS, Topic.SHELTER, Topic.PLANS)


@dataclass(frozen=True, slots=True)
class RoomKey:
    """A room as it was seen."""

    room_id: UUID
    version: int


@dataclass(frozen=True, slots=True)
class RemovedRoom:
    """A room that is out of the plan, as it was before; ``kept`` because of its past.

    ``beds`` are the letters that were in use, ``upper`` those of them that were upper bunks.
    """

    room_id: UUID
    kept: bool
    wing_id: UUID
    name: str
    purpose: RoomPurpose
    area_dm2: int
    near_caretaker: bool
    step_free: bool
    position: int
    beds: tuple[str, ...]
    upper: frozenset[str]


@dataclass(frozen=True, slots=True)
class BedKey:
    """A bed as it was seen."""

    bed_id: UUID
    version: int


@dataclass(frozen=True, slots=True)
class RemovedBed:
    """A bed that is gone or out of use; the same letter may come back."""

    room_id: UUID
    label: str
    upper: bool


def _bring_back(done: RemovedRoom) -> Inverse:
    return Inverse(bring_room_back, done)


def _bed_back(done: RemovedBed) -> Inverse:
    return Inverse(bring_bed_back, done)


@act(Right.MANAGE_ROOMS, *_TOPICS, undo=_bring_back)
def remove_room(session: Session, context: Context, command: RoomKey) -> RemovedRoom:
    """Take a room out of the plan: deleted when nothing ever happened in it.

    Otherwise its beds go out of use and it becomes a spare room.

    Raises:
        Refused: it was changed meanwhile, somebody sleeps in it, a bed of it is reserved,
            another use of it is planned, or it is out of use because of its past already.
    """
    room = session.get(Room, command.room_id)
    context.record(command.room_id)
    if room is None or room.version != command.version:
        raise Refused(Reason.STALE)
    _refuse(session, context, room)
    used = [bed for bed in beds_of(session, room.id) if not bed.out_of_use]
    before = (
        room.wing_id,
        room.name,
        room.purpose,
        room.area_dm2,
        room.near_caretaker,
        room.step_free,
        room.position,
        tuple(bed.label for bed in used),
        frozenset(bed.label for bed in used if bed.upper),
    )
    every = session.execute(select(Bed).where(Bed.room_id == room.id)).scalars()
    drop(session, context, list(every))
    kept = _has_past(session, room)
    if not kept:
        session.execute(delete(PurposeChange).where(PurposeChange.room_id == room.id))
        session.delete(room)
    elif room.purpose is not RoomPurpose.SPARE:
        set_purpose(session, context, room, RoomPurpose.SPARE, "")
    elif not used:
        raise Refused(Reason.ROOM_KEPT)
    session.flush()
    return RemovedRoom(command.room_id, kept, *before)


@act(Right.MANAGE_ROOMS, *_TOPICS)
def bring_room_back(session: Session, context: Context, command: RemovedRoom) -> UUID:
    """Undo a removal: the same room with the same beds.

    Raises:
        Refused: its wing is gone, its name is taken by now, or its use was changed meanwhile.
    """
    context.record(command.room_id)
    room = session.get(Room, command.room_id)
    if room is None:
        if session.get(Wing, command.wing_id) is None or not free_again(session, command.name):
            raise Refused(Reason.MOVED_ON)
        room = Room(
            id=new_id(),
            origin_id=context.origin_id,
            wing_id=command.wing_id,
            name=command.name,
            purpose=command.purpose,
            area_dm2=command.area_dm2,
            near_caretaker=command.near_caretaker,
            step_free=command.step_free,
            position=command.position,
        )
        session.add(room)
        session.flush()
    elif room.purpose is not RoomPurpose.SPARE or planned_change(session, room.id) is not None:
        raise Refused(Reason.MOVED_ON)
    for label in command.beds:
        stand_again(session, context, room.id, label, upper=label in command.upper)
    if room.purpose is not command.purpose:
        set_purpose(session, context, room, command.purpose, "")
    return room.id


@act(Right.MANAGE_ROOMS, *_TOPICS, undo=_bed_back)
def remove_bed(session: Session, context: Context, command: BedKey) -> RemovedBed:
    """Take one bed away: deleted when nobody ever had it, else out of use.

    Raises:
        Refused: it was changed meanwhile, somebody sleeps in it, it is reserved, or it is
            the last one of a bedroom.
    """
    bed = session.get(Bed, command.bed_id)
    context.record(command.bed_id)
    if bed is None or bed.version != command.version or bed.out_of_use or bed.mattress:
        raise Refused(Reason.STALE)
    if bed.id in slept_in(session, bed.room_id):
        raise Refused(Reason.BED_TAKEN)
    room = session.get_one(Room, bed.room_id)
    left = sum(not each.out_of_use for each in beds_of(session, room.id)) - 1
    problem = beds_problem(left, bedroom=room.purpose is RoomPurpose.BEDROOM)
    if problem is not None:
        raise Refused(problem)
    done = RemovedBed(room.id, bed.label, bed.upper)
    drop(session, context, [bed])
    return done


@act(Right.MANAGE_ROOMS, *_TOPICS)
def bring_bed_back(session: Session, context: Context, command: RemovedBed) -> UUID:
    """Undo the removal of a bed.

    Raises:
        Refused: the room is gone, or a bed with this letter is in use again.
    """
    context.record(command.room_id)
    used = {bed.label for bed in beds_of(session, command.room_id) if not bed.out_of_use}
    if session.get(Room, command.room_id) is None or command.label in used:
        raise Refused(Reason.MOVED_ON)
    return stand_again(session, context, command.room_id, command.label, upper=command.upper)


def free_again(session: Session, name: str, besides: UUID | None = None) -> bool:
    """Say whether no other room or wing has a name; capital letters make no difference."""
    known = (
        (owner, other)
        for named in (select(Room.id, Room.name), select(Wing.id, Wing.name))
        for owner, other in session.execute(named)
    )
    return not any(
        owner != besides and other.casefold() == name.casefold() for owner, other in known
    )


def _has_past(session: Session, room: Room) -> bool:
    """Say whether anything happened in a room besides that it was added."""
    changes = list(
        session.execute(select(PurposeChange).where(PurposeChange.room_id == room.id)).scalars()
    )
    return (
        mentioned(session, room, but=frozenset({"purpose_change"}))
        or len(changes) > 1
        or any(mentioned(session, change) for change in changes)
    )


def _refuse(session: Session, context: Context, room: Room) -> None:
    if slept_in(session, room.id):
        raise Refused(Reason.ROOM_OCCUPIED)
    if kept_beds(session, context, room.id):
        raise Refused(Reason.BED_RESERVED)
    if planned_change(session, room.id) is not None:
        raise Refused(Reason.CHANGE_PLANNED)
