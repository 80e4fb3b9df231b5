# SPDX-License-Identifier: Apache-2.0
"""The stages of the tour; each is a process of its own, so that one can be killed."""

import secrets
from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.devtools.tour.clock import TourClock
from app.devtools.tour.hands import Hands
from app.services.staff.training import published_password
from app.ui.arrivals.desk.view import DeskView
from app.ui.login.login_page import LoginPage
from app.ui.login.pin_page import PinPage
from app.ui.login.sheet_page import ASKED, SheetPage
from app.ui.login.staff_page import StaffPage
from app.ui.login.welcome import WelcomePage
from app.ui.login.wizard import Wizard
from app.ui.shell.main_page import MainPage
from app.ui.shell.shell import Shell
from app.ui.widgets.tabs import TabbedPage

V = TypeVar("V", bound=QWidget)
Stage = Callable[[Hands, Shell, TourClock], None]
PIN = "704182"


def first_run(hands: Hands, shell: Shell, clock: TourClock) -> None:
    """Set up a shelter that is thrown away afterwards; its password is random."""
    welcome = hands.wait_for(WelcomePage)
    with hands.step("welcome"):
        hands.wait(welcome.isVisible, "welcome")
    hands.click(welcome.set_up)
    wizard = hands.wait_for(Wizard)
    with hands.step("wizard-shelter"):
        hands.letters("RPSW Contoh")
    hands.click(wizard.following)
    password = secrets.token_urlsafe(16)
    with hands.step("wizard-first-account"):
        hands.letters("Ratna Wulandari")
        for field, text in ((wizard.login, "ratna"), (wizard.password, password)):
            field.setFocus()
            hands.letters(text)
        wizard.again.setFocus()
        hands.letters(password)
    hands.key(Qt.Key.Key_Return)
    sheet = hands.wait_for(SheetPage)
    with hands.step("recovery-sheet"):
        hands.wait(lambda: sheet.paper.pages, "recovery sheet")
    hands.paper("recovery-sheet", sheet.paper.content)
    for place, editor in zip(ASKED, sheet.typed, strict=True):
        editor.setFocus()
        hands.letters(sheet.words[place - 1])
    hands.click(sheet.done)
    staff = hands.wait_for(StaffPage)
    with hands.step("wizard-staff"):
        hands.letters("Dewi Kartika")
        for field, text in ((staff.login, "dewi"), (staff.password, secrets.token_urlsafe(12))):
            field.setFocus()
            hands.letters(text)
        hands.key(Qt.Key.Key_Return)
        hands.wait(lambda: staff.people.count() == 1, "account of a duty officer")
    hands.click(staff.done)
    hands.wait_for(LoginPage)


def sign_in(hands: Hands, shell: Shell, login: str) -> MainPage:
    """Sign in to the training shelter by keys, choose a PIN, and return the work page."""
    knock(hands, login)
    return take_pin(hands, shell)


def knock(hands: Hands, login: str) -> None:
    """Type a login and the published password by keys."""
    page = hands.wait_for(LoginPage)
    page.login.setCurrentText(login)
    page.password.setFocus()
    hands.letters(published_password())
    hands.key(Qt.Key.Key_Return)


def take_pin(hands: Hands, shell: Shell) -> MainPage:
    """Choose a PIN by keys and return the work page."""
    hands.wait_for(PinPage)
    hands.letters(PIN)
    hands.key(Qt.Key.Key_Return)
    main = hands.wait_for(MainPage)
    hands.wait(lambda: shell.tasks.idle, "desk")
    return main


def to_training(hands: Hands) -> None:
    """Go from the first page to the training shelter, making it when there is none."""
    page = hands.front.page
    if isinstance(page, WelcomePage):
        hands.click(page.training)
    elif isinstance(page, LoginPage) and not page.training:
        hands.click(page.switch)
    hands.wait(
        lambda: isinstance(hands.front.page, LoginPage) and hands.front.page.training,
        "training shelter",
    )


def half_typed(hands: Hands, shell: Shell, clock: TourClock) -> None:
    """Type half a registration; the conductor kills this process once it is on disk."""
    with hands.step("training-login"):
        to_training(hands)
    with hands.step("desk"):
        main = sign_in(hands, shell, "dewi")
    desk = desk_of(main)
    hands.click(desk.tonight.start_button)
    hands.wait(lambda: shell.tasks.idle, "shift")
    hands.control(Qt.Key.Key_N)
    with hands.step("half-typed"):
        hands.name("Kenanga")
        hands.tab()
        hands.letters("p")
        hands.tab()
        hands.letters("1")
        hands.wait(lambda: desk.register.saved, "autosave")
    hands.report(ready=1)
    hands.wait(lambda: False, "the power cut")


def desk_of(main: MainPage) -> DeskView:
    """Return the duty desk of a work page."""
    if main.desk is None:
        raise TypeError("this post has no duty desk")
    return main.desk


def view_of(main: MainPage, page: str, kind: type[V]) -> V:
    """Return a view of a work page, brought to the front where it stands behind a tab."""
    view: QWidget = main.views[page]
    if isinstance(view, TabbedPage) and kind is not TabbedPage:
        view = view.show_panel(kind.__name__)
    if not isinstance(view, kind):
        raise TypeError(page)
    return view
