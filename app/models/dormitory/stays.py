# SPDX-License-Identifier: Apache-2.0
"""Who slept where and when, and the alarms about pairs that nobody placed."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, Integer, text
from sqlalchemy.orm import Mapped

from app.models.base import Base, Retention, Rooted, declared, is_instant, one_of, strict
from app.models.types import Id, Instant, Word
from app.policies.sight import InfoClass

_CASE = Retention.WITH_CASE
_PRESENCE = InfoClass.PRESENCE


class StayEnd(StrEnum):
    """Why a stay ended."""

    MOVED = "moved"
    UNDONE = "undone"
    WITHDRAWN = "withdrawn"
    LEFT = "left"
    RELEASED = "released"


class Stay(Rooted, Base):
    """One person in one bed during [starts_at, ends_at); open while she sleeps there.

    All rules hold from its start; until somebody in the wing has received her it shows as
    being on the way from the desk.
    """

    __tablename__ = "stay"
    __table_args__ = strict(
        is_instant("starts_at"),
        is_instant("ends_at"),
        one_of("end_reason", StayEnd),
        CheckConstraint("ends_at IS NULL OR ends_at >= starts_at", name="ends_after_start"),
        CheckConstraint("(ends_at IS NULL) = (ended_by IS NULL)", name="end_has_author"),
        CheckConstraint("(ends_at IS NULL) = (end_reason IS NULL)", name="end_has_reason"),
        is_instant("received_at"),
        CheckConstraint("(received_at IS NULL) = (received_by IS NULL)", name="receipt"),
        Index("ix_stay_bed", "bed_id", "starts_at"),
        Index("ix_stay_person", "person_id", "starts_at"),
        Index("ix_stay_open", "bed_id", "person_id", sqlite_where=text("ends_at IS NULL")),
    )

    person_id: Mapped[UUID] = declared(Id(), _PRESENCE, _CASE, ForeignKey("person.id"))
    bed_id: Mapped[UUID] = declared(Id(), _PRESENCE, _CASE, ForeignKey("bed.id"))
    starts_at: Mapped[datetime] = declared(Instant(), _PRESENCE, _CASE)
    ends_at: Mapped[datetime | None] = declared(Instant(), _PRESENCE, _CASE)
    placed_by: Mapped[UUID] = declared(Id(), InfoClass.STAFF, _CASE, ForeignKey("account.id"))
    ended_by: Mapped[UUID | None] = declared(Id(), InfoClass.STAFF, _CASE, ForeignKey("account.id"))
    end_reason: Mapped[StayEnd | None] = declared(Word(StayEnd), _PRESENCE, _CASE)
    received_at: Mapped[datetime | None] = declared(Instant(), _PRESENCE, _CASE)
    received_by: Mapped[UUID | None] = declared(
        Id(), InfoClass.STAFF, _CASE, ForeignKey("account.id")
    )
    seq: Mapped[int] = declared(Integer(), InfoClass.NOT_PERSONAL, _CASE)


class AlarmCause(StrEnum):
    """What made the pair forbidden; never a placing act."""

    FACT = "fact"
    BIRTHDAY = "birthday"
    EXPIRED = "expired"
    FOREIGN_PROGRAM = "foreign_program"


class AlarmRule(StrEnum):
    """Which hard rule the pair breaks."""

    CHILD_WITH_ADULT = "child_with_adult"
    MAYBE_ADULT_WITH_YOUNG = "maybe_adult_with_young"
    KEPT_APART = "kept_apart"
    SEX_UNKNOWN = "sex_unknown"


class RoomingAlarm(Rooted, Base):
    """Two persons in one room whom nobody placed so; loud until cured.

    ``child_id`` is the one to protect, ``adult_id`` the adult or who may be one; of two who
    are kept apart the smaller id comes first, and before her of whom the sex is not known.
    """

    __tablename__ = "rooming_alarm"
    __table_args__ = strict(
        Index(
            "uq_rooming_alarm_open",
            "child_id",
            "adult_id",
            unique=True,
            sqlite_where=text("closed_at IS NULL"),
        ),
        is_instant("opened_at"),
        is_instant("closed_at"),
        one_of("cause", AlarmCause),
        one_of("rule", AlarmRule),
    )

    room_id: Mapped[UUID] = declared(Id(), _PRESENCE, _CASE, ForeignKey("room.id"))
    child_id: Mapped[UUID] = declared(Id(), _PRESENCE, _CASE, ForeignKey("person.id"))
    adult_id: Mapped[UUID] = declared(Id(), _PRESENCE, _CASE, ForeignKey("person.id"))
    rule: Mapped[AlarmRule] = declared(Word(AlarmRule), _PRESENCE, _CASE)
    cause: Mapped[AlarmCause] = declared(Word(AlarmCause), _PRESENCE, _CASE)
    opened_at: Mapped[datetime] = declared(Instant(), _PRESENCE, _CASE)
    closed_at: Mapped[datetime | None] = declared(Instant(), _PRESENCE, _CASE)
