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
    room) is how many of a kind come into a room, ``home`` (by family pair) is 1 when the
    two sleep in one room.

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
        self.home: dict[tuple[int, int], list[int]] = {}
        self.home_in: dict[tuple[int, int, int], int] = {}
        for rank in range(len(house.rooms)):
            RoomRows(self, rank)
        self._everybody_somewhere()
        for pair in (*house.together_now, *house.coming_together):
            self._family(*pair)
        for pair in house.together_now:
            self.program.equal([(column, 1) for column in self.home[pair]], 1)

    def inside(self, person: int, rank: int) -> Terms:
        """Return the terms that say whether somebody who is a kind of her own is in a room."""
        terms = []
        if self.house.people[person].home == rank:
            terms.append((self.stays[person], 1))
        column = self.comes.get((self.house.kind_of[person], rank))
        return terms if column is None else [*terms, (column, 1)]

    def closed_but(self, rooms: Collection[int]) -> Program:
        """Return the program with all other rooms left as they are: nobody leaves or comes."""
        house = self.house
        fixed = {column: 0 for (_, rank), column in self.comes.items() if rank not in rooms}
        fixed |= {c: 1 for p, c in self.stays.items() if house.people[p].home not in rooms}
        return self.program.with_fixed(fixed)

    def _everybody_somewhere(self) -> None:
        house = self.house
        for kind, members in enumerate(house.members):
            terms = [(self.comes[key], 1) for key in self.comes if key[0] == kind]
            terms += [(self.stays[p], 1) for p in members if p in self.stays]
            terms += [(self.placed[p], -1) for p in members if p in self.placed]
            self.program.equal(terms, sum(p in self.stays for p in members))

    def _family(self, one: int, other: int) -> None:
        for rank in range(len(self.house.rooms)):
            first, second = self.inside(one, rank), self.inside(other, rank)
            if first and second:
                column = self.program.column()
                self.home.setdefault((one, other), []).append(column)
                self.home_in[one, other, rank] = column
                for terms in (first, second):
                    self.program.at_most([(column, 1), *times(-1, terms)], 0)
        if (one, other) in self.home:
            self.program.at_most([(column, 1) for column in self.home[one, other]], 1)

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
