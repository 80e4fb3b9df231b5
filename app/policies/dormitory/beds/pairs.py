# SPDX-License-Identifier: Apache-2.0
"""Who may share a room with whom; the hard rules stand again as triggers."""

import itertools
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from app.policies.dormitory.beds.facts import Person, Room
from app.policies.dormitory.beds.kin import NO_KIN, Kin
from app.policies.people.born import is_adult, is_teen, is_young, may_be_adult
from app.policies.reasons import Decision, Reason


class HardRule(StrEnum):
    """A rule that no placing act breaks."""

    CHILD_WITH_ADULT = "child_with_adult"
    MAYBE_ADULT_WITH_YOUNG = "maybe_adult_with_young"
    KEPT_APART = "kept_apart"
    SEX_UNKNOWN = "sex_unknown"


@dataclass(frozen=True, slots=True)
class ForbiddenPair:
    """Two who may not share a room: the child, and the adult or who may be one.

    Of two who are kept apart, or of whom neither's sex is known, the smaller id comes first;
    else the one whose sex is not known.
    """

    child_id: UUID
    adult_id: UUID
    rule: HardRule = HardRule.CHILD_WITH_ADULT


def forbidden(one: Person, other: Person, today: date, kin: Kin = NO_KIN) -> ForbiddenPair | None:
    """Return the hard rule that two people break by sharing a room, or None."""
    if is_adult(one.adult_from, today) != is_adult(other.adult_from, today):
        child, adult = (other, one) if is_adult(one.adult_from, today) else (one, other)
        if kin.licensed(adult.person_id, child.person_id):
            return apart(one, other)
        return ForbiddenPair(child.person_id, adult.person_id)
    for young, grown in ((one, other), (other, one)):
        if (
            is_young(young.born, today)
            and maybe_adult(grown, today)
            and not _her_own(grown, young, kin)
        ):
            rule = HardRule.MAYBE_ADULT_WITH_YOUNG
            return ForbiddenPair(young.person_id, grown.person_id, rule)
    return apart(one, other) or _sex_unknown(one, other, kin)


def _her_own(grown: Person, young: Person, kin: Kin) -> bool:
    """Say whether a small child is of the family of one who may be grown up."""
    pair = grown.person_id, young.person_id
    return kin.licensed(*pair) or kin.siblings(*pair)


def maybe_adult(person: Person, today: date) -> bool:
    """Say whether somebody is treated as a child although she may be a woman.

    Who may turn 18 tomorrow counts tonight: a night does not end at midnight.
    """
    if is_adult(person.adult_from, today):
        return False
    return may_be_adult(None, person.born, today + timedelta(days=1))


def _sex_unknown(one: Person, other: Person, kin: Kin) -> ForbiddenPair | None:
    first, second = sorted((one, other), key=lambda who: (who.male is not None, who.person_id))
    if first.male is not None or kin.family(first.person_id, second.person_id):
        return None
    return ForbiddenPair(first.person_id, second.person_id, HardRule.SEX_UNKNOWN)


def apart(one: Person, other: Person) -> ForbiddenPair | None:
    """Return the pair if the two are kept apart, in either direction."""
    if other.person_id in one.needs.apart_from or one.person_id in other.needs.apart_from:
        first, second = sorted((one.person_id, other.person_id))
        return ForbiddenPair(first, second, HardRule.KEPT_APART)
    return None


_WHY = {
    HardRule.CHILD_WITH_ADULT: Reason.CHILD_WITH_ADULT,
    HardRule.MAYBE_ADULT_WITH_YOUNG: Reason.MAYBE_ADULT_WITH_UNDER_13,
    HardRule.SEX_UNKNOWN: Reason.SEX_UNKNOWN,
    HardRule.KEPT_APART: Reason.KEPT_APART,
}


def why_not_together(one: Person, other: Person, today: date, kin: Kin = NO_KIN) -> Decision:
    """Return what speaks against two people in one room.

    Boys come only as dependants and share a room only with their own family; the same
    holds for whoever needs a room of her own. Family is not parted by house or by what
    happened to them (paper: exploited and others, RPSW and PSKW, are kept apart).
    """
    pair = forbidden(one, other, today, kin)
    found = [] if pair is None else [_WHY[pair.rule]]
    strangers = holding(
        (Reason.BOY_WITHOUT_FAMILY, bool(one.male or other.male)),
        (Reason.OWN_ROOM_NEEDED, one.needs.own_room or other.needs.own_room),
        (Reason.EXPLOITED_APART, differ(one.needs.exploited, other.needs.exploited)),
        (Reason.HOUSES_APART, differ(one.needs.house, other.needs.house)),
        (Reason.MAYBE_ADULT_WITH_TEEN, _teen_beside(one, other, today)),
    )
    if strangers and not kin.family(one.person_id, other.person_id):
        found += strangers
    return Decision(tuple(found))


def _teen_beside(one: Person, other: Person, today: date) -> bool:
    """Say whether one may be grown up and the other may be 13 or 14 and is no such one."""
    one_grown, other_grown = maybe_adult(one, today), maybe_adult(other, today)
    return one_grown != other_grown and is_teen((other if one_grown else one).born, today)


def holding(*told: tuple[Reason, bool]) -> list[Reason]:
    """Return the reasons that hold."""
    return [reason for reason, holds in told if holds]


def differ(one: object, other: object) -> bool:
    """Say whether two things are known and not the same."""
    return one is not None and other is not None and one != other


def forbidden_pairs(room: Room, today: date, kin: Kin = NO_KIN) -> tuple[ForbiddenPair, ...]:
    """Return every pair that shares a room against a hard rule today, in order of ids."""
    found = (
        forbidden(one, other, today, kin)
        for one, other in itertools.combinations(room.occupants, 2)
    )
    return tuple(
        sorted((p for p in found if p is not None), key=lambda p: (p.child_id, p.adult_id))
    )
