# SPDX-License-Identifier: Apache-2.0
"""Which installation and which database this is."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy.orm import Mapped

from app.models.base import Base, Retention, declared
from app.models.types import Id, Instant, Word
from app.policies.sight import InfoClass


class VaultKind(StrEnum):
    """A real shelter, or the training mode with invented people."""

    REAL = "real"
    TRAINING = "training"


class Installation(Base):
    """The one row that says where rows written here come from."""

    __tablename__ = "installation"

    origin_id: Mapped[UUID] = declared(
        Id(), InfoClass.NOT_PERSONAL, Retention.FOREVER, primary_key=True
    )
    database_id: Mapped[UUID] = declared(Id(), InfoClass.NOT_PERSONAL, Retention.FOREVER)
    kind: Mapped[VaultKind] = declared(Word(VaultKind), InfoClass.NOT_PERSONAL, Retention.FOREVER)
    created_at: Mapped[datetime] = declared(Instant(), InfoClass.NOT_PERSONAL, Retention.FOREVER)
