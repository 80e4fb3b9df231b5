# SPDX-License-Identifier: Apache-2.0
"""The house as a linear program: who keeps her bed, and how many of which kind come where.

Docs: ``docs/re-planning.md``.
"""

from collections.abc import Collection
from functools import cached_property

from app.planning.dormitory.replan.people import Household
from app.planning.dormitory.replan.room import RoomRows
from app.planning.solver.program import Program, Terms, times


class Model:
    """Columns and rows.

    ``stays`` (by resident) is 1 when she keeps her bed, ``placed`` (by newcomer) when she
    gets one, ``breach`` (by resident) when she stays against a rule, ``comes`` (by kind and
    room) is how many of a kind come into a room, ``home_in`` (by family pair and room) and
    ``together`` (by pair of which one comes) are 1 when the two sleep in one room.

    Args:
        house: the facts.
        watched: ranks of the rooms in which a breach that stays is counted.
    """

    def __init__(self, house: Household, watched: Collection[int]) -> None:
        self.house, self.watched = house, watched
        self.program = Program()
        self.stays = {person: self.program.column() for person in house.residents}
        self.placed = {person: self.program.column() for person in house.newcomers}
        self.breach = {
            person: self.program.column()
            for person in sorted(house.in_breach)
            if house.people[person].home in watched
        }
        self.comes: dict[tuple[int, int], int] = {}
        self.together: dict[tuple[int, int], int] = {}
        self.home_in: dict[tuple[int, int, int], int] = {}
        for rank in range(len(house.rooms)):
            RoomRows(self, rank)
        self._everybody_somewhere()
        for pair in house.together_now:
            self.program.equal(self._family(*pair), 1)
        for pair in house.coming_together:
            if home := self._family(*pair):
                self.together[pair] = self.program.column()
                self.program.equal([*home, (self.together[pair], -1)], 0)

    def inside(self, person: int, rank: int) -> Terms:
        """Return the terms that say whether somebody who is a kind of her own is in a room."""
        terms = []
        if self.house.people[person].home == rank:
            terms.append((self.stays[person], 1))
        column = self.comes.get((self.house.kind_of[person], rank))
        return terms if column is None else [*terms, (column, 1)]

    def _everybody_somewhere(self) -> None:
        house = self.house
        for kind, members in enumerate(house.members):
            terms = [(self.comes[key], 1) for key in self.comes if key[0] == kind]
            terms += [(self.stays[p], 1) for p in members if p in self.stays]
            terms += [(self.placed[p], -1) for p in members if p in self.placed]
            self.program.equal(terms, sum(p in self.stays for p in members))

    def _family(self, one: int, other: int) -> Terms:
        """Return a term for each room in which a pair can be together."""
        home = []
        for rank in range(len(self.house.rooms)):
            first, second = self.inside(one, rank), self.inside(other, rank)
            if first and second:
                column = self.home_in[one, other, rank] = self.program.column()
                home.append((column, 1))
                for terms in (first, second):
                    self.program.at_most([(column, 1), *times(-1, terms)], 0)
        return home

    @cached_property
    def sides(self) -> list[tuple[frozenset[int], frozenset[int]]]:
        """Return pairs of sets of kinds: none of the one shares a room with one of the other."""
        kinds = range(len(self.house.members))
        against = {
            kind: {
                other for other in kinds if other != kind and self.house.kinds_apart(kind, other)
            }
            for kind in kinds
        }
        left = {kind: set(others) for kind, others in against.items()}
        found = []
        while any(left.values()):
            first = max(kinds, key=lambda kind: (len(left[kind]), -kind))
            ones = frozenset(left[first])
            others = frozenset(kind for kind in kinds if ones <= against[kind])
            found.append((others, ones))
            for kind in others:
                left[kind] -= ones
            for kind in ones:
                left[kind] -= others
        return found
