# SPDX-License-Identifier: Apache-2.0
"""The arrival book on screen: a period, a search, a count in words, names masked."""

from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt

from app.policies.people.departures import Outcome
from app.services.dormitory.away.vacate import Vacate, vacate_bed
from app.ui.arrivals.desk.book import BookPanel
from tests.conftest import Shelter
from tests.ui.widgets.screens import (
    button_named,
    heard,
    keep_fresh,
    open_screen,
    press,
    tells,
    unnamed,
)

TODAY = date(2026, 11, 24)
Key = Qt.Key


@pytest.fixture
def book(qtbot, at_work, settle):
    def open_panel(login: str = "dewi") -> BookPanel:
        workplace = at_work(login)
        made = BookPanel(workplace)
        keep_fresh(made, workplace)
        open_screen(qtbot, made)
        settle()
        return made

    return open_panel


def arrive_earlier(shelter: Shelter, days: int, name: str) -> None:
    shelter.clock.move(days=-days)
    shelter.arrive(name)
    shelter.clock.move(days=days)


def column(panel: BookPanel, at: int) -> list[str]:
    return [panel.table.item(row, at).text() for row in range(panel.table.rowCount())]


def test_it_opens_with_the_last_seven_days_newest_first(shelter, book) -> None:
    for days, name in ((7, "Lama"), (6, "Melati"), (0, "Kenanga")):
        arrive_earlier(shelter, days, name)
    panel = book()
    assert panel.question.first_day == date(2026, 11, 18)
    assert column(panel, 2) == ["Ke**", "Me**"]
    assert column(panel, 0) == ["24 Nov 2026 01.50", "18 Nov 2026 01.50"]
    assert column(panel, 3) == ["CHILD", "CHILD"]
    assert column(panel, 4) == ["Police · Polres Bogor"] * 2
    assert panel.count.text() == "2 arrivals."
    assert unnamed(panel) == []


def test_names_are_shown_when_masking_ends(shelter, book) -> None:
    shelter.arrive("Kenanga")
    panel = book()
    assert not tells(panel, "Kenanga")
    panel._workplace.set_masking(False)
    assert column(panel, 2) == ["Kenanga"]


def test_quick_buttons_and_days_change_the_period(shelter, book, settle, qtbot) -> None:
    for days, name in ((20, "Anggrek"), (3, "Melati"), (0, "Kenanga")):
        arrive_earlier(shelter, days, name)
    panel = book()
    button_named(panel, "Today").click()
    settle()
    assert column(panel, 2) == ["Ke**"]
    assert panel.count.text() == "1 arrival."
    button_named(panel, "This month").click()
    settle()
    assert column(panel, 2) == ["Ke**", "Me**", "An**"]
    button_named(panel, "7 days").click()
    settle()
    assert column(panel, 2) == ["Ke**", "Me**"]
    panel.last.setDate(QDate(2026, 11, 21))
    qtbot.waitUntil(lambda: column(panel, 2) == ["Me**"], timeout=5000)
    panel.first.setDate(QDate(2026, 11, 22))
    qtbot.waitUntil(lambda: panel.count.text().startswith("The first day"), timeout=5000)
    assert not panel.table.isVisible()


def test_an_empty_period_and_an_empty_search_say_so(shelter, book, settle, qtbot) -> None:
    panel = book()
    assert panel.count.text() == "Nobody arrived in this period."
    assert not panel.table.isVisible()
    shelter.arrive("Soekarti")
    panel.text.setFocus()
    press(panel, *"sukart")
    press(panel, Key.Key_Return)
    settle()
    assert column(panel, 2) == ["So**"]
    press(panel, "x")
    qtbot.waitUntil(lambda: panel.count.text().startswith("Nothing found"), timeout=5000)


def test_enter_opens_the_arrival_under_the_cursor(shelter, book) -> None:
    first, second = shelter.arrive("Kenanga"), shelter.arrive("Melati")
    panel = book()
    opened = heard(panel.arrival_chosen)
    panel.table.setFocus()
    press(panel, Key.Key_Return, Key.Key_Down, Key.Key_Return)
    button_named(panel, "Open arrival").click()
    assert opened == [second.arrival_id, first.arrival_id, first.arrival_id]


def test_a_new_arrival_comes_in_and_the_cursor_stays(shelter, book, settle) -> None:
    shelter.arrive("Kenanga")
    shelter.arrive("Melati")
    panel = book()
    panel.table.setCurrentCell(1, 0)
    shelter.arrive("Anggrek")
    panel.reload()
    settle()
    assert column(panel, 2) == ["An**", "Me**", "Ke**"]
    assert panel.table.currentRow() == 2


def test_the_secretariat_reads_a_count_and_no_line(shelter, book) -> None:
    shelter.arrive("Kenanga")
    shelter.arrive("Melati")
    panel = book("eko")
    assert panel.count.text() == "2 arrivals."
    assert not panel.table.isVisible()
    assert not panel.text_field.isVisible()
    assert panel.table.rowCount() == 0


def test_more_than_two_hundred_are_said(shelter, book) -> None:
    for place in range(201):
        shelter.arrive(f"Klien {place}")
    panel = book()
    assert panel.count.text().startswith("The newest 200 of 201 arrivals.")
    assert panel.table.rowCount() == 200


def test_who_has_left_stays_in_the_book_with_her_day(shelter, book, settle) -> None:
    arrived = shelter.arrive("Kenanga", "30")
    panel = book()
    done = shelter.act(vacate_bed, Vacate(arrived.person_id, Outcome.OWN_WISH, "", ""))
    panel.reload()
    settle()
    assert column(panel, 2) == ["Ke** · left 24 Nov 2026"]
    shelter.act(done.inverse.act, done.inverse.command)
    panel.reload()
    settle()
    assert column(panel, 2) == ["Ke**"]
