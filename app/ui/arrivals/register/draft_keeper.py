# SPDX-License-Identifier: Apache-2.0
"""Keeps what stands in a registration on disk while it is typed."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal
from uuid6 import uuid7

from app.policies.arrivals.registration import ArrivalForm, is_blank
from app.services.arrivals.register.drafts import KeepDraft, SeenArrival, keep_draft
from app.ui.workplace import Workplace

AUTOSAVE_MILLISECONDS = 1200
_RETRY_MILLISECONDS = 5000


class DraftKeeper(QObject):
    """Autosaves one form, again and again until the disk takes it.

    Args:
        workplace: the open shelter.
        form: returns what stands on screen.
        focused: returns the field that is being typed in.

    Signals:
        kept(resting): what stood on screen is on disk; nothing else waits for that.
        not_kept(error): it is not, and is tried again.
    """

    kept = Signal(bool)
    not_kept = Signal(object)

    def __init__(
        self,
        workplace: Workplace,
        form: Callable[[], ArrivalForm],
        focused: Callable[[], str],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._workplace, self._form, self._focused = workplace, form, focused
        self.draft_id: UUID | None = None
        self._seen: SeenArrival | None = None
        self._dirty = self._saving = self._paused = False
        self._then: Callable[[], None] | None = None
        self.timer = QTimer(self, singleShot=True, interval=AUTOSAVE_MILLISECONDS)
        self.timer.timeout.connect(self.autosave)

    @property
    def saved(self) -> bool:
        """Say whether all that stands on screen is on disk as a draft."""
        return self.draft_id is not None and not self._dirty and not self._saving

    def watch(self, draft_id: UUID | None, seen: SeenArrival | None) -> None:
        """Go on with another form.

        Args:
            draft_id: the draft it is kept in, if there is one.
            seen: the arrival it completes, as it was opened.
        """
        self.draft_id, self._seen = draft_id, seen
        self._dirty, self._saving, self._then = False, False, None
        self.timer.stop()

    def edited(self) -> None:
        """Keep what was typed, soon."""
        self._dirty = True
        if not self.timer.isActive():
            self.timer.start(AUTOSAVE_MILLISECONDS)

    def pause(self) -> None:
        """Keep nothing while the form itself is saved."""
        self._paused = True
        self.timer.stop()

    def resume(self) -> None:
        """Keep again what is typed."""
        self._paused = False
        if self._dirty:
            self.timer.start(AUTOSAVE_MILLISECONDS)

    def autosave(self) -> None:
        """Keep what stands on screen, unless nothing changed since."""
        self.timer.stop()
        form = self._form()
        nothing = is_blank(form) and self.draft_id is None
        if self._paused or not self._dirty or nothing:
            return
        if self.draft_id is None:
            self.draft_id = uuid7()
        self._dirty, self._saving = False, True
        command = KeepDraft(form, self._focused(), self.draft_id, self._seen)
        self._workplace.keep(self, keep_draft, command, self._kept, self._not_kept)

    def keep_then(self, then: Callable[[], None]) -> None:
        """Do what replaces the form, once all that is typed is on disk; else stay."""
        nothing = self.draft_id is None and is_blank(self._form())
        if nothing or not (self._dirty or self._saving):
            then()
            return
        self._then = then
        self.autosave()

    def _kept(self, draft_id: UUID) -> None:
        if draft_id != self.draft_id:
            return
        self._saving = False
        self.kept.emit(self._then is None)
        if self._then is None:
            return
        if self._dirty:
            self.autosave()
        else:
            then, self._then = self._then, None
            then()

    def _not_kept(self, error: Exception) -> None:
        self._dirty, self._saving, self._then = True, False, None
        self.timer.start(_RETRY_MILLISECONDS)
        self.not_kept.emit(error)
