# SPDX-License-Identifier: Apache-2.0
"""Beds for everyone who waits, proposed jointly and accepted as a whole (issue "A bed tonight")."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.errors import Refused
from app.models.arrivals.arrival import PRESENT, Arrival
from app.models.dormitory.stays import Stay, StayEnd
from app.models.people.person import Person
from app.planning.dormitory.beds.joint import Proposed, propose
from app.planning.dormitory.beds.night import Newcomer
from app.planning.dormitory.beds.sequence import in_sequence
from app.policies.access import Right
from app.policies.arrivals.queue import Waiting, queue_order, waiting_minutes
from app.policies.dormitory.beds.facts import Guest, Room
from app.policies.dormitory.beds.kin import Kin
from app.policies.dormitory.beds.suggest import NoBedOption, Suggestion
from app.policies.people.age import TreatedAs
from app.policies.reasons import Reason
from app.services.acts import Context, Inverse, act, query
from app.services.dormitory.beds.bed_task import reopen_bed_task
from app.services.dormitory.beds.place import (
    PLACING_TOPICS,
    Placed,
    TakeBack,
    end_stay,
    lie_down,
    present,
    stay_now,
)
from app.services.dormitory.facts import read
from app.services.dormitory.facts.known import Known, known
from app.services.dormitory.facts.room_list import is_presumed
from app.services.dormitory.facts.waiting import unplaced
from app.services.dormitory.night.alarms import settle_alarms


@dataclass(frozen=True, slots=True)
class ProposedLine:
    """What is proposed for one person, as the desk shows it.

    Without ``bed`` nothing legal is left for her; ``when_full`` says what is. ``others`` are
    beds in other rooms that are legal while everybody else takes what is proposed.
    """

    person_id: UUID
    arrival_id: UUID
    name: str
    number: str
    treated_as: TreatedAs
    presumed: bool
    age_years: int | None
    urgent: bool
    arrived_at: datetime
    minutes: int
    group_id: UUID | None
    tie: str
    bed: Suggestion | None
    others: tuple[Suggestion, ...]
    when_full: tuple[NoBedOption, ...]


@dataclass(frozen=True, slots=True)
class Proposal:
    """Beds for everybody, urgent ones and children first.

    ``revision`` stands for the facts it was made from. Unless ``proven``, a better plan
    might exist; this one is legal all the same.
    """

    revision: str
    lines: tuple[ProposedLine, ...]
    proven: bool

    @property
    def beds(self) -> tuple[tuple[UUID, UUID], ...]:
        """Return the person and the bed of each line that has one."""
        return tuple((line.person_id, line.bed.bed_id) for line in self.lines if line.bed)


@dataclass(frozen=True, slots=True)
class AcceptPlan:
    """Put people in beds together: pairs of person and bed, from a proposal's revision.

    They need not be the proposed ones; every pair is checked beside all the others.
    """

    beds: tuple[tuple[UUID, UUID], ...]
    revision: str


@dataclass(frozen=True, slots=True)
class Accepted:
    """Where everybody sleeps now, in the order in which they were placed."""

    placed: tuple[Placed, ...]


@dataclass(frozen=True, slots=True)
class TakeBackPlan:
    """End all stays of an accepted plan; refused once one of them has moved on."""

    stays: tuple[TakeBack, ...]


@dataclass(frozen=True, slots=True)
class NightFacts:
    """Everything a proposal depends on."""

    waiting: tuple[tuple[Person, Arrival], ...]
    newcomers: tuple[Newcomer, ...]
    settled: tuple[Newcomer, ...]
    rooms: tuple[Room, ...]
    kin: Kin

    @property
    def revision(self) -> str:
        """Return a text that changes whenever a fact does that a proposal depends on."""
        told = hashlib.sha256()
        for fact in self._told():
            told.update(repr(fact).encode())
        return told.hexdigest()

    def _told(self) -> Iterator[object]:
        yield sorted(self.newcomers, key=lambda newcomer: newcomer.person_id)
        yield sorted(self.settled, key=lambda newcomer: newcomer.person_id)
        for room in sorted(self.rooms, key=lambda room: room.room_id):
            inside = sorted(room.occupants, key=lambda occupant: occupant.person_id)
            yield replace(room, occupants=tuple(inside))
        for licences in (self.kin.mothers, self.kin.guardians, self.kin.for_tonight):
            yield sorted(licences)
        yield sorted(self.kin.declared_mothers)


@query(Right.PLACE_CLIENT)
def proposals(session: Session, context: Context, _question: None) -> Proposal:
    """Return the best beds for everyone who waits, found together."""
    known = night_facts(session, context)
    plan = propose(known.newcomers, known.rooms, context.today, known.kin, known.settled)
    proposed = {each.person_id: each for each in plan.proposed}
    guests = {each.person_id: each.guest for each in known.newcomers}
    lines = [
        _line(context, person, arrival, guests[person.id], proposed[person.id])
        for person, arrival in known.waiting
    ]
    return Proposal(known.revision, tuple(sorted(lines, key=_turn)), plan.proven)


def _undo(done: Accepted) -> Inverse:
    stays = tuple(TakeBack(each.stay_id, each.version) for each in done.placed)
    return Inverse(take_back_plan, TakeBackPlan(stays))


@act(Right.PLACE_CLIENT, *PLACING_TOPICS, undo=_undo)
def accept_plan(session: Session, context: Context, command: AcceptPlan) -> Accepted:
    """Place everybody or nobody, a mother before the child who follows her.

    Raises:
        Refused: with every reason the rules have against it now, or because something
            else has changed since the proposal was made; nobody is placed.
    """
    _record(context, command.beds)
    known = night_facts(session, context)
    wanted = _wanted(session, known, command.beds)
    sequenced = in_sequence(wanted, known.rooms, context.today, known.kin)
    if sequenced.reasons:
        raise Refused(*sequenced.reasons)
    if command.revision != known.revision:
        raise Refused(Reason.STALE)
    beds = {guest.person_id: bed_id for guest, bed_id in wanted.items()}
    return Accepted(
        tuple(
            lie_down(session, context, person_id, beds[person_id]) for person_id in sequenced.order
        )
    )


@act(Right.PLACE_CLIENT, *PLACING_TOPICS)
def take_back_plan(session: Session, context: Context, command: TakeBackPlan) -> int:
    """Undo an accepted plan as a whole; return how many wait again.

    Raises:
        Refused: one of them was moved or taken back since; nothing is undone.
    """
    stays = [(session.get_one(Stay, each.stay_id), each.version) for each in command.stays]
    _record(context, tuple((stay.person_id, stay.bed_id) for stay, _ in stays))
    if any(stay.version != version or stay.ends_at is not None for stay, version in stays):
        raise Refused(Reason.MOVED_ON)
    for stay, _ in stays:
        end_stay(session, stay, context, StayEnd.UNDONE)
        reopen_bed_task(session, stay.person_id)
    settle_alarms(session, context)
    return len(stays)


def _record(context: Context, beds: tuple[tuple[UUID, UUID], ...]) -> None:
    pairs = " ".join(f"{person_id.hex}:{bed_id.hex}" for person_id, bed_id in beds)
    context.record(None, people=len(beds), beds=pairs)


def _wanted(
    session: Session, known: NightFacts, beds: tuple[tuple[UUID, UUID], ...]
) -> dict[Guest, UUID]:
    guests = {newcomer.person_id: newcomer.guest for newcomer in known.newcomers}
    wanted: dict[Guest, UUID] = {}
    for person_id, bed_id in beds:
        present(session, person_id)
        guest = guests.get(person_id)
        if guest in wanted or stay_now(session, person_id) is not None:
            raise Refused(Reason.PERSON_HAS_BED)
        if guest is None:
            raise Refused(Reason.STALE)
        wanted[guest] = bed_id
    return wanted


def night_facts(session: Session, context: Context) -> NightFacts:
    """Return who waits, who sleeps where, and what the rules have to know of them."""
    latest = {person.id: (person, arrival) for person, arrival in unplaced(session)}
    waiting = sorted(latest.values(), key=lambda pair: (pair[1].arrived_at, pair[1].seq))
    asleep = session.execute(
        select(Person, Arrival)
        .join(Arrival, Arrival.person_id == Person.id)
        .join(Stay, Stay.person_id == Person.id)
        .where(PRESENT, Arrival.tie != "", read.ASLEEP)
        .order_by(Arrival.seq)
    )
    groups = {arrival.group_id for _, arrival in waiting if arrival.tie}
    friends = {
        person.id: (person, arrival) for person, arrival in asleep if arrival.group_id in groups
    }
    about = known(session)
    return NightFacts(
        tuple(waiting),
        tuple(_newcomer(session, context, about, at, *pair) for at, pair in enumerate(waiting)),
        tuple(_newcomer(session, context, about, 0, *pair) for pair in friends.values()),
        read.rooms(session, context.today, context.now, about),
        read.kin(session, context.now),
    )


def _newcomer(
    session: Session, context: Context, about: Known, place: int, person: Person, arrival: Arrival
) -> Newcomer:
    guest = read.guest(session, person, context.today, about)
    return Newcomer(guest, place, arrival.group_id, arrival.tie)


def _line(
    context: Context, person: Person, arrival: Arrival, guest: Guest, proposed: Proposed
) -> ProposedLine:
    return ProposedLine(
        person_id=person.id,
        arrival_id=arrival.id,
        name=person.called_name or "",
        number=arrival.number,
        treated_as=person.treated_as,
        presumed=is_presumed(person),
        age_years=guest.age_years,
        urgent=guest.urgent,
        arrived_at=arrival.arrived_at,
        minutes=waiting_minutes(arrival.arrived_at, context.now),
        group_id=arrival.group_id,
        tie=arrival.tie,
        bed=proposed.bed,
        others=proposed.others,
        when_full=proposed.when_full,
    )


def _turn(line: ProposedLine) -> tuple[bool, bool, bool, datetime]:
    return queue_order(
        Waiting(
            urgent=line.urgent,
            treated_as=line.treated_as,
            arrived_at=line.arrived_at,
            has_bed=False,
        )
    )
