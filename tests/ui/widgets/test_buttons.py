# SPDX-License-Identifier: Apache-2.0
"""Enter presses the focused button, everywhere."""

import ast
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from app.config import ROOT
from app.ui.login.clock_page import ClockPage
from app.ui.login.login_page import LoginPage
from app.ui.login.pin_page import PinPage
from app.ui.login.recovery_page import RecoveryPage
from app.ui.login.staff_page import StaffPage
from app.ui.login.welcome import WelcomePage
from app.ui.login.wizard import Wizard
from app.ui.shell.main_page import MainPage
from app.ui.widgets.buttons import Button
from app.ui.widgets.tabs import TabbedPage
from tests.ui.test_accessibility import CLOCK, LOGIN
from tests.ui.widgets.screens import open_screen, press

CTRL = Qt.KeyboardModifier.ControlModifier
KEYPAD = Qt.KeyboardModifier.KeypadModifier


@pytest.mark.parametrize(
    ("key", "held", "times"),
    [
        (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, 1),
        (Qt.Key.Key_Enter, KEYPAD, 1),
        (Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier, 1),
        (Qt.Key.Key_Return, CTRL, 0),
        (Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier, 0),
    ],
)
def test_enter_presses_and_ctrl_enter_is_left_to_the_page(qtbot, key, held, times) -> None:
    made, pressed = Button("Simpan"), []
    made.clicked.connect(lambda: pressed.append(1))
    open_screen(qtbot, made)
    made.setFocus()
    press(made, key, held=held)
    assert len(pressed) == times
    made.setEnabled(False)
    press(made, key, held=held)
    assert len(pressed) == times


@pytest.mark.parametrize(
    "make",
    [
        WelcomePage,
        lambda looks: LoginPage(looks, ("dewi",), training=True),
        lambda looks: PinPage(looks, "Dewi"),
        lambda looks: RecoveryPage(looks, ("ratna",)),
        StaffPage,
        Wizard,
        lambda looks: ClockPage(looks, CLOCK),
    ],
)
def test_every_button_before_the_desk_is_one_of_ours(qtbot, looks, make) -> None:
    page = make(looks)
    qtbot.addWidget(page)
    buttons = page.findChildren(QPushButton)
    assert buttons
    assert all(isinstance(each, Button) for each in buttons)


@pytest.mark.parametrize("role", list(LOGIN))
def test_every_button_of_every_page_answers_enter(qtbot, shelter, at_work, settle, role) -> None:
    """Beds and waiting people have their own Enter, which the board's tests press."""
    shelter.arrive("Kenanga", "12")
    main = MainPage(at_work(LOGIN[role]))
    qtbot.addWidget(main)
    settle()
    for page in tuple(main.views):
        main.go(page)
        view = main.views[page]
        for panel in (kind.__name__ for kind in view.kinds) if isinstance(view, TabbedPage) else ():
            view.show_panel(panel)
            settle()
    strange = {
        type(each).__name__
        for each in main.findChildren(QPushButton)
        if type(each).keyPressEvent is QPushButton.keyPressEvent
    }
    assert strange == set()


def test_no_screen_makes_a_button_of_another_kind() -> None:
    for path in sorted((ROOT / "app" / "ui").rglob("*.py")):
        tree = ast.parse(Path(path).read_text("utf-8"))
        made = [
            node.lineno
            for node in ast.walk(tree)
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "QPushButton"
        ]
        assert not made, (path.name, made)
