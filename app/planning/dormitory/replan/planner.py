# SPDX-License-Identifier: Apache-2.0
"""Turns a choice of the solver into a plan that the policies have gone through.

All who move get up at once, then lie down one by one, each legally; nobody who stays gets a
reason against her bed that she did not have before.
"""

from collections.abc import Sequence
from uuid import UUID

from app.planning.dormitory.replan.beds import Moving, as_found, beds_for, in_comfort, moving
from app.planning.dormitory.replan.check import Checked
from app.planning.dormitory.replan.choose import Choice
from app.planning.dormitory.replan.facts import House, Plan
from app.planning.dormitory.replan.model import Model
from app.planning.dormitory.replan.moves import Moves
from app.planning.dormitory.replan.people import Household
from app.policies.dormitory.beds.facts import Guest, Room, RoomPurpose
from app.policies.dormitory.beds.rooming import why_not_room
from app.policies.dormitory.replan.goals import Goal, GoalKind, Level, Shortfall
from app.policies.reasons import Reason


class ReplanBroken(AssertionError):
    """The planner made a plan that the rules forbid: a bug, never shown to anybody."""


class Planner:
    """The model of a house for one goal, and plans made of choices in it.

    Args:
        facts: the house.
        goal: what is wanted.
    """

    def __init__(self, facts: House, goal: Goal) -> None:
        self.moves = Moves(facts, goal)
        self.facts, self.goal = self.moves.facts, goal
        changed = [room for room in self.facts.rooms if room.room_id in goal.room_ids]
        self.house = Household(
            self.moves.rooms,
            facts.newcomers,
            dict(facts.nights),
            facts.today,
            facts.kin,
            goal.waived,
            changed if goal.kind is GoalKind.SEPARATE else (),
            self.moves.signed,
            facts.away,
        )
        watched = [rank for rank, room in enumerate(self.moves.rooms) if self.moves.watched(room)]
        self.model = Model(self.house, frozenset(watched))

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
            beds = _by_person(beds_for(house, who, as_found(house, choice, who)) or {})
        gone_through = self._checked(choice, beds)
        if gone_through is None or len(beds) != len(who.people):
            raise ReplanBroken(f"no order or no bed for {len(who.people)} people")
        wrong, short = self.moves.wrong(gone_through.rooms), choice.short
        without = tuple(
            house.people[p].person_id for p, placed in choice.placed.items() if not placed
        )
        return Plan(
            self.moves.steps(beds),
            without,
            wrong,
            choice.levels,
            Shortfall(Level(short.name), short.most) if short else None,
            proven,
            self._blocking(without, wrong, gone_through.rooms),
        )

    def _comfort(self, who: Moving, choice: Choice) -> tuple[dict[UUID, UUID], bool] | None:
        """Return beds with more comfort, if they are as good in everything above it."""
        waiting = {each.person_id: each for each in self.facts.newcomers}
        found = in_comfort(self.house, who, waiting, self.facts.settled)
        best = (0, choice.levels.parted)
        if found is None or self._parted(choice, found[0]) > best:
            return None
        beds = _by_person(beds_for(self.house, who, found[0]) or {})
        return (beds, found[1]) if beds and self._checked(choice, beds) else None

    def _parted(self, choice: Choice, where: dict[int, int]) -> tuple[int, int]:
        """Return how many pairs are torn, and how many come apart, with these rooms."""
        house = self.house
        homes = {p: house.people[p].home for p, stays in choice.stays.items() if stays} | where
        torn, parted = (
            sum(
                homes.get(one) is None or homes.get(one) != homes.get(other) for one, other in pairs
            )
            for pairs in (house.together_now, house.coming_together)
        )
        return torn, parted

    def _checked(self, choice: Choice, beds: dict[UUID, UUID]) -> Checked | None:
        """Return a plan gone through by the policies; None if it is not as good as it should be."""
        found = self.moves.check(beds)
        if found.reasons or len(self.moves.wrong(found.rooms)) > choice.levels.breaches:
            return None
        return found

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


def _by_person(beds: dict[Guest, UUID]) -> dict[UUID, UUID]:
    return {guest.person_id: bed_id for guest, bed_id in beds.items()}
