# SPDX-License-Identifier: Apache-2.0
"""People who came together: one referrer entry, times per person (domain §7.5)."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Text
from sqlalchemy.orm import Mapped

from app.models.base import Base, Retention, Rooted, declared
from app.models.types import Id, Instant
from app.policies.sight import InfoClass

_CASE = Retention.WITH_CASE


class ArrivalGroup(Rooted, Base):
    """What is the same for all of them; each arrival repeats what it was told."""

    __tablename__ = "arrival_group"

    number: Mapped[str] = declared(Text(), InfoClass.PRESENCE, _CASE, unique=True)
    arrived_at: Mapped[datetime] = declared(Instant(), InfoClass.PRESENCE, _CASE)
    opened_at: Mapped[datetime] = declared(Instant(), InfoClass.PRESENCE, _CASE)
    opened_by: Mapped[UUID] = declared(Id(), InfoClass.STAFF, _CASE, ForeignKey("account.id"))
