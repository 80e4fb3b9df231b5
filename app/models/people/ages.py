# SPDX-License-Identifier: Apache-2.0
"""What was said of an age, side by side, and how two persons end a presumption."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Integer, Text
from sqlalchemy.orm import Mapped

from app.models.base import Base, Retention, Rooted, declared, is_instant, one_of, strict
from app.models.types import Day, Flag, Id, Instant, Word
from app.policies.people.age import PROVEN, AgeBand, AgeBasis, AgeReason, BirthPrecision
from app.policies.sight import InfoClass

_CASE = Retention.WITH_CASE
_PRESENCE, _IDENTITY, _STAFF = InfoClass.PRESENCE, InfoClass.IDENTITY, InfoClass.STAFF


class PresumptionEnd(Rooted, Base):
    """A proposal to treat somebody as the adult that a paper or an assessment shows.

    ``age_text`` is what it says, ``proof`` which paper or whose assessment, ``proof_on`` its date.
    """

    __tablename__ = "presumption_end"
    __table_args__ = strict(
        is_instant("asked_at"),
        is_instant("agreed_at"),
        is_instant("dropped_at"),
        CheckConstraint(
            f"basis IN ({', '.join(sorted(repr(basis.value) for basis in PROVEN))})",
            name="basis_known",
        ),
        CheckConstraint("(agreed_at IS NULL) = (agreed_by IS NULL)", name="agreed"),
        CheckConstraint("(dropped_at IS NULL) = (dropped_by IS NULL)", name="dropped"),
        CheckConstraint("agreed_at IS NULL OR dropped_at IS NULL", name="one_end"),
    )

    person_id: Mapped[UUID] = declared(Id(), _PRESENCE, _CASE, ForeignKey("person.id"), index=True)
    basis: Mapped[AgeBasis] = declared(Word(AgeBasis), _PRESENCE, _CASE)
    age_text: Mapped[str] = declared(Text(), _IDENTITY, _CASE)
    proof: Mapped[str] = declared(Text(), _IDENTITY, _CASE)
    proof_on: Mapped[date] = declared(Day(), _IDENTITY, _CASE)
    why: Mapped[str] = declared(Text(), InfoClass.CHRONOLOGY, _CASE)
    asked_at: Mapped[datetime] = declared(Instant(), _PRESENCE, _CASE)
    asked_by: Mapped[UUID] = declared(Id(), _STAFF, _CASE, ForeignKey("account.id"))
    agreed_at: Mapped[datetime | None] = declared(Instant(), _PRESENCE, _CASE)
    agreed_by: Mapped[UUID | None] = declared(Id(), _STAFF, _CASE, ForeignKey("account.id"))
    dropped_at: Mapped[datetime | None] = declared(Instant(), _PRESENCE, _CASE)
    dropped_by: Mapped[UUID | None] = declared(Id(), _STAFF, _CASE, ForeignKey("account.id"))


class AgeStatement(Rooted, Base):
    """One thing that was said of somebody's age, judged alone on that day; never overwritten.

    With ``end_id`` two persons ended the presumption of minority by it.
    """

    __tablename__ = "age_statement"
    __table_args__ = strict(is_instant("noted_at"), one_of("basis", AgeBasis))

    person_id: Mapped[UUID] = declared(Id(), _PRESENCE, _CASE, ForeignKey("person.id"), index=True)
    age_text: Mapped[str] = declared(Text(), _IDENTITY, _CASE)
    stated_months: Mapped[int | None] = declared(Integer(), _PRESENCE, _CASE)
    most_months: Mapped[int | None] = declared(Integer(), _PRESENCE, _CASE)
    birth_date: Mapped[date | None] = declared(Day(), _IDENTITY, _CASE)
    birth_precision: Mapped[BirthPrecision | None] = declared(
        Word(BirthPrecision), _IDENTITY, _CASE
    )
    evidently_adult: Mapped[bool] = declared(Flag(), _PRESENCE, _CASE)
    basis: Mapped[AgeBasis | None] = declared(Word(AgeBasis), _PRESENCE, _CASE)
    band: Mapped[AgeBand] = declared(Word(AgeBand), _PRESENCE, _CASE)
    reason: Mapped[AgeReason] = declared(Word(AgeReason), _PRESENCE, _CASE)
    adult_from: Mapped[date | None] = declared(Day(), _PRESENCE, _CASE)
    born_earliest: Mapped[date | None] = declared(Day(), _PRESENCE, _CASE)
    born_latest: Mapped[date | None] = declared(Day(), _PRESENCE, _CASE)
    born_nominal: Mapped[date | None] = declared(Day(), _PRESENCE, _CASE)
    said_on: Mapped[date] = declared(Day(), _PRESENCE, _CASE)
    noted_at: Mapped[datetime] = declared(Instant(), _PRESENCE, _CASE)
    noted_by: Mapped[UUID] = declared(Id(), _STAFF, _CASE, ForeignKey("account.id"))
    end_id: Mapped[UUID | None] = declared(Id(), _PRESENCE, _CASE, ForeignKey("presumption_end.id"))
    seq: Mapped[int] = declared(Integer(), InfoClass.NOT_PERSONAL, _CASE)
