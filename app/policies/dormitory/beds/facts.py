# SPDX-License-Identifier: Apache-2.0
"""Beds, rooms and people as the rooming rules see them."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from app.policies.dormitory.beds.holds import Reserved
from app.policies.dormitory.rules.needs import NO_NEEDS, House, Needs
from app.policies.people.born import Born

GROUND = 1
"""The floor that is reached without stairs."""


class Side(StrEnum):
    """Whom a wing is for; floors and sides are data (recommendation 121 of the paper)."""

    ADULT = "adult"
    CHILD = "child"
    ANY = "any"


class RoomPurpose(StrEnum):
    """What a room is used for."""

    BEDROOM = "bedroom"
    SPARE = "spare"
    SECRETARIAT = "secretariat"
    TV_ROOM = "tv_room"
    FIELD = "field"
    COUNSELLING = "counselling"
    THERAPY = "therapy"


@dataclass(frozen=True, slots=True)
class Occupant:
    """Somebody who sleeps in a room now; ``male`` is None where nobody has said so far."""

    person_id: UUID
    bed_id: UUID
    adult_from: date | None
    age_years: int | None
    born: Born
    male: bool | None = False
    needs: Needs = NO_NEEDS


@dataclass(frozen=True, slots=True)
class Bed:
    """A bed by its letter, or a mattress laid for a time."""

    bed_id: UUID
    label: str
    out_of_use: bool = False
    mattress: bool = False
    upper: bool = False
    blocked: bool = False
    reserved: Reserved | None = None

    @property
    def usable(self) -> bool:
        """Say whether anybody could sleep in it today."""
        return not (self.out_of_use or self.blocked)

    def kept_from(self, person_id: UUID) -> bool:
        """Say whether it is kept for somebody else."""
        return self.reserved is not None and self.reserved.person_id != person_id


@dataclass(frozen=True, slots=True)
class Room:
    """A room with its beds and the people in them.

    ``most`` is how many its floor is for; ``ground`` holds the sides that have a bedroom near
    the caretaker on the ground floor, as far as the shelter's rules ask for that.
    """

    room_id: UUID
    name: str
    floor: int
    side: Side
    purpose: RoomPurpose
    near_caretaker: bool
    beds: tuple[Bed, ...]
    occupants: tuple[Occupant, ...] = ()
    house: House | None = None
    step_free: bool = True
    blocked: bool = False
    most: int | None = None
    ground: frozenset[Side] = frozenset({Side.ADULT, Side.CHILD})

    @property
    def taken(self) -> frozenset[UUID]:
        """Return the beds somebody sleeps in."""
        return frozenset(occupant.bed_id for occupant in self.occupants)

    @property
    def free_beds(self) -> tuple[Bed, ...]:
        """Return the beds that anybody could be given now."""
        taken = self.taken
        if self.blocked or (self.most is not None and len(taken) >= self.most):
            return ()
        return tuple(
            bed
            for bed in self.beds
            if bed.usable and bed.reserved is None and bed.bed_id not in taken
        )

    @property
    def space(self) -> int:
        """Return how many more could lie down in free beds before the floor is full."""
        beds = len(self.free_beds)
        return beds if self.most is None else min(beds, max(0, self.most - len(self.taken)))


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody who needs a bed; ``male`` is None where nobody has said so far."""

    person_id: UUID
    adult_from: date | None
    age_years: int | None
    born: Born
    urgent: bool = False
    has_bed: bool = False
    male: bool | None = False
    needs: Needs = NO_NEEDS

    def lying(self, bed_id: UUID) -> Occupant:
        """Return her as one who sleeps in a bed."""
        return Occupant(
            self.person_id,
            bed_id,
            self.adult_from,
            self.age_years,
            self.born,
            self.male,
            self.needs,
        )


Person = Guest | Occupant
