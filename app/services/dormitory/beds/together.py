# SPDX-License-Identifier: Apache-2.0
"""A mother and her child are one move: who would go along, in which beds, as one act."""

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.errors import Refused
from app.models.arrivals.arrival import PRESENT, Arrival
from app.models.dormitory.rooms import Bed, Room
from app.models.dormitory.stays import Stay, StayEnd
from app.models.people.kin import Kinship
from app.models.people.person import Person
from app.planning.dormitory.beds.sequence import in_sequence
from app.policies.access import Right
from app.policies.dormitory.beds import facts
from app.policies.dormitory.beds.facts import Guest
from app.policies.dormitory.beds.secrecy import signable
from app.policies.dormitory.night.cures import without
from app.policies.people.born import Born, is_adult, is_young, years_of
from app.policies.people.companions import Member, companions
from app.policies.people.kinship import Tie
from app.policies.reasons import PERMITTABLE, Reason
from app.services.acts import Context, act, query
from app.services.dormitory.beds.place import PLACING_TOPICS, end_stay, lie_down, present, stay_now
from app.services.dormitory.facts import read
from app.services.dormitory.night.alarms import settle_alarms
from app.services.dormitory.replan.apply import Beds, Replanned, record_beds, undo_of
from app.services.topics import Topic


@dataclass(frozen=True, slots=True)
class AlongLine:
    """Somebody who would go along.

    Attributes:
        place: where she sleeps now; empty while she has no bed.
        bed_id: the bed that is legal for her then; None when there is none in that room.
        bed: that bed, such as ``102-B``.
    """

    person_id: UUID
    name: str
    number: str
    age_years: int | None
    place: str
    bed_id: UUID | None
    bed: str


@dataclass(frozen=True, slots=True)
class MoveTogether:
    """Pairs of person and bed; ``why`` is the typed reason of whoever signs."""

    beds: Beds
    why: str = ""


@dataclass(frozen=True, slots=True)
class _House:
    """Who is here, what each is called, where each sleeps."""

    members: dict[UUID, Member]
    people: dict[UUID, tuple[Person, Arrival]]
    places: dict[UUID, str]
    ties: tuple[Tie, ...]


@query(Right.READ_ROOMS)
def along_with(session: Session, context: Context, beds: Beds) -> tuple[AlongLine, ...]:
    """Return who would go along when some people lie down in new beds; whom no kin joins, nobody.

    Without a bed for any of ``beds`` (pairs of person and bed) only who goes along is told.
    """
    house = _house(session, context.today)
    going = dict(beds)
    wanted: dict[UUID, UUID] = {}
    lines: list[AlongLine] = []
    for person_id, bed_id in beds:
        for key in companions(person_id, house.members, house.ties):
            if key in going or key in wanted or any(line.person_id == key for line in lines):
                continue
            found = _bed_beside(session, context, going | wanted, key, bed_id)
            if found is not None:
                wanted[key] = found[0]
            person, arrival = house.people[key]
            lines.append(
                AlongLine(
                    key,
                    person.called_name or "",
                    arrival.number,
                    years_of(person.born_nominal, context.today),
                    house.places.get(key, ""),
                    *(found or (None, "")),
                )
            )
    return tuple(lines)


@query(Right.READ_ROOMS)
def goes_along(session: Session, context: Context, person_id: UUID) -> tuple[AlongLine, ...]:
    """Return who goes along with somebody who leaves the house, for a time or for good."""
    house = _house(session, context.today)
    return tuple(
        AlongLine(
            key,
            house.people[key][0].called_name or "",
            house.people[key][1].number,
            years_of(house.people[key][0].born_nominal, context.today),
            house.places.get(key, ""),
            None,
            "",
        )
        for key in companions(person_id, house.members, house.ties)
        if house.members[key].child
    )


