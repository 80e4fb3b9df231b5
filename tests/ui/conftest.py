# SPDX-License-Identifier: Apache-2.0
"""Screens under test: no unannounced log line, looks that are put back, threads that end."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from app.ui.i18n import Language, Languages
from app.ui.tasks import Tasks
from app.ui.theme.style import Looks
from app.ui.theme.tokens import Theme
from tests.helpers.fail_on_log import Logged, quiet_log


@pytest.fixture(autouse=True)
def logged() -> Iterator[Logged]:
    """Fail a test in which something was logged at WARNING or above."""
    with quiet_log() as lines:
        yield lines


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
