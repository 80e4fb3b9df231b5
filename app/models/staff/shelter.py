# SPDX-License-Identifier: Apache-2.0
"""The shelter itself: name, letterhead, zone."""

from sqlalchemy import CheckConstraint, LargeBinary, Text
from sqlalchemy.orm import Mapped

from app.clock import Zone
from app.models.base import Base, Retention, Rooted, declared, one_of, strict
from app.models.types import Word
from app.policies.sight import InfoClass


class Shelter(Rooted, Base):
    """One row of settings that every paper and screen reads."""

    __tablename__ = "shelter"
    __table_args__ = strict(
        one_of("zone", Zone),
        CheckConstraint(
            "logo = x'' OR (length(logo) <= 524288 AND substr(logo, 1, 8) = x'89504e470d0a1a0a')",
            name="logo_is_small_png",
        ).ddl_if(dialect="sqlite"),
    )

    name: Mapped[str] = declared(Text(), InfoClass.NOT_PERSONAL, Retention.WITH_SHELTER)
    superiors: Mapped[str] = declared(Text(), InfoClass.NOT_PERSONAL, Retention.WITH_SHELTER)
    city: Mapped[str] = declared(Text(), InfoClass.NOT_PERSONAL, Retention.WITH_SHELTER)
    zone: Mapped[Zone] = declared(Word(Zone), InfoClass.NOT_PERSONAL, Retention.WITH_SHELTER)
    address: Mapped[str] = declared(Text(), InfoClass.NOT_PERSONAL, Retention.WITH_SHELTER)
    phone: Mapped[str] = declared(Text(), InfoClass.NOT_PERSONAL, Retention.WITH_SHELTER)
    email: Mapped[str] = declared(Text(), InfoClass.NOT_PERSONAL, Retention.WITH_SHELTER)
    logo: Mapped[bytes] = declared(LargeBinary(), InfoClass.NOT_PERSONAL, Retention.WITH_SHELTER)
