# SPDX-License-Identifier: Apache-2.0
"""The best re-planning of a small house by looking at every one, with an objective of its own.

What is legal is asked of the policies, person by person and bed by bed; what a plan costs
is written out here again from ``docs/re-planning.md``, so that a slip in the planner shows.
"""

import itertools
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from uuid import UUID

from app.planning.dormitory.replan.facts import House
from app.policies.dormitory.beds.facts import Guest, Occupant, Room
from app.policies.dormitory.beds.pairs import why_not_together
from app.policies.dormitory.beds.rooming import why_not, why_not_room
from app.policies.dormitory.night.cures import as_guest
from app.policies.dormitory.night.night_list import as_if_last
from app.policies.dormitory.replan.goals import Goal, GoalKind
from app.policies.reasons import Reason
from tests.planning.dormitory.replan.tangles import lying

Costs = tuple[int, ...]


class ReplanOracle:
    """Looks at every way to spread everybody over the rooms."""

    def __init__(self, facts: House, goal: Goal) -> None:
        self.facts, self.goal = facts, goal
        self.now = sorted(facts.rooms, key=lambda room: (room.floor, room.name))
        self.then = [self._then(room) for room in self.now]
        self.guests: list[Guest] = []
        self.home: list[int | None] = []
        for rank, room in enumerate(self.now):
            beds = {bed.bed_id: bed.label for bed in room.beds}
            for each in sorted(room.occupants, key=lambda o: beds[o.bed_id]):
                self.guests.append(as_guest(each))
                self.home.append(rank)
        for newcomer in sorted(facts.newcomers, key=lambda n: n.arrived):
            self.guests.append(newcomer.guest)
            self.home.append(None)
        self.everybody = frozenset(range(len(self.guests)))
        self.nights = dict(facts.nights)
        self.permits = {person: rules for (person, _), rules in facts.signed}
        self.before = {
            p: set(why)
            for room in self.then
            for p, why in self._wrong(room, {o.person_id for o in room.occupants})
        }

    def best(self) -> Costs:
        """Return the least costs, in the order of the levels."""
        reached: dict[frozenset[int], Costs] = {frozenset(): (0,) * 12}
        for rank in range(len(self.now)):
            after: dict[frozenset[int], Costs] = {}
            for team, costs in self._teams(rank):
                for placed, known in reached.items():
                    if not team & placed:
                        key, total = team | placed, _sum(costs, known)
                        if key not in after or total < after[key]:
                            after[key] = total
            reached = after
        residents = frozenset(p for p in self.everybody if self.home[p] is not None)
        return min(
            _sum(costs, self._left_out(self.everybody - placed))
            for placed, costs in reached.items()
            if residents <= placed
        )

    def _then(self, room: Room) -> Room:
        if room.room_id in self.goal.room_ids:
            if self.goal.kind is GoalKind.EMPTY:
                return replace(room, blocked=True)
            if self.goal.kind is GoalKind.SEPARATE:
                return replace(room, side=self.goal.side)
        return room

    def _wrong(self, room: Room, stay: set[UUID]) -> Iterator[tuple[UUID, set[Reason]]]:
        """Yield who sleeps against a rule for which neither she nor another one has a permit.

        A permit is for a bed somebody keeps. It speaks for the others in the room as far as
        the rule would say nothing to them if nobody with a permit for it were there.
        """
        told = {p.person_id: set(why) for p, why in self._judged(room)}
        for rule in {rule for why in told.values() for rule in why}:
            with_permit = {p for p in stay if rule in self.permits.get(p, ())}
            without = tuple(o for o in room.occupants if o.person_id not in with_permit)
            fewer = {p.person_id: why for p, why in self._judged(replace(room, occupants=without))}
            for person, why in told.items():
                if rule in self.goal.waived or rule not in fewer.get(person, ()):
                    why.discard(rule)
        yield from ((person, why) for person, why in told.items() if why)

    def _judged(self, room: Room) -> tuple[tuple[Occupant, tuple[Reason, ...]], ...]:
        return as_if_last(room, self.facts.today, self.facts.kin)

    def _teams(self, rank: int) -> Iterator[tuple[frozenset[int], Costs]]:
        """Yield who could end up in a room, with the least it costs."""
        own = [p for p in self.everybody if self.home[p] == rank]
        for count in range(len(self.now[rank].beds) + 1):
            for team in itertools.combinations(sorted(self.everybody), count):
                of_here = [p for p in team if p in own]
                best = None
                for more in range(len(of_here) + 1):
                    for again in itertools.combinations(of_here, more):
                        stay = frozenset(of_here) - set(again)
                        costs = self._costs(rank, stay, frozenset(team) - stay)
                        if costs is not None and (best is None or costs < best):
                            best = costs
                if best is not None:
                    yield frozenset(team), best

    def _costs(self, rank: int, stay: frozenset[int], come: frozenset[int]) -> Costs | None:
        ids = {self.guests[p].person_id for p in stay}
        emptied = [
            replace(room, occupants=tuple(o for o in room.occupants if o.person_id in ids))
            for room in (self.now[rank], self.then[rank])
        ]
        after = next(self._ways(emptied[1], [self.guests[p] for p in sorted(come)]), None)
        if come and (
            after is None
            or next(self._ways(emptied[0], [self.guests[p] for p in sorted(come)]), None) is None
        ):
            return None
        wrong = dict(self._wrong(after or emptied[1], ids))
        if any(why - self.before.get(person, set()) for person, why in wrong.items()):
            return None
        watched = self.goal.kind is GoalKind.LEGAL or (
            self.goal.kind is not GoalKind.PLACE and self.now[rank].room_id in self.goal.room_ids
        )
        moved = [p for p in come if self.home[p] is not None]
        together = stay | come
        return (
            -sum(pair <= together for pair in self._together_now()),
            len(wrong) if watched else 0,
            0,
            0,
            0,
            -sum(pair <= together for pair in self._coming()),
            len(moved),
            sum(self.guests[p].person_id in self.permits for p in moved),
            sum(self.guests[p].adult_from is None for p in moved),
            sum(self.guests[p].person_id in self.facts.away for p in moved),
            sum(min(90, self.nights.get(self.guests[p].person_id, 0)) for p in moved),
            0,
        )

    def _ways(self, room: Room, guests: list[Guest]) -> Iterator[Room]:
        """Yield the room with everybody in it, for each order and choice of beds."""
        if not guests:
            yield room
            return
        for guest in guests:
            others = [other for other in guests if other is not guest]
            for bed in room.beds:
                against = why_not(guest, bed, room, self.facts.today, self.facts.kin).reasons
                if set(against) <= self.goal.waived and bed.bed_id not in room.taken:
                    fuller = replace(room, occupants=(*room.occupants, lying(guest, bed)))
                    yield from self._ways(fuller, others)

    @cache  # noqa: B019
    def _pairs(self) -> tuple[frozenset[int], ...]:
        at = {guest.person_id: p for p, guest in enumerate(self.guests)}
        kin = self.facts.kin
        pairs = {
            frozenset({at[a], at[b]})
            for a, b in kin.mothers | kin.guardians | kin.for_tonight
            if a in at and b in at
        }
        return tuple(pairs)

    @cache  # noqa: B019
    def _coming(self) -> tuple[frozenset[int], ...]:
        return tuple(pair for pair in self._pairs() if any(self.home[p] is None for p in pair))

    @cache  # noqa: B019
    def _together_now(self) -> tuple[frozenset[int], ...]:
        """Return the pairs that share a room, unless a rule about the two wants them apart."""
        return tuple(pair for pair in self._pairs() if self._may_share(*sorted(pair)))

    def _may_share(self, one: int, other: int) -> bool:
        home = self.home[one]
        if home is None or home != self.home[other]:
            return False
        first, second = self.guests[one], self.guests[other]
        told = why_not_together(first, second, self.facts.today, self.facts.kin).reasons
        if set(told) - self.goal.waived:
            return False
        empty = replace(self.then[home], occupants=())
        alone = [
            reason
            for guest in (first, second)
            for reason in why_not_room(guest, empty, self.facts.today, self.facts.kin).reasons
            if reason not in self.permits.get(guest.person_id, ())
        ]
        return Reason.BOY_TOO_OLD not in set(alone) - self.goal.waived

    def _left_out(self, people: frozenset[int]) -> Costs:
        guests = [self.guests[p] for p in people]
        return (
            len(self._together_now()),
            0,
            sum(guest.urgent for guest in guests),
            sum(guest.adult_from is None for guest in guests),
            len(guests),
            len(self._coming()),
            0,
            0,
            0,
            0,
            0,
            sum(len(self.guests) - p for p in people),
        )


def _sum(one: Costs, other: Costs) -> Costs:
    return tuple(a + b for a, b in zip(one, other, strict=True))
