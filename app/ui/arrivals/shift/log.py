# SPDX-License-Identifier: Apache-2.0
"""The duty log: one key for the kind, one box for the words, the list beneath."""

from datetime import UTC, datetime
from functools import partial
from uuid import UUID

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QPlainTextEdit,
    QWidget,
)

from app.clock import Zone
from app.errors import Refused, Unavailable
from app.policies.access import Right
from app.policies.answers import Answer, given
from app.policies.arrivals.moments import read_moment
from app.policies.arrivals.night import LONGEST_ENTRY, LogKind
from app.policies.people.names import TextProblem
from app.services.arrivals.shift.log import (
    WriteEntry,
    Written,
    kinds_for,
    write_entry,
)
from app.services.dormitory.away.whereabouts import Census, census
from app.services.topics import Topic
from app.ui import format as shown
from app.ui.arrivals.shift.log_list import LogList
from app.ui.texts import sentences, words
from app.ui.theme.icons import Icon
from app.ui.theme.measures import measure
from app.ui.widgets.banner import Banner
from app.ui.widgets.buttons import ENTER, button
from app.ui.widgets.choice import Choice, ChoiceRow
from app.ui.widgets.field import Field, beside, line
from app.ui.widgets.labels import heading
from app.ui.widgets.layouts import column, row
from app.ui.widgets.still.chooser import Chooser
from app.ui.workplace import Workplace

_TOPICS = frozenset({Topic.LOG, Topic.SHIFT, Topic.ARRIVALS, Topic.PEOPLE})
_LETTERS = {
    LogKind.INCIDENT: "k",
    LogKind.VISITOR: "t",
    LogKind.CALL: "e",
    LogKind.CHECK: "p",
    LogKind.MEDICINE: "o",
    LogKind.BUILDING: "b",
}
"""Letters of the Indonesian words: kejadian, tamu, telepon, pemeriksaan, obat, bangunan."""


def time_typed(text: str, now: datetime, zone: Zone) -> datetime | None:
    """Return the instant of an hour such as 02.14, or of a day and hour: 23/11 02.14.

    Raises:
        TextProblem: it is no time of the day, or its day does not exist.
    """
    said = read_moment(text, zone.local(now))
    return None if said is None else said.astimezone(UTC)


