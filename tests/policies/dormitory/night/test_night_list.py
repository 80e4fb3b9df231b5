# SPDX-License-Identifier: Apache-2.0
"""The nightly list: a table of single wrongs, and that it says what the placing rules say."""

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from app.policies.dormitory.beds.facts import Bed, Occupant, Room, RoomPurpose, Side
from app.policies.dormitory.beds.kin import NO_KIN, Kin
from app.policies.dormitory.night.findings import FindingKind
from app.policies.dormitory.night.night_list import (
    KIND_OF,
    Watched,
    WatchGap,
    cure_of,
    violations,
    watch_gaps,
)
from app.policies.dormitory.rules.needs import NO_NEEDS, House, Needs
from app.policies.reasons import MASKED_REASONS, PERMITTABLE, Reason
from tests.helpers.ages import TODAY, born

ADULT = date(2010, 1, 1)
A, B, C, D = (UUID(int=number) for number in range(1, 5))


def bed_of(room: int, place: int) -> UUID:
    return UUID(int=room * 100 + place)


def woman(person: UUID, needs: Needs = NO_NEEDS, **more: Any) -> Occupant:
    return Occupant(person, person, ADULT, 30, born(30), needs=needs, **more)


def child(person: UUID, years: int | None = 15, needs: Needs = NO_NEEDS, **more: Any) -> Occupant:
    return Occupant(person, person, None, years, born(years), needs=needs, **more)


def room(*inside: Occupant, number: int = 101, side: Side = Side.ANY, **more: Any) -> Room:
    """Return a room in which each person has the next bed."""
    beds = tuple(Bed(bed_of(number, place), "ABCDEF"[place]) for place in range(4))
    laid = tuple(replace(each, bed_id=bed.bed_id) for each, bed in zip(inside, beds, strict=False))
    plain = {"near_caretaker": True, "purpose": RoomPurpose.BEDROOM, **more}
    return Room(UUID(int=number), str(number), 1, side, beds=beds, occupants=laid, **plain)


RPSW, PSKW = Needs(house=House.RPSW), Needs(house=House.PSKW)
ALONE = Kin(for_tonight=frozenset({(A, B)}))
MOTHER = Kin(mothers=frozenset({(A, B)}))


def with_upper(where: Room) -> Room:
    return replace(where, beds=(replace(where.beds[0], upper=True), *where.beds[1:]))


