# SPDX-License-Identifier: Apache-2.0
"""What holds in one room: who may share it, how many fit, what may stay wrong for tonight.

Docs: ``docs/re-planning.md``.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Protocol

from app.planning.dormitory.replan.people import BY_HERSELF, Household, pairs_of
from app.planning.solver.program import Program, Terms, times
from app.policies.dormitory.beds.facts import Bed
from app.policies.reasons import Reason


class Columns(Protocol):
    """What a room has to know of the whole model; see ``replan_model.Model``."""

    house: Household
    program: Program
    stays: dict[int, int]
    breach: dict[int, int]
    comes: dict[tuple[int, int], int]

    @property
    def sides(self) -> list[tuple[frozenset[int], frozenset[int]]]:
        """Return pairs of sets of kinds that never share a room."""

    def inside(self, person: int, rank: int) -> Terms:
        """Return the terms that say whether somebody who is a kind of her own is in a room."""


class RoomRows:
    """The rows of one room."""

    def __init__(self, model: Columns, rank: int) -> None:
        self.model, self.house, self.rank = model, model.house, rank
        self.program, self.room = model.program, model.house.rooms[rank]
        self.stays = {person: model.stays[person] for person in self.house.inside[rank]}
        self.beds = [
            bed
            for bed in self.room.beds
            if bed.usable and (bed.reserved is None or Reason.BED_RESERVED in self.house.waived)
        ]
        self.kept = self._kept()
        self.own: list[tuple[int, Bed, int]] = []
        self.comes = self._columns()
        self._space()
        self._of_each_resident()
        self._sides()
        self._company()
        self._followers()
        self._lone_pairs()
        self._nobody_for_her_like()
        self._alike_in_turn()

    def _kept(self) -> dict[int, list[Bed]]:
        """Return the beds that are kept for somebody, by her kind; others cannot have them."""
        kept: dict[int, list[Bed]] = {}
        for bed in self.room.beds:
            person_id = bed.reserved.person_id if bed.reserved else None
            if person_id in self.house.number and bed.usable and bed not in self.beds:
                person = self.house.number[person_id]
                if not (bed.upper and self._low(person)):
                    kept.setdefault(self.house.kind_of[person], []).append(bed)
        return kept

    def _columns(self) -> dict[int, int]:
        room, house = self.room, self.house
        most = len(self.beds)
        if room.most is not None and Reason.ROOM_TOO_SMALL not in house.waived:
            most = min(most, room.most)
        found = {}
        for kind, members in enumerate(house.members):
            limit = 1 if kind in self.kept else min(len(members), most)
            if house.kinds_apart(kind, kind):
                limit = min(limit, 1)
            if limit > 0 and house.may_come(kind, self.rank):
                found[kind] = self.program.column(limit)
                self.model.comes[kind, self.rank] = found[kind]
        return found

    def _most(self, kind: int) -> int:
        return self.program.most[self.comes[kind]]

    def _space(self) -> None:
        house, room = self.house, self.room
        self._use_kept()
        self._fit(self.beds, lambda _: True, low=False)
        if Reason.UPPER_BUNK not in house.waived:
            lower = [bed for bed in self.beds if not bed.upper]
            self._fit(lower, self._low, low=True)
        if room.most is None or Reason.ROOM_TOO_SMALL in house.waived:
            return
        everybody = [(column, 1) for column in (*self.stays.values(), *self.comes.values())]
        above = len(self.stays) - room.most
        if above <= 0:
            self.program.at_most(everybody, room.most)
            return
        over = self._nobody_comes()
        self.program.at_most([*everybody, (over, -above)], room.most)
        unsigned = [p for p in self.stays if Reason.ROOM_TOO_SMALL not in self._signed(p)]
        if len(unsigned) > room.most:
            wrong = self._wrong(unsigned)
            terms = [(self.stays[person], 1) for person in unsigned]
            self.program.at_most([*terms, (wrong, room.most - len(unsigned))], room.most)

    def _use_kept(self) -> None:
        """Let somebody lie in the bed that is kept for her, if its owner has left it."""
        for kind, beds in self.kept.items():
            if kind not in self.comes:
                continue
            for bed in beds:
                column = self.program.column()
                self.own.append((kind, bed, column))
                for person, stays in self.stays.items():
                    if self._bed_of(person) == bed.bed_id:
                        self.program.at_most([(column, 1), (stays, 1)], 1)
            mine = [(column, 1) for of, _, column in self.own if of == kind]
            self.program.at_most([*mine, (self.comes[kind], -1)], 0)

    def _fit(self, beds: Sequence[Bed], wants: Callable[[int], bool], *, low: bool) -> None:
        """Demand a bed for each who comes; it is free when its owner leaves it."""
        ids = {bed.bed_id for bed in beds}
        kinds = [kind for kind in self.comes if wants(self.house.members[kind][0])]
        terms = [(self.comes[kind], 1) for kind in kinds]
        terms += [
            (column, -1)
            for kind, bed, column in self.own
            if kind in kinds and not (low and bed.upper)
        ]
        owners = [column for person, column in self.stays.items() if self._bed_of(person) in ids]
        if kinds:
            self.program.at_most([*terms, *((column, 1) for column in owners)], len(ids))

    def _low(self, person: int) -> bool:
        """Say whether she cannot have an upper bunk."""
        waived = Reason.UPPER_BUNK in self.house.waived
        return self.house.people[person].guest.needs.lower_bunk and not waived

    def _bed_of(self, person: int) -> object:
        bed = self.house.people[person].bed
        return bed and bed.bed_id

    def _signed(self, person: int) -> frozenset[Reason]:
        """Return what somebody signed for the bed she has now."""
        return self.house.people[person].signed

    def _nobody_comes(self) -> int:
        """Return a column that closes the room for whoever would come."""
        closed = self.program.column()
        for kind, column in self.comes.items():
            limit = self._most(kind)
            self.program.at_most([(column, 1), (closed, limit)], limit)
        return closed

    def _wrong(self, people: Iterable[int]) -> int:
        """Return a column for a room that stays wrong: these in it are in breach, nobody comes."""
        wrong = self._nobody_comes()
        for person in people:
            self._in_breach([(self.stays[person], 1), (wrong, 1)], person)
        return wrong

    def _in_breach(self, together: Terms, person: int) -> None:
        """Count a breach of somebody who stays when all of some columns are 1."""
        breach = self.model.breach.get(person)
        if breach is not None:
            self.program.at_most([*together, (breach, -1)], len(together) - 1)

    def _of_each_resident(self) -> None:
        house = self.house
        for person, column in self.stays.items():
            kind = house.kind_of[person]
            alone = house.alone_in(kind, self.rank) | house.why_not_bed(person)
            alone -= self._signed(person)
            if alone - BY_HERSELF:
                self._in_breach([(column, 1)], person)
            if Reason.WATCH_ALONE in alone:
                others = [(c, -1) for p, c in self.stays.items() if p != person]
                others += [(c, -1) for c in self.comes.values()]
                self._needs(person, others, len(self.stays) > 1)
            if Reason.WING_FOR_ADULTS in alone:
                elders = house.follows(person)
                terms = [t for elder in elders for t in self.model.inside(elder, self.rank)]
                self._needs(person, times(-1, terms), any(e in self.stays for e in elders))
            for other, come in self.comes.items():
                if house.kinds_apart(kind, other):
                    limit = self._most(other)
                    self.program.at_most([(come, 1), (column, limit)], limit)
        for one, other in pairs_of(list(self.stays)):
            if house.together(one, other) - self._signed(one) - self._signed(other):
                both = [(self.stays[one], 1), (self.stays[other], 1)]
                self._in_breach(both, one)
                self._in_breach(both, other)

    def _needs(self, person: int, others: Terms, has: bool) -> None:
        """Demand company for somebody who stays; what she lacks today may stay a breach."""
        terms = [(self.stays[person], 1), *others]
        if has:
            self.program.at_most(terms, 0)
        elif person in self.model.breach:
            self.program.at_most([*terms, (self.model.breach[person], -1)], 0)

    def _sides(self) -> None:
        """Let a room be for one of two sets of kinds that never share one.

        Who stays counts as well, unless both are there today: what is wrong may stay so.
        """
        for ones, others in self.model.sides:
            halves = [self._half(kinds) for kinds in (ones, others)]
            if all(stay for _, stay in halves):
                halves = [(come, []) for come, _ in halves]
            comers = any(come for come, _ in halves)
            if not comers or not all(come or stay for come, stay in halves):
                continue
            side = self.program.column()
            for (come, stay), sign in zip(halves, (-1, 1), strict=True):
                coming = sum(self._most(kind) for kind in come)
                limit = min(len(self.beds) + len(self.kept), coming) + len(stay)
                terms = [(self.comes[kind], 1) for kind in come]
                terms += [(self.stays[person], 1) for person in stay]
                self.program.at_most([*terms, (side, sign * limit)], limit if sign > 0 else 0)

    def _half(self, kinds: Collection[int]) -> tuple[list[int], list[int]]:
        """Return the kinds of a set that may come here, and who of them is here."""
        come = [kind for kind in self.comes if kind in kinds]
        return come, [person for person in self.stays if self.house.kind_of[person] in kinds]

    def _company(self) -> None:
        house = self.house
        lonely, follow = [], []
        for kind in self.comes:
            alone = house.against_coming(kind, self.rank)
            lonely += [kind] * (Reason.WATCH_ALONE in alone)
            follow += [kind] * (Reason.WING_FOR_ADULTS in alone)
        company = [(column, 1) for column in self.stays.values()]
        company += [(c, 1) for k, c in self.comes.items() if k not in (*lonely, *follow)]
        for kind in lonely:
            limit = self._most(kind)
            self.program.at_most([(self.comes[kind], 1), *times(-limit, company)], 0)

    def _followers(self) -> None:
        """Let a child come into a wing for adults only where somebody she follows is."""
        house = self.house
        first = {
            kind
            for kind in self.comes
            if Reason.WING_FOR_ADULTS not in house.against_coming(kind, self.rank)
        }
        left = [kind for kind in self.comes if kind not in first]
        there = first
        while left:
            terms_of = {kind: list(self._elders(kind, there)) for kind in left}
            reached = [kind for kind in left if terms_of[kind]]
            for kind in reached or left:
                self.program.at_most([(self.comes[kind], 1), *times(-1, terms_of[kind])], 0)
            there = there | set(reached)
            left = [kind for kind in left if kind not in reached] if reached else []

    def _elders(self, kind: int, there: Collection[int]) -> Iterator[tuple[int, int]]:
        for elder in self.house.follows(self.house.members[kind][0]):
            if elder in self.stays:
                yield self.stays[elder], 1
            if self.house.kind_of[elder] in there:
                yield self.comes[self.house.kind_of[elder]], 1

    def _lone_pairs(self) -> None:
        """Leave pairs with a signature for tonight alone; what is not so today may stay so."""
        for elder, younger, fine in self.house.lone_pairs():
            pair = (elder, younger)
            both = [term for person in pair for term in self.model.inside(person, self.rank)]
            kinds = {self.house.kind_of[person] for person in fine}
            others = [(c, 1) for kind, c in self.comes.items() if kind not in kinds]
            limit = len(self.beds) + len(self.kept) + 1
            self.program.at_most([*others, *times(limit, both)], 2 * limit)
            third = [(column, 1) for p, column in self.stays.items() if p not in fine]
            if not {elder, younger} <= self.stays.keys():
                for term in third:
                    self.program.at_most([*both, term], 2)
            elif third:
                self._lone_pair_inside(pair, third)

    def _lone_pair_inside(self, pair: tuple[int, int], third: Terms) -> None:
        wrong = self._wrong(self.stays)
        asleep = [(self.stays[person], 1) for person in pair]
        for term in third:
            self.program.at_most([*asleep, term, (wrong, -1)], 2)
            for comes, stays in (pair, reversed(pair)):
                come = self.comes.get(self.house.kind_of[comes])
                if come is not None:
                    self.program.at_most([(come, 1), (self.stays[stays], 1), term], 2)

    def _nobody_for_her_like(self) -> None:
        """Let nobody leave for one of her own kind: the other might go where she would.

        That is one move fewer. It does not hold of somebody in breach, nor where the bed she
        leaves is worth more than the one that is taken, for instance a lower bunk.
        """
        bunks = any(bed.upper for bed in self.beds)
        for person, stays in self.stays.items():
            kind, bed = self.house.kind_of[person], self.house.people[person].bed
            if kind not in self.comes or kind in self.kept or person in self.house.in_breach:
                continue
            if bed in self.beds and (self._low(person) or bed.upper or not bunks):
                self.program.at_most([(self.comes[kind], 1), (stays, -self._most(kind))], 0)

    def _alike_in_turn(self) -> None:
        """Of those whom nothing tells apart but the nights, let who came last move first."""
        house = self.house
        alike: dict[object, list[int]] = {}
        for person in self.stays:
            each = house.people[person]
            if each.bed is not None and each.bed in self.beds:
                breach = person in house.in_breach
                key = house.kind_of[person], each.bed.upper, breach, each.signed
                alike.setdefault(key, []).append(person)
        for people in alike.values():
            people.sort(key=lambda p: (house.people[p].away, house.people[p].at_home, p))
            for first, then in pairwise(people):
                self.program.at_most([(self.stays[first], 1), (self.stays[then], -1)], 0)
