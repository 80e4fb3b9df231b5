# SPDX-License-Identifier: Apache-2.0
"""The list half of a list-and-form screen: lines, none, and the acts on the chosen one."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from app.ui.widgets.listing import Listing
from tests.ui.widgets.screens import open_screen, rows

A_GAP = 24
"""Pixels that a heading and the sentence beneath it may lie apart."""


def same(one: str, other: str) -> bool:
    return one == other


def a_listing(qtbot, looks) -> Listing:
    made = Listing("Who is out", "Nobody is out.", QPushButton("She is back"), None, titled=True)
    open_screen(qtbot, made)
    return made


def test_without_lines_one_sentence_stands_right_beneath_the_heading(qtbot, looks) -> None:
    made = a_listing(qtbot, looks)
    assert (made.none.isVisible(), made.list.isVisible()) == (True, False)
    assert made.findChild(QPushButton).isHidden() is False
    assert not made.findChild(QPushButton).isVisible()
    assert made.none.geometry().top() - made.title.geometry().bottom() < A_GAP
    assert made.title.geometry().top() < A_GAP


def test_lines_take_the_room_and_bring_their_acts(qtbot, looks) -> None:
    made = a_listing(qtbot, looks)
    made.list.fill([("Bunga · 101-A", "bunga"), ("Melati", "melati")], same)
    assert rows(made.list) == ["Bunga · 101-A", "Melati"]
    assert (made.none.isVisible(), made.list.chosen) == (False, "bunga")
    assert made.findChild(QPushButton).isVisible()
    assert made.list.height() > made.height() // 2


def test_the_cursor_stays_on_whom_it_was_on(qtbot, looks) -> None:
    made = a_listing(qtbot, looks)
    made.list.fill([("Bunga", "bunga"), ("Melati", "melati")], same)
    made.list.setCurrentRow(1)
    made.list.fill([("Anggrek", "anggrek"), ("Bunga", "bunga"), ("Melati", "melati")], same)
    assert made.list.chosen == "melati"
    made.list.fill([], same)
    assert made.list.chosen is None


def test_enter_opens_and_del_takes_off(qtbot, looks) -> None:
    made = a_listing(qtbot, looks)
    made.list.fill([("Bunga", "bunga")], same)
    made.list.setFocus()
    with qtbot.waitSignal(made.list.opened):
        qtbot.keyClick(made.list, Qt.Key.Key_Return)
    with qtbot.waitSignal(made.list.drop_wanted):
        qtbot.keyClick(made.list, Qt.Key.Key_Delete)
