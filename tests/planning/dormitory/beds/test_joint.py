# SPDX-License-Identifier: Apache-2.0
"""The joint proposal: as good as looking at every plan, legal, the same on every PC."""

import random
from collections.abc import Callable, Sequence
from dataclasses import astuple, replace

import pytest

from app.planning.dormitory.beds import assign
from app.planning.dormitory.beds.joint import Plan, propose
from app.policies.dormitory.beds.facts import Room, Side
from app.policies.dormitory.beds.kin import Kin
from app.policies.dormitory.beds.pairs import why_not_together
from app.policies.dormitory.beds.rooming import why_not
from tests.helpers.ages import TODAY
from tests.planning.dormitory.beds.oracle import Oracle
from tests.planning.dormitory.nights import (
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
@pytest.mark.parametrize(
    "batch", [*range(8), *(pytest.param(n, marks=pytest.mark.long) for n in range(8, 20))]
)
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


def test_nobody_waits() -> None:
    made = plan([], [room(101)])
    assert (made.proposed, made.order, made.proven) == ((), (), True)


def test_who_has_a_bed_is_not_given_another() -> None:
    made = plan([someone(1, 30, has_bed=True)], [room(101)])
    assert places(made) == {}


@pytest.mark.parametrize(
    "seed",
    [0, 1, 6, 7, *(pytest.param(n, marks=pytest.mark.long) for n in (2, 3, 4, 5, *range(8, 40)))],
)
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
