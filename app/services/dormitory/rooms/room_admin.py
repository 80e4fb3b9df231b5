# SPDX-License-Identifier: Apache-2.0
"""Rooms as data: added and changed; floor space, beds and bunks by the people who run it."""

from dataclasses import dataclass, replace
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session
from sqlalchemy.orm.attributes import flag_modified

from app.errors import Refused
from app.models.base import new_id
from app.models.dormitory.rooms import Room, Wing
from app.policies.access import Right
from app.policies.dormitory.beds.facts import RoomPurpose
from app.policies.dormitory.rooms.building import area_problem, beds_problem
from app.policies.people.names import TextProblem, clean_name
from app.policies.reasons import Reason
from app.services.acts import Context, Inverse, act
from app.services.dormitory.rooms.room_beds import beds_of, fit, make_upper
from app.services.dormitory.rooms.room_removal import RoomKey, free_again, remove_room
from app.services.dormitory.rooms.room_use import set_purpose
from app.services.topics import Topic

ROOM_TOPICS = (Topic.BEDS, Topic.SHELTER, Topic.PLANS)


@dataclass(frozen=True, slots=True)
class AddRoom:
    """A new room; ``upper`` are the letters of upper bunks, ``area_dm2`` its floor."""

    wing_id: UUID
    name: str
    area_dm2: int
    beds: int
    near_caretaker: bool = False
    step_free: bool = False
    upper: tuple[str, ...] = ()
    purpose: RoomPurpose = RoomPurpose.BEDROOM


@dataclass(frozen=True, slots=True)
class ChangeRoom:
    """A room as it should be from now on, as it was seen; ``beds`` in use are wanted."""

    room_id: UUID
    version: int
    name: str
    area_dm2: int
    beds: int
    near_caretaker: bool
    step_free: bool
    upper: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ChangedRoom:
    """A room that was changed, and what would change it back."""

    room_id: UUID
    version: int
    back: ChangeRoom


def _remove(done: RoomKey) -> Inverse:
    return Inverse(remove_room, done)


def _change_back(done: ChangedRoom) -> Inverse:
    return Inverse(change_room, done.back)


@act(Right.MANAGE_ROOMS, *ROOM_TOPICS, undo=_remove)
def add_room(session: Session, context: Context, command: AddRoom) -> RoomKey:
    """Add a room with its beds at the end of a wing; its use is dated from today.

    Raises:
        Refused: the wing is gone, or the field that cannot be so: ``name``, ``area_dm2``,
            ``beds``, ``upper``.
    """
    if session.get(Wing, command.wing_id) is None:
        raise Refused(Reason.STALE)
    name = free_name(session, command.name)
    _check(area_problem(command.area_dm2), "area_dm2")
    bedroom = command.purpose is RoomPurpose.BEDROOM
    _check(beds_problem(command.beds, bedroom=bedroom), "beds")
    last = session.execute(
        select(func.max(Room.position)).where(Room.wing_id == command.wing_id)
    ).scalar_one()
    room = Room(
        id=new_id(),
        origin_id=context.origin_id,
        wing_id=command.wing_id,
        name=name,
        purpose=RoomPurpose.SPARE,
        area_dm2=command.area_dm2,
        near_caretaker=command.near_caretaker,
        step_free=command.step_free,
        position=0 if last is None else last + 1,
    )
    session.add(room)
    session.flush()
    fit(session, context, room.id, command.beds)
    make_upper(session, room.id, command.upper)
    if command.purpose is not RoomPurpose.SPARE:
        set_purpose(session, context, room, command.purpose, "")
    context.record(room.id, beds=command.beds)
    return RoomKey(room.id, room.version)


@act(Right.MANAGE_ROOMS, *ROOM_TOPICS, undo=_change_back)
def change_room(session: Session, context: Context, command: ChangeRoom) -> ChangedRoom:
    """Change what is known of a room and how many beds stand in it.

    A floor space that was larger than a bedroom's may stay as it is.

    Raises:
        Refused: it was changed meanwhile, nothing changes, more people sleep in it than
            beds would be left, or the field that cannot be so: ``name``, ``area_dm2``,
            ``beds``, ``upper``.
    """
    room = session.get(Room, command.room_id)
    context.record(command.room_id)
    if room is None or room.version != command.version:
        raise Refused(Reason.STALE)
    before = as_it_is(session, room)
    name = free_name(session, command.name, besides=room.id)
    if command.area_dm2 != room.area_dm2:
        _check(area_problem(command.area_dm2), "area_dm2")
    bedroom = room.purpose is RoomPurpose.BEDROOM
    _check(beds_problem(command.beds, bedroom=bedroom), "beds")
    fit(session, context, room.id, command.beds)
    make_upper(session, room.id, command.upper)
    room.name, room.area_dm2 = name, command.area_dm2
    room.near_caretaker, room.step_free = command.near_caretaker, command.step_free
    if as_it_is(session, room) == before:
        raise Refused(Reason.NOTHING_CHANGED)
    flag_modified(room, "name")
    session.flush()
    context.record(room.id, beds=command.beds)
    return ChangedRoom(room.id, room.version, replace(before, version=room.version))


def free_name(session: Session, typed: str, besides: UUID | None = None) -> str:
    """Return the name of a room or wing that no other room or wing has.

    Raises:
        Refused: it is empty, too long, or known (``name``).
    """
    try:
        name = clean_name(typed)
    except TextProblem as problem:
        raise Refused(problem.reason, field="name") from problem
    if not name:
        raise Refused(Reason.NAME_MISSING, field="name")
    if not free_again(session, name, besides):
        raise Refused(Reason.ROOM_KNOWN, field="name")
    return name


def as_it_is(session: Session, room: Room) -> ChangeRoom:
    """Return the command that would leave a room as it is."""
    used = [bed for bed in beds_of(session, room.id) if not bed.out_of_use]
    return ChangeRoom(
        room.id,
        room.version,
        room.name,
        room.area_dm2,
        len(used),
        room.near_caretaker,
        room.step_free,
        tuple(bed.label for bed in used if bed.upper),
    )


def _check(problem: Reason | None, field: str) -> None:
    if problem is not None:
        raise Refused(problem, field=field)