@pytest.mark.parametrize(
    ("where", "kin", "told"),
    [
        (room(woman(A), woman(B)), NO_KIN, ()),
        (room(woman(A), child(B)), NO_KIN, ((Reason.CHILD_WITH_ADULT, B, A),)),
        (room(woman(A), child(B)), MOTHER, ()),
        (room(woman(A), child(B)), ALONE, ()),
        (
            room(child(B), child(A, None), child(C, 8)),
            NO_KIN,
            ((Reason.MAYBE_ADULT_WITH_UNDER_13, C, A),),
        ),
        (
            room(woman(A, Needs(apart_from=frozenset({B}))), woman(B)),
            NO_KIN,
            ((Reason.KEPT_APART, A, B),),
        ),
        (
            room(woman(A), woman(B, Needs(own_room=True)), woman(C)),
            NO_KIN,
            ((Reason.OWN_ROOM_NEEDED, B, None),),
        ),
        (
            room(woman(A, Needs(exploited=True)), woman(B, Needs(exploited=False))),
            NO_KIN,
            ((Reason.EXPLOITED_APART, A, B),),
        ),
        (
            room(woman(A, RPSW), woman(B, PSKW), woman(C, RPSW), woman(D, RPSW)),
            NO_KIN,
            ((Reason.HOUSES_APART, B, None),),
        ),
        (
            room(woman(A, RPSW), woman(B, PSKW), house=House.RPSW),
            NO_KIN,
            ((Reason.HOUSES_APART, B, None),),
        ),
        (room(woman(A), child(B, 8, male=True)), MOTHER, ()),
        (
            room(woman(A), child(B, 8, male=True), woman(C)),
            Kin(mothers=frozenset({(A, B), (C, B)})),
            (),
        ),
        (
            room(child(B, 8, male=True), child(C, 9)),
            NO_KIN,
            ((Reason.BOY_WITHOUT_FAMILY, B, C),),
        ),
        (
            room(woman(A), child(B, 14, Needs(grown_boy=True), male=True)),
            MOTHER,
            ((Reason.BOY_TOO_OLD, B, None),),
        ),
        (room(woman(A), side=Side.CHILD), NO_KIN, ((Reason.WING_FOR_CHILDREN, A, None),)),
        (room(child(A), side=Side.ADULT), NO_KIN, ((Reason.WING_FOR_ADULTS, A, None),)),
        (
            room(woman(A, Needs(near=True)), near_caretaker=False),
            NO_KIN,
            ((Reason.WATCH_NEAR, A, None),),
        ),
        (
            room(woman(A, Needs(near=True, company=True)), near_caretaker=False),
            NO_KIN,
            ((Reason.WATCH_NEAR, A, None),),
        ),
        (room(woman(A, Needs(company=True))), NO_KIN, ((Reason.WATCH_ALONE, A, None),)),
        (room(woman(A, Needs(company=True)), woman(B)), NO_KIN, ()),
        (
            room(woman(A, Needs(step_free=True)), step_free=False),
            NO_KIN,
            ((Reason.NOT_STEP_FREE, A, None),),
        ),
        (
            with_upper(room(woman(A, Needs(lower_bunk=True)))),
            NO_KIN,
            ((Reason.UPPER_BUNK, A, None),),
        ),
        (
            room(woman(A), woman(B), woman(C), most=2),
            NO_KIN,
            ((Reason.ROOM_TOO_SMALL, None, None),),
        ),
        (room(woman(A), woman(B), most=2), NO_KIN, ()),
        (
            room(woman(A), purpose=RoomPurpose.COUNSELLING),
            NO_KIN,
            ((Reason.ROOM_NOT_A_BEDROOM, A, None),),
        ),
        (room(woman(A), blocked=True), NO_KIN, ((Reason.ROOM_BLOCKED, A, None),)),
        (
            room(woman(A), child(B), child(C)),
            Kin(for_tonight=frozenset({(A, B)}), mothers=frozenset({(A, C)})),
            (),
        ),
        (
            room(woman(A), child(B), woman(C)),
            Kin(for_tonight=frozenset({(A, B)}), guardians=frozenset({(C, B)})),
            ((Reason.FAMILY_ALONE, B, A),),
        ),
    ],
)
def test_what_is_wrong_in_one_room(
    where: Room, kin: Kin, told: tuple[tuple[Reason, UUID | None, UUID | None], ...]
) -> None:
    found = violations((where,), TODAY, kin)
    assert tuple((each.reason, each.person_id, each.other_id) for each in found) == told
    assert all(each.kind is KIND_OF[each.reason] for each in found)


@pytest.mark.parametrize(
    ("where", "kin", "kind"),
    [
        (
            room(woman(A), child(B), woman(C)),
            Kin(for_tonight=frozenset({(A, B)}), guardians=frozenset({(C, B)})),
            FindingKind.FAMILY_SHARED,
        ),
        (
            room(woman(A), child(B, 14, Needs(grown_boy=True), male=True)),
            MOTHER,
            FindingKind.BOY_TOO_OLD,
        ),
        (room(woman(A), blocked=True), NO_KIN, FindingKind.NOT_IN_USE),
        (room(woman(A), purpose=RoomPurpose.COUNSELLING), NO_KIN, FindingKind.NOT_IN_USE),
        (room(woman(A), woman(B), woman(C), most=2), NO_KIN, FindingKind.OVER_CAPACITY),
    ],
)
def test_what_is_no_mix_and_no_crowd_has_a_line_of_its_own(
    where: Room, kin: Kin, kind: FindingKind
) -> None:
    assert [each.kind for each in violations((where,), TODAY, kin)] == [kind]


