# SPDX-License-Identifier: Apache-2.0
"""What a bed has to take into account, and who never shares a room with whom."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, Integer, Text, text
from sqlalchemy.orm import Mapped

from app.models.base import Base, Retention, Rooted, declared, is_instant, one_of, strict
from app.models.types import Flag, Id, Instant, Word
from app.policies.answers import AnswerState
from app.policies.dormitory.rules.needs import House
from app.policies.sight import InfoClass

_CASE = Retention.WITH_CASE
_SAFETY = InfoClass.SAFETY


class PlacementNeed(Rooted, Base):
    """What is known of one person's needs now; the audit says who changed it and when."""

    __tablename__ = "placement_need"
    __table_args__ = strict(
        one_of("house", House),
        one_of("exploited_state", AnswerState),
        is_instant("noted_at"),
        CheckConstraint("(exploited_state = 'given') = (exploited IS NOT NULL)", name="exploited"),
        CheckConstraint("watch BETWEEN 0 AND 3", name="watch_level"),
    )

    person_id: Mapped[UUID] = declared(
        Id(), InfoClass.PRESENCE, _CASE, ForeignKey("person.id"), unique=True
    )
    house: Mapped[House] = declared(Word(House), InfoClass.PRESENCE, _CASE)
    exploited: Mapped[bool | None] = declared(Flag(), InfoClass.CHRONOLOGY, _CASE)
    exploited_state: Mapped[AnswerState] = declared(Word(AnswerState), InfoClass.CHRONOLOGY, _CASE)
    watch: Mapped[int] = declared(Integer(), _SAFETY, _CASE)
    own_room: Mapped[bool] = declared(Flag(), InfoClass.HEALTH, _CASE)
    step_free: Mapped[bool] = declared(Flag(), InfoClass.CARE_NEEDS, _CASE)
    lower_bunk: Mapped[bool] = declared(Flag(), InfoClass.HEALTH, _CASE)
    noted_at: Mapped[datetime] = declared(Instant(), InfoClass.PRESENCE, _CASE)
    noted_by: Mapped[UUID] = declared(Id(), InfoClass.STAFF, _CASE, ForeignKey("account.id"))


class KeepApart(Rooted, Base):
    """Two who never share a room; both directions, the smaller id first."""

    __tablename__ = "keep_apart"
    __table_args__ = strict(
        is_instant("noted_at"),
        is_instant("ended_at"),
        CheckConstraint("one_id < other_id", name="two_people"),
        CheckConstraint("(ended_at IS NULL) = (ended_by IS NULL)", name="end_has_author"),
        Index(
            "uq_keep_apart_live",
            "one_id",
            "other_id",
            unique=True,
            sqlite_where=text("ended_at IS NULL"),
        ),
    )

    one_id: Mapped[UUID] = declared(Id(), _SAFETY, _CASE, ForeignKey("person.id"))
    other_id: Mapped[UUID] = declared(Id(), _SAFETY, _CASE, ForeignKey("person.id"), index=True)
    why: Mapped[str] = declared(Text(), InfoClass.CHRONOLOGY, _CASE)
    noted_at: Mapped[datetime] = declared(Instant(), _SAFETY, _CASE)
    noted_by: Mapped[UUID] = declared(Id(), InfoClass.STAFF, _CASE, ForeignKey("account.id"))
    ended_at: Mapped[datetime | None] = declared(Instant(), _SAFETY, _CASE)
    ended_by: Mapped[UUID | None] = declared(Id(), InfoClass.STAFF, _CASE, ForeignKey("account.id"))
