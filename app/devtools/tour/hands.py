# SPDX-License-Identifier: Apache-2.0
"""Hands on the real window: keys and clicks that are counted, waits without sleeping."""

import json
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEventLoop, QPoint, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from app.ui.front import Front

W = TypeVar("W", bound=QWidget)
PATIENCE_SECONDS = 60
_LOOK_EVERY_MILLISECONDS = 5
_PAINT_MILLISECONDS = 40
_MOST_TABS = 80
_NO_KEYS = Qt.KeyboardModifier.NoModifier


class Stuck(Exception):
    """Something that should have appeared did not."""


class Hands:
    """Types, clicks, waits and takes pictures.

    Attributes:
        keystrokes: keys pressed since ``start_counting``; the name is not counted.
    """

    def __init__(self, front: Front, out: Path, first: int) -> None:
        self.front = front
        self._out = out
        self._number = first
        self.keystrokes = 0
        self._counting = True

    def wait(self, until: Callable[[], object], what: str) -> None:
        """Let the window work until ``until`` is true.

        Raises:
            Stuck: it did not become true within a minute.
        """
        loop, timer = QEventLoop(), QTimer(interval=_LOOK_EVERY_MILLISECONDS)
        deadline = time.monotonic() + PATIENCE_SECONDS
        timer.timeout.connect(
            lambda: loop.quit() if until() or time.monotonic() > deadline else None
        )
        timer.start()
        if not until():
            loop.exec()
        if not until():
            raise Stuck(what)

    def wait_for(self, kind: type[W]) -> W:
        """Wait until a page of this kind is shown, and return it."""
        self.wait(lambda: isinstance(self.front.page, kind), kind.__name__)
        page = self.front.page
        if not isinstance(page, kind):
            raise Stuck(kind.__name__)
        return page

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = _NO_KEYS) -> None:
        """Press one key, or one key with modifiers, where the cursor is."""
        QTest.keyClick(self._keyboard(), key, modifier)
        self._count()

    def letters(self, text: str) -> None:
        """Type plain text, key by key."""
        for letter in text:
            QTest.keyClick(self._keyboard(), letter)
            self._count()

    def _keyboard(self) -> QWindow:
        """Return the window the keyboard belongs to; Qt finds the field, as for a person."""
        window = QGuiApplication.focusWindow()
        if window is None:
            raise Stuck("no window has the keyboard")
        return window

    def name(self, text: str) -> None:
        """Type a name; targets are counted beyond it."""
        self._counting = False
        self.letters(text)
        self._counting = True

    def tab(self, times: int = 1) -> None:
        """Go on to the next field."""
        for _ in range(times):
            self.key(Qt.Key.Key_Tab)

    def tab_to(self, widget: QWidget, *, back: bool = False) -> None:
        """Tab on, or back, until the cursor is in a widget.

        Raises:
            Stuck: it is not reached by the Tab key.
        """
        for _ in range(_MOST_TABS):
            if widget.hasFocus():
                return
            self.key(Qt.Key.Key_Backtab if back else Qt.Key.Key_Tab)
        raise Stuck(f"no Tab leads to {widget.accessibleName() or type(widget).__name__}")

    def press(self, button: QAbstractButton, *, back: bool = False) -> None:
        """Tab to a button and press it with the space bar."""
        self.tab_to(button, back=back)
        self.key(Qt.Key.Key_Space)

    def control(self, key: Qt.Key) -> None:
        """Press Ctrl and a key."""
        self.key(key, Qt.KeyboardModifier.ControlModifier)

    def click(self, widget: QWidget) -> None:
        """Click in the middle of a widget."""
        middle = QPoint(widget.width() // 2, widget.height() // 2)
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, _NO_KEYS, middle)

    def start_counting(self) -> None:
        """Count keystrokes from zero."""
        self.keystrokes = 0

    def _count(self) -> None:
        if self._counting:
            self.keystrokes += 1

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Do one step of the tour, then take a picture and report it."""
        began = time.perf_counter()
        yield
        seconds = time.perf_counter() - began
        self.report(name=name, seconds=round(seconds, 3), picture=self._picture(name))

    def paper(self, name: str, content: bytes) -> None:
        """Keep a paper as PDF and report it."""
        file = f"{self._number:02d}-{name}.pdf"
        self._number += 1
        (self._out / file).write_bytes(content)
        self.report(name=name, paper=file)

    def _picture(self, name: str) -> str:
        self._let_paint()
        file = f"{self._number:02d}-{name}.png"
        self._number += 1
        shown = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        self.front.grab().save(str(self._out / file))
        if shown is not None:
            shown.grab().save(str(self._out / file.replace(".png", "-over.png")))
        return file

    def _let_paint(self) -> None:
        """Let layouts settle and previews render before a picture is taken."""
        loop = QEventLoop()
        QTimer.singleShot(_PAINT_MILLISECONDS, loop.quit)
        loop.exec()

    def report(self, **what: str | float | list[list[str]]) -> None:
        """Tell the conductor of the tour something, as one line of JSON."""
        sys.stdout.write(json.dumps(what) + "\n")
        sys.stdout.flush()
