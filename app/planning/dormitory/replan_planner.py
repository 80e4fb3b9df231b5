# SPDX-License-Identifier: Apache-2.0
"""Turns a choice of the solver into a plan that the policies have gone through.

All who move get up at once, then lie down one by one, each legally; nobody who stays gets a
reason against her bed that she did not have before.
"""

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from app.planning.dormitory.lying import lie_down
from app.planning.dormitory.replan_beds import Moving, as_found, beds_for, in_comfort, moving
from app.planning.dormitory.replan_check import Checked, against, all_up, checked
from app.planning.dormitory.replan_facts import House, Plan, Step
from app.planning.dormitory.replan_levels import Choice
from app.planning.dormitory.replan_model import Model
from app.planning.dormitory.replan_people import Household
from app.planning.dormitory.sequence import in_sequence
from app.policies.dormitory.replanning import Goal, GoalKind, MoveWhy
from app.policies.dormitory.rooming import Guest, Room, RoomPurpose, why_not_room
from app.policies.dormitory.suggest import reasons_for
from app.policies.reasons import Reason

_KEEP_CLEAR = frozenset({GoalKind.EMPTY, GoalKind.SEPARATE})


class ReplanBroken(AssertionError):
    """The planner made a plan that the rules forbid: a bug, never shown to anybody."""


