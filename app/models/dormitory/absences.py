# SPDX-License-Identifier: Apache-2.0
"""Who is away from her bed or has none yet, where, and since when."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, Integer, Text, text
from sqlalchemy.orm import Mapped

from app.models.base import Base, Retention, Rooted, declared, is_instant, one_of, strict
from app.models.types import Id, Instant, Word
from app.policies.dormitory.away.whereabouts import AbsenceKind, ChildCare
from app.policies.sight import InfoClass

_CASE = Retention.WITH_CASE
_PRESENCE = InfoClass.PRESENCE


class Absence(Rooted, Base):
    """One stretch of being somewhere else; open until she is back.

    ``child_care`` says who looks after her children meanwhile; a relative is named.
    """

    __tablename__ = "absence"
    __table_args__ = strict(
        one_of("kind", AbsenceKind),
        is_instant("starts_at"),
        is_instant("ends_at"),
        is_instant("due_back"),
        CheckConstraint("ends_at IS NULL OR ends_at >= starts_at", name="ends_after_start"),
        CheckConstraint("(ends_at IS NULL) = (ended_by IS NULL)", name="end_has_author"),
        one_of("child_care", ChildCare),
        CheckConstraint(
            "coalesce(child_care = 'relative', 0) = (carer_id IS NOT NULL)", name="carer"
        ),
        Index("uq_absence_open", "person_id", unique=True, sqlite_where=text("ends_at IS NULL")),
    )

    person_id: Mapped[UUID] = declared(Id(), _PRESENCE, _CASE, ForeignKey("person.id"), index=True)
    kind: Mapped[AbsenceKind] = declared(Word(AbsenceKind), _PRESENCE, _CASE)
    starts_at: Mapped[datetime] = declared(Instant(), _PRESENCE, _CASE)
    ends_at: Mapped[datetime | None] = declared(Instant(), _PRESENCE, _CASE)
    noted_by: Mapped[UUID] = declared(Id(), InfoClass.STAFF, _CASE, ForeignKey("account.id"))
    ended_by: Mapped[UUID | None] = declared(Id(), InfoClass.STAFF, _CASE, ForeignKey("account.id"))
    due_back: Mapped[datetime | None] = declared(Instant(), _PRESENCE, _CASE)
    escort: Mapped[str] = declared(Text(), _PRESENCE, _CASE, default="")
    note: Mapped[str] = declared(Text(), _PRESENCE, _CASE, default="")
    child_care: Mapped[ChildCare | None] = declared(Word(ChildCare), _PRESENCE, _CASE)
    carer_id: Mapped[UUID | None] = declared(Id(), _PRESENCE, _CASE, ForeignKey("person.id"))
    seq: Mapped[int] = declared(Integer(), InfoClass.NOT_PERSONAL, _CASE)
