# SPDX-License-Identifier: Apache-2.0
"""A row of labelled buttons that also take one letter; ``?`` is "not known yet" (ux §5.1)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from app.policies.answers import Answer, AnswerState
from app.ui.theme.style import mark
from app.ui.widgets.buttons import Button
from app.ui.widgets.layouts import row


@dataclass(frozen=True, slots=True)
class Choice:
    """One button: what it stands for, its words, its letter.

    ``none`` marks the answer that excludes the others in a row of several.
    """

    value: Any
    text: str
    letter: str
    none: bool = False


class ChoiceRow(QWidget):
    """One question with labelled answers; Tab moves on, arrows and letters choose.

    ``open_answers`` holds "not known yet" and "prefers not to say"; a field shows it
    beside its label.

    Signals:
        changed: another answer is chosen.
    """

    changed = Signal()

    def __init__(
        self,
        name: str,
        choices: Sequence[Choice],
        *,
        several: bool = False,
        open_answers: bool = True,
    ) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._several = several
        self._always_one = not open_answers
        unknown = Choice(AnswerState.UNKNOWN, self.tr("Not known yet"), "?")
        declined = Choice(AnswerState.DECLINED, self.tr("Prefers not to say"), "!")
        self._choices = (*choices, unknown, declined) if open_answers else tuple(choices)
        self._buttons: list[QPushButton] = []
        box, beside = row(spacing=4), row(spacing=4)
        self.setLayout(box)
        self.open_answers = QWidget()
        self.open_answers.setLayout(beside)
        for place, choice in enumerate(self._choices):
            made = Button(_shown(choice))
            made.setAccessibleName(self.tr("{0}: {1}").format(name, choice.text))
            made.setCheckable(True)
            made.setFocusPolicy(
                Qt.FocusPolicy.StrongFocus if place == 0 else Qt.FocusPolicy.ClickFocus
            )
            is_open = isinstance(choice.value, AnswerState)
            mark(made, role="open" if is_open else "choice")
            made.clicked.connect(lambda _checked=False, at=place: self._pick(at))
            made.installEventFilter(self)
            self._buttons.append(made)
            (beside if is_open else box).addWidget(made)
        self._last_in_row = self._buttons[len(choices) - 1]
        box.add_stretch()
        self.setFocusProxy(self._buttons[0])

    def answer(self) -> Answer[Any]:
        """Return the answer in its five states."""
        chosen = [c for c, b in zip(self._choices, self._buttons, strict=True) if b.isChecked()]
        if not chosen:
            return Answer()
        if isinstance(chosen[0].value, AnswerState):
            return Answer(chosen[0].value)
        if self._several:
            return Answer(AnswerState.GIVEN, frozenset(c.value for c in chosen if not c.none))
        return Answer(AnswerState.GIVEN, chosen[0].value)

    def set_answer(self, answer: Answer[Any]) -> None:
        """Show an answer."""
        for choice, made in zip(self._choices, self._buttons, strict=True):
            made.setChecked(self._matches(choice, answer))

    def _matches(self, choice: Choice, answer: Answer[Any]) -> bool:
        if isinstance(choice.value, AnswerState):
            return answer.state is choice.value
        if not answer.is_given:
            return False
        if self._several:
            return not answer.value if choice.none else choice.value in (answer.value or ())
        return bool(choice.value == answer.value)

    def _pick(self, place: int) -> None:
        picked = self._choices[place]
        alone = not self._several or picked.none or isinstance(picked.value, AnswerState)
        if self._always_one:
            self._buttons[place].setChecked(True)
        on = self._buttons[place].isChecked()
        for other, made in enumerate(self._buttons):
            choice = self._choices[other]
            excluded = alone or choice.none or isinstance(choice.value, AnswerState)
            if other != place and excluded and on:
                made.setChecked(False)
        self.changed.emit()

    def eventFilter(self, watched: Any, event: Any) -> bool:
        """Let letters choose and arrows walk while any button has the focus."""
        if isinstance(event, QKeyEvent) and event.type() == QKeyEvent.Type.KeyPress:
            return self._typed(watched, event)
        return False

    def _typed(self, watched: Any, event: QKeyEvent) -> bool:
        place = self._buttons.index(watched)
        if event.key() == Qt.Key.Key_Tab and self.open_answers.isAncestorOf(watched):
            self._last_in_row.setFocus(Qt.FocusReason.OtherFocusReason)
            return False
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()))
        if step is not None:
            self._buttons[(place + step) % len(self._buttons)].setFocus(
                Qt.FocusReason.OtherFocusReason
            )
            return True
        if event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
            return False
        letter = event.text().casefold()
        for at, choice in enumerate(self._choices):
            if letter and choice.letter.casefold() == letter:
                self._buttons[at].click()
                return True
        return False


def _shown(choice: Choice) -> str:
    """Return the words with the letter in brackets where the words do not begin with it."""
    starts = choice.text.casefold().startswith(choice.letter.casefold())
    return choice.text if starts else f"{choice.text} [{choice.letter}]"
