# SPDX-License-Identifier: Apache-2.0
"""Somebody who may have lived here before; a social worker looks, nothing is merged."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, text
from sqlalchemy.orm import Mapped

from app.models.base import Base, Retention, Rooted, declared, one_of, strict
from app.models.types import Flag, Id, Instant, Word
from app.policies.sight import InfoClass

_CASE = Retention.WITH_CASE


class ReturnVerdict(StrEnum):
    """What the social worker found."""

    OPEN = "open"
    SAME = "same"
    DIFFERENT = "different"


class PossibleReturn(Rooted, Base):
    """Two persons of the register who sound alike.

    Until they are found to differ, what keeps one of them safe holds for both. ``both_here``:
    when it was noted the earlier one lay in her bed in this house, so that they are two, unless
    somebody finds that they are the same.
    """

    __tablename__ = "possible_return"
    __table_args__ = strict(
        one_of("verdict", ReturnVerdict),
        CheckConstraint("person_id <> earlier_id", name="two_people"),
    )

    person_id: Mapped[UUID] = declared(
        Id(), InfoClass.IDENTITY, _CASE, ForeignKey("person.id"), index=True
    )
    earlier_id: Mapped[UUID] = declared(
        Id(), InfoClass.IDENTITY, _CASE, ForeignKey("person.id"), index=True
    )
    both_here: Mapped[bool] = declared(
        Flag(), InfoClass.IDENTITY, _CASE, default=False, server_default=text("0")
    )
    noted_at: Mapped[datetime] = declared(Instant(), InfoClass.IDENTITY, _CASE)
    verdict: Mapped[ReturnVerdict] = declared(Word(ReturnVerdict), InfoClass.IDENTITY, _CASE)
    settled_at: Mapped[datetime | None] = declared(Instant(), InfoClass.IDENTITY, _CASE)
    settled_by: Mapped[UUID | None] = declared(
        Id(), InfoClass.STAFF, _CASE, ForeignKey("account.id")
    )
