# SPDX-License-Identifier: Apache-2.0
"""Partners who refer women to the shelter and receive them from it."""

from datetime import datetime

from sqlalchemy import Text
from sqlalchemy.orm import Mapped

from app.models.base import Base, Retention, Rooted, declared, one_of, strict
from app.models.types import Instant, Word
from app.policies.arrivals.partners import PartnerKind
from app.policies.sight import InfoClass

_KEPT = Retention.WITH_SHELTER


class Partner(Rooted, Base):
    """An office, station or organisation; a retired one stays on old papers."""

    __tablename__ = "partner"
    __table_args__ = strict(one_of("kind", PartnerKind))

    kind: Mapped[PartnerKind] = declared(Word(PartnerKind), InfoClass.PARTNERS, _KEPT)
    name: Mapped[str] = declared(Text(), InfoClass.PARTNERS, _KEPT)
    name_key: Mapped[str] = declared(Text(), InfoClass.PARTNERS, _KEPT, unique=True)
    city: Mapped[str] = declared(Text(), InfoClass.PARTNERS, _KEPT)
    phone: Mapped[str] = declared(Text(), InfoClass.PARTNERS, _KEPT)
    contact: Mapped[str] = declared(Text(), InfoClass.PARTNERS, _KEPT)
    retired_at: Mapped[datetime | None] = declared(Instant(), InfoClass.PARTNERS, _KEPT)
