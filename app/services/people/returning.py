# SPDX-License-Identifier: Apache-2.0
"""Somebody who may have lived here before: hinted at, noted, settled by a social worker.

The duty officer learns only that somebody will check, and what must not be on the plate
tonight (domain §7.10). Nothing is ever merged. Names are compared by their spelling keys,
which the database gives as one text out of their index; 20,000 people take some 10 ms, so
that no copy of the register is kept in memory for it and a name counts as soon as it is
saved.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import bindparam, func, insert, select
from sqlalchemy.orm import Session, aliased

from app.errors import Refused
from app.models.arrivals.arrival import Arrival
from app.models.arrivals.task import Task
from app.models.base import new_id
from app.models.dormitory.stays import Stay
from app.models.people.person import Person
from app.models.people.returning import PossibleReturn
from app.models.people.returning import ReturnVerdict as ReturnVerdict
from app.policies.access import Right
from app.policies.arrivals.follow_ups import FollowUpKind
from app.policies.people.age import StatedAge, born_by
from app.policies.people.born import years_of
from app.policies.people.returning import (
    LIKE,
    SHORTEST_KEY,
    lengths_worth_comparing,
    sounds_like,
)
from app.policies.people.spelling import spelling_key
from app.policies.reasons import Reason
from app.policies.sight import InfoClass, Sight, sight
from app.services.acts import Context, act, query
from app.services.dormitory.care.watch_tasks import follow_level
from app.services.dormitory.facts.read import ASLEEP, OUT
from app.services.dormitory.night.alarms import settle_alarms
from app.services.people.ages import judge_anew
from app.services.people.alike import alike, one_for_everybody, the_same, watched_elsewhere
from app.services.topics import Topic

_MOST_NOTED = 3
_MOST_KEYS = 60
_MOST_PEOPLE = 500
_BREAK = "\n"
_different = (
    select(Person.spelling_key.label("key"))
    .where(func.length(Person.spelling_key).between(bindparam("shortest"), bindparam("longest")))
    .distinct()
    .subquery()
)
_KEYS = select(func.aggregate_strings(_different.c.key, _BREAK))
_PEOPLE = (
    select(
        Person.id,
        Person.spelling_key,
        Person.born_nominal,
        Person.allergy,
    )
    .join(Arrival, Arrival.person_id == Person.id)
    .where(
        Person.spelling_key.in_(bindparam("keys", expanding=True)),
        Arrival.withdrawn_at.is_(None),
    )
    .order_by(Arrival.seq.desc())
    .limit(_MOST_PEOPLE)
)
"""Built once: registering asks both each time."""
_LYING_HERE = select(Stay.person_id).where(ASLEEP, Stay.person_id.not_in(OUT))


@dataclass(frozen=True, slots=True)
class HintQuestion:
    """What is being typed; ``besides`` leaves out the person who is being completed."""

    name: str
    years: int | None = None
    besides: UUID | None = None


@dataclass(frozen=True, slots=True)
class ReturnHint:
    """Whether a social worker should check, and allergies to keep in mind until then."""

    check: bool
    allergies: str = ""


@dataclass(frozen=True, slots=True)
class SettleReturn:
    """What the social worker found about one pair, as the list showed it."""

    possible_id: UUID
    version: int
    verdict: ReturnVerdict


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


@dataclass(frozen=True, slots=True)
class _Match:
    person_id: UUID
    likeness: float
    allergy: str | None


@query(Right.REGISTER_ARRIVAL)
def hint(session: Session, context: Context, question: HintQuestion) -> ReturnHint:
    """Say whether a social worker should check; never who, how many or when."""
    found = _matches(
        session, context, spelling_key(question.name), question.years, question.besides
    )
    if sight(context.actor.role, InfoClass.CARE_NEEDS) is not Sight.FULL:
        return ReturnHint(bool(found))
    allergies = {match.allergy.casefold(): match.allergy for match in found if match.allergy}
    return ReturnHint(bool(found), "; ".join(allergies[key] for key in sorted(allergies)))


def note_possible_return(
    session: Session, context: Context, person: Person, arrival_id: UUID
) -> bool:
    """Note inside the running act who may be the same person; say whether anybody is.

    At most the three most alike are noted, with those who were found to be the same as they;
    what was said of her age counts for them from now on. The act that names her judges her own
    age anew and leaves a task for the social worker when the answer is yes.
    """
    years = years_of(person.born_nominal, context.today)
    matches = _matches(session, context, person.spelling_key, years, person.id)[:_MOST_NOTED]
    found = {match.person_id: None for match in matches}
    for key in list(found):
        found |= dict.fromkeys(the_same(session, key))
    noted = select(PossibleReturn.earlier_id).where(PossibleReturn.person_id == person.id)
    for key in session.execute(noted).scalars():
        found.pop(key, None)
    here = set(session.execute(_LYING_HERE.where(Stay.person_id.in_(found))).scalars())
    if found:
        session.execute(
            insert(PossibleReturn),
            [
                {
                    "id": new_id(),
                    "origin_id": context.origin_id,
                    "person_id": person.id,
                    "earlier_id": key,
                    "noted_at": context.now,
                    "verdict": ReturnVerdict.OPEN,
                    "both_here": key in here,
                }
                for key in found
            ],
        )
    for key in found:
        judge_anew(session, context, session.get_one(Person, key))
    level = watched_elsewhere(session, alike(session)).get(person.id, 0) if found else 0
    if level:
        follow_level(session, context, arrival_id, 0, level)
    return bool(found)


@act(
    Right.SETTLE_RETURN,
    Topic.RETURNS,
    Topic.TASKS,
    Topic.ARRIVALS,
    Topic.PEOPLE,
    Topic.BEDS,
    Topic.ALARMS,
)
def settle_return(session: Session, context: Context, command: SettleReturn) -> ReturnVerdict:
    """Write down whether the two are one; both entries stay as they are.

    Whoever is the same as the earlier one is settled with her. What keeps either safe holds
    for both unless they differ. With the last open pair of the newcomer her task is done.

    Raises:
        Refused: somebody settled it meanwhile.
        ValueError: "open" is no finding.
    """
    if command.verdict is ReturnVerdict.OPEN:
        raise ValueError("a finding is needed")
    possible = session.get(PossibleReturn, command.possible_id)
    if possible is None or possible.version != command.version:
        raise Refused(Reason.STALE)
    context.record(possible.person_id, verdict=command.verdict)
    if possible.verdict is not ReturnVerdict.OPEN:
        raise Refused(Reason.STALE)
    hers = {possible.person_id, *the_same(session, possible.person_id)}
    earlier = {possible.earlier_id, *the_same(session, possible.earlier_id)}
    for pair in session.execute(
        select(PossibleReturn).where(
            PossibleReturn.verdict == ReturnVerdict.OPEN,
            PossibleReturn.person_id.in_(hers | earlier),
            PossibleReturn.earlier_id.in_(hers | earlier),
        )
    ).scalars():
        pair.verdict = command.verdict
        pair.settled_at = context.now
        pair.settled_by = context.actor.account_id
    session.flush()
    touched = hers | earlier
    if command.verdict is ReturnVerdict.SAME:
        touched |= one_for_everybody(session, context, possible.person_id)
    for key in sorted(touched):
        judge_anew(session, context, session.get_one(Person, key))
    settle_alarms(session, context)
    still_open = session.execute(
        select(PossibleReturn.id).where(
            PossibleReturn.person_id == possible.person_id,
            PossibleReturn.verdict == ReturnVerdict.OPEN,
        )
    ).first()
    if still_open is None:
        _tick_off(session, context, possible.person_id)
    return command.verdict


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


def _matches(
    session: Session, context: Context, key: str, years: int | None, besides: UUID | None
) -> list[_Match]:
    """Return who may be meant, the most alike first, then who came last."""
    if len(key) < SHORTEST_KEY:
        return []
    likeness = _likeness(session, key)
    if not likeness:
        return []
    rows = session.connection().execute(_PEOPLE, {"keys": list(likeness)})
    found: dict[UUID, _Match] = {}
    for person_id, her_key, born, allergy in rows:
        her_years = years_of(born, context.today)
        if person_id != besides and sounds_like(likeness[her_key], years, her_years):
            found.setdefault(person_id, _Match(person_id, likeness[her_key], allergy))
    return sorted(found.values(), key=lambda match: -match.likeness)


def _likeness(session: Session, key: str) -> dict[str, float]:
    """Return the keys of the register that are like one, with how much."""
    shortest, longest = lengths_worth_comparing(key)
    joined = (
        session.connection()
        .execute(_KEYS, {"shortest": shortest, "longest": longest})
        .scalar_one_or_none()
    )
    keys: Sequence[str] = joined.split(_BREAK) if joined else ()
    from rapidfuzz import fuzz, process

    best = process.extract(
        key, keys, scorer=fuzz.token_sort_ratio, score_cutoff=LIKE, limit=_MOST_KEYS
    )
    return {found: score for found, score, _place in best}


def _known(context: Context, person: Person, arrival: Arrival) -> Known:
    stated = StatedAge(person.stated_months, person.birth_date, person.birth_precision)
    born = born_by(stated, person.age_basis, person.age_said_on, 0).nominal
    years = years_of(born, context.today)
    return Known(person.id, arrival.id, arrival.number, person.called_name or "", years)


def _tick_off(session: Session, context: Context, person_id: UUID) -> None:
    tasks = session.execute(
        select(Task)
        .join(Arrival, Arrival.id == Task.arrival_id)
        .where(
            Arrival.person_id == person_id,
            Task.kind == FollowUpKind.RETURNING,
            Task.settled_at.is_(None),
        )
    ).scalars()
    for task in tasks:
        task.settled_at = context.now
        task.settled_by = context.actor.account_id
