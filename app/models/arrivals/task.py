# SPDX-License-Identifier: Apache-2.0
"""Facts still missing, each with an owner and a time: never an error (ux §0.2)."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped

from app.models.base import Base, Retention, Rooted, declared, strict
from app.models.types import Id, Instant, Word
from app.policies.access import Role
from app.policies.arrivals.follow_ups import FollowUpKind
from app.policies.sight import InfoClass

_CASE = Retention.WITH_CASE


class Task(Rooted, Base):
    """One thing to find out or to do for an arrival."""

    __tablename__ = "task"
    __table_args__ = strict(
        Index("ix_task_open", "due_at", sqlite_where=text("settled_at IS NULL")),
    )

    arrival_id: Mapped[UUID] = declared(
        Id(), InfoClass.PRESENCE, _CASE, ForeignKey("arrival.id"), index=True
    )
    kind: Mapped[FollowUpKind] = declared(Word(FollowUpKind), InfoClass.PRESENCE, _CASE)
    owner: Mapped[Role] = declared(Word(Role), InfoClass.STAFF, _CASE)
    due_at: Mapped[datetime] = declared(Instant(), InfoClass.PRESENCE, _CASE)
    settled_at: Mapped[datetime | None] = declared(Instant(), InfoClass.PRESENCE, _CASE)
    settled_by: Mapped[UUID | None] = declared(
        Id(), InfoClass.STAFF, _CASE, ForeignKey("account.id")
    )
