# SPDX-License-Identifier: Apache-2.0
"""Accounts of the staff; closed, never deleted (domain §7.22)."""

from datetime import datetime

from sqlalchemy import Text
from sqlalchemy.orm import Mapped

from app.models.base import Base, Retention, Rooted, declared
from app.models.types import Instant, Word
from app.policies.access import Role
from app.policies.sight import InfoClass


class Account(Rooted, Base):
    """One person of the staff in one role; her name stays on what she recorded."""

    __tablename__ = "account"

    login: Mapped[str] = declared(Text(), InfoClass.STAFF, Retention.WITH_ACCOUNT, unique=True)
    name: Mapped[str] = declared(Text(), InfoClass.STAFF, Retention.WITH_ACCOUNT)
    role: Mapped[Role] = declared(Word(Role), InfoClass.STAFF, Retention.WITH_ACCOUNT)
    opened_at: Mapped[datetime] = declared(Instant(), InfoClass.STAFF, Retention.WITH_ACCOUNT)
    closed_at: Mapped[datetime | None] = declared(
        Instant(), InfoClass.STAFF, Retention.WITH_ACCOUNT
    )
