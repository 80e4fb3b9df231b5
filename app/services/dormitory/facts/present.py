# SPDX-License-Identifier: Apache-2.0
"""Everybody who is registered here now, for choosing somebody in a form."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.arrivals.arrival import PRESENT, Arrival
from app.models.people.person import Person
from app.policies.access import Right
from app.policies.people.born import years_of
from app.services.acts import Context, query


@dataclass(frozen=True, slots=True)
class PresentLine:
    """One person as a list to choose from shows her."""

    person_id: UUID
    arrival_id: UUID
    name: str
    number: str
    group_id: UUID | None
    age_years: int | None


@query(Right.RECORD_CARE)
def present_people(session: Session, context: Context, _question: None) -> tuple[PresentLine, ...]:
    """Return everybody present, the newest arrival first."""
    return _present(session, context)


@query(Right.KEEP_APART)
def people_to_keep_apart(
    session: Session, context: Context, _question: None
) -> tuple[PresentLine, ...]:
    """Return everybody present, for posts that place nobody but know who has to be apart."""
    return _present(session, context)


def _present(session: Session, context: Context) -> tuple[PresentLine, ...]:
    rows = session.execute(
        select(Person, Arrival)
        .join(Arrival, Arrival.person_id == Person.id)
        .where(PRESENT)
        .order_by(Arrival.seq.desc())
    )
    return tuple(
        PresentLine(
            person.id,
            arrival.id,
            person.called_name or "",
            arrival.number,
            arrival.group_id,
            years_of(person.born_nominal, context.today),
        )
        for person, arrival in rows
    )
