# SPDX-License-Identifier: Apache-2.0
"""Registering one arrival: the fields, autosaved, saved, resumed after a crash."""

from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.errors import Refused, Unavailable
from app.policies.access import Right
from app.policies.arrivals.registration import ArrivalForm, is_blank
from app.policies.reasons import Reason
from app.services.arrivals.register.complete import (
    CompleteArrival,
    Completed,
    OpenArrival,
    complete_arrival,
    open_arrival,
)
from app.services.arrivals.register.drafts import OpenDraft, SeenArrival, discard_draft, open_draft
from app.services.arrivals.register.register import RegisterArrival, Registered, register_arrival
from app.ui import format as shown
from app.ui.arrivals.register.draft_keeper import DraftKeeper
from app.ui.arrivals.register.form import ArrivalFields
from app.ui.arrivals.register.register_banner import RegisterBanner
from app.ui.texts import sentences
from app.ui.theme.icons import Icon
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import caption, heading, sentence
from app.ui.widgets.layouts import row, scrolling
from app.ui.workplace import Workplace


class RegisterPanel(QWidget):
    """One registration on screen.

    Signals:
        registered(result): the arrival is saved; she waits for a bed.
        completed(result): what was missing of an earlier arrival is saved.
        postponed: the form was put away as a draft.
        discarded: the draft was dropped.
        print_entries(form): what is on screen should be printed, since it cannot be saved.
        present_wanted(arrival_id, field): the arrival was changed meanwhile and should be
            opened as it is recorded now; the form stays as a draft.
    """

    registered = Signal(object)
    completed = Signal(object)
    postponed = Signal()
    discarded = Signal()
    print_entries = Signal(object)
    present_wanted = Signal(object, str)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self._opened: OpenArrival | None = None
        self._acting = False
        self.fields = ArrivalFields(workplace)
        self.keeper = DraftKeeper(workplace, self.fields.form, self.fields.focused, self)
        self._status = caption(tone="muted")
        self.banner = RegisterBanner(workplace.looks)
        self.banner.print_wanted.connect(lambda: self.print_entries.emit(self.fields.form()))
        self.banner.present_wanted.connect(self._open_present)
        self.keeper.kept.connect(self._kept)
        self.keeper.not_kept.connect(self.banner.say_unsaved)
        self.fields.edited.connect(self.keeper.edited)
        self.fields.left.connect(self.keeper.autosave)
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
        self.discard_button = button(
            looks, self.tr("Drop this draft"), self.discard, role="quiet", icon=Icon.CLOSE
        )
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 6, 0, 6)
        box.setSpacing(4)
        self._heading = heading("")
        box.addLayout(row(self._heading, None, self._status))
        box.addWidget(self.banner)
        box.addWidget(scrolling(self.fields), 1)
        box.addWidget(sentence(self.tr("No need to ask tonight what happened to her."), "muted"))
        box.addLayout(row(self.later_button, self.discard_button, None, self.save_button))
        self.begin()

    @property
    def draft_id(self) -> UUID | None:
        """Return the draft this form is kept in."""
        return self.keeper.draft_id

    @property
    def opened(self) -> OpenArrival | None:
        """Return the earlier arrival that is being completed, if it is one."""
        return self._opened

    @property
    def saved(self) -> bool:
        """Say whether all that stands on screen is on disk as a draft."""
        return self.keeper.saved

    @property
    def blank(self) -> bool:
        """Say whether nothing was filled in."""
        return is_blank(self.fields.form())

    def begin(self) -> None:
        """Start an empty form."""
        self._load(None, None, ArrivalForm(), "name")
        self._status.setText(
            self.tr("Only one field is needed.")
            if self._workplace.may(Right.REGISTER_ARRIVAL)
            else self.tr("Choose an arrival in the queue to complete it.")
        )

    def complete(self, arrival_id: UUID, field: str = "name") -> None:
        """Open an earlier arrival and go to the field that is missing."""
        self._workplace.act(
            self, open_arrival, arrival_id, lambda opened: self._show_opened(opened, field)
        )

    def _show_opened(self, opened: OpenArrival, field: str, draft: OpenDraft | None = None) -> None:
        form = draft.form if draft is not None else opened.form
        self._load(opened, draft.draft_id if draft is not None else None, form, field)
        self.fields.show_hidden(opened.hidden)
        self._status.setText(self.tr("Everything is kept while you type."))

    def _load(
        self, opened: OpenArrival | None, draft_id: UUID | None, form: ArrivalForm, field: str
    ) -> None:
        self._opened = opened
        seen = None
        if opened is not None:
            seen = SeenArrival(opened.arrival_id, opened.version, opened.person_version)
        self.keeper.watch(draft_id, seen)
        self.banner.clear()
        self._heading.setText(
            self.tr("Quick registration")
            if opened is None
            else self.tr("Completing {0}").format(opened.number)
        )
        self.save_button.setText(
            f" {self.tr('Save and find a bed') if opened is None else self.tr('Save')}"
        )
        self.fields.show_hidden(frozenset())
        self.fields.hints.watch(opened is None)
        self.fields.paper.setVisible(opened is None)
        self.setEnabled(opened is not None or self._workplace.may(Right.REGISTER_ARRIVAL))
        self.fields.load(form, field)

    def resume(self, draft_id: UUID) -> None:
        """Go on with a draft, at the field where typing stopped."""
        self._workplace.act(self, open_draft, draft_id, self._show_draft)

    def _show_draft(self, draft: OpenDraft | None) -> None:
        if draft is None:
            return
        seen = draft.seen
        if seen is not None:
            self._workplace.act(
                self,
                open_arrival,
                seen.arrival_id,
                lambda present: self._go_on(present, draft, seen),
            )
            return
        self._load(None, draft.draft_id, draft.form, draft.focused)
        when = shown.clock_seconds(draft.saved_at, self._workplace.zone)
        self._status.setText(self.tr("Draft, saved {0}").format(when))

    def _go_on(self, present: OpenArrival, draft: OpenDraft, seen: SeenArrival) -> None:
        """Complete what the draft was typed over, so that nothing newer is overwritten."""
        opened = replace(present, version=seen.version, person_version=seen.person_version)
        self._show_opened(opened, draft.focused, draft)
        if opened != present:
            self.banner.say_moved_on()

    def _open_present(self) -> None:
        if self._opened is not None:
            self.present_wanted.emit(self._opened.arrival_id, self.fields.focused())

    def autosave(self) -> None:
        """Keep what stands on screen, unless nothing changed since."""
        self.keeper.autosave()

    def keep_then(self, then: Callable[[], None]) -> None:
        """Do what replaces the form, once all that is typed is on disk; else stay."""
        self.keeper.keep_then(then)

    def _kept(self, resting: bool) -> None:
        self.banner.kept()
        if resting:
            when = shown.clock_seconds(self._workplace.now(), self._workplace.zone)
            self._status.setText(self.tr("Draft, saved {0}").format(when))

    def put_away(self) -> None:
        """Keep the form as a draft and leave it for later."""
        self.keep_then(self._away)

    def _away(self) -> None:
        if self.draft_id is None:
            self.begin()
        else:
            self.postponed.emit()

    def discard(self) -> None:
        """Drop the draft; only ever asked for by its own button, and undone by Ctrl+Z."""
        self.autosave()
        if self.draft_id is not None:
            when = shown.clock_time(self._workplace.now(), self._workplace.zone)
            self._workplace.act(
                self,
                discard_draft,
                self.draft_id,
                lambda _dropped: self.discarded.emit(),
                label=self.tr("Dropping the draft of {0}").format(when),
            )
        self.begin()

    def save(self) -> None:
        """Register the arrival with whatever is known, or save what was completed."""
        if self._acting:
            return
        self._acting = True
        self.keeper.pause()
        self.fields.clear_problems()
        self.save_button.setEnabled(False)
        opened = self._opened
        if opened is not None:
            self._workplace.act(
                self,
                complete_arrival,
                CompleteArrival(
                    opened.arrival_id,
                    opened.version,
                    opened.person_version,
                    self.fields.form(),
                    self.draft_id,
                ),
                self._completed,
                self._refused,
            )
            return
        name = shown.called(self.fields.name.text().strip(), self.tr("the new arrival"), hide=True)
        self._workplace.act(
            self,
            register_arrival,
            RegisterArrival(self.fields.form(), None, self.draft_id),
            self._registered,
            self._refused,
            label=self.tr("Registering {0}").format(name),
        )

    def _answered(self) -> None:
        self._acting = False
        self.keeper.resume()
        self.save_button.setEnabled(True)

    def _registered(self, result: Registered) -> None:
        self._answered()
        self.begin()
        self.registered.emit(result)

    def _completed(self, result: Completed) -> None:
        self._answered()
        self.begin()
        self.completed.emit(result)

    def _refused(self, error: Exception) -> None:
        self._answered()
        if isinstance(error, Refused):
            if error.field in self.fields.fields:
                self.fields.show_problem(error.field, Reason(error.reasons[0]))
            elif self._opened is not None and Reason.STALE in error.reasons:
                self.banner.say_moved_on()
            else:
                self.banner.say("stop", sentences(error.reasons))
        elif isinstance(error, Unavailable):
            self.banner.say_unsaved(error)
        else:
            self._workplace.tasks.failed.emit(error)
