# SPDX-License-Identifier: Apache-2.0
"""The duty log and the bed checks of a watch."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Integer, Text, UniqueConstraint
from sqlalchemy.orm import Mapped

from app.models.base import Base, Retention, Rooted, declared, one_of, strict
from app.models.types import Flag, Id, Instant, Word
from app.policies.arrivals.night import LogKind, MarkState
from app.policies.sight import InfoClass

_CASE = Retention.WITH_CASE
_PRESENCE = InfoClass.PRESENCE


class LogEntry(Rooted, Base):
    """One line of the duty log; ``to_next`` asks the next watch to read it."""

    __tablename__ = "log_entry"
    __table_args__ = strict(
        one_of("kind", LogKind),
        CheckConstraint("(read_at IS NULL) = (read_by IS NULL)", name="read_has_reader"),
    )

    shift_id: Mapped[UUID | None] = declared(
        Id(), InfoClass.NOT_PERSONAL, _CASE, ForeignKey("shift.id"), index=True
    )
    kind: Mapped[LogKind] = declared(Word(LogKind), _PRESENCE, _CASE)
    person_id: Mapped[UUID | None] = declared(Id(), _PRESENCE, _CASE, ForeignKey("person.id"))
    happened_at: Mapped[datetime] = declared(Instant(), _PRESENCE, _CASE)
    noted_at: Mapped[datetime] = declared(Instant(), _PRESENCE, _CASE, index=True)
    noted_by: Mapped[UUID] = declared(Id(), InfoClass.STAFF, _CASE, ForeignKey("account.id"))
    words: Mapped[str] = declared(Text(), _PRESENCE, _CASE)
    to_next: Mapped[bool] = declared(Flag(), _PRESENCE, _CASE, default=False)
    read_at: Mapped[datetime | None] = declared(Instant(), _PRESENCE, _CASE)
    read_by: Mapped[UUID | None] = declared(Id(), InfoClass.STAFF, _CASE, ForeignKey("account.id"))
    withdrawn_at: Mapped[datetime | None] = declared(Instant(), _PRESENCE, _CASE)
    seq: Mapped[int] = declared(Integer(), InfoClass.NOT_PERSONAL, _CASE)


class BedCheck(Rooted, Base):
    """One round through the rooms."""

    __tablename__ = "bed_check"

    shift_id: Mapped[UUID | None] = declared(
        Id(), InfoClass.NOT_PERSONAL, _CASE, ForeignKey("shift.id"), index=True
    )
    started_at: Mapped[datetime] = declared(Instant(), _PRESENCE, _CASE)
    finished_at: Mapped[datetime | None] = declared(Instant(), _PRESENCE, _CASE)
    checked_by: Mapped[UUID] = declared(Id(), InfoClass.STAFF, _CASE, ForeignKey("account.id"))
    seq: Mapped[int] = declared(Integer(), InfoClass.NOT_PERSONAL, _CASE)


class BedCheckMark(Rooted, Base):
    """What the round found of one person."""

    __tablename__ = "bed_check_mark"
    __table_args__ = strict(one_of("state", MarkState), UniqueConstraint("check_id", "person_id"))

    check_id: Mapped[UUID] = declared(
        Id(), InfoClass.NOT_PERSONAL, _CASE, ForeignKey("bed_check.id")
    )
    person_id: Mapped[UUID] = declared(Id(), _PRESENCE, _CASE, ForeignKey("person.id"))
    state: Mapped[MarkState] = declared(Word(MarkState), _PRESENCE, _CASE)
    marked_at: Mapped[datetime] = declared(Instant(), _PRESENCE, _CASE)