@act(Right.PLACE_CLIENT, *PLACING_TOPICS, Topic.HOLDS, undo=undo_of)
def move_together(session: Session, context: Context, command: MoveTogether) -> Replanned:
    """Move or place some people in one act: all get up before anybody lies down again.

    Raises:
        Refused: with every reason the rules have against any of them; nobody moves.
    """
    record_beds(context, command.beds)
    people = [person_id for person_id, _ in command.beds]
    left: dict[UUID, UUID] = {}
    for person_id, bed_id in command.beds:
        present(session, person_id)
        stay = stay_now(session, person_id)
        if stay is not None:
            if stay.bed_id == bed_id:
                raise Refused(Reason.ALREADY_THERE)
            left[person_id] = stay.bed_id
            end_stay(session, stay, context, StayEnd.MOVED)
    session.flush()
    waived = PERMITTABLE if command.why else frozenset[Reason]()
    wanted = {
        read.guest(session, session.get_one(Person, key), context.today): bed_id
        for key, bed_id in command.beds
    }
    sequenced = in_sequence(
        wanted,
        read.rooms(session, context.today, context.now),
        context.today,
        read.kin(session, context.now),
        waived,
    )
    if sequenced.reasons or len(set(people)) < len(people):
        offered = not command.why and signable(context.actor.role, sequenced.reasons)
        raise Refused(*(sequenced.reasons or (Reason.PERSON_HAS_BED,)), signable=offered)
    beds = dict(command.beds)
    placed = tuple(
        lie_down(session, context, key, beds[key], left.get(key), command.why)
        for key in sequenced.order
    )
    settle_alarms(session, context)
    return Replanned(placed)


def _bed_beside(
    session: Session, context: Context, going: dict[UUID, UUID], person_id: UUID, bed_id: UUID
) -> tuple[UUID, str] | None:
    """Return a bed in the room of ``bed_id`` that is legal when everybody who goes is there."""
    rooms = _after(read.rooms(session, context.today, context.now), {*going, person_id})
    kin = read.kin(session, context.now)
    guests = {key: _guest(session, context, key) for key in (*going, person_id)}
    room = next(each for each in rooms if any(bed.bed_id == bed_id for bed in each.beds))
    for bed in room.free_beds:
        if bed.bed_id in going.values():
            continue
        wanted = {guests[key]: each for key, each in (*going.items(), (person_id, bed.bed_id))}
        if not in_sequence(wanted, rooms, context.today, kin, PERMITTABLE).reasons:
            return bed.bed_id, f"{room.name}-{bed.label}"
    return None


def _guest(session: Session, context: Context, person_id: UUID) -> Guest:
    guest = read.guest(session, session.get_one(Person, person_id), context.today)
    return replace(guest, has_bed=False)


def _after(rooms: tuple[facts.Room, ...], leaving: set[UUID]) -> list[facts.Room]:
    """Return the rooms as they are when some people have got up."""
    left = []
    for room in rooms:
        for person_id in {each.person_id for each in room.occupants} & leaving:
            room = without(room, person_id)
        left.append(room)
    return left


def _house(session: Session, today: date) -> _House:
    rooms: dict[UUID, UUID] = {}
    places: dict[UUID, str] = {}
    for person_id, room_id, name, label in session.execute(
        select(Stay.person_id, Room.id, Room.name, Bed.label)
        .join(Bed, Bed.id == Stay.bed_id)
        .join(Room, Room.id == Bed.room_id)
        .where(read.ASLEEP)
    ):
        rooms[person_id], places[person_id] = room_id, f"{name}-{label}"
    people = {
        person.id: (person, arrival)
        for person, arrival in session.execute(
            select(Person, Arrival).join(Arrival, Arrival.person_id == Person.id).where(PRESENT)
        )
    }
    members = {
        key: Member(
            key,
            not is_adult(person.adult_from, today),
            is_young(Born(person.born_earliest, person.born_latest, person.born_nominal), today),
            rooms.get(key),
        )
        for key, (person, _) in people.items()
    }
    ties = tuple(
        Tie(row.elder_id, row.younger_id, row.kind, row.standing)
        for row in session.execute(select(Kinship).where(Kinship.ended_at.is_(None))).scalars()
    )
    return _House(members, people, places, ties)
