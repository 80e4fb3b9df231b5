# SPDX-License-Identifier: Apache-2.0
"""Screens under test: no unannounced log line, looks that are put back, threads that end."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.config import Paths
from app.services.staff.setup import shelter_facts
from app.ui.application import STYLE, open_front
from app.ui.i18n import Language, Languages, locale_of
from app.ui.shell.shell import Shell
from app.ui.tasks import Tasks
from app.ui.theme.style import Looks
from app.ui.theme.tokens import Theme
from app.ui.workplace import Workplace
from tests.conftest import SetClock, Shelter
from tests.helpers.fail_on_log import Logged, quiet_log
from tests.ui.widgets.screens import at_rest


@pytest.fixture(autouse=True)
def logged() -> Iterator[Logged]:
    """Fail a test in which something was logged at WARNING or above."""
    with quiet_log() as lines:
        yield lines


@pytest.fixture(autouse=True)
def english_again(qapp: QApplication) -> Iterator[None]:
    """Take every translator away at the end, whoever installed it."""
    yield
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()
    QLocale.setDefault(locale_of(Language.EN))


@pytest.fixture
def looks(qapp: QApplication) -> Iterator[Looks]:
    """Return light looks at 100 %; the application gets them back at the end."""
    made = Looks(qapp)
    made.apply(Theme.LIGHT, 100)
    yield made
    made.apply(Theme.LIGHT, 100)
    made.deleteLater()


@pytest.fixture
def languages(qapp: QApplication) -> Iterator[Languages]:
    """Return the switch of languages; English again at the end."""
    made = Languages(qapp)
    yield made
    made.speak(Language.EN)


@pytest.fixture
def tasks(qapp: QApplication) -> Iterator[Tasks]:
    """Return running threads; they end with the test."""
    made = Tasks()
    yield made
    made.stop()


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """Start the application as the program does."""
    return ["teduh", *STYLE]


@pytest.fixture
def settle(qtbot: QtBot, tasks: Tasks) -> Callable[[], None]:
    """Return a way to wait until a screen has come to rest."""
    return lambda: at_rest(qtbot, tasks)


@pytest.fixture
def at_work(shelter: Shelter, tasks: Tasks, looks: Looks) -> Callable[[str], Workplace]:
    """Return the open shelter as a screen sees it, for an officer by login."""

    def sit_down(login: str = "dewi") -> Workplace:
        with shelter.house.database.reading() as session:
            facts = shelter_facts(session)
        return Workplace(
            shelter.paths, shelter.house, shelter.actors[login], facts, tasks, looks, training=False
        )

    return sit_down


@pytest.fixture
def shell(
    qtbot: QtBot, qapp: QApplication, paths: Paths, clock: SetClock, logged: Logged
) -> Iterator[Shell]:
    """Open the whole window on the founded shelter, at its login."""
    front = open_front(qapp, paths)
    qtbot.addWidget(front)
    made = Shell(front, clock)
    front.activateWindow()
    qtbot.waitUntil(front.isActiveWindow, timeout=5000)
    yield made
    made.leave()
    front.languages.speak(Language.EN)
