# SPDX-License-Identifier: Apache-2.0
"""The building as those who change it see it: wings, rooms, beds, floor space, versions."""

from collections import defaultdict
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.arrivals.arrival import PRESENT, Arrival
from app.models.dormitory.rooms import Bed, Room, Wing
from app.models.dormitory.stays import Stay
from app.models.people.person import Person
from app.policies.access import Right
from app.policies.dormitory.beds.facts import RoomPurpose, Side
from app.policies.dormitory.rules.needs import House
from app.policies.dormitory.rules.settings import capacity
from app.services.acts import Context, query
from app.services.dormitory.facts.known import rules_now
from app.services.dormitory.facts.read import ASLEEP


@dataclass(frozen=True, slots=True)
class Lodger:
    """Somebody who sleeps in a bed now, for the list of who has to move."""

    person_id: UUID
    name: str
    number: str


@dataclass(frozen=True, slots=True)
class BedFacts:
    """One bed; a mattress comes and goes by itself."""

    bed_id: UUID
    version: int
    label: str
    upper: bool
    mattress: bool
    out_of_use: bool
    lodger: Lodger | None


@dataclass(frozen=True, slots=True)
class RoomFacts:
    """One room; ``most`` is how many its floor is for under the rules, None for any number."""

    room_id: UUID
    version: int
    name: str
    purpose: RoomPurpose
    area_dm2: int
    near_caretaker: bool
    step_free: bool
    most: int | None
    beds: tuple[BedFacts, ...]

    @property
    def in_use(self) -> tuple[BedFacts, ...]:
        """Return the beds that can be slept in, mattresses left out."""
        return tuple(bed for bed in self.beds if not (bed.mattress or bed.out_of_use))

    @property
    def lodgers(self) -> tuple[tuple[Lodger, str], ...]:
        """Return who sleeps here, each with the letter of her bed."""
        return tuple((bed.lodger, bed.label) for bed in self.beds if bed.lodger is not None)


@dataclass(frozen=True, slots=True)
class WingFacts:
    """One wing with its rooms."""

    wing_id: UUID
    version: int
    name: str
    floor: int
    side: Side
    house: House | None
    rooms: tuple[RoomFacts, ...]


@query(Right.MANAGE_ROOMS)
def building(session: Session, _context: Context, _question: None) -> tuple[WingFacts, ...]:
    """Return the whole building in the house's order."""
    rules = rules_now(session)
    lodgers = {
        bed_id: Lodger(person.id, person.called_name or "", number)
        for bed_id, person, number in session.execute(
            select(Stay.bed_id, Person, Arrival.number)
            .join(Person, Person.id == Stay.person_id)
            .join(Arrival, (Arrival.person_id == Person.id) & PRESENT)
            .where(ASLEEP)
        )
    }
    beds: dict[UUID, list[BedFacts]] = defaultdict(list)
    for bed in session.execute(select(Bed).order_by(Bed.label)).scalars():
        beds[bed.room_id].append(
            BedFacts(
                bed.id,
                bed.version,
                bed.label,
                bed.upper,
                bed.mattress,
                bed.out_of_use,
                lodgers.get(bed.id),
            )
        )
    rooms: dict[UUID, list[RoomFacts]] = defaultdict(list)
    for room in session.execute(select(Room).order_by(Room.position, Room.name)).scalars():
        rooms[room.wing_id].append(
            RoomFacts(
                room.id,
                room.version,
                room.name,
                room.purpose,
                room.area_dm2,
                room.near_caretaker,
                room.step_free,
                capacity(rules, room.area_dm2),
                tuple(beds[room.id]),
            )
        )
    wings = session.execute(select(Wing).order_by(Wing.position)).scalars()
    return tuple(
        WingFacts(
            wing.id,
            wing.version,
            wing.name,
            wing.floor,
            wing.side,
            wing.house,
            tuple(rooms[wing.id]),
        )
        for wing in wings
    )
