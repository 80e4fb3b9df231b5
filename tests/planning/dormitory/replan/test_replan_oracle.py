# SPDX-License-Identifier: Apache-2.0
"""On small tangled houses the planner is as good as looking at every plan."""

import pytest

from app.planning.dormitory.replan.search import replan
from tests.planning.dormitory.replan.replan_oracle import ReplanOracle
from tests.planning.dormitory.replan.tangles import tangle

HOUSES, PART = 360, 60
SEEN_WRONG = (588, 599, 698, 789, 895, 1266, 2348, 2455, 8922, 17847, 19092)
"""Houses on which the planner, or a release of its solver, was wrong once."""


def same_as_exhaustive(seed: int) -> bool:
    """Say whether somebody has to move in this house at all."""
    facts, goal = tangle(seed)
    plan = replan(facts, goal)
    torn, *costs = ReplanOracle(facts, goal).best()
    assert (torn, list(plan.levels)) == (0, costs), f"house {seed}"
    assert plan.proven, f"house {seed}"
    return plan.levels.moved > 0


@pytest.mark.parametrize("first", range(0, HOUSES, PART))
def test_the_plan_equals_exhaustive_search(first: int) -> None:
    moved = [same_as_exhaustive(seed) for seed in range(first, first + PART)]
    assert any(moved)


@pytest.mark.long
@pytest.mark.parametrize("first", range(20_000, 22_000, 100))
def test_many_more_plans_equal_exhaustive_search(first: int) -> None:
    moved = [same_as_exhaustive(seed) for seed in range(first, first + 100)]
    assert any(moved)


def test_houses_that_once_were_planned_wrongly() -> None:
    moved = [same_as_exhaustive(seed) for seed in SEEN_WRONG]
    assert any(moved)
