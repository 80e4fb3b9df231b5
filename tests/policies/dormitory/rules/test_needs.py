# SPDX-License-Identifier: Apache-2.0
"""Each rule about people's needs by a table, and what no combination of them ever allows."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given

from app.policies.dormitory.beds.facts import Guest, Room, RoomPurpose, Side
from app.policies.dormitory.beds.kin import NO_KIN, Kin
from app.policies.dormitory.beds.pairs import (
    ForbiddenPair,
    HardRule,
    forbidden_pairs,
    why_not_together,
)
from app.policies.dormitory.beds.rooming import why_not, why_not_room
from app.policies.dormitory.rules.needs import House, Needs
from app.policies.people.born import is_adult
from app.policies.reasons import PERMITTABLE, Decision, Reason, Verdict
from tests.helpers.ages import TODAY, born
from tests.policies.dormitory.houses import (
    guest,
    having,
    in_bed,
    kept,
    kins,
    people,
    room,
    rooms,
    uid,
)

MOTHER = Kin(mothers=frozenset({(uid(1), uid(2))}))
GUARDIAN = Kin(guardians=frozenset({(uid(1), uid(2))}))
TONIGHT = Kin(for_tonight=frozenset({(uid(1), uid(2))}))
FAMILY = [MOTHER, GUARDIAN, TONIGHT]


@pytest.mark.parametrize(
    ("mine", "hers", "reasons"),
    [
        ({"house": House.RPSW}, {"house": House.PSKW}, (Reason.HOUSES_APART,)),
        ({"house": House.PSKW}, {"house": House.PSKW}, ()),
        ({"house": None}, {"house": House.PSKW}, ()),
        ({"exploited": True}, {"exploited": False}, (Reason.EXPLOITED_APART,)),
        ({"exploited": False}, {"exploited": True}, (Reason.EXPLOITED_APART,)),
        ({"exploited": True}, {"exploited": True}, ()),
        ({"exploited": None}, {"exploited": True}, ()),
        ({"exploited": None}, {"exploited": False}, ()),
        ({"own_room": True}, {}, (Reason.OWN_ROOM_NEEDED,)),
        ({}, {"own_room": True}, (Reason.OWN_ROOM_NEEDED,)),
        ({"own_room": True}, {"own_room": True}, (Reason.OWN_ROOM_NEEDED,)),
        ({"male": True}, {}, (Reason.BOY_WITHOUT_FAMILY,)),
        ({}, {"male": True}, (Reason.BOY_WITHOUT_FAMILY,)),
        (
            {"exploited": True, "house": House.RPSW, "own_room": True},
            {"exploited": False, "house": House.PSKW},
            (Reason.OWN_ROOM_NEEDED, Reason.EXPLOITED_APART, Reason.HOUSES_APART),
        ),
    ],
)
def test_two_in_one_room_and_family_never_parted_by_it(
    mine: dict, hers: dict, reasons: tuple[Reason, ...]
) -> None:
    woman, other = guest(1, 40, **mine), guest(2, 30, **hers)
    assert why_not_together(woman, other, TODAY).reasons == reasons
    assert why_not_together(other, woman, TODAY).reasons == reasons
    for kin in FAMILY:
        assert why_not_together(woman, other, TODAY, kin).allowed
        assert why_not_together(other, woman, TODAY, kin).allowed


@pytest.mark.parametrize("kin", [NO_KIN, *FAMILY])
@pytest.mark.parametrize("ages", [(40, 30), (40, 8), (16, 15), (None, None), (None, 8)])
@pytest.mark.parametrize("noted", [(True, False), (False, True), (True, True)])
def test_kept_apart_counts_both_ways_and_kinship_never_sets_it_aside(
    kin: Kin, ages: tuple[int | None, int | None], noted: tuple[bool, bool]
) -> None:
    one = guest(1, ages[0], apart_from=frozenset({uid(2)}) if noted[0] else frozenset())
    other = guest(2, ages[1], apart_from=frozenset({uid(1)}) if noted[1] else frozenset())
    for mine, hers in ((one, other), (other, one)):
        decision = why_not_room(mine, room(hers), TODAY, kin)
        assert decision.verdict is Verdict.FORBIDDEN
        hard = {Reason.CHILD_WITH_ADULT, Reason.MAYBE_ADULT_WITH_UNDER_13, Reason.KEPT_APART}
        assert hard & set(decision.reasons)
        if kin is MOTHER:
            assert Reason.KEPT_APART in decision.reasons


def test_of_two_who_are_kept_apart_the_smaller_id_comes_first() -> None:
    one, other = guest(7, 30, apart_from=frozenset({uid(3)})), guest(3, 30)
    pair = ForbiddenPair(uid(3), uid(7), HardRule.KEPT_APART)
    assert forbidden_pairs(room(one, other), TODAY) == (pair,)
    assert forbidden_pairs(room(other, one), TODAY) == (pair,)


NEAR, STAIRS = {"near_caretaker": True}, {"floor": 2, "side": Side.ANY}


@pytest.mark.parametrize(
    ("needs", "where", "reasons"),
    [
        ({"near": True}, room(), ()),
        ({"near": True}, room(near_caretaker=False), (Reason.WATCH_NEAR,)),
        ({"near": True}, room(floor=2), (Reason.WATCH_GROUND,)),
        (
            {"near": True},
            room(floor=2, near_caretaker=False),
            (Reason.WATCH_NEAR, Reason.WATCH_GROUND),
        ),
        ({"near": True}, room(floor=2, ground=frozenset()), ()),
        ({"near": True}, room(floor=2, ground=frozenset({Side.CHILD})), ()),
        ({"near": True}, room(floor=2, ground=frozenset({Side.ADULT})), (Reason.WATCH_GROUND,)),
        ({"near": True}, room(floor=0), ()),
        ({"company": True}, room(), (Reason.WATCH_ALONE,)),
        ({"company": True}, room(guest(9)), ()),
        ({"company": True}, room(guest(1)), (Reason.WATCH_ALONE,)),
        ({"house": House.PSKW}, room(house=House.RPSW), (Reason.HOUSES_APART,)),
        ({"house": House.PSKW}, room(house=House.PSKW), ()),
        ({"house": House.PSKW}, room(house=None), ()),
        ({"house": None}, room(house=House.RPSW), ()),
        ({"step_free": True}, room(step_free=False), (Reason.NOT_STEP_FREE,)),
        ({"step_free": True}, room(), ()),
        ({}, room(step_free=False), ()),
        ({"grown_boy": True}, room(), (Reason.BOY_TOO_OLD,)),
        ({}, room(guest(8), guest(9), most=3), ()),
        ({}, room(guest(8), guest(9), most=2), (Reason.ROOM_TOO_SMALL,)),
        ({}, room(guest(1), guest(9), most=2), ()),
        ({}, room(most=0), (Reason.ROOM_TOO_SMALL,)),
        ({}, room(blocked=True), (Reason.ROOM_BLOCKED,)),
        ({}, room(purpose=RoomPurpose.SPARE), (Reason.ROOM_NOT_A_BEDROOM,)),
        ({}, room(purpose=RoomPurpose.COUNSELLING), (Reason.ROOM_NOT_A_BEDROOM,)),
    ],
)
def test_one_person_and_one_room(needs: dict, where: Room, reasons: tuple[Reason, ...]) -> None:
    assert why_not_room(guest(1, **needs), where, TODAY).reasons == reasons


@pytest.mark.parametrize(
    ("needs", "facts", "reasons"),
    [
        ({"lower_bunk": True}, {"upper": True}, (Reason.UPPER_BUNK,)),
        ({"lower_bunk": True}, {}, ()),
        ({}, {"upper": True}, ()),
        ({}, {"blocked": True}, (Reason.BED_BLOCKED,)),
        ({}, {"out_of_use": True}, (Reason.BED_OUT_OF_USE,)),
        ({}, {"reserved": kept()}, (Reason.BED_RESERVED,)),
        ({}, {"reserved": kept(5)}, (Reason.BED_RESERVED,)),
        ({}, {"reserved": kept(1)}, ()),
        ({}, {"mattress": True}, ()),
        (
            {"lower_bunk": True},
            {"upper": True, "blocked": True, "out_of_use": True, "reserved": kept()},
            (
                Reason.BED_OUT_OF_USE,
                Reason.BED_BLOCKED,
                Reason.BED_RESERVED,
                Reason.UPPER_BUNK,
            ),
        ),
    ],
)
def test_one_person_and_one_bed(needs: dict, facts: dict, reasons: tuple[Reason, ...]) -> None:
    where = having(room(), "A", **facts)
    assert why_not(guest(1, **needs), where.beds[0], where, TODAY).reasons == reasons


def test_a_signature_sets_aside_nothing_once_one_reason_is_beyond_it() -> None:
    signable = {
        Reason.MAYBE_ADULT_WITH_TEEN,
        Reason.EXPLOITED_APART,
        Reason.WATCH_NEAR,
        Reason.WATCH_GROUND,
        Reason.WATCH_ALONE,
        Reason.HOUSES_APART,
        Reason.BOY_TOO_OLD,
        Reason.ROOM_TOO_SMALL,
        Reason.NOT_STEP_FREE,
        Reason.UPPER_BUNK,
        Reason.BED_RESERVED,
    }
    assert signable == PERMITTABLE
    assert Decision().verdict is Verdict.ALLOWED
    assert Decision(tuple(signable)).verdict is Verdict.PERMIT
    assert Decision((Reason.MASKED_RULE,)).verdict is Verdict.PERMIT
    for reason in set(Reason) - {Reason.MASKED_RULE}:
        alone = Verdict.PERMIT if reason in signable else Verdict.FORBIDDEN
        assert Decision((reason,)).verdict is alone
        assert Decision((Reason.ROOM_TOO_SMALL, reason)).verdict is alone


def test_the_child_line_is_crossed_on_the_birthday_and_then_no_signature_helps() -> None:
    turning = Guest(uid(1), TODAY, 18, born(18))
    where = room(guest(9, 15), most=1)
    before = why_not_room(turning, where, TODAY - timedelta(days=1))
    assert before.verdict is Verdict.PERMIT
    assert why_not_room(turning, where, TODAY).verdict is Verdict.FORBIDDEN


@given(people(1), rooms(), kins)
def test_kept_apart_people_are_never_given_one_room(her: Guest, where: Room, kin: Kin) -> None:
    meets = [
        o
        for o in where.occupants
        if o.person_id in her.needs.apart_from or her.person_id in o.needs.apart_from
    ]
    told = [why_not(her, bed, where, TODAY, kin) for bed in where.beds]
    told.append(why_not_room(her, where, TODAY, kin))
    if meets:
        assert all(each.verdict is Verdict.FORBIDDEN for each in told)
    for other in meets:
        assert why_not_together(her, other, TODAY, kin).verdict is Verdict.FORBIDDEN
        assert why_not_together(other, her, TODAY, kin).verdict is Verdict.FORBIDDEN


@given(people(1), rooms(), kins)
def test_child_and_adult_without_licence_never_get_a_room_by_signature(
    her: Guest, where: Room, kin: Kin
) -> None:
    adult = is_adult(her.adult_from, TODAY)
    strangers = [
        o
        for o in where.occupants
        if is_adult(o.adult_from, TODAY) is not adult
        and not kin.licensed(
            *((her.person_id, o.person_id) if adult else (o.person_id, her.person_id))
        )
    ]
    told = [why_not(her, bed, where, TODAY, kin) for bed in where.beds]
    told.append(why_not_room(her, where, TODAY, kin))
    if strangers:
        assert all(each.verdict is Verdict.FORBIDDEN for each in told)
        assert all(Reason.CHILD_WITH_ADULT in each.reasons for each in told)


@given(people(1), people(2), kins)
def test_two_people_are_judged_alike_whoever_comes_first(
    one: Guest, other: Guest, kin: Kin
) -> None:
    mine = why_not_together(one, other, TODAY, kin)
    hers = why_not_together(other, one, TODAY, kin)
    assert set(mine.reasons) == set(hers.reasons)


@given(people(1), rooms(), kins)
def test_what_the_rules_allow_leaves_no_forbidden_pair_behind(
    her: Guest, where: Room, kin: Kin
) -> None:
    known = forbidden_pairs(where, TODAY, kin)
    for bed in where.beds:
        if why_not(her, bed, where, TODAY, kin).verdict is not Verdict.FORBIDDEN:
            after = room(beds=0, occupants=(*where.occupants, in_bed(her, bed)))
            assert forbidden_pairs(after, TODAY, kin) == known


@given(rooms())
def test_free_beds_are_usable_and_space_is_never_more_than_the_floor(where: Room) -> None:
    taken = {o.bed_id for o in where.occupants}
    for bed in where.free_beds:
        assert bed.usable
        assert bed.reserved is None
        assert bed.bed_id not in taken
        assert not where.blocked
    assert 0 <= where.space <= len(where.free_beds)
    if where.most is not None:
        assert where.space <= max(0, where.most - len(taken))
    if where.blocked:
        assert where.space == 0
    plain = [b for b in where.beds if b.usable and not b.reserved and b.bed_id not in taken]
    if where.most is None and not where.blocked:
        assert where.free_beds == tuple(plain)


@pytest.mark.parametrize(
    ("where", "free", "space"),
    [
        (room(guest(9)), "BC", 2),
        (room(guest(9), most=2), "BC", 1),
        (room(guest(8), guest(9), most=2), "", 0),
        (room(guest(8), guest(9), most=1), "", 0),
        (room(most=0), "", 0),
        (room(most=9), "ABC", 3),
        (room(blocked=True), "", 0),
        (having(room(), "B", blocked=True), "AC", 2),
        (having(room(), "B", out_of_use=True), "AC", 2),
        (having(room(most=1), "B", reserved=kept(1)), "AC", 1),
    ],
)
def test_how_many_more_a_room_takes(where: Room, free: str, space: int) -> None:
    assert "".join(bed.label for bed in where.free_beds) == free
    assert where.space == space


@pytest.mark.parametrize("ground", [{Side.CHILD}, {Side.ADULT}, {Side.CHILD, Side.ADULT}, set()])
@pytest.mark.parametrize(
    ("her", "side"),
    [
        (guest(1), Side.ADULT),
        (guest(1, 12), Side.CHILD),
        (guest(1, 17), Side.CHILD),
        (replace(guest(1, 12), born=born(None), age_years=None), Side.CHILD),
        (replace(guest(1, 12), age_years=24), Side.CHILD),
    ],
)
def test_the_ground_floor_is_asked_for_where_her_own_side_has_it(
    her: Guest, side: Side, ground: set[Side]
) -> None:
    """Whoever is treated as a child is watched where the children sleep."""
    upstairs = room(floor=2, side=Side.ANY, ground=frozenset(ground))
    watched = replace(her, needs=Needs(near=True))
    told = why_not(watched, upstairs.beds[0], upstairs, TODAY).reasons
    assert (Reason.WATCH_GROUND in told) == (side in ground)
    assert Reason.WATCH_NEAR not in told
    far = replace(upstairs, near_caretaker=False)
    assert Reason.WATCH_NEAR in why_not(watched, far.beds[0], far, TODAY).reasons
