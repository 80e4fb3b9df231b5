# SPDX-License-Identifier: Apache-2.0
"""Who goes along when somebody moves: a mother and her child are one move.

Public bed software learned this the hard way (OpenMRS: move and accept mother and child
together). It is asked, never done unasked; a claimed kinship is enough to ask.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from app.policies.people.kinship import ROOMS_TOGETHER, KinKind, Tie


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody who is here.

    Attributes:
        child: treated as a child today.
        young: by what is known under 13.
        room_id: where she sleeps now; None while she has no bed.
    """

    person_id: UUID
    child: bool
    young: bool
    room_id: UUID | None


def companions(
    person_id: UUID, here: Mapping[UUID, Member], ties: Iterable[Tie]
) -> tuple[UUID, ...]:
    """Return who goes along with somebody, in the order in which they were found.

    Those are her own children and wards wherever they sleep, a sister under 18 who shares her
    room, and for a child under 13 the mother, guardian or older sister who shares hers.

    Args:
        person_id: who is to move.
        here: everybody who is here, by id.
        ties: the live kinships, declared or verified.
    """
    known, found, ahead = list(ties), [person_id], [person_id]
    while ahead:
        here_now = here.get(ahead.pop(0))
        if here_now is None:
            continue
        for tie in known:
            other = _along(here_now, here, tie)
            if other is not None and other not in found:
                found.append(other)
                ahead.append(other)
    return tuple(found[1:])


def _along(who: Member, here: Mapping[UUID, Member], tie: Tie) -> UUID | None:
    """Return whom one kinship lets go along with somebody, or None."""
    if tie.kind is KinKind.OTHER:
        return None
    if tie.elder_id == who.person_id:
        younger = here.get(tie.younger_id)
        if younger is None or not younger.child:
            return None
        own = tie.kind in ROOMS_TOGETHER
        return younger.person_id if own or _share(who, younger) else None
    if tie.younger_id == who.person_id and who.young:
        elder = here.get(tie.elder_id)
        return elder.person_id if elder is not None and _share(who, elder) else None
    return None


def _share(one: Member, other: Member) -> bool:
    return one.room_id is not None and one.room_id == other.room_id
