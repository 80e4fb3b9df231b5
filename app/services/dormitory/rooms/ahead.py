# SPDX-License-Identifier: Apache-2.0
"""The house as it is planned for a day to come, and what it would say to somebody then.

Ages, blocks, reservations and exceptions are judged on that day; moves and changes of use
that are planned up to it count as done. Today is as it is: nobody is moved by a plan.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.dormitory.plans import PlannedMove, PurposeChange
from app.models.people.person import Person
from app.planning.dormitory.beds.lying import lie_down
from app.policies.access import Role
from app.policies.dormitory.beds.facts import Guest, Room, RoomPurpose
from app.policies.dormitory.beds.kin import Kin
from app.policies.dormitory.beds.rooming import why_not
from app.policies.dormitory.beds.secrecy import as_read
from app.policies.dormitory.beds.suggest import discomfort
from app.policies.dormitory.night.cures import as_guest, without
from app.policies.reasons import Decision, Reason, Verdict
from app.services.acts import Context
from app.services.dormitory.facts import read
from app.services.dormitory.facts.known import Known, known
from app.services.dormitory.rooms.room_use import OPEN_CHANGE, OPEN_MOVE, Wanted

FARTHEST = timedelta(days=366)
"""How far ahead anything is planned."""


@dataclass(frozen=True, slots=True)
class BedAhead:
    """A bed somebody could have on a day; with a signature where ``verdict`` says so."""

    bed_id: UUID
    room_id: UUID
    place: str
    verdict: Verdict
    reasons: tuple[Reason, ...]


class Ahead:
    """The house on one day, as planned or with everybody where she sleeps now."""

    def __init__(
        self, session: Session, context: Context, day: date, *, plans: bool = True
    ) -> None:
        self._session = session
        self.day = max(day, context.today)
        moment = _moment(context, self.day)
        self._about: Known = known(session)
        self._kin: Kin = read.kin(session, moment)
        self.rooms = {
            room.room_id: room for room in read.rooms(session, self.day, moment, self._about)
        }
        self._guests: dict[UUID, Guest] = {
            sleeper.person_id: as_guest(sleeper)
            for room in self.rooms.values()
            for sleeper in room.occupants
        }
        if plans and self.day > context.today:
            self._follow_plans()

    def guest(self, person_id: UUID) -> Guest:
        """Return somebody as one who looks for a bed."""
        if person_id not in self._guests:
            person = self._session.get_one(Person, person_id)
            found = read.guest(self._session, person, self.day, self._about)
            self._guests[person_id] = replace(found, has_bed=False)
        return self._guests[person_id]

    def judged(self, wanted: Sequence[Wanted]) -> tuple[Decision, ...]:
        """Return what the rules say to each of some moves when all of them are made."""
        rooms = self._moved(self.rooms, wanted)
        return tuple(self._judge(rooms, person_id, bed_id) for person_id, bed_id in wanted)

    def now_in(self, person_id: UUID) -> Decision:
        """Return what the rules say to somebody in the bed that she has on this day."""
        for room in self.rooms.values():
            for sleeper in room.occupants:
                if sleeper.person_id == person_id:
                    return self._judge(self.rooms, person_id, sleeper.bed_id)
        return Decision()

    def beds_for(self, person_id: UUID, role: Role) -> tuple[BedAhead, ...]:
        """Return every bed that somebody could have, the kindest first, signatures last.

        That is, as far as a post may read what is against it.
        """
        guest = self.guest(person_id)
        own = {
            sleeper.bed_id
            for room in self.rooms.values()
            for sleeper in room.occupants
            if sleeper.person_id == person_id
        }
        rooms = [without(room, person_id) for room in self.rooms.values()]
        rooms.sort(key=lambda room: (self._unkind(guest, room), room.floor, room.name))
        found = []
        for room in rooms:
            for bed in room.beds:
                said = as_read(role, why_not(guest, bed, room, self.day, self._kin))
                if bed.bed_id not in own and said.verdict is not Verdict.FORBIDDEN:
                    place = f"{room.name}-{bed.label}"
                    found.append(
                        BedAhead(bed.bed_id, room.room_id, place, said.verdict, said.reasons)
                    )
        return tuple(sorted(found, key=lambda each: each.verdict is not Verdict.ALLOWED))

    def _unkind(self, guest: Guest, room: Room) -> int:
        return discomfort(guest, room, self.day, self._kin)

    def _follow_plans(self) -> None:
        changes = self._session.execute(
            select(PurposeChange).where(*OPEN_CHANGE, PurposeChange.from_day <= self.day)
        ).scalars()
        for change in changes:
            self.serve(change.room_id, change.purpose)
        moves = self._session.execute(
            select(PlannedMove)
            .where(*OPEN_MOVE, PlannedMove.on_day <= self.day)
            .order_by(PlannedMove.on_day, PlannedMove.planned_at, PlannedMove.id)
        ).scalars()
        planned = [(move.person_id, move.bed_id) for move in moves]
        self.rooms = self._moved(self.rooms, planned)

    def serve(self, room_id: UUID, purpose: RoomPurpose) -> None:
        """Let a room serve another purpose on this day."""
        self.rooms[room_id] = replace(self.rooms[room_id], purpose=purpose)

    def _moved(self, rooms: dict[UUID, Room], wanted: Iterable[Wanted]) -> dict[UUID, Room]:
        """Return the rooms with some people in other beds; a bed that is gone takes nobody."""
        moved = dict(rooms)
        for person_id, bed_id in wanted:
            for room_id, room in tuple(moved.items()):
                moved[room_id] = without(room, person_id)
                if any(bed.bed_id == bed_id for bed in room.beds):
                    moved[room_id] = lie_down(moved[room_id], self.guest(person_id), bed_id)
        return moved

    def _judge(self, rooms: dict[UUID, Room], person_id: UUID, bed_id: UUID) -> Decision:
        for room in rooms.values():
            for bed in room.beds:
                if bed.bed_id == bed_id:
                    around = without(room, person_id)
                    return why_not(self.guest(person_id), bed, around, self.day, self._kin)
        return Decision((Reason.BED_UNKNOWN,))


def _moment(context: Context, day: date) -> datetime:
    """Return now, or noon of a day to come: night exceptions are over, holds may not be."""
    if day <= context.today:
        return context.now
    return datetime.combine(day, time(12), context.zone.local(context.now).tzinfo)
