# SPDX-License-Identifier: Apache-2.0
"""The room list and the people waiting for a bed, as frozen rows without secrets."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.arrivals.arrival import PRESENT, Arrival
from app.models.dormitory.rooms import Room, Wing
from app.models.dormitory.stays import AlarmCause, AlarmRule, RoomingAlarm, Stay
from app.models.people.person import Person
from app.policies.access import InfoClass, Right, Sight, sight
from app.policies.arrivals.queue import Waiting, queue_order, waiting_minutes
from app.policies.dormitory.cures import CureProposal, propose_cure
from app.policies.dormitory.rooming import ForbiddenPair, RoomPurpose, Side
from app.policies.dormitory.suggest import (
    NoBedOption,
    Suggestion,
    options_when_full,
    refusals,
    suggest,
)
from app.policies.people.age import AgeReason, TreatedAs, is_presumption
from app.policies.reasons import Reason
from app.services.acts import Context, query
from app.services.dormitory import facts
from app.services.dormitory.known import known


@dataclass(frozen=True, slots=True)
class Sleeper:
    """One person in a bed, by the name she is called."""

    person_id: UUID
    name: str
    number: str
    treated_as: TreatedAs
    presumed: bool
    age_years: int | None


@dataclass(frozen=True, slots=True)
class BedLine:
    """One bed of the room list."""

    bed_id: UUID
    label: str
    out_of_use: bool
    sleeper: Sleeper | None
    mattress: bool = False

    @property
    def put_away(self) -> bool:
        """Say whether this is a mattress that does not lie there now."""
        return self.mattress and self.out_of_use


@dataclass(frozen=True, slots=True)
class RoomLine:
    """One room of the room list."""

    room_id: UUID
    name: str
    purpose: RoomPurpose
    near_caretaker: bool
    beds: tuple[BedLine, ...]
    alarmed: bool


@dataclass(frozen=True, slots=True)
class WingLine:
    """One wing with its rooms and counts."""

    wing_id: UUID
    name: str
    floor: int
    side: Side
    rooms: tuple[RoomLine, ...]

    @property
    def beds(self) -> int:
        """Return how many beds can be used."""
        return sum(not bed.out_of_use for room in self.bedrooms for bed in room.beds)

    @property
    def occupied(self) -> int:
        """Return how many beds somebody sleeps in."""
        return sum(bed.sleeper is not None for room in self.bedrooms for bed in room.beds)

    @property
    def bedrooms(self) -> tuple[RoomLine, ...]:
        """Return the rooms people sleep in."""
        return tuple(room for room in self.rooms if room.purpose is RoomPurpose.BEDROOM)


@dataclass(frozen=True, slots=True)
class AlarmLine:
    """A pair nobody placed, with the act that cures it."""

    alarm_id: UUID
    room_name: str
    child: Sleeper
    adult: Sleeper
    rule: AlarmRule
    cause: AlarmCause
    opened_at: datetime
    cure: CureProposal
    cure_place: str


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why one room is not for this person."""

    room_name: str
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class WaitingLine:
    """Somebody without a bed, with her three best choices and why others are not."""

    person_id: UUID
    arrival_id: UUID
    name: str
    number: str
    treated_as: TreatedAs
    treated_reason: AgeReason
    presumed: bool
    age_years: int | None
    urgent: bool
    arrived_at: datetime
    minutes: int
    suggestions: tuple[Suggestion, ...]
    refusals: tuple[Refusal, ...]
    when_full: tuple[NoBedOption, ...]


@query(Right.READ_ROOMS)
def room_list(session: Session, context: Context, _question: None) -> tuple[WingLine, ...]:
    """Return all wings with rooms, beds and sleepers."""
    hidden = sight(context.actor.role, InfoClass.PRESENCE) is not Sight.FULL
    rooms = {r.room_id: r for r in facts.rooms(session, context.today, context.now)}
    sleepers = _sleepers(session, context.today, hidden=hidden)
    alarmed = set(
        session.execute(
            select(RoomingAlarm.room_id).where(RoomingAlarm.closed_at.is_(None))
        ).scalars()
    )
    lines = []
    for wing in session.execute(select(Wing).order_by(Wing.position)).scalars():
        of_wing = []
        for row in session.execute(
            select(Room).where(Room.wing_id == wing.id).order_by(Room.position, Room.name)
        ).scalars():
            room = rooms[row.id]
            in_bed = {o.bed_id: sleepers.get(o.person_id) for o in room.occupants}
            beds = tuple(
                BedLine(b.bed_id, b.label, b.out_of_use, in_bed.get(b.bed_id), b.mattress)
                for b in room.beds
            )
            of_wing.append(
                RoomLine(row.id, row.name, row.purpose, row.near_caretaker, beds, row.id in alarmed)
            )
        lines.append(WingLine(wing.id, wing.name, wing.floor, wing.side, tuple(of_wing)))
    return tuple(lines)


