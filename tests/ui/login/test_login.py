# SPDX-License-Identifier: Apache-2.0
"""The login at the start of a shift: calm sentences, waits that end, closed accounts."""

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLineEdit

from app.policies.reasons import Reason
from app.policies.staff.backoff import FREE_TRIES
from app.services.staff.accounts import CloseAccount, dismiss
from app.ui.login.login_page import LoginPage
from app.ui.login.pin_page import PinPage
from app.ui.texts import words
from tests.conftest import PASSWORD
from tests.ui.login.ways import idle, in_english, sign_in, try_login, wait_page
from tests.ui.widgets.screens import told

WRONG = "salah semua ini"


@pytest.fixture
def page(qtbot, shell) -> LoginPage:
    in_english(shell)
    return wait_page(qtbot, shell, LoginPage)


def seconds_pass(page: LoginPage, number: int) -> None:
    timer = page.findChild(QTimer)
    for _second in range(number):
        timer.timeout.emit()


def test_the_login_shows_logins_and_no_client(shelter, qtbot, shell, page) -> None:
    shelter.arrive("Kenanga")
    assert page.password.echoMode() is QLineEdit.EchoMode.Password
    assert not any("Kenanga" in text for text in told(page))
    assert shell.front.windowTitle() == "Teduh"


def test_a_wrong_password_is_told_and_the_login_name_stays(qtbot, shell, page) -> None:
    try_login(qtbot, shell, "dewi", WRONG)
    assert shell.front.page is page
    assert page.password_field.problem == words(Reason.WRONG_PASSWORD)
    assert page.password.accessibleDescription() == words(Reason.WRONG_PASSWORD)
    assert page.login.currentText() == "dewi"
    assert page.password.text() == ""
    try_login(qtbot, shell, "dewi")
    wait_page(qtbot, shell, PinPage)


def test_an_unknown_login_is_told_the_same_as_a_wrong_password(qtbot, shell, page) -> None:
    try_login(qtbot, shell, "siapa")
    assert page.password_field.problem == words(Reason.WRONG_PASSWORD)
    try_login(qtbot, shell, "", "")
    assert page.password_field.problem == words(Reason.WRONG_PASSWORD)


def test_five_wrong_passwords_count_down_and_a_colleague_may_sign_in(
    qtbot, shell, page, clock
) -> None:
    for _time in range(FREE_TRIES):
        try_login(qtbot, shell, "dewi", WRONG)
    assert page.enter.isEnabled()
    try_login(qtbot, shell, "dewi")
    assert shell.front.page is page
    assert page.password_field.problem == "Wait 30 seconds, or let a colleague sign in."
    assert not page.enter.isEnabled()
    seconds_pass(page, 3)
    assert page.password_field.problem == "Wait 27 seconds, or let a colleague sign in."
    page.login.setCurrentText("sri")
    assert page.enter.isEnabled()
    assert page.password_field.problem == ""
    page.login.setCurrentText("dewi")
    assert not page.enter.isEnabled()
    try_login(qtbot, shell, "sri")
    wait_page(qtbot, shell, PinPage)


def test_the_wait_ends_by_itself_and_the_right_password_opens(qtbot, shell, page, clock) -> None:
    for _time in range(FREE_TRIES + 1):
        try_login(qtbot, shell, "dewi", WRONG)
    assert not page.enter.isEnabled()
    seconds_pass(page, 31)
    clock.move(seconds=31)
    assert page.enter.isEnabled()
    assert page.password_field.problem == ""
    try_login(qtbot, shell, "dewi")
    wait_page(qtbot, shell, PinPage)


def test_a_restart_does_not_skip_the_wait(qtbot, shell, page, clock) -> None:
    for _time in range(FREE_TRIES):
        try_login(qtbot, shell, "dewi", WRONG)
    shell.switch_language()
    fresh = wait_page(qtbot, shell, LoginPage)
    assert fresh is not page
    clock.move(seconds=10)
    try_login(qtbot, shell, "dewi")
    assert "20" in fresh.password_field.problem


def test_a_closed_account_is_refused_like_a_wrong_password(shelter, qtbot, shell, page) -> None:
    with shelter.house.database.reading() as session:
        version = (
            session.connection()
            .exec_driver_sql("SELECT version FROM account WHERE login = 'sri'")
            .scalar_one()
        )
    closing = CloseAccount(shelter.actors["sri"].account_id, version)
    house = dismiss(shelter.paths, shelter.house, shelter.actors["ratna"], PASSWORD, closing)
    house.database.close()
    try_login(qtbot, shell, "sri")
    assert shell.front.page is page
    assert page.password_field.problem == words(Reason.WRONG_PASSWORD)
    try_login(qtbot, shell, "dewi")
    wait_page(qtbot, shell, PinPage)


def test_a_pin_of_six_digits_is_taken_or_none(qtbot, shell, page) -> None:
    try_login(qtbot, shell, "dewi")
    pin = wait_page(qtbot, shell, PinPage)
    for typed, reason in (
        ("12", Reason.PIN_NOT_SIX_DIGITS),
        ("123456", Reason.PIN_TOO_SIMPLE),
        ("abcdef", Reason.PIN_NOT_SIX_DIGITS),
    ):
        pin.pin.setText(typed)
        pin.pin.returnPressed.emit()
        assert pin.field.problem == words(reason)
        assert shell.main is None
    pin.pin.setText("704182")
    pin.pin.returnPressed.emit()
    idle(qtbot, shell)
    assert shell.main is not None


def test_without_a_pin_the_lock_asks_for_the_password(qtbot, shell, page) -> None:
    sign_in(qtbot, shell)
    shell.lock()
    assert shell.lock_page.password.isVisible()
    assert not shell.lock_page.pin.isVisible()
    shell.lock_page.password.setText(WRONG)
    shell.lock_page.unlock.click()
    idle(qtbot, shell)
    assert shell.locked
    assert shell.lock_page.password_field.problem == words(Reason.WRONG_PASSWORD)
    shell.lock_page.password.setText(PASSWORD)
    shell.lock_page.unlock.click()
    qtbot.waitUntil(lambda: not shell.locked, timeout=5000)


def test_waiting_holds_at_the_lock_too_and_an_unlock_by_a_colleague_goes_through(
    qtbot, shell, page
) -> None:
    sign_in(qtbot, shell)
    shell.lock()
    lock = shell.lock_page
    for _time in range(FREE_TRIES + 1):
        lock.password.setText(WRONG)
        lock.unlock.click()
        idle(qtbot, shell)
    assert lock.password_field.problem == "Wait 30 seconds, then try again."
    lock.login.setCurrentIndex(lock.login.findData("sri"))
    lock.password.setText(PASSWORD)
    lock.unlock.click()
    qtbot.waitUntil(lambda: not shell.locked and shell.tasks.idle, timeout=10_000)
    assert shell.workplace.actor.login == "sri"
