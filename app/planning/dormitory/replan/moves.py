# SPDX-License-Identifier: Apache-2.0
"""New beds for several people at once, told step by step; proposed or edited by hand."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from uuid import UUID

from app.planning.dormitory.beds.lying import lie_down
from app.planning.dormitory.beds.sequence import in_sequence
from app.planning.dormitory.replan.check import Checked, against, all_up, checked
from app.planning.dormitory.replan.facts import House, Step
from app.policies.dormitory.beds.facts import Guest, Room, RoomPurpose
from app.policies.dormitory.beds.suggest import reasons_for
from app.policies.dormitory.night.cures import as_guest
from app.policies.dormitory.replan.goals import Goal, GoalKind, MoveWhy
from app.policies.reasons import Reason

_KEEP_CLEAR = frozenset({GoalKind.EMPTY, GoalKind.SEPARATE})
_SIDES = frozenset({Reason.WING_FOR_ADULTS, Reason.WING_FOR_CHILDREN})

Beds = Mapping[UUID, UUID]
"""The new bed of each who moves or comes, by person."""


class Moves:
    """What a house says to moves that are wanted for a goal.

    Args:
        facts: the house.
        goal: what is wanted.
    """

    def __init__(self, facts: House, goal: Goal) -> None:
        self.facts, self.goal = replace(facts, rooms=in_order(facts.rooms)), goal
        self.rooms = tuple(_as_wanted(room, goal) for room in self.facts.rooms)
        self.signed = dict(facts.signed)
        self.before = against(self.rooms, facts.today, facts.kin, goal.waived, self.signed)
        self.beds = {o.person_id: o.bed_id for room in facts.rooms for o in room.occupants}
        self._homes = {o.person_id: room for room in facts.rooms for o in room.occupants}
        asleep = (as_guest(o) for room in facts.rooms for o in room.occupants)
        everybody = (*asleep, *(newcomer.guest for newcomer in facts.newcomers))
        self._guests: dict[UUID, Guest] = {guest.person_id: guest for guest in everybody}

    def check(self, wanted: Beds) -> Checked:
        """Go through moves as a whole: A to B's bed and B to C's are fine together.

        Who comes into a room that will be another one has to be allowed there now as well.
        """
        if len(set(wanted.values())) < len(wanted):
            return Checked((), self.rooms, (Reason.BED_TAKEN,))
        guests, facts = self._as_guests(wanted), self.facts
        waived = self.goal.waived
        found = checked(guests, self.rooms, facts.today, facts.kin, waived, self.signed)
        if self.goal.kind is GoalKind.SEPARATE and not found.reasons:
            now = all_up(facts.rooms, wanted)
            told = in_sequence(guests, now, facts.today, facts.kin, waived)
            return replace(found, reasons=told.reasons)
        return found

    def steps(self, wanted: Beds) -> tuple[Step, ...]:
        """Return the steps in an order in which each is legal.

        Raises:
            ValueError: there is none; ``check`` says why.
        """
        found = self.check(wanted)
        if found.reasons:
            raise ValueError(", ".join(found.reasons))
        facts = self.facts
        lying = {room.room_id: room for room in all_up(self.rooms, wanted)}
        inside = {bed.bed_id: room.room_id for room in self.rooms for bed in room.beds}
        steps = []
        for person_id in found.order:
            guest, bed_id = self._guests[person_id], wanted[person_id]
            room = lying[inside[bed_id]]
            alone = in_sequence({guest: bed_id}, [room], facts.today, facts.kin)
            steps.append(
                Step(
                    person_id,
                    self.beds.get(person_id),
                    bed_id,
                    self._why(person_id),
                    self.before.get(person_id, ()),
                    reasons_for(guest, room, facts.today, facts.kin),
                    alone.reasons,
                )
            )
            lying[room.room_id] = lie_down(room, guest, bed_id)
        return tuple(steps)

    def others(self, wanted: Beds, person_id: UUID) -> tuple[UUID, ...]:
        """Return the beds that one person could have instead while all others move as wanted.

        Only beds that nobody lies in afterwards are looked at.
        """
        rest = {other: bed for other, bed in wanted.items() if other != person_id}
        taken = {*rest.values(), *(bed for p, bed in self.beds.items() if p not in wanted)}
        free = (
            bed.bed_id
            for room in self.rooms
            if room.purpose is RoomPurpose.BEDROOM and not room.blocked
            for bed in room.beds
            if bed.bed_id not in taken | {self.beds.get(person_id), wanted.get(person_id)}
        )
        return tuple(bed for bed in free if not self.check({**rest, person_id: bed}).reasons)

    def wrong(self, rooms: Collection[Room]) -> tuple[tuple[UUID, tuple[Reason, ...]], ...]:
        """Return who sleeps against a rule in the rooms that the goal is about."""
        facts, waived = self.facts, self.goal.waived
        told = against(tuple(rooms), facts.today, facts.kin, waived, self.signed)
        return tuple(
            (occupant.person_id, told[occupant.person_id])
            for room in rooms
            if self.watched(room)
            for occupant in room.occupants
            if occupant.person_id in told
        )

    def watched(self, room: Room) -> bool:
        """Say whether the goal is about what is wrong in this room."""
        named = self.goal.kind in _KEEP_CLEAR and room.room_id in self.goal.room_ids
        return named or self.goal.kind is GoalKind.LEGAL

    def _as_guests(self, wanted: Beds) -> dict[Guest, UUID]:
        return {self._guests[person_id]: bed_id for person_id, bed_id in wanted.items()}

    def _why(self, person_id: UUID) -> MoveWhy:
        home = self._homes.get(person_id)
        if home is None:
            return MoveWhy.NEW
        here = home.room_id in self.goal.room_ids
        if here and self.goal.kind is GoalKind.EMPTY:
            return MoveWhy.ROOM_EMPTIED
        wrong = self.before.get(person_id, ())
        if here and _SIDES & set(wrong):
            return MoveWhy.OTHER_SIDE
        return MoveWhy.AGAINST_A_RULE if wrong and self.watched(home) else MoveWhy.MAKES_ROOM


def in_order(rooms: Collection[Room]) -> tuple[Room, ...]:
    """Return rooms from floor to floor, beds by label, people by bed, however they were told."""
    in_turn = sorted(rooms, key=lambda room: (room.floor, room.name, room.room_id))
    return tuple(_tidy(room) for room in in_turn)


def _tidy(room: Room) -> Room:
    beds = tuple(sorted(room.beds, key=lambda bed: (bed.label, bed.bed_id)))
    rank = {bed.bed_id: at for at, bed in enumerate(beds)}
    people = sorted(room.occupants, key=lambda each: (rank[each.bed_id], each.person_id))
    return replace(room, beds=beds, occupants=tuple(people))


def _as_wanted(room: Room, goal: Goal) -> Room:
    """Return a room as it will be judged once the goal is reached."""
    if room.room_id not in goal.room_ids:
        return room
    if goal.kind is GoalKind.EMPTY:
        return replace(room, blocked=True)
    return replace(room, side=goal.side) if goal.kind is GoalKind.SEPARATE else room
