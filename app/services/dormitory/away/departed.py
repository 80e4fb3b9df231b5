# SPDX-License-Identifier: Apache-2.0
"""Who has left for good, where to and to whom; masked for posts that only see that she left."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.arrivals.arrival import Arrival
from app.models.people.departures import Departure
from app.models.people.person import Person
from app.policies.access import Right
from app.policies.people.departures import Outcome
from app.policies.people.names import masked
from app.policies.sight import InfoClass, Sight, sight
from app.services.acts import Context, query

MOST_LINES = 200


@dataclass(frozen=True, slots=True)
class DepartedLine:
    """One leaving; no outcome and masked words where the post may not read them."""

    departure_id: UUID
    person_id: UUID
    arrival_id: UUID
    name: str
    number: str
    left_at: datetime
    outcome: Outcome | None
    destination: str
    receiver: str
    note: str


@query(Right.VACATE_BED)
def departed(session: Session, context: Context, _question: None) -> tuple[DepartedLine, ...]:
    """Return the newest 200 leavings that were not undone, the newest first."""
    full = sight(context.actor.role, InfoClass.FAMILY) is Sight.FULL
    rows = session.execute(
        select(Departure, Person, Arrival.number)
        .join(Person, Person.id == Departure.person_id)
        .join(Arrival, Arrival.id == Departure.arrival_id)
        .where(Departure.undone_at.is_(None))
        .order_by(Departure.left_at.desc(), Departure.id.desc())
        .limit(MOST_LINES)
    )
    return tuple(
        DepartedLine(
            row.id,
            person.id,
            row.arrival_id,
            person.called_name or "",
            number,
            row.left_at,
            row.outcome if full else None,
            row.destination if full else masked(row.destination),
            row.receiver if full else masked(row.receiver),
            row.note if full else "",
        )
        for row, person, number in rows
    )
