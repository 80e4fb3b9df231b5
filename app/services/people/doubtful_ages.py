# SPDX-License-Identifier: Apache-2.0
"""Whose age is to be settled, what was said of it, and what waits for a second person."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.arrivals.arrival import PRESENT, Arrival
from app.models.people.ages import AgeStatement, PresumptionEnd
from app.models.people.person import Person
from app.models.staff.account import Account
from app.policies.access import Right
from app.policies.people.age import (
    AgeBasis,
    AgeReason,
    BirthPrecision,
    TreatedAs,
    is_presumption,
)
from app.policies.people.born import Born, is_adult, may_be_adult
from app.policies.sight import InfoClass, Sight, sight
from app.services.acts import Context, query
from app.services.people.presumption import WAITING, EndKey


@dataclass(frozen=True, slots=True)
class StatementLine:
    """One thing that was said; ``text`` is empty where a post may not read the day of birth."""

    text: str
    basis: AgeBasis | None
    said_on: date
    noted_by: str
    ends: bool


@dataclass(frozen=True, slots=True)
class EndLine:
    """A proposal that waits for its second person."""

    key: EndKey
    basis: AgeBasis
    age_text: str
    proof: str
    proof_on: date
    why: str
    asked_by: str
    asker_id: UUID
    asked_at: datetime


@dataclass(frozen=True, slots=True)
class AgeLine:
    """Somebody who is treated as a child though she may be grown up, with all that was said."""

    person_id: UUID
    arrival_id: UUID
    name: str
    number: str
    reason: AgeReason
    born: Born
    statements: tuple[StatementLine, ...]
    waiting: EndLine | None


@query(Right.SETTLE_AGE)
def doubtful_ages(session: Session, context: Context, _question: None) -> tuple[AgeLine, ...]:
    """Return everybody present whose age is to be settled; proposals that wait stand first.

    That is whoever is treated as a child without being known as one, or may be grown up.
    """
    lines = []
    for person, arrival in session.execute(
        select(Person, Arrival)
        .join(Arrival, Arrival.person_id == Person.id)
        .where(PRESENT)
        .order_by(Arrival.seq)
    ):
        born = Born(person.born_earliest, person.born_latest, person.born_nominal)
        doubtful = is_presumption(TreatedAs.CHILD, person.treated_reason) or may_be_adult(
            None, born, context.today
        )
        if doubtful and not is_adult(person.adult_from, context.today):
            lines.append(_line(session, context, person, arrival, born))
    return tuple(sorted(lines, key=lambda line: line.waiting is None))


def _line(
    session: Session, context: Context, person: Person, arrival: Arrival, born: Born
) -> AgeLine:
    full = sight(context.actor.role, InfoClass.IDENTITY) is Sight.FULL
    said = session.execute(
        select(AgeStatement, Account.name)
        .join(Account, Account.id == AgeStatement.noted_by)
        .where(AgeStatement.person_id == person.id)
        .order_by(AgeStatement.seq, AgeStatement.id)
    )
    return AgeLine(
        person.id,
        arrival.id,
        person.called_name or "",
        arrival.number,
        person.treated_reason,
        born,
        tuple(
            StatementLine(
                row.age_text if full or row.birth_precision is not BirthPrecision.DAY else "",
                row.basis,
                row.said_on,
                noted_by,
                row.end_id is not None,
            )
            for row, noted_by in said
        ),
        _end_line(session, person.id),
    )


def _end_line(session: Session, person_id: UUID) -> EndLine | None:
    found = session.execute(
        select(PresumptionEnd, Account.name)
        .join(Account, Account.id == PresumptionEnd.asked_by)
        .where(PresumptionEnd.person_id == person_id, *WAITING)
    ).one_or_none()
    if found is None:
        return None
    row, asked_by = found
    return EndLine(
        EndKey(row.id, row.version),
        row.basis,
        row.age_text,
        row.proof,
        row.proof_on,
        row.why,
        asked_by,
        row.asked_by,
        row.asked_at,
    )
