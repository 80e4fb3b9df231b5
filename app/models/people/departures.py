# SPDX-License-Identifier: Apache-2.0
"""How somebody left for good; ``arrival.departed_at`` says that she did."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, Text, text
from sqlalchemy.orm import Mapped

from app.models.base import Base, Retention, Rooted, declared, is_instant, one_of, strict
from app.models.types import Id, Instant, Word
from app.policies.people.departures import Outcome
from app.policies.sight import InfoClass

_CASE = Retention.WITH_CASE


class Departure(Rooted, Base):
    """One leaving, with where to and who received her; an undone one stays and says so."""

    __tablename__ = "departure"
    __table_args__ = strict(
        one_of("outcome", Outcome),
        is_instant("left_at"),
        is_instant("undone_at"),
        Index(
            "uq_departure_live",
            "arrival_id",
            unique=True,
            sqlite_where=text("undone_at IS NULL"),
        ),
    )

    arrival_id: Mapped[UUID] = declared(Id(), InfoClass.PRESENCE, _CASE, ForeignKey("arrival.id"))
    person_id: Mapped[UUID] = declared(Id(), InfoClass.PRESENCE, _CASE, ForeignKey("person.id"))
    left_at: Mapped[datetime] = declared(Instant(), InfoClass.PRESENCE, _CASE)
    outcome: Mapped[Outcome] = declared(Word(Outcome), InfoClass.FAMILY, _CASE)
    destination: Mapped[str] = declared(Text(), InfoClass.FAMILY, _CASE)
    receiver: Mapped[str] = declared(Text(), InfoClass.FAMILY, _CASE)
    note: Mapped[str] = declared(Text(), InfoClass.FAMILY, _CASE)
    noted_by: Mapped[UUID] = declared(Id(), InfoClass.STAFF, _CASE, ForeignKey("account.id"))
    undone_at: Mapped[datetime | None] = declared(Instant(), InfoClass.PRESENCE, _CASE)
