# SPDX-License-Identifier: Apache-2.0
"""What is copied here is forgotten after ten seconds; another program's copy stays."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMimeData, QTimer
from PySide6.QtGui import QClipboard, QGuiApplication

from app.ui.shell.copied import CLIPBOARD_MILLISECONDS
from tests.ui.login.ways import sign_in


@pytest.fixture
def clipboard(qapp) -> Iterator[QClipboard]:
    board = QGuiApplication.clipboard()
    yield board
    board.clear()


@pytest.fixture
def ours(monkeypatch) -> None:
    """Own the clipboard, as on a desktop; the offscreen platform never says so."""
    monkeypatch.setattr(QClipboard, "ownsClipboard", lambda _board: True)


def forgetting(shell) -> QTimer:
    """Return the shell's own timer for the clipboard."""
    return next(
        timer
        for timer in shell.findChildren(QTimer)
        if timer.isSingleShot() and timer.interval() == CLIPBOARD_MILLISECONDS
    )


def test_a_copied_text_is_forgotten_when_the_time_is_over(qtbot, shell, clipboard, ours) -> None:
    sign_in(qtbot, shell)
    timer = forgetting(shell)
    assert timer.interval() == 10_000
    timer.setInterval(30)
    field = shell.main.desk.register.fields.name
    field.setText("Kenanga")
    field.selectAll()
    field.copy()
    assert clipboard.text() == "Kenanga"
    assert timer.isActive()
    qtbot.waitUntil(lambda: clipboard.text() == "", timeout=5000)
    assert not timer.isActive()


def test_the_veil_forgets_it_at_once(qtbot, shell, clipboard, ours) -> None:
    sign_in(qtbot, shell)
    clipboard.setText("Kenanga")
    timer = forgetting(shell)
    shell.lock()
    assert clipboard.text() == ""
    assert not timer.isActive()


def test_an_empty_copy_starts_nothing(shell, clipboard, ours) -> None:
    clipboard.setMimeData(QMimeData())
    assert not forgetting(shell).isActive()


def test_the_copy_of_another_program_stays(qtbot, shell, clipboard) -> None:
    sign_in(qtbot, shell)
    clipboard.setText("from another program")
    timer = forgetting(shell)
    assert not timer.isActive()
    timer.timeout.emit()
    assert clipboard.text() == "from another program"
    shell.lock()
    assert clipboard.text() == "from another program"


def test_a_copy_made_elsewhere_meanwhile_is_not_forgotten(
    qtbot, shell, clipboard, monkeypatch
) -> None:
    owner = {"us": True}
    monkeypatch.setattr(QClipboard, "ownsClipboard", lambda _board: owner["us"])
    clipboard.setText("Kenanga")
    timer = forgetting(shell)
    assert timer.isActive()
    owner["us"] = False
    clipboard.setText("from another program")
    timer.timeout.emit()
    assert clipboard.text() == "from another program"
