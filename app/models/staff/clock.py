# SPDX-License-Identifier: Apache-2.0
"""What was said of the PC's clock: every answer stays, the newest holds."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped

from app.models.base import Base, Retention, Rooted, declared, is_instant, strict
from app.models.types import Id, Instant
from app.policies.sight import InfoClass

_KEPT = (InfoClass.NOT_PERSONAL, Retention.FOREVER)


class ClockAnswer(Rooted, Base):
    """Day and hour as an officer gave them, beside what the PC said at that moment.

    ``shown_minutes`` is how far the hour on the PC was ahead of UTC, ``after_seq`` the newest
    audit entry then: what is older no longer says how late it is.
    """

    __tablename__ = "clock_answer"
    __table_args__ = strict(is_instant("at"), is_instant("wall"))

    at: Mapped[datetime] = declared(Instant(), *_KEPT)
    wall: Mapped[datetime] = declared(Instant(), *_KEPT)
    shown_minutes: Mapped[int] = declared(None, *_KEPT)
    after_seq: Mapped[int] = declared(None, *_KEPT)
    answered_by: Mapped[UUID] = declared(Id(), *_KEPT, ForeignKey("account.id"))
