# SPDX-License-Identifier: Apache-2.0
"""Registering a group: a shared header, a row each, saved one by one (ux §5.2)."""

from uuid import UUID

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget
from uuid6 import uuid7

from app.errors import Refused, Unavailable
from app.policies.answers import Answer
from app.policies.arrivals.groups import GroupHeader, GroupRow, RowProblem, form_of_row, tie_of
from app.policies.arrivals.registration import ArrivalForm, CameBy
from app.policies.people.age import Thresholds
from app.policies.reasons import Reason
from app.services.arrivals.register.forms import preview
from app.services.arrivals.register.groups import (
    KeepGroup,
    OpenGroup,
    RegisterRow,
    group_waiting,
    keep_group,
    register_row,
)
from app.services.arrivals.register.register import Registered
from app.services.people.thresholds import ThresholdsLine, thresholds
from app.ui import format as shown
from app.ui.arrivals.register.escort import EscortRow
from app.ui.arrivals.register.group_table import GroupTable
from app.ui.texts import sentences, words
from app.ui.theme.icons import Icon
from app.ui.widgets.age_chip import treatment_text
from app.ui.widgets.banner import Banner
from app.ui.widgets.buttons import button
from app.ui.widgets.choice import Choice, ChoiceRow
from app.ui.widgets.field import Field
from app.ui.widgets.labels import caption, heading, sentence
from app.ui.widgets.layouts import row, tall
from app.ui.workplace import Workplace

AUTOSAVE_MILLISECONDS = 1200


