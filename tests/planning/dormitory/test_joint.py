# SPDX-License-Identifier: Apache-2.0
"""The joint proposal: as good as looking at every plan, legal, the same on every PC."""

import random
from collections.abc import Callable, Sequence
from dataclasses import astuple, replace
from datetime import UTC, datetime
from uuid import UUID

import pytest

from app.planning.dormitory import assign
from app.planning.dormitory.joint import Plan, propose
from app.policies.dormitory.holds import Reserved
from app.policies.dormitory.kin import Kin
from app.policies.dormitory.needs import Needs
from app.policies.dormitory.rooming import Room, RoomPurpose, Side, why_not, why_not_together
from app.policies.dormitory.suggest import NoBedOption, WhyHere
from tests.planning.dormitory.nights import (
    TODAY,
    ANight,
    large_night,
    needy_night,
    room,
    sleeping,
    small_night,
    someone,
    uid,
    waiting,
    with_needs,
)
from tests.planning.dormitory.oracle import Oracle


def plan_of(night: ANight, **more) -> Plan:
    return propose(night.newcomers, night.rooms, TODAY, night.kin, **more)


def plan(guests: Sequence, rooms: Sequence[Room], kin: Kin | None = None, ties: str = "") -> Plan:
    return propose(waiting(*guests, ties=ties), rooms, TODAY, kin or Kin())


def places(made: Plan) -> dict[int, str]:
    """Return the bed of each person by her number, such as ``101-A``."""
    return {
        each.person_id.int: f"{each.bed.room_name}-{each.bed.bed_label}"
        for each in made.proposed
        if each.bed
    }


def rooms_of(made: Plan) -> dict[int, str]:
    return {number: place.split("-")[0] for number, place in places(made).items()}


def check_legal(night: ANight, made: Plan) -> tuple[Room, ...]:
    """Let everybody lie down in the plan's order by the policies; return the house then."""
    guests = {each.person_id: each.guest for each in night.newcomers}
    beds = {each.person_id: each.bed for each in made.proposed if each.bed}
    house = {each.room_id: each for each in night.rooms}
    assert set(made.order) == set(beds)
    assert len({bed.bed_id for bed in beds.values()}) == len(beds)
    for person_id in made.order:
        chosen = beds[person_id]
        where = house[chosen.room_id]
        bed = next(each for each in where.beds if each.bed_id == chosen.bed_id)
        assert why_not(guests[person_id], bed, where, TODAY, night.kin).allowed
        lain = sleeping(guests[person_id], bed)
        house[chosen.room_id] = replace(where, occupants=(*where.occupants, lain))
    return tuple(house.values())


@pytest.mark.parametrize("a_night", [small_night, needy_night])
@pytest.mark.parametrize("batch", range(20))
def test_as_good_as_looking_at_every_plan(batch: int, a_night: Callable[[int], ANight]) -> None:
    for seed in range(batch * 25, batch * 25 + 25):
        night = a_night(seed)
        made = plan_of(night)
        oracle = Oracle(night)
        ranks = {each.room_id: rank for rank, each in enumerate(oracle.rooms)}
        arrived = {each.person_id: at for at, each in enumerate(oracle.people)}
        where = {
            arrived[each.person_id]: ranks[each.bed.room_id] for each in made.proposed if each.bed
        }
        assert made.proven, seed
        assert (astuple(made.worth), where) == oracle.best(), seed
        check_legal(night, made)


@pytest.mark.parametrize("seed", range(40))
def test_nobody_meets_whom_she_must_not_meet(seed: int) -> None:
    night = large_night(seed, people=12, full=0.9 if seed % 2 else 0.6)
    made = plan_of(night)
    assert made.proven
    new = {each.person_id for each in night.newcomers}
    for where in check_legal(night, made):
        people = where.occupants
        for one in people:
            for other in people:
                if one is not other and new & {one.person_id, other.person_id}:
                    assert why_not_together(one, other, TODAY, night.kin).allowed


