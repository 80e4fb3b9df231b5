# SPDX-License-Identifier: Apache-2.0
"""Correcting what is known of somebody's age: facts are always recordable."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.errors import Refused
from app.models.dormitory.stays import RoomingAlarm
from app.models.people.person import Person
from app.policies.access import Right, may_end_presumption
from app.policies.answers import AnswerState
from app.policies.people.age import AgeBasis, AgeJudgement, TreatedAs, held_as_child, judge_age
from app.policies.people.age_reading import AgeProblem, read_age
from app.services.acts import Context, act
from app.services.arrivals.register.forms import write_judgement
from app.services.dormitory.night.alarms import settle_alarms
from app.services.people.thresholds import thresholds_now
from app.services.topics import Topic


@dataclass(frozen=True, slots=True)
class CorrectAge:
    """The age as it is known now, in the words of the form."""

    person_id: UUID
    age_text: str
    basis: AgeBasis
    doubt: bool = True


@dataclass(frozen=True, slots=True)
class Corrected:
    """How she is treated now, and how many alarms that leaves open."""

    person_id: UUID
    treated_as: TreatedAs
    open_alarms: int


def presumed_still(context: Context, person: Person, judgement: AgeJudgement) -> AgeJudgement:
    """Return how an age is taken now; only the coordinator or head ends a presumption."""
    was_child = person.treated_as is TreatedAs.CHILD
    if was_child and not may_end_presumption(context.actor):
        return held_as_child(judgement)
    return judgement


@act(Right.CORRECT_PERSON, Topic.PEOPLE, Topic.BEDS, Topic.ALARMS, Topic.ARRIVALS)
def correct_age(session: Session, context: Context, command: CorrectAge) -> Corrected:
    """Record an age; a pair it makes forbidden opens an alarm in the same transaction.

    Raises:
        Refused: the age cannot be read.
    """
    context.record(command.person_id, basis=command.basis)
    person = session.get_one(Person, command.person_id)
    try:
        stated = read_age(command.age_text, context.today)
    except AgeProblem as problem:
        raise Refused(problem.reason, field="age") from problem
    judgement = judge_age(
        stated,
        command.basis,
        context.today,
        doubt=command.doubt,
        thresholds=thresholds_now(session),
    )
    judgement = presumed_still(context, person, judgement)
    person.age_text = command.age_text
    person.age_state = AnswerState.UNKNOWN if stated.is_empty else AnswerState.GIVEN
    write_judgement(person, judgement, context.today, doubt=command.doubt)
    settle_alarms(session, context)
    left = session.execute(
        select(RoomingAlarm.id).where(
            RoomingAlarm.closed_at.is_(None),
            (RoomingAlarm.child_id == person.id) | (RoomingAlarm.adult_id == person.id),
        )
    ).all()
    return Corrected(person.id, person.treated_as, len(left))
