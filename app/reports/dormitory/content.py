# SPDX-License-Identifier: Apache-2.0
"""What the papers of the dormitory say, as frozen data; who fills it in needs no paper."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.reports.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Called:
    """One person: her bed's letter, her called name, where she is if she is away.

    ``sought`` says whether she has to be found: who left without a plan may still be inside.
    """

    bed: str
    name: str
    away: str = ""
    sought: bool = True


@dataclass(frozen=True, slots=True)
class RoomCalled:
    """One room somebody sleeps in."""

    name: str
    people: tuple[Called, ...]


@dataclass(frozen=True, slots=True)
class WingCalled:
    """One wing; ``empty`` and ``other`` are rooms that have to be looked into as well."""

    floor: int
    name: str
    rooms: tuple[RoomCalled, ...]
    empty: tuple[str, ...]
    other: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RollCall:
    """Everybody of the house; ``printed`` is local already."""

    sheet: Sheet
    printed: datetime
    zone: str
    wings: tuple[WingCalled, ...]
    unplaced: tuple[Called, ...]

    @property
    def file_name(self) -> str:
        """Return a name for file and print job: code and date, never a person."""
        return self.sheet.code

    @property
    def people(self) -> tuple[Called, ...]:
        """Return everybody, those without a bed last."""
        placed = (each for wing in self.wings for room in wing.rooms for each in room.people)
        return (*placed, *self.unplaced)


class PlanState(StrEnum):
    """How a bed stands on paper; the value is its word in the summary."""

    TAKEN = "terisi"
    FREE = "kosong"
    KEPT = "dipesan"
    CLOSED = "ditutup"


@dataclass(frozen=True, slots=True)
class PlanBed:
    """One bed; ``note`` is where she is, or why and until when nobody may have it."""

    label: str
    state: PlanState
    name: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class PlanRoom:
    """One bedroom; ``closed`` says why and until when the whole of it is."""

    name: str
    beds: tuple[PlanBed, ...]
    closed: str = ""

    @property
    def free(self) -> int:
        """Return how many beds are free."""
        return sum(bed.state is PlanState.FREE for bed in self.beds)


@dataclass(frozen=True, slots=True)
class PlanWing:
    """One wing; ``other`` are its rooms that nobody sleeps in, with their use."""

    floor: int
    name: str
    rooms: tuple[PlanRoom, ...]
    other: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PrintedPlan:
    """The whole house; ``printed`` is local already."""

    sheet: Sheet
    printed: datetime
    zone: str
    wings: tuple[PlanWing, ...]
    unplaced: tuple[str, ...]

    @property
    def file_name(self) -> str:
        """Return a name for file and print job: code and date, never a person."""
        return self.sheet.code

    @property
    def counts(self) -> Counter[PlanState]:
        """Return how many beds stand how."""
        return Counter(bed.state for wing in self.wings for room in wing.rooms for bed in room.beds)
