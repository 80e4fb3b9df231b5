# SPDX-License-Identifier: Apache-2.0
"""What a re-planning depends on besides the night's facts, and a short text for all of it."""

import hashlib
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.dormitory.absences import Absence
from app.models.dormitory.holds import PlacementPermit
from app.models.dormitory.stays import Stay
from app.policies.dormitory.away.whereabouts import AbsenceKind
from app.policies.dormitory.beds.holds import PermitEnd
from app.policies.reasons import PERMITTABLE, Reason
from app.services.acts import Context
from app.services.dormitory.beds.propose import NightFacts
from app.services.dormitory.facts import read

Nights = tuple[tuple[UUID, int], ...]
Signed = tuple[tuple[tuple[UUID, UUID], frozenset[Reason]], ...]


def nights_of(session: Session, context: Context) -> Nights:
    """Return how many nights each has slept in the bed she has now."""
    rows = session.execute(select(Stay.person_id, Stay.starts_at).where(read.ASLEEP))
    return tuple(
        sorted(
            (person_id, max(0, (context.today - context.zone.today(began)).days))
            for person_id, began in rows
        )
    )


def away_of(session: Session) -> dict[UUID, AbsenceKind]:
    """Return where each is who is noted to be elsewhere now."""
    rows = session.execute(
        select(Absence.person_id, Absence.kind)
        .where(Absence.ends_at.is_(None))
        .order_by(Absence.person_id)
    )
    return dict(rows.all())


def signed_of(session: Session, context: Context) -> Signed:
    """Return what live signatures set aside, by person and bed.

    One is live until its hour, and for as long as she keeps the bed once it was confirmed.
    """
    confirmed = PlacementPermit.end_reason == PermitEnd.CONFIRMED
    not_over = PlacementPermit.ended_at.is_(None) & (PlacementPermit.expires_at > context.now)
    rows = session.execute(
        select(Stay.person_id, Stay.bed_id, PlacementPermit.rules)
        .join(Stay, Stay.id == PlacementPermit.stay_id)
        .where(read.ASLEEP, confirmed | not_over)
        .order_by(Stay.person_id)
    )
    return tuple(
        ((person_id, bed_id), PERMITTABLE & {Reason(rule) for rule in rules.split()})
        for person_id, bed_id, rules in rows
    )


def revision_of(session: Session, context: Context, known: NightFacts) -> str:
    """Return a text that changes whenever a fact does that a plan with moves depends on."""
    told = hashlib.sha256(known.revision.encode())
    signed = [(lying, sorted(rules)) for lying, rules in signed_of(session, context)]
    for fact in (nights_of(session, context), away_of(session), signed):
        told.update(repr(fact).encode())
    return told.hexdigest()
