# SPDX-License-Identifier: Apache-2.0
"""Teams for rooms: exactly for a night's usual arrivals, step by step for very many.

Very many are taken in portions, the urgent and the children first. Then small neighbourhoods
are taken out again and placed anew, each time exactly, as long as that makes the plan better.
It stops after a number of attempts, never by the clock, so that every PC proposes the same.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from app.planning.dormitory.beds.lying import settle
from app.planning.dormitory.beds.night import Night, bits
from app.planning.dormitory.beds.offers import TooMany, offers, renumbered
from app.planning.dormitory.beds.search import MOST_PEOPLE, choose
from app.planning.dormitory.beds.worth import Scale, Worth, total

MOST_WORK = 6_000_000
"""Steps of the exact search; a night of twelve takes some thousands."""
_MOST_WORK_AGAIN = 200_000
_PORTION = 9
_ATTEMPTS = 60


@dataclass(frozen=True, slots=True)
class Assigned:
    """The team of each room by the room's rank, and whether no plan can be better."""

    teams: Mapping[int, int]
    proven: bool


def assign(night: Night, most_work: int = MOST_WORK) -> Assigned:
    """Return the best teams for the rooms of a night.

    Args:
        night: the facts.
        most_work: steps after which the search for each part stops with the best so far.
    """
    scale = Scale(night)
    teams: dict[int, int] = {}
    proven = True
    for part in night.parts():
        if part.bit_count() <= MOST_PEOPLE:
            try:
                found = _exactly(night, scale, part, most_work)
            except TooMany:
                found = Assigned(_Portions(night, part).teams(), proven=False)
        else:
            found = Assigned(_Portions(night, part).teams(), proven=False)
        teams.update(found.teams)
        proven = proven and found.proven
    return Assigned(teams, proven)


def _exactly(night: Night, scale: Scale, part: int, most_work: int) -> Assigned:
    rooms, people = renumbered(offers(night, scale, part), part)
    chosen = choose(rooms, len(people), most_work)
    teams = {
        room.rank: sum(1 << people[at] for at in bits(mask))
        for room, mask in zip(rooms, chosen.masks, strict=True)
        if mask
    }
    return Assigned(teams, chosen.proven)


class _Portions:
    """A plan for very many, made and mended in portions."""

    def __init__(self, night: Night, part: int) -> None:
        self.night = night
        self.part = part
        self.where: dict[int, int] = {}
        self.worth = Worth()

    def teams(self) -> dict[int, int]:
        """Return the teams by rank of their room."""
        for portion in self._in_turn():
            self._place_anew(portion)
        tried, gain = 0, True
        while gain and tried < _ATTEMPTS:
            gain = False
            for portion in list(self._neighbourhoods()):
                if tried == _ATTEMPTS:
                    break
                tried += 1
                gain = self._place_anew(portion) or gain
        return self._by_room(self.where)

    def _in_turn(self) -> Iterator[list[int]]:
        night = self.night
        turn = sorted(
            bits(self.part),
            key=lambda person: (
                not night.urgent >> person & 1,
                not night.children >> person & 1,
                person,
            ),
        )
        portion: list[int] = []
        for first in turn:
            for person in self._bonded(first):
                if person in portion or person in self.where:
                    continue
                portion.append(person)
                if len(portion) == _PORTION:
                    yield portion
                    portion = []
        yield portion

    def _bonded(self, person: int) -> list[int]:
        bonds = (self.night.family[person] | self.night.tied[person]) & self.part
        return [person, *bits(bonds)]

    def _neighbourhoods(self) -> Iterator[list[int]]:
        """Yield portions around those without a bed, then around everybody in turn."""
        everybody = list(bits(self.part))
        out = [person for person in everybody if person not in self.where]
        for person in out + everybody[:: _PORTION // 2]:
            mates = [
                other for other in everybody if self.where.get(other, -1) == self.where.get(person)
            ]
            at = everybody.index(person)
            after = everybody[at:] + everybody[:at]
            yield list(dict.fromkeys([*self._bonded(person), *mates, *after]))[:_PORTION]

    def _place_anew(self, portion: Sequence[int]) -> bool:
        """Take some out, place them in the best way beside the others, keep it if better."""
        night = self.night
        others = {p: rank for p, rank in self.where.items() if p not in portion}
        inside: dict[int, list[int]] = {}
        for person, rank in sorted(others.items()):
            inside.setdefault(rank, []).append(person)
        rooms = [
            settle(room, [night.guests[person] for person in inside.get(rank, ())])
            for rank, room in enumerate(night.rooms)
        ]
        known = [*night.settled.values(), *(night.newcomers[person] for person in others)]
        chosen = sorted(portion)
        smaller = Night([night.newcomers[p] for p in chosen], rooms, night.today, night.kin, known)
        scale = Scale(smaller)
        where = dict(others)
        for part in smaller.parts():
            found = _exactly(smaller, scale, part, _MOST_WORK_AGAIN)
            for rank, mask in found.teams.items():
                where.update((chosen[at], rank) for at in bits(mask))
        teams = self._by_room(where)
        legal = all(
            night.may_stay(night.team(mask), night.places[rank]) for rank, mask in teams.items()
        )
        worth = total(night, teams) if legal else self.worth
        if worth > self.worth:
            self.where, self.worth = where, worth
            return True
        return False

    @staticmethod
    def _by_room(where: Mapping[int, int]) -> dict[int, int]:
        teams: dict[int, int] = {}
        for person, rank in where.items():
            teams[rank] = teams.get(rank, 0) | 1 << person
        return teams
