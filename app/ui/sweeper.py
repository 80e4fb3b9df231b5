# SPDX-License-Identifier: Apache-2.0
"""Keeps Python's memory sound for as long as a window is open.

Garbage is collected on the window's own thread only.

A collection starts in whichever thread happens to allocate. On a database thread it may
free Qt objects that wait in a reference cycle, and Qt objects must die on the thread they
live on: that ends the program without a word.

None is never used up: PySide 6.12 takes a reference from it with every call that returns
nothing. From Python 3.12 on that does no harm; before, the program ends in the middle of a
shift once none is left (docs/decisions/0020).
"""

import gc
import sys

from PySide6.QtCore import QObject, QTimer

_EVERY_MILLISECONDS = 1000
_MORE_THAN_A_SHIFT = 1 << 40


class Sweeper(QObject):
    """Takes over from the automatic collector while database threads run."""

    _running = 0

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        Sweeper._running += 1
        gc.disable()
        spare_none()
        self._timer = QTimer(self, interval=_EVERY_MILLISECONDS)
        self._timer.timeout.connect(sweep)
        self._timer.start()

    def stop(self) -> None:
        """Leave collecting to Python again once no other window needs this."""
        if self._timer.isActive():
            self._timer.stop()
            Sweeper._running -= 1
            if Sweeper._running == 0:
                gc.enable()


def sweep() -> None:
    """Collect the generations that are due, as the automatic collector would."""
    for generation in (2, 1, 0):
        if gc.get_count()[generation] > gc.get_threshold()[generation]:
            gc.collect(generation)
            return


def give_back() -> None:
    """Give memory that nobody uses any more back to the system, where its C library can."""
    if sys.platform == "linux":
        from ctypes import CDLL

        trim = getattr(CDLL(None), "malloc_trim", None)
        if trim is not None:
            trim(0)


def spare_none() -> None:
    """Give None more references than PySide can take in a shift."""
    if sys.version_info < (3, 12) and sys.getrefcount(None) < _MORE_THAN_A_SHIFT >> 1:
        from ctypes import c_ssize_t

        c_ssize_t.from_address(id(None)).value += _MORE_THAN_A_SHIFT
