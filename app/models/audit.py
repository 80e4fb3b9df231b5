# SPDX-License-Identifier: Apache-2.0
"""The audit chain (architecture §3): entries are for ever, payloads can be erased."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Integer, Text
from sqlalchemy.orm import Mapped

from app.models.base import Base, Retention, declared
from app.models.types import Id, Instant
from app.policies.sight import InfoClass


class AuditEntry(Base):
    """One act, refusal or opening; its hash covers the hash before it."""

    __tablename__ = "audit_entry"

    origin_id: Mapped[UUID] = declared(Id(), InfoClass.AUDIT, Retention.FOREVER, primary_key=True)
    seq: Mapped[int] = declared(
        Integer(), InfoClass.AUDIT, Retention.FOREVER, primary_key=True, autoincrement=False
    )
    at: Mapped[datetime] = declared(Instant(), InfoClass.AUDIT, Retention.FOREVER)
    actor_id: Mapped[UUID | None] = declared(Id(), InfoClass.AUDIT, Retention.FOREVER)
    act: Mapped[str] = declared(Text(), InfoClass.AUDIT, Retention.FOREVER)
    outcome: Mapped[str] = declared(Text(), InfoClass.AUDIT, Retention.FOREVER)
    subject_id: Mapped[UUID | None] = declared(Id(), InfoClass.AUDIT, Retention.FOREVER, index=True)
    payload_hash: Mapped[str] = declared(Text(), InfoClass.AUDIT, Retention.FOREVER)
    prev_hash: Mapped[str] = declared(Text(), InfoClass.AUDIT, Retention.FOREVER)
    entry_hash: Mapped[str] = declared(Text(), InfoClass.AUDIT, Retention.FOREVER, unique=True)


class AuditPayload(Base):
    """What exactly was done, with its salt; erasable without breaking the chain."""

    __tablename__ = "audit_payload"

    entry_hash: Mapped[str] = declared(
        Text(),
        InfoClass.AUDIT,
        Retention.WITH_CASE,
        ForeignKey("audit_entry.entry_hash"),
        primary_key=True,
    )
    salt: Mapped[str] = declared(Text(), InfoClass.AUDIT, Retention.WITH_CASE)
    payload: Mapped[str] = declared(Text(), InfoClass.AUDIT, Retention.WITH_CASE)
