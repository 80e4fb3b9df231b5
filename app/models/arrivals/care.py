# SPDX-License-Identifier: Apache-2.0
"""Needs ticked with their time, medicine, belongings kept, promises she was given."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Integer, Text, UniqueConstraint
from sqlalchemy.orm import Mapped

from app.models.base import Base, Retention, Rooted, declared, one_of, strict
from app.models.types import Id, Instant, Word
from app.policies.arrivals.care import BelongingKind, MedicineOutcome, NeedKind, ToldKind
from app.policies.sight import InfoClass

_CASE = Retention.WITH_CASE
_PRESENCE = InfoClass.PRESENCE
_CARE = InfoClass.CARE_NEEDS


class Need(Rooted, Base):
    """A basic need that was met; one tick for each kind and arrival."""

    __tablename__ = "need"
    __table_args__ = strict(one_of("kind", NeedKind), UniqueConstraint("arrival_id", "kind"))

    arrival_id: Mapped[UUID] = declared(Id(), _PRESENCE, _CASE, ForeignKey("arrival.id"))
    kind: Mapped[NeedKind] = declared(Word(NeedKind), _CARE, _CASE)
    met_at: Mapped[datetime] = declared(Instant(), _CARE, _CASE)
    met_by: Mapped[UUID] = declared(Id(), InfoClass.STAFF, _CASE, ForeignKey("account.id"))


class Medicine(Rooted, Base):
    """One medicine offered: what, how much, when, taken or refused; never the diagnosis."""

    __tablename__ = "medicine"
    __table_args__ = strict(one_of("outcome", MedicineOutcome))

    person_id: Mapped[UUID] = declared(Id(), _CARE, _CASE, ForeignKey("person.id"), index=True)
    shift_id: Mapped[UUID | None] = declared(
        Id(), InfoClass.NOT_PERSONAL, _CASE, ForeignKey("shift.id"), index=True
    )
    name: Mapped[str] = declared(Text(), _CARE, _CASE)
    dose: Mapped[str] = declared(Text(), _CARE, _CASE)
    outcome: Mapped[MedicineOutcome] = declared(Word(MedicineOutcome), _CARE, _CASE)
    given_at: Mapped[datetime] = declared(Instant(), _CARE, _CASE)
    given_by: Mapped[UUID] = declared(Id(), InfoClass.STAFF, _CASE, ForeignKey("account.id"))
    seq: Mapped[int] = declared(Integer(), InfoClass.NOT_PERSONAL, _CASE)


class Belonging(Rooted, Base):
    """One thing kept for her, and when it went back."""

    __tablename__ = "belonging"
    __table_args__ = strict(
        one_of("kind", BelongingKind),
        CheckConstraint("(returned_at IS NULL) = (returned_by IS NULL)", name="return_has_author"),
    )

    arrival_id: Mapped[UUID] = declared(
        Id(), _PRESENCE, _CASE, ForeignKey("arrival.id"), index=True
    )
    kind: Mapped[BelongingKind] = declared(Word(BelongingKind), _PRESENCE, _CASE)
    what: Mapped[str] = declared(Text(), _PRESENCE, _CASE)
    kept_where: Mapped[str] = declared(Text(), _PRESENCE, _CASE)
    kept_at: Mapped[datetime] = declared(Instant(), _PRESENCE, _CASE)
    kept_by: Mapped[UUID] = declared(Id(), InfoClass.STAFF, _CASE, ForeignKey("account.id"))
    returned_at: Mapped[datetime | None] = declared(Instant(), _PRESENCE, _CASE)
    returned_by: Mapped[UUID | None] = declared(
        Id(), InfoClass.STAFF, _CASE, ForeignKey("account.id")
    )


class Told(Rooted, Base):
    """A promise she was given before she came, so that it can be put right (paper)."""

    __tablename__ = "told"
    __table_args__ = strict(one_of("kind", ToldKind), UniqueConstraint("arrival_id", "kind"))

    arrival_id: Mapped[UUID] = declared(Id(), _PRESENCE, _CASE, ForeignKey("arrival.id"))
    kind: Mapped[ToldKind] = declared(Word(ToldKind), _PRESENCE, _CASE)
    words: Mapped[str] = declared(Text(), _PRESENCE, _CASE, default="")
    noted_at: Mapped[datetime] = declared(Instant(), _PRESENCE, _CASE)
    noted_by: Mapped[UUID] = declared(Id(), InfoClass.STAFF, _CASE, ForeignKey("account.id"))
