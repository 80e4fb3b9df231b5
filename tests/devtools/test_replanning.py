# SPDX-License-Identifier: Apache-2.0
"""The bench of the re-planning measures the house it says, beside the rules alone."""

import pytest

from app.devtools.bench import replanning
from app.planning.dormitory.replan.check import against
from app.planning.dormitory.replan.search import replan
from app.planning.solver.turns import Effort

HASTE = Effort(work=0.01)


def test_two_hundred_residents_in_sixty_rooms_and_twelve_arrivals() -> None:
    house = replanning.crowded(1)
    assert house == replanning.crowded(1) != replanning.crowded(2)
    assert len(house.rooms) == 60
    assert sum(len(room.occupants) for room in house.rooms) == 200
    assert 212 < sum(len(room.beds) for room in house.rooms) < 230
    assert len(house.newcomers) == 12
    assert house.kin.mothers
    assert len(house.away) == 8
    assert against(house.rooms, house.today, house.kin)
    assert {goal.kind for goal in replanning.goals(house)} == set(replanning.GoalKind)


def test_ten_rooms_are_a_house_of_their_own() -> None:
    house = replanning.crowded(0, replanning.SMALL)
    assert len(house.rooms) == 10
    assert sum(len(room.occupants) for room in house.rooms) == 33
    assert against(house.rooms, house.today, house.kin)


@pytest.mark.long
def test_the_lines_have_limits_in_milliseconds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(replanning, "_HOUSES", 1)
    lines = list(replanning.measure())
    assert [(line.name, line.unit, line.limit) for line in lines] == [
        ("replan_200.value", "ms", 1500),
        ("replan_hardest.value", "ms", 5000),
        ("replan_10_rooms.value", "ms", 300),
    ]
    assert all(line.value > line.baseline > 0 for line in lines)


def test_a_plan_that_is_not_proven_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(replanning, "replan", lambda house, goal: replan(house, goal, HASTE))
    with pytest.raises(RuntimeError, match="not proven"):
        list(replanning.measure())
