# SPDX-License-Identifier: Apache-2.0
"""The bench of the joint proposal measures the house it says, beside the rules alone."""

import pytest

from app.devtools.bench import proposing


def test_twelve_newcomers_and_two_hundred_beds() -> None:
    night = proposing.busy_night(3)
    assert night == proposing.busy_night(3) != proposing.busy_night(4)
    assert len(night.newcomers) == 12
    assert sum(len(room.beds) for room in night.rooms) == 200
    assert 130 < sum(len(room.occupants) for room in night.rooms) < 175
    assert night.kin.mothers
    assert night.kin.for_tonight


def test_the_line_has_a_limit_in_milliseconds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(proposing, "_NIGHTS", 1)
    monkeypatch.setattr(proposing, "_REPEATS", 1)
    (line,) = proposing.measure()
    assert (line.name, line.unit, line.limit) == ("propose_12.value", "ms", 150)
    assert line.value > line.baseline > 0
