# SPDX-License-Identifier: Apache-2.0
"""A child born here: a dependant in her mother's bed, in lists for milk, fire and headcount.

No client and no number of her own; where her mother goes, she goes. A mother with a newborn
shares a room with her family only.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.errors import Refused
from app.models.arrivals.arrival import PRESENT, Arrival
from app.models.base import new_id
from app.models.people.births import Birth
from app.models.people.person import Person
from app.policies.access import Right
from app.policies.arrivals.registration import Sex
from app.policies.people.names import TextProblem, clean_name
from app.policies.reasons import Reason
from app.services.acts import Context, Inverse, act
from app.services.topics import Topic

EARLIEST_BIRTH = timedelta(days=60)
_TOPICS = (Topic.PEOPLE, Topic.CARE, Topic.BEDS, Topic.CARETAKING, Topic.WHEREABOUTS)


@dataclass(frozen=True, slots=True)
class NoteBirth:
    """A child was born at an instant (UTC); name and sex where they are known."""

    mother_id: UUID
    born_at: datetime
    name: str = ""
    sex: Sex | None = None


@dataclass(frozen=True, slots=True)
class BirthKey:
    """One child in the version that was seen."""

    birth_id: UUID
    version: int


@dataclass(frozen=True, slots=True)
class Baby:
    """A child born here; ``born_on`` is the shelter's calendar day."""

    key: BirthKey
    name: str
    sex: Sex | None
    born_on: date
    days: int


def _undo(done: BirthKey) -> Inverse:
    return Inverse(end_birth, done)


@act(Right.RECORD_CARE, *_TOPICS, undo=_undo)
def note_birth(session: Session, context: Context, command: NoteBirth) -> BirthKey:
    """Note that a child was born to somebody who is here.

    Raises:
        Refused: she is not here or is no woman, the hour is still to come or more than 60 days
            ago (``born_at``), or the name is too long (``name``).
    """
    context.record(command.mother_id)
    mother = session.get(Person, command.mother_id)
    here = select(Arrival.id).where(Arrival.person_id == command.mother_id, PRESENT)
    if mother is None or session.execute(here).first() is None:
        raise Refused(Reason.PERSON_LEFT)
    if mother.sex is Sex.MALE:
        raise Refused(Reason.NO_MOTHER)
    if command.born_at > context.now:
        raise Refused(Reason.TIME_IN_FUTURE, field="born_at")
    if command.born_at < context.now - EARLIEST_BIRTH:
        raise Refused(Reason.BORN_TOO_LONG_AGO, field="born_at")
    try:
        name = clean_name(command.name)
    except TextProblem as problem:
        raise Refused(problem.reason, field="name") from problem
    birth = Birth(
        id=new_id(),
        origin_id=context.origin_id,
        mother_id=mother.id,
        born_at=command.born_at,
        called_name=name,
        sex=command.sex,
        noted_at=context.now,
        noted_by=context.actor.account_id,
    )
    session.add(birth)
    session.flush()
    return BirthKey(birth.id, birth.version)


@act(Right.RECORD_CARE, *_TOPICS)
def end_birth(session: Session, context: Context, command: BirthKey) -> UUID:
    """Take a child off her mother's bed: registered on her own, gone elsewhere, or a slip.

    Raises:
        Refused: somebody changed it meanwhile.
    """
    birth = session.get(Birth, command.birth_id)
    if birth is None or birth.version != command.version or birth.ended_at is not None:
        raise Refused(Reason.STALE)
    context.record(birth.mother_id)
    birth.ended_at = max(context.now, birth.noted_at)
    birth.ended_by = context.actor.account_id
    return birth.mother_id


def babies(session: Session, context: Context) -> dict[UUID, tuple[Baby, ...]]:
    """Return the children born here by mother, as long as she is here too."""
    found: dict[UUID, list[Baby]] = defaultdict(list)
    for birth in session.execute(
        select(Birth)
        .where(
            Birth.ended_at.is_(None),
            Birth.mother_id.in_(select(Arrival.person_id).where(PRESENT)),
        )
        .order_by(Birth.born_at, Birth.id)
    ).scalars():
        born_on = context.zone.today(birth.born_at)
        days = max(0, (context.today - born_on).days)
        key = BirthKey(birth.id, birth.version)
        found[birth.mother_id].append(Baby(key, birth.called_name, birth.sex, born_on, days))
    return {mother: tuple(each) for mother, each in found.items()}
