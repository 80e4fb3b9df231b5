# SPDX-License-Identifier: Apache-2.0
"""Registering: one field is enough, bad input gets one sentence, typing is never lost."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication
from sqlalchemy import select

from app.models.people.person import Person
from app.policies.reasons import Reason
from app.services.arrivals.desk.desk import queue_tonight
from app.services.arrivals.register.complete import open_arrival
from app.services.arrivals.register.drafts import drafts_waiting, open_draft
from app.ui.arrivals.register.draft_keeper import AUTOSAVE_MILLISECONDS
from app.ui.arrivals.register.register import RegisterPanel
from app.ui.texts import words
from tests.ui.widgets.screens import (
    heard,
    open_screen,
    outcomes,
    press,
    tells,
    told,
    write,
)

TAB = Qt.Key.Key_Tab
LONG = "Siti " * 60


def problems_on(panel):
    return {name: field.problem for name, field in panel.fields.fields.items() if field.problem}


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("name", "Kenanga"),
        ("name", "?"),
        ("sex", "p"),
        ("sex", "?"),
        ("age", "12"),
        ("age", "?"),
        ("came_by", "r"),
        ("urgent", "t"),
        ("accompanied", "2"),
        ("threatened", "!"),
    ],
)
def test_any_one_filled_field_is_enough(panel, shelter, settle, field, typed):
    saved = heard(panel.registered)
    panel.fields.focus(field)
    write(panel, typed)
    panel.save_button.click()
    settle()
    assert len(saved) == 1
    assert [line.number for line in shelter.ask(queue_tonight)] == [saved[0].number]
    assert panel.blank


def test_another_language_alone_is_enough(panel, shelter, settle):
    panel.fields.focus("language")
    press(panel, *[Qt.Key.Key_Backspace] * 12)
    write(panel, "Nias")
    panel.save_button.click()
    settle()
    assert len(shelter.ask(queue_tonight)) == 1


def test_nothing_filled_gives_one_sentence_and_saves_nothing(panel, shelter, settle):
    saved = heard(panel.registered)
    panel.save_button.click()
    settle()
    sentence = "Fill in one thing: a name, a description, or an estimated age."
    assert problems_on(panel) == {"name": sentence}
    assert told(panel).count(sentence) >= 1
    assert (saved, shelter.ask(queue_tonight)) == ([], ())


BAD = [
    ("age", "dua belas", Reason.AGE_UNREADABLE),
    ("age", "-3", Reason.AGE_NEGATIVE),
    ("age", "200", Reason.AGE_IMPOSSIBLE),
    ("age", "25-11-2026", Reason.BIRTH_IN_FUTURE),
    ("age", "31-11-2026", Reason.DATE_IMPOSSIBLE),
    ("name", LONG, Reason.NAME_TOO_LONG),
    ("accompanied", "x", Reason.COUNT_UNREADABLE),
    ("accompanied", "31", Reason.COUNT_UNREADABLE),
    ("language", "bahasa " * 9, Reason.TEXT_TOO_LONG),
]


@pytest.mark.parametrize(("field", "typed", "reason"), BAD)
def test_bad_input_gets_one_sentence_at_its_field_and_stays(
    panel, shelter, settle, field, typed, reason
):
    panel.fields.focus("sex")
    press(panel, "p")
    panel.fields.focus(field)
    getattr(panel.fields, field).clear()
    write(panel, typed)
    panel.save_button.click()
    settle()
    assert problems_on(panel) == {field: words(reason)}
    assert getattr(panel.fields, field).text() == typed
    assert panel.fields.focused() == field
    assert panel.fields.form().sex.is_given
    assert panel.banner.text == ""
    assert shelter.ask(queue_tonight) == ()
    assert outcomes(shelter.house)[-1] == ("register_arrival", "refused")
    assert panel.save_button.isEnabled()


@pytest.mark.parametrize(("field", "typed", "reason"), BAD)
def test_the_sentence_is_told_to_a_screen_reader_at_the_line_itself(
    panel, settle, field, typed, reason
):
    panel.fields.focus(field)
    write(panel, typed)
    panel.save_button.click()
    settle()
    assert getattr(panel.fields, field).accessibleDescription() == words(reason)


def test_the_sentence_goes_when_the_age_is_put_right(panel, shelter, settle):
    panel.fields.focus("age")
    write(panel, "200")
    panel.save_button.click()
    settle()
    press(panel, Qt.Key.Key_Backspace)
    assert problems_on(panel) == {}
    panel.save_button.click()
    settle()
    assert len(shelter.ask(queue_tonight)) == 1


def test_what_was_refused_is_still_autosaved(qtbot, panel, settle):
    panel.fields.focus("age")
    write(panel, "200")
    panel.save()
    settle()
    assert problems_on(panel)
    qtbot.waitUntil(lambda: panel.saved, timeout=10_000)


@pytest.mark.parametrize(
    ("pasted", "kept"),
    [
        ("Siti", "Siti"),
        ("Bunga 🌸 👩\u200d👧", "Bunga 🌸 👩\u200d👧"),
        ("Robert'); DROP TABLE person;--", "Robert'); DROP TABLE person;--"),
        ("نور الهدى", "نور الهدى"),
        ("نور and Siti", "نور and Siti"),
        ("Siti\nAminah\r\n", "Siti Aminah"),
        ("沈美玲", "沈美玲"),
        ("?!", "?!"),
    ],
)
def test_a_name_of_any_kind_is_pasted_saved_and_comes_back(panel, shelter, settle, pasted, kept):
    saved = heard(panel.registered)
    QApplication.clipboard().setText(pasted)
    press(panel, Qt.Key.Key_V, held=Qt.KeyboardModifier.ControlModifier)
    panel.save_button.click()
    settle()
    assert [line.name for line in shelter.ask(queue_tonight)] == [kept]
    panel.complete(saved[0].arrival_id)
    settle()
    assert panel.fields.name.text() == kept


def test_held_keys_do_not_register_her_twice(panel, shelter, settle):
    write(panel, "Kenanga")
    panel.save()
    panel.save()
    settle()
    assert len(shelter.ask(queue_tonight)) == 1


def test_a_lock_right_after_saving_leaves_no_draft_behind(panel, shelter, settle):
    write(panel, "Kenanga")
    panel.save()
    panel.autosave()
    settle()
    assert len(shelter.ask(queue_tonight)) == 1
    assert shelter.ask(drafts_waiting) == ()


def test_steady_typing_is_kept_while_it_goes_on(qtbot, panel, shelter):
    """Keys never put the autosave off: it runs at most that long after the first of them."""
    assert AUTOSAVE_MILLISECONDS < 2000
    press(panel, "a")
    qtbot.waitUntil(
        lambda: panel.keeper.timer.remainingTime() < AUTOSAVE_MILLISECONDS, timeout=5000
    )
    before = panel.keeper.timer.remainingTime()
    press(panel, "b")
    assert 0 <= panel.keeper.timer.remainingTime() <= before
    typing = QTimer(panel, interval=100)
    typing.timeout.connect(lambda: press(panel, "a"))
    typing.start()
    qtbot.waitUntil(lambda: bool(shelter.ask(drafts_waiting)), timeout=10_000)
    typing.stop()
    qtbot.waitUntil(lambda: panel.saved, timeout=10_000)
    (draft,) = shelter.ask(drafts_waiting)
    assert shelter.act(open_draft, draft.draft_id).value.form.name == panel.fields.name.text()


def test_leaving_a_line_saves_at_once(panel, shelter, settle):
    write(panel, "Kenanga")
    press(panel, TAB)
    settle()
    assert panel.saved
    (draft,) = shelter.ask(drafts_waiting)
    assert shelter.act(open_draft, draft.draft_id).value.form.name == "Kenanga"


def test_a_chosen_answer_is_kept_by_itself_too(qtbot, panel):
    panel.fields.focus("sex")
    press(panel, "p")
    qtbot.waitUntil(lambda: panel.saved, timeout=10_000)


def test_an_untouched_form_leaves_no_draft(panel, shelter, settle):
    press(panel, TAB, TAB, TAB)
    settle()
    assert shelter.ask(drafts_waiting) == ()


def test_text_that_is_stored_is_the_text_that_was_typed(panel, shelter, settle):
    write(panel, "Kenanga\tp\t12 tahun")
    panel.save_button.click()
    settle()
    with shelter.house.database.reading() as session:
        person = session.execute(select(Person)).scalar_one()
    assert (person.called_name, person.age_text) == ("Kenanga", "12 tahun")
    (line,) = shelter.ask(queue_tonight)
    assert shelter.act(open_arrival, line.arrival_id).value.form.age_text == "12 tahun"


def test_a_post_that_only_completes_is_told_where_to_begin(qtbot, at_work):
    made = RegisterPanel(at_work("ani"))
    open_screen(qtbot, made)
    assert not made.isEnabled()
    assert tells(made, "Choose an arrival in the queue to complete it.")
