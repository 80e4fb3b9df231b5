# SPDX-License-Identifier: Apache-2.0
"""Children who are left alone: without anybody in the room, or an infant without her mother.

A mother moved to 102 left her child of eight months alone in 101, without a word (issue "Nobody
sleeps beside danger"). Who is out of the house is nobody's company, and neither is another child
as small as she.
"""

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.policies.dormitory.beds.facts import Occupant, Room
from app.policies.dormitory.beds.kin import NO_KIN, Kin, Pair
from app.policies.dormitory.beds.suggest import suggest
from app.policies.dormitory.night.cures import CureProposal, as_guest, without
from app.policies.dormitory.night.findings import FindingKind
from app.policies.dormitory.rules.settings import RoomingRules
from app.policies.people.born import is_adult, years_of


@dataclass(frozen=True, slots=True)
class LeftAlone:
    """A child who is left alone; ``mother_id`` is hers, or her guardian, if one is known."""

    kind: FindingKind
    room_id: UUID
    person_id: UUID
    mother_id: UUID | None = None


def left_alone(
    rooms: Iterable[Room],
    out: AbstractSet[UUID],
    today: date,
    rules: RoomingRules,
    carers: Iterable[Pair] = (),
    minded: AbstractSet[UUID] = frozenset(),
) -> tuple[LeftAlone, ...]:
    """Return the children who are left alone, the smallest kind first in each room.

    Args:
        rooms: the house with everybody who has a bed.
        out: who has a bed and is not in the house.
        today: the shelter's calendar day.
        rules: from which ages it counts.
        carers: pairs of mother or guardian and child, declared or verified.
        minded: children of whom it is noted who looks after them while their mother is out.
    """
    pairs = tuple(carers)
    found = []
    for room in rooms:
        inside = [each for each in room.occupants if each.person_id not in out]
        for child in inside:
            others = [each for each in inside if each is not child]
            kind = _alone(child, others, today, rules, pairs)
            own = [elder for elder, younger in pairs if younger == child.person_id]
            if kind is not None and child.person_id not in minded:
                mother = own[0] if own else None
                found.append(LeftAlone(kind, room.room_id, child.person_id, mother))
    return tuple(found)


def cure_for(
    alone: LeftAlone,
    rooms: Sequence[Room],
    out: AbstractSet[UUID],
    today: date,
    rules: RoomingRules,
    kin: Kin = NO_KIN,
) -> CureProposal:
    """Return a legal bed beside her mother, or, if she has none here, beside company."""
    (child,) = (
        each for room in rooms for each in room.occupants if each.person_id == alone.person_id
    )
    left = [without(room, child.person_id) for room in rooms]
    beside = [room for room in left if any(o.person_id == alone.mother_id for o in room.occupants)]
    if not beside and alone.kind is not FindingKind.INFANT_WITHOUT_MOTHER:
        beside = [room for room in left if _company(child, _inside(room, out), today, rules)]
    found = suggest(as_guest(child), beside, today, limit=1, kin=kin)
    return CureProposal(child.person_id, found[0].bed_id) if found else CureProposal()


def _alone(
    child: Occupant,
    others: Sequence[Occupant],
    today: date,
    rules: RoomingRules,
    carers: Iterable[Pair],
) -> FindingKind | None:
    years = years_of(child.born.latest, today)
    if years is None or is_adult(child.adult_from, today):
        return None
    inside = {each.person_id for each in others}
    by_her = any(pair[1] == child.person_id and pair[0] in inside for pair in carers)
    if years < rules.infant_under and not by_her:
        return FindingKind.INFANT_WITHOUT_MOTHER
    if _company(child, others, today, rules):
        return None
    if years < rules.small_alone_under:
        return FindingKind.SMALL_CHILD_ALONE
    return FindingKind.CHILD_ALONE if years < rules.night_alone_under else None


def _company(child: Occupant, others: Iterable[Occupant], today: date, rules: RoomingRules) -> bool:
    """Say whether somebody is with her who is not as small as she: a small child minds nobody."""
    small = rules.small_alone_under
    her_years = years_of(child.born.latest, today)
    if her_years is None or her_years >= small:
        return any(True for _ in others)
    ages = (years_of(each.born.latest, today) for each in others)
    return any(years is None or years >= small for years in ages)


def _inside(room: Room, out: AbstractSet[UUID]) -> list[Occupant]:
    return [each for each in room.occupants if each.person_id not in out]
