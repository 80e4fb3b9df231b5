# SPDX-License-Identifier: Apache-2.0
"""Who may be the same person: what keeps one of two entries safe holds for both.

From the moment a likeness is noted until somebody finds that they differ (issue "Nobody sleeps
beside danger": she who comes back is still afraid of the same woman). The desk learns that there
is something, never what it was.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import and_, bindparam, or_, select
from sqlalchemy.orm import Session

from app.db.rows import run
from app.models.base import new_id
from app.models.dormitory.needs import PlacementNeed
from app.models.people.person import Person
from app.models.people.returning import PossibleReturn, ReturnVerdict
from app.services.acts import Context

_LIVE = or_(
    PossibleReturn.verdict == ReturnVerdict.SAME,
    and_(PossibleReturn.verdict == ReturnVerdict.OPEN, PossibleReturn.both_here.is_(False)),
)
_PAIRS = select(PossibleReturn.person_id, PossibleReturn.earlier_id).where(_LIVE)
_OF_ONE = _PAIRS.where(
    (PossibleReturn.person_id == bindparam("person"))
    | (PossibleReturn.earlier_id == bindparam("person"))
)
_THE_SAME = _OF_ONE.where(PossibleReturn.verdict == ReturnVerdict.SAME)

_WATCHED = select(PlacementNeed.person_id, PlacementNeed.watch).where(PlacementNeed.watch > 0)
_EATS = select(Person.id, Person.allergy, Person.diet).where(
    Person.allergy.is_not(None) | Person.diet.is_not(None)
)

Alike = dict[UUID, frozenset[UUID]]
"""For everybody who may be somebody else who that may be."""


@dataclass(frozen=True, slots=True)
class Plate:
    """What must not be on somebody's plate by entries that may be hers; empty for nothing."""

    allergy: str = ""
    diet: str = ""


NOTHING_ELSE = Plate()


def alike(session: Session) -> Alike:
    """Return for everybody who may be somebody else who that may be, herself left out."""
    found: dict[UUID, set[UUID]] = defaultdict(set)
    for pair in run(session, _PAIRS):
        found[pair.person_id].add(pair.earlier_id)
        found[pair.earlier_id].add(pair.person_id)
    return {person: frozenset(others) for person, others in found.items()}


def watched_elsewhere(session: Session, others: Alike) -> dict[UUID, int]:
    """Return the highest level of watch that was noted of those who somebody may be."""
    if not others:
        return {}
    levels = {row.person_id: row.watch for row in run(session, _WATCHED)}
    found = {
        person: max((levels.get(key, 0) for key in keys), default=0)
        for person, keys in others.items()
    }
    return {person: level for person, level in found.items() if level}


def eaten_elsewhere(session: Session) -> dict[UUID, Plate]:
    """Return allergies and diets that were noted of those who somebody may be."""
    others = alike(session)
    if not others:
        return {}
    noted = {row.id: row for row in run(session, _EATS)}
    found = {}
    for person, keys in others.items():
        rows = [noted[key] for key in sorted(keys) if key in noted]
        if rows:
            found[person] = Plate(
                "; ".join(row.allergy for row in rows if row.allergy),
                "; ".join(row.diet for row in rows if row.diet),
            )
    return found


def alike_to(session: Session, person_id: UUID) -> tuple[UUID, ...]:
    """Return who somebody may be, herself left out."""
    return _others(session, _OF_ONE, person_id)


def the_same(session: Session, person_id: UUID) -> tuple[UUID, ...]:
    """Return those who were found to be the same person."""
    return _others(session, _THE_SAME, person_id)


def one_for_everybody(session: Session, context: Context, person_id: UUID) -> set[UUID]:
    """Note of everybody who is like one entry of a person that she is like all of them.

    So that no rule has to follow a chain. Returns the entries of that person and all who are
    like them.
    """
    pairs = session.execute(select(PossibleReturn)).scalars().all()
    known = {frozenset((pair.person_id, pair.earlier_id)) for pair in pairs}
    live = [pair for pair in pairs if pair.verdict is not ReturnVerdict.DIFFERENT]
    one = _all_the_same(live, person_id)
    found = set(one)
    for pair in live:
        for member, other in (
            (pair.person_id, pair.earlier_id),
            (pair.earlier_id, pair.person_id),
        ):
            if member not in one:
                continue
            found.add(other)
            for entry in sorted(one - {other}):
                if frozenset((entry, other)) not in known:
                    known.add(frozenset((entry, other)))
                    session.add(_again(context, pair, {member: entry}))
    session.flush()
    return found


def _all_the_same(live: Sequence[PossibleReturn], person_id: UUID) -> set[UUID]:
    one = {person_id}
    while more := {
        key
        for pair in live
        if pair.verdict is ReturnVerdict.SAME and {pair.person_id, pair.earlier_id} & one
        for key in (pair.person_id, pair.earlier_id)
        if key not in one
    }:
        one |= more
    return one


def _again(context: Context, pair: PossibleReturn, instead: dict[UUID, UUID]) -> PossibleReturn:
    """Return a pair with another entry of the same person in one's place."""
    return PossibleReturn(
        id=new_id(),
        origin_id=context.origin_id,
        person_id=instead.get(pair.person_id, pair.person_id),
        earlier_id=instead.get(pair.earlier_id, pair.earlier_id),
        noted_at=pair.noted_at,
        verdict=pair.verdict,
        both_here=pair.both_here,
        settled_at=pair.settled_at,
        settled_by=pair.settled_by,
    )


def _others(session: Session, statement: Any, person_id: UUID) -> tuple[UUID, ...]:
    rows = run(session, statement, person=person_id)
    others = {key for row in rows for key in (row.person_id, row.earlier_id)} - {person_id}
    return tuple(sorted(others))