class Planner:
    """The model of a house for one goal, and plans made of choices in it.

    Args:
        facts: the house.
        goal: what is wanted.
    """

    def __init__(self, facts: House, goal: Goal) -> None:
        self.facts, self.goal = facts, goal
        wanted = [_as_wanted(room, goal) for room in facts.rooms]
        changed = [room for room in facts.rooms if room.room_id in goal.room_ids]
        self.house = Household(
            wanted,
            facts.newcomers,
            dict(facts.nights),
            facts.today,
            facts.kin,
            goal.waived,
            changed if goal.kind is GoalKind.SEPARATE else (),
        )
        watched = [
            rank
            for rank, room in enumerate(self.house.rooms)
            if goal.kind is GoalKind.LEGAL
            or (goal.kind in _KEEP_CLEAR and room.room_id in goal.room_ids)
        ]
        self.model = Model(self.house, frozenset(watched))
        self.before = against(self.house.rooms, facts.today, facts.kin, goal.waived)

    def plan(self, choice: Choice) -> Plan:
        """Return a choice as a plan that the policies have gone through.

        Raises:
            ReplanBroken: they are against it.
        """
        house = self.house
        who = moving(house, choice)
        found, proven = self._comfort(who, choice), not who.people
        if found is not None:
            beds, proven = found
        else:
            beds = beds_for(house, who, as_found(house, choice, who)) or {}
        gone_through = self._checked(choice, beds)
        if gone_through is None or len(beds) != len(who.people):
            raise ReplanBroken(f"no order or no bed for {len(who.people)} people")
        after = gone_through.rooms
        still = against(after, house.today, house.kin, self.goal.waived)
        watched = [after[rank] for rank in sorted(self.model.watched)]
        wrong = tuple((p, still[p]) for room in watched for p in _people(room) if p in still)
        without = tuple(
            house.people[p].person_id for p, placed in choice.placed.items() if not placed
        )
        return Plan(
            self._steps(gone_through.order, beds, who),
            without,
            wrong,
            choice.levels,
            choice.proven,
            choice.gap,
            proven,
            self._blocking(without, wrong, after),
        )

    def _comfort(self, who: Moving, choice: Choice) -> tuple[dict[Guest, UUID], bool] | None:
        """Return beds with more comfort, if they are as good in everything above it."""
        waiting = {each.person_id: each for each in self.facts.newcomers}
        found = in_comfort(self.house, who, waiting, self.facts.settled)
        if found is None or self._parted(choice, found[0]) > choice.levels.parted:
            return None
        beds = beds_for(self.house, who, found[0])
        return (beds, found[1]) if beds and self._checked(choice, beds) else None

    def _parted(self, choice: Choice, where: dict[int, int]) -> int:
        homes = {p: self.house.people[p].home for p, stays in choice.stays.items() if stays}
        homes |= where
        return sum(
            homes.get(one) is None or homes.get(one) != homes.get(other)
            for one, other in self.house.families
            if self.model.may_part(one, other)
        )

    def _checked(self, choice: Choice, beds: dict[Guest, UUID]) -> Checked | None:
        """Return a plan gone through by the policies; None if it is not as good as it should be.

        Who comes into a room that will be another one has to be allowed there now as well.
        """
        house, waived = self.house, self.goal.waived
        found = checked(beds, house.rooms, house.today, house.kin, waived)
        if found.reasons or len(set(beds.values())) != len(beds):
            return None
        if self.goal.kind is GoalKind.SEPARATE:
            now = all_up(self.facts.rooms, {guest.person_id for guest in beds})
            if in_sequence(beds, now, house.today, house.kin, waived).reasons:
                return None
        wrong = against(found.rooms, house.today, house.kin, waived)
        rooms = [found.rooms[rank] for rank in self.model.watched]
        counted = sum(person in wrong for room in rooms for person in _people(room))
        return None if counted > choice.levels.breaches else found

    def _steps(
        self, order: Sequence[UUID], beds: dict[Guest, UUID], who: Moving
    ) -> tuple[Step, ...]:
        house = self.house
        guests = {guest.person_id: guest for guest in beds}
        by_bed = {bed.bed_id: rank for rank, room in enumerate(house.rooms) for bed in room.beds}
        lying = list(who.rooms)
        steps = []
        for person in order:
            guest, rank = guests[person], by_bed[beds[guests[person]]]
            (bed,) = [b for b in lying[rank].beds if b.bed_id == beds[guest]]
            alone = in_sequence({guest: bed.bed_id}, lying, house.today, house.kin)
            old = house.people[house.number[person]]
            steps.append(
                Step(
                    person,
                    old.bed.bed_id if old.bed else None,
                    bed.bed_id,
                    self._why(person),
                    self.before.get(person, ()),
                    reasons_for(guest, lying[rank], house.today, house.kin),
                    alone.reasons,
                )
            )
            lying[rank] = lie_down(lying[rank], guest, bed.bed_id)
        return tuple(steps)

    def _why(self, person_id: UUID) -> MoveWhy:
        sleeper = self.house.people[self.house.number[person_id]]
        if sleeper.home is None:
            return MoveWhy.NEW
        here = self.house.rooms[sleeper.home].room_id in self.goal.room_ids
        if here and self.goal.kind is GoalKind.EMPTY:
            return MoveWhy.ROOM_EMPTIED
        wrong = self.before.get(person_id, ())
        if here and {Reason.WING_FOR_ADULTS, Reason.WING_FOR_CHILDREN} & set(wrong):
            return MoveWhy.OTHER_SIDE
        watched = sleeper.home in self.model.watched
        return MoveWhy.AGAINST_A_RULE if wrong and watched else MoveWhy.MAKES_ROOM

    def _blocking(
        self,
        without: Sequence[UUID],
        wrong: Sequence[tuple[UUID, tuple[Reason, ...]]],
        after: Sequence[Room],
    ) -> tuple[Reason, ...]:
        """Return what speaks against the rooms with space for those who are left, most first."""
        counts: dict[Reason, int] = {}
        house = self.house
        for person_id in (*without, *(person for person, _ in wrong)):
            guest = house.people[house.number[person_id]].guest
            for room in after:
                if room.purpose is RoomPurpose.BEDROOM and not room.blocked:
                    told = why_not_room(guest, room, house.today, house.kin).reasons
                    for reason in told if room.space > 0 else (Reason.BED_TAKEN,):
                        counts[reason] = counts.get(reason, 0) + 1
        return tuple(sorted(counts, key=lambda reason: (-counts[reason], reason)))


def _people(room: Room) -> list[UUID]:
    return [occupant.person_id for occupant in room.occupants]


def _as_wanted(room: Room, goal: Goal) -> Room:
    if room.room_id not in goal.room_ids:
        return room
    if goal.kind is GoalKind.EMPTY:
        return replace(room, blocked=True)
    return replace(room, side=goal.side) if goal.kind is GoalKind.SEPARATE else room