def test_every_reason_of_secrets_and_signatures_has_its_line() -> None:
    about_beds_not_given = {Reason.BED_RESERVED}
    assert (MASKED_REASONS | PERMITTABLE) - set(KIND_OF) == about_beds_not_given
    assert set(KIND_OF.values()) == set(FindingKind) - {
        FindingKind.INFANT_WITHOUT_MOTHER,
        FindingKind.SMALL_CHILD_ALONE,
        FindingKind.CHILD_ALONE,
        FindingKind.PERMIT_OVER,
        FindingKind.WITHOUT_BED,
        FindingKind.NOT_RECEIVED,
        FindingKind.BED_OF_MISSING,
        FindingKind.NO_CARETAKER,
        FindingKind.ONE_FOR_BOTH,
    }


def test_the_worst_comes_first_and_rooms_keep_their_order() -> None:
    mixed = room(woman(A, RPSW), woman(B, PSKW), number=101)
    worse = room(woman(C), child(D), number=102)
    assert [each.kind for each in violations((mixed, worse), TODAY)] == [
        FindingKind.CHILD_WITH_ADULT,
        FindingKind.HOUSE_MIX,
    ]


def test_the_cure_moves_the_one_odd_person_out() -> None:
    mixed = room(woman(A, RPSW), woman(B, PSKW), woman(C, RPSW), number=101)
    empty = room(number=102)
    (wrong,) = violations((mixed, empty), TODAY)
    cure = cure_of(wrong, (mixed, empty), TODAY)
    assert (cure.person_id, cure.bed_id) == (B, bed_of(102, 0))


def test_a_lower_bunk_may_be_in_the_same_room() -> None:
    where = with_upper(room(woman(A, Needs(lower_bunk=True)), woman(B)))
    (wrong,) = violations((where,), TODAY)
    assert cure_of(wrong, (where,), TODAY).bed_id == where.beds[2].bed_id


def test_nobody_leaves_a_person_alone_who_may_not_be_alone() -> None:
    watched = woman(A, Needs(house=House.RPSW, company=True))
    together = room(watched, woman(B, PSKW), number=101)
    others = room(woman(C, RPSW), number=102)
    house = (together, others, room(number=103))
    (wrong,) = violations(house, TODAY)
    cure = cure_of(wrong, house, TODAY)
    assert (cure.person_id, cure.bed_id) == (A, bed_of(102, 1))


def test_a_stranger_leaves_the_family_that_signed_for_tonight() -> None:
    kin = Kin(for_tonight=frozenset({(A, B)}), guardians=frozenset({(C, B)}))
    together = room(woman(A), child(B), woman(C), woman(D), number=101)
    wrong = violations((together,), TODAY, kin)[-1]
    assert wrong.movers[-2:] == (A, B)


def test_without_a_legal_bed_there_is_no_move() -> None:
    where = room(woman(A), child(B))
    (wrong,) = violations((where,), TODAY)
    assert cure_of(wrong, (where,), TODAY).bed_id is None


@pytest.mark.parametrize(
    ("wings", "planned", "gaps"),
    [
        ((), False, ()),
        ((Watched(A, Side.ADULT), Watched(B, Side.CHILD)), False, ((None, None),)),
        ((Watched(A, Side.ADULT, (C,)), Watched(B, Side.CHILD)), True, ((B, None),)),
        ((Watched(A, Side.ADULT, (C,)), Watched(B, Side.CHILD, (D,))), True, ()),
        ((Watched(A, Side.ADULT, (C,)), Watched(B, Side.CHILD, (D, C))), True, ((B, C),)),
        ((Watched(A, Side.ADULT, (C,)), Watched(B, Side.ANY, (C,))), True, ()),
    ],
)
def test_separate_caretakers(
    wings: tuple[Watched, ...], planned: bool, gaps: tuple[tuple[UUID | None, UUID | None], ...]
) -> None:
    found = watch_gaps(wings, ever_planned=planned)
    assert tuple((each.wing_id, each.caretaker_id) for each in found) == gaps
    for each in found:
        both = each.caretaker_id is not None
        wanted = FindingKind.ONE_FOR_BOTH if both else FindingKind.NO_CARETAKER
        assert each == WatchGap(wanted, each.wing_id, each.caretaker_id)
