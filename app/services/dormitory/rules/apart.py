# SPDX-License-Identifier: Apache-2.0
"""Who never shares a room with whom: noted by whoever knows why, told without the reason.

Source: domain §7.14. A pair holds in both directions until somebody ends it, also while
one of the two is not here; nothing of it is ever deleted.
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from app.errors import Refused
from app.models.arrivals.arrival import PRESENT, Arrival
from app.models.base import new_id
from app.models.dormitory.needs import KeepApart as Pair
from app.models.dormitory.rooms import Bed, Room
from app.models.dormitory.stays import Stay
from app.models.people.person import Person
from app.models.staff.account import Account
from app.policies.access import Right
from app.policies.dormitory.beds.holds import clean_why
from app.policies.people.names import TextProblem
from app.policies.reasons import Reason
from app.policies.sight import InfoClass, Sight, sight
from app.services.acts import Context, Inverse, act, query
from app.services.dormitory.beds.place import present
from app.services.dormitory.facts.read import ASLEEP
from app.services.dormitory.night.alarms import settle_alarms
from app.services.topics import Topic

_TOPICS = (Topic.NEEDS, Topic.BEDS, Topic.ALARMS)


@dataclass(frozen=True, slots=True)
class KeepApart:
    """Two who never share a room from now on, in both directions."""

    one_id: UUID
    other_id: UUID
    why: str


@dataclass(frozen=True, slots=True)
class KeptApart:
    """The pair; ``room_name`` is where the two sleep together now, or empty."""

    pair_id: UUID
    version: int
    room_name: str


@dataclass(frozen=True, slots=True)
class EndApart:
    """The pair as it was seen."""

    pair_id: UUID
    version: int


@dataclass(frozen=True, slots=True)
class ApartPerson:
    """One of two who are kept apart; ``here`` says whether she is in the house."""

    person_id: UUID
    name: str
    number: str
    here: bool


@dataclass(frozen=True, slots=True)
class ApartLine:
    """A pair; ``why`` is empty for whoever does not know the case."""

    pair_id: UUID
    version: int
    one: ApartPerson
    other: ApartPerson
    why: str
    noted_at: datetime
    noted_by: str
    room_name: str


@dataclass(frozen=True, slots=True)
class ApartNames:
    """Two who are kept apart, as the caretaker's list names them: never why."""

    one: ApartPerson
    other: ApartPerson


def _end(done: KeptApart) -> Inverse:
    return Inverse(end_apart, EndApart(done.pair_id, done.version))


def _again(pair_id: UUID) -> Inverse:
    return Inverse(keep_apart_again, pair_id)


@act(Right.KEEP_APART, *_TOPICS, undo=_end)
def keep_apart(session: Session, context: Context, command: KeepApart) -> KeptApart:
    """Keep two people apart; if they share a room now, an alarm opens.

    Raises:
        Refused: both are the same person, the two are kept apart already, one of them is
            not here, or the reason is too short (``why``).
    """
    context.record(command.one_id, other=command.other_id.hex)
    if command.one_id == command.other_id:
        raise Refused(Reason.APART_FROM_HERSELF, field="other_id")
    for person_id in (command.one_id, command.other_id):
        present(session, person_id)
    return _keep(session, context, command.one_id, command.other_id, read_why(command.why))


@act(Right.KEEP_APART, *_TOPICS, undo=_again)
def end_apart(session: Session, context: Context, command: EndApart) -> UUID:
    """Let two share a room again; an alarm that had no other reason closes.

    Raises:
        Refused: somebody ended it meanwhile.
    """
    pair = session.get(Pair, command.pair_id)
    if pair is None or pair.version != command.version or pair.ended_at is not None:
        raise Refused(Reason.STALE)
    context.record(pair.one_id, other=pair.other_id.hex)
    pair.ended_at = max(context.now, pair.noted_at)
    pair.ended_by = context.actor.account_id
    session.flush()
    settle_alarms(session, context)
    return pair.id


