# SPDX-License-Identifier: Apache-2.0
"""What the handover sheet takes out of the duty log."""

import re
from collections import Counter
from uuid import UUID

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import Session

from app.clock import Zone
from app.models.arrivals.arrival import Arrival
from app.models.arrivals.night import LogEntry
from app.models.arrivals.shift import Shift
from app.models.people.person import Person
from app.policies.arrivals.night import LogKind
from app.reports.words import LOGGED


def code(number: str, name: str, *, names: bool) -> str:
    """Return how a sheet calls somebody: by number, with her name only where it is wished."""
    return f"{number} {name}" if names and name else number


def logged(session: Session, shift: Shift) -> str:
    """Return how many entries of each kind this watch wrote."""
    found = Counter(
        session.execute(
            select(LogEntry.kind).where(
                _of_watch(shift), ~LogEntry.to_next, LogEntry.withdrawn_at.is_(None)
            )
        ).scalars()
    )
    return ", ".join(f"{LOGGED[kind]} {found[kind]}" for kind in LogKind if found[kind])


def messages(session: Session, shift: Shift, zone: Zone, *, names: bool) -> tuple[str, ...]:
    """Return what the log leaves for the next watch, with what nobody has read yet.

    A sheet without ``names`` names nobody, not even who has left since.
    """
    rows = list(
        session.execute(
            select(LogEntry)
            .where(
                LogEntry.to_next,
                LogEntry.withdrawn_at.is_(None),
                or_(_of_watch(shift), LogEntry.read_at.is_(None)),
            )
            .order_by(LogEntry.seq)
        ).scalars()
    )
    people = _known(session, {row.person_id for row in rows})
    lines = []
    for row in rows:
        words, who = " ".join(row.words.split()), ""
        if row.person_id is not None and row.person_id in people:
            person, arrival = people[row.person_id]
            who = f", {code(arrival.number, person.called_name or '', names=names)}"
            words = words if names else _coded(words, person.called_name, arrival.number)
        lines.append(f"{zone.local(row.happened_at):%d-%m %H.%M} {LOGGED[row.kind]}{who}: {words}")
    return tuple(lines)


def _known(session: Session, wanted: set[UUID | None]) -> dict[UUID, tuple[Person, Arrival]]:
    """Return people whether they are still here or not."""
    rows = session.execute(
        select(Person, Arrival)
        .join(Arrival, Arrival.person_id == Person.id)
        .where(Person.id.in_(wanted - {None}))
        .order_by(Arrival.seq)
    )
    return {person.id: (person, arrival) for person, arrival in rows}


def _of_watch(shift: Shift) -> ColumnElement[bool]:
    """Match what was written on this watch, or since the one before it ended."""
    before = (
        select(func.coalesce(func.max(Shift.seq), 0)).where(Shift.seq < shift.seq).scalar_subquery()
    )
    return or_(
        LogEntry.shift_id == shift.id,
        and_(LogEntry.shift_id.is_(None), LogEntry.seq > before),
    )


def _coded(words: str, name: str | None, number: str) -> str:
    """Return words with the called name of whom they are about replaced by her number."""
    if not name:
        return words
    return re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", number, words, flags=re.IGNORECASE)
