# SPDX-License-Identifier: Apache-2.0
"""Who slept where on any night, and where somebody slept all the time.

The night of a day is what stood at 03.00 of the following morning. A placement that was
undone is no night: who was moved by a slip slept where she lay before.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, date, datetime
from uuid import UUID

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import Session, aliased

from app.models.arrivals.arrival import Arrival
from app.models.dormitory.absences import Absence
from app.models.dormitory.plans import PurposeChange
from app.models.dormitory.rooms import Bed, Room, Wing
from app.models.dormitory.stays import Stay, StayEnd
from app.models.people.person import Person
from app.models.staff.account import Account
from app.policies.access import Right
from app.policies.dormitory.away.whereabouts import AbsenceKind
from app.policies.dormitory.beds.facts import RoomPurpose
from app.policies.dormitory.night.nights import hour_of_night, nights_between
from app.policies.sight import InfoClass, Sight, sight
from app.services.acts import Context, query


@dataclass(frozen=True, slots=True)
class NightOf:
    """The night that begins on a day of the shelter's calendar."""

    day: date


@dataclass(frozen=True, slots=True)
class SleptLine:
    """One person in one bed; ``away`` if her bed was only kept that night."""

    person_id: UUID
    name: str
    number: str
    bed: str
    away: AbsenceKind | None
    placed_by: str
    since: datetime | None


@dataclass(frozen=True, slots=True)
class RoomNight:
    """One room that was slept in or could have been."""

    wing: str
    floor: int
    room: str
    people: tuple[SleptLine, ...]


@dataclass(frozen=True, slots=True)
class Night:
    """A whole night as it stood ``at`` an instant; a running one is not ``over``."""

    day: date
    at: datetime
    over: bool
    rooms: tuple[RoomNight, ...]
    without_bed: tuple[SleptLine, ...]

    @property
    def people(self) -> int:
        """Return how many were sheltered that night, with those who were away."""
        return len(self.without_bed) + sum(len(room.people) for room in self.rooms)


@dataclass(frozen=True, slots=True)
class StayLine:
    """One stretch in one bed; an ``undone`` one has no nights."""

    stay_id: UUID
    place: str
    starts_at: datetime
    ends_at: datetime | None
    nights: int
    undone: bool
    placed_by: str
    ended_by: str


@query(Right.READ_STAYS)
def slept(session: Session, context: Context, question: NightOf) -> Night:
    """Return every bedroom of a night with who slept there; one to come is as of now."""
    zone = context.zone.local(context.now).tzinfo
    morning = hour_of_night(question.day, zone).astimezone(UTC)
    at = min(morning, context.now)
    people: dict[UUID, list[SleptLine]] = defaultdict(list)
    who = _People(session, context, at)
    for stay, bed, placed_by in session.execute(_stays_at(at)):
        line = who.line(stay.person_id, bed.label, placed_by, stay.starts_at)
        people[bed.room_id].append(line)
    purposes = _purposes_at(session, at)
    rooms = session.execute(
        select(Room, Wing)
        .join(Wing, Wing.id == Room.wing_id)
        .order_by(Wing.position, Room.position, Room.name)
    )
    placed = {line.person_id for lines in people.values() for line in lines}
    return Night(
        question.day,
        at,
        morning <= context.now,
        tuple(
            RoomNight(
                wing.name,
                wing.floor,
                room.name,
                tuple(sorted(people[room.id], key=lambda line: line.bed)),
            )
            for room, wing in rooms
            if people[room.id] or purposes.get(room.id, room.purpose) is RoomPurpose.BEDROOM
        ),
        tuple(who.line(key, "", "", None) for key in who.sheltered if key not in placed),
    )


