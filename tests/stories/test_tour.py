# SPDX-License-Identifier: Apache-2.0
"""The main job once through the real window: a power cut, two beds, a refusal, a handover."""

import io
import json
import re
import sys
from pathlib import Path

import pytest
from pypdf import PdfReader

from app.cli import main
from app.config import Paths
from app.devtools import doctor
from tests.helpers.pc import IN_JAKARTA

INVENTED = (b"Kenanga", b"Soekarti", b"Tjahyani", b"Ratna Wulandari")


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Run the tour once."""
    folder = tmp_path_factory.mktemp("tour")
    assert main(["tour", "--out", str(folder)]) == 0, (folder / "tour.json").read_text("utf-8")
    return folder


def test_the_tour_goes_through_and_counts_few_keys(out: Path) -> None:
    told = json.loads((out / "tour.json").read_text("utf-8"))
    assert told["ok"]
    assert told["killed_and_resumed"]
    assert 10 <= told["keystrokes"]["one_arrival"] <= 25
    assert len(told["steps"]) >= 30
    names = {step["name"] for step in told["steps"]}
    assert {
        "which-day-is-it",
        "beds-for-who-may-be-a-woman",
        "watch-round-overdue",
        "large-house-proven",
    } <= names
    assert all((out / step["picture"]).stat().st_size > 3000 for step in told["steps"])


def test_its_papers_are_complete(out: Path) -> None:
    (recovery,) = out.glob("*-recovery-sheet.pdf")
    (handover,) = out.glob("*-handover.pdf")
    words = PdfReader(io.BytesIO(recovery.read_bytes())).pages[0].extract_text()
    assert "LEMBAR PEMULIHAN" in words
    sheet = PdfReader(io.BytesIO(handover.read_bytes()))
    said = sheet.pages[0].extract_text()
    assert len(sheet.pages) == 1
    assert "LATIHAN – BUKAN DATA NYATA" in said
    assert re.search(r"\b20[1-5]-[A-D]\b", said)
    assert "Putaran pengawasan" in said
    assert "Soekarti" not in said


def test_doctor_finds_the_training_shelter_whole(out: Path, capsys: pytest.CaptureFixture) -> None:
    assert doctor.main(Paths(out / "data"), training=True, pc=IN_JAKARTA) == 0
    assert "FAIL" not in capsys.readouterr().out


def test_no_name_stands_in_plain_on_the_disk(out: Path) -> None:
    files = [path for path in (out / "data").rglob("*") if path.is_file()]
    assert any(path.name == "teduh.db" for path in files)
    for path in files:
        content = path.read_bytes()
        assert not any(name in content for name in INVENTED), path.name


def test_without_a_screen_the_window_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert main([]) == 1
    assert "tidak ada layar" in capsys.readouterr().err
