# SPDX-License-Identifier: Apache-2.0
"""Every word of a screen has an Indonesian translation, and the built catalogue holds it."""

import ast
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit

from app.config import ROOT
from app.devtools.strings import BUILT, CATALOGUE, build, collect
from app.ui.i18n import Language, Languages
from app.ui.qt_words import QT_WORDS

SCREENS = sorted((ROOT / "app" / "ui").rglob("*.py"))
TRANSLATING = {"tr": 0, "translate": 1, "QT_TRANSLATE_NOOP": 1}


def messages(catalogue: Path) -> list[tuple[str, str, str, bool]]:
    """Return context, source, translation, and whether it is finished."""
    found = []
    for context in ElementTree.parse(catalogue).getroot().iter("context"):  # noqa: S314
        for message in context.iter("message"):
            target = message.find("translation")
            assert target is not None
            found.append(
                (
                    context.findtext("name", ""),
                    message.findtext("source", ""),
                    target.text or "",
                    target.get("type") is None,
                )
            )
    return found


def calls(path: Path) -> Iterator[tuple[int, ast.expr]]:
    """Yield line and text argument of every call that translates."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call):
            called = node.func
            name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
            at = TRANSLATING.get(name)
            if at is not None and len(node.args) > at:
                yield node.lineno, node.args[at]


def test_only_literals_are_translated():
    """An f-string or a sum is collected by no tool and never translated, silently."""
    bad = []
    for path in SCREENS:
        for line, text in calls(path):
            literal = isinstance(text, ast.Constant) and isinstance(text.value, str)
            inside_words = path.parent.name == "texts" and isinstance(text, ast.Subscript)
            if not literal and not inside_words:
                bad.append(f"{path.relative_to(ROOT)}:{line}")
    assert bad == []


def test_catalogue_holds_exactly_the_words_of_the_screens(tmp_path):
    fresh = tmp_path / CATALOGUE.name
    shutil.copyfile(CATALOGUE, fresh)
    collect(fresh)
    kept = {(context, source) for context, source, _, _ in messages(CATALOGUE)}
    wanted = {(context, source) for context, source, _, _ in messages(fresh)}
    assert wanted - kept == set(), "run python -m app.devtools.strings"
    assert kept - wanted == set(), "run python -m app.devtools.strings"


def test_collecting_finds_what_the_screens_say(tmp_path):
    """lupdate reads less than Python does (a class it cannot parse is lost without a word)."""
    spoken = {
        text.value for path in SCREENS for _, text in calls(path) if isinstance(text, ast.Constant)
    }
    assert spoken - {source for _, source, _, _ in messages(CATALOGUE)} == set()


def test_everything_is_translated():
    assert [m[:2] for m in messages(CATALOGUE) if not m[3] or not m[2].strip()] == []


def test_translations_keep_placeholders_and_mnemonics():
    wrong = [
        (source, target)
        for _, source, target, _ in messages(CATALOGUE)
        if sorted(re.findall(r"\{\d\}|%\d|%n", source))
        != sorted(re.findall(r"\{\d\}|%\d|%n", target))
        or (source.count("&") < target.count("&") and "&" in source)
    ]
    assert wrong == []


def test_translations_follow_the_voice():
    """ux §11.5: no begging, no apology, no accusing words."""
    avoided = re.compile(
        r"\b(mohon|silakan|maaf|korban|pelaku|kabur|gagal|error|yakin|tidak valid)\b", re.IGNORECASE
    )
    assert [target for _, _, target, _ in messages(CATALOGUE) if avoided.search(target)] == []


def test_built_catalogue_is_up_to_date(tmp_path):
    fresh = tmp_path / BUILT.name
    build(fresh)
    assert fresh.read_bytes() == BUILT.read_bytes(), "run python -m app.devtools.strings"


@pytest.fixture
def languages(qapp: QApplication) -> Iterator[Languages]:
    """Return the languages; English again afterwards."""
    switch = Languages(qapp)
    yield switch
    switch.speak(Language.EN)


def test_language_switches_while_running(qapp, languages):
    languages.speak(Language.ID)
    assert qapp.translate("DormitoryView", "Board") == "Denah"
    languages.speak(Language.EN)
    assert qapp.translate("DormitoryView", "Board") == "Board"


def test_menu_of_a_line_speaks_indonesian(qtbot, languages):
    languages.speak(Language.ID)
    line = QLineEdit("x")
    qtbot.addWidget(line)
    menu = line.createStandardContextMenu()
    qtbot.addWidget(menu)
    shown = {action.text().split("\t")[0].replace("&", "") for action in menu.actions()}
    assert {"Urungkan", "Ulangi", "Potong", "Salin", "Tempel", "Hapus", "Pilih semua"} <= shown


@pytest.mark.parametrize("context", sorted(QT_WORDS))
def test_qt_words_are_translated(qapp, languages, context):
    languages.speak(Language.ID)
    same = {"OK", "Printer"}
    english = [
        text
        for text in QT_WORDS[context]
        if text not in same and qapp.translate(context, text) == text
    ]
    assert english == []
