# SPDX-License-Identifier: Apache-2.0
"""Ways to show a screen, press its keys and read everything it tells."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from app.models.audit import AuditEntry
from app.services.acts import House
from app.ui.tasks import Tasks
from app.ui.theme.style import dress
from app.ui.workplace import Workplace
from tests.helpers.accessible import spoken_name

Key = Qt.Key | str


def open_screen(qtbot: QtBot, screen: QWidget) -> None:
    """Show a screen in a window and wait until it takes keys.

    The window has no layout: the offscreen platform warns about minimum sizes.
    """
    window = QWidget()
    qtbot.addWidget(window, before_close_func=lambda _closing: window.hide())
    dress(window)
    window.resize(1500, 950)
    screen.setParent(window)
    screen.setGeometry(0, 0, 1500, 950)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=5000)


def at_rest(qtbot: QtBot, tasks: Tasks) -> None:
    """Wait until all acts and questions are answered and new widgets are on screen."""
    for _turn in range(2):
        qtbot.waitUntil(lambda: tasks.idle, timeout=15_000)
        timer = QTimer(singleShot=True, interval=0)
        with qtbot.waitSignal(timer.timeout, timeout=5000):
            timer.start()
    qtbot.waitUntil(lambda: tasks.idle, timeout=15_000)


def keep_fresh(view: Any, workplace: Workplace) -> None:
    """Reload a view now and after each act that touches it, as the window does."""

    def changed(topics: frozenset[Any], _source: object) -> None:
        if view.topics & topics:
            view.reload()

    workplace.tasks.changed.connect(changed)
    view.reload()


def press(
    screen: QWidget,
    *keys: Key,
    held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    """Press keys one after another in the window of a screen."""
    for key in keys:
        QTest.keyClick(screen.window().windowHandle(), key, held)


def write(screen: QWidget, text: str) -> None:
    """Type a text letter by letter."""
    press(screen, *text)


def told(screen: QWidget) -> list[str]:
    """Return every text a screen shows or hands to a screen reader now."""
    found = []
    for widget in (screen, *screen.findChildren(QWidget)):
        if widget is not screen and not widget.isVisibleTo(screen):
            continue
        found += [widget.accessibleName(), widget.accessibleDescription(), widget.toolTip()]
        if isinstance(widget, QLabel | QAbstractButton | QLineEdit):
            found.append(widget.text())
        elif isinstance(widget, QPlainTextEdit):
            found.append(widget.toPlainText())
        elif isinstance(widget, QComboBox):
            found += [widget.itemText(at) for at in range(widget.count())]
        elif isinstance(widget, QListWidget):
            found += rows(widget)
    return [text for text in found if text]


def tells(screen: QWidget, words: str) -> bool:
    """Say whether some words stand anywhere on a screen."""
    return any(words in text for text in told(screen))


def rows(of: QListWidget) -> list[str]:
    """Return the rows of a list as they read."""
    return [of.item(at).text() for at in range(of.count())]


def button_named(screen: QWidget, name: str) -> QAbstractButton:
    """Return the visible button with this accessible name.

    Raises:
        LookupError: there is none.
    """
    for made in screen.findChildren(QAbstractButton):
        if made.accessibleName() == name and made.isVisibleTo(screen):
            return made
    raise LookupError(name)


def unnamed(screen: QWidget) -> list[str]:
    """Return every visible control that takes the focus and tells no name."""
    return [
        type(control).__name__
        for control in screen.findChildren(QWidget)
        if control.isVisibleTo(screen)
        and control.focusPolicy() != Qt.FocusPolicy.NoFocus
        and control.focusProxy() is None
        and not control.objectName().startswith("qt_")
        and not spoken_name(control).strip()
    ]


def heard(signal: Any) -> list[Any]:
    """Return a list that fills with what a signal of one value carries."""
    values: list[Any] = []
    signal.connect(values.append)
    return values


def counted(signal: Any) -> list[None]:
    """Return a list that grows each time a signal without a value is sent."""
    times: list[None] = []
    add: Callable[[], None] = lambda: times.append(None)  # noqa: E731
    signal.connect(add)
    return times


def outcomes(house: House) -> list[tuple[str, str]]:
    """Return act and outcome of every audit row."""
    with house.database.reading() as session:
        return [
            (row.act, row.outcome)
            for row in session.execute(select(AuditEntry).order_by(AuditEntry.seq)).scalars()
        ]
