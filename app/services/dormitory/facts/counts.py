# SPDX-License-Identifier: Apache-2.0
"""The few numbers the window always shows."""

from dataclasses import dataclass

from sqlalchemy import func, literal, select
from sqlalchemy.orm import Session

from app.models.arrivals.arrival import PRESENT, Arrival
from app.models.arrivals.draft import Draft
from app.models.dormitory.absences import Absence
from app.models.dormitory.stays import RoomingAlarm, Stay
from app.policies.access import Right, may
from app.policies.dormitory.away.whereabouts import AbsenceKind
from app.services.acts import Context, query
from app.services.dormitory.beds.receive import late
from app.services.dormitory.facts.read import ASLEEP, OUT
from app.services.dormitory.night.alone import alone_at_once


@dataclass(frozen=True, slots=True)
class OpenCounts:
    """How much still needs somebody."""

    waiting: int = 0
    alarms: int = 0
    drafts: int = 0
    missing: int = 0
    not_received: int = 0
    alone: int = 0


@query(Right.READ_ROOMS)
def open_counts(session: Session, context: Context, _question: None) -> OpenCounts:
    """Return how many wait for a bed, are not found, and how many alarms and drafts are open.

    Who was given a bed 20 minutes ago or more and has not been received in the wing is
    counted too (ux §7).
    """
    sleeping = select(Stay.person_id).where(ASLEEP)
    waiting = (
        select(func.count())
        .select_from(Arrival)
        .where(PRESENT, Arrival.person_id.not_in(sleeping), Arrival.person_id.not_in(OUT))
    )
    alarms = select(func.count()).select_from(RoomingAlarm).where(RoomingAlarm.closed_at.is_(None))
    drafts = (
        select(func.count()).select_from(Draft).where(literal(may(context.actor, Right.KEEP_DRAFT)))
    )
    missing = (
        select(func.count(Absence.person_id.distinct()))
        .join(Arrival, Arrival.person_id == Absence.person_id)
        .where(
            PRESENT,
            Absence.kind == AbsenceKind.MISSING,
            Absence.ends_at.is_(None),
        )
    )
    not_received = select(func.count()).select_from(Stay).where(late(context.now))
    asked = (waiting, alarms, drafts, missing, not_received)
    waits, loud, kept, lost, late_ones = (session.execute(each).scalar_one() for each in asked)
    alone = alone_at_once(session, context)
    return OpenCounts(waits, loud, kept, lost, late_ones, alone)
