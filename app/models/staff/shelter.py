# SPDX-License-Identifier: Apache-2.0
"""The shelter itself: name, letterhead, zone."""

from sqlalchemy import Text
from sqlalchemy.orm import Mapped

from app.clock import Zone
from app.models.base import Base, Retention, Rooted, declared, one_of, strict
from app.models.types import Word
from app.policies.sight import InfoClass


class Shelter(Rooted, Base):
    """One row of settings that every paper and screen reads."""

    __tablename__ = "shelter"
    __table_args__ = strict(one_of("zone", Zone))

    name: Mapped[str] = declared(Text(), InfoClass.NOT_PERSONAL, Retention.WITH_SHELTER)
    letterhead: Mapped[str] = declared(Text(), InfoClass.NOT_PERSONAL, Retention.WITH_SHELTER)
    city: Mapped[str] = declared(Text(), InfoClass.NOT_PERSONAL, Retention.WITH_SHELTER)
    zone: Mapped[Zone] = declared(Word(Zone), InfoClass.NOT_PERSONAL, Retention.WITH_SHELTER)
