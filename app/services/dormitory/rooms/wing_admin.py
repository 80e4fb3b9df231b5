# SPDX-License-Identifier: Apache-2.0
"""Wings as data: floor, side and house are settings of the building, never code."""

from dataclasses import dataclass, replace
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.errors import Refused
from app.models.base import new_id
from app.models.dormitory.rooms import Room, Wing
from app.policies.access import Right
from app.policies.dormitory.beds import facts
from app.policies.dormitory.beds.facts import Side
from app.policies.dormitory.beds.rooming import why_not_room
from app.policies.dormitory.night.cures import as_guest, without
from app.policies.dormitory.rules.needs import House
from app.policies.reasons import PERMITTABLE, Reason
from app.services.acts import Context, Inverse, act
from app.services.dormitory.facts import read
from app.services.dormitory.facts.known import known
from app.services.dormitory.rooms.room_admin import ROOM_TOPICS, free_name
from app.services.dormitory.rooms.room_beds import mentioned

LOWEST_FLOOR, HIGHEST_FLOOR = 1, 20


@dataclass(frozen=True, slots=True)
class AddWing:
    """A new wing at the end of the house."""

    name: str
    floor: int
    side: Side
    house: House | None = None


@dataclass(frozen=True, slots=True)
class ChangeWing:
    """A wing as it should be from now on, as it was seen."""

    wing_id: UUID
    version: int
    name: str
    side: Side
    house: House | None
    floor: int


@dataclass(frozen=True, slots=True)
class WingKey:
    """A wing as it was seen."""

    wing_id: UUID
    version: int


@dataclass(frozen=True, slots=True)
class ChangedWing:
    """A wing that was changed; ``uneasy`` people in it need a signature from now on."""

    wing_id: UUID
    version: int
    uneasy: int
    back: ChangeWing


def _remove(done: WingKey) -> Inverse:
    return Inverse(remove_wing, done)


def _change_back(done: ChangedWing) -> Inverse:
    return Inverse(change_wing, done.back)


@act(Right.MANAGE_ROOMS, *ROOM_TOPICS, undo=_remove)
def add_wing(session: Session, context: Context, command: AddWing) -> WingKey:
    """Add a wing without rooms.

    Raises:
        Refused: the field that cannot be so: ``name``, ``floor``.
    """
    name = free_name(session, command.name)
    _check_floor(command.floor)
    last = session.execute(select(func.max(Wing.position))).scalar_one()
    wing = Wing(
        id=new_id(),
        origin_id=context.origin_id,
        name=name,
        floor=command.floor,
        side=command.side,
        house=command.house,
        position=0 if last is None else last + 1,
    )
    session.add(wing)
    session.flush()
    context.record(wing.id, side=command.side)
    return WingKey(wing.id, wing.version)


@act(Right.MANAGE_ROOMS, *ROOM_TOPICS, undo=_change_back)
def change_wing(session: Session, context: Context, command: ChangeWing) -> ChangedWing:
    """Change name, floor, side or house of a wing.

    What would make the night of anybody there forbidden is refused. What would only ask for
    a signature (house, stairs) is allowed, counted, and stands on the nightly list.

    Raises:
        Refused: it was changed meanwhile, nothing changes, the field that cannot be so
            (``name``, ``floor``), or every reason that stands in the way (``side``).
    """
    wing = _seen(session, context, WingKey(command.wing_id, command.version))
    name = free_name(session, command.name, besides=wing.id)
    if command.floor != wing.floor:
        _check_floor(command.floor)
    back = ChangeWing(wing.id, 0, wing.name, wing.side, wing.house, wing.floor)
    if replace(command, version=0, name=name) == back:
        raise Refused(Reason.NOTHING_CHANGED)
    before = _reasons(session, context, wing.id)
    wing.name, wing.floor = name, command.floor
    wing.side, wing.house = command.side, command.house
    session.flush()
    after = _reasons(session, context, wing.id)
    fresh = {person_id: after[person_id] - before[person_id] for person_id in after}
    found = frozenset[Reason]().union(*fresh.values())
    hard = [reason for reason in Reason if reason in found - PERMITTABLE]
    if hard:
        raise Refused(*hard, field="side")
    uneasy = sum(bool(reasons) for reasons in fresh.values())
    context.record(wing.id, side=wing.side, uneasy=uneasy)
    return ChangedWing(wing.id, wing.version, uneasy, replace(back, version=wing.version))


@act(Right.MANAGE_ROOMS, *ROOM_TOPICS)
def remove_wing(session: Session, context: Context, command: WingKey) -> UUID:
    """Delete a wing that has no room and no past.

    Raises:
        Refused: it was changed meanwhile, or rooms or duties of the past belong to it.
    """
    wing = _seen(session, context, command)
    if mentioned(session, wing):
        raise Refused(Reason.WING_HAS_ROOMS)
    session.delete(wing)
    return command.wing_id


def _seen(session: Session, context: Context, key: WingKey) -> Wing:
    wing = session.get(Wing, key.wing_id)
    context.record(key.wing_id)
    if wing is None or wing.version != key.version:
        raise Refused(Reason.STALE)
    return wing


def _check_floor(floor: int) -> None:
    if not LOWEST_FLOOR <= floor <= HIGHEST_FLOOR:
        raise Refused(Reason.COUNT_LIMIT, field="floor")


def _reasons(session: Session, context: Context, wing_id: UUID) -> dict[UUID, frozenset[Reason]]:
    """Return what the rules have against the night of everybody in a wing."""
    about = known(session)
    kin = read.kin(session, context.now)
    rooms: list[facts.Room] = []
    for room_id in session.execute(select(Room.id).where(Room.wing_id == wing_id)).scalars():
        rooms += read.rooms(session, context.today, context.now, about, room_id)
    return {
        sleeper.person_id: frozenset(
            why_not_room(
                as_guest(sleeper), without(room, sleeper.person_id), context.today, kin
            ).reasons
        )
        for room in rooms
        for sleeper in room.occupants
    }
