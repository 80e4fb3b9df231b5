# SPDX-License-Identifier: Apache-2.0
"""The bench: what it judges, what it writes, and that it measures what it says."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from app.clock import now
from app.config import ROOT, Paths
from app.devtools.bench import desk, finding, run, saving
from app.devtools.bench.child import child
from app.devtools.bench.names import names
from app.devtools.bench.verdict import Limits, Line, judge, table
from app.services.acts import execute
from app.services.arrivals.register.register import RegisterArrival, register_arrival
from app.services.search.index import find
from app.services.staff.opening import sign_in
from app.services.staff.training import found_training, published_password

KEYS = ["name", "value", "unit", "baseline", "ratio", "limit", "ok"]


@pytest.fixture(scope="module")
def practice(tmp_path_factory: pytest.TempPathFactory) -> Paths:
    paths = Paths(tmp_path_factory.mktemp("practice"))
    found_training(paths.training, now)
    return paths


@pytest.mark.parametrize(
    ("limits", "value", "baseline", "limit", "ok"),
    [
        (Limits.RATIO, 16.0, 10.0, 1.6, True),
        (Limits.RATIO, 16.1, 10.0, 1.6, False),
        (Limits.VALUE, 10.0, 0.1, 10.0, True),
        (Limits.VALUE, 10.1, 100.0, 10.0, False),
    ],
)
def test_a_line_is_judged_by_what_its_limit_speaks_of(
    limits: Limits, value: float, baseline: float, limit: float, ok: bool
) -> None:
    line = judge("thing", limits, value, baseline, "ms", limit)
    assert line == Line(f"thing.{limits}", value, "ms", baseline, value / baseline, limit, ok)


@pytest.mark.parametrize("baseline", [0.0, -1.0])
def test_without_a_baseline_there_is_no_verdict(baseline: float) -> None:
    with pytest.raises(ValueError, match="nothing to compare"):
        judge("thing", Limits.VALUE, 1, baseline, "ms", 1)


GOOD = judge("good", Limits.RATIO, 1, 1, "ms", 2)
SLOW = judge("slow", Limits.VALUE, 3, 1, "ms", 2)


@pytest.mark.parametrize(("lines", "code"), [((GOOD,), 0), ((GOOD, SLOW), 1), ((SLOW,), 1)])
def test_one_line_over_its_limit_makes_the_exit_code(
    lines: tuple[Line, ...], code: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "build" / "bench.json"
    assert run.report(iter(lines), target) == code
    written = json.loads(target.read_text("utf-8"))
    assert [list(line) for line in written] == [KEYS] * len(lines)
    assert [line["ok"] for line in written] == [line.ok for line in lines]
    assert ("OVER" in capsys.readouterr().out) == bool(code)


def test_without_a_target_nothing_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run.report((GOOD,), None) == 0
    assert list(tmp_path.iterdir()) == []
    assert capsys.readouterr().out.strip() == table((GOOD,)).strip()


def test_the_bare_side_writes_the_rows_the_program_writes(practice: Paths, tmp_path: Path) -> None:
    paths = saving.copied(practice.training, tmp_path / "bare")
    bare = saving.Bare(paths)
    before = bare.counts()
    bare.save("Kenanga")
    after_bare = bare.counts()
    opened = sign_in(paths, saving.LOGIN, published_password(), now)
    command = RegisterArrival(saving.form("Zubaedah"))
    settled = bare.counts()
    execute(opened.house, opened.actor, register_arrival, command)
    after_program = bare.counts()
    opened.house.database.close()
    bare.connection.close()
    ours = {table: after_program[table] - settled[table] for table in settled}
    theirs = {table: after_bare[table] - before[table] for table in before}
    assert ours == theirs
    assert {"person", "age_statement", "arrival", "task", "audit_entry", "audit_payload"} == {
        table for table, rows in ours.items() if rows
    }


def test_both_lines_of_saving_come_from_one_measurement(practice: Paths) -> None:
    ratio, value = saving.measure(practice.training, saves=3)
    assert (ratio.name, value.name) == ("save_arrival.ratio", "save_arrival.value")
    assert (ratio.value, ratio.baseline) == (value.value, value.baseline)
    assert (ratio.limit, value.limit) == (6, 10)


def test_twenty_thousand_names_are_different_and_found() -> None:
    assert len(set(names(20_000))) == 20_000
    assert list(names(50)) == list(names(50))
    index = finding.people(2_000)
    wanted = index.results[777]
    assert wanted in find(index, wanted.label)
    assert find(index, wanted.detail)[0] == wanted
    assert wanted in find(index, wanted.label.replace("u", "oe"))


def test_every_keystroke_is_measured_beside_its_bare_pass() -> None:
    costs = list(finding.keystrokes(finding.people(50), ("Siti", "204")))
    assert [cost.typed for cost in costs] == ["S", "Si", "Sit", "Siti", "2", "20", "204"]
    assert all(cost.ours > 0 and cost.bare > 0 for cost in costs)


def test_a_child_is_timed_weighed_and_let_go() -> None:
    with child("bare_window") as process:
        assert process.said == "painted"
        assert process.seconds > 0
        assert process.megabytes() > 1
    assert process.process.returncode == 0


def test_a_child_that_dies_says_why() -> None:
    with pytest.raises(RuntimeError, match="No module named"), child("no_such_window"):
        raise AssertionError


def test_the_measuring_process_has_no_qt_of_its_own() -> None:
    script = "import sys, app.devtools.bench.run; sys.exit('PySide6' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=False).returncode == 0


def test_the_login_window_is_painted_on_the_real_way(practice: Paths) -> None:
    with child("login_window", practice.training.data) as process:
        assert process.said == "painted"


def test_the_desk_is_reached_on_the_real_way(practice: Paths) -> None:
    opened = desk.open_desk(practice)
    assert opened.seconds > 0
    assert opened.megabytes > 1
