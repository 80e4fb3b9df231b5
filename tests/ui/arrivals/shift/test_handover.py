# SPDX-License-Identifier: Apache-2.0
"""The handover on screen: one page, a note that is kept, two officers who confirm."""

import io

import pytest
from pypdf import PdfReader

from app.services.arrivals.shift.shifts import shift_now, start_shift
from app.ui.arrivals.shift.handover import HandoverView
from tests.conftest import PASSWORD
from tests.ui.widgets.screens import heard, keep_fresh, open_screen, outcomes, tells


@pytest.fixture
def view(qtbot, at_work, shelter, settle):
    shelter.act(start_shift, None)

    def show(login="dewi"):
        workplace = at_work(login)
        made = HandoverView(workplace)
        keep_fresh(made, workplace)
        open_screen(qtbot, made)
        settle()
        return made

    return show


@pytest.fixture
def noted(qtbot, settle):
    def write_note(view, text):
        view.note.setPlainText(text)
        qtbot.waitUntil(lambda: not view.pending, timeout=3000)
        settle()

    return write_note


def sheet(view):
    reader = PdfReader(io.BytesIO(view.paper.content))
    return " ".join(page.extract_text() for page in reader.pages)


def officers(view):
    return [view.incoming.itemData(at) for at in range(view.incoming.count())]


def confirm(view, login, password=PASSWORD):
    view.incoming.setCurrentIndex(view.incoming.findData(login))
    view.password.setText(password)
    view.confirm_button.click()


def test_one_page_is_previewed_with_codes_until_names_are_ticked(view, shelter, settle):
    girl = shelter.arrive("Kenanga", "12")
    made = view()
    assert made.paper.pages == 1
    assert girl.number in sheet(made)
    assert "Kenanga" not in sheet(made)
    made.names.setChecked(True)
    settle()
    assert "Kenanga" in sheet(made)
    made.names.setChecked(False)
    settle()
    assert "Kenanga" not in sheet(made)


def test_the_note_is_kept_by_itself_and_stands_on_the_sheet(view, shelter, noted):
    made = view()
    noted(made, "Air di lantai 2 kecil.")
    assert shelter.ask(shift_now).note == "Air di lantai 2 kecil."
    assert "Air di lantai 2 kecil." in sheet(made)


def test_a_kept_note_is_there_again_after_a_restart(view, noted):
    noted(view(), "Kunci di laci.")
    assert view().note.toPlainText() == "Kunci di laci."


def test_601_characters_get_a_sentence_at_the_note_and_stay(view, shelter, noted):
    made = view()
    noted(made, "a" * 601)
    assert made.note_field.problem == "Shorten this text."
    assert made.note.toPlainText() == "a" * 601
    assert shelter.ask(shift_now).note == ""
    noted(made, "a" * 600)
    assert made.note_field.problem == ""
    assert shelter.ask(shift_now).note == "a" * 600


def test_a_note_that_is_too_long_hands_nothing_over(view, shelter, settle, noted):
    made = view()
    noted(made, "a" * 601)
    confirm(made, "sri")
    settle()
    assert made.note_field.problem == "Shorten this text."
    assert made._workplace.actor.login == "dewi"
    assert shelter.ask(shift_now).officer == "Dewi"


def test_neither_oneself_nor_who_cannot_take_a_watch_is_offered(view):
    assert sorted(officers(view())) == ["ani", "hendra", "ratna", "sri"]


def test_a_wrong_password_is_said_at_the_password_and_closes_nothing(view, shelter, settle):
    made = view()
    done = heard(made.handed_over)
    confirm(made, "sri", "salah sekali ini")
    settle()
    assert made.password_field.problem == "Login and password do not match."
    assert made.password.text() == ""
    assert (done, shelter.ask(shift_now).officer) == ([], "Dewi")
    assert outcomes(shelter.house)[-1] == ("sign_in", "refused")
    assert made.confirm_button.isEnabled()


def test_without_a_password_nothing_is_tried(view, shelter, settle):
    made = view()
    before = outcomes(shelter.house)
    confirm(made, "sri", "")
    settle()
    assert made.password_field.problem == "The incoming officer types her password."
    assert outcomes(shelter.house) == before


def test_confirming_closes_the_watch_and_the_next_officer_begins_hers(
    view, shelter, settle, noted, clock
):
    made = view()
    noted(made, "Air kecil.")
    first = shelter.ask(shift_now)
    done = heard(made.handed_over)
    clock.move(hours=5)
    confirm(made, "sri")
    settle()
    following = shelter.ask(shift_now)
    assert len(done) == 1
    assert (following.officer, following.note) == ("Sri", "")
    assert following.shift_id != first.shift_id
    assert made._workplace.actor.login == "sri"
    assert made.note.toPlainText() == ""
    assert "sri" not in officers(made)
    assert "dewi" in officers(made)


def test_a_note_typed_just_before_confirming_is_the_old_watches_note(qtbot, view, shelter, settle):
    made = view()
    made.note.setPlainText("Air kecil.")
    confirm(made, "sri")
    settle()
    assert "hand_over" in {act for act, _ in outcomes(shelter.house)}
    qtbot.waitUntil(lambda: not made.pending, timeout=3000)
    settle()
    after = [act for act, _ in outcomes(shelter.house)]
    assert shelter.ask(shift_now).note == ""
    assert "write_note" not in after[after.index("hand_over") :]


def test_without_a_watch_it_says_so_and_offers_no_confirming(qtbot, at_work, settle):
    workplace = at_work()
    made = HandoverView(workplace)
    keep_fresh(made, workplace)
    open_screen(qtbot, made)
    settle()
    assert tells(made, "No shift has been started. Start the shift first.")
    assert not made.confirm_button.isEnabled()
    assert made.paper.pages == 0
