# SPDX-License-Identifier: Apache-2.0
"""A wrong clock on the PC: one calm page, an answer by keys, and nothing typed is lost."""

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt

from app.clock import Timepiece
from app.config import Paths
from app.ui.login.clock_page import ClockPage
from app.ui.login.pin_page import PinPage
from app.ui.login.sheet_page import ASKED
from app.ui.login.staff_page import StaffPage
from app.ui.login.welcome import WelcomePage
from app.ui.login.wizard import Wizard
from app.ui.shell.bars import TopBar
from app.ui.shell.main_page import MainPage
from tests.conftest import NIGHT, PASSWORD
from tests.helpers.pc import WrongPc
from tests.ui.login.test_first_run import HEAD_PASSWORD, confirm, founded, problems
from tests.ui.login.ways import idle, in_english, sign_in, try_login, wait_page
from tests.ui.widgets.screens import outcomes, press, tells, write


@pytest.fixture
def pc() -> WrongPc:
    return WrongPc(datetime(2009, 1, 1, 1, tzinfo=UTC))


@pytest.fixture
def clock(pc: WrongPc) -> Timepiece:
    return pc.timepiece()


@pytest.fixture
def page(qtbot, shell) -> ClockPage:
    in_english(shell)
    try_login(qtbot, shell, "dewi")
    return wait_page(qtbot, shell, ClockPage)


def answer(page: ClockPage, day: str, hour: str) -> None:
    page.day.setFocus()
    page.day.clear()
    page.hour.clear()
    write(page, day)
    press(page, Qt.Key.Key_Tab)
    write(page, hour)
    press(page, Qt.Key.Key_Return)


def test_it_is_asked_after_the_password_and_before_anything_else(qtbot, shell, page) -> None:
    assert page.day.hasFocus()
    assert tells(page, "Computer: 1 Jan 2009 08.00. Written down last: 24 Nov 2026 01.50.")
    assert tells(page, "behind what was written down last")
    answer(page, "24/11", "2.13")
    wait_page(qtbot, shell, PinPage).chosen.emit("")
    idle(qtbot, shell)
    bar = shell.main.findChild(TopBar)
    assert tells(bar, "24 Nov 2026 02.13 (corrected)")
    assert tells(bar, "The computer says 1 Jan 2009 08.00.")
    assert ("note_clock", "done") in outcomes(shell.workplace.house)


def test_what_is_typed_is_echoed_in_full(page) -> None:
    page.day.setFocus()
    write(page, "24/11/2026")
    press(page, Qt.Key.Key_Tab)
    write(page, "2.13")
    assert tells(page, "Tuesday, 24 November 2026, 02.13")


@pytest.mark.parametrize(
    ("day", "hour", "field", "told"),
    [
        ("", "02.13", "day", "Write which day it is."),
        ("31/2/2026", "02.13", "day", "This date does not exist"),
        ("kemarin", "02.13", "day", "This date does not exist"),
        ("24/11/2026", "", "hour", "Write the hour and minute, such as 02.15."),
        ("24/11/2026", "25.00", "hour", "Write the hour and minute, such as 02.15."),
        ("1/1/2009", "08.00", "day", "This version of Teduh did not exist yet on that day."),
    ],
)
def test_an_answer_that_cannot_be_is_told_next_to_its_field(
    shell, page, day: str, hour: str, field: str, told: str
) -> None:
    answer(page, day, hour)
    assert list(problems(page)) == [field]
    assert told in problems(page)[field]
    assert (page.day.text(), page.hour.text()) == (day, hour)
    assert page.fields[field].editor.hasFocus()
    assert shell.front.page is page


def test_an_answer_far_from_the_record_counts_when_given_twice(qtbot, shell, page) -> None:
    answer(page, "24/11/2028", "02.13")
    assert tells(page, "far from what was written down")
    assert shell.front.page is page
    press(page, Qt.Key.Key_Return)
    wait_page(qtbot, shell, PinPage)
    assert shell._clock() == datetime(2028, 11, 23, 19, 13, tzinfo=UTC)


class TestWhileRunning:
    """Somebody sets the clock of a PC that was right."""

    @pytest.fixture
    def pc(self) -> WrongPc:
        return WrongPc(NIGHT + timedelta(hours=1))

    @pytest.fixture
    def main(self, qtbot, shell, pc) -> MainPage:
        main = sign_in(qtbot, shell)
        main.desk.register.fields.focus("name")
        write(main, "Kenan")
        pc.wait(minutes=3)
        pc.set_to(pc.moment - timedelta(days=400))
        return main

    def test_a_half_typed_name_is_still_there_afterwards(self, qtbot, shell, main) -> None:
        shell.clock_watch.look()
        page = wait_page(qtbot, shell, ClockPage)
        answer(page, "24/11/2026", "03.01")
        wait_page(qtbot, shell, MainPage)
        assert shell.main is main
        assert main.desk.register.fields.name.text() == "Kenan"
        assert shell.workplace.now() == NIGHT + timedelta(hours=1, minutes=11)

    def test_it_waits_beneath_the_veil(self, qtbot, shell, main) -> None:
        shell.lock()
        idle(qtbot, shell)
        shell.clock_watch.look()
        idle(qtbot, shell)
        assert shell.locked
        shell.lock_page.login.setCurrentIndex(shell.lock_page.login.findData("dewi"))
        shell.lock_page.password.setText(PASSWORD)
        shell.lock_page.unlock.click()
        page = wait_page(qtbot, shell, ClockPage)
        answer(page, "24/11/2026", "03.01")
        wait_page(qtbot, shell, MainPage)

    def test_an_answer_never_lifts_a_veil_that_was_drawn_meanwhile(
        self, qtbot, shell, main
    ) -> None:
        shell.clock_watch.look()
        page = wait_page(qtbot, shell, ClockPage)
        page.answered.emit(NIGHT + timedelta(hours=1, minutes=11))
        shell.lock()
        idle(qtbot, shell)
        assert shell.locked
        shell.lock_page.login.setCurrentIndex(shell.lock_page.login.findData("dewi"))
        shell.lock_page.password.setText(PASSWORD)
        shell.lock_page.unlock.click()
        wait_page(qtbot, shell, MainPage)
        assert shell.main is main

    def test_a_pc_set_forward_by_a_day_asks_nothing(self, qtbot, shell, main, pc) -> None:
        pc.set_to(NIGHT + timedelta(days=1))
        shell.clock_watch.look()
        idle(qtbot, shell)
        assert shell.front.page is main
        assert shell.workplace.now() == pc.moment


class TestFirstRun:
    """No shelter yet, and a clock before the day the program was built."""

    @pytest.fixture
    def paths(self, tmp_path) -> Paths:
        return Paths(tmp_path / "data")

    def test_it_is_asked_before_the_wizard_and_written_down(self, qtbot, shell) -> None:
        in_english(shell)
        wait_page(qtbot, shell, WelcomePage).set_up.click()
        page = wait_page(qtbot, shell, ClockPage)
        assert tells(page, "on which this version of Teduh did not exist yet")
        answer(page, "24/11/2026", "02.13")
        wizard = wait_page(qtbot, shell, Wizard)
        sheet = founded(qtbot, shell, wizard)
        confirm(sheet, *(sheet.words[place - 1] for place in ASKED))
        wait_page(qtbot, shell, StaffPage).done.click()
        idle(qtbot, shell)
        try_login(qtbot, shell, "ratna", HEAD_PASSWORD)
        wait_page(qtbot, shell, PinPage)
        assert shell._clock() == datetime(2026, 11, 23, 19, 13, tzinfo=UTC)
