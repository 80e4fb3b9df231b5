# SPDX-License-Identifier: Apache-2.0
"""The single move that ends a violation, when one is legal."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from app.policies.dormitory.beds.facts import Guest, Occupant, Room
from app.policies.dormitory.beds.kin import NO_KIN, Kin
from app.policies.dormitory.beds.pairs import ForbiddenPair
from app.policies.dormitory.beds.suggest import suggest


@dataclass(frozen=True, slots=True)
class CureProposal:
    """Who would move to which bed; no bed when nothing legal is free."""

    person_id: UUID | None = None
    bed_id: UUID | None = None


def as_guest(occupant: Occupant) -> Guest:
    """Return somebody who sleeps here as somebody who looks for a bed."""
    return Guest(
        occupant.person_id,
        occupant.adult_from,
        occupant.age_years,
        occupant.born,
        male=occupant.male,
        needs=occupant.needs,
    )


def propose_cure(
    pair: ForbiddenPair, rooms: Sequence[Room], today: date, kin: Kin = NO_KIN
) -> CureProposal:
    """Return the kindest legal move of one of the two.

    The adult moves first: a child who sleeps is not woken for somebody else's birthday.
    """
    return propose_move((pair.adult_id, pair.child_id), rooms, today, kin)


def propose_move(
    movers: Iterable[UUID], rooms: Sequence[Room], today: date, kin: Kin = NO_KIN
) -> CureProposal:
    """Return the kindest legal other bed of the first of some people who has one."""
    for person_id in movers:
        for room in rooms:
            for occupant in room.occupants:
                if occupant.person_id == person_id:
                    bed_id = _other_bed(occupant, rooms, today, kin)
                    if bed_id is not None:
                        return CureProposal(person_id, bed_id)
    return CureProposal()


def _other_bed(occupant: Occupant, rooms: Sequence[Room], today: date, kin: Kin) -> UUID | None:
    without_her = [without(room, occupant.person_id) for room in rooms]
    choices = suggest(as_guest(occupant), without_her, today, limit=2, kin=kin)
    return next((each.bed_id for each in choices if each.bed_id != occupant.bed_id), None)


def without(room: Room, person_id: UUID) -> Room:
    """Return a room as it is when somebody does not sleep in it."""
    return replace(room, occupants=tuple(o for o in room.occupants if o.person_id != person_id))
