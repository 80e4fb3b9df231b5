# SPDX-License-Identifier: Apache-2.0
"""What is planned for a day to come, and the shelter's own rooming rules with their past."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, Integer, Text, text
from sqlalchemy.orm import Mapped

from app.models.base import Base, Retention, Rooted, declared, is_instant, one_of, strict
from app.models.types import Day, Flag, Id, Instant, Word
from app.policies.dormitory.beds.facts import RoomPurpose
from app.policies.sight import InfoClass

_CASE = Retention.WITH_CASE
_HOUSE = Retention.WITH_SHELTER
_PRESENCE = InfoClass.PRESENCE
_ROOMS = InfoClass.ROOMS
_STAFF = InfoClass.STAFF


class PurposeChange(Rooted, Base):
    """From which day a room serves another purpose; applied ones tell what it was before."""

    __tablename__ = "purpose_change"
    __table_args__ = strict(
        one_of("purpose", RoomPurpose),
        one_of("before", RoomPurpose),
        is_instant("decided_at"),
        is_instant("applied_at"),
        is_instant("cancelled_at"),
        CheckConstraint("applied_at IS NULL OR cancelled_at IS NULL", name="one_end"),
        CheckConstraint("(applied_at IS NULL) = (before IS NULL)", name="applied_has_before"),
        Index(
            "uq_purpose_change_planned",
            "room_id",
            unique=True,
            sqlite_where=text("applied_at IS NULL AND cancelled_at IS NULL"),
        ),
    )

    room_id: Mapped[UUID] = declared(Id(), _ROOMS, _HOUSE, ForeignKey("room.id"))
    purpose: Mapped[RoomPurpose] = declared(Word(RoomPurpose), _ROOMS, _HOUSE)
    before: Mapped[RoomPurpose | None] = declared(Word(RoomPurpose), _ROOMS, _HOUSE)
    from_day: Mapped[date] = declared(Day(), _ROOMS, _HOUSE)
    why: Mapped[str] = declared(Text(), _ROOMS, _HOUSE)
    decided_at: Mapped[datetime] = declared(Instant(), _ROOMS, _HOUSE)
    decided_by: Mapped[UUID] = declared(Id(), _STAFF, _HOUSE, ForeignKey("account.id"))
    applied_at: Mapped[datetime | None] = declared(Instant(), _ROOMS, _HOUSE)
    cancelled_at: Mapped[datetime | None] = declared(Instant(), _ROOMS, _HOUSE)


class PlannedMove(Rooted, Base):
    """Somebody who is to move on a day; nobody is ever moved by the date alone."""

    __tablename__ = "planned_move"
    __table_args__ = strict(
        is_instant("planned_at"),
        is_instant("done_at"),
        is_instant("cancelled_at"),
        CheckConstraint("done_at IS NULL OR cancelled_at IS NULL", name="one_end"),
        Index(
            "uq_planned_move_open",
            "person_id",
            unique=True,
            sqlite_where=text("done_at IS NULL AND cancelled_at IS NULL"),
        ),
    )

    person_id: Mapped[UUID] = declared(Id(), _PRESENCE, _CASE, ForeignKey("person.id"))
    bed_id: Mapped[UUID] = declared(Id(), _PRESENCE, _CASE, ForeignKey("bed.id"))
    on_day: Mapped[date] = declared(Day(), _PRESENCE, _CASE)
    change_id: Mapped[UUID | None] = declared(
        Id(), _PRESENCE, _CASE, ForeignKey("purpose_change.id"), index=True
    )
    why: Mapped[str] = declared(Text(), _PRESENCE, _CASE)
    planned_at: Mapped[datetime] = declared(Instant(), _PRESENCE, _CASE)
    planned_by: Mapped[UUID] = declared(Id(), _STAFF, _CASE, ForeignKey("account.id"))
    done_at: Mapped[datetime | None] = declared(Instant(), _PRESENCE, _CASE)
    cancelled_at: Mapped[datetime | None] = declared(Instant(), _PRESENCE, _CASE)


class RulesVersion(Rooted, Base):
    """One version of the rooming rules; it holds from its approval to the next one."""

    __tablename__ = "rules_version"
    __table_args__ = strict(
        is_instant("proposed_at"),
        is_instant("approved_at"),
        is_instant("dropped_at"),
        CheckConstraint("(approved_at IS NULL) = (approved_by IS NULL)", name="approval"),
        CheckConstraint("approved_at IS NULL OR dropped_at IS NULL", name="one_end"),
        CheckConstraint("needs_two = 0 OR approved_by IS NOT proposed_by", name="two_people"),
        Index(
            "uq_rules_version_waiting",
            "needs_two",
            unique=True,
            sqlite_where=text("approved_at IS NULL AND dropped_at IS NULL"),
        ),
    )

    seq: Mapped[int] = declared(Integer(), InfoClass.NOT_PERSONAL, _HOUSE, unique=True)
    houses_apart: Mapped[bool] = declared(Flag(), _ROOMS, _HOUSE)
    exploited_apart: Mapped[bool] = declared(Flag(), _ROOMS, _HOUSE)
    boys_up_to: Mapped[int] = declared(Integer(), _ROOMS, _HOUSE)
    space_dm2: Mapped[int] = declared(Integer(), _ROOMS, _HOUSE)
    near_from: Mapped[int] = declared(Integer(), _ROOMS, _HOUSE)
    company_from: Mapped[int] = declared(Integer(), _ROOMS, _HOUSE)
    caretaker_expected: Mapped[bool] = declared(Flag(), _ROOMS, _HOUSE)
    ground_floor: Mapped[bool] = declared(Flag(), _ROOMS, _HOUSE, server_default=text("1"))
    infant_under: Mapped[int] = declared(Integer(), _ROOMS, _HOUSE, server_default=text("2"))
    small_alone_under: Mapped[int] = declared(Integer(), _ROOMS, _HOUSE, server_default=text("7"))
    night_alone_under: Mapped[int] = declared(Integer(), _ROOMS, _HOUSE, server_default=text("13"))
    look_3: Mapped[int] = declared(Integer(), _ROOMS, _HOUSE, server_default=text("15"))
    look_2: Mapped[int] = declared(Integer(), _ROOMS, _HOUSE, server_default=text("60"))
    look_1: Mapped[int] = declared(Integer(), _ROOMS, _HOUSE, server_default=text("240"))
    needs_two: Mapped[bool] = declared(Flag(), _ROOMS, _HOUSE)
    basis: Mapped[str] = declared(Text(), _ROOMS, _HOUSE)
    proposed_at: Mapped[datetime] = declared(Instant(), _ROOMS, _HOUSE)
    proposed_by: Mapped[UUID] = declared(Id(), _STAFF, _HOUSE, ForeignKey("account.id"))
    approved_at: Mapped[datetime | None] = declared(Instant(), _ROOMS, _HOUSE)
    approved_by: Mapped[UUID | None] = declared(Id(), _STAFF, _HOUSE, ForeignKey("account.id"))
    dropped_at: Mapped[datetime | None] = declared(Instant(), _ROOMS, _HOUSE)
