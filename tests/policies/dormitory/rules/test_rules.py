# SPDX-License-Identifier: Apache-2.0
"""The settings of the rooming rules: thresholds, which are on, which two people approve."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.policies.dormitory.rules.needs import MOST_WATCH, House, Needs
from app.policies.dormitory.rules.settings import (
    PROPOSED,
    SEPARATION,
    RoomingRules,
    capacity,
    changed,
    needs_two,
    out_of_range,
    under,
)
from app.policies.reasons import Reason
from tests.policies.dormitory.houses import needs, uid


def test_the_proposed_sop_separates_watches_and_counts_the_floor() -> None:
    assert RoomingRules() == PROPOSED
    assert (PROPOSED.houses_apart, PROPOSED.exploited_apart) == (True, True)
    assert (PROPOSED.near_from, PROPOSED.company_from) == (2, 3)
    assert PROPOSED.space_dm2 == 350
    assert out_of_range(PROPOSED) == {}


@pytest.mark.parametrize(
    ("watch", "near", "company"),
    [(0, False, False), (1, False, False), (2, True, False), (3, True, True)],
)
def test_watch_levels_by_the_proposed_thresholds(watch: int, near: bool, company: bool) -> None:
    seen = under(PROPOSED, Needs(), watch)
    assert (seen.near, seen.company) == (near, company)


@pytest.mark.parametrize(
    ("rules", "watch", "near", "company"),
    [
        (RoomingRules(near_from=1), 1, True, False),
        (RoomingRules(near_from=4, company_from=4), 3, False, False),
        (RoomingRules(near_from=3, company_from=1), 2, False, True),
    ],
)
def test_thresholds_move_and_four_switches_a_watch_rule_off(
    rules: RoomingRules, watch: int, near: bool, company: bool
) -> None:
    seen = under(rules, Needs(), watch)
    assert (seen.near, seen.company) == (near, company)


@pytest.mark.parametrize(
    ("up_to", "years", "grown"),
    [(9, 9, False), (9, 10, True), (0, 0, False), (0, 1, True), (17, 17, False), (9, None, False)],
)
def test_boys_up_to_an_age(up_to: int, years: int | None, grown: bool) -> None:
    seen = under(RoomingRules(boys_up_to=up_to), Needs(), 0, years)
    assert seen.grown_boy is grown


def test_a_rule_that_is_off_leaves_no_fact_to_judge() -> None:
    noted = Needs(house=House.PSKW, exploited=True)
    assert under(PROPOSED, noted, 0).house is House.PSKW
    assert under(replace(PROPOSED, houses_apart=False), noted, 0).house is None
    assert under(replace(PROPOSED, houses_apart=False), noted, 0).exploited is True
    assert under(replace(PROPOSED, exploited_apart=False), noted, 0).exploited is None
    assert under(replace(PROPOSED, exploited_apart=False), noted, 0).house is House.PSKW


any_rules = st.builds(
    RoomingRules,
    st.booleans(),
    st.booleans(),
    st.integers(0, 17),
    st.one_of(st.just(0), st.integers(200, 1200)),
    st.integers(1, 4),
    st.integers(1, 4),
    st.booleans(),
)


@given(any_rules, needs, st.integers(0, MOST_WATCH), st.one_of(st.none(), st.integers(0, 17)))
def test_no_setting_touches_who_is_kept_apart_or_what_her_body_needs(
    rules: RoomingRules, noted: Needs, watch: int, boy: int | None
) -> None:
    seen = under(rules, replace(noted, apart_from=frozenset({uid(5)})), watch, boy)
    assert seen.apart_from == {uid(5)}
    assert (seen.own_room, seen.step_free, seen.lower_bunk) == (
        noted.own_room,
        noted.step_free,
        noted.lower_bunk,
    )


@given(any_rules)
def test_rules_within_range_are_within_range(rules: RoomingRules) -> None:
    assert out_of_range(rules) == {}


@pytest.mark.parametrize(
    ("rules", "problem"),
    [
        ({"boys_up_to": -1}, {"boys_up_to": Reason.BOYS_LIMIT}),
        ({"boys_up_to": 18}, {"boys_up_to": Reason.BOYS_LIMIT}),
        ({"space_dm2": 199}, {"space_dm2": Reason.SPACE_LIMIT}),
        ({"space_dm2": 1201}, {"space_dm2": Reason.SPACE_LIMIT}),
        ({"space_dm2": -1}, {"space_dm2": Reason.SPACE_LIMIT}),
        ({"space_dm2": 0}, {}),
        ({"near_from": 0}, {"near_from": Reason.WATCH_LIMIT}),
        ({"company_from": 5}, {"company_from": Reason.WATCH_LIMIT}),
        (
            {"boys_up_to": 99, "near_from": 9},
            {"boys_up_to": Reason.BOYS_LIMIT, "near_from": Reason.WATCH_LIMIT},
        ),
    ],
)
def test_what_cannot_be_set(rules: dict, problem: dict) -> None:
    assert out_of_range(RoomingRules(**rules)) == problem


@pytest.mark.parametrize(
    ("area", "space", "most"),
    [
        (1400, 350, 4),
        (1399, 350, 3),
        (1400, 450, 3),
        (349, 350, 0),
        (0, 350, 0),
        (1400, 0, None),
    ],
)
def test_how_many_a_floor_is_for(area: int, space: int, most: int | None) -> None:
    assert capacity(RoomingRules(space_dm2=space), area) == most


@pytest.mark.parametrize(
    ("change", "two"),
    [
        ({"houses_apart": False}, True),
        ({"exploited_apart": False}, True),
        ({"boys_up_to": 10}, True),
        ({"space_dm2": 450}, False),
        ({"near_from": 1}, False),
        ({"company_from": 2}, False),
        ({"caretaker_expected": False}, False),
        ({"space_dm2": 450, "houses_apart": False}, True),
        ({}, False),
    ],
)
def test_two_people_approve_a_change_of_separation_in_either_direction(
    change: dict, two: bool
) -> None:
    other = replace(PROPOSED, **change)
    assert changed(PROPOSED, other) == set(change)
    assert needs_two(PROPOSED, other) is two
    assert needs_two(other, PROPOSED) is two
    assert set(RoomingRules.__slots__) > SEPARATION
