# SPDX-License-Identifier: Apache-2.0
"""Beds for everyone who waits, proposed jointly and never first come, first served.

Source: issue "A bed tonight". What is best stands in ``worth``, how it is found in
``search``, both explained in ``docs/joint-proposal.md``. A proposal is never a placement.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.planning.dormitory.beds.assign import MOST_WORK, assign
from app.planning.dormitory.beds.lying import given, lie_down
from app.planning.dormitory.beds.night import Newcomer, Night, bits
from app.planning.dormitory.beds.sequence import in_sequence
from app.planning.dormitory.beds.worth import Worth, total
from app.policies.dormitory.beds.facts import Guest, Room
from app.policies.dormitory.beds.kin import NO_KIN, Kin
from app.policies.dormitory.beds.suggest import (
    NoBedOption,
    Suggestion,
    options_when_full,
    reasons_for,
    suggest,
)

CHOICES = 3


@dataclass(frozen=True, slots=True)
class Proposed:
    """What is proposed for one person.

    ``others`` are up to three beds in other rooms that she could have instead while
    everybody else keeps hers, the kindest first; none when a child here follows her.
    Without ``bed`` and ``others`` nothing legal is left, and ``when_full`` says what is.
    """

    person_id: UUID
    bed: Suggestion | None
    others: tuple[Suggestion, ...]
    when_full: tuple[NoBedOption, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """Beds for everybody, in order of arrival.

    ``order`` is one in which each placing is legal by itself: a mother lies down before
    the child who follows her. Unless ``proven``, a better plan might exist.
    """

    proposed: tuple[Proposed, ...]
    order: tuple[UUID, ...]
    worth: Worth
    proven: bool


class PlanBroken(AssertionError):
    """The planner made a plan that the rules forbid: a bug, never shown to anybody."""


def propose(
    newcomers: Sequence[Newcomer],
    rooms: Sequence[Room],
    today: date,
    kin: Kin = NO_KIN,
    settled: Sequence[Newcomer] = (),
    most_work: int = MOST_WORK,
) -> Plan:
    """Return the best beds for all newcomers together.

    Args:
        newcomers: everybody who waits.
        rooms: every room of the house with its occupants.
        today: the shelter's calendar day.
        kin: the licences that are in force.
        settled: occupants whom newcomers may ask to be with.
        most_work: steps of the search after which the best plan so far is returned.

    Raises:
        PlanBroken: the rules forbid the plan that was made.
    """
    night = Night(newcomers, rooms, today, kin, settled)
    assigned = assign(night, most_work)
    beds = _beds(night, assigned.teams)
    guests = {guest.person_id: guest for guest in night.guests}
    sequenced = in_sequence({guests[key]: bed for key, bed in beds.items()}, rooms, today, kin)
    if sequenced.reasons or len(set(beds.values())) != len(beds):
        raise PlanBroken(f"forbidden by {sequenced.reasons}")
    return Plan(
        _Explaining(night, assigned.teams, beds).everybody(),
        sequenced.order,
        total(night, assigned.teams),
        assigned.proven,
    )


def _beds(night: Night, teams: Mapping[int, int]) -> dict[UUID, UUID]:
    """Return the bed of each person: in a room, who waits longest has the first bed."""
    beds: dict[UUID, UUID] = {}
    for rank, mask in teams.items():
        team = [night.guests[person] for person in bits(mask)]
        for guest, bed_id in given(night.rooms[rank], team).items():
            beds[guest.person_id] = bed_id
    return beds


class _Explaining:
    """Says why a bed suits each person and which other beds she could have."""

    def __init__(self, night: Night, teams: Mapping[int, int], beds: Mapping[UUID, UUID]) -> None:
        self.night = night
        self.teams = teams
        self.beds = beds
        self.where = {person: rank for rank, mask in teams.items() for person in bits(mask)}
        self.house = [self._with(rank, teams.get(rank, 0)) for rank in range(len(night.rooms))]

    def everybody(self) -> tuple[Proposed, ...]:
        """Return what is proposed for each person, in order of arrival."""
        return tuple(self._one(person, guest) for person, guest in enumerate(self.night.guests))

    def _with(self, rank: int, mask: int) -> Room:
        room = self.night.rooms[rank]
        for person in bits(mask):
            guest = self.night.guests[person]
            room = lie_down(room, guest, self.beds[guest.person_id])
        return room

    def _one(self, person: int, guest: Guest) -> Proposed:
        night, rank = self.night, self.where.get(person)
        if rank is None:
            others = suggest(guest, self.house, night.today, CHOICES, night.kin)
            full = options_when_full(guest, self.house, night.today) if not others else ()
            return Proposed(guest.person_id, None, others, full)
        without_her = self.teams[rank] & ~(1 << person)
        room = self._with(rank, without_her)
        bed_id = self.beds[guest.person_id]
        label = next(bed.label for bed in room.beds if bed.bed_id == bed_id)
        reasons = reasons_for(guest, room, night.today, night.kin)
        bed = Suggestion(room.room_id, room.name, bed_id, label, reasons)
        if not night.may_stay(night.team(without_her), night.places[rank]):
            return Proposed(guest.person_id, bed, (), ())
        elsewhere = [other for at, other in enumerate(self.house) if at != rank]
        others = suggest(guest, elsewhere, night.today, CHOICES, night.kin)
        return Proposed(guest.person_id, bed, others, ())
