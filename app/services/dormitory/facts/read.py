# SPDX-License-Identifier: Apache-2.0
"""Rows to facts: the only place where beds, stays and people become rooming facts."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from itertools import groupby
from operator import attrgetter
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Executable,
    Text,
    bindparam,
    cast,
    exists,
    literal,
    or_,
    select,
)
from sqlalchemy.orm import Session, aliased

from app.db.rows import Found, run
from app.models.arrivals.arrival import PRESENT, Arrival
from app.models.dormitory.absences import Absence
from app.models.dormitory.needs import PlacementNeed
from app.models.dormitory.rooms import Bed, Room, Wing
from app.models.dormitory.stays import Stay
from app.models.people.kin import Kinship, RoomingException
from app.models.people.person import Person
from app.policies.arrivals.registration import Sex
from app.policies.dormitory.away.whereabouts import AbsenceKind
from app.policies.dormitory.beds import facts
from app.policies.dormitory.beds.facts import GROUND, RoomPurpose, Side
from app.policies.dormitory.beds.kin import Kin
from app.policies.dormitory.rules.settings import capacity
from app.policies.people.born import Born, years_of
from app.policies.people.kinship import ExceptionKind, KinKind, KinStanding
from app.services.dormitory.facts.known import NEEDS, PREGNANT, Kept, Known, kept, known

ASLEEP = Stay.ends_at.is_(None)
"""Who sleeps where is told by open stays, never by the PC clock, which may jump back."""
OUT = select(Absence.person_id).where(
    Absence.ends_at.is_(None), Absence.kind != AbsenceKind.WITH_STAFF
)
"""Who is out of the house now; whoever stays with staff for the night still wants a bed."""


_PERSON = (
    Person.id,
    Person.sex,
    Person.adult_from,
    Person.born_earliest,
    Person.born_latest,
    Person.born_nominal,
    *NEEDS,
    PREGNANT,
)
_SLEEPING = (
    select(Bed.room_id, Stay.bed_id, *_PERSON)
    .join(Stay, Stay.bed_id == Bed.id)
    .join(Person, Person.id == Stay.person_id)
    .outerjoin(PlacementNeed, PlacementNeed.person_id == Person.id)
    .where(ASLEEP)
)


def _on_the_ground(side: Side) -> ColumnElement[bool]:
    """Return a column: this side has a bedroom near the caretaker on the ground floor."""
    room, wing = aliased(Room), aliased(Wing)
    return exists(
        select(room.id)
        .join(wing, wing.id == room.wing_id)
        .where(
            room.near_caretaker,
            room.purpose == RoomPurpose.BEDROOM,
            wing.floor <= GROUND,
            or_(wing.side == side, wing.side == Side.ANY),
        )
    ).label(f"ground_{side}")


_HOUSE = (
    select(
        Room.id.label("room_id"),
        Room.name,
        Room.purpose,
        Room.near_caretaker,
        Room.step_free,
        Room.area_dm2,
        Wing.floor,
        Wing.side,
        Wing.house,
        _on_the_ground(Side.ADULT),
        _on_the_ground(Side.CHILD),
        Bed.id.label("bed_id"),
        Bed.label,
        Bed.out_of_use,
        Bed.mattress,
        Bed.upper,
    )
    .join(Wing, Wing.id == Room.wing_id)
    .outerjoin(Bed, Bed.room_id == Room.id)
    .order_by(Wing.position, Room.position, Room.name, Bed.label)
)
_SLEEPING_IN = _SLEEPING.where(Bed.room_id == bindparam("only"))
_ROOM = _HOUSE.where(Room.id == bindparam("only"))
_HER = (
    select(
        *_PERSON,
        Arrival.injured,
        Arrival.ill,
        exists(select(Stay.id).where(Stay.person_id == Person.id, ASLEEP).correlate(Person)).label(
            "has_bed"
        ),
        Arrival.id.label("arrival_id"),
    )
    .outerjoin(Arrival, (Arrival.person_id == Person.id) & PRESENT)
    .outerjoin(PlacementNeed, PlacementNeed.person_id == Person.id)
    .where(Person.id == bindparam("person"))
    .order_by(Arrival.seq.desc())
    .limit(1)
)
"""Built once: every placing act asks them."""


def _male(sex: Sex | None) -> bool | None:
    return None if sex is None else sex is Sex.MALE


def occupants(
    session: Session, today: date, about: Known, only: UUID | None = None
) -> dict[UUID, list[facts.Occupant]]:
    """Return who sleeps where now, by room; of all rooms, or of one only."""
    found: dict[UUID, list[facts.Occupant]] = defaultdict(list)
    for row in _asked(session, _SLEEPING, _SLEEPING_IN, only):
        years = years_of(row.born_nominal, today)
        found[row.room_id].append(
            facts.Occupant(
                person_id=row.id,
                bed_id=row.bed_id,
                adult_from=row.adult_from,
                age_years=years,
                born=Born(row.born_earliest, row.born_latest, row.born_nominal),
                male=_male(row.sex),
                needs=about.needs(row, years),
            )
        )
    return found


def _asked(
    session: Session, everything: Executable, of_one: Executable, only: UUID | None
) -> Found:
    return run(session, everything) if only is None else run(session, of_one, only=only)


def rooms(
    session: Session,
    today: date,
    now: datetime,
    about: Known | None = None,
    only: UUID | None = None,
) -> tuple[facts.Room, ...]:
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
    sleeping: Mapping[UUID, list[facts.Occupant]] = occupants(session, today, about, only)
    rows = _asked(session, _HOUSE, _ROOM, only)
    return tuple(
        _room(list(of_room), closed, sleeping.get(room_id, []), about)
        for room_id, of_room in groupby(rows, key=attrgetter("room_id"))
    )


def _room(
    rows: Sequence[Any], closed: Kept, inside: Sequence[facts.Occupant], about: Known
) -> facts.Room:
    """Return one room from its rows, one for each bed."""
    room = rows[0]
    return facts.Room(
        room_id=room.room_id,
        name=room.name,
        floor=room.floor,
        side=room.side,
        purpose=room.purpose,
        near_caretaker=room.near_caretaker,
        beds=tuple(
            facts.Bed(
                row.bed_id,
                row.label,
                row.out_of_use,
                row.mattress,
                row.upper,
                row.bed_id in closed.beds,
                closed.reserved.get(row.bed_id),
            )
            for row in rows
            if row.bed_id is not None
        ),
        occupants=tuple(inside),
        house=room.house if about.rules.houses_apart else None,
        step_free=room.step_free,
        blocked=room.room_id in closed.rooms,
        most=capacity(about.rules, room.area_dm2),
        ground=_ground(room) if about.rules.ground_floor else frozenset(),
    )


def _ground(room: Any) -> frozenset[Side]:
    on_it = {Side.ADULT: room.ground_adult, Side.CHILD: room.ground_child}
    return frozenset(side for side, there in on_it.items() if there)


def here(session: Session, person_id: UUID, today: date, about: Known) -> facts.Guest | None:
    """Return somebody who is sheltered as one who needs a bed, or None when she is not here."""
    row = run(session, _HER, person=person_id).one_or_none()
    return None if row is None or row.arrival_id is None else _guest(row, today, about)


def guest(session: Session, person: Person, today: date, about: Known | None = None) -> facts.Guest:
    """Return a person as somebody who needs a bed."""
    row = run(session, _HER, person=person.id).one()
    return _guest(row, today, about or known(session))


def _guest(row: Any, today: date, about: Known) -> facts.Guest:
    years = years_of(row.born_nominal, today)
    return facts.Guest(
        person_id=row.id,
        adult_from=row.adult_from,
        age_years=years,
        born=Born(row.born_earliest, row.born_latest, row.born_nominal),
        urgent=bool(row.injured or row.pregnant or row.ill),
        has_bed=bool(row.has_bed),
        male=_male(row.sex),
        needs=about.needs(row, years),
    )


_KIN = (
    select(Kinship.elder_id, Kinship.younger_id, cast(Kinship.kind, Text).label("kind"))
    .where(Kinship.ended_at.is_(None), Kinship.standing == KinStanding.VERIFIED)
    .union_all(
        select(
            RoomingException.elder_id,
            RoomingException.younger_id,
            literal("tonight:") + cast(RoomingException.kind, Text),
        ).where(
            RoomingException.ended_at.is_(None),
            RoomingException.signed_at <= bindparam("now"),
            RoomingException.expires_at > bindparam("now"),
        )
    )
)


def kin(session: Session, now: datetime) -> Kin:
    """Return who may share a room although a hard rule speaks against it.

    An exception counts from its signing until it expires.
    """
    pairs: dict[str, set[tuple[UUID, UUID]]] = defaultdict(set)
    for row in run(session, _KIN, now=now):
        pairs[row.kind].add((row.elder_id, row.younger_id))
    tonight = {kind: frozenset(pairs[f"tonight:{kind}"]) for kind in ExceptionKind}
    return Kin(
        mothers=frozenset(pairs[KinKind.MOTHER]),
        guardians=frozenset(pairs[KinKind.GUARDIAN]),
        for_tonight=frozenset().union(*tonight.values()),
        declared_mothers=tonight[ExceptionKind.DECLARED_MOTHER],
    )
