# SPDX-License-Identifier: Apache-2.0
"""Who is here of somebody's own, and who may look after a child meanwhile."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.arrivals.arrival import PRESENT, Arrival
from app.models.dormitory.rooms import Bed, Room
from app.models.dormitory.stays import Stay
from app.models.people.kin import Kinship
from app.models.people.person import Person
from app.policies.access import Right
from app.policies.people.born import Born, is_adult, is_young, years_of
from app.policies.people.companions import Member, companions
from app.policies.people.kinship import Tie
from app.services.acts import Context, query
from app.services.dormitory.facts.read import ASLEEP, OUT


@dataclass(frozen=True, slots=True)
class Relative:
    """Somebody of the family; ``place`` is her bed, empty while she has none."""

    person_id: UUID
    name: str
    number: str
    age_years: int | None
    place: str


@dataclass(frozen=True, slots=True)
class OwnHere:
    """Children of hers who are in the house, and her family's grown-ups who could mind them."""

    children: tuple[Relative, ...]
    carers: tuple[Relative, ...]


@dataclass(frozen=True, slots=True)
class Household:
    """Who is here, what each is called, where each sleeps."""

    members: dict[UUID, Member]
    people: dict[UUID, tuple[Person, Arrival]]
    places: dict[UUID, str]
    ties: tuple[Tie, ...]

    def along(self, person_id: UUID) -> tuple[UUID, ...]:
        """Return who goes along with somebody."""
        return companions(person_id, self.members, self.ties)

    def told(self, person_id: UUID, today: date) -> Relative:
        """Return somebody as lists show her."""
        person, arrival = self.people[person_id]
        return Relative(
            person_id,
            person.called_name or "",
            arrival.number,
            years_of(person.born_nominal, today),
            self.places.get(person_id, ""),
        )


@query(Right.READ_ROOMS)
def own_here(session: Session, context: Context, person_id: UUID) -> OwnHere:
    """Return the children somebody would leave behind, and who of her family could mind them."""
    family = household(session, context.today)
    children = children_with(session, context, person_id)
    own = {person_id, *children}
    kin = {
        key
        for tie in family.ties
        if {tie.elder_id, tie.younger_id} & own
        for key in (tie.elder_id, tie.younger_id)
    }
    out = set(session.execute(OUT).scalars())
    carers = sorted(
        key for key in kin - own - out if key in family.members and not family.members[key].child
    )
    today = context.today
    return OwnHere(
        tuple(family.told(key, today) for key in children),
        tuple(family.told(key, today) for key in carers) if children else (),
    )


def children_with(session: Session, context: Context, person_id: UUID) -> tuple[UUID, ...]:
    """Return the children in the house who go along with somebody."""
    family = household(session, context.today)
    out = set(session.execute(OUT).scalars())
    return tuple(
        key for key in family.along(person_id) if family.members[key].child and key not in out
    )


def household(session: Session, today: date) -> Household:
    """Return who is here, how each is called, where each sleeps, and who is kin of whom."""
    rooms: dict[UUID, UUID] = {}
    places: dict[UUID, str] = {}
    for person_id, room_id, name, label in session.execute(
        select(Stay.person_id, Room.id, Room.name, Bed.label)
        .join(Bed, Bed.id == Stay.bed_id)
        .join(Room, Room.id == Bed.room_id)
        .where(ASLEEP)
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
    return Household(members, people, places, ties)