@query(Right.READ_STAYS)
def stays_of(session: Session, context: Context, person_id: UUID) -> tuple[StayLine, ...]:
    """Return where somebody slept, the newest first."""
    ender = aliased(Account)
    rows = session.execute(
        select(Stay, Room.name, Bed.label, Account.name, ender.name)
        .join(Bed, Bed.id == Stay.bed_id)
        .join(Room, Room.id == Bed.room_id)
        .join(Account, Account.id == Stay.placed_by)
        .outerjoin(ender, ender.id == Stay.ended_by)
        .where(Stay.person_id == person_id)
        .order_by(Stay.starts_at.desc(), Stay.seq.desc())
    )
    local = context.zone.local
    return tuple(
        StayLine(
            stay.id,
            f"{room}-{label}",
            stay.starts_at,
            stay.ends_at,
            0
            if stay.end_reason is StayEnd.UNDONE
            else nights_between(local(stay.starts_at), local(stay.ends_at or context.now)),
            stay.end_reason is StayEnd.UNDONE,
            placed_by,
            ended_by or "",
        )
        for stay, room, label, placed_by, ended_by in rows
    )


def _stays_at(at: datetime) -> Select[Stay, Bed, str]:
    """Return the stays that hold at an instant, and those from which a slip had moved."""
    slip = aliased(Stay)
    moved_by_a_slip = (
        select(slip.id)
        .where(
            slip.person_id == Stay.person_id,
            slip.starts_at == Stay.ends_at,
            slip.end_reason == StayEnd.UNDONE,
            slip.starts_at <= at,
            slip.ends_at > at,
        )
        .exists()
    )
    return (
        select(Stay, Bed, Account.name)
        .join(Bed, Bed.id == Stay.bed_id)
        .join(Account, Account.id == Stay.placed_by)
        .where(
            Stay.starts_at <= at,
            or_(Stay.end_reason.is_(None), Stay.end_reason != StayEnd.UNDONE),
            or_(
                Stay.ends_at.is_(None),
                Stay.ends_at > at,
                (Stay.end_reason == StayEnd.MOVED) & moved_by_a_slip,
            ),
        )
    )


def _purposes_at(session: Session, at: datetime) -> dict[UUID, RoomPurpose]:
    """Return what rooms were used for at an instant, where that has changed since."""
    found: dict[UUID, RoomPurpose] = {}
    for change in session.execute(
        select(PurposeChange)
        .where(PurposeChange.applied_at > at)
        .order_by(PurposeChange.applied_at, PurposeChange.id)
    ).scalars():
        if change.before is not None:
            found.setdefault(change.room_id, change.before)
    return found


class _People:
    """Everybody who was sheltered at an instant, with name, number and whereabouts."""

    def __init__(self, session: Session, context: Context, at: datetime) -> None:
        self._named = sight(context.actor.role, InfoClass.PRESENCE) is Sight.FULL
        self._away = {
            absence.person_id: absence.kind
            for absence in session.execute(
                select(Absence).where(
                    Absence.starts_at <= at,
                    or_(Absence.ends_at.is_(None), Absence.ends_at > at),
                )
            ).scalars()
        }
        self._known: dict[UUID, tuple[Person, Arrival]] = {}
        self.sheltered: dict[UUID, None] = {}
        for person, arrival in session.execute(
            select(Person, Arrival)
            .join(Arrival, Arrival.person_id == Person.id)
            .where(Arrival.arrived_at <= at, Arrival.withdrawn_at.is_(None))
            .order_by(Arrival.seq)
        ):
            self._known[person.id] = (person, arrival)
            if arrival.departed_at is None or arrival.departed_at > at:
                self.sheltered[person.id] = None
        self._session = session

    def line(self, person_id: UUID, bed: str, placed_by: str, since: datetime | None) -> SleptLine:
        """Return one person of the night."""
        person, arrival = self._known.get(person_id, (None, None))
        if person is None:
            person = self._session.get_one(Person, person_id)
        return SleptLine(
            person_id,
            (person.called_name or "") if self._named else "",
            arrival.number if arrival is not None else "",
            bed,
            self._away.get(person_id),
            placed_by,
            since,
        )
