# SPDX-License-Identifier: Apache-2.0
"""The queue at the desk: who arrived, how long she waits, what comes next."""

from uuid import UUID

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QListWidgetItem, QVBoxLayout, QWidget

from app.policies.access import Right
from app.services.arrivals.desk.desk import QueueLine, queue_tonight
from app.services.arrivals.register.drafts import DraftLine, drafts_waiting
from app.ui import format as shown
from app.ui.texts import words
from app.ui.theme.icons import Icon
from app.ui.widgets.age_chip import treatment_text
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import heading, sentence
from app.ui.widgets.layouts import row
from app.ui.widgets.short_list import WrappedList
from app.ui.workplace import Workplace

_DRAFT, _LINE = Qt.ItemDataRole.UserRole + 1, Qt.ItemDataRole.UserRole + 2


class Queue(QWidget):
    """Drafts first, then arrivals in the order of ux §5.1.

    Signals:
        new_wanted: an empty form is wanted.
        group_wanted, joint_wanted, families_wanted: the grid, the beds for all, the families.
        draft_chosen(id): a draft should be gone on with.
        person_chosen(id): somebody without a bed should get one.
        arrival_chosen(id): what is missing of an arrival should be completed.
        reloaded: the lines are asked for again, as they are each minute.
    """

    new_wanted = Signal()
    group_wanted = Signal()
    joint_wanted = Signal()
    families_wanted = Signal()
    draft_chosen = Signal(object)
    person_chosen = Signal(object)
    arrival_chosen = Signal(object)
    reloaded = Signal()

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self._drafts: tuple[DraftLine, ...] = ()
        self._lines: tuple[QueueLine, ...] = ()
        self.list = WrappedList(self.tr("Arrivals of this shift"))
        self.list.activated.connect(self._activated)
        self.list.itemClicked.connect(lambda item: self._open(item))
        edit = QShortcut(QKeySequence("F2"), self.list)
        edit.setContext(Qt.ShortcutContext.WidgetShortcut)
        edit.activated.connect(self.edit_current)
        self._empty = sentence(
            self.tr("No arrivals yet tonight. Press Ctrl+N when someone arrives."), "muted"
        )
        new = button(
            workplace.looks,
            self.tr("New arrival"),
            self.new_wanted.emit,
            role="primary",
            icon=Icon.ARRIVAL,
            shortcut="Ctrl+N",
        )
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 8, 0, 8)
        box.addWidget(heading(self.tr("Queue")))
        if workplace.may(Right.REGISTER_ARRIVAL):
            box.addWidget(new)
            box.addLayout(row(*self._more(), spacing=4))
        box.addWidget(self._empty)
        box.addWidget(self.list, 1)

    def _more(self) -> list[QWidget]:
        looks = self._workplace.looks
        return [
            button(looks, text, signal.emit, shortcut=keys)
            for text, signal, keys in (
                (self.tr("Group"), self.group_wanted, "Ctrl+Shift+N"),
                (self.tr("Beds for all"), self.joint_wanted, "Ctrl+Shift+B"),
                (self.tr("Family"), self.families_wanted, "Ctrl+Shift+K"),
            )
        ]

    def reload(self) -> None:
        """Ask for drafts and arrivals again."""
        self._workplace.ask(self, drafts_waiting, None, self._show_drafts)
        self._workplace.ask(self, queue_tonight, None, self._show_lines)
        self.reloaded.emit()

    def _show_drafts(self, drafts: tuple[DraftLine, ...]) -> None:
        self._drafts = drafts
        self._fill()

    def _show_lines(self, lines: tuple[QueueLine, ...]) -> None:
        self._lines = lines
        self._fill()

    def repaint_names(self) -> None:
        """Show the same rows with names masked or not."""
        self._fill()

    def _fill(self) -> None:
        chosen = self._key(self.list.currentItem())
        self.list.clear()
        for draft in self._drafts:
            item = QListWidgetItem(self._draft_text(draft))
            item.setIcon(self._workplace.looks.icon(Icon.SAVE, "warn"))
            item.setData(_DRAFT, draft.draft_id)
            self.list.addItem(item)
        for line in self._lines:
            item = QListWidgetItem(self._line_text(line))
            item.setIcon(self._icon(line))
            item.setData(_LINE, line)
            self.list.addItem(item)
        self._empty.setVisible(self.list.count() == 0)
        for place in range(self.list.count()):
            if chosen is not None and self._key(self.list.item(place)) == chosen:
                self.list.setCurrentRow(place)

    @staticmethod
    def _key(item: QListWidgetItem | None) -> UUID | None:
        """Return what a row stands for, whatever stands above it."""
        if item is None:
            return None
        line: QueueLine | None = item.data(_LINE)
        draft: UUID | None = item.data(_DRAFT)
        return line.arrival_id if line is not None else draft

    def _icon(self, line: QueueLine) -> object:
        looks = self._workplace.looks
        if line.urgent:
            return looks.icon(Icon.WARN, "warn")
        if line.away is not None:
            return looks.icon(Icon.AWAY, "muted")
        if line.place:
            return looks.icon(Icon.ALLOWED, "ok")
        return looks.icon(Icon.AGE_UNKNOWN if line.presumed else Icon.PERSON, "info")

    def _draft_text(self, draft: DraftLine) -> str:
        when = shown.clock_time(draft.saved_at, self._workplace.zone)
        return self.tr("{0}  Draft by {1}\nContinue").format(when, draft.started_by)

    def _line_text(self, line: QueueLine) -> str:
        name = shown.person(line.name, line.number, hide=self._workplace.masking)
        when = shown.clock_time(line.arrived_at, self._workplace.zone)
        if line.clock_doubtful:
            when = self.tr("{0} (clock doubtful)").format(when)
        treated = treatment_text(line.treated_as, presumed=line.presumed)
        where = line.place or self._waits(line)
        return f"{when}  {name} · {treated}\n{where} · {words(line.next_step)}"

    def _waits(self, line: QueueLine) -> str:
        if line.away is not None:
            return self.tr("away: {0}").format(words(line.away))
        return self.tr("waiting {0}").format(shown.waited(line.minutes))

    def _activated(self, index: QModelIndex) -> None:
        self._open(self.list.item(index.row()))

    def _open(self, item: QListWidgetItem) -> None:
        draft: UUID | None = item.data(_DRAFT)
        line: QueueLine | None = item.data(_LINE)
        if draft is not None:
            self.draft_chosen.emit(draft)
        elif line is not None and (line.place or line.away is not None):
            self.arrival_chosen.emit(line.arrival_id)
        elif line is not None:
            self.person_chosen.emit(line.person_id)

    def edit_current(self) -> None:
        """Complete the arrival of the selected row, with or without a bed."""
        item = self.list.currentItem()
        line: QueueLine | None = item.data(_LINE) if item is not None else None
        if line is not None:
            self.arrival_chosen.emit(line.arrival_id)
