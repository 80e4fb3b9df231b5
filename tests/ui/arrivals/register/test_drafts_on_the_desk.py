# SPDX-License-Identifier: Apache-2.0
"""Drafts on the desk: after a crash, put away, dropped, kept when another one comes."""

import pytest
from PySide6.QtCore import Qt

from app.services.arrivals.desk.desk import queue_tonight
from app.services.arrivals.register.drafts import drafts_waiting, open_draft
from app.ui.arrivals.register.register import RegisterPanel
from tests.ui.widgets.screens import (
    counted,
    open_screen,
    press,
    rows,
    write,
)


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ("Kenanga", "name"),
        ("Kenanga\tp\tdua belas", "age"),
        ("Kenanga\tp\t12\t\tp\t\t\t\tlh\t2", "accompanied"),
        ("Kenanga\tp\t12\t\tp\t\t\t\tlh\t2\t\ty", "threatened"),
    ],
)
def test_after_a_crash_typing_goes_on_in_the_same_field(
    qtbot, at_work, panel, shelter, settle, typed, field
):
    write(panel, typed)
    qtbot.waitUntil(lambda: panel.saved, timeout=3000)
    before = panel.fields.form()
    again = RegisterPanel(at_work())
    open_screen(qtbot, again)
    (draft,) = shelter.ask(drafts_waiting)
    again.resume(draft.draft_id)
    settle()
    assert again.fields.form() == before
    assert again.fields.focused() == field
    again.save_button.click()
    settle()
    if "dua belas" not in typed:
        assert shelter.ask(drafts_waiting) == ()
        assert len(shelter.ask(queue_tonight)) == 1


def test_escape_keeps_the_form_as_a_draft_on_top_of_the_queue(desk, shelter, settle):
    shelter.arrive("Melur", "34")
    at = desk()
    write(at, "Kenanga")
    at.leave()
    settle()
    assert at.register.blank
    assert rows(at.queue.list)[0] == "01.50  Draft by Dewi\nContinue"
    at.queue.list.setCurrentRow(0)
    at.queue.list.setFocus()
    press(at, Qt.Key.Key_Return)
    settle()
    assert at.register.fields.name.text() == "Kenanga"


def test_a_dropped_draft_comes_back_by_undo(desk, shelter, settle):
    at = desk()
    write(at, "Kenanga\tp")
    dropped = counted(at.register.discarded)
    at.register.discard_button.click()
    settle()
    assert (at.register.blank, len(dropped), shelter.ask(drafts_waiting)) == (True, 1, ())
    undone, failed = [], []
    at._workplace.undo(at, undone.append, failed.append)
    settle()
    assert (undone, failed) == (["Dropping the draft of 01.50"], [])
    (draft,) = shelter.ask(drafts_waiting)
    form = shelter.act(open_draft, draft.draft_id).value.form
    assert (form.name, form.sex.is_given) == ("Kenanga", True)


def test_a_new_arrival_keeps_the_half_typed_one_as_a_draft(desk, shelter, settle):
    at = desk()
    write(at, "Kenanga")
    at.new_arrival()
    settle()
    assert at.register.blank
    assert len(shelter.ask(drafts_waiting)) == 1
