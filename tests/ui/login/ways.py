# SPDX-License-Identifier: Apache-2.0
"""Ways through the door by what stands on its pages, as somebody at the keyboard goes."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

import shiboken6
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.clock import Clock
from app.config import Paths
from app.ui.application import open_front
from app.ui.i18n import Language
from app.ui.login.login_page import LoginPage
from app.ui.login.pin_page import PinPage
from app.ui.shell.main_page import MainPage
from app.ui.shell.shell import Shell
from tests.conftest import PASSWORD
from tests.helpers.fail_on_log import quiet_log
from tests.ui.widgets.screens import at_rest, button_named

P = TypeVar("P", bound=QWidget)


@contextmanager
def standing(qtbot: QtBot, qapp: QApplication, paths: Paths, clock: Clock) -> Iterator[Shell]:
    """Open the whole window for tests that live outside ``tests/ui``."""
    with quiet_log():
        front = open_front(qapp, paths)
        qtbot.addWidget(front)
        shell = Shell(front, clock)
        front.activateWindow()
        qtbot.waitUntil(front.isActiveWindow, timeout=5000)
        yield shell
        shell.leave()
        front.languages.speak(Language.EN)


def wait_page(qtbot: QtBot, shell: Shell, kind: type[P]) -> P:
    """Return the page of this kind once it is shown and nothing is under way."""
    qtbot.waitUntil(lambda: isinstance(shell.front.page, kind) and shell.tasks.idle, timeout=15_000)
    page = shell.front.page
    assert isinstance(page, kind)
    return page


def idle(qtbot: QtBot, shell: Shell) -> None:
    """Wait until everything asked for is answered and on screen."""
    at_rest(qtbot, shell.tasks)


def in_english(shell: Shell) -> None:
    """Switch to English, whatever the PC spoke before."""
    if shell.front.languages.language is not Language.EN:
        shell.switch_language()


def press_button(page: QWidget, name: str) -> None:
    """Click the visible button with this spoken name."""
    button_named(page, name).click()


def try_login(qtbot: QtBot, shell: Shell, login: str, password: str = PASSWORD) -> None:
    """Type a login and a password, press the button and wait for what comes of it."""
    page = shell.front.page
    assert isinstance(page, LoginPage)
    page.login.setCurrentText(login)
    page.password.setText(password)
    page.enter.click()
    idle(qtbot, shell)


def sign_in(qtbot: QtBot, shell: Shell, login: str = "dewi", password: str = PASSWORD) -> MainPage:
    """Go from the login to work, in English and without a PIN."""
    in_english(shell)
    try_login(qtbot, shell, login, password)
    wait_page(qtbot, shell, PinPage).chosen.emit("")
    idle(qtbot, shell)
    assert shell.main is not None
    return shell.main


def files_with(folder: Path, *wanted: str | bytes, least: int = 1) -> list[str]:
    """Return every file below a folder that holds ``least`` of these texts, in any case."""
    sought = [text.casefold().encode() if isinstance(text, str) else text for text in wanted]
    found = []
    for path in sorted(folder.rglob("*")):
        content = path.read_bytes() if path.is_file() else b""
        folded = content.lower()
        if sum(each in folded or each in content for each in sought) >= least:
            found.append(str(path.relative_to(folder)))
    return found


def closed(dialog: QWidget) -> bool:
    """Say whether a dialog is away, freed already or not yet."""
    return not shiboken6.isValid(dialog) or not dialog.isVisible()
