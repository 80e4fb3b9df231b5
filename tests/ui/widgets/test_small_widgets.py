# SPDX-License-Identifier: Apache-2.0
"""Fields, banners, chips and papers by themselves."""

import stat
import sys

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from app.policies.answers import Answer, AnswerState, given
from app.policies.people.age import TreatedAs
from app.services.arrivals.desk.papers import entries_paper
from app.services.staff.setup import shelter_facts
from app.ui.widgets.age_chip import AgeChip, treatment_text
from app.ui.widgets.banner import Banner
from app.ui.widgets.choice import Choice, ChoiceRow
from app.ui.widgets.field import Field, line
from app.ui.widgets.paper import PaperView
from tests.conftest import a_form
from tests.ui.widgets.screens import button_named, counted, open_screen, press


@pytest.fixture
def paper(qtbot, shelter):
    with shelter.house.database.reading() as session:
        facts = shelter_facts(session)
    made = PaperView()
    qtbot.addWidget(made)
    made.show_paper(entries_paper(shelter.house, facts, a_form(), training=False))
    return made


def test_a_field_binds_its_label_its_problem_and_its_editor(qtbot):
    editor = line()
    field = Field("Age", editor)
    qtbot.addWidget(field)
    assert (editor.accessibleName(), field.label.buddy()) == ("Age", editor)
    field.show_problem("Write a number.")
    assert (field.problem, editor.accessibleDescription()) == ("Write a number.", "Write a number.")
    field.show_problem("")
    assert (field.problem, editor.accessibleDescription()) == ("", "")


def test_a_banner_goes_when_its_button_is_pressed_and_does_it_once(qtbot, looks):
    page = QWidget()
    qtbot.addWidget(page)
    banner = Banner(looks)
    banner.setParent(page)
    done = []
    banner.say("stop", "The disk is full.", "Try again", lambda: done.append(1))
    assert banner.text == "The disk is full."
    button_named(banner, "Try again").click()
    assert (done, banner.text) == ([1], "")
    banner.say("info", "Nothing to do.")
    with pytest.raises(LookupError):
        button_named(banner, "Try again")


@pytest.mark.parametrize(
    ("treated", "presumed", "text"),
    [
        (TreatedAs.CHILD, False, "CHILD"),
        (TreatedAs.CHILD, True, "CHILD (PRESUMED)"),
        (TreatedAs.ADULT, False, "Adult"),
    ],
)
def test_a_treatment_is_a_word_not_only_a_colour(qapp, treated, presumed, text):
    chip = AgeChip()
    chip.show_treatment(treated, presumed=presumed)
    assert chip.text() == treatment_text(treated, presumed=presumed) == text
    chip.show_nothing()
    assert chip.text() == "no age yet"


@pytest.mark.parametrize(
    "answer",
    [
        Answer(),
        given("a"),
        given("b"),
        Answer(AnswerState.UNKNOWN),
        Answer(AnswerState.DECLINED),
    ],
)
def test_a_row_gives_back_the_answer_it_was_given(qtbot, answer):
    row = ChoiceRow("Letter", (Choice("a", "A", "a"), Choice("b", "B", "b")))
    qtbot.addWidget(row)
    row.set_answer(answer)
    assert row.answer() == answer


def test_a_row_without_open_answers_always_keeps_one(qtbot):
    row = ChoiceRow("Letter", (Choice("a", "A", "a"), Choice("b", "B", "b")), open_answers=False)
    open_screen(qtbot, row)
    row.set_answer(given("a"))
    row.setFocus()
    changes = counted(row.changed)
    press(row, "a")
    assert row.answer() == given("a")
    press(row, "b")
    assert row.answer() == given("b")
    assert changes


def test_a_paper_is_shown_saved_for_this_user_only_and_drawn(paper, tmp_path):
    assert paper.pages == 1
    path = paper.save_to(tmp_path / "papers", "serah-terima")
    assert path.read_bytes() == paper.content
    assert path.name == "serah-terima.pdf"
    if sys.platform != "win32":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    picture = paper.picture(0, QSize(300, 300))
    assert (picture.height(), picture.width() < 300) == (300, True)
    dark = sum(
        picture.pixelColor(x, y).lightness() < 128
        for x in range(0, picture.width(), 2)
        for y in range(0, picture.height(), 2)
    )
    assert dark > 20
