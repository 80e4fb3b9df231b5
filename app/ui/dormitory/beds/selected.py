# SPDX-License-Identifier: Apache-2.0
"""Who is selected on the board, whether she waits or already has a bed."""

from dataclasses import dataclass
from uuid import UUID

from app.policies.dormitory.beds.board import BedState
from app.policies.people.age import TreatedAs
from app.services.dormitory.facts.room_list import BedLine, RoomLine
from app.services.dormitory.facts.waiting import WaitingLine


@dataclass(frozen=True, slots=True)
class Selected:
    """One person; ``place``, ``bed_id`` and ``stay_id`` are empty while she waits for a bed."""

    person_id: UUID
    name: str
    number: str
    treated_as: TreatedAs
    presumed: bool
    place: str = ""
    room_id: UUID | None = None
    bed_id: UUID | None = None
    stay_id: UUID | None = None
    on_the_way: bool = False
    away: bool = False
    minutes: int = 0

    @property
    def has_bed(self) -> bool:
        """Say whether she has a bed."""
        return self.stay_id is not None


def waiting(line: WaitingLine) -> Selected:
    """Return somebody of the waiting list."""
    return Selected(
        line.person_id,
        line.name,
        line.number,
        line.treated_as,
        line.presumed,
        minutes=line.minutes,
    )


def sleeping(room: RoomLine, bed: BedLine) -> Selected | None:
    """Return who has a bed, or None when nobody has it."""
    who = bed.sleeper
    if who is None:
        return None
    return Selected(
        who.person_id,
        who.name,
        who.number,
        who.treated_as,
        who.presumed,
        f"{room.name}-{bed.label}",
        room.room_id,
        bed.bed_id,
        bed.stay_id,
        bed.state is BedState.ON_THE_WAY,
        bed.state is BedState.AWAY,
    )
