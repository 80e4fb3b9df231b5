# SPDX-License-Identifier: Apache-2.0
"""The beds that are kept now, batch by batch."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.arrivals.arrival import PRESENT, Arrival
from app.models.dormitory.holds import Hold
from app.models.dormitory.rooms import Bed, Room
from app.models.people.person import Person
from app.models.staff.account import Account
from app.policies.access import Right
from app.policies.sight import InfoClass, Sight, sight
from app.services.acts import Context, query


@dataclass(frozen=True, slots=True)
class ReservationLine:
    """One batch; ``name`` and ``number`` are of the person it is for, if it is for one.

    A post that does not see people sees beds and time only.
    """

    batch_id: UUID
    hold_ids: tuple[UUID, ...]
    places: tuple[str, ...]
    label: str
    person_id: UUID | None
    name: str
    number: str
    expires_at: datetime
    minutes_left: int
    held_by: str


@query(Right.READ_ROOMS)
def reservations(
    session: Session, context: Context, _question: None
) -> tuple[ReservationLine, ...]:
    """Return the live reservations by batch, the first to end first."""
    hidden = sight(context.actor.role, InfoClass.PRESENCE) is not Sight.FULL
    rows = session.execute(
        select(Hold, Room.name, Bed.label, Account.name)
        .join(Bed, Bed.id == Hold.bed_id)
        .join(Room, Room.id == Bed.room_id)
        .join(Account, Account.id == Hold.held_by)
        .where(Hold.ended_at.is_(None), Hold.expires_at > context.now)
        .order_by(Hold.expires_at, Hold.batch_id, Room.position, Room.name, Bed.label)
    ).all()
    people = {} if hidden else _people(session)
    lines = []
    for batch_id, found in groupby(rows, key=lambda row: row[0].batch_id):
        batch = list(found)
        hold, _room, _bed, held_by = batch[0]
        name, number = people.get(hold.person_id, ("", ""))
        lines.append(
            ReservationLine(
                batch_id,
                tuple(row[0].id for row in batch),
                tuple(f"{room}-{label}" for _hold, room, label, _by in batch),
                "" if hidden else hold.label,
                None if hidden else hold.person_id,
                name,
                number,
                hold.expires_at,
                int((hold.expires_at - context.now).total_seconds()) // 60,
                held_by,
            )
        )
    return tuple(lines)


def _people(session: Session) -> dict[UUID | None, tuple[str, str]]:
    found: dict[UUID | None, tuple[str, str]] = defaultdict(lambda: ("", ""))
    for person_id, name, number in session.execute(
        select(Person.id, Person.called_name, Arrival.number)
        .join(Arrival, Arrival.person_id == Person.id)
        .where(PRESENT, Person.id.in_(select(Hold.person_id).where(Hold.ended_at.is_(None))))
        .order_by(Arrival.seq)
    ):
        found[person_id] = (name or "", number)
    return found
