# SPDX-License-Identifier: Apache-2.0
"""The arrival book: every coming of a period, newest first, searchable, masked by post."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session

from app.models.arrivals.arrival import Arrival
from app.models.people.person import Person
from app.policies.access import Right, Role
from app.policies.arrivals.registration import CameBy
from app.policies.people.age import TreatedAs
from app.policies.people.spelling import spelling_key
from app.policies.sight import InfoClass, Sight, sight
from app.services.acts import Context, query
from app.services.dormitory.facts.room_list import is_presumed

MOST_LINES = 200
_FIRST_DAY, _LAST_DAY = date(1, 1, 2), date(9998, 12, 30)
"""Days whose instants every zone can still write."""


@dataclass(frozen=True, slots=True)
class BookQuestion:
    """Days of arrival in the shelter's zone, both included, and what to look for."""

    first_day: date
    last_day: date
    text: str = ""


@dataclass(frozen=True, slots=True)
class BookLine:
    """One coming; ``paper_number`` is that of the sheet it was copied from, if any.

    ``left_at`` is when she left for good.
    """

    arrival_id: UUID
    person_id: UUID
    number: str
    paper_number: str
    name: str
    arrived_at: datetime
    treated_as: TreatedAs
    presumed: bool
    came_by: CameBy | None
    referrer: str
    clock_doubtful: bool
    left_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Book:
    """What the post may see: the count always, the lines where presence is seen in full.

    ``more`` says that the newest 200 do not hold all of ``total``.
    """

    total: int
    lines: tuple[BookLine, ...]
    more: bool
    counted_only: bool


@query(Right.READ_BOOK)
def book(session: Session, context: Context, question: BookQuestion) -> Book:
    """Return the comings of a period, at most 200 of them, the newest first.

    Searched is in both numbers, in the name however it is spelt, and in who referred her. A
    post that only counts gets the count of the whole period, whatever it searches: a
    count of one name would tell that she is here.
    """
    role = context.actor.role
    counted_only = sight(role, InfoClass.PRESENCE) is not Sight.FULL
    wanted = _period(context, question)
    text = " ".join(question.text.split())
    if text and not counted_only:
        wanted.append(_found(text, role))
    total = _count(session, wanted, names=bool(text) and not counted_only)
    if counted_only:
        return Book(total, (), more=False, counted_only=True)
    rows = session.execute(
        select(
            Arrival.id,
            Arrival.number,
            Arrival.paper_number,
            Arrival.arrived_at,
            Arrival.came_by,
            Arrival.referrer,
            Arrival.clock_doubtful,
            Arrival.departed_at,
            Person,
        )
        .join(Person, Person.id == Arrival.person_id)
        .where(*wanted)
        .order_by(Arrival.arrived_at.desc(), Arrival.seq.desc())
        .limit(MOST_LINES)
    )
    sees_partners = sight(role, InfoClass.PARTNERS) is Sight.FULL
    lines = tuple(
        BookLine(
            arrival_id,
            person.id,
            number,
            paper_number or "",
            person.called_name or "",
            arrived_at,
            person.treated_as,
            is_presumed(person),
            came_by,
            referrer if sees_partners else "",
            clock_doubtful,
            left_at,
        )
        for (
            arrival_id,
            number,
            paper_number,
            arrived_at,
            came_by,
            referrer,
            clock_doubtful,
            left_at,
            person,
        ) in rows
    )
    return Book(total, lines, more=total > len(lines), counted_only=False)


def _count(session: Session, wanted: list[ColumnElement[bool]], *, names: bool) -> int:
    """Count in the index of arrivals alone unless names are searched, too."""
    counting = select(func.count()).select_from(Arrival).where(*wanted)
    if names:
        counting = counting.join(Person, Person.id == Arrival.person_id)
    return session.execute(counting).scalar_one()


def _period(context: Context, question: BookQuestion) -> list[ColumnElement[bool]]:
    first = min(max(question.first_day, _FIRST_DAY), _LAST_DAY)
    last = min(max(question.last_day, _FIRST_DAY), _LAST_DAY)
    ahead = timedelta(hours=context.zone.offset_hours)

    def begins(day: date) -> datetime:
        return datetime.combine(day, time.min, UTC) - ahead

    return [
        Arrival.withdrawn_at.is_(None),
        Arrival.arrived_at >= begins(first),
        Arrival.arrived_at < begins(last + timedelta(days=1)),
    ]


def _found(text: str, role: Role) -> ColumnElement[bool]:
    places = [_holds(Arrival.number, text), _holds(Arrival.paper_number, text)]
    key = spelling_key(text)
    if key:
        places.append(Person.spelling_key.contains(key, autoescape=True))
    if sight(role, InfoClass.PARTNERS) is Sight.FULL:
        places.append(_holds(Arrival.referrer, text))
    return or_(*places)


def _holds(column: Any, text: str) -> ColumnElement[bool]:
    return func.lower(column).contains(text.lower(), autoescape=True)
