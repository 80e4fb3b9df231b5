# SPDX-License-Identifier: Apache-2.0
"""How far an undocumented age is believed; every version is kept."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Integer
from sqlalchemy.orm import Mapped

from app.models.base import Base, Retention, Rooted, declared, strict
from app.models.types import Id, Instant
from app.policies.sight import InfoClass

_KEPT = Retention.WITH_SHELTER
_OPEN = InfoClass.NOT_PERSONAL


class AgeThresholds(Rooted, Base):
    """One version of the two limits of ux §5.3; the newest is in force."""

    __tablename__ = "age_thresholds"
    __table_args__ = strict(
        CheckConstraint(
            "presumed_child_up_to BETWEEN 17 AND 30 "
            "AND doubt_up_to BETWEEN presumed_child_up_to AND 40 AND margin BETWEEN 0 AND 5",
            name="in_order",
        )
    )

    presumed_child_up_to: Mapped[int] = declared(Integer(), _OPEN, _KEPT)
    doubt_up_to: Mapped[int] = declared(Integer(), _OPEN, _KEPT)
    margin: Mapped[int] = declared(Integer(), _OPEN, _KEPT)
    changed_at: Mapped[datetime] = declared(Instant(), _OPEN, _KEPT)
    changed_by: Mapped[UUID] = declared(Id(), InfoClass.STAFF, _KEPT, ForeignKey("account.id"))
    seq: Mapped[int] = declared(Integer(), _OPEN, _KEPT, unique=True)
