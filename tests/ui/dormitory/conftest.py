# SPDX-License-Identifier: Apache-2.0
"""A screen is read only when it has come to rest."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from app.ui.tasks import Tasks
from tests.ui.widgets.screens import at_rest


@pytest.fixture
def settle(qtbot: QtBot, tasks: Tasks) -> Callable[[], None]:
    """Return a way to wait until a screen has come to rest."""
    return lambda: at_rest(qtbot, tasks)
