# SPDX-License-Identifier: Apache-2.0
"""Running the examination: where login and password come from, training, no traceback."""

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from app.clock import now
from app.config import ROOT, Paths
from app.devtools import doctor
from app.services.staff.training import found_training
from tests.conftest import PASSWORD
from tests.devtools.test_doctor import found, state
from tests.helpers.pc import IN_JAKARTA


def spoken(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], typed: str, paths: Paths
) -> tuple[int, list[str]]:
    monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
    code = doctor.main(paths, training=False, pc=IN_JAKARTA)
    return code, capsys.readouterr().out.splitlines()


def test_login_and_password_come_from_standard_input(
    lived: Paths, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out = spoken(monkeypatch, capsys, f"eko\n{PASSWORD}\n", lived)
    assert code == 0
    assert all(line.startswith("ok  ") for line in out)
    assert len(out) == 8 + len(doctor.Check)


@pytest.mark.parametrize("typed", ["", "ratna\n", "ratna\nsalah\n", f"tamu\n{PASSWORD}\n"])
def test_a_wrong_password_exits_with_one_and_counts_nothing(
    paths: Paths,
    typed: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    code, out = spoken(monkeypatch, capsys, typed, paths)
    assert code == 1
    assert out[-1].startswith("FAIL password")
    assert not paths.attempts.exists()


def test_somebody_who_has_to_wait_waits_here_too(paths: Paths) -> None:
    moment = now()
    paths.attempts.write_text(json.dumps({"ratna": [20, moment.isoformat()]}), "utf-8")
    last = list(found(paths).values())[-1]
    assert last.name == "password"
    assert "tunggu" in last.said


@pytest.fixture(scope="module")
def practice(tmp_path_factory: pytest.TempPathFactory) -> Paths:
    paths = Paths(tmp_path_factory.mktemp("practice"))
    found_training(paths.training, now)
    return paths


def test_training_asks_nothing_and_needs_no_backup(
    practice: Paths, capsys: pytest.CaptureFixture[str]
) -> None:
    before = state(practice.data)
    assert doctor.main(practice, training=True, pc=IN_JAKARTA) == 0
    assert doctor.main(practice.training, training=True, pc=IN_JAKARTA) == 0
    assert "FAIL" not in capsys.readouterr().out
    assert state(practice.data) == before


def test_training_refuses_a_real_shelter(paths: Paths) -> None:
    last = list(found(paths, training=True).values())[-1]
    assert (last.name, last.ok) == ("kind", False)


def test_the_command_never_shows_a_traceback(tmp_path: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "app", "doctor", "--data", str(tmp_path / "nothing")],
        cwd=ROOT,
        input="",
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert run.returncode == 1
    assert run.stdout.startswith("FAIL vault")
    assert run.stderr == ""
    assert not (tmp_path / "nothing").exists()
