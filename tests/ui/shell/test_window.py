# SPDX-License-Identifier: Apache-2.0
"""The whole window: in by password and PIN, out by the veil, nothing typed is lost."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from app.ui.login.login_page import LoginPage
from app.ui.login.pin_page import PinPage
from app.ui.shell.main_page import MainPage
from tests.conftest import NIGHT, PASSWORD
from tests.helpers.pc import WrongPc
from tests.ui.login.ways import sign_in as enter
from tests.ui.login.ways import standing

PIN = "704182"


class Windows(QObject):
    """Notes every window that appears."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(type(watched).__name__)
        return False


@pytest.fixture
def sign_in(qtbot, shell):
    def enter(login: str = "dewi", pin: str = PIN) -> MainPage:
        page = shell.front.page
        assert isinstance(page, LoginPage)
        page.login.setCurrentText(login)
        page.password.setText(PASSWORD)
        page.enter.click()
        qtbot.waitUntil(lambda: isinstance(shell.front.page, PinPage), timeout=10_000)
        shell.front.page.pin.setText(pin)
        shell.front.page._take()
        qtbot.waitUntil(lambda: shell.main is not None and shell.tasks.idle, timeout=10_000)
        return shell.main

    return enter


def type_into(shell, text: str) -> None:
    for letter in text:
        QTest.keyClick(shell.front.windowHandle(), letter)


def test_no_other_window_appears_while_signing_in(qapp, shell, sign_in):
    windows = Windows()
    qapp.installEventFilter(windows)
    sign_in()
    qapp.removeEventFilter(windows)
    assert windows.seen == []
    assert shell.front.isActiveWindow()


def test_after_signing_in_the_cursor_is_in_the_first_field(shell, sign_in):
    main = sign_in()
    assert QApplication.focusWidget() is main.desk.register.fields.name


def test_the_veil_keeps_what_is_typed_and_shows_no_name(qtbot, shell, sign_in):
    main = sign_in()
    type_into(shell, "Kenanga")
    QTest.keyClick(shell.front.windowHandle(), Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert shell.locked
    shown = [label.text() for label in shell.lock_page.findChildren(QLabel)]
    assert shown
    assert not any("Kenanga" in text for text in shown)
    qtbot.waitUntil(lambda: main.desk.register.saved, timeout=5000)
    type_into(shell, PIN)
    QTest.keyClick(shell.front.windowHandle(), Qt.Key.Key_Return)
    assert not shell.locked
    assert main.desk.register.fields.name.text() == "Kenanga"


def test_shift_three_times_is_the_veil_but_not_with_another_key_between(shell, sign_in):
    sign_in()
    window = shell.front.windowHandle()
    for key in (Qt.Key.Key_Shift, Qt.Key.Key_Shift, Qt.Key.Key_A, Qt.Key.Key_Shift):
        QTest.keyClick(window, key)
    assert not shell.locked
    for _ in range(3):
        QTest.keyClick(window, Qt.Key.Key_Shift)
    assert shell.locked


def test_four_idle_minutes_lock_and_a_shortcut_counts_as_life(shell, sign_in, clock):
    sign_in()
    clock.move(minutes=3)
    QTest.keyClick(shell.front.windowHandle(), Qt.Key.Key_F9)
    clock.move(minutes=3)
    shell.watch.check()
    assert not shell.locked
    clock.move(minutes=4)
    shell.watch.check()
    assert shell.locked


def test_another_officer_takes_over_and_the_pin_of_the_first_is_void(qtbot, shell, sign_in):
    main = sign_in()
    type_into(shell, "Melati")
    shell.lock()
    shell.lock_page.ask_password()
    shell.lock_page.login.setCurrentIndex(shell.lock_page.login.findData("sri"))
    shell.lock_page.password.setText(PASSWORD)
    shell.lock_page.unlock.click()
    qtbot.waitUntil(lambda: not shell.locked and shell.tasks.idle, timeout=10_000)
    assert shell.main is not main
    assert shell.workplace.actor.login == "sri"
    qtbot.waitUntil(lambda: shell.main.desk.register.fields.name.text() == "Melati", timeout=5000)
    shell.lock()
    assert shell.lock_page._ways.currentIndex() == 1


def test_language_and_looks_change_while_typing_and_nothing_is_lost(qtbot, shell, sign_in):
    sign_in()
    type_into(shell, "Melati")
    for switch in (shell.switch_language, shell.switch_looks, shell.switch_looks):
        switch()
        qtbot.waitUntil(
            lambda: shell.main.desk.register.fields.name.text() == "Melati" and shell.tasks.idle,
            timeout=10_000,
        )


def test_who_sets_the_clock_neither_draws_the_veil_nor_puts_it_off(qtbot, qapp, paths) -> None:
    pc = WrongPc(NIGHT)
    with standing(qtbot, qapp, paths, pc.timepiece()) as shell:
        enter(qtbot, shell, "dewi")
        pc.set_to(NIGHT + timedelta(hours=2))
        shell.watch.check()
        assert not shell.locked
        pc.set_to(NIGHT - timedelta(hours=2))
        pc.wait(minutes=4)
        shell.watch.check()
        assert shell.locked
