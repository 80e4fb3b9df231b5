# SPDX-License-Identifier: Apache-2.0
"""What is said of an age: kept side by side, judged together, written down with her.

Facts are always recordable; a pair they make forbidden opens an alarm.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from app.db.rows import insert_now, run
from app.errors import Refused
from app.models.base import new_id
from app.models.dormitory.stays import RoomingAlarm
from app.models.people.ages import AgeStatement
from app.models.people.person import Person
from app.policies.access import Right
from app.policies.answers import AnswerState
from app.policies.people.age import (
    AgeBasis,
    AgeJudgement,
    StatedAge,
    TreatedAs,
    judge_age,
)
from app.policies.people.age_reading import AgeProblem, read_age
from app.policies.people.born import Born
from app.policies.people.statements import Said, together
from app.services.acts import Context, act
from app.services.dormitory.night.alarms import settle_alarms
from app.services.numbers import next_event
from app.services.people.alike import alike_to
from app.services.people.thresholds import thresholds_now
from app.services.topics import Topic

_SAID = (
    select(
        AgeStatement.person_id,
        AgeStatement.stated_months,
        AgeStatement.most_months,
        AgeStatement.birth_date,
        AgeStatement.birth_precision,
        AgeStatement.evidently_adult,
        AgeStatement.basis,
        AgeStatement.band,
        AgeStatement.reason,
        AgeStatement.adult_from,
        AgeStatement.born_earliest,
        AgeStatement.born_latest,
        AgeStatement.born_nominal,
        AgeStatement.said_on,
        AgeStatement.noted_by,
        AgeStatement.end_id,
    )
    .where(AgeStatement.person_id == bindparam("person"))
    .order_by(AgeStatement.seq, AgeStatement.id)
)
_ALARMS_OF = select(RoomingAlarm.id).where(
    RoomingAlarm.closed_at.is_(None),
    (RoomingAlarm.child_id == bindparam("person")) | (RoomingAlarm.adult_id == bindparam("person")),
)


@dataclass(frozen=True, slots=True)
class SayAge:
    """An age as somebody says it, in the words of the form."""

    person_id: UUID
    age_text: str
    basis: AgeBasis
    doubt: bool = True


@dataclass(frozen=True, slots=True)
class AgeTaken:
    """How she is treated now, and how many alarms that leaves open."""

    person_id: UUID
    treated_as: TreatedAs
    open_alarms: int


@act(Right.CORRECT_PERSON, Topic.PEOPLE, Topic.BEDS, Topic.ALARMS, Topic.ARRIVALS)
def say_age(session: Session, context: Context, command: SayAge) -> AgeTaken:
    """Put a statement beside what was said before; a forbidden pair opens an alarm.

    Raises:
        Refused: the age cannot be read (``age``).
    """
    context.record(command.person_id, basis=command.basis)
    person = session.get_one(Person, command.person_id)
    judged = judge_age(
        readable_age(command.age_text, context.today),
        command.basis,
        context.today,
        doubt=command.doubt,
        thresholds=thresholds_now(session),
    )
    write_said(person, command.age_text, judged, context.today, doubt=command.doubt)
    person.age_state = AnswerState.UNKNOWN if judged.stated.is_empty else AnswerState.GIVEN
    put_beside(session, context, person.id, command.age_text, judged)
    judge_anew(session, context, person)
    settle_alarms(session, context)
    return taken(session, person)


def readable_age(typed: str, today: date) -> StatedAge:
    """Return an age as it was typed.

    Raises:
        Refused: it cannot be read (``age``).
    """
    try:
        return read_age(typed, today)
    except AgeProblem as problem:
        raise Refused(problem.reason, field="age") from problem


def taken(session: Session, person: Person) -> AgeTaken:
    """Return how somebody is treated now."""
    alarms = run(session, _ALARMS_OF, person=person.id)
    return AgeTaken(person.id, person.treated_as, len(alarms))


def put_beside(
    session: Session,
    context: Context,
    person_id: UUID,
    age_text: str,
    judged: AgeJudgement,
    *,
    end_id: UUID | None = None,
) -> None:
    """Keep one statement of today beside the others; ``end_id`` ends a presumption."""
    row = AgeStatement(
        id=new_id(),
        origin_id=context.origin_id,
        version=1,
        person_id=person_id,
        age_text=age_text,
        stated_months=judged.stated.months,
        most_months=judged.stated.most_months,
        birth_date=judged.stated.birth_date,
        birth_precision=judged.stated.birth_precision,
        evidently_adult=judged.stated.evidently_adult,
        basis=judged.basis,
        band=judged.band,
        reason=judged.reason,
        adult_from=judged.adult_from,
        born_earliest=judged.born.earliest,
        born_latest=judged.born.latest,
        born_nominal=judged.born.nominal,
        said_on=context.today,
        noted_at=context.now,
        noted_by=context.actor.account_id,
        end_id=end_id,
        seq=next_event(session),
    )
    insert_now(session, row)


def judge_anew(session: Session, context: Context, person: Person) -> AgeJudgement:
    """Write into her row how everything that was said of her is taken together today.

    What was said of those who may be the same person counts too.
    """
    others = [
        _as_one(said, context.today)
        for said in (_said_of(session, key) for key in alike_to(session, person.id))
        if said
    ]
    judgement = together(_said_of(session, person.id), context.today, others)
    write_judged(person, judgement)
    session.flush()
    return judgement


def write_said(
    person: Person, age_text: str, judged: AgeJudgement, said_on: date, *, doubt: bool
) -> None:
    """Copy what was said last of her age into her row."""
    person.age_text = age_text
    person.stated_months = judged.stated.months
    person.birth_date = judged.stated.birth_date
    person.birth_precision = judged.stated.birth_precision
    person.age_basis = judged.basis
    person.age_doubt = doubt
    person.age_said_on = said_on


def write_judged(person: Person, judgement: AgeJudgement) -> None:
    """Copy how the age is taken into her row."""
    person.age_band = judgement.band
    person.treated_as = judgement.treated_as
    person.treated_reason = judgement.reason
    person.adult_from = judgement.adult_from
    person.born_earliest = judgement.born.earliest
    person.born_latest = judgement.born.latest
    person.born_nominal = judgement.born.nominal


def _said_of(session: Session, person_id: UUID) -> list[Said]:
    return [
        Said(
            AgeJudgement(
                StatedAge(
                    row.stated_months,
                    row.birth_date,
                    row.birth_precision,
                    bool(row.evidently_adult),
                    row.most_months,
                ),
                row.basis,
                row.band,
                TreatedAs.CHILD if row.adult_from is None else TreatedAs.ADULT,
                row.reason,
                row.adult_from,
                Born(row.born_earliest, row.born_latest, row.born_nominal),
            ),
            row.said_on,
            row.noted_by,
            row.end_id is not None,
        )
        for row in run(session, _SAID, person=person_id)
    ]


def _as_one(said: Sequence[Said], today: date) -> Said:
    return Said(together(said, today), said[-1].said_on)
