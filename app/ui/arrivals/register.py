# SPDX-License-Identifier: Apache-2.0
"""Registering one arrival: the fields, autosaved, saved, resumed after a crash."""

from uuid import UUID

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from uuid6 import uuid7

from app.errors import Refused, Unavailable
from app.policies.arrivals.registration import ArrivalForm, is_blank
from app.policies.reasons import Reason
from app.services.arrivals.drafts import KeepDraft, OpenDraft, discard_draft, keep_draft, open_draft
from app.services.arrivals.register import RegisterArrival, Registered, register_arrival
from app.ui import format as shown
from app.ui.arrivals.form import ArrivalFields
from app.ui.texts import sentences, words
from app.ui.theme.icons import Icon
from app.ui.widgets.banner import Banner
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import heading, sentence
from app.ui.widgets.layouts import row, scrolling
from app.ui.workplace import Workplace

AUTOSAVE_MILLISECONDS = 1200


class RegisterPanel(QWidget):
    """One registration on screen.

    Signals:
        registered(result): the arrival is saved; she waits for a bed.
        postponed: the form was put away as a draft.
        print_entries(form): what is on screen should be printed, since it cannot be saved.
    """

    registered = Signal(object)
    postponed = Signal()
    print_entries = Signal(object)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self._draft_id: UUID | None = None
        self._saved_form: ArrivalForm | None = None
        self._dirty = False
        self.fields = ArrivalFields(workplace)
        self._status = sentence(tone="muted")
        self._status.setWordWrap(False)
        self.banner = Banner(workplace.looks)
        self._timer = QTimer(self, singleShot=True, interval=AUTOSAVE_MILLISECONDS)
        self._timer.timeout.connect(self.autosave)
        self.fields.edited.connect(self._edited)
        self.fields.left.connect(self.autosave)
        looks = workplace.looks
        self.save_button = button(
            looks,
            self.tr("Save and find a bed"),
            self.save,
            role="primary",
            icon=Icon.DORMITORY,
            shortcut="Ctrl+Return",
        )
        self.later_button = button(looks, self.tr("Continue later"), self.put_away, shortcut="Esc")
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 8, 12, 8)
        box.setSpacing(6)
        box.addLayout(row(heading(self.tr("Quick registration")), None, self._status))
        box.addWidget(self.banner)
        box.addWidget(scrolling(self.fields), 1)
        box.addWidget(sentence(self.tr("No need to ask tonight what happened to her."), "muted"))
        box.addLayout(row(self.later_button, None, self.save_button))
        self._tell()

    @property
    def draft_id(self) -> UUID | None:
        """Return the draft this form is kept in."""
        return self._draft_id

    @property
    def blank(self) -> bool:
        """Say whether nothing was filled in."""
        return is_blank(self.fields.form())

    def begin(self) -> None:
        """Start an empty form."""
        self._draft_id, self._saved_form, self._dirty = None, None, False
        self.banner.clear()
        self.fields.load(ArrivalForm(), "name")
        self._tell()

    def resume(self, draft_id: UUID) -> None:
        """Go on with a draft, at the field where typing stopped."""
        self._workplace.act(self, open_draft, draft_id, self._show_draft)

    def _show_draft(self, draft: OpenDraft | None) -> None:
        if draft is None:
            return
        self._draft_id, self._saved_form, self._dirty = draft.draft_id, draft.form, False
        self.fields.load(draft.form, draft.focused)
        when = shown.clock_seconds(draft.saved_at, self._workplace.zone)
        self._status.setText(self.tr("Draft, saved {0}").format(when))

    def _edited(self) -> None:
        self._dirty = True
        self._timer.start()

    def autosave(self) -> None:
        """Keep what stands on screen, unless nothing changed since."""
        self._timer.stop()
        form = self.fields.form()
        if not self._dirty or (is_blank(form) and self._draft_id is None):
            return
        if self._draft_id is None:
            self._draft_id = uuid7()
        self._dirty = False
        command = KeepDraft(form, self.fields.focused(), self._draft_id)
        self._workplace.keep(self, keep_draft, command, self._kept, self._not_kept)

    def _kept(self, _draft_id: UUID) -> None:
        when = shown.clock_seconds(self._workplace.now(), self._workplace.zone)
        self._status.setText(self.tr("Draft, saved {0}").format(when))

    def _not_kept(self, error: Exception) -> None:
        self._dirty = True
        self._say_unsaved(error)

    def _say_unsaved(self, error: Exception) -> None:
        why = words(error.cause) if isinstance(error, Unavailable) else str(error)
        self.banner.say(
            "stop",
            self.tr("Not saved to disk yet. Your entries are still on screen. {0}").format(why),
            self.tr("Print entries"),
            lambda: self.print_entries.emit(self.fields.form()),
        )

    def put_away(self) -> None:
        """Keep the form as a draft and leave it for later."""
        self._dirty = self._dirty or self._draft_id is None
        self.autosave()
        self.postponed.emit()

    def discard(self) -> None:
        """Drop the draft; only ever asked for by its own button."""
        if self._draft_id is not None:
            self._workplace.act(self, discard_draft, self._draft_id)
        self.begin()

    def save(self) -> None:
        """Register the arrival with whatever is known."""
        self._timer.stop()
        self.fields.clear_problems()
        self.save_button.setEnabled(False)
        name = shown.person(self.fields.name.text().strip(), self.tr("the new arrival"), hide=True)
        self._workplace.act(
            self,
            register_arrival,
            RegisterArrival(self.fields.form(), None, self._draft_id),
            self._registered,
            self._refused,
            label=self.tr("Registering {0}").format(name),
        )

    def _registered(self, result: Registered) -> None:
        self.save_button.setEnabled(True)
        self.begin()
        self.registered.emit(result)

    def _refused(self, error: Exception) -> None:
        self.save_button.setEnabled(True)
        if isinstance(error, Refused):
            if error.field in self.fields.fields:
                self.fields.show_problem(error.field, Reason(error.reasons[0]))
            else:
                self.banner.say("stop", sentences(error.reasons))
        elif isinstance(error, Unavailable):
            self._say_unsaved(error)
        else:
            self._workplace.tasks.failed.emit(error)

    def _tell(self) -> None:
        self._status.setText(self.tr("Only one field is needed."))
