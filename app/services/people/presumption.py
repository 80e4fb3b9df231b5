# SPDX-License-Identifier: Apache-2.0
"""Ending the presumption of minority: a document or an assessment, its date, two persons.

Source: ux §5.3, issue "Nobody sleeps beside danger". What is shown becomes one more statement of
her age; whatever is said of a child after it begins the presumption again.
"""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from app.errors import Refused
from app.models.arrivals.arrival import Arrival
from app.models.arrivals.task import Task
from app.models.base import new_id
from app.models.people.ages import PresumptionEnd
from app.models.people.person import Person
from app.models.staff.account import Account
from app.policies.access import Right, why_not_second
from app.policies.arrivals.follow_ups import FollowUpKind
from app.policies.people.age import PROVEN, AgeBasis, AgeJudgement, judge_age
from app.policies.people.born import is_adult
from app.policies.reasons import Reason
from app.services.acts import Context, act
from app.services.dormitory.night.alarms import settle_alarms
from app.services.dormitory.rules.apart import read_why
from app.services.people.ages import AgeTaken, judge_anew, put_beside, readable_age, taken
from app.services.people.family import read_proof
from app.services.topics import Topic

_TOPICS = (Topic.PEOPLE, Topic.BEDS, Topic.ALARMS, Topic.ARRIVALS, Topic.TASKS)
WAITING = (PresumptionEnd.agreed_at.is_(None), PresumptionEnd.dropped_at.is_(None))
_OPEN_OF = select(PresumptionEnd.id).where(
    PresumptionEnd.person_id == bindparam("person"), *WAITING
)


@dataclass(frozen=True, slots=True)
class AskEnd:
    """What a paper or an assessment says of her age, in the words of the form.

    ``proof`` names the paper or who assessed her, ``proof_on`` its date.
    """

    person_id: UUID
    basis: AgeBasis
    age_text: str
    proof: str
    proof_on: date | None
    why: str


@dataclass(frozen=True, slots=True)
class EndKey:
    """A proposal in the version that was seen."""

    end_id: UUID
    version: int


@act(Right.SETTLE_AGE, *_TOPICS)
def ask_end(session: Session, context: Context, command: AskEnd) -> EndKey:
    """Propose to treat somebody as an adult; a second person has to agree.

    Raises:
        Refused: she is treated as an adult already, a proposal waits, or a field cannot be
            kept: ``age`` that is not 18 or more, no ``proof``, its date (``proof_on``), ``why``.
    """
    context.record(command.person_id, basis=command.basis)
    person = session.get_one(Person, command.person_id)
    if is_adult(person.adult_from, context.today):
        raise Refused(Reason.AGE_ADULT_ALREADY)
    if command.basis not in PROVEN:
        raise ValueError("only a document or an assessment ends a presumption")
    if session.execute(_OPEN_OF, {"person": person.id}).first() is not None:
        raise Refused(Reason.AGE_WAITING)
    if command.proof_on is None or command.proof_on > context.today:
        raise Refused(Reason.PROOF_DAY, field="proof_on")
    row = PresumptionEnd(
        id=new_id(),
        origin_id=context.origin_id,
        person_id=person.id,
        basis=command.basis,
        age_text=command.age_text.strip(),
        proof=read_proof(command.proof),
        proof_on=command.proof_on,
        why=read_why(command.why),
        asked_at=context.now,
        asked_by=context.actor.account_id,
    )
    _shown(row)
    session.add(row)
    session.flush()
    return EndKey(row.id, row.version)


@act(Right.SETTLE_AGE, *_TOPICS)
def agree_end(session: Session, context: Context, command: EndKey) -> AgeTaken:
    """End the presumption as a second person; a forbidden pair that it makes opens an alarm.

    Raises:
        Refused: it was settled meanwhile, the same person proposed it, or neither of both is
            the coordinator or the head.
    """
    row = _seen(session, command)
    context.record(row.person_id, basis=row.basis)
    asker = session.get_one(Account, row.asked_by)
    problem = why_not_second(context.actor, asker.id, asker.role)
    if problem is not None:
        raise Refused(problem)
    row.agreed_at = context.now
    row.agreed_by = context.actor.account_id
    session.flush()
    person = session.get_one(Person, row.person_id)
    judged = _shown(row)
    put_beside(session, context, person.id, row.age_text, judged, end_id=row.id)
    judge_anew(session, context, person)
    for task in session.execute(
        select(Task)
        .join(Arrival, Arrival.id == Task.arrival_id)
        .where(
            Arrival.person_id == person.id,
            Task.kind.in_((FollowUpKind.VERIFY_AGE, FollowUpKind.MAYBE_18, FollowUpKind.AGE)),
            Task.settled_at.is_(None),
        )
    ).scalars():
        task.settled_at = context.now
        task.settled_by = context.actor.account_id
    settle_alarms(session, context)
    return taken(session, person)


@act(Right.SETTLE_AGE, *_TOPICS)
def drop_end(session: Session, context: Context, command: EndKey) -> UUID:
    """Let a proposal go; she stays a child.

    Raises:
        Refused: it was settled meanwhile.
    """
    row = _seen(session, command)
    context.record(row.person_id, basis=row.basis)
    row.dropped_at = context.now
    row.dropped_by = context.actor.account_id
    return row.person_id


def _shown(row: PresumptionEnd) -> AgeJudgement:
    """Return how what a paper or an assessment shows is taken by itself, from its own day on.

    Raises:
        Refused: it cannot be read, or shows a child (``age``).
    """
    stated = readable_age(row.age_text, row.proof_on)
    judged = judge_age(stated, row.basis, row.proof_on, said_on=row.proof_on)
    if judged.adult_from is None or judged.adult_from > row.proof_on:
        raise Refused(Reason.AGE_SHOWS_CHILD, field="age")
    return judged


def _seen(session: Session, command: EndKey) -> PresumptionEnd:
    row = session.get(PresumptionEnd, command.end_id)
    settled = row is None or row.agreed_at is not None or row.dropped_at is not None
    if row is None or settled or row.version != command.version:
        raise Refused(Reason.STALE)
    return row
