# SPDX-License-Identifier: Apache-2.0
"""Linen and kits that were handed out, until they come back."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session, aliased

from app.errors import Refused
from app.models.arrivals.arrival import PRESENT, Arrival
from app.models.base import new_id
from app.models.dormitory.caretaking import IssuedItem
from app.models.dormitory.rooms import Bed, Room
from app.models.dormitory.stays import Stay
from app.models.people.person import Person
from app.models.staff.account import Account
from app.policies.access import Right
from app.policies.dormitory.care.caretaking import Item, issue_problem
from app.policies.reasons import Reason
from app.policies.sight import InfoClass, Sight, sight
from app.services.acts import Context, Inverse, act, query
from app.services.dormitory.away.whereabouts import here
from app.services.dormitory.facts.read import ASLEEP
from app.services.topics import Topic


@dataclass(frozen=True, slots=True)
class IssueItem:
    """So many of one thing for one person."""

    person_id: UUID
    item: Item
    count: int


@dataclass(frozen=True, slots=True)
class ItemKey:
    """Something that was handed out, as it was seen."""

    issued_id: UUID
    version: int


@dataclass(frozen=True, slots=True)
class IssuedLine:
    """One thing handed out; ``here`` is false when she left without giving it back."""

    issued_id: UUID
    version: int
    person_id: UUID
    name: str
    number: str
    place: str
    here: bool
    item: Item
    count: int
    issued_at: datetime
    issued_by: str
    returned_at: datetime | None
    returned_to: str


def _take_back(done: ItemKey) -> Inverse:
    return Inverse(take_back_issue, done)


def _out_again(done: ItemKey) -> Inverse:
    return Inverse(take_back_return, done)


@act(Right.KEEP_DORMITORY, Topic.CARETAKING, undo=_take_back)
def issue_item(session: Session, context: Context, command: IssueItem) -> ItemKey:
    """Hand something out.

    Raises:
        Refused: she is no longer registered here, or not 1 to 20 pieces (``count``).
    """
    context.record(command.person_id, item=command.item, count=command.count)
    problem = issue_problem(command.count)
    if problem is not None:
        raise Refused(problem, field="count")
    here(session, command.person_id)
    issued = IssuedItem(
        id=new_id(),
        origin_id=context.origin_id,
        person_id=command.person_id,
        item=command.item,
        count=command.count,
        issued_at=context.now,
        issued_by=context.actor.account_id,
    )
    session.add(issued)
    session.flush()
    return ItemKey(issued.id, issued.version)


@act(Right.KEEP_DORMITORY, Topic.CARETAKING)
def take_back_issue(session: Session, context: Context, command: ItemKey) -> UUID:
    """Undo a hand-out that was a slip.

    Raises:
        Refused: it came back or was taken back meanwhile.
    """
    issued = session.get(IssuedItem, command.issued_id)
    if issued is None or issued.version != command.version or issued.returned_at is not None:
        raise Refused(Reason.MOVED_ON)
    context.record(issued.person_id, item=issued.item, count=issued.count)
    session.delete(issued)
    return issued.person_id


@act(Right.KEEP_DORMITORY, Topic.CARETAKING, undo=_out_again)
def return_item(session: Session, context: Context, command: ItemKey) -> ItemKey:
    """Note that something came back; also from somebody who has left.

    Raises:
        Refused: it came back already.
    """
    issued = session.get(IssuedItem, command.issued_id)
    if issued is None or issued.version != command.version or issued.returned_at is not None:
        raise Refused(Reason.STALE)
    context.record(issued.person_id, item=issued.item, count=issued.count)
    issued.returned_at = max(context.now, issued.issued_at)
    issued.returned_to = context.actor.account_id
    session.flush()
    return ItemKey(issued.id, issued.version)


@act(Right.KEEP_DORMITORY, Topic.CARETAKING)
def take_back_return(session: Session, context: Context, command: ItemKey) -> UUID:
    """Undo a return: it is out again.

    Raises:
        Refused: it has changed since.
    """
    issued = session.get(IssuedItem, command.issued_id)
    if issued is None or issued.version != command.version:
        raise Refused(Reason.MOVED_ON)
    context.record(issued.person_id, item=issued.item, count=issued.count)
    issued.returned_at = issued.returned_to = None
    return issued.person_id


@query(Right.KEEP_DORMITORY)
def items_out(session: Session, context: Context, _question: None) -> tuple[IssuedLine, ...]:
    """Return what is out: of those who left first, then by the place she sleeps in."""
    lines = _lines(session, context, IssuedItem.returned_at.is_(None))
    return tuple(
        sorted(lines, key=lambda line: (line.here, line.place, line.number, line.issued_at))
    )


@query(Right.KEEP_DORMITORY)
def issued_to(session: Session, context: Context, person_id: UUID) -> tuple[IssuedLine, ...]:
    """Return everything one person was ever handed: what is still out first, newest first."""
    lines = _lines(session, context, IssuedItem.person_id == person_id)
    newest = sorted(lines, key=lambda line: line.issued_at, reverse=True)
    return tuple(sorted(newest, key=lambda line: line.returned_at is not None))


@query(Right.VACATE_BED)
def still_out(session: Session, context: Context, person_id: UUID) -> tuple[IssuedLine, ...]:
    """Return what one person has not given back, for whoever lets her leave; oldest first."""
    hers = (IssuedItem.person_id == person_id) & IssuedItem.returned_at.is_(None)
    return _lines(session, context, hers)


def _lines(
    session: Session, context: Context, wanted: ColumnElement[bool]
) -> tuple[IssuedLine, ...]:
    giver, taker = aliased(Account), aliased(Account)
    seen = sight(context.actor.role, InfoClass.PRESENCE) is Sight.FULL
    last = (
        select(Arrival.person_id, func.max(Arrival.seq).label("seq"))
        .group_by(Arrival.person_id)
        .subquery()
    )
    rows = session.execute(
        select(
            IssuedItem,
            Person.called_name,
            Arrival.number,
            PRESENT.label("here"),
            giver.name,
            taker.name,
            Room.name,
            Bed.label,
        )
        .join(Person, Person.id == IssuedItem.person_id)
        .join(last, last.c.person_id == Person.id)
        .join(Arrival, Arrival.seq == last.c.seq)
        .join(giver, giver.id == IssuedItem.issued_by)
        .outerjoin(taker, taker.id == IssuedItem.returned_to)
        .outerjoin(Stay, (Stay.person_id == Person.id) & ASLEEP)
        .outerjoin(Bed, Bed.id == Stay.bed_id)
        .outerjoin(Room, Room.id == Bed.room_id)
        .where(wanted)
        .order_by(IssuedItem.issued_at, IssuedItem.id)
    )
    return tuple(
        IssuedLine(
            each.id,
            each.version,
            each.person_id,
            (name or "") if seen else "",
            number,
            f"{room}-{bed}" if room else "",
            is_here,
            each.item,
            each.count,
            each.issued_at,
            given_by,
            each.returned_at,
            taken_by or "",
        )
        for each, name, number, is_here, given_by, taken_by, room, bed in rows
    )
