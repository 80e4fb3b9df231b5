# SPDX-License-Identifier: Apache-2.0
"""The joint proposal case by case: children, mothers, boys, ties, bunks, full houses."""

from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

import pytest

from app.planning.dormitory.beds import assign
from app.planning.dormitory.beds.joint import Plan, propose
from app.policies.dormitory.beds.facts import Room, RoomPurpose, Side
from app.policies.dormitory.beds.holds import Reserved
from app.policies.dormitory.beds.kin import Kin
from app.policies.dormitory.beds.suggest import NoBedOption, WhyHere
from app.policies.dormitory.rules.needs import Needs
from tests.helpers.ages import TODAY
from tests.planning.dormitory.beds.test_joint import places, plan
from tests.planning.dormitory.nights import room, someone, uid, waiting


def rooms_of(made: Plan) -> dict[int, str]:
    return {number: place.split("-")[0] for number, place in places(made).items()}


def test_a_child_and_a_woman_never_share_an_empty_room() -> None:
    made = plan([someone(1, 34), someone(2, 9)], [room(101, beds=4)])
    assert len(places(made)) == 1
    assert rooms_of(made) == {2: "101"}


def test_a_mother_and_her_child_share_an_empty_room_of_the_adult_wing() -> None:
    mother, child = someone(1, 30), someone(2, 4)
    kin = Kin(mothers=frozenset({(uid(1), uid(2))}))
    made = plan([child, mother], [room(101, Side.ADULT), room(201, Side.CHILD)], kin)
    assert rooms_of(made) == {1: "101", 2: "101"}
    assert made.order == (uid(1), uid(2))
    with_child = next(each for each in made.proposed if each.person_id == uid(1))
    assert with_child.bed.reasons[0] is WhyHere.WITH_FAMILY
    assert with_child.others == ()
    alone = next(each for each in made.proposed if each.person_id == uid(2))
    assert [other.room_name for other in alone.others] == ["201"]


def test_a_declared_mother_shares_only_a_room_without_others() -> None:
    mother, child, woman = someone(1, 30), someone(2, 4), someone(3, 31)
    pair = frozenset({(uid(1), uid(2))})
    kin = Kin(for_tonight=pair, declared_mothers=pair)
    made = plan([mother, child, woman], [room(101, Side.ANY, beds=3), room(102, Side.ANY)], kin)
    rooms = rooms_of(made)
    assert rooms[1] == rooms[2] != rooms[3]


def test_nobody_of_unknown_age_sleeps_with_the_youngest() -> None:
    made = plan([someone(1, None), someone(2, 8)], [room(201, Side.CHILD, beds=4)])
    assert len(places(made)) == 1
    two = plan([someone(1, None), someone(2, 8)], [room(201, Side.CHILD), room(202, Side.CHILD)])
    assert len(set(rooms_of(two).values())) == 2


def test_a_boy_sleeps_with_his_own_family_only() -> None:
    mother, boy, girl = someone(1, 30), someone(2, 9, male=True), someone(3, 10)
    kin = Kin(guardians=frozenset({(uid(1), uid(2))}))
    house = [room(101, Side.ANY, beds=3), room(201, Side.CHILD, beds=3)]
    assert rooms_of(plan([mother, boy, girl], house, kin)) == {1: "101", 2: "101", 3: "201"}


def test_two_children_who_follow_each_other_do_not_open_an_adult_wing() -> None:
    circle = Kin(guardians=frozenset({(uid(1), uid(2)), (uid(2), uid(1))}))
    made = plan([someone(1, 16), someone(2, 15)], [room(101, Side.ADULT)], circle)
    assert places(made) == {}
    assert made.proven


def test_urgent_ones_then_children_are_never_left_out_for_others() -> None:
    house = [room(101, Side.ANY, beds=2)]
    urgent = plan([someone(1, 9), someone(2, 10), someone(3, 40, urgent=True)], house)
    assert list(places(urgent)) == [3]
    children = plan([someone(1, 40), someone(2, 41), someone(3, 9)], house)
    assert list(places(children)) == [3]


def test_who_waits_longest_is_placed_among_equals() -> None:
    made = plan([someone(1, 30), someone(2, 30), someone(3, 30)], [room(101, beds=2)])
    assert places(made) == {1: "101-A", 2: "101-B"}


def test_ties_are_kept_and_give_way_to_beds_and_families() -> None:
    house = [room(101, Side.ADULT, beds=2), room(102, Side.ADULT, beds=2)]
    women = [someone(1, 30), someone(2, 60), someone(3, 31), someone(4, 61)]
    assert rooms_of(plan(women, house)) == {1: "101", 3: "101", 2: "102", 4: "102"}
    tied = rooms_of(plan(women, house, ties="AABB"))
    assert tied == {1: "101", 2: "101", 3: "102", 4: "102"}
    kin = Kin(guardians=frozenset({(uid(1), uid(4))}))
    assert rooms_of(plan(women, house, kin, ties="AABB"))[1] == "101"
    assert rooms_of(plan(women, house, kin, ties="AABB"))[4] == "101"


