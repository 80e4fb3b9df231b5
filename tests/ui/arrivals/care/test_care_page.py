# SPDX-License-Identifier: Apache-2.0
"""Choosing somebody present, her care, her papers; the roll-call of the house."""

import io

import pytest
from pypdf import PdfReader

from app.ui.arrivals.care.care_page import CarePage
from app.ui.dormitory.beds.view import DormitoryView
from app.ui.widgets.paper_dialog import PaperDialog
from tests.ui.widgets.screens import button_named, open_screen, rows


@pytest.fixture
def page(qtbot, at_work, settle, shelter):
    shelter.girl = shelter.arrive("Kenanga", "12")
    shelter.place(shelter.girl.person_id, "201-A")

    def show(login="dewi"):
        made = CarePage(at_work(login))
        open_screen(qtbot, made)
        made.reload()
        settle()
        return made

    return show


def paper(qtbot, around):
    """Return the words of the paper that is shown, and close it."""
    qtbot.waitUntil(lambda: bool(around.findChildren(PaperDialog)), timeout=10_000)
    (dialog,) = around.findChildren(PaperDialog)
    words = PdfReader(io.BytesIO(dialog.paper.content)).pages[0].extract_text()
    title = dialog.windowTitle()
    qtbot.waitUntil(dialog.isVisible, timeout=5000)
    dialog.reject()
    qtbot.waitUntil(lambda: not around.findChildren(PaperDialog), timeout=5000)
    return title, words


def test_care_opens_for_the_person_chosen(page, shelter):
    shown = page()
    assert rows(shown.people) == [f"Ke** · {shelter.girl.number}"]
    assert not shown.receipt_button.isEnabled()
    shown.people.setCurrentRow(0)
    assert shown.care.arrival_id == shelter.girl.arrival_id


@pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)
def test_receipt_and_card_are_shown_before_they_are_printed(page, qtbot, settle):
    shown = page()
    shown.people.setCurrentRow(0)
    settle()
    shown.receipt_button.click()
    settle()
    title, words = paper(qtbot, shown)
    assert (title, "TANDA TERIMA" in words, "Kenanga" in words) == ("Receipt – Teduh", True, True)
    shown.card_button.click()
    settle()
    title, words = paper(qtbot, shown)
    assert (title, "Kenanga" in words) == ("Dormitory card – Teduh", True)
    assert "REG-" not in words


def test_a_caretaker_prints_cards_and_no_receipts(page):
    shown = page("rina")
    assert shown.receipt_button.parent() is None
    assert shown.card_button.parent() is not None


@pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)
def test_the_fire_roll_call_names_everybody(page, qtbot, at_work, settle):
    page()
    board = DormitoryView(at_work("rina"))
    open_screen(qtbot, board)
    button_named(board, "Fire roll-call").click()
    settle()
    title, words = paper(qtbot, board)
    assert (title, "Kenanga" in words) == ("Fire roll-call – Teduh", True)