class LogPanel(QWidget):
    """Ctrl+Return writes; what was typed stays until it stands in the log.

    Signals:
        said(text): something worth a toast.
    """

    said = Signal(str)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self._busy = False
        self._census: Census | None = None
        looks = workplace.looks
        self.banner = Banner(looks)
        kinds = [kind for kind in LogKind if kind in kinds_for(workplace.actor.role)]
        self.kind = ChoiceRow(
            self.tr("What it is about"),
            tuple(Choice(kind, words(kind), _LETTERS[kind]) for kind in kinds),
            open_answers=False,
        )
        self.words = QPlainTextEdit()
        self.words.setTabChangesFocus(True)
        measure(self.words, highest=6)
        self.person = Chooser()
        self.time = measure(line(longest=40), most=18)
        self.to_next = QCheckBox(self.tr("Tell the next shift"))
        self.fields = {
            "kind": Field(self.tr("What it is about"), self.kind),
            "words": Field(
                self.tr("What happened (at most {0} characters)").format(LONGEST_ENTRY),
                self.words,
            ),
            "person_id": Field(self.tr("About whom"), self.person),
            "happened_at": Field(self.tr("When (empty: now)"), self.time),
        }
        self.write_button = button(
            looks,
            self.tr("Write into the log"),
            self.write,
            role="primary",
            icon=Icon.SAVE,
            shortcut="Ctrl+Return",
        )
        self.log = LogList(workplace)
        self.log.said.connect(self.said)
        self.form = QWidget()
        self.form.setLayout(
            column(
                self.fields["kind"],
                self.fields["words"],
                beside(self.fields["person_id"], self.fields["happened_at"], None),
                row(self.to_next, None, self.write_button),
            )
        )
        if not workplace.may(Right.WRITE_LOG):
            self.form.hide()
        layout = column(
            heading(self.tr("Duty log")),
            self.banner,
            self.form,
            self.log,
            margin=12,
        )
        layout.setStretchFactor(self.log, 1)
        self.setLayout(layout)
        workplace.masking_changed.connect(lambda: self._show_people(self._census))
        self._show_people(None)

    @property
    def topics(self) -> frozenset[Topic]:
        """Return what this panel shows."""
        return _TOPICS

    @property
    def pending(self) -> bool:
        """Say whether something is typed that does not stand in the log yet."""
        return bool(self.words.toPlainText().strip())

    def reload(self) -> None:
        """Ask for the log and for the people it may be about; what is typed stays."""
        self.log.reload()
        self._workplace.ask(self, census, None, self._show_people)

    def begin(self, kind: LogKind | None = None) -> None:
        """Go to the kinds, or with a kind chosen straight to the words."""
        if kind is not None:
            self.kind.set_answer(given(kind))
            self.words.setFocus()
        else:
            self.kind.setFocus()

    def write(self) -> None:
        """Write what was typed; a refusal is told beside the field and nothing is lost."""
        if self._busy or not self._workplace.may(Right.WRITE_LOG):
            return
        self.banner.clear()
        for field in self.fields.values():
            field.show_problem("")
        kind = self.kind.answer()
        if not kind.is_given:
            self._at_field("kind", self.tr("Choose what it is about."))
            return
        try:
            moment = time_typed(self.time.text(), self._workplace.now(), self._workplace.zone)
        except TextProblem as problem:
            self._at_field("happened_at", words(problem.reason))
            return
        typed = self.words.toPlainText()
        entry = WriteEntry(
            LogKind(kind.value), typed, self._about(), moment, self.to_next.isChecked()
        )
        self._busy = True
        when = shown.clock_time(self._workplace.now(), self._workplace.zone)
        self._workplace.act(
            self,
            write_entry,
            entry,
            partial(self._written, typed),
            self._failed,
            label=self.tr("Log entry of {0}").format(when),
        )

    def _written(self, typed: str, result: Written) -> None:
        self._busy = False
        if self.words.toPlainText() == typed:
            self.words.clear()
            self.time.clear()
            self.person.setCurrentIndex(0)
            self.to_next.setChecked(False)
            self.kind.set_answer(Answer())
        if not result.in_shift:
            self.banner.say(
                "info", self.tr("Written. No shift is running, so the next one finds it.")
            )
        self.said.emit(self.tr("Written into the log."))

    def _failed(self, error: Exception) -> None:
        self._busy = False
        if isinstance(error, Refused) and error.field in self.fields:
            self._at_field(str(error.field), sentences(error.reasons))
        elif isinstance(error, Refused):
            self.banner.say("stop", sentences(error.reasons))
            self.reload()
        elif isinstance(error, Unavailable):
            self.banner.say("stop", words(error.cause), self.tr("Try again"), self.write)
        else:
            self._workplace.tasks.failed.emit(error)

    def _at_field(self, name: str, text: str) -> None:
        field = self.fields[name]
        field.show_problem(text)
        field.setFocus()

    def _about(self) -> UUID | None:
        """Return whom the entry is about; ids stand as text, which a list can compare."""
        chosen = self.person.currentData()
        return UUID(hex=chosen) if chosen else None

    def _show_people(self, found: Census | None) -> None:
        self._census = found
        hide = self._workplace.masking
        here = [
            (shown.numbered(each.name, each.number, hide=hide), each.person_id.hex)
            for each in (found.lines if found is not None else ())
        ]
        self.person.offer([(self.tr("nobody in particular"), None), *here])

    def event(self, event: QEvent) -> bool:
        """Keep Ctrl+Return from the window's shortcut while somebody works in here."""
        if event.type() == QEvent.Type.ShortcutOverride and _is_writing(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Write on Ctrl+Return."""
        if _is_writing(event) and not self.log.hasFocus():
            self.write()
        else:
            super().keyPressEvent(event)


def _is_writing(event: QEvent) -> bool:
    return (
        isinstance(event, QKeyEvent)
        and event.key() in ENTER
        and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    )