class GroupPanel(QWidget):
    """The group on screen.

    Signals:
        saved(count): the rows are registered; beds are to be proposed for all of them.
        said(text): something worth a toast.
    """

    saved = Signal(int)
    said = Signal(str)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self._group_id, self._draft_id = uuid7(), uuid7()
        self._twice: set[int] = set()
        self._queue: list[int] = []
        self._done = 0
        self._thresholds = Thresholds()
        looks = workplace.looks
        self.banner = Banner(looks)
        self.came_by = ChoiceRow(
            self.tr("Came by"),
            tuple(
                Choice(by, words(by), letter)
                for by, letter in zip(CameBy, ("s", "p", "r", "m"), strict=True)
            ),
        )
        self.brought = EscortRow(workplace)
        self.table = GroupTable(looks)
        self._status = caption(tone="muted")
        self.save_button = button(
            looks,
            self.tr("Save all and propose beds"),
            self.save,
            role="primary",
            icon=Icon.DORMITORY,
            shortcut="Ctrl+Return",
        )
        self.new_button = button(looks, self.tr("New group"), self.begin, role="quiet")
        box = QVBoxLayout()
        box.setContentsMargins(12, 8, 0, 8)
        box.setSpacing(6)
        box.addLayout(row(heading(self.tr("Group arrival")), None, self._status))
        box.addWidget(self.banner)
        box.addWidget(
            Field(
                self.tr("The same for all: came by"), self.came_by, beside=self.came_by.open_answers
            )
        )
        box.addWidget(self.brought)
        box.addWidget(self.table, 1)
        box.addWidget(
            sentence(
                self.tr("Enter: next row · Ctrl+D: copy from above · a row needs only one cell."),
                "muted",
            )
        )
        box.addLayout(row(self.new_button, None, self.save_button))
        self.setLayout(tall(box))
        self._timer = QTimer(self, singleShot=True, interval=AUTOSAVE_MILLISECONDS)
        self._timer.timeout.connect(self.autosave)
        self.table.edited.connect(self._edited)
        self.came_by.changed.connect(self._edited)
        for editor in (self.brought.referrer, self.brought.escort, self.brought.phone):
            editor.textEdited.connect(lambda _text: self._edited())
        copy = QShortcut(QKeySequence("Ctrl+D"), self)
        copy.activated.connect(self.table.copy_from_above)
        self.begin()

    @property
    def blank(self) -> bool:
        """Say whether no row waits to be saved."""
        return not self.table.unsaved()

    @property
    def pending(self) -> bool:
        """Say whether something typed has not gone to disk yet."""
        return self._timer.isActive()

    def begin(self) -> None:
        """Start an empty group."""
        self.autosave()
        self._group_id, self._draft_id = uuid7(), uuid7()
        self._load(GroupHeader(), ())

    def reload(self) -> None:
        """Offer a half-typed group, if this grid is empty."""
        self._workplace.ask(self, thresholds, None, self._learn)
        if self.blank:
            self._workplace.ask(self, group_waiting, None, self._offer)

    def _learn(self, seen: ThresholdsLine) -> None:
        self._thresholds = seen.now

    def header(self) -> GroupHeader:
        """Return what is the same for all, as typed."""
        return GroupHeader(
            self.came_by.answer(),
            self.brought.referrer.text(),
            self.brought.escort.text(),
            self.brought.phone.text(),
        )

    def start_typing(self) -> None:
        """Put the cursor where typing starts."""
        self.came_by.setFocus()

    def _load(self, header: GroupHeader, rows: tuple[GroupRow, ...]) -> None:
        self._twice, self._queue, self._done = set(), [], 0
        self.banner.clear()
        self.came_by.set_answer(header.came_by if header.came_by.is_given else Answer())
        self.brought.load(
            ArrivalForm(
                referrer=header.referrer, escort=header.escort, escort_phone=header.escort_phone
            )
        )
        self.table.load(rows)
        self._status.setText(self.tr("Everything is kept while you type."))

    def _offer(self, waiting: OpenGroup | None) -> None:
        if waiting is None or not self.blank:
            return
        when = shown.clock_time(waiting.saved_at, self._workplace.zone)
        self.banner.say(
            "info",
            self.tr("A group of {0} by {1} is not finished.").format(when, waiting.saved_by),
            self.tr("Continue"),
            lambda: self._resume(waiting),
        )

    def _resume(self, waiting: OpenGroup) -> None:
        self._group_id, self._draft_id = waiting.group_id, waiting.draft_id
        self._load(waiting.header, waiting.rows)
        self.table.go_to(max(0, len(waiting.rows) - 1), "name")

    def _edited(self) -> None:
        self._review()
        if not self._timer.isActive():
            self._timer.start()

    def _review(self) -> None:
        """Show in each row how it would be taken if it were saved now."""
        today = self._workplace.zone.today(self._workplace.now())
        for place, each in self.table.unsaved().items():
            try:
                form = form_of_row(self.header(), each)
                tie_of(each)
            except RowProblem as problem:
                self._wrong(place, (problem.reason,))
                continue
            seen = preview(form, today, self._thresholds)
            if seen.judgement is None or seen.problems:
                self._wrong(place, tuple(seen.problems.values()))
                continue
            text = treatment_text(seen.judgement.treated_as, presumed=seen.judgement.presumed)
            self.table.show_result(place, text, icon=Icon.TASK, tone="muted")

    def _wrong(self, place: int, reasons: tuple[Reason, ...]) -> None:
        self.table.show_result(place, sentences(reasons), icon=Icon.WARN, tone="stop")

    def autosave(self) -> None:
        """Keep the rows that are not saved yet."""
        self._timer.stop()
        rows = tuple(self.table.unsaved().values())
        command = KeepGroup(self._draft_id, self._group_id, self.header(), rows)
        self._workplace.keep(self, keep_group, command, self._kept, self._not_kept)

    def _kept(self, _draft_id: UUID) -> None:
        when = shown.clock_seconds(self._workplace.now(), self._workplace.zone)
        self._status.setText(self.tr("Draft, saved {0}").format(when))

    def _not_kept(self, error: Exception) -> None:
        why = words(error.cause) if isinstance(error, Unavailable) else str(error)
        self.banner.say("stop", self.tr("Not saved yet. {0}").format(why))
        self._timer.start()

    def save(self) -> None:
        """Register every filled row, one act each; a wrong one stays and says why."""
        if self._queue:
            return
        self.banner.clear()
        self._done = 0
        self._queue = list(self.table.unsaved())
        if not self._queue:
            self.banner.say("info", sentences((Reason.NOTHING_FILLED,)))
            return
        self.save_button.setEnabled(False)
        self._save_next()

    def _save_next(self) -> None:
        if not self._queue:
            self._finished()
            return
        place = self._queue[0]
        command = RegisterRow(
            self._group_id,
            self.header(),
            self.table.row_at(place),
            anyway=place in self._twice,
        )
        name = shown.called(command.row.name.strip(), self.tr("the new arrival"), hide=True)
        self._workplace.act(
            self,
            register_row,
            command,
            self._row_saved,
            self._row_refused,
            label=self.tr("Registering {0}").format(name),
        )

    def _row_saved(self, result: Registered) -> None:
        place = self._queue.pop(0)
        self._done += 1
        treated = treatment_text(result.treated_as, presumed=result.presumed)
        self.table.settle(place, self.tr("{0} · saved as {1}").format(treated, result.number))
        self._save_next()

    def _row_refused(self, error: Exception) -> None:
        place = self._queue.pop(0)
        if isinstance(error, Refused):
            self._wrong(place, error.reasons)
            if Reason.TWICE_IN_GROUP in error.reasons:
                self._twice.add(place)
            self._save_next()
            return
        self._queue = []
        self.save_button.setEnabled(True)
        self._not_kept(error)

    def _finished(self) -> None:
        self.save_button.setEnabled(True)
        self.autosave()
        left = self.table.unsaved()
        if left:
            self.table.go_to(next(iter(left)), "name")
            self.banner.say(
                "warn",
                self.tr("{0} saved. {1} rows still need a look; they are kept.").format(
                    self._done, len(left)
                ),
            )
        elif self._done:
            self.saved.emit(self._done)
