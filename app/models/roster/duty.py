# SPDX-License-Identifier: Apache-2.0
"""The planned duty of each day, and who really took it."""

from datetime import date
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped

from app.models.base import Base, Retention, Rooted, declared, one_of, strict
from app.models.types import Day, Id, Word
from app.policies.arrivals.shifts import ShiftKind
from app.policies.roster.duties import DutyKind
from app.policies.sight import InfoClass

_KEPT = Retention.WITH_SHELTER
_STAFF = InfoClass.STAFF


class Duty(Rooted, Base):
    """One person on one watch of one day; ``planned_id`` stays when a swap changes who."""

    __tablename__ = "duty"
    __table_args__ = strict(
        one_of("watch", ShiftKind),
        one_of("kind", DutyKind),
        CheckConstraint("(kind = 'wing') = (wing_id IS NOT NULL)", name="wing_of_its_own"),
        Index("uq_duty_wing", "day", "watch", "wing_id", "account_id", unique=True),
        Index(
            "uq_duty_desk",
            "day",
            "watch",
            "kind",
            "account_id",
            unique=True,
            sqlite_where=text("wing_id IS NULL"),
        ),
    )

    day: Mapped[date] = declared(Day(), _STAFF, _KEPT)
    watch: Mapped[ShiftKind] = declared(Word(ShiftKind), _STAFF, _KEPT)
    kind: Mapped[DutyKind] = declared(Word(DutyKind), _STAFF, _KEPT)
    wing_id: Mapped[UUID | None] = declared(Id(), _STAFF, _KEPT, ForeignKey("wing.id"))
    account_id: Mapped[UUID] = declared(Id(), _STAFF, _KEPT, ForeignKey("account.id"))
    planned_id: Mapped[UUID] = declared(Id(), _STAFF, _KEPT, ForeignKey("account.id"))