@act(Right.KEEP_APART, *_TOPICS)
def keep_apart_again(session: Session, context: Context, pair_id: UUID) -> KeptApart:
    """Undo the end of a pair with the reason it had, which never leaves the services.

    Raises:
        Refused: the two are kept apart again already.
    """
    before = session.get_one(Pair, pair_id)
    context.record(before.one_id, other=before.other_id.hex)
    return _keep(session, context, before.one_id, before.other_id, before.why)


@query(Right.KEEP_APART)
def kept_apart(session: Session, context: Context, _question: None) -> tuple[ApartLine, ...]:
    """Return every pair, those who share a room first, then the newest."""
    full = sight(context.actor.role, InfoClass.CHRONOLOGY) is Sight.FULL
    people, rooms = _people(session), _rooms(session)
    rows = session.execute(
        select(Pair, Account.name)
        .join(Account, Account.id == Pair.noted_by)
        .where(Pair.ended_at.is_(None))
        .order_by(Pair.noted_at.desc(), Pair.id.desc())
    )
    lines = (
        ApartLine(
            pair.id,
            pair.version,
            people[pair.one_id],
            people[pair.other_id],
            pair.why if full else "",
            pair.noted_at,
            noted_by,
            _shared(rooms, pair.one_id, pair.other_id),
        )
        for pair, noted_by in rows
    )
    return tuple(sorted(lines, key=lambda line: not line.room_name))


@query(Right.READ_ROOMS)
def apart_names(session: Session, context: Context, _question: None) -> tuple[ApartNames, ...]:
    """Return the pairs of people who are both here, by name and without the reason.

    Nothing for posts that see nothing of safety (domain §6.7, class I6).
    """
    if sight(context.actor.role, InfoClass.SAFETY) is Sight.NONE:
        return ()
    people = _people(session)
    pairs = session.execute(
        select(Pair.one_id, Pair.other_id).where(Pair.ended_at.is_(None)).order_by(Pair.id)
    )
    found = (ApartNames(people[one_id], people[other_id]) for one_id, other_id in pairs)
    return tuple(pair for pair in found if pair.one.here and pair.other.here)


def read_why(text: str) -> str:
    """Return a reason in at least ten letters.

    Raises:
        Refused: it is too short or cannot be kept (``why``).
    """
    try:
        return clean_why(text)
    except TextProblem as problem:
        raise Refused(problem.reason, field="why") from problem


def _keep(session: Session, context: Context, one_id: UUID, other_id: UUID, why: str) -> KeptApart:
    first, second = sorted((one_id, other_id))
    live = select(Pair.id).where(
        Pair.one_id == first, Pair.other_id == second, Pair.ended_at.is_(None)
    )
    if session.execute(live).first() is not None:
        raise Refused(Reason.APART_KNOWN)
    pair = Pair(
        id=new_id(),
        origin_id=context.origin_id,
        one_id=first,
        other_id=second,
        why=why,
        noted_at=context.now,
        noted_by=context.actor.account_id,
    )
    session.add(pair)
    session.flush()
    return KeptApart(pair.id, pair.version, _shared(_rooms(session), first, second))


def _people(session: Session) -> dict[UUID, ApartPerson]:
    """Return everybody of a live pair by the number she had when she came last."""
    rows = session.execute(
        select(Person.id, Person.called_name, Arrival.number, PRESENT.label("here"))
        .join(Arrival, Arrival.person_id == Person.id)
        .where(
            select(Pair.id)
            .where(
                Pair.ended_at.is_(None), or_(Pair.one_id == Person.id, Pair.other_id == Person.id)
            )
            .exists()
        )
        .order_by(Arrival.seq)
    )
    return {
        row.id: ApartPerson(row.id, row.called_name or "", row.number, row.here) for row in rows
    }


def _rooms(session: Session) -> dict[UUID, tuple[UUID, str]]:
    rows = session.execute(
        select(Stay.person_id, Room.id, Room.name)
        .join(Bed, Bed.id == Stay.bed_id)
        .join(Room, Room.id == Bed.room_id)
        .where(ASLEEP)
    )
    return {person_id: (room_id, name) for person_id, room_id, name in rows}


def _shared(rooms: dict[UUID, tuple[UUID, str]], one_id: UUID, other_id: UUID) -> str:
    room = rooms.get(one_id)
    return room[1] if room is not None and room == rooms.get(other_id) else ""
