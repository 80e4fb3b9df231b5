# SPDX-License-Identifier: Apache-2.0
"""What the nightly checks found, kept for the compliance screen."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Integer
from sqlalchemy.orm import Mapped

from app.models.base import Base, Retention, Rooted, declared, is_instant, one_of, strict
from app.models.types import Id, Instant, Word
from app.policies.dormitory.night.findings import FindingKind
from app.policies.sight import InfoClass

_CASE = Retention.WITH_CASE
_ROOMS = InfoClass.ROOMS
_SAFETY = InfoClass.SAFETY


class RoomingCheck(Rooted, Base):
    """One look over the whole dormitory, and how many beds and people it saw."""

    __tablename__ = "rooming_check"
    __table_args__ = strict(is_instant("checked_at"))

    checked_at: Mapped[datetime] = declared(Instant(), _ROOMS, Retention.WITH_SHELTER, index=True)
    checked_by: Mapped[UUID] = declared(
        Id(), InfoClass.STAFF, Retention.WITH_SHELTER, ForeignKey("account.id")
    )
    people: Mapped[int] = declared(Integer(), _ROOMS, Retention.WITH_SHELTER)
    rooms: Mapped[int] = declared(Integer(), _ROOMS, Retention.WITH_SHELTER)


class RoomingFinding(Rooted, Base):
    """One violation that a check found; whom and which room it is about, where it is about one."""

    __tablename__ = "rooming_finding"
    __table_args__ = strict(one_of("kind", FindingKind))

    check_id: Mapped[UUID] = declared(
        Id(), _ROOMS, _CASE, ForeignKey("rooming_check.id"), index=True
    )
    kind: Mapped[FindingKind] = declared(Word(FindingKind), _SAFETY, _CASE)
    room_id: Mapped[UUID | None] = declared(Id(), _SAFETY, _CASE, ForeignKey("room.id"))
    wing_id: Mapped[UUID | None] = declared(Id(), _SAFETY, _CASE, ForeignKey("wing.id"))
    person_id: Mapped[UUID | None] = declared(Id(), _SAFETY, _CASE, ForeignKey("person.id"))
    other_id: Mapped[UUID | None] = declared(Id(), _SAFETY, _CASE, ForeignKey("person.id"))
