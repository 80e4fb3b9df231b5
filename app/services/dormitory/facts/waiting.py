# SPDX-License-Identifier: Apache-2.0
"""The people waiting for a bed and the open alarms, as frozen rows without secrets."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.arrivals.arrival import PRESENT, Arrival
from app.models.dormitory.stays import AlarmCause, AlarmRule, RoomingAlarm, Stay
from app.models.people.person import Person
from app.policies.access import Right
from app.policies.arrivals.queue import Waiting, queue_order, waiting_minutes
from app.policies.dormitory.beds.facts import Occupant
from app.policies.dormitory.beds.kin import Kin
from app.policies.dormitory.beds.pairs import ForbiddenPair, HardRule, apart, forbidden
from app.policies.dormitory.beds.secrecy import told
from app.policies.dormitory.beds.suggest import (
    NoBedOption,
    Suggestion,
    options_when_full,
    refusals,
    suggest,
)
from app.policies.dormitory.night.cures import CureProposal, propose_cure
from app.policies.people.age import AgeReason, TreatedAs
from app.policies.people.born import years_of
from app.policies.reasons import Reason
from app.policies.sight import InfoClass, Sight, sight
from app.services.acts import Context, query
from app.services.dormitory.facts import read
from app.services.dormitory.facts.known import known
from app.services.dormitory.facts.room_list import Sleeper, is_presumed, sleepers_of


@dataclass(frozen=True, slots=True)
class AlarmLine:
    """A pair nobody placed, with the act that cures it.

    ``rule`` is None for whoever may not know it: one of the two has to move, that is all.
    The places are beds, such as ``101-A``.
    """

    alarm_id: UUID
    room_name: str
    child: Sleeper
    adult: Sleeper
    rule: AlarmRule | None
    cause: AlarmCause
    opened_at: datetime
    cure: CureProposal
    cure_place: str
    child_place: str
    adult_place: str


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


@query(Right.PLACE_CLIENT)
def waiting_list(session: Session, context: Context, _question: None) -> tuple[WaitingLine, ...]:
    """Return everyone without a bed: urgent first, then children, then by waiting time."""
    about = known(session)
    house = read.rooms(session, context.today, context.now, about)
    kin = read.kin(session, context.now)
    names = {room.room_id: room.name for room in house}
    lines = []
    for person, arrival in unplaced(session):
        guest = read.guest(session, person, context.today, about)
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
                age_years=years_of(person.born_nominal, context.today),
                urgent=guest.urgent,
                arrived_at=arrival.arrived_at,
                minutes=waiting_minutes(arrival.arrived_at, context.now),
                suggestions=choices,
                refusals=tuple(
                    Refusal(names[room_id], told(context.actor.role, decision.reasons))
                    for room_id, decision in refusals(guest, house, context.today, kin)
                ),
                when_full=() if choices else options_when_full(guest, house, context.today),
            )
        )
    return tuple(sorted(lines, key=_queue_key))


@query(Right.CURE_ALARM)
def open_alarms(session: Session, context: Context, _question: None) -> tuple[AlarmLine, ...]:
    """Return every open alarm with a cure that the rules allow."""
    house = read.rooms(session, context.today, context.now)
    names = {room.room_id: room.name for room in house}
    beds = {bed.bed_id: f"{room.name}-{bed.label}" for room in house for bed in room.beds}
    sleepers = sleepers_of(session, context.today, hidden=False)
    sleeping = {each.person_id: each for room in house for each in room.occupants}
    kin = read.kin(session, context.now)
    alarms = session.execute(
        select(RoomingAlarm)
        .where(RoomingAlarm.closed_at.is_(None))
        .order_by(RoomingAlarm.opened_at, RoomingAlarm.id)
    ).scalars()
    lines = []
    for alarm in alarms:
        pair = _broken(alarm, sleeping, context, kin)
        cure = propose_cure(pair, house, context.today, kin)
        lines.append(
            AlarmLine(
                alarm.id,
                names[alarm.room_id],
                sleepers[pair.child_id],
                sleepers[pair.adult_id],
                _told(context, AlarmRule(pair.rule)),
                alarm.cause,
                alarm.opened_at,
                cure,
                beds[cure.bed_id] if cure.bed_id else "",
                *(beds[sleeping[each].bed_id] for each in (pair.child_id, pair.adult_id)),
            )
        )
    return tuple(lines)


def _broken(
    alarm: RoomingAlarm, sleeping: dict[UUID, Occupant], context: Context, kin: Kin
) -> ForbiddenPair:
    """Return what is wrong now: two who are no longer kept apart may be child and adult."""
    pair = ForbiddenPair(alarm.child_id, alarm.adult_id, HardRule(alarm.rule))
    two = (sleeping[alarm.child_id], sleeping[alarm.adult_id])
    if pair.rule is HardRule.KEPT_APART and apart(*two) is None:
        return forbidden(*two, context.today, kin) or pair
    return pair


def _told(context: Context, rule: AlarmRule) -> AlarmRule | None:
    """Return the rule, unless it is a secret that this post may not know (domain §6.7)."""
    secret = rule is AlarmRule.KEPT_APART
    knows = sight(context.actor.role, InfoClass.SAFETY) is Sight.FULL
    return rule if knows or not secret else None


def unplaced(session: Session) -> list[tuple[Person, Arrival]]:
    """Return everyone who arrived, is in the house and has no bed, in order of registration."""
    sleeping = select(Stay.person_id).where(read.ASLEEP)
    rows = session.execute(
        select(Person, Arrival)
        .join(Arrival, Arrival.person_id == Person.id)
        .where(PRESENT, Person.id.not_in(sleeping), Person.id.not_in(read.OUT))
        .order_by(Arrival.seq)
    )
    return [(person, arrival) for person, arrival in rows]


def _queue_key(line: WaitingLine) -> tuple[bool, bool, bool, datetime]:
    return queue_order(
        Waiting(
            urgent=line.urgent,
            treated_as=line.treated_as,
            arrived_at=line.arrived_at,
            has_bed=False,
        )
    )
