# SPDX-License-Identifier: Apache-2.0
"""Who becomes an adult soon, what her bed says to that, and whether a move is planned."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.arrivals.arrival import PRESENT, Arrival
from app.models.dormitory.plans import PlannedMove
from app.models.dormitory.rooms import Bed, Room
from app.models.dormitory.stays import Stay
from app.models.people.person import Person
from app.policies.access import Right
from app.policies.dormitory.beds.secrecy import told
from app.policies.dormitory.night.turning import LONGEST, Turning, turning
from app.policies.people.born import is_adult
from app.policies.reasons import PERMITTABLE, Reason
from app.policies.sight import InfoClass, Sight, sight
from app.services.acts import Context, query
from app.services.dormitory.facts.read import ASLEEP
from app.services.dormitory.rooms.ahead import Ahead
from app.services.dormitory.rooms.room_use import OPEN_MOVE


class PlanStatus(StrEnum):
    """What is planned for somebody whose bed will no longer fit."""

    NOT_NEEDED = "not_needed"
    MISSING = "missing"
    PLANNED = "planned"
    OVERDUE = "overdue"


@dataclass(frozen=True, slots=True)
class TurningLine:
    """One person, her first day as an adult, and the plan for it.

    ``against`` says why her bed no longer fits from that day on if nobody else moves; empty
    when it does. ``days`` is negative once the day has passed.
    """

    person_id: UUID
    arrival_id: UUID
    name: str
    number: str
    adult_from: date
    days: int
    band: Turning
    place: str
    against: tuple[Reason, ...]
    status: PlanStatus
    move_id: UUID | None
    plan_place: str
    plan_day: date | None


@query(Right.READ_STAYS)
def turning_18(session: Session, context: Context, _question: None) -> tuple[TurningLine, ...]:
    """Return everybody present who becomes an adult within 90 days, the nearest day first.

    Whoever became one while she is here stays listed until her bed fits an adult: the day
    changes the rules and moves nobody.
    """
    if sight(context.actor.role, InfoClass.PRESENCE) is not Sight.FULL:
        return ()
    lines = []
    days: dict[date, Ahead] = {}
    for person, arrival in session.execute(
        select(Person, Arrival)
        .join(Arrival, Arrival.person_id == Person.id)
        .where(PRESENT, Person.adult_from <= context.today + timedelta(days=LONGEST))
        .order_by(Person.adult_from, Arrival.seq)
    ):
        band = turning(person.adult_from, context.today)
        came = context.zone.today(arrival.arrived_at)
        if band is None or is_adult(person.adult_from, came):
            continue
        day = max(person.adult_from or context.today, context.today)
        if day not in days:
            days[day] = Ahead(session, context, day, plans=False)
        against = days[day].now_in(person.id).reasons
        hard = tuple(reason for reason in against if reason not in PERMITTABLE)
        line = _line(session, context, (person, arrival), band, hard)
        if band is not Turning.TURNED or line.against:
            lines.append(line)
    return tuple(lines)


def _line(
    session: Session,
    context: Context,
    found: tuple[Person, Arrival],
    band: Turning,
    against: tuple[Reason, ...],
) -> TurningLine:
    person, arrival = found
    day = person.adult_from or context.today
    place = session.execute(
        select(Room.name, Bed.label)
        .join(Bed, Bed.room_id == Room.id)
        .join(Stay, Stay.bed_id == Bed.id)
        .where(Stay.person_id == person.id, ASLEEP)
    ).one_or_none()
    plan = session.execute(
        select(PlannedMove, Room.name, Bed.label)
        .join(Bed, Bed.id == PlannedMove.bed_id)
        .join(Room, Room.id == Bed.room_id)
        .where(PlannedMove.person_id == person.id, *OPEN_MOVE)
    ).one_or_none()
    move: PlannedMove | None = plan[0] if plan else None
    return TurningLine(
        person.id,
        arrival.id,
        person.called_name or "",
        arrival.number,
        day,
        (day - context.today).days,
        band,
        "-".join(place) if place else "",
        told(context.actor.role, against),
        _status(move, bool(against), context.today),
        move.id if move else None,
        f"{plan[1]}-{plan[2]}" if plan else "",
        move.on_day if move else None,
    )


def _status(move: PlannedMove | None, wrong: bool, today: date) -> PlanStatus:
    if move is not None:
        return PlanStatus.OVERDUE if move.on_day < today else PlanStatus.PLANNED
    return PlanStatus.MISSING if wrong else PlanStatus.NOT_NEEDED
