# SPDX-License-Identifier: Apache-2.0
"""Arrivals at the door, with the answers of the eight quick fields (ux §5)."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, Integer, Text, text
from sqlalchemy.orm import Mapped

from app.models.base import Base, Retention, Rooted, declared, strict
from app.models.types import Flag, Id, Instant, Word
from app.policies.answers import AnswerState
from app.policies.arrivals.registration import CameBy
from app.policies.sight import InfoClass

_CASE = Retention.WITH_CASE


class Arrival(Rooted, Base):
    """One person's coming; a withdrawn one keeps its number and says when."""

    __tablename__ = "arrival"
    __table_args__ = strict(
        CheckConstraint("(came_by_state = 'given') = (came_by IS NOT NULL)", name="came_by_state"),
        CheckConstraint("(urgent_state = 'given') = (injured IS NOT NULL)", name="urgent_state"),
        CheckConstraint(
            "(accompanied_state = 'given') = (accompanied IS NOT NULL)", name="accompanied_state"
        ),
        CheckConstraint(
            "(threatened_state = 'given') = (threatened IS NOT NULL)", name="threatened_state"
        ),
        Index(
            "ix_arrival_present",
            "arrived_at",
            sqlite_where=text("withdrawn_at IS NULL"),
        ),
    )

    number: Mapped[str] = declared(Text(), InfoClass.PRESENCE, _CASE, unique=True)
    person_id: Mapped[UUID] = declared(
        Id(), InfoClass.PRESENCE, _CASE, ForeignKey("person.id"), index=True
    )
    shift_id: Mapped[UUID | None] = declared(
        Id(), InfoClass.NOT_PERSONAL, _CASE, ForeignKey("shift.id")
    )
    group_id: Mapped[UUID | None] = declared(
        Id(), InfoClass.PRESENCE, _CASE, ForeignKey("arrival_group.id"), index=True
    )
    tie: Mapped[str] = declared(Text(), InfoClass.PRESENCE, _CASE, default="")
    paper_number: Mapped[str | None] = declared(Text(), InfoClass.PRESENCE, _CASE, unique=True)
    arrived_at: Mapped[datetime] = declared(Instant(), InfoClass.PRESENCE, _CASE)
    registered_at: Mapped[datetime] = declared(Instant(), InfoClass.PRESENCE, _CASE, index=True)
    registered_by: Mapped[UUID] = declared(Id(), InfoClass.STAFF, _CASE, ForeignKey("account.id"))
    seq: Mapped[int] = declared(Integer(), InfoClass.NOT_PERSONAL, _CASE)
    clock_doubtful: Mapped[bool] = declared(Flag(), InfoClass.NOT_PERSONAL, _CASE)
    came_by: Mapped[CameBy | None] = declared(Word(CameBy), InfoClass.PRESENCE, _CASE)
    came_by_state: Mapped[AnswerState] = declared(Word(AnswerState), InfoClass.PRESENCE, _CASE)
    partner_id: Mapped[UUID | None] = declared(
        Id(), InfoClass.PARTNERS, _CASE, ForeignKey("partner.id"), index=True
    )
    referrer: Mapped[str] = declared(Text(), InfoClass.PARTNERS, _CASE, default="")
    escort: Mapped[str] = declared(Text(), InfoClass.PARTNERS, _CASE, default="")
    escort_phone: Mapped[str] = declared(Text(), InfoClass.PARTNERS, _CASE, default="")
    injured: Mapped[bool | None] = declared(Flag(), InfoClass.HEALTH, _CASE)
    pregnant: Mapped[bool | None] = declared(Flag(), InfoClass.HEALTH, _CASE)
    ill: Mapped[bool | None] = declared(Flag(), InfoClass.HEALTH, _CASE)
    urgent_state: Mapped[AnswerState] = declared(Word(AnswerState), InfoClass.HEALTH, _CASE)
    accompanied: Mapped[int | None] = declared(Integer(), InfoClass.PRESENCE, _CASE)
    accompanied_state: Mapped[AnswerState] = declared(Word(AnswerState), InfoClass.PRESENCE, _CASE)
    threatened: Mapped[bool | None] = declared(Flag(), InfoClass.SAFETY, _CASE)
    threatened_state: Mapped[AnswerState] = declared(Word(AnswerState), InfoClass.SAFETY, _CASE)
    withdrawn_at: Mapped[datetime | None] = declared(Instant(), InfoClass.PRESENCE, _CASE)
    departed_at: Mapped[datetime | None] = declared(Instant(), InfoClass.PRESENCE, _CASE)


PRESENT = Arrival.withdrawn_at.is_(None) & Arrival.departed_at.is_(None)
"""Who was registered and has not left; one person has at most one such arrival."""
