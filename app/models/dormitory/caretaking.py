# SPDX-License-Identifier: Apache-2.0
"""The caretakers' own books: linen, inspections, repairs, counts."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, Integer, Text, UniqueConstraint
from sqlalchemy.orm import Mapped

from app.models.base import Base, Retention, Rooted, declared, is_instant, one_of, strict
from app.models.types import Flag, Id, Instant, Word
from app.policies.dormitory.beds.facts import Side
from app.policies.dormitory.care.caretaking import InspectionPoint, Item, RepairKind, RepairStatus
from app.policies.sight import InfoClass

_CASE = Retention.WITH_CASE
_HOUSE = Retention.WITH_SHELTER
_PRESENCE = InfoClass.PRESENCE
_ROOMS = InfoClass.ROOMS
_STAFF = InfoClass.STAFF


class IssuedItem(Rooted, Base):
    """Linen or a kit that somebody was given, until she brings it back."""

    __tablename__ = "issued_item"
    __table_args__ = strict(
        one_of("item", Item),
        is_instant("issued_at"),
        is_instant("returned_at"),
        CheckConstraint("count BETWEEN 1 AND 20", name="some"),
        CheckConstraint("(returned_at IS NULL) = (returned_to IS NULL)", name="return_has_author"),
    )

    person_id: Mapped[UUID] = declared(Id(), _PRESENCE, _CASE, ForeignKey("person.id"), index=True)
    item: Mapped[Item] = declared(Word(Item), _PRESENCE, _CASE)
    count: Mapped[int] = declared(Integer(), _PRESENCE, _CASE)
    issued_at: Mapped[datetime] = declared(Instant(), _PRESENCE, _CASE)
    issued_by: Mapped[UUID] = declared(Id(), _STAFF, _CASE, ForeignKey("account.id"))
    returned_at: Mapped[datetime | None] = declared(Instant(), _PRESENCE, _CASE)
    returned_to: Mapped[UUID | None] = declared(Id(), _STAFF, _CASE, ForeignKey("account.id"))


class Inspection(Rooted, Base):
    """One walk through one room."""

    __tablename__ = "inspection"
    __table_args__ = strict(is_instant("looked_at"))

    room_id: Mapped[UUID] = declared(Id(), _ROOMS, _HOUSE, ForeignKey("room.id"), index=True)
    looked_at: Mapped[datetime] = declared(Instant(), _ROOMS, _HOUSE)
    looked_by: Mapped[UUID] = declared(Id(), _STAFF, _HOUSE, ForeignKey("account.id"))
    note: Mapped[str] = declared(Text(), _ROOMS, _HOUSE)


class InspectionLine(Rooted, Base):
    """One point of an inspection."""

    __tablename__ = "inspection_line"
    __table_args__ = strict(
        one_of("point", InspectionPoint), UniqueConstraint("inspection_id", "point")
    )

    inspection_id: Mapped[UUID] = declared(Id(), _ROOMS, _HOUSE, ForeignKey("inspection.id"))
    point: Mapped[InspectionPoint] = declared(Word(InspectionPoint), _ROOMS, _HOUSE)
    fine: Mapped[bool] = declared(Flag(), _ROOMS, _HOUSE)


class Repair(Rooted, Base):
    """Something that was asked to be mended, and how far it is."""

    __tablename__ = "repair"
    __table_args__ = strict(
        one_of("kind", RepairKind),
        one_of("status", RepairStatus),
        is_instant("asked_at"),
        is_instant("changed_at"),
    )

    room_id: Mapped[UUID] = declared(Id(), _ROOMS, _HOUSE, ForeignKey("room.id"), index=True)
    kind: Mapped[RepairKind] = declared(Word(RepairKind), _ROOMS, _HOUSE)
    note: Mapped[str] = declared(Text(), _ROOMS, _HOUSE)
    status: Mapped[RepairStatus] = declared(Word(RepairStatus), _ROOMS, _HOUSE)
    asked_at: Mapped[datetime] = declared(Instant(), _ROOMS, _HOUSE)
    asked_by: Mapped[UUID] = declared(Id(), _STAFF, _HOUSE, ForeignKey("account.id"))
    changed_at: Mapped[datetime] = declared(Instant(), _ROOMS, _HOUSE)
    changed_by: Mapped[UUID] = declared(Id(), _STAFF, _HOUSE, ForeignKey("account.id"))


class TvSlot(Rooted, Base):
    """When the TV room is whose, each week; minutes count from midnight."""

    __tablename__ = "tv_slot"
    __table_args__ = strict(
        one_of("side", Side),
        CheckConstraint("weekday BETWEEN 0 AND 6", name="weekday"),
        CheckConstraint("0 <= from_minute AND from_minute < to_minute", name="from_before_to"),
        CheckConstraint("to_minute <= 1440", name="one_day"),
        Index("ix_tv_slot_weekday", "room_id", "weekday"),
    )

    room_id: Mapped[UUID] = declared(Id(), _ROOMS, _HOUSE, ForeignKey("room.id"))
    weekday: Mapped[int] = declared(Integer(), _ROOMS, _HOUSE)
    from_minute: Mapped[int] = declared(Integer(), _ROOMS, _HOUSE)
    to_minute: Mapped[int] = declared(Integer(), _ROOMS, _HOUSE)
    side: Mapped[Side] = declared(Word(Side), _ROOMS, _HOUSE)


class Headcount(Rooted, Base):
    """How many were counted in a wing beside how many should be there; both stay."""

    __tablename__ = "headcount"
    __table_args__ = strict(
        is_instant("counted_at"),
        CheckConstraint("counted >= 0 AND expected >= 0", name="people"),
        Index("ix_headcount_wing", "wing_id", "counted_at"),
    )

    wing_id: Mapped[UUID] = declared(Id(), _ROOMS, _HOUSE, ForeignKey("wing.id"))
    counted: Mapped[int] = declared(Integer(), _ROOMS, _HOUSE)
    expected: Mapped[int] = declared(Integer(), _ROOMS, _HOUSE)
    note: Mapped[str] = declared(Text(), _ROOMS, _HOUSE)
    counted_at: Mapped[datetime] = declared(Instant(), _ROOMS, _HOUSE)
    counted_by: Mapped[UUID] = declared(Id(), _STAFF, _HOUSE, ForeignKey("account.id"))
