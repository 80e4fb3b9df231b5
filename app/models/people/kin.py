# SPDX-License-Identifier: Apache-2.0
"""Kinship as declared or verified, and the night's exceptions that were signed."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, Text, text
from sqlalchemy.orm import Mapped

from app.models.base import Base, Retention, Rooted, declared, is_instant, one_of, strict
from app.models.types import Id, Instant, Word
from app.policies.people.kinship import ExceptionKind, KinKind, KinStanding
from app.policies.sight import InfoClass

_CASE = Retention.WITH_CASE
_FAMILY = InfoClass.FAMILY


class Kinship(Rooted, Base):
    """Two people of one family; who they are never changes, it can only end."""

    __tablename__ = "kinship"
    __table_args__ = strict(
        one_of("kind", KinKind),
        one_of("standing", KinStanding),
        is_instant("declared_at"),
        is_instant("verified_at"),
        is_instant("ended_at"),
        CheckConstraint("elder_id <> younger_id", name="two_people"),
        CheckConstraint(
            "(standing = 'verified') = (verified_at IS NOT NULL)", name="verified_has_time"
        ),
        CheckConstraint(
            "(verified_at IS NULL) = (verified_by IS NULL)", name="verified_has_author"
        ),
        CheckConstraint("(ended_at IS NULL) = (ended_by IS NULL)", name="end_has_author"),
        Index(
            "uq_kinship_live",
            "elder_id",
            "younger_id",
            unique=True,
            sqlite_where=text("ended_at IS NULL"),
        ),
    )

    elder_id: Mapped[UUID] = declared(Id(), _FAMILY, _CASE, ForeignKey("person.id"))
    younger_id: Mapped[UUID] = declared(Id(), _FAMILY, _CASE, ForeignKey("person.id"), index=True)
    kind: Mapped[KinKind] = declared(Word(KinKind), _FAMILY, _CASE)
    standing: Mapped[KinStanding] = declared(Word(KinStanding), _FAMILY, _CASE)
    declared_at: Mapped[datetime] = declared(Instant(), _FAMILY, _CASE)
    declared_by: Mapped[UUID] = declared(Id(), InfoClass.STAFF, _CASE, ForeignKey("account.id"))
    verified_at: Mapped[datetime | None] = declared(Instant(), _FAMILY, _CASE)
    verified_by: Mapped[UUID | None] = declared(
        Id(), InfoClass.STAFF, _CASE, ForeignKey("account.id")
    )
    proof: Mapped[str] = declared(Text(), _FAMILY, _CASE, default="")
    ended_at: Mapped[datetime | None] = declared(Instant(), _FAMILY, _CASE)
    ended_by: Mapped[UUID | None] = declared(Id(), InfoClass.STAFF, _CASE, ForeignKey("account.id"))


class RoomingException(Rooted, Base):
    """Two people who may share a room without others until a stated instant."""

    __tablename__ = "rooming_exception"
    __table_args__ = strict(
        one_of("kind", ExceptionKind),
        is_instant("signed_at"),
        is_instant("expires_at"),
        is_instant("ended_at"),
        CheckConstraint("elder_id <> younger_id", name="two_people"),
        CheckConstraint("expires_at > signed_at", name="lasts"),
        CheckConstraint("length(trim(observation)) >= 10", name="observed"),
        Index(
            "uq_rooming_exception_live",
            "elder_id",
            "younger_id",
            unique=True,
            sqlite_where=text("ended_at IS NULL"),
        ),
    )

    kinship_id: Mapped[UUID] = declared(Id(), _FAMILY, _CASE, ForeignKey("kinship.id"))
    elder_id: Mapped[UUID] = declared(Id(), _FAMILY, _CASE, ForeignKey("person.id"))
    younger_id: Mapped[UUID] = declared(Id(), _FAMILY, _CASE, ForeignKey("person.id"), index=True)
    kind: Mapped[ExceptionKind] = declared(Word(ExceptionKind), _FAMILY, _CASE)
    observation: Mapped[str] = declared(Text(), _FAMILY, _CASE)
    signed_at: Mapped[datetime] = declared(Instant(), _FAMILY, _CASE)
    signed_by: Mapped[UUID] = declared(Id(), InfoClass.STAFF, _CASE, ForeignKey("account.id"))
    expires_at: Mapped[datetime] = declared(Instant(), _FAMILY, _CASE)
    ended_at: Mapped[datetime | None] = declared(Instant(), _FAMILY, _CASE)
