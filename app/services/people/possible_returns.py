# SPDX-License-Identifier: Apache-2.0
"""The pairs of entries that wait for a social worker's look: the same person or not."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from app.models.arrivals.arrival import Arrival
from app.models.people.person import Person
from app.models.people.returning import PossibleReturn, ReturnVerdict
from app.policies.access import Right
from app.policies.people.age import StatedAge, born_by
from app.policies.people.born import years_of
from app.services.acts import Context, query


@dataclass(frozen=True, slots=True)
class Known:
    """One of the two entries; ``years`` is her age today by what was said of her last."""

    person_id: UUID
    arrival_id: UUID
    number: str
    name: str
    years: int | None


@dataclass(frozen=True, slots=True)
class PossibleReturnLine:
    """Two entries that sound alike and wait for a look."""

    possible_id: UUID
    version: int
    newcomer: Known
    earlier: Known
    noted_at: datetime


@query(Right.SETTLE_RETURN)
def possible_returns(
    session: Session, context: Context, _question: None
) -> tuple[PossibleReturnLine, ...]:
    """Return the pairs that wait for a look, the oldest first; withdrawn entries are out."""
    newcomer, earlier = aliased(Person), aliased(Person)
    coming, before = aliased(Arrival), aliased(Arrival)
    rows = session.execute(
        select(PossibleReturn, newcomer, coming, earlier, before)
        .join(newcomer, newcomer.id == PossibleReturn.person_id)
        .join(coming, coming.person_id == newcomer.id)
        .join(earlier, earlier.id == PossibleReturn.earlier_id)
        .join(before, before.person_id == earlier.id)
        .where(
            PossibleReturn.verdict == ReturnVerdict.OPEN,
            coming.withdrawn_at.is_(None),
            before.withdrawn_at.is_(None),
        )
        .order_by(coming.seq, before.seq.desc())
    )
    return tuple(
        PossibleReturnLine(
            possible.id,
            possible.version,
            _known(context, person, arrival),
            _known(context, other, other_arrival),
            possible.noted_at,
        )
        for possible, person, arrival, other, other_arrival in rows
    )


def _known(context: Context, person: Person, arrival: Arrival) -> Known:
    stated = StatedAge(person.stated_months, person.birth_date, person.birth_precision)
    born = born_by(stated, person.age_basis, person.age_said_on, 0).nominal
    years = years_of(born, context.today)
    return Known(person.id, arrival.id, arrival.number, person.called_name or "", years)
