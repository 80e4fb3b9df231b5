# SPDX-License-Identifier: Apache-2.0
"""What an officer does again and again, by keys alone: sign in, start, lock."""

from typing import TypeVar

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication, QWidget

from app.devtools.tour.hands import Hands, Stuck
from app.devtools.tour.stages import PIN, desk_of, view_of
from app.services.staff.training import published_password
from app.ui.login.login_page import LoginPage
from app.ui.login.pin_page import PinPage
from app.ui.login.welcome import WelcomePage
from app.ui.shell.main_page import MainPage
from app.ui.shell.palette import Palette
from app.ui.shell.shell import Shell
from app.ui.widgets.tabs import TabbedPage

P = TypeVar("P", bound=QWidget)


def settled(hands: Hands, shell: Shell) -> None:
    """Wait until nothing is being read or written."""
    hands.wait(lambda: shell.tasks.idle, "rest")


def enter(hands: Hands, text: str) -> None:
    """Type a text and press Enter."""
    hands.letters(text)
    hands.key(Qt.Key.Key_Return)


def sign_in(hands: Hands, shell: Shell, login: str) -> MainPage:
    """Go to the training shelter, sign in with the published password, choose the PIN."""
    hands.wait(lambda: isinstance(hands.front.page, WelcomePage | LoginPage), "first page")
    page = hands.front.page
    if isinstance(page, WelcomePage):
        hands.press(page.training)
    hands.wait(
        lambda: isinstance(hands.front.page, LoginPage) and hands.front.page.training,
        "training shelter",
    )
    door = hands.wait_for(LoginPage)
    hands.tab_to(door.login, back=True)
    hands.control(Qt.Key.Key_A)
    hands.letters(login)
    hands.tab_to(door.password)
    enter(hands, published_password())
    hands.wait_for(PinPage)
    enter(hands, PIN)
    main = hands.wait_for(MainPage)
    settled(hands, shell)
    return main


def start_shift(hands: Hands, shell: Shell, main: MainPage) -> None:
    """Start the shift from the box of Ctrl+K."""
    hands.control(Qt.Key.Key_K)
    hands.wait(lambda: isinstance(QApplication.activePopupWidget(), Palette), "the box")
    enter(hands, f">{QCoreApplication.translate('Commands', 'Start the shift')}")
    hands.wait(lambda: QApplication.activePopupWidget() is None, "the box to close")
    hands.wait(
        lambda: shell.tasks.idle and not desk_of(main).tonight.may_start, "the running shift"
    )


def panel(main: MainPage, kind: type[P]) -> P:
    """Return the panel in front of the night's page.

    Raises:
        Stuck: it is another one.
    """
    page = view_of(main, "night", TabbedPage)
    shown = page.panels[page.tabs.currentIndex()]
    if not isinstance(shown, kind):
        raise Stuck(f"another panel than {kind.__name__}")
    return shown


def lock(hands: Hands, shell: Shell) -> None:
    """Lock, and unlock with the PIN."""
    hands.control(Qt.Key.Key_L)
    hands.wait(lambda: shell.locked, "the veil")
    enter(hands, PIN)
    hands.wait(lambda: not shell.locked, "unlocking")
