# SPDX-License-Identifier: Apache-2.0
"""The room plan to print: every bed with the called name of who sleeps in it.

Who may not see people is not offered it; every printing is audited, because it names them.
"""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.dormitory.holds import Block
from app.models.dormitory.rooms import Room, Wing
from app.models.dormitory.stays import Stay
from app.models.people.person import Person
from app.policies.access import Right
from app.policies.dormitory.beds import facts
from app.policies.dormitory.beds.board import BedState, bed_state
from app.policies.dormitory.beds.facts import RoomPurpose
from app.reports.dormitory.content import PlanBed, PlanRoom, PlanState, PlanWing, PrintedPlan
from app.reports.printer import printed
from app.reports.sheet import Sheet
from app.reports.words import ABSENCES, BLOCKS, PURPOSES, until
from app.services.acts import Context, act
from app.services.dormitory.facts import read
from app.services.dormitory.facts.house import away_now, called, wings_in_order
from app.services.dormitory.facts.read import ASLEEP
from app.services.dormitory.facts.waiting import unplaced
from app.services.staff.setup import shelter_facts


@dataclass(frozen=True, slots=True)
class PrintRoomPlan:
    """Every bed, as things stand now."""

    training: bool = False


@act(Right.PRINT_ROOM_PLAN)
def print_room_plan(session: Session, context: Context, command: PrintRoomPlan) -> PrintedPlan:
    """Return the house by wing and room; audited, because it names everybody."""
    shelter = shelter_facts(session)
    printed = shelter.zone.local(context.now)
    content = PrintedPlan(
        sheet=Sheet(shelter.letterhead, f"DENAH-{printed:%Y%m%d-%H%M}", command.training),
        printed=printed,
        zone=shelter.zone.name,
        wings=_Plan(session, context).wings(),
        unplaced=tuple(called(person) for person, _arrival in unplaced(session)),
    )
    context.record(None, beds=sum(content.counts.values()), people=content.counts[PlanState.TAKEN])
    return content


def room_plan_paper(content: PrintedPlan) -> bytes:
    """Return the room plan as PDF; to be run on a reading thread."""
    return printed("dormitory.room_plan", content)


def _with_use(room: Room) -> str:
    """Return a room with its use, where its name does not tell it already."""
    use = PURPOSES[room.purpose]
    return room.name if use.casefold() in room.name.casefold() else f"{room.name} ({use})"


_STATES = {
    BedState.FREE: PlanState.FREE,
    BedState.RESERVED: PlanState.KEPT,
    BedState.BLOCKED: PlanState.CLOSED,
    BedState.OUT_OF_USE: PlanState.CLOSED,
}


class _Plan:
    """Everything one plan is drawn from, read once."""

    def __init__(self, session: Session, context: Context) -> None:
        self._session = session
        self._context = context
        self._rooms = {
            room.room_id: room for room in read.rooms(session, context.today, context.now)
        }
        self._names = {
            bed_id: (person.id, called(person))
            for bed_id, person in session.execute(
                select(Stay.bed_id, Person).join(Person, Person.id == Stay.person_id).where(ASLEEP)
            )
        }
        self._away = {who: ABSENCES[row.kind] for who, row in away_now(session).items()}
        self._closed: dict[UUID, str] = {}
        for block in session.execute(
            select(Block).where(Block.lifted_at.is_(None), Block.until_day >= context.today)
        ).scalars():
            place = block.bed_id or block.room_id
            if place is not None:
                self._closed[place] = f"{BLOCKS[block.kind]} {until(block.until_day)}"

    def wings(self) -> tuple[PlanWing, ...]:
        """Return the house in its order; beds that are no longer used are left out."""
        return tuple(self._wing(wing, rooms) for wing, rooms in wings_in_order(self._session))

    def _wing(self, wing: Wing, rooms: list[Room]) -> PlanWing:
        bedroom = RoomPurpose.BEDROOM
        return PlanWing(
            wing.floor,
            wing.name,
            tuple(self._room(room) for room in rooms if room.purpose is bedroom),
            tuple(_with_use(room) for room in rooms if room.purpose is not bedroom),
        )

    def _room(self, row: Room) -> PlanRoom:
        room = self._rooms[row.id]
        beds = (
            self._bed(room, bed)
            for bed in room.beds
            if not bed.out_of_use or bed.bed_id in self._names
        )
        closed = self._closed.get(row.id)
        return PlanRoom(row.name, tuple(beds), f"ditutup: {closed}" if closed else "")

    def _bed(self, room: facts.Room, bed: facts.Bed) -> PlanBed:
        if bed.bed_id in self._names:
            person_id, name = self._names[bed.bed_id]
            return PlanBed(bed.label, PlanState.TAKEN, name, self._away.get(person_id, ""))
        state = _STATES[bed_state(bed, taken=False, closed=room.blocked)]
        note = self._closed.get(bed.bed_id, "") if state is PlanState.CLOSED else ""
        if state is PlanState.KEPT and bed.reserved is not None:
            note = f"{self._context.zone.local(bed.reserved.expires_at):s.d. %d-%m %H.%M}"
        return PlanBed(bed.label, state, note=note)
