# SPDX-License-Identifier: Apache-2.0
"""How closely somebody is watched since when, and each look at her; written once, kept."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, Integer, Text
from sqlalchemy.orm import Mapped

from app.models.base import Base, Retention, Rooted, declared, is_instant, one_of, strict
from app.models.types import Id, Instant, Word
from app.policies.dormitory.care.rounds import Found
from app.policies.sight import InfoClass

_CASE = Retention.WITH_CASE
_SAFETY = InfoClass.SAFETY


class WatchLevel(Rooted, Base):
    """A level of watch from one instant on; a trigger writes it whenever the need changes."""

    __tablename__ = "watch_level"
    __table_args__ = strict(
        is_instant("changed_at"),
        CheckConstraint("level BETWEEN 0 AND 3", name="watch_level"),
        Index("ix_watch_level_person", "person_id", "seq"),
    )

    person_id: Mapped[UUID] = declared(Id(), _SAFETY, _CASE, ForeignKey("person.id"))
    level: Mapped[int] = declared(Integer(), _SAFETY, _CASE)
    changed_at: Mapped[datetime] = declared(Instant(), _SAFETY, _CASE)
    changed_by: Mapped[UUID] = declared(Id(), InfoClass.STAFF, _CASE, ForeignKey("account.id"))
    seq: Mapped[int] = declared(Integer(), InfoClass.NOT_PERSONAL, _CASE)


class WatchLook(Rooted, Base):
    """Somebody looked in on her; or a look was a slip, and ``takes_back_id`` says which."""

    __tablename__ = "watch_look"
    __table_args__ = strict(
        one_of("found", Found),
        is_instant("seen_at"),
        CheckConstraint("level BETWEEN 1 AND 3", name="watch_level"),
        CheckConstraint("(found IS NULL) = (takes_back_id IS NOT NULL)", name="look_or_slip"),
        Index("ix_watch_look_person", "person_id", "seq"),
    )

    person_id: Mapped[UUID] = declared(Id(), _SAFETY, _CASE, ForeignKey("person.id"))
    seen_at: Mapped[datetime] = declared(Instant(), _SAFETY, _CASE)
    seen_by: Mapped[UUID] = declared(Id(), InfoClass.STAFF, _CASE, ForeignKey("account.id"))
    level: Mapped[int] = declared(Integer(), _SAFETY, _CASE)
    found: Mapped[Found | None] = declared(Word(Found), _SAFETY, _CASE)
    words: Mapped[str] = declared(Text(), _SAFETY, _CASE, default="")
    takes_back_id: Mapped[UUID | None] = declared(
        Id(), InfoClass.NOT_PERSONAL, _CASE, ForeignKey("watch_look.id"), unique=True
    )
    seq: Mapped[int] = declared(Integer(), InfoClass.NOT_PERSONAL, _CASE)
