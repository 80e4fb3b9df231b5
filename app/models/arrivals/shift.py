# SPDX-License-Identifier: Apache-2.0
"""Shifts of the duty desk and their signed handovers."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Integer, Text
from sqlalchemy.orm import Mapped

from app.models.base import Base, Retention, Rooted, declared
from app.models.types import Id, Instant, Word
from app.policies.arrivals.shifts import ShiftKind
from app.policies.sight import InfoClass

_KEPT = Retention.WITH_SHELTER


class Shift(Rooted, Base):
    """One officer's watch at the desk; open until it is handed over."""

    __tablename__ = "shift"

    kind: Mapped[ShiftKind] = declared(Word(ShiftKind), InfoClass.NOT_PERSONAL, _KEPT)
    officer_id: Mapped[UUID] = declared(Id(), InfoClass.STAFF, _KEPT, ForeignKey("account.id"))
    started_at: Mapped[datetime] = declared(Instant(), InfoClass.NOT_PERSONAL, _KEPT)
    ended_at: Mapped[datetime | None] = declared(Instant(), InfoClass.NOT_PERSONAL, _KEPT)
    seq: Mapped[int] = declared(Integer(), InfoClass.NOT_PERSONAL, _KEPT)
    note: Mapped[str] = declared(Text(), InfoClass.PRESENCE, Retention.WITH_CASE, default="")


class Handover(Rooted, Base):
    """A confirmed handover: who gave, who took, and the chain's head on that paper."""

    __tablename__ = "handover"

    shift_id: Mapped[UUID] = declared(
        Id(), InfoClass.NOT_PERSONAL, _KEPT, ForeignKey("shift.id"), unique=True
    )
    outgoing_id: Mapped[UUID] = declared(Id(), InfoClass.STAFF, _KEPT, ForeignKey("account.id"))
    incoming_id: Mapped[UUID] = declared(Id(), InfoClass.STAFF, _KEPT, ForeignKey("account.id"))
    confirmed_at: Mapped[datetime] = declared(Instant(), InfoClass.NOT_PERSONAL, _KEPT)
    audit_seq: Mapped[int] = declared(Integer(), InfoClass.AUDIT, _KEPT)
    audit_hash: Mapped[str] = declared(Text(), InfoClass.AUDIT, _KEPT)
    sheet: Mapped[str] = declared(Text(), InfoClass.PRESENCE, Retention.WITH_CASE)