@pytest.mark.parametrize("seed", range(25))
def test_the_same_plan_however_the_house_is_read(seed: int) -> None:
    night = large_night(seed) if seed < 10 else small_night(1000 + seed)
    chance = random.Random(seed)  # noqa: S311
    newcomers = chance.sample(night.newcomers, len(night.newcomers))
    rooms = tuple(
        replace(each, occupants=tuple(chance.sample(each.occupants, len(each.occupants))))
        for each in chance.sample(night.rooms, len(night.rooms))
    )
    assert plan_of(replace(night, newcomers=tuple(newcomers), rooms=rooms)) == plan_of(night)


@pytest.mark.parametrize("seed", range(120))
def test_the_other_choices_are_legal_while_everybody_else_stays(seed: int) -> None:
    night = large_night(seed) if seed >= 100 else small_night(2000 + seed)
    if seed % 2:
        night = with_needs(night, seed)
    made = plan_of(night)
    for each in made.proposed:
        assert len(each.others) <= 3
        assert len(each.bed.reasons if each.bed else ()) <= 3
        mine = each.bed.room_id if each.bed else None
        assert mine not in {other.room_id for other in each.others}
        for other in each.others:
            moved = tuple(replace(one, bed=other) if one is each else one for one in made.proposed)
            steps = _some_order(night, replace(made, proposed=moved))
            assert steps is not None, seed


def _some_order(night: ANight, made: Plan) -> tuple | None:
    left = [each.person_id for each in made.proposed if each.bed]
    order: list = []
    while left:
        for person_id in left:
            tried = tuple(each for each in made.proposed if each.person_id in {*order, person_id})
            try:
                check_legal(night, replace(made, proposed=tried, order=(*order, person_id)))
            except AssertionError:
                continue
            order.append(person_id)
            left.remove(person_id)
            break
        else:
            return None
    return tuple(order)


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


def test_nobody_waits() -> None:
    made = plan([], [room(101)])
    assert (made.proposed, made.order, made.proven) == ((), (), True)


def test_who_has_a_bed_is_not_given_another() -> None:
    made = plan([someone(1, 30, has_bed=True)], [room(101)])
    assert places(made) == {}


@pytest.mark.parametrize("seed", range(10))
def test_forty_at_once_get_a_legal_plan(seed: int) -> None:
    night = large_night(seed, people=40, full=0.6 if seed % 2 else 0.9)
    if seed > 5:
        night = with_needs(night, seed)
    made = plan_of(night)
    house = check_legal(night, made)
    guests = {each.person_id: each.guest for each in night.newcomers}
    for each in made.proposed:
        if each.bed is None:
            guest = guests[each.person_id]
            assert not any(
                why_not(guest, bed, where, TODAY, night.kin).allowed
                for where in house
                for bed in where.free_beds
            )
    assert plan_of(replace(night, rooms=night.rooms[::-1])) == made


def test_portions_come_close_to_the_best_and_never_beyond(monkeypatch: pytest.MonkeyPatch) -> None:
    nights = [large_night(seed, people=12, full=0.8) for seed in range(12)]
    best = [plan_of(night) for night in nights]
    monkeypatch.setattr(assign, "MOST_PEOPLE", 0)
    portions = [plan_of(night) for night in nights]
    for night, one, other in zip(nights, best, portions, strict=True):
        check_legal(night, other)
        assert not other.proven
        assert other.worth <= one.worth
        assert astuple(other.worth)[:3] == astuple(one.worth)[:3]
    assert sum(a.worth == b.worth for a, b in zip(best, portions, strict=True)) >= 6


def test_a_hall_with_too_many_teams_is_planned_in_portions() -> None:
    women = [someone(1 + at, 20 + at) for at in range(13)]
    hall = room(101, Side.ADULT, beds=8)
    more = tuple(replace(bed, bed_id=uid(900 + at)) for at, bed in enumerate(hall.beds))
    night = ANight(waiting(*women), (replace(hall, beds=hall.beds + more),), Kin())
    made = plan_of(night)
    check_legal(night, made)
    assert (made.worth.everybody, made.proven) == (13, False)


@pytest.mark.parametrize("seed", range(10))
def test_a_limit_of_work_leaves_a_legal_plan_that_says_so(seed: int) -> None:
    night = large_night(seed, full=0.9)
    best, made = plan_of(night), plan_of(night, most_work=0)
    check_legal(night, made)
    assert made.worth <= best.worth
    assert made.worth == best.worth or not made.proven
