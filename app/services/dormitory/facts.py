# SPDX-License-Identifier: Apache-2.0
"""Rows to facts: the only place where beds, stays and people become rooming facts."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.arrivals.arrival import PRESENT, Arrival
from app.models.dormitory.rooms import Bed, Room, Wing
from app.models.dormitory.stays import Stay
from app.models.people.kin import Kinship, RoomingException
from app.models.people.person import Person
from app.policies.arrivals.registration import Sex
from app.policies.dormitory import rooming
from app.policies.dormitory.kin import Kin
from app.policies.dormitory.rules import capacity
from app.policies.people.age import AgeReason, age_in_years
from app.policies.people.kinship import ExceptionKind, KinKind, KinStanding
from app.services.dormitory.known import Known, kept, known

ASLEEP = Stay.ends_at.is_(None)
"""Who sleeps where is told by open stays, never by the PC clock, which may jump back."""


def known_age(person: Person, today: date) -> int | None:
    """Return the best known age in whole years, or None."""
    if person.birth_date is not None:
        return age_in_years(person.birth_date, today)
    return None if person.stated_months is None else person.stated_months // 12


def _unknown(person: Person) -> bool:
    return person.treated_reason is AgeReason.AGE_UNKNOWN


def occupants(
    session: Session, today: date, about: Known, only: UUID | None = None
) -> dict[UUID, list[rooming.Occupant]]:
    """Return who sleeps where now, by room; of all rooms, or of one only."""
    wanted = (
        select(Bed.room_id, Stay.bed_id, Person)
        .join(Stay, Stay.bed_id == Bed.id)
        .join(Person, Person.id == Stay.person_id)
        .where(ASLEEP)
    )
    if only is not None:
        wanted = wanted.where(Bed.room_id == only)
    found: dict[UUID, list[rooming.Occupant]] = defaultdict(list)
    for room_id, bed_id, person in session.execute(wanted):
        years = known_age(person, today)
        found[room_id].append(
            rooming.Occupant(
                person_id=person.id,
                bed_id=bed_id,
                adult_from=person.adult_from,
                age_years=years,
                age_unknown=_unknown(person),
                young_until=person.young_until,
                male=person.sex is Sex.MALE,
                needs=about.needs(person, years),
            )
        )
    return found


def rooms(
    session: Session,
    today: date,
    now: datetime,
    about: Known | None = None,
    only: UUID | None = None,
) -> tuple[rooming.Room, ...]:
    """Return every room with its beds and the people in them, in the house's order.

    Args:
        session: any session.
        today: the day on which ages and blocks are judged.
        now: the instant at which reservations are judged.
        about: what the house knows, if it was read already.
        only: leave all other rooms out.
    """
    about = about or known(session)
    closed = kept(session, today, now)
    beds: dict[UUID, list[rooming.Bed]] = defaultdict(list)
    of_beds = select(Bed).order_by(Bed.label)
    of_rooms = (
        select(Room, Wing)
        .join(Wing, Wing.id == Room.wing_id)
        .order_by(Wing.position, Room.position, Room.name)
    )
    if only is not None:
        of_beds, of_rooms = of_beds.where(Bed.room_id == only), of_rooms.where(Room.id == only)
    for bed in session.execute(of_beds).scalars():
        beds[bed.room_id].append(
            rooming.Bed(
                bed.id,
                bed.label,
                bed.out_of_use,
                bed.mattress,
                bed.upper,
                bed.id in closed.beds,
                closed.reserved.get(bed.id),
            )
        )
    sleeping: Mapping[UUID, list[rooming.Occupant]] = occupants(session, today, about, only)
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
            house=wing.house if about.rules.houses_apart else None,
            step_free=room.step_free,
            blocked=room.id in closed.rooms,
            most=capacity(about.rules, room.area_dm2),
        )
        for room, wing in session.execute(of_rooms)
    )


def guest(
    session: Session, person: Person, today: date, about: Known | None = None
) -> rooming.Guest:
    """Return a person as somebody who needs a bed."""
    arrival = session.execute(
        select(Arrival)
        .where(Arrival.person_id == person.id, PRESENT)
        .order_by(Arrival.seq.desc())
        .limit(1)
    ).scalar_one_or_none()
    has_bed = session.execute(select(Stay.id).where(Stay.person_id == person.id, ASLEEP)).first()
    years = known_age(person, today)
    return rooming.Guest(
        person_id=person.id,
        adult_from=person.adult_from,
        age_years=years,
        age_unknown=_unknown(person),
        urgent=bool(arrival and (arrival.injured or arrival.pregnant or arrival.ill)),
        has_bed=has_bed is not None,
        young_until=person.young_until,
        male=person.sex is Sex.MALE,
        needs=(about or known(session)).needs(person, years),
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
