# SPDX-License-Identifier: Apache-2.0
"""Children born to somebody who is sheltered here: no clients, in their mothers' beds."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Text
from sqlalchemy.orm import Mapped

from app.models.base import Base, Retention, Rooted, declared, is_instant, one_of, strict
from app.models.types import Id, Instant, Word
from app.policies.arrivals.registration import Sex
from app.policies.sight import InfoClass

_CASE = Retention.WITH_CASE
_PRESENCE = InfoClass.PRESENCE


class Birth(Rooted, Base):
    """One child; it is here as long as its mother is, until somebody ends it."""

    __tablename__ = "birth"
    __table_args__ = strict(
        is_instant("born_at"),
        is_instant("noted_at"),
        is_instant("ended_at"),
        one_of("sex", Sex),
        CheckConstraint("(ended_at IS NULL) = (ended_by IS NULL)", name="end_has_author"),
    )

    mother_id: Mapped[UUID] = declared(Id(), _PRESENCE, _CASE, ForeignKey("person.id"), index=True)
    born_at: Mapped[datetime] = declared(Instant(), _PRESENCE, _CASE)
    called_name: Mapped[str] = declared(Text(), _PRESENCE, _CASE, default="")
    sex: Mapped[Sex | None] = declared(Word(Sex), _PRESENCE, _CASE)
    noted_at: Mapped[datetime] = declared(Instant(), _PRESENCE, _CASE)
    noted_by: Mapped[UUID] = declared(Id(), InfoClass.STAFF, _CASE, ForeignKey("account.id"))
    ended_at: Mapped[datetime | None] = declared(Instant(), _PRESENCE, _CASE)
    ended_by: Mapped[UUID | None] = declared(Id(), InfoClass.STAFF, _CASE, ForeignKey("account.id"))
