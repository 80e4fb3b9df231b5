# SPDX-License-Identifier: Apache-2.0
"""``kill -9`` at any moment: everything acknowledged is there and the draft reopens.

The long run is ``python -m tests.helpers.killed --rounds 200``.
"""

from pathlib import Path

import pytest
from sqlalchemy import text

from app.services.staff.opening import close_house, sign_in
from tests.conftest import Founded
from tests.helpers.killed import Killer
from tests.helpers.killed_desk import LOGIN, NIGHT, PASSWORD, Ticking


@pytest.mark.parametrize("rounds", [5, pytest.param(20, marks=pytest.mark.long)])
def test_what_a_killed_desk_acknowledged_is_there_and_no_act_is_half(
    founded: Founded, tmp_path: Path, rounds: int
) -> None:
    report = Killer(founded.paths, tmp_path, seed=5).run(rounds=rounds)
    assert report.problems == []
    assert report.rounds >= rounds
    assert report.too_late <= 2
    assert {"keep_draft", "register_arrival", "place_client"} <= report.acknowledged.keys()
    assert report.drafts_reopened


def test_a_lost_draft_would_be_noticed(founded: Founded, tmp_path: Path) -> None:
    killer = Killer(founded.paths, tmp_path)
    typed = {"draft": "0" * 32, "entries": "{}", "focused": "name"}
    killer.ledger.note("keep_draft", typed)
    killer.check()
    (problem,) = killer.report.problems
    assert "drafts: acknowledged" in problem


@pytest.mark.parametrize(
    ("harm", "noticed"),
    [
        ("DELETE FROM task", "arrivals: acknowledged"),
        ("UPDATE arrival SET withdrawn_at = registered_at", "withdrawn arrivals without"),
    ],
)
def test_half_an_act_would_be_noticed(
    founded: Founded, tmp_path: Path, harm: str, noticed: str
) -> None:
    killer = Killer(founded.paths, tmp_path, seed=5)
    killer.crash("close")
    house = sign_in(killer.paths, LOGIN, PASSWORD, Ticking(NIGHT)).house
    with house.database.unit_of_work(NIGHT) as session:
        session.execute(text(harm))
    close_house(killer.paths, house)
    killer.ledger.note("sign_in", {})
    killer.check()
    assert any(noticed in problem for problem in killer.report.problems)
