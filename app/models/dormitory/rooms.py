# SPDX-License-Identifier: Apache-2.0
"""Floors, wings, rooms and beds: which side they are for is data, never code."""

from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Integer, Text, UniqueConstraint
from sqlalchemy.orm import Mapped

from app.models.base import Base, Retention, Rooted, declared, strict
from app.models.types import Flag, Id, Word
from app.policies.dormitory.beds.facts import RoomPurpose, Side
from app.policies.dormitory.rules.needs import House
from app.policies.sight import InfoClass

_HOUSE = Retention.WITH_SHELTER
_ROOMS = InfoClass.ROOMS


class Wing(Rooted, Base):
    """A part of a floor with its own side and its own caretaker."""

    __tablename__ = "wing"

    name: Mapped[str] = declared(Text(), _ROOMS, _HOUSE, unique=True)
    floor: Mapped[int] = declared(Integer(), _ROOMS, _HOUSE)
    side: Mapped[Side] = declared(Word(Side), _ROOMS, _HOUSE)
    position: Mapped[int] = declared(Integer(), _ROOMS, _HOUSE)
    house: Mapped[House | None] = declared(Word(House), _ROOMS, _HOUSE)


class Room(Rooted, Base):
    """A room and what it is used for."""

    __tablename__ = "room"
    __table_args__ = strict(CheckConstraint("area_dm2 > 0", name="has_area"))

    wing_id: Mapped[UUID] = declared(Id(), _ROOMS, _HOUSE, ForeignKey("wing.id"), index=True)
    name: Mapped[str] = declared(Text(), _ROOMS, _HOUSE, unique=True)
    purpose: Mapped[RoomPurpose] = declared(Word(RoomPurpose), _ROOMS, _HOUSE)
    area_dm2: Mapped[int] = declared(Integer(), _ROOMS, _HOUSE)
    near_caretaker: Mapped[bool] = declared(Flag(), _ROOMS, _HOUSE)
    step_free: Mapped[bool] = declared(Flag(), _ROOMS, _HOUSE, default=False)
    position: Mapped[int] = declared(Integer(), _ROOMS, _HOUSE)


class Bed(Rooted, Base):
    """A bed; it never changes its room (another room's bed is another row)."""

    __tablename__ = "bed"
    __table_args__ = strict(UniqueConstraint("room_id", "label"))

    room_id: Mapped[UUID] = declared(Id(), _ROOMS, _HOUSE, ForeignKey("room.id"))
    label: Mapped[str] = declared(Text(), _ROOMS, _HOUSE)
    mattress: Mapped[bool] = declared(Flag(), _ROOMS, _HOUSE, default=False)
    out_of_use: Mapped[bool] = declared(Flag(), _ROOMS, _HOUSE, default=False)
    upper: Mapped[bool] = declared(Flag(), _ROOMS, _HOUSE, default=False)
