# SPDX-License-Identifier: Apache-2.0
"""Beds that are reserved or blocked, and beds given by a signature."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, Text, text
from sqlalchemy.orm import Mapped

from app.models.base import Base, Retention, Rooted, declared, is_instant, one_of, strict
from app.models.types import Day, Id, Instant, Word
from app.policies.dormitory.beds.holds import BlockKind, HoldEnd, PermitEnd
from app.policies.sight import InfoClass

_CASE = Retention.WITH_CASE
_HOUSE = Retention.WITH_SHELTER
_PRESENCE = InfoClass.PRESENCE
_ROOMS = InfoClass.ROOMS
_STAFF = InfoClass.STAFF


class Block(Rooted, Base):
    """A bed or a whole room that nobody may lie down in, up to and including a day."""

    __tablename__ = "block"
    __table_args__ = strict(
        one_of("kind", BlockKind),
        is_instant("starts_at"),
        is_instant("lifted_at"),
        CheckConstraint("(bed_id IS NULL) <> (room_id IS NULL)", name="bed_or_room"),
        CheckConstraint("(lifted_at IS NULL) = (lifted_by IS NULL)", name="end_has_author"),
        Index("ix_block_live", "room_id", "bed_id", sqlite_where=text("lifted_at IS NULL")),
    )

    bed_id: Mapped[UUID | None] = declared(Id(), _ROOMS, _HOUSE, ForeignKey("bed.id"))
    room_id: Mapped[UUID | None] = declared(Id(), _ROOMS, _HOUSE, ForeignKey("room.id"))
    kind: Mapped[BlockKind] = declared(Word(BlockKind), _ROOMS, _HOUSE)
    why: Mapped[str] = declared(Text(), _ROOMS, _HOUSE)
    starts_at: Mapped[datetime] = declared(Instant(), _ROOMS, _HOUSE)
    until_day: Mapped[date] = declared(Day(), _ROOMS, _HOUSE)
    blocked_by: Mapped[UUID] = declared(Id(), _STAFF, _HOUSE, ForeignKey("account.id"))
    lifted_at: Mapped[datetime | None] = declared(Instant(), _ROOMS, _HOUSE)
    lifted_by: Mapped[UUID | None] = declared(Id(), _STAFF, _HOUSE, ForeignKey("account.id"))


class Hold(Rooted, Base):
    """A bed kept for somebody on her way; ``batch_id`` joins the beds of one group."""

    __tablename__ = "hold"
    __table_args__ = strict(
        one_of("end_reason", HoldEnd),
        is_instant("starts_at"),
        is_instant("expires_at"),
        is_instant("ended_at"),
        CheckConstraint("expires_at > starts_at", name="expires_after_start"),
        CheckConstraint("(ended_at IS NULL) = (end_reason IS NULL)", name="end_has_reason"),
        Index("uq_hold_live", "bed_id", unique=True, sqlite_where=text("ended_at IS NULL")),
    )

    bed_id: Mapped[UUID] = declared(Id(), _PRESENCE, _CASE, ForeignKey("bed.id"))
    batch_id: Mapped[UUID] = declared(Id(), _PRESENCE, _CASE, index=True)
    label: Mapped[str] = declared(Text(), _PRESENCE, _CASE)
    person_id: Mapped[UUID | None] = declared(Id(), _PRESENCE, _CASE, ForeignKey("person.id"))
    starts_at: Mapped[datetime] = declared(Instant(), _PRESENCE, _CASE)
    expires_at: Mapped[datetime] = declared(Instant(), _PRESENCE, _CASE)
    held_by: Mapped[UUID] = declared(Id(), _STAFF, _CASE, ForeignKey("account.id"))
    ended_at: Mapped[datetime | None] = declared(Instant(), _PRESENCE, _CASE)
    end_reason: Mapped[HoldEnd | None] = declared(Word(HoldEnd), _PRESENCE, _CASE)


class PlacementPermit(Rooted, Base):
    """A signature for a bed that the rules only give with permission; on the morning's list.

    ``rules`` are the codes it set aside, with spaces between them.
    """

    __tablename__ = "placement_permit"
    __table_args__ = strict(
        one_of("end_reason", PermitEnd),
        is_instant("signed_at"),
        is_instant("expires_at"),
        is_instant("ended_at"),
        CheckConstraint("expires_at > signed_at", name="expires_after_signing"),
        CheckConstraint("(ended_at IS NULL) = (end_reason IS NULL)", name="end_has_reason"),
        Index("ix_placement_permit_open", "person_id", sqlite_where=text("ended_at IS NULL")),
    )

    stay_id: Mapped[UUID] = declared(Id(), _PRESENCE, _CASE, ForeignKey("stay.id"), unique=True)
    person_id: Mapped[UUID] = declared(Id(), _PRESENCE, _CASE, ForeignKey("person.id"))
    rules: Mapped[str] = declared(Text(), InfoClass.SAFETY, _CASE)
    why: Mapped[str] = declared(Text(), InfoClass.SAFETY, _CASE)
    signed_at: Mapped[datetime] = declared(Instant(), _PRESENCE, _CASE)
    signed_by: Mapped[UUID] = declared(Id(), _STAFF, _CASE, ForeignKey("account.id"))
    expires_at: Mapped[datetime] = declared(Instant(), _PRESENCE, _CASE)
    ended_at: Mapped[datetime | None] = declared(Instant(), _PRESENCE, _CASE)
    ended_by: Mapped[UUID | None] = declared(Id(), _STAFF, _CASE, ForeignKey("account.id"))
    end_reason: Mapped[PermitEnd | None] = declared(Word(PermitEnd), _PRESENCE, _CASE)
