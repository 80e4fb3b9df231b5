# SPDX-License-Identifier: Apache-2.0
"""The whole house as papers and lists tell it: rooms in order, called names, who is away."""

from collections import defaultdict
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.dormitory.absences import Absence
from app.models.dormitory.rooms import Room, Wing
from app.models.people.person import Person
from app.reports.words import NOT_SAID


def wings_in_order(session: Session) -> list[tuple[Wing, list[Room]]]:
    """Return every wing with its rooms, from the lowest floor up."""
    rooms: dict[UUID, list[Room]] = defaultdict(list)
    for room in session.execute(select(Room).order_by(Room.position, Room.name)).scalars():
        rooms[room.wing_id].append(room)
    wings = session.execute(select(Wing).order_by(Wing.floor, Wing.position)).scalars()
    return [(wing, rooms[wing.id]) for wing in wings]


def away_now(session: Session) -> dict[UUID, Absence]:
    """Return the open absence of everybody who is not in her bed, by person."""
    rows = session.execute(select(Absence).where(Absence.ends_at.is_(None))).scalars()
    return {row.person_id: row for row in rows}


def called(person: Person) -> str:
    """Return her called name, or in brackets why there is none."""
    return person.called_name or f"(nama {NOT_SAID[person.called_name_state]})"
