# SPDX-License-Identifier: Apache-2.0
"""The single move that ends a forbidden pair, when one is legal."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from app.policies.dormitory.kin import NO_KIN, Kin
from app.policies.dormitory.rooming import ForbiddenPair, Guest, Occupant, Room
from app.policies.dormitory.suggest import suggest


@dataclass(frozen=True, slots=True)
class CureProposal:
    """Who would move to which bed; no bed when nothing legal is free."""

    person_id: UUID | None = None
    bed_id: UUID | None = None


def _as_guest(occupant: Occupant) -> Guest:
    return Guest(
        occupant.person_id,
        occupant.adult_from,
        occupant.age_years,
        occupant.age_unknown,
        young_until=occupant.young_until,
        male=occupant.male,
        needs=occupant.needs,
    )


def propose_cure(
    pair: ForbiddenPair, rooms: Sequence[Room], today: date, kin: Kin = NO_KIN
) -> CureProposal:
    """Return the kindest legal move of one of the two.

    The adult moves first: a child who sleeps is not woken for somebody else's birthday.
    """
    for person_id in (pair.adult_id, pair.child_id):
        for room in rooms:
            for occupant in room.occupants:
                if occupant.person_id != person_id:
                    continue
                others = [_without(r, person_id) for r in rooms if r.room_id != room.room_id]
                choices = suggest(_as_guest(occupant), others, today, limit=1, kin=kin)
                if choices:
                    return CureProposal(person_id, choices[0].bed_id)
    return CureProposal()


def _without(room: Room, person_id: UUID) -> Room:
    return replace(room, occupants=tuple(o for o in room.occupants if o.person_id != person_id))
