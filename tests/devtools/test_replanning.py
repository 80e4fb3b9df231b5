# SPDX-License-Identifier: Apache-2.0
"""The bench of the re-planning measures the house it says, beside the rules alone."""

from dataclasses import replace

import pytest

from app.devtools.bench import replanning
from app.planning.dormitory.replan.check import against
from app.planning.dormitory.replan.facts import House
from app.planning.dormitory.replan.search import replan


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


def test_the_line_has_a_limit_in_milliseconds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(replanning, "_HOUSES", 1)
    (line,) = replanning.measure()
    assert (line.name, line.unit, line.limit) == ("replan_200.value", "ms", 2000)
    assert line.value > line.baseline > 0


@pytest.mark.parametrize(
    ("said", "enough"),
    [
        ({"proven": True}, True),
        ({"gap": 3}, True),
        ({"more": 1}, True),
        ({"together": 1}, True),
        ({}, False),
    ],
)
def test_a_plan_without_a_proof_has_to_say_what_it_may_miss(said: dict, enough: bool) -> None:
    house = replanning.crowded(0)
    plan = replan(House((), (), house.today), replanning.goals(house)[0])
    unknown = replace(plan, **{"proven": False, "gap": None, "more": 0, "together": 0, **said})
    assert replanning.stated(unknown) is enough
