# SPDX-License-Identifier: Apache-2.0
"""The bed check: room by room, one key for each bed, and who is not found since when."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QListWidgetItem, QPushButton, QWidget

from app.errors import Refused, Unavailable
from app.policies.access import Right
from app.policies.arrivals.night import MarkState
from app.policies.dormitory.away.whereabouts import Whereabouts
from app.services.arrivals.care.bed_check import (
    CheckLine,
    CheckSheet,
    FinishCheck,
    Finished,
    MarkBed,
    Unfinished,
    check_sheet,
    finish_check,
    mark_bed,
    start_check,
)
from app.services.dormitory.away.whereabouts import CensusLine
from app.services.topics import Topic
from app.ui import format as shown
from app.ui.texts import sentences, words
from app.ui.theme.icons import Icon
from app.ui.widgets.banner import Banner
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import heading, sentence
from app.ui.widgets.layouts import column, row
from app.ui.widgets.short_list import WrappedList
from app.ui.workplace import Workplace

_LINE = Qt.ItemDataRole.UserRole + 1
_TOPICS = frozenset(
    {Topic.WHEREABOUTS, Topic.LOG, Topic.BEDS, Topic.ARRIVALS, Topic.PEOPLE, Topic.SHIFT}
)
_MINUTE = 60_000
LETTERS = {
    MarkState.PRESENT: "H",
    MarkState.ABSENT: "T",
    MarkState.HOSPITAL: "R",
    MarkState.LEAVE: "I",
}
"""Letters of the Indonesian words: hadir, tidak ada, rumah sakit, izin (domain §6.1)."""
_STATES = {letter: state for state, letter in LETTERS.items()}
_LOOKS = {
    MarkState.PRESENT: (Icon.ALLOWED, "ok"),
    MarkState.ABSENT: (Icon.WARN, "warn"),
    MarkState.HOSPITAL: (Icon.FORWARD, "info"),
    MarkState.LEAVE: (Icon.FORWARD, "info"),
}
_SAID_BY = {
    MarkState.ABSENT: Whereabouts.MISSING,
    MarkState.HOSPITAL: Whereabouts.HOSPITAL,
    MarkState.LEAVE: Whereabouts.LEAVE,
}
"""Marks that her whereabouts say again, with their minutes."""
_IN_THE_HOUSE = frozenset({Whereabouts.BED, Whereabouts.MATTRESS, Whereabouts.UNPLACED})


class BedCheckPanel(QWidget):
    """A letter marks the chosen bed and goes on to the next; arrows go back.

    Signals:
        said(text): something worth a toast.
    """

    said = Signal(str)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self._sheet = CheckSheet(None, None, ())
        looks = workplace.looks
        self.banner, self.missing = Banner(looks), Banner(looks)
        self.progress = sentence()
        self.start_button = button(
            looks, self.tr("Start the bed check"), self.start, role="primary", icon=Icon.DORMITORY
        )
        self.finish_button = button(
            looks, self.tr("Finish the bed check"), self.finish, role="primary", icon=Icon.ALLOWED
        )
        self.marks: dict[MarkState, QPushButton] = {
            state: button(
                looks,
                f"{words(state)} [{letter}]",
                partial(self.mark, state),
                role="choice",
                name=words(state),
            )
            for state, letter in LETTERS.items()
        }
        for each in self.marks.values():
            each.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.list = WrappedList(self.tr("Beds, room by room"))
        self.list.installEventFilter(self)
        layout = column(
            row(heading(self.tr("Bed check")), None, self.progress),
            self.banner,
            self.missing,
            self.list,
            row(*self.marks.values(), None),
            row(None, self.start_button, self.finish_button),
            margin=12,
        )
        layout.setStretchFactor(self.list, 1)
        self.setLayout(layout)
        self._minute = QTimer(self, interval=_MINUTE)
        self._minute.timeout.connect(self.reload)
        workplace.masking_changed.connect(lambda: self._show(self._sheet))
        self._show(self._sheet)

    @property
    def topics(self) -> frozenset[Topic]:
        """Return what this panel shows."""
        return _TOPICS

    def reload(self) -> None:
        """Ask for the sheet again; the chosen bed stays chosen."""
        if self._workplace.may(Right.CHECK_BEDS):
            self._workplace.ask(self, check_sheet, None, self._show)

    def start(self) -> None:
        """Begin a round, or go on with the one of this watch."""
        self._workplace.act(self, start_check, None, self._started, self._failed)

    def mark(self, state: MarkState) -> None:
        """Mark the chosen bed and go on to the next one."""
        line = self._current()
        check_id = self._sheet.check_id
        if line is None:
            return
        if check_id is None:
            self.banner.say(
                "info",
                self.tr("No bed check is under way."),
                self.tr("Start the bed check"),
                self.start,
            )
            return
        self._workplace.act(
            self,
            mark_bed,
            MarkBed(check_id, line.person.person_id, state),
            lambda _marked: self.banner.clear(),
            self._failed,
        )
        self.list.setCurrentRow(min(self.list.currentRow() + 1, self.list.count() - 1))

    def finish(self, *, anyway: bool = False) -> None:
        """End the round; whoever has no mark yet is named as a number first."""
        check_id = self._sheet.check_id
        if check_id is not None:
            self._workplace.act(
                self, finish_check, FinishCheck(check_id, anyway), self._finished, self._failed
            )

    def _started(self, _check_id: UUID) -> None:
        self.banner.clear()
        self.list.setCurrentRow(0)
        self.list.setFocus()
        self.reload()

    def _finished(self, _result: Finished) -> None:
        self.banner.clear()
        self.said.emit(self.tr("The bed check stands in the log."))

    def _failed(self, error: Exception) -> None:
        if isinstance(error, Unfinished):
            self.banner.say(
                "warn",
                self.tr("{0} without a mark yet.").format(error.unmarked),
                self.tr("Finish anyway"),
                lambda: self.finish(anyway=True),
            )
            self._go_to_first_unmarked()
        elif isinstance(error, Refused):
            self.banner.say("stop", sentences(error.reasons))
            self.reload()
        elif isinstance(error, Unavailable):
            self.banner.say("stop", words(error.cause))
        else:
            self._workplace.tasks.failed.emit(error)

    def _show(self, sheet: CheckSheet) -> None:
        chosen = self._current()
        self._sheet = sheet
        under_way = sheet.check_id is not None
        may = self._workplace.may(Right.CHECK_BEDS)
        self.start_button.setVisible(may and not under_way)
        self.finish_button.setVisible(may and under_way)
        for made in self.marks.values():
            made.setEnabled(may and under_way)
        self.progress.setText(
            self.tr("{0} of {1}").format(sheet.marked, sheet.total)
            if under_way
            else self.tr("{0} on the list").format(sheet.total)
        )
        self.list.clear()
        for line in sheet.lines:
            item = QListWidgetItem(self._text(line))
            item.setData(_LINE, line)
            item.setIcon(self._icon(line))
            self.list.addItem(item)
            if chosen is not None and line.person.person_id == chosen.person.person_id:
                self.list.setCurrentItem(item)
        if self.list.currentRow() < 0 and self.list.count():
            self.list.setCurrentRow(0)
        self._show_missing()

    def _show_missing(self) -> None:
        """Say who is not found and since when, once for each change."""
        missing = [
            line.person for line in self._sheet.lines if line.person.where is Whereabouts.MISSING
        ]
        if not missing:
            self.missing.clear()
            return
        named = ", ".join(
            self.tr("{0} for {1}").format(self._who(each), shown.waited(each.minutes))
            for each in missing
        )
        overdue = any(each.overdue for each in missing)
        text = (
            self.tr("Not found: {0}. Look together and call the coordinator.")
            if overdue
            else self.tr("Not found: {0}.")
        ).format(named)
        if self.missing.text != text:
            self.missing.say("stop" if overdue else "warn", text)

    def _who(self, person: CensusLine) -> str:
        return shown.person(person.name, person.number, hide=self._workplace.masking)

    def _text(self, line: CheckLine) -> str:
        person = line.person
        parts = [person.place or self.tr("no bed"), self._who(person)]
        if line.mark is not None and _SAID_BY.get(line.mark) is not person.where:
            parts.append(words(line.mark))
        elif line.mark is None and self._sheet.check_id is not None:
            parts.append(self.tr("no mark yet"))
        if person.where not in _IN_THE_HOUSE:
            since = self.tr("{0} for {1}").format(words(person.where), shown.waited(person.minutes))
            parts.append(since)
        return " · ".join(parts)

    def _icon(self, line: CheckLine) -> object:
        if line.person.overdue:
            return self._workplace.looks.icon(Icon.REFUSED, "stop")
        meaning, token = _LOOKS[line.mark] if line.mark is not None else (Icon.PERSON, "muted")
        return self._workplace.looks.icon(meaning, token)

    def _current(self) -> CheckLine | None:
        item = self.list.currentItem()
        return item.data(_LINE) if item is not None else None

    def _go_to_first_unmarked(self) -> None:
        for place, line in enumerate(self._sheet.lines):
            if line.mark is None:
                self.list.setCurrentRow(place)
                return

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take letters in the list as marks, never as a search."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            held = event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
            state = _STATES.get(event.text().upper())
            if not held and state is not None:
                if not event.isAutoRepeat():
                    self.mark(state)
                return True
        return super().eventFilter(watched, event)

    def showEvent(self, event: QShowEvent) -> None:
        """Let the minutes of who is missing run while they are seen."""
        super().showEvent(event)
        self._minute.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Let them rest."""
        super().hideEvent(event)
        self._minute.stop()
