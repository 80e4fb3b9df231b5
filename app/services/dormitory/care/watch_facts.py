# SPDX-License-Identifier: Apache-2.0
"""Rows to facts of the watch rounds: whose level rose when, who saw her last, who was out."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from app.clock import Timepiece
from app.models.dormitory.absences import Absence
from app.models.dormitory.needs import PlacementNeed
from app.models.dormitory.watch import WatchLevel, WatchLook
from app.models.people.returning import PossibleReturn
from app.policies.dormitory.away.whereabouts import AbsenceKind
from app.policies.dormitory.care.rounds import Found, Watched
from app.services.people.alike import alike, watched_elsewhere

_SLIPS = select(WatchLook.takes_back_id).where(WatchLook.takes_back_id.is_not(None))
COUNTS = WatchLook.found.is_not(None) & WatchLook.id.not_in(_SLIPS)
"""Matches looks that were not taken back."""
SEEN = COUNTS & (WatchLook.found != Found.NOT_THERE)
"""Matches the looks at which somebody saw her."""
OUT_OF_THE_HOUSE = Absence.kind != AbsenceKind.MISSING
"""Matches where nobody looks in; who is not found is looked for in the house."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How somebody is watched now.

    Attributes:
        watched: what the rules have to know.
        last: the look that counts; None while nobody has looked since then.
        basis: the row from which the round that runs counts.
    """

    watched: Watched
    last: WatchLook | None
    basis: UUID


@dataclass(frozen=True, slots=True)
class Rising:
    """The row by which somebody's level rose last, when, and its place in the order of events."""

    id: UUID
    changed_at: datetime
    seq: int


def levels(session: Session) -> dict[UUID, int]:
    """Return the level of everybody who is watched, or who may be somebody who was."""
    rows = session.execute(
        select(PlacementNeed.person_id, PlacementNeed.watch).where(PlacementNeed.watch > 0)
    )
    found: dict[UUID, int] = dict(rows.all())
    for person_id, level in watched_elsewhere(session, alike(session)).items():
        found[person_id] = max(level, found.get(person_id, 0))
    return found


def risings(session: Session, people: Iterable[UUID]) -> dict[UUID, Rising]:
    """Return when each person's level rose last; by a likeness when that was noted."""
    people = list(people)
    noted = session.execute(
        select(PossibleReturn)
        .where(PossibleReturn.person_id.in_(people) | PossibleReturn.earlier_id.in_(people))
        .order_by(PossibleReturn.noted_at)
    ).scalars()
    found = {
        key: Rising(pair.id, pair.noted_at, 0)
        for pair in noted
        for key in (pair.person_id, pair.earlier_id)
    }
    before: dict[UUID, int] = defaultdict(int)
    rows = session.execute(
        select(WatchLevel).where(WatchLevel.person_id.in_(people)).order_by(WatchLevel.seq)
    ).scalars()
    for row in rows:
        if row.level > before[row.person_id]:
            found[row.person_id] = Rising(row.id, row.changed_at, row.seq)
        before[row.person_id] = row.level
    return found


def last_looks(
    session: Session, people: Iterable[UUID], *conditions: ColumnElement[bool]
) -> dict[UUID, WatchLook]:
    """Return the newest look at which each person was seen, by the order of events."""
    found = {person: newest_look(session, person, SEEN, *conditions) for person in people}
    return {person: look for person, look in found.items() if look is not None}


def newest_look(
    session: Session, person_id: UUID, *conditions: ColumnElement[bool]
) -> WatchLook | None:
    """Return the newest of a person's looks; the index leads there, however many there are."""
    return session.execute(
        select(WatchLook)
        .where(WatchLook.person_id == person_id, *conditions)
        .order_by(WatchLook.seq.desc())
        .limit(1)
    ).scalar_one_or_none()


def standing(session: Session, now: datetime, people: dict[UUID, int]) -> dict[UUID, Standing]:
    """Return how some people are watched.

    A return that the clock has not reached yet is not believed; that a level rose before a
    look, the order of events says.

    Args:
        session: any session.
        now: the present instant.
        people: the level of each.
    """
    risen, looks = risings(session, people), last_looks(session, people)
    backs = session.execute(
        select(Absence)
        .where(
            Absence.person_id.in_(people),
            Absence.ends_at > Absence.starts_at,
            Absence.ends_at <= now + Timepiece.APART,
        )
        .order_by(Absence.ends_at)
    ).scalars()
    back = {row.person_id: row for row in backs}
    return {
        person: _stands(level, risen[person], looks.get(person), back.get(person))
        for person, level in people.items()
    }


def _stands(level: int, risen: Rising, look: WatchLook | None, back: Absence | None) -> Standing:
    since, basis = risen.changed_at, risen.id
    if back is not None and back.ends_at is not None and back.ends_at > since:
        since, basis = back.ends_at, back.id
    if look is None or look.seq < risen.seq or (basis != risen.id and look.seen_at < since):
        return Standing(Watched(level, since), None, basis)
    return Standing(Watched(level, since, look.seen_at), look, look.id)
