# SPDX-License-Identifier: Apache-2.0
"""The house rules that a machine can check."""

import ast
import re
import subprocess
import sys
from enum import StrEnum
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.config import RESOURCES, ROOT
from app.devtools import strings
from app.ui.texts import WORDS
from app.ui.theme.style import sheet_words
from app.ui.theme.tokens import Theme, contrast, tokens

APP = sorted((ROOT / "app").rglob("*.py"))
SCREENS = sorted((ROOT / "app" / "ui").rglob("*.py"))


def run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=110
    )


def tool(name: str) -> str:
    return str(Path(sys.executable).with_name(name))


def test_import_contracts() -> None:
    done = run(tool("lint-imports"), "--no-cache")
    assert done.returncode == 0, done.stdout


def test_types() -> None:
    done = run(sys.executable, "-m", "mypy")
    assert done.returncode == 0, done.stdout


def test_style() -> None:
    assert run(tool("ruff"), "check", ".").returncode == 0
    assert run(tool("ruff"), "format", "--check", ".").returncode == 0


@pytest.mark.parametrize("path", APP, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_file_does_one_thing(path: Path) -> None:
    text = path.read_text("utf-8")
    assert text.startswith("# SPDX-License-Identifier: Apache-2.0\n")
    assert len(text.splitlines()) <= 500
    assert not re.search(r"\b(TODO|FIXME|NotImplementedError)\b", text)


def test_one_finds_ones_way_in_every_folder() -> None:
    """Three words name a path: layer, slice, room; beyond 25 files a folder needs rooms."""
    for root in ("app", "tests"):
        for folder in [ROOT / root, *(p for p in (ROOT / root).rglob("*") if p.is_dir())]:
            assert len(list(folder.glob("*.py"))) <= 25, folder


@pytest.mark.parametrize("path", SCREENS, ids=lambda path: str(path.relative_to(ROOT)))
def test_looks_and_words_stand_in_one_place(path: Path) -> None:
    text = path.read_text("utf-8")
    if path.parent.name != "theme":
        assert "setStyleSheet" not in text
    for node in ast.walk(ast.parse(text)):
        called = node.func if isinstance(node, ast.Call) else None
        if isinstance(called, ast.Attribute) and called.attr in {"tr", "translate"}:
            assert not any(isinstance(each, ast.JoinedStr) for each in node.args)


def test_a_slice_never_imports_another_slices_screen() -> None:
    slices = {"arrivals", "dormitory", "roster", "staff"}
    for name in slices:
        for path in (ROOT / "app" / "ui" / name).rglob("*.py"):
            for other in slices - {name}:
                assert f"app.ui.{other}" not in path.read_text("utf-8")


def test_every_enum_member_on_a_screen_has_words() -> None:
    for enum, members in WORDS.items():
        assert issubclass(enum, StrEnum)
        assert set(members) == set(enum)


def test_every_word_is_translated_and_built(tmp_path: Path) -> None:
    fresh = tmp_path / "app_id.ts"
    fresh.write_bytes(strings.CATALOGUE.read_bytes())
    strings.collect(fresh)
    text = fresh.read_text("utf-8")
    assert "unfinished" not in text
    sources = sorted(re.findall(r"<source>(.*?)</source>", text, re.DOTALL))
    kept = strings.CATALOGUE.read_text("utf-8")
    assert sources == sorted(re.findall(r"<source>(.*?)</source>", kept, re.DOTALL))
    built = tmp_path / "app_id.qm"
    strings.build(built)
    assert built.read_bytes() == strings.BUILT.read_bytes()


def test_translations_keep_their_places() -> None:
    text = strings.CATALOGUE.read_text("utf-8")
    pairs = re.findall(r"<source>(.*?)</source>\s*<translation>(.*?)</translation>", text, re.S)
    assert len(pairs) > 300
    for source, translation in pairs:
        assert sorted(re.findall(r"\{\d\}", source)) == sorted(re.findall(r"\{\d\}", translation))


TEXT_PAIRS = [
    ("text", "surface"),
    ("text", "window"),
    ("muted", "raised"),
    ("muted", "window"),
    ("onPrimary", "primary"),
    ("onPrimary", "primaryHover"),
    ("text", "selection"),
    ("stop", "selection"),
    ("ok", "okBg"),
    ("warn", "warnBg"),
    ("stop", "stopBg"),
    ("info", "infoBg"),
    ("child", "childBg"),
    ("onSidebar", "sidebar"),
    ("onSidebar", "sidebarSel"),
    ("stop", "surface"),
    ("ok", "surface"),
    ("warn", "surface"),
]


@pytest.mark.parametrize("theme", list(Theme))
def test_contrast(theme: Theme) -> None:
    colours = tokens(theme)
    assert set(colours) == set(tokens(Theme.LIGHT))
    for front, back in TEXT_PAIRS:
        assert contrast(colours[front], colours[back]) >= 4.5, (front, back)
    for edge in ("borderStrong", "focus"):
        assert contrast(colours[edge], colours["window"]) >= 3


def test_the_style_sheet_is_short_and_names_known_colours(qapp: QApplication) -> None:
    sheet = (RESOURCES / "styles" / "app.qss").read_text("utf-8")
    assert len(sheet.splitlines()) <= 120
    assert "font-size" not in sheet
    for theme in Theme:
        words = sheet_words(theme, qapp.font())
        assert set(re.findall(r"@(\w+)", sheet)) <= set(words)
        assert Path(words["tick"]).is_file()


def test_nothing_vendored_without_its_licence() -> None:
    for folder in ("icons", "fonts"):
        assert (RESOURCES / folder / "LICENSE").exists()
        assert (RESOURCES / folder / "SOURCE").exists()


def test_tests_do_not_sleep_or_mock() -> None:
    words = ("time.slee" + "p", "qtbot.wai" + "t(", "MagicMoc" + "k", "pytest.ski" + "p")
    for path in (ROOT / "tests").rglob("*.py"):
        text = path.read_text("utf-8")
        assert not any(word in text for word in words), path
