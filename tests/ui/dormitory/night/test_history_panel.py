# SPDX-License-Identifier: Apache-2.0
"""Past nights, turned one by one or typed, and the room plan on paper."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from app.policies.reasons import Reason
from app.services.dormitory.beds.place import PlaceClient, move_client
from app.ui.dormitory.beds.view import DormitoryView
from app.ui.dormitory.night.history_panel import HistoryPanel
from app.ui.texts import words
from tests.ui.arrivals.care.test_care_page import paper
from tests.ui.widgets.screens import (
    button_named,
    open_screen,
    press,
)

Key = Qt.Key


def cells(table) -> list[list[str]]:
    return [
        [table.item(at, place).text() for place in range(table.columnCount())]
        for at in range(table.rowCount())
    ]


def test_nights_are_turned_one_by_one(panel, shelter, clock, settle) -> None:
    woman = shelter.arrive("Bunga", "30").person_id
    shelter.place(woman, "101-A", by="rina")
    clock.move(days=1)
    shelter.act(move_client, PlaceClient(woman, shelter.bed_id("102-B")))
    made = panel(HistoryPanel, "ani")
    assert made.day == date(2026, 11, 23)
    assert cells(made.table)[0][:4] == ["Lantai 1 Dewasa", "101", "A", "Bu** 2611-001"]
    assert cells(made.table)[0][6] == "Rina"
    assert cells(made.table)[1][3] == "empty"
    assert made.count.text() == "Sheltered: 1, without a bed: 0."
    made.table.setFocus()
    press(made.table, Key.Key_PageDown)
    settle()
    assert cells(made.table)[1][:4] == ["Lantai 1 Dewasa", "102", "B", "Bu** 2611-001"]
    assert made.count.text().startswith("This night is not over")
    assert not made.next_button.isEnabled()
    press(made.table, Key.Key_PageDown)
    settle()
    assert made.day == date(2026, 11, 24)
    press(made.table, Key.Key_PageUp, Key.Key_PageUp)
    settle()
    assert made.day == date(2026, 11, 22)
    assert {row[3] for row in cells(made.table)} == {"empty"}
    made.last_button.click()
    settle()
    assert made.day == date(2026, 11, 23)
    made._workplace.set_masking(False)
    assert cells(made.table)[0][3] == "Bunga"


@pytest.mark.parametrize(
    ("typed", "problem", "day"),
    [
        ("20/11", None, date(2026, 11, 20)),
        ("1/1/1990", None, date(1990, 1, 1)),
        ("kemarin", Reason.DATE_IMPOSSIBLE, date(2026, 11, 22)),
        ("31/2/2026", Reason.DATE_IMPOSSIBLE, date(2026, 11, 22)),
        ("24/11/2026", Reason.NIGHT_AHEAD, date(2026, 11, 22)),
        ("", None, date(2026, 11, 22)),
    ],
)
def test_a_night_is_typed(panel, settle, typed, problem, day) -> None:
    made = panel(HistoryPanel)
    made.typed.setText(typed)
    made.typed.returnPressed.emit()
    settle()
    assert made.day == day
    assert made.field.problem == (words(problem) if problem else "")
    assert made.typed.text() == typed


@pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)
def test_the_room_plan_is_shown_before_it_is_printed(
    shelter, bunga, qtbot, at_work, settle
) -> None:
    made = DormitoryView(at_work("rina"))
    open_screen(qtbot, made)
    button_named(made, "Room plan").click()
    settle()
    title, told = paper(qtbot, made)
    assert (title, "Bunga" in told) == ("Room plan – Teduh", True)
