# SPDX-License-Identifier: Apache-2.0
"""What a person's bed has to respect, as far as the reader's post may know it."""

from uuid import UUID

from PySide6.QtWidgets import QCheckBox, QComboBox

from app.errors import Refused
from app.policies.answers import Answer, AnswerState
from app.policies.dormitory.rules.needs import House
from app.policies.reasons import Reason
from app.services.dormitory.rules.needs import NeedsLine, NoteNeeds, needs_of, note_needs
from app.ui.dormitory.about_her import FormAboutHer
from app.ui.texts import words
from app.ui.widgets.acting import narrow
from app.ui.widgets.field import Field
from app.ui.widgets.labels import sentence
from app.ui.workplace import Workplace

_ANSWERS: tuple[Answer[bool], ...] = (
    Answer(),
    Answer(AnswerState.GIVEN, True),
    Answer(AnswerState.GIVEN, False),
    Answer(AnswerState.UNKNOWN),
    Answer(AnswerState.DECLINED),
    Answer(AnswerState.NOT_APPLICABLE),
)


class NeedsPanel(FormAboutHer):
    """House, watch, bed and room; what the post may not read is neither shown nor changed."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self._line: NeedsLine | None = None
        self.house = narrow(QComboBox())
        for house in House:
            self.house.addItem(words(house), house)
        self.watch = narrow(QComboBox())
        for level in (
            self.tr("0 · none"),
            self.tr("1 · look in on her"),
            self.tr("2 · near the caretaker"),
            self.tr("3 · never alone"),
        ):
            self.watch.addItem(level)
        self.own_room = QCheckBox(self.tr("Room of her own"))
        self.step_free = QCheckBox(self.tr("Room without stairs"))
        self.lower_bunk = QCheckBox(self.tr("Lower bunk"))
        self.exploited = narrow(QComboBox())
        for told in (
            self.tr("not assessed yet"),
            self.tr("yes"),
            self.tr("no"),
            self.tr("not known"),
            self.tr("prefers not to say"),
            self.tr("does not apply"),
        ):
            self.exploited.addItem(told)
        self.lay_out(
            self.tr("Needs"),
            {
                "house": Field(self.tr("House"), self.house),
                "watch": Field(self.tr("Watch"), self.watch),
                "exploited": Field(self.tr("Sexually exploited"), self.exploited),
            },
            (self.tr("Note it"), self._note),
            self.own_room,
            self.step_free,
            self.lower_bunk,
            sentence(self.tr("The board says what no longer fits; nobody is moved."), "muted"),
        )
        self._fit()

    def open_for(self, person_id: UUID, name: str) -> None:
        """Ask for the needs of a person; ``name`` as the board shows it."""
        self._line = None
        for tick in (self.own_room, self.step_free, self.lower_bunk):
            tick.setChecked(False)
        self._fit()
        self.start_about(person_id, name)
        self._workplace.ask(self, needs_of, person_id, self._show)

    def _show(self, line: NeedsLine) -> None:
        if line.person_id != self.person_id:
            return
        self._line = line
        if line.house is not None:
            self.house.setCurrentIndex(self.house.findData(line.house))
        self.watch.setCurrentIndex(line.watch or 0)
        self.own_room.setChecked(bool(line.own_room))
        self.step_free.setChecked(bool(line.step_free))
        self.lower_bunk.setChecked(bool(line.lower_bunk))
        if line.exploited is not None:
            self.exploited.setCurrentIndex(_ANSWERS.index(line.exploited))
        self._fit()

    def _fit(self) -> None:
        """Show what the post may read; nothing can be saved before it was read."""
        line = self._line
        for shown, known in (
            (self.fields["house"], line is not None and line.house is not None),
            (self.fields["watch"], line is not None and line.watch is not None),
            (self.fields["exploited"], line is not None and line.exploited is not None),
            (self.own_room, line is not None and line.own_room is not None),
            (self.step_free, line is not None and line.step_free is not None),
            (self.lower_bunk, line is not None and line.lower_bunk is not None),
        ):
            shown.setHidden(not known)
        self.save_button.setEnabled(line is not None)

    def _note(self) -> None:
        line = self._line
        if line is not None:
            self.finish(note_needs, lambda: self._command(line), self._done, "")

    def _command(self, line: NeedsLine) -> NoteNeeds:
        return NoteNeeds(
            line.person_id,
            House(self.house.currentData()) if line.house is not None else None,
            self.watch.currentIndex() if line.watch is not None else None,
            self.own_room.isChecked() if line.own_room is not None else None,
            self.step_free.isChecked() if line.step_free is not None else None,
            self.lower_bunk.isChecked() if line.lower_bunk is not None else None,
            _ANSWERS[self.exploited.currentIndex()] if line.exploited is not None else None,
            line.version,
        )

    def _done(self, _line: NeedsLine) -> str:
        return self.tr("Needs noted.")

    def _failed(self, error: Exception) -> None:
        super()._failed(error)
        if isinstance(error, Refused) and Reason.STALE in error.reasons and self.person_id:
            self._workplace.ask(self, needs_of, self.person_id, self._show)
