# SPDX-License-Identifier: Apache-2.0
"""Kinship as it is claimed and as it is proven.

A declared mother may stay with her child for one night; a guardian counts only when
verified, because traffickers pose as family (paper; domain §7.3, §7.4, §7.8).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID

from app.policies.reasons import Reason

YOUNGEST_MOTHER_YEARS = 10
"""Years between a mother and her child below which the claim cannot be true."""
SHORTEST_OBSERVATION = 10
_MORNING = 8


class KinKind(StrEnum):
    """What the elder is to the younger."""

    MOTHER = "mother"
    GUARDIAN = "guardian"
    SISTER = "sister"
    OTHER = "other"


class KinStanding(StrEnum):
    """Whether somebody only says so, or a document or the staff's own check shows it."""

    DECLARED = "declared"
    VERIFIED = "verified"


class ExceptionKind(StrEnum):
    """Why two persons may share a room for a time although a rule speaks against it."""

    DECLARED_MOTHER = "declared_mother"
    SISTERS = "sisters"


ROOMS_TOGETHER = frozenset({KinKind.MOTHER, KinKind.GUARDIAN})
"""Kin who share a room once verified."""
EXCEPTION_FOR = {
    KinKind.MOTHER: ExceptionKind.DECLARED_MOTHER,
    KinKind.SISTER: ExceptionKind.SISTERS,
}


@dataclass(frozen=True, slots=True)
class Tie:
    """One live kinship: the elder is the mother, guardian or older sister."""

    elder_id: UUID
    younger_id: UUID
    kind: KinKind
    standing: KinStanding = KinStanding.DECLARED


@dataclass(frozen=True, slots=True)
class Claimant:
    """What the check of a claim needs to know of a person; ``years`` None when unknown."""

    person_id: UUID
    years: int | None
    born: date | None = None


def why_not_kin(
    elder: Claimant, younger: Claimant, kind: KinKind, ties: Iterable[Tie]
) -> Reason | None:
    """Return why a kinship cannot be as it is claimed, or None.

    Args:
        elder: the one said to be the mother, guardian or older sister.
        younger: the other one.
        kind: what the elder is said to be.
        ties: the live ties of both families.
    """
    if elder.person_id == younger.person_id:
        return Reason.KIN_WITH_HERSELF
    known = list(ties)
    pair = {elder.person_id, younger.person_id}
    if any({tie.elder_id, tie.younger_id} == pair for tie in known):
        return Reason.KIN_KNOWN
    if kind in ROOMS_TOGETHER and _descends(elder.person_id, younger.person_id, known):
        return Reason.KIN_IN_A_CIRCLE
    if kind is KinKind.MOTHER and any(
        tie.kind is KinKind.MOTHER and tie.younger_id == younger.person_id for tie in known
    ):
        return Reason.KIN_SECOND_MOTHER
    gap = _years_between(elder, younger)
    if gap is None:
        return None
    if kind is KinKind.MOTHER and gap < YOUNGEST_MOTHER_YEARS:
        return Reason.KIN_MOTHER_TOO_YOUNG
    return Reason.KIN_ELDER_YOUNGER if gap < 0 else None


def _descends(person_id: UUID, ancestor_id: UUID, ties: list[Tie]) -> bool:
    """Say whether ``person_id`` stands below ``ancestor_id`` by mothers and guardians."""
    seen: set[UUID] = set()
    ahead = [person_id]
    while ahead:
        here = ahead.pop()
        if here == ancestor_id:
            return True
        if here not in seen:
            seen.add(here)
            ahead += [t.elder_id for t in ties if t.younger_id == here and t.kind in ROOMS_TOGETHER]
    return False


def _years_between(elder: Claimant, younger: Claimant) -> int | None:
    if elder.years is None or younger.years is None:
        return None
    if elder.born is not None and younger.born is not None and elder.born > younger.born:
        return -1
    return elder.years - younger.years


def lasts_until(now: datetime, local_now: datetime) -> datetime:
    """Return the next 08.00 of the shelter, when a night's exception ends.

    Args:
        now: the instant of signing (UTC).
        local_now: the same instant in the shelter's zone.
    """
    eight = local_now.replace(hour=_MORNING, minute=0, second=0, microsecond=0)
    if eight <= local_now:
        eight += timedelta(days=1)
    return now + (eight - local_now)


def observation_problem(text: str) -> Reason | None:
    """Return what is missing in the observation that a night's exception rests on."""
    enough = len("".join(text.split())) >= SHORTEST_OBSERVATION
    return None if enough else Reason.OBSERVATION_SHORT
