# SPDX-License-Identifier: Apache-2.0
"""Who goes along when somebody moves: a mother and her child are one move."""

from uuid import UUID

import pytest

from app.policies.people.companions import Member, companions
from app.policies.people.kinship import KinKind, Tie

MOTHER, BABY, GIRL, TEEN, OTHER = (UUID(int=at) for at in range(1, 6))
ROOM, ELSEWHERE = UUID(int=101), UUID(int=102)


def house(**rooms: UUID | None) -> dict[UUID, Member]:
    people = {"mother": MOTHER, "baby": BABY, "girl": GIRL, "teen": TEEN, "other": OTHER}
    young = {"baby", "girl"}
    return {
        people[name]: Member(people[name], name not in {"mother", "other"}, name in young, room)
        for name, room in rooms.items()
    }


@pytest.mark.parametrize(
    ("who", "kind", "pair", "rooms", "along"),
    [
        (MOTHER, KinKind.MOTHER, (MOTHER, BABY), (ROOM, ROOM), True),
        (MOTHER, KinKind.MOTHER, (MOTHER, BABY), (ROOM, ELSEWHERE), True),
        (MOTHER, KinKind.MOTHER, (MOTHER, BABY), (ROOM, None), True),
        (MOTHER, KinKind.GUARDIAN, (MOTHER, GIRL), (ROOM, ROOM), True),
        (MOTHER, KinKind.SISTER, (MOTHER, TEEN), (ROOM, ROOM), True),
        (MOTHER, KinKind.SISTER, (MOTHER, TEEN), (ROOM, ELSEWHERE), False),
        (MOTHER, KinKind.SISTER, (MOTHER, TEEN), (None, None), False),
        (MOTHER, KinKind.MOTHER, (MOTHER, OTHER), (ROOM, ROOM), False),
        (MOTHER, KinKind.OTHER, (MOTHER, GIRL), (ROOM, ROOM), False),
        (BABY, KinKind.MOTHER, (MOTHER, BABY), (ROOM, ROOM), True),
        (BABY, KinKind.MOTHER, (MOTHER, BABY), (ROOM, ELSEWHERE), False),
        (TEEN, KinKind.MOTHER, (MOTHER, TEEN), (ROOM, ROOM), False),
    ],
)
def test_who_is_asked_for(
    who: UUID,
    kind: KinKind,
    pair: tuple[UUID, UUID],
    rooms: tuple[UUID | None, UUID | None],
    along: bool,
) -> None:
    names = {MOTHER: "mother", BABY: "baby", GIRL: "girl", TEEN: "teen", OTHER: "other"}
    here = house(**{names[key]: room for key, room in zip(pair, rooms, strict=True)})
    found = companions(who, here, [Tie(*pair, kind)])
    assert found == ((pair[1] if who == pair[0] else pair[0],) if along else ())


def test_with_a_small_child_comes_her_mother_and_the_mothers_other_children() -> None:
    here = house(mother=ROOM, baby=ROOM, girl=ROOM, teen=ELSEWHERE)
    ties = [Tie(MOTHER, child, KinKind.MOTHER) for child in (BABY, GIRL, TEEN)]
    assert companions(BABY, here, ties) == (MOTHER, GIRL, TEEN)


def test_who_has_left_goes_nowhere() -> None:
    assert companions(MOTHER, house(mother=ROOM), [Tie(MOTHER, BABY, KinKind.MOTHER)]) == ()