def test_one_may_ask_for_somebody_who_has_a_bed_already() -> None:
    friend = someone(9, 55)
    house = [room(101, Side.ADULT, someone(8, 30)), room(102, Side.ADULT, friend)]
    newcomer = waiting(someone(1, 30), ties="A")
    settled = [replace(waiting(friend, ties="A")[0], arrived=0)]
    assert rooms_of(propose(newcomer, house, TODAY)) == {1: "101"}
    assert rooms_of(propose(newcomer, house, TODAY, settled=settled)) == {1: "102"}


def test_a_full_house_says_what_is_left() -> None:
    spare = room(900, Side.ANY, purpose=RoomPurpose.SPARE)
    made = plan([someone(1, 30)], [room(101, Side.ADULT, someone(9, 30), beds=1), spare])
    (line,) = made.proposed
    assert (line.bed, line.others) == (None, ())
    assert line.when_full[0] is NoBedOption.SPARE_ROOM
    assert made.worth.everybody == 0


def test_who_never_sleeps_alone_comes_after_somebody_else() -> None:
    watched = someone(1, 30, needs=Needs(company=True))
    both = plan([watched, someone(2, 60)], [room(101, Side.ADULT)])
    assert rooms_of(both) == {1: "101", 2: "101"}
    assert both.order == (uid(2), uid(1))
    other = next(each for each in both.proposed if each.person_id == uid(2))
    assert other.others == ()
    assert places(plan([watched], [room(101, Side.ADULT)])) == {}
    two = [watched, someone(2, 31, needs=Needs(company=True))]
    assert places(plan(two, [room(101, Side.ADULT)])) == {}


def test_rooms_that_differ_for_one_person_only_are_told_apart() -> None:
    watched = someone(2, 30, needs=Needs(company=True, step_free=True))
    stairs = replace(room(101, Side.ADULT), step_free=False)
    made = plan([someone(1, 30), watched], [stairs, room(102, Side.ADULT)])
    assert rooms_of(made) == {1: "102", 2: "102"}
    sisters = Kin(guardians=frozenset({(uid(1), uid(3))}))
    house = [kept(room(at, Side.ADULT), "B", uid(at - 99)) for at in (101, 102)]
    made = plan([someone(1, 40), someone(2, 30), someone(3, 20)], house, sisters)
    assert places(made) == {1: "102-A", 2: "101-B", 3: "102-B"}


def test_lower_bunks_go_to_whom_they_are_needed_and_not_beyond() -> None:
    house = [bunks(room(101, Side.ADULT, beds=3), "BC")]
    heavy = [someone(at, 30, needs=Needs(lower_bunk=True)) for at in (2, 3)]
    assert places(plan([someone(1, 30), heavy[0]], house)) == {1: "101-B", 2: "101-A"}
    assert places(plan(heavy, house)) == {2: "101-A"}


def test_a_bed_kept_for_one_is_hers_and_nobody_elses() -> None:
    house = [kept(room(101, Side.ADULT, beds=2), "A", uid(2))]
    assert places(plan([someone(1, 30), someone(2, 30)], house)) == {1: "101-B", 2: "101-A"}
    assert places(plan([someone(1, 30), someone(3, 30)], house)) == {1: "101-B"}
    full = [kept(room(101, Side.ADULT, someone(9, 30), beds=2), "B", uid(2))]
    assert places(plan([someone(1, 30), someone(2, 30)], full)) == {2: "101-B"}
    (line,) = plan([someone(1, 30)], full).proposed
    assert line.when_full[0] is NoBedOption.RESERVED_BED


def test_a_floor_takes_no_more_than_it_has_space_for() -> None:
    hall = replace(room(101, Side.ADULT, someone(9, 30), beds=5), most=3)
    assert places(plan([someone(at, 30) for at in (1, 2, 3)], [hall])) == {1: "101-B", 2: "101-C"}
    over = replace(hall, most=0)
    assert places(plan([someone(1, 30)], [over])) == {}


def test_in_portions_lower_bunks_are_left_for_those_who_come_later(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(assign, "MOST_PEOPLE", 0)
    monkeypatch.setattr(assign, "_PORTION", 2)
    monkeypatch.setattr(assign, "_ATTEMPTS", 0)
    women = [someone(1, 30), someone(2, 30), someone(3, 30, needs=Needs(lower_bunk=True))]
    house = [bunks(room(101, Side.ADULT, beds=3), "BC")]
    assert places(plan(women, house)) == {1: "101-B", 2: "101-C", 3: "101-A"}


def bunks(where: Room, upper: str) -> Room:
    return replace(where, beds=tuple(replace(b, upper=b.label in upper) for b in where.beds))


def kept(where: Room, label: str, whom: UUID | None) -> Room:
    hold = Reserved(uid(1), "Polres", whom, datetime(2026, 11, 24, 23, tzinfo=UTC))
    beds = (replace(b, reserved=hold if b.label == label else None) for b in where.beds)
    return replace(where, beds=tuple(beds))
