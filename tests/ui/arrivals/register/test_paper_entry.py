# SPDX-License-Identifier: Apache-2.0
"""Copying a paper sheet: by keys alone, refused at the line, nothing lost in a crash."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from sqlalchemy import select

from app.models.arrivals.arrival import Arrival
from app.policies.arrivals.registration import ArrivalForm
from app.policies.reasons import Reason
from app.services.arrivals.desk.book import BookQuestion, book
from app.services.arrivals.desk.desk import queue_tonight
from app.services.arrivals.register.drafts import drafts_waiting
from app.services.arrivals.register.register import RegisterArrival, register_arrival
from app.ui.arrivals.register.register import RegisterPanel
from app.ui.texts import words
from tests.conftest import NIGHT, a_form
from tests.ui.widgets.screens import open_screen, press, tells, unnamed, write

TAB = Qt.Key.Key_Tab
CTRL = Qt.KeyboardModifier.ControlModifier
CAME = datetime(2026, 11, 23, 15, 30, tzinfo=UTC)


def copy_sheet(panel, number="K-17", arrived="22.30"):
    """Go from the last question to the lines of the sheet and fill them."""
    panel.fields.focus("threatened")
    press(panel, TAB, Qt.Key.Key_Space, TAB)
    write(panel, f"{number}\t{arrived}")


def stored(shelter):
    with shelter.house.database.reading() as session:
        return session.execute(select(Arrival)).scalars().all()


def test_the_lines_stand_at_the_end_and_only_when_wanted(panel):
    paper = panel.fields.paper
    assert not tells(panel, "Number of the sheet")
    panel.fields.focus("threatened")
    press(panel, TAB)
    assert paper.copied.hasFocus()
    press(panel, TAB)
    assert not paper.isAncestorOf(panel.window().focusWidget())
    paper.copied.setFocus()
    press(panel, Qt.Key.Key_Space, TAB)
    assert (tells(panel, "Number of the sheet"), panel.fields.focused()) == (True, "paper_number")
    press(panel, TAB)
    assert panel.fields.focused() == "arrived"
    assert unnamed(panel) == []


def test_a_sheet_typed_by_keys_keeps_both_times_and_its_number(panel, shelter, settle):
    write(panel, "Kenanga")
    copy_sheet(panel)
    panel.save()
    settle()
    (row,) = stored(shelter)
    assert (row.paper_number, row.arrived_at, row.registered_at) == ("K-17", CAME, NIGHT)
    assert panel.blank
    assert not panel.fields.paper.copied.isChecked()
    assert shelter.ask(drafts_waiting) == ()


def test_a_sheet_used_twice_is_told_at_its_number_and_everything_stays(panel, shelter, settle):
    shelter.act(register_arrival, RegisterArrival(a_form("Melur", paper_number="K-17")))
    write(panel, "Kenanga")
    copy_sheet(panel)
    before = panel.fields.form()
    panel.save_button.click()
    settle()
    number = panel.fields.fields["paper_number"]
    assert number.problem == words(Reason.PAPER_NUMBER_USED)
    assert panel.fields.paper.number.accessibleDescription() == number.problem
    assert panel.fields.focused() == "paper_number"
    assert (panel.fields.form().name, panel.fields.form().paper_number) == ("Kenanga", "K-17")
    assert before.arrived_text in panel.fields.form().arrived_text
    assert len(shelter.ask(queue_tonight)) == 1
    press(panel, Qt.Key.Key_End, "8")
    assert number.problem == ""
    panel.save_button.click()
    settle()
    assert len(shelter.ask(queue_tonight)) == 2


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("24/11 03.00", Reason.TIME_IN_FUTURE),
        ("20/11 03.00", Reason.ARRIVED_TOO_LONG_AGO),
        ("malam", Reason.TIME_UNREADABLE),
    ],
)
def test_a_time_that_cannot_be_is_told_at_its_line_and_stays(panel, shelter, settle, typed, reason):
    write(panel, "Kenanga")
    copy_sheet(panel, arrived=typed)
    panel.save()
    settle()
    assert panel.fields.fields["arrived"].problem == words(reason)
    assert panel.fields.focused() == "arrived"
    assert panel.fields.paper.arrived.text() == typed
    assert panel.fields.name.text() == "Kenanga"
    assert stored(shelter) == []


def test_on_leaving_an_hour_gets_the_day_it_means(qtbot, panel):
    copy_sheet(panel)
    assert panel.fields.form().arrived_text == "22.30"
    press(panel, TAB)
    assert panel.fields.form().arrived_text == "23/11 22.30"
    qtbot.waitUntil(lambda: panel.saved, timeout=3000)


def test_after_a_crash_the_sheet_goes_on_where_typing_stopped(
    qtbot, at_work, panel, shelter, settle
):
    copy_sheet(panel)
    qtbot.waitUntil(lambda: panel.saved, timeout=3000)
    shelter.clock.move(days=1)
    again = RegisterPanel(at_work())
    open_screen(qtbot, again)
    (draft,) = shelter.ask(drafts_waiting)
    again.resume(draft.draft_id)
    settle()
    assert again.fields.form() == ArrivalForm(
        age_basis=again.fields.form().age_basis, paper_number="K-17", arrived_text="23/11 22.30"
    )
    assert again.fields.focused() == "arrived"
    again.save()
    settle()
    (row,) = stored(shelter)
    assert (row.paper_number, row.arrived_at) == ("K-17", CAME)


def test_the_cursor_comes_back_into_an_empty_line_of_the_sheet(
    qtbot, at_work, panel, shelter, settle
):
    write(panel, "Kenanga")
    copy_sheet(panel, number="", arrived="")
    panel.fields.focus("paper_number")
    panel.fields.edited.emit()
    qtbot.waitUntil(lambda: panel.saved, timeout=3000)
    again = RegisterPanel(at_work())
    open_screen(qtbot, again)
    again.resume(shelter.ask(drafts_waiting)[0].draft_id)
    settle()
    assert again.fields.focused() == "paper_number"


def test_what_is_unticked_is_not_saved_and_comes_back_when_ticked_again(panel, shelter, settle):
    write(panel, "Kenanga")
    copy_sheet(panel)
    paper = panel.fields.paper
    paper.copied.click()
    assert (panel.fields.form().paper_number, panel.fields.form().arrived_text) == ("", "")
    paper.copied.click()
    assert panel.fields.form().paper_number == "K-17"
    paper.copied.click()
    panel.save()
    settle()
    (row,) = stored(shelter)
    assert (row.paper_number, row.arrived_at) == (None, NIGHT)


def test_completing_offers_no_sheet_and_leaves_the_stored_one(panel, shelter, settle):
    form = a_form("Kenanga", paper_number="K-17", arrived_text="22.30")
    arrival_id = shelter.act(register_arrival, RegisterArrival(form)).value.arrival_id
    copy_sheet(panel)
    panel.complete(arrival_id, "accompanied")
    settle()
    assert not tells(panel, "Copied from a paper sheet")
    write(panel, "2")
    panel.save()
    settle()
    (row,) = stored(shelter)
    assert (row.paper_number, row.arrived_at, row.accompanied) == ("K-17", CAME, 2)
    assert tells(panel, "Copied from a paper sheet")
    day = CAME.date()
    assert [line.paper_number for line in shelter.ask(book, BookQuestion(day, day)).lines] == [
        "K-17"
    ]


def test_ticking_brings_the_lines_into_sight_on_a_small_screen(qtbot, panel, settle):
    panel.setGeometry(0, 0, 700, 420)
    panel.fields.focus("threatened")
    press(panel, TAB, Qt.Key.Key_Space, TAB)
    settle()
    number = panel.fields.paper.number
    qtbot.waitUntil(lambda: number.visibleRegion().boundingRect() == number.rect(), timeout=3000)
    assert number.hasFocus()
