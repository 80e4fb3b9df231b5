# SPDX-License-Identifier: Apache-2.0
"""A watch round across lock, midnight and a PC whose clock somebody sets, in the whole window."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from app.clock import Timepiece
from app.services.dormitory.care.rounds import LookIn, look_in, watch_rounds
from app.services.dormitory.rules.needs import NoteNeeds, note_needs
from app.ui.login.clock_page import ClockPage
from app.ui.shell.main_page import MainPage
from tests.conftest import NIGHT, PASSWORD
from tests.helpers.pc import WrongPc
from tests.ui.login.test_clock import answer
from tests.ui.login.ways import idle, sign_in, wait_page
from tests.ui.widgets.screens import press, rows, tells

Key = Qt.Key
LATE_EVENING = NIGHT + timedelta(hours=22, minutes=5)
"""23.55 on 24 November in Jakarta."""


@pytest.fixture
def pc() -> WrongPc:
    return WrongPc(LATE_EVENING)


@pytest.fixture
def clock(pc: WrongPc) -> Timepiece:
    return pc.timepiece()


@pytest.fixture
def melati(shelter):
    person_id = shelter.arrive("Melati", "30").person_id
    shelter.place(person_id, "101-A")
    shelter.act(note_needs, NoteNeeds(person_id, None, 3, None, None, None))
    shelter.act(look_in, LookIn(person_id))
    return person_id


@pytest.fixture
def main(qtbot, shell, melati) -> MainPage:
    return sign_in(qtbot, shell)


def minutes_pass(pc, shell, minutes: float) -> None:
    """Let time pass, after which somebody touches a key."""
    pc.wait(minutes=minutes)
    press(shell.front, Key.Key_Control)
    shell.workplace.rounds.ticked.emit()


def somebody_sets(qtbot, pc, shell, **by: float) -> None:
    pc.set_to(pc.moment + timedelta(**by))
    shell.watch.check()
    assert not shell.locked
    shell.clock_watch.look()
    idle(qtbot, shell)


def round_of(main) -> str:
    (row,) = rows(main.desk.tonight.rounds.list)
    return row.splitlines()[1]


def unlock(qtbot, shell) -> None:
    page = shell.lock_page
    page.login.setCurrentIndex(page.login.findData("dewi"))
    page.password.setText(PASSWORD)
    page.unlock.click()
    idle(qtbot, shell)


def test_it_counts_on_beneath_the_veil_across_midnight_and_a_clock_that_is_set(
    qtbot, shell, main, pc, shelter, melati
) -> None:
    assert round_of(main) == "in 15 min"
    shell.lock()
    minutes_pass(pc, shell, 4)
    assert not shell.lock_page.rounds.isVisible()
    minutes_pass(pc, shell, 9)
    assert tells(shell.lock_page, "Watch rounds to be made now: 1")
    told = [label.text() for label in shell.lock_page.findChildren(QLabel)]
    assert not any("Me" in text or "101" in text for text in told)
    minutes_pass(pc, shell, 3)
    unlock(qtbot, shell)
    assert not shell.locked
    assert shelter.house.zone.local(pc.moment).hour == 0
    assert round_of(main) == "OVERDUE by 1 min"
    assert tells(main.shift_bar, "ROUNDS OVERDUE 1")
    assert main.sidebar.buttons["caretaking"].accessibleName() == "Caretaking   1"

    somebody_sets(qtbot, pc, shell, hours=3)
    main.bars.tick()
    idle(qtbot, shell)
    assert shell.workplace.now() == pc.moment
    assert round_of(main) == "OVERDUE by 1 min"

    minutes_pass(pc, shell, 2)
    somebody_sets(qtbot, pc, shell, hours=-5)
    answer(wait_page(qtbot, shell, ClockPage), "25/11/2026", "3.14")
    assert wait_page(qtbot, shell, MainPage) is main
    assert round_of(main) == "OVERDUE by 3 min"

    press(main, Key.Key_F7)
    idle(qtbot, shell)
    press(main, Key.Key_Space)
    idle(qtbot, shell)
    assert round_of(main) == "in 15 min"
    assert main.sidebar.buttons["caretaking"].accessibleName() == "Caretaking"
    minutes_pass(pc, shell, 16)
    assert round_of(main) == "OVERDUE by 1 min"
    (line,) = shelter.ask(watch_rounds).lines
    assert line.person_id == melati


def test_another_officer_and_another_language_find_the_same_countdown(
    qtbot, shell, main, pc, shelter
) -> None:
    minutes_pass(pc, shell, 10)
    somebody_sets(qtbot, pc, shell, hours=3)
    shell.workplace.become(shelter.actors["sri"])
    idle(qtbot, shell)
    assert round_of(shell.main) == "in 5 min"
    shell.switch_language()
    idle(qtbot, shell)
    assert round_of(shell.main) == "5 mnt lagi"


def test_a_post_that_looks_in_on_nobody_has_no_rounds_after_a_change_of_officer(
    qtbot, shell, main, shelter
) -> None:
    for login in ("eko", "tania"):
        shell.workplace.become(shelter.actors[login])
        idle(qtbot, shell)
        assert shell.workplace.rounds.running == ()


def test_a_caretaker_goes_to_her_rounds_by_one_key(qtbot, shell, melati) -> None:
    main = sign_in(qtbot, shell, "rina")
    press(main, Key.Key_F7)
    idle(qtbot, shell)
    panel = main.views["caretaking"].show_panel("MustKnowPanel")
    assert panel.rounds.list.hasFocus()
    press(main, Key.Key_Space)
    idle(qtbot, shell)
    assert rows(panel.rounds.list) == [
        "Me** 2611-001 · 101-A · level 3 · in 15 min · 23.55 by Rina · Seen, well"
    ]