@query(Right.PLACE_CLIENT)
def waiting_list(session: Session, context: Context, _question: None) -> tuple[WaitingLine, ...]:
    """Return everyone without a bed: urgent first, then children, then by waiting time."""
    about = known(session)
    house = facts.rooms(session, context.today, context.now, about)
    kin = facts.kin(session, context.now)
    names = {room.room_id: room.name for room in house}
    lines = []
    for person, arrival in unplaced(session):
        guest = facts.guest(session, person, context.today, about)
        choices = suggest(guest, house, context.today, kin=kin)
        lines.append(
            WaitingLine(
                person_id=person.id,
                arrival_id=arrival.id,
                name=person.called_name or "",
                number=arrival.number,
                treated_as=person.treated_as,
                treated_reason=person.treated_reason,
                presumed=is_presumed(person),
                age_years=facts.known_age(person, context.today),
                urgent=guest.urgent,
                arrived_at=arrival.arrived_at,
                minutes=waiting_minutes(arrival.arrived_at, context.now),
                suggestions=choices,
                refusals=tuple(
                    Refusal(names[room_id], decision.reasons)
                    for room_id, decision in refusals(guest, house, context.today, kin)
                ),
                when_full=() if choices else options_when_full(guest, house),
            )
        )
    return tuple(sorted(lines, key=_queue_key))


@query(Right.CURE_ALARM)
def open_alarms(session: Session, context: Context, _question: None) -> tuple[AlarmLine, ...]:
    """Return every open alarm with a cure that the rules allow."""
    house = facts.rooms(session, context.today, context.now)
    names = {room.room_id: room.name for room in house}
    beds = {bed.bed_id: f"{room.name}-{bed.label}" for room in house for bed in room.beds}
    sleepers = _sleepers(session, context.today, hidden=False)
    kin = facts.kin(session, context.now)
    alarms = session.execute(
        select(RoomingAlarm)
        .where(RoomingAlarm.closed_at.is_(None))
        .order_by(RoomingAlarm.opened_at, RoomingAlarm.id)
    ).scalars()
    lines = []
    for alarm in alarms:
        pair = ForbiddenPair(alarm.child_id, alarm.adult_id)
        cure = propose_cure(pair, house, context.today, kin)
        lines.append(
            AlarmLine(
                alarm.id,
                names[alarm.room_id],
                sleepers[alarm.child_id],
                sleepers[alarm.adult_id],
                alarm.rule,
                alarm.cause,
                alarm.opened_at,
                cure,
                beds[cure.bed_id] if cure.bed_id else "",
            )
        )
    return tuple(lines)


def unplaced(session: Session) -> list[tuple[Person, Arrival]]:
    """Return everyone who arrived and has no bed, in order of registration."""
    sleeping = select(Stay.person_id).where(facts.ASLEEP)
    rows = session.execute(
        select(Person, Arrival)
        .join(Arrival, Arrival.person_id == Person.id)
        .where(PRESENT, Person.id.not_in(sleeping))
        .order_by(Arrival.seq)
    )
    return [(person, arrival) for person, arrival in rows]


def is_presumed(person: Person) -> bool:
    """Say whether she is treated as a child without proof of her age."""
    return is_presumption(person.treated_as, person.treated_reason)


def _queue_key(line: WaitingLine) -> tuple[bool, bool, bool, datetime]:
    return queue_order(
        Waiting(
            urgent=line.urgent,
            treated_as=line.treated_as,
            arrived_at=line.arrived_at,
            has_bed=False,
        )
    )


def _sleepers(session: Session, today: date, *, hidden: bool) -> dict[UUID, Sleeper]:
    rows = session.execute(
        select(Person, Arrival.number)
        .join(Arrival, Arrival.person_id == Person.id)
        .join(Stay, Stay.person_id == Person.id)
        .where(
            facts.ASLEEP,
        )
        .order_by(Arrival.seq)
    )
    return {
        person.id: Sleeper(
            person.id,
            "" if hidden else person.called_name or "",
            number,
            person.treated_as,
            is_presumed(person),
            None if hidden else facts.known_age(person, today),
        )
        for person, number in rows
    }
