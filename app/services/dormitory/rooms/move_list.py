# SPDX-License-Identifier: Apache-2.0
"""The moves that are planned, whether they are due and still legal, and beds to plan with."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.arrivals.arrival import PRESENT, Arrival
from app.models.dormitory.plans import PlannedMove, PurposeChange
from app.models.dormitory.rooms import Bed, Room
from app.models.dormitory.stays import Stay
from app.models.people.person import Person
from app.models.staff.account import Account
from app.policies.access import Right
from app.policies.dormitory.beds.facts import RoomPurpose
from app.policies.dormitory.beds.secrecy import as_read
from app.policies.reasons import Decision, Reason, Verdict
from app.policies.sight import InfoClass, Sight, sight
from app.services.acts import Context, query
from app.services.dormitory.beds.place import present
from app.services.dormitory.facts.read import ASLEEP
from app.services.dormitory.rooms.ahead import FARTHEST, Ahead, BedAhead
from app.services.dormitory.rooms.room_use import OPEN_MOVE
from app.services.topics import Topic

MOVE_TOPICS = frozenset({Topic.PLANS, Topic.BEDS, Topic.HOLDS, Topic.PEOPLE, Topic.NEEDS})
"""What the list of planned moves depends on."""


@dataclass(frozen=True, slots=True)
class PlannedMoveLine:
    """One planned move; ``freeing`` names the room that is emptied for another use.

    Attributes:
        due: its day has come.
        overdue: its day has passed.
        there: she lies in that bed already; carrying it out only ticks it off.
        verdict: what the rules say: now if it is due, else on its day as far as is known.
    """

    move_id: UUID
    version: int
    person_id: UUID
    arrival_id: UUID
    name: str
    number: str
    from_place: str
    to_place: str
    on_day: date
    due: bool
    overdue: bool
    there: bool
    verdict: Verdict
    reasons: tuple[Reason, ...]
    why: str
    freeing: str
    planned_by: str

    @property
    def legal(self) -> bool:
        """Say whether it could be carried out, with a signature where that is needed."""
        return self.verdict is not Verdict.FORBIDDEN


@dataclass(frozen=True, slots=True)
class BedsOn:
    """Somebody, a day, and a room that serves another purpose by then."""

    person_id: UUID
    day: date
    leaving: UUID | None = None


@query(Right.READ_ROOMS)
def planned_moves(
    session: Session, context: Context, _question: None
) -> tuple[PlannedMoveLine, ...]:
    """Return the moves that are still to be carried out, the first day first.

    A post that does not see people gets nobody.
    """
    if sight(context.actor.role, InfoClass.PRESENCE) is not Sight.FULL:
        return ()
    places = {
        person_id: (bed_id, f"{room}-{label}")
        for person_id, bed_id, room, label in session.execute(
            select(Stay.person_id, Bed.id, Room.name, Bed.label)
            .join(Bed, Bed.id == Stay.bed_id)
            .join(Room, Room.id == Bed.room_id)
            .where(ASLEEP)
        )
    }
    freed = dict(
        session.execute(
            select(PurposeChange.id, Room.name).join(Room, Room.id == PurposeChange.room_id)
        ).all()
    )
    days: dict[date, Ahead] = {}
    lines = []
    for move, person, arrival, room, label, planned_by in session.execute(_OPEN):
        day = max(move.on_day, context.today)
        if day not in days:
            days[day] = Ahead(session, context, day)
        own, place = places.get(person.id, (None, ""))
        there = own == move.bed_id
        judged = Decision() if there else days[day].judged([(person.id, move.bed_id)])[0]
        decision = as_read(context.actor.role, judged)
        lines.append(
            PlannedMoveLine(
                move.id,
                move.version,
                person.id,
                arrival.id,
                person.called_name or "",
                arrival.number,
                place,
                f"{room}-{label}",
                move.on_day,
                move.on_day <= context.today,
                move.on_day < context.today,
                there,
                decision.verdict,
                decision.reasons,
                move.why,
                freed.get(move.change_id, "") if move.change_id else "",
                planned_by,
            )
        )
    return tuple(lines)


_OPEN = (
    select(PlannedMove, Person, Arrival, Room.name, Bed.label, Account.name)
    .join(Person, Person.id == PlannedMove.person_id)
    .join(Arrival, (Arrival.person_id == Person.id) & PRESENT)
    .join(Bed, Bed.id == PlannedMove.bed_id)
    .join(Room, Room.id == Bed.room_id)
    .join(Account, Account.id == PlannedMove.planned_by)
    .where(*OPEN_MOVE)
    .order_by(PlannedMove.on_day, PlannedMove.planned_at, PlannedMove.id)
)


@query(Right.PLACE_CLIENT)
def beds_on(session: Session, context: Context, question: BedsOn) -> tuple[BedAhead, ...]:
    """Return the beds somebody could have on a day, the kindest first, signatures last.

    A day outside of what can be planned has none.

    Raises:
        Refused: she has left.
    """
    present(session, question.person_id)
    if not context.today <= question.day <= context.today + FARTHEST:
        return ()
    ahead = Ahead(session, context, question.day)
    if question.leaving is not None and question.leaving in ahead.rooms:
        ahead.serve(question.leaving, RoomPurpose.SPARE)
    return ahead.beds_for(question.person_id, context.actor.role)
