# SPDX-License-Identifier: Apache-2.0
"""Children who are left alone: without company, or an infant without her mother."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from app.policies.dormitory.beds.facts import Bed, Occupant, Room, RoomPurpose, Side
from app.policies.dormitory.beds.kin import Kin
from app.policies.dormitory.night.alone import cure_for, left_alone
from app.policies.dormitory.night.findings import FindingKind
from app.policies.dormitory.rules.settings import PROPOSED
from app.policies.people.born import Born, birthday

TODAY = date(2026, 11, 24)
CHILD, MOTHER, OTHER = (UUID(int=at) for at in (1, 2, 3))
INFANT, SMALL, ALONE = (
    FindingKind.INFANT_WITHOUT_MOTHER,
    FindingKind.SMALL_CHILD_ALONE,
    FindingKind.CHILD_ALONE,
)


def occupant(person_id: UUID, years: int | None, bed: int = 0) -> Occupant:
    if years is None:
        return Occupant(person_id, UUID(int=bed), None, None, Born())
    born = birthday(TODAY, -years)
    adult_from = birthday(born, 18) if years >= 18 else None
    return Occupant(person_id, UUID(int=bed), adult_from, years, Born(born, born, born))


def room(number: int, *inside: Occupant) -> Room:
    beds = tuple(Bed(UUID(int=number * 10 + at), "ABC"[at]) for at in range(3))
    lying = tuple(replace(each, bed_id=bed.bed_id) for each, bed in zip(inside, beds, strict=False))
    name = str(number)
    return Room(UUID(int=number), name, 1, Side.ANY, RoomPurpose.BEDROOM, True, beds, lying)


@pytest.mark.parametrize(
    ("years", "beside", "kind"),
    [
        (0, (), INFANT),
        (1, (34,), INFANT),
        (2, (), SMALL),
        (6, (), SMALL),
        (6, (5,), SMALL),
        (6, (7,), None),
        (6, (34,), None),
        (6, (None,), None),
        (7, (), ALONE),
        (12, (), ALONE),
        (12, (5,), None),
        (13, (), None),
        (17, (), None),
        (34, (), None),
        (None, (), None),
    ],
)
def test_from_which_age_and_beside_whom_she_is_alone(
    years: int | None, beside: tuple[int | None, ...], kind: FindingKind | None
) -> None:
    inside = room(101, occupant(CHILD, years), *(occupant(OTHER, each) for each in beside))
    found = [a.kind for a in left_alone([inside], set(), TODAY, PROPOSED) if a.person_id == CHILD]
    assert found == ([] if kind is None else [kind])


@pytest.mark.parametrize(("here", "minded", "alone"), [
    (True, False, False), (False, False, True), (False, True, False),
])  # fmt: skip
def test_an_infant_beside_her_mother_unless_the_mother_is_out(
    here: bool, minded: bool, alone: bool
) -> None:
    inside = room(101, occupant(CHILD, 0), occupant(MOTHER, 34))
    found = left_alone(
        [inside],
        set() if here else {MOTHER},
        TODAY,
        PROPOSED,
        [(MOTHER, CHILD)],
        {CHILD} if minded else frozenset(),
    )
    assert [(each.kind, each.mother_id) for each in found] == ([(INFANT, MOTHER)] if alone else [])


def test_whoever_is_out_is_no_company() -> None:
    inside = room(101, occupant(CHILD, 5), occupant(OTHER, 34))
    assert left_alone([inside], {OTHER}, TODAY, PROPOSED)[0].kind is SMALL
    assert left_alone([inside], {CHILD}, TODAY, PROPOSED) == ()


def test_the_ages_are_settings() -> None:
    inside = room(101, occupant(CHILD, 8))
    assert (
        left_alone([inside], set(), TODAY, replace(PROPOSED, small_alone_under=9))[0].kind is SMALL
    )
    off = replace(PROPOSED, infant_under=0, small_alone_under=0, night_alone_under=0)
    assert left_alone([inside], set(), TODAY, off) == ()


def test_the_cure_is_beside_her_mother_and_else_beside_company() -> None:
    kin = Kin(mothers=frozenset({(MOTHER, CHILD)}))
    house = [room(101, occupant(CHILD, 0)), room(102, occupant(MOTHER, 34)), room(103)]
    (alone,) = left_alone(house, set(), TODAY, PROPOSED, [(MOTHER, CHILD)])
    cure = cure_for(alone, house, set(), TODAY, PROPOSED, kin)
    assert cure.bed_id in {bed.bed_id for bed in house[1].beds}
    children = [room(101, occupant(CHILD, 5)), room(102), room(103, occupant(OTHER, 10))]
    (alone,) = (a for a in left_alone(children, set(), TODAY, PROPOSED) if a.person_id == CHILD)
    cure = cure_for(alone, children, set(), TODAY, PROPOSED)
    assert cure.bed_id in {bed.bed_id for bed in children[2].beds}
    lonely = [room(101, occupant(CHILD, 5)), room(102)]
    (alone,) = left_alone(lonely, set(), TODAY, PROPOSED)
    assert cure_for(alone, lonely, set(), TODAY, PROPOSED).bed_id is None
