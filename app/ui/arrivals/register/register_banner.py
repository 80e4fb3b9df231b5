# SPDX-License-Identifier: Apache-2.0
"""What stands in the way of saving one registration, with the way on beside it."""

from PySide6.QtCore import Signal

from app.errors import Unavailable
from app.policies.reasons import Reason
from app.ui.texts import words
from app.ui.theme.style import Looks
from app.ui.widgets.banner import Banner


class RegisterBanner(Banner):
    """The banner of a registration; it knows which of its sentences a saved draft ends.

    Signals:
        print_wanted: the entries should be printed, since they cannot be saved.
        present_wanted: what is recorded now should be opened.
    """

    print_wanted = Signal()
    present_wanted = Signal()

    def __init__(self, looks: Looks) -> None:
        super().__init__(looks)
        self._unsaved = self._moved_on = False

    def clear(self) -> None:
        """Take every sentence away."""
        self._unsaved = self._moved_on = False
        super().clear()

    def say_unsaved(self, error: Exception) -> None:
        """Say that what is on screen is not on disk, and why."""
        self._unsaved = True
        why = words(error.cause) if isinstance(error, Unavailable) else str(error)
        self.say(
            "stop",
            self.tr("Not saved yet. {0}").format(why),
            self.tr("Print entries"),
            self.print_wanted.emit,
        )

    def say_moved_on(self) -> None:
        """Say that the arrival was changed since this form was opened."""
        self._moved_on = True
        self.say(
            "stop",
            words(Reason.STALE),
            self.tr("Open what is recorded now"),
            self.present_wanted.emit,
        )

    def kept(self) -> None:
        """Take back that something is unsaved; anything else that was said stays true."""
        if not self._unsaved:
            return
        self._unsaved = False
        if self._moved_on:
            self.say_moved_on()
        else:
            self.clear()
