# SPDX-License-Identifier: Apache-2.0
"""The census: everybody who is sheltered, exactly once, and where she is."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.errors import Refused
from app.models.arrivals.arrival import PRESENT, Arrival
from app.models.dormitory.absences import Absence
from app.models.dormitory.rooms import Bed, Room, Wing
from app.models.dormitory.stays import Stay
from app.models.people.person import Person
from app.policies.access import Right
from app.policies.arrivals.night import ABSENT_ALARM
from app.policies.arrivals.queue import waiting_minutes
from app.policies.dormitory.away.whereabouts import Whereabouts, whereabouts
from app.policies.reasons import Reason
from app.policies.sight import InfoClass, Sight, sight
from app.services.acts import Context, query
from app.services.dormitory.facts.house import away_now
from app.services.dormitory.facts.read import ASLEEP


@dataclass(frozen=True, slots=True)
class CensusLine:
    """One person who is sheltered, and where she is; ``minutes`` since she went away."""

    person_id: UUID
    arrival_id: UUID
    name: str
    number: str
    where: Whereabouts
    wing: str
    room: str
    bed: str
    since: datetime | None
    minutes: int
    overdue: bool

    @property
    def place(self) -> str:
        """Return her bed as ``201-A``, or nothing."""
        return f"{self.room}-{self.bed}" if self.room else ""


@dataclass(frozen=True, slots=True)
class WingCensus:
    """One wing, or nobody's wing (an empty name) for those without a bed."""

    wing: str
    counts: tuple[tuple[Whereabouts, int], ...]

    @property
    def total(self) -> int:
        """Return how many belong to this wing."""
        return sum(count for _where, count in self.counts)


@dataclass(frozen=True, slots=True)
class Census:
    """Everybody exactly once; who may not see people sees the counts only."""

    lines: tuple[CensusLine, ...]
    counts: tuple[tuple[Whereabouts, int], ...]
    wings: tuple[WingCensus, ...]

    @property
    def total(self) -> int:
        """Return how many are sheltered."""
        return sum(count for _where, count in self.counts)

    def count(self, where: Whereabouts) -> int:
        """Return how many are there."""
        return dict(self.counts)[where]


@query(Right.READ_ROOMS)
def census(session: Session, context: Context, _question: None) -> Census:
    """Return everybody who is sheltered with her whereabouts, in the order of the house.

    The counts always add up to the number of people present (domain §7.30).
    """
    lines = census_lines(session, context)
    wings: dict[str, list[Whereabouts]] = {}
    for name in session.execute(select(Wing.name).order_by(Wing.position)).scalars():
        wings[name] = []
    for line in lines:
        wings.setdefault(line.wing, []).append(line.where)
    seen = sight(context.actor.role, InfoClass.PRESENCE) is Sight.FULL
    return Census(
        lines if seen else (),
        _counted([line.where for line in lines]),
        tuple(WingCensus(name, _counted(found)) for name, found in wings.items()),
    )


def census_lines(session: Session, context: Context) -> tuple[CensusLine, ...]:
    """Return everybody present once: by wing, room and bed, then those without a bed."""
    away = away_now(session)
    people = present(session)
    lines = []
    for bed, room, wing, person_id in session.execute(
        select(Bed, Room, Wing, Stay.person_id)
        .join(Bed, Bed.id == Stay.bed_id)
        .join(Room, Room.id == Bed.room_id)
        .join(Wing, Wing.id == Room.wing_id)
        .where(ASLEEP)
        .order_by(Wing.position, Room.position, Room.name, Bed.label)
    ):
        found = people.pop(person_id, None)
        if found is not None:
            absence = away.get(person_id)
            where = whereabouts(
                absence.kind if absence else None, in_bed=True, mattress=bed.mattress
            )
            slept = (wing.name, room.name, bed.label)
            lines.append(_line(context, found, absence, where, slept))
    for person_id, found in people.items():
        absence = away.get(person_id)
        where = whereabouts(absence.kind if absence else None)
        lines.append(_line(context, found, absence, where, ("", "", "")))
    return tuple(lines)


def present(session: Session) -> dict[UUID, tuple[Person, Arrival]]:
    """Return everybody who arrived and was not withdrawn, with her newest arrival."""
    rows = session.execute(
        select(Person, Arrival)
        .join(Arrival, Arrival.person_id == Person.id)
        .where(PRESENT)
        .order_by(Arrival.seq)
    )
    return {person.id: (person, arrival) for person, arrival in rows}


def here(session: Session, person_id: UUID) -> Arrival:
    """Return the newest arrival of somebody who is sheltered.

    Raises:
        Refused: she is no longer registered here.
    """
    arrival = session.execute(
        select(Arrival)
        .where(Arrival.person_id == person_id, PRESENT)
        .order_by(Arrival.seq.desc())
        .limit(1)
    ).scalar_one_or_none()
    if arrival is None:
        raise Refused(Reason.PERSON_LEFT)
    return arrival


def _line(
    context: Context,
    found: tuple[Person, Arrival],
    absence: Absence | None,
    where: Whereabouts,
    slept: tuple[str, str, str],
) -> CensusLine:
    person, arrival = found
    seen = sight(context.actor.role, InfoClass.PRESENCE) is Sight.FULL
    since = absence.starts_at if absence is not None else None
    long_gone = since is not None and context.now - since >= ABSENT_ALARM
    return CensusLine(
        person.id,
        arrival.id,
        (person.called_name or "") if seen else "",
        arrival.number,
        where,
        *slept,
        since,
        waiting_minutes(since, context.now) if since is not None else 0,
        where is Whereabouts.MISSING and long_gone,
    )


def _counted(found: list[Whereabouts]) -> tuple[tuple[Whereabouts, int], ...]:
    counts = Counter(found)
    return tuple((where, counts[where]) for where in Whereabouts)
