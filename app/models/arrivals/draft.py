# SPDX-License-Identifier: Apache-2.0
"""Half-typed forms, kept within two seconds of the last key (ux §2)."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Integer, Text
from sqlalchemy.orm import Mapped

from app.models.base import Base, Retention, Rooted, declared
from app.models.types import Id, Instant
from app.policies.sight import InfoClass


class Draft(Rooted, Base):
    """A form that was not finished: its entries, the field in focus, and who typed.

    ``arrival_id`` names the arrival it completes, ``arrival_version`` and ``person_version``
    what was recorded when the form was opened; a new one has none of the three.
    """

    __tablename__ = "draft"

    kind: Mapped[str] = declared(Text(), InfoClass.NOT_PERSONAL, Retention.UNTIL_ADOPTED)
    arrival_id: Mapped[UUID | None] = declared(
        Id(), InfoClass.PRESENCE, Retention.UNTIL_ADOPTED, ForeignKey("arrival.id")
    )
    arrival_version: Mapped[int | None] = declared(
        Integer(), InfoClass.NOT_PERSONAL, Retention.UNTIL_ADOPTED
    )
    person_version: Mapped[int | None] = declared(
        Integer(), InfoClass.NOT_PERSONAL, Retention.UNTIL_ADOPTED
    )
    started_at: Mapped[datetime] = declared(Instant(), InfoClass.PRESENCE, Retention.UNTIL_ADOPTED)
    saved_at: Mapped[datetime] = declared(Instant(), InfoClass.PRESENCE, Retention.UNTIL_ADOPTED)
    started_by: Mapped[UUID] = declared(
        Id(), InfoClass.STAFF, Retention.UNTIL_ADOPTED, ForeignKey("account.id")
    )
    saved_by: Mapped[UUID] = declared(
        Id(), InfoClass.STAFF, Retention.UNTIL_ADOPTED, ForeignKey("account.id")
    )
    focused: Mapped[str] = declared(Text(), InfoClass.NOT_PERSONAL, Retention.UNTIL_ADOPTED)
    entries: Mapped[str] = declared(Text(), InfoClass.SECRET, Retention.UNTIL_ADOPTED)
