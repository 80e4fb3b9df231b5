# SPDX-License-Identifier: Apache-2.0
"""How the watch rounds of one watch at the desk were kept, as the handover tells it."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from app.models.arrivals.shift import Shift
from app.models.dormitory.absences import Absence
from app.models.dormitory.watch import WatchLevel, WatchLook
from app.policies.dormitory.away.whereabouts import AbsenceKind
from app.policies.dormitory.care.rounds import Kept, Span, kept, next_round, without
from app.services.acts import Context
from app.services.dormitory.care.watch_facts import (
    OUT_OF_THE_HOUSE,
    SEEN,
    last_looks,
    levels,
    risings,
    standing,
)
from app.services.dormitory.facts.house import away_now
from app.services.dormitory.facts.known import rules_now

Away = tuple[datetime, datetime]


@dataclass(frozen=True, slots=True)
class KeptLine:
    """One person: her level now, how her rounds were kept, and how late somebody is."""

    person_id: UUID
    level: int
    kept: Kept
    late: timedelta


def kept_on(session: Session, context: Context, shift: Shift) -> tuple[KeptLine, ...]:
    """Return everybody who was watched on a watch that began with ``shift``, until now.

    What belongs to it the order of events says, not the clock.
    """
    now = max(context.now, shift.started_at)
    rules = rules_now(session)
    away = _away(session, shift.started_at, now)
    spans = {
        person: without(cut, away[person])
        for person, cut in _spans(session, shift.started_at, now).items()
        if any(span.level for span in cut)
    }
    people = list(spans)
    looks, before = _looks(session, shift, people), _before(session, shift, people, away)
    level = levels(session)
    late = _late(session, context, {person: level[person] for person in people if person in level})
    return tuple(
        KeptLine(
            person,
            level.get(person, 0),
            kept(
                spans[person],
                [min(max(look, shift.started_at), now) for look in looks[person]],
                rules,
                before.get(person),
            ),
            late.get(person, timedelta()),
        )
        for person in people
    )


def _spans(session: Session, begins: datetime, now: datetime) -> dict[UUID, tuple[Span, ...]]:
    """Return the levels of everybody, one after another and clipped to the watch."""
    history: dict[UUID, list[WatchLevel]] = defaultdict(list)
    for row in session.execute(select(WatchLevel).order_by(WatchLevel.seq)).scalars():
        history[row.person_id].append(row)
    found = {}
    for person, rows in history.items():
        turns = [(0, begins)]
        for row in rows:
            turns.append((row.level, min(max(row.changed_at, turns[-1][1]), now)))
        cut = [
            Span(level, since, until)
            for (level, since), (_, until) in pairwise([*turns, (0, now)])
            if since < until
        ]
        found[person] = tuple(cut) or (Span(turns[-1][0], begins, now),)
    return found


def _away(session: Session, begins: datetime, now: datetime) -> dict[UUID, list[Away]]:
    found: dict[UUID, list[Away]] = defaultdict(list)
    rows = session.execute(
        select(Absence)
        .where(OUT_OF_THE_HOUSE, or_(Absence.ends_at.is_(None), Absence.ends_at > begins))
        .order_by(Absence.seq)
    ).scalars()
    for row in rows:
        found[row.person_id].append((row.starts_at, now if row.ends_at is None else row.ends_at))
    return found


def _looks(session: Session, shift: Shift, people: list[UUID]) -> dict[UUID, list[datetime]]:
    found: dict[UUID, list[datetime]] = defaultdict(list)
    rows = session.execute(
        select(WatchLook).where(WatchLook.person_id.in_(people), SEEN, WatchLook.seq > shift.seq)
    ).scalars()
    for row in rows:
        found[row.person_id].append(row.seen_at)
    return found


def _before(
    session: Session, shift: Shift, people: list[UUID], away: dict[UUID, list[Away]]
) -> dict[UUID, datetime]:
    """Return when each person was seen last before the watch, where nothing began anew since."""
    risen = risings(session, people)
    return {
        person: look.seen_at
        for person, look in last_looks(session, people, WatchLook.seq < shift.seq).items()
        if look.seq > risen[person].seq or risen[person].seq > shift.seq
        if not any(left > look.seen_at for left, _back in away[person])
    }


def _late(session: Session, context: Context, people: dict[UUID, int]) -> dict[UUID, timedelta]:
    out = {
        person
        for person, absence in away_now(session).items()
        if absence.kind is not AbsenceKind.MISSING
    }
    watched = {person: level for person, level in people.items() if person not in out}
    rules, zone = rules_now(session), context.zone
    return {
        person: context.now - next_round(stands.watched, rules, context.now, zone).due
        for person, stands in standing(session, context.now, watched).items()
    }
