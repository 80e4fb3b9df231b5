# SPDX-License-Identifier: Apache-2.0
"""A short text that stands for everything a re-planning depends on."""

import hashlib
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.dormitory.stays import Stay
from app.services.acts import Context
from app.services.dormitory import facts
from app.services.dormitory.propose import NightFacts

Nights = tuple[tuple[UUID, int], ...]


def nights_of(session: Session, context: Context) -> Nights:
    """Return how many nights each has slept in the bed she has now."""
    rows = session.execute(select(Stay.person_id, Stay.starts_at).where(facts.ASLEEP))
    return tuple(
        sorted(
            (person_id, max(0, (context.today - context.zone.today(began)).days))
            for person_id, began in rows
        )
    )


def revision_of(session: Session, context: Context, known: NightFacts) -> str:
    """Return a text that changes whenever a fact does that a plan with moves depends on."""
    told = hashlib.sha256(known.revision.encode())
    told.update(repr(nights_of(session, context)).encode())
    return told.hexdigest()
