# SPDX-License-Identifier: Apache-2.0
"""What is clicked before everything is loaded is done afterwards, once."""

import pytest
from PySide6.QtCore import Qt

from app.config import Paths
from app.ui.application import open_front
from app.ui.i18n import Language
from app.ui.login.login_page import LoginPage
from app.ui.login.pin_page import PinPage
from app.ui.login.recovery_page import RecoveryPage
from app.ui.login.welcome import WelcomePage
from app.ui.login.wizard import Wizard
from app.ui.shell.shell import Shell
from tests.conftest import PASSWORD
from tests.ui.login.ways import idle, press_button, wait_page
from tests.ui.widgets.screens import counted, outcomes, press


@pytest.fixture
def front(qtbot, qapp, paths):
    made = open_front(qapp, paths)
    qtbot.addWidget(made)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow, timeout=5000)
    yield made
    made.languages.speak(Language.EN)


@pytest.fixture
def move_in(qapp, front, clock):
    shells = []

    def load() -> Shell:
        shells.append(Shell(front, clock))
        return shells[-1]

    yield load
    for shell in shells:
        shell.leave()
        qapp.removeEventFilter(shell.watch)


def test_a_login_typed_early_opens_the_shelter_once(qtbot, front, move_in) -> None:
    page = front.page
    assert isinstance(page, LoginPage)
    page.login.setCurrentText("dewi")
    page.password.setFocus()
    press(page, *PASSWORD, Qt.Key.Key_Return)
    assert front.page is page
    assert not page.enter.isEnabled()
    shell = move_in()
    wait_page(qtbot, shell, PinPage).chosen.emit("")
    idle(qtbot, shell)
    assert shell.workplace.actor.login == "dewi"
    signed = [act for act, _outcome in outcomes(shell.workplace.house) if act == "sign_in"]
    assert len(signed) == 2, "hers, and the head's before her"


def test_a_wrong_password_typed_early_is_refused_afterwards(qtbot, front, move_in) -> None:
    page = front.page
    page.login.setCurrentText("dewi")
    page.password.setText("salah semua ini")
    page.enter.click()
    shell = move_in()
    idle(qtbot, shell)
    assert front.page is page
    assert page.password_field.problem
    assert page.login.currentText() == "dewi"
    assert page.enter.isEnabled()


def test_what_is_typed_but_not_sent_stays(qtbot, front, move_in) -> None:
    page = front.page
    page.login.setCurrentText("sri")
    page.password.setText("setengah")
    shell = move_in()
    idle(qtbot, shell)
    assert front.page is page
    assert (page.login.currentText(), page.password.text()) == ("sri", "setengah")


def test_the_recovery_sheet_asked_for_early_is_shown(qtbot, front, move_in) -> None:
    page = front.page
    asked = counted(page.recovery_wanted)
    page.recovery_wanted.emit()
    shell = move_in()
    wait_page(qtbot, shell, RecoveryPage)
    assert len(asked) == 1


class TestOnABarePc:
    """The same before any shelter exists."""

    @pytest.fixture
    def paths(self, tmp_path) -> Paths:
        return Paths(tmp_path / "bare")

    def test_setting_up_asked_for_early_opens_the_wizard(self, qtbot, front, move_in) -> None:
        page = front.page
        assert isinstance(page, WelcomePage)
        page.set_up.click()
        wait_page(qtbot, move_in(), Wizard)

    def test_two_early_clicks_on_the_language_leave_it_as_it_was(
        self, qtbot, front, move_in
    ) -> None:
        before = front.languages.language
        for _time in range(2):
            press_button(front.page, "Ganti bahasa")
        shell = move_in()
        idle(qtbot, shell)
        assert isinstance(front.page, WelcomePage)
        assert front.languages.language is before
