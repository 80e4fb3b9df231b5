# SPDX-License-Identifier: Apache-2.0
"""Counters of human numbers and of events; a number is never given twice."""

from sqlalchemy import Integer, Text
from sqlalchemy.orm import Mapped

from app.models.base import Base, Retention, declared
from app.policies.sight import InfoClass


class Counter(Base):
    """The last number given under a name, such as ``REG-2611`` or ``event``."""

    __tablename__ = "counter"

    name: Mapped[str] = declared(
        Text(), InfoClass.NOT_PERSONAL, Retention.FOREVER, primary_key=True
    )
    value: Mapped[int] = declared(Integer(), InfoClass.NOT_PERSONAL, Retention.FOREVER)
