# SPDX-License-Identifier: Apache-2.0
"""Rows to facts: the only place where beds, stays and people become rooming facts."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.arrivals.arrival import Arrival
from app.models.dormitory.rooms import Bed, Room, Wing
from app.models.dormitory.stays import Stay
from app.models.people.kin import Kinship, RoomingException
from app.models.people.person import Person
from app.policies.arrivals.registration import Sex
from app.policies.dormitory import rooming
from app.policies.dormitory.kin import Kin
from app.policies.people.age import AgeReason, age_in_years
from app.policies.people.kinship import ExceptionKind, KinKind, KinStanding

ASLEEP = Stay.ends_at.is_(None)
"""Who sleeps where is told by open stays, never by the PC clock, which may jump back."""


def known_age(person: Person, today: date) -> int | None:
    """Return the best known age in whole years, or None."""
    if person.birth_date is not None:
        return age_in_years(person.birth_date, today)
    return None if person.stated_months is None else person.stated_months // 12


def _unknown(person: Person) -> bool:
    return person.treated_reason is AgeReason.AGE_UNKNOWN


def occupants(session: Session, today: date) -> dict[UUID, list[rooming.Occupant]]:
    """Return who sleeps where now, by room."""
    rows = session.execute(
        select(Bed.room_id, Stay.bed_id, Person)
        .join(Stay, Stay.bed_id == Bed.id)
        .join(Person, Person.id == Stay.person_id)
        .where(ASLEEP)
    )
    found: dict[UUID, list[rooming.Occupant]] = defaultdict(list)
    for room_id, bed_id, person in rows:
        found[room_id].append(
            rooming.Occupant(
                person_id=person.id,
                bed_id=bed_id,
                adult_from=person.adult_from,
                age_years=known_age(person, today),
                age_unknown=_unknown(person),
                young_until=person.young_until,
                male=person.sex is Sex.MALE,
            )
        )
    return found


def rooms(session: Session, today: date) -> tuple[rooming.Room, ...]:
    """Return every room with its beds and the people in them, in the house's order."""
    beds: dict[UUID, list[rooming.Bed]] = defaultdict(list)
    for bed in session.execute(select(Bed).order_by(Bed.label)).scalars():
        beds[bed.room_id].append(rooming.Bed(bed.id, bed.label, bed.out_of_use, bed.mattress))
    sleeping: Mapping[UUID, list[rooming.Occupant]] = occupants(session, today)
    rows = session.execute(
        select(Room, Wing)
        .join(Wing, Wing.id == Room.wing_id)
        .order_by(Wing.position, Room.position, Room.name)
    )
    return tuple(
        rooming.Room(
            room_id=room.id,
            name=room.name,
            floor=wing.floor,
            side=wing.side,
            purpose=room.purpose,
            near_caretaker=room.near_caretaker,
            beds=tuple(beds.get(room.id, ())),
            occupants=tuple(sleeping.get(room.id, ())),
        )
        for room, wing in rows
    )


def guest(session: Session, person: Person, today: date) -> rooming.Guest:
    """Return a person as somebody who needs a bed."""
    arrival = session.execute(
        select(Arrival)
        .where(Arrival.person_id == person.id, Arrival.withdrawn_at.is_(None))
        .order_by(Arrival.seq.desc())
        .limit(1)
    ).scalar_one_or_none()
    has_bed = session.execute(select(Stay.id).where(Stay.person_id == person.id, ASLEEP)).first()
    return rooming.Guest(
        person_id=person.id,
        adult_from=person.adult_from,
        age_years=known_age(person, today),
        age_unknown=_unknown(person),
        urgent=bool(arrival and (arrival.injured or arrival.pregnant or arrival.ill)),
        has_bed=has_bed is not None,
        young_until=person.young_until,
        male=person.sex is Sex.MALE,
    )


def kin(session: Session, now: datetime) -> Kin:
    """Return who may share a room although a hard rule speaks against it.

    An exception counts from its signing until it expires.
    """
    proven: dict[KinKind, set[tuple[UUID, UUID]]] = {kind: set() for kind in KinKind}
    for elder, younger, kind in session.execute(
        select(Kinship.elder_id, Kinship.younger_id, Kinship.kind).where(
            Kinship.ended_at.is_(None), Kinship.standing == KinStanding.VERIFIED
        )
    ):
        proven[kind].add((elder, younger))
    tonight: dict[ExceptionKind, set[tuple[UUID, UUID]]] = {kind: set() for kind in ExceptionKind}
    for elder, younger, why in session.execute(
        select(RoomingException.elder_id, RoomingException.younger_id, RoomingException.kind).where(
            RoomingException.ended_at.is_(None),
            RoomingException.signed_at <= now,
            RoomingException.expires_at > now,
        )
    ):
        tonight[why].add((elder, younger))
    return Kin(
        mothers=frozenset(proven[KinKind.MOTHER]),
        guardians=frozenset(proven[KinKind.GUARDIAN]),
        for_tonight=frozenset(set().union(*tonight.values())),
        declared_mothers=frozenset(tonight[ExceptionKind.DECLARED_MOTHER]),
    )
