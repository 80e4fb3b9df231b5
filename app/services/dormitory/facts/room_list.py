# SPDX-License-Identifier: Apache-2.0
"""The board: wings, rooms and beds with who sleeps there, as frozen rows without secrets."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.arrivals.arrival import PRESENT, Arrival
from app.models.dormitory.holds import Block
from app.models.dormitory.rooms import Room, Wing
from app.models.dormitory.stays import RoomingAlarm, Stay
from app.models.people.person import Person
from app.policies.access import Right
from app.policies.dormitory.away.whereabouts import AbsenceKind
from app.policies.dormitory.beds import facts
from app.policies.dormitory.beds.board import BedState, bed_state
from app.policies.dormitory.beds.facts import RoomPurpose, Side
from app.policies.dormitory.beds.holds import BlockKind
from app.policies.people.age import TreatedAs, is_presumption
from app.policies.people.born import years_of
from app.policies.sight import InfoClass, Sight, sight
from app.services.acts import Context, query
from app.services.dormitory.facts import read
from app.services.dormitory.facts.house import away_now


@dataclass(frozen=True, slots=True)
class Sleeper:
    """One person in a bed, by the name she is called."""

    person_id: UUID
    name: str
    number: str
    treated_as: TreatedAs
    presumed: bool
    age_years: int | None
    arrival_id: UUID


@dataclass(frozen=True, slots=True)
class Closed:
    """Why a bed or room is blocked, and up to and including which day."""

    block_id: UUID
    version: int
    kind: BlockKind
    until: date


@dataclass(frozen=True, slots=True)
class BedLine:
    """One bed of the board; a reserved one says for whom and until when."""

    bed_id: UUID
    label: str
    out_of_use: bool
    sleeper: Sleeper | None
    mattress: bool = False
    upper: bool = False
    state: BedState = BedState.FREE
    stay_id: UUID | None = None
    away: AbsenceKind | None = None
    due_back: datetime | None = None
    kept_for: str = ""
    kept_until: datetime | None = None
    hold_id: UUID | None = None
    closed: Closed | None = None

    @property
    def put_away(self) -> bool:
        """Say whether this is a mattress that does not lie there now."""
        return self.mattress and self.out_of_use


@dataclass(frozen=True, slots=True)
class RoomLine:
    """One room of the board."""

    room_id: UUID
    name: str
    purpose: RoomPurpose
    near_caretaker: bool
    beds: tuple[BedLine, ...]
    alarmed: bool
    step_free: bool = False
    closed: Closed | None = None

    @property
    def ages(self) -> tuple[int, int] | None:
        """Return the youngest and the oldest known age of those who sleep here."""
        known = [
            bed.sleeper.age_years
            for bed in self.beds
            if bed.sleeper is not None and bed.sleeper.age_years is not None
        ]
        return (min(known), max(known)) if known else None


@dataclass(frozen=True, slots=True)
class WingLine:
    """One wing with its rooms and counts."""

    wing_id: UUID
    name: str
    floor: int
    side: Side
    rooms: tuple[RoomLine, ...]

    @property
    def beds(self) -> int:
        """Return how many beds can be used."""
        return sum(not bed.out_of_use for room in self.bedrooms for bed in room.beds)

    @property
    def occupied(self) -> int:
        """Return how many beds somebody sleeps in."""
        return sum(bed.sleeper is not None for room in self.bedrooms for bed in room.beds)

    @property
    def free(self) -> int:
        """Return how many beds could be given to anybody now."""
        return sum(bed.state is BedState.FREE for room in self.bedrooms for bed in room.beds)

    @property
    def bedrooms(self) -> tuple[RoomLine, ...]:
        """Return the rooms people sleep in."""
        return tuple(room for room in self.rooms if room.purpose is RoomPurpose.BEDROOM)


@query(Right.READ_ROOMS)
def room_list(session: Session, context: Context, _question: None) -> tuple[WingLine, ...]:
    """Return all wings with rooms, beds and sleepers."""
    drawn = _Drawing(session, context)
    rows = session.execute(
        select(Room, Wing)
        .join(Wing, Wing.id == Room.wing_id)
        .order_by(Wing.position, Room.position, Room.name)
    )
    wings: dict[UUID, tuple[Wing, list[RoomLine]]] = {
        wing.id: (wing, [])
        for wing in session.execute(select(Wing).order_by(Wing.position)).scalars()
    }
    for room, wing in rows:
        wings[wing.id][1].append(drawn.room(room))
    return tuple(
        WingLine(wing.id, wing.name, wing.floor, wing.side, tuple(rooms))
        for wing, rooms in wings.values()
    )


class _Drawing:
    """Everything the lines of one board are drawn from, read once."""

    def __init__(self, session: Session, context: Context) -> None:
        hidden = sight(context.actor.role, InfoClass.PRESENCE) is not Sight.FULL
        self.hidden = hidden
        self.rooms = {
            room.room_id: room for room in read.rooms(session, context.today, context.now)
        }
        self.sleepers = sleepers_of(session, context.today, hidden=hidden)
        self.stays = {
            stay.bed_id: stay for stay in session.execute(select(Stay).where(read.ASLEEP)).scalars()
        }
        self.away = away_now(session)
        self.alarmed = set(
            session.execute(
                select(RoomingAlarm.room_id).where(RoomingAlarm.closed_at.is_(None))
            ).scalars()
        )
        self.closed: dict[UUID, Closed] = {}
        for block in session.execute(
            select(Block).where(Block.lifted_at.is_(None), Block.until_day >= context.today)
        ).scalars():
            place = block.bed_id or block.room_id
            if place is not None:
                self.closed[place] = Closed(block.id, block.version, block.kind, block.until_day)

    def room(self, row: Room) -> RoomLine:
        """Return one room."""
        room = self.rooms[row.id]
        return RoomLine(
            row.id,
            row.name,
            row.purpose,
            row.near_caretaker,
            tuple(self._bed(room, bed) for bed in room.beds),
            row.id in self.alarmed,
            row.step_free,
            self.closed.get(row.id),
        )

    def _bed(self, room: facts.Room, bed: facts.Bed) -> BedLine:
        stay = self.stays.get(bed.bed_id)
        absence = self.away.get(stay.person_id) if stay else None
        kept = bed.reserved
        return BedLine(
            bed.bed_id,
            bed.label,
            bed.out_of_use,
            self.sleepers.get(stay.person_id) if stay else None,
            bed.mattress,
            bed.upper,
            bed_state(
                bed,
                taken=stay is not None,
                received=stay is None or stay.received_at is not None,
                away=absence is not None,
                closed=room.blocked,
            ),
            stay.id if stay else None,
            absence.kind if absence else None,
            absence.due_back if absence else None,
            "" if kept is None or self.hidden else kept.label,
            kept.expires_at if kept else None,
            kept.hold_id if kept else None,
            self.closed.get(bed.bed_id),
        )


def sleepers_of(session: Session, today: date, *, hidden: bool) -> dict[UUID, Sleeper]:
    """Return everybody who has a bed; without names and ages where they are ``hidden``."""
    rows = session.execute(
        select(Person, Arrival.number, Arrival.id)
        .join(Arrival, Arrival.person_id == Person.id)
        .join(Stay, Stay.person_id == Person.id)
        .where(read.ASLEEP, PRESENT)
        .order_by(Arrival.seq)
    )
    return {
        person.id: Sleeper(
            person.id,
            "" if hidden else person.called_name or "",
            number,
            person.treated_as,
            is_presumed(person),
            None if hidden else years_of(person.born_nominal, today),
            arrival_id,
        )
        for person, number, arrival_id in rows
    }


def is_presumed(person: Person) -> bool:
    """Say whether she is treated as a child without proof of her age."""
    return is_presumption(person.treated_as, person.treated_reason)
