# SPDX-License-Identifier: Apache-2.0
"""Parts of the care panel: ticks with their time, a line with open answers, a card."""

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from app.errors import Refused
from app.policies.answers import Answer, AnswerState, given
from app.policies.arrivals.care import LONGEST_ITEM
from app.services.acts import Act
from app.services.arrivals.care.care_of import Care
from app.ui.texts import sentences, words
from app.ui.theme.icons import Icon
from app.ui.theme.style import Looks
from app.ui.widgets.buttons import button
from app.ui.widgets.choice import Choice, ChoiceRow
from app.ui.widgets.field import Field, line
from app.ui.widgets.layouts import row
from app.ui.workplace import Workplace


class TickRow(QWidget):
    """Buttons that are ticked or not; each shows its time once the tick is on disk.

    Signals:
        wanted(kind, on): somebody wants this ticked or not.
    """

    wanted = Signal(object, bool)

    def __init__(self, looks: Looks, name: str, kinds: Sequence[StrEnum]) -> None:
        super().__init__()
        self._looks = looks
        self._name = name
        self._on: frozenset[StrEnum] = frozenset()
        self.buttons: dict[StrEnum, QPushButton] = {}
        for kind in kinds:
            made = button(looks, words(kind), partial(self._clicked, kind), role="choice")
            made.setCheckable(True)
            self.buttons[kind] = made
        self.setLayout(row(*self.buttons.values(), None, spacing=4))
        self.show_ticks({})

    def show_ticks(self, times: Mapping[StrEnum, str]) -> None:
        """Show which are ticked and at what time."""
        self._on = frozenset(times)
        for kind, made in self.buttons.items():
            on = kind in times
            text = f"{words(kind)} {times[kind]}".rstrip() if on else words(kind)
            made.setText(f" {text}")
            made.setAccessibleName(f"{self._name}: {text}")
            made.setIcon(
                self._looks.icon(Icon.ALLOWED, "ok") if on else self._looks.icon(Icon.TASK, "muted")
            )
            made.setChecked(on)

    def _clicked(self, kind: StrEnum) -> None:
        """Ask for the other state; the button shows it only when it is kept."""
        on = kind in self._on
        self.buttons[kind].setChecked(on)
        self.wanted.emit(kind, not on)


class AnswerLine(QWidget):
    """A line of text that may also be answered with none, not known, or declined.

    Signals:
        left: the answer was changed and the line was left, or another state was chosen.
    """

    left = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self._changed = self._chosen = False
        self.line = line(longest=LONGEST_ITEM * 5)
        self.states = ChoiceRow(
            name, (Choice(AnswerState.NOT_APPLICABLE, self.tr("None"), "t"),), open_answers=True
        )
        self.states.setParent(self)
        self.states.hide()
        self.field = Field(name, self.line, beside=self.states.open_answers)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.field)
        self.setFocusProxy(self.line)
        self.line.textEdited.connect(lambda _text: self._typed())
        self.line.editingFinished.connect(self._left)
        self.states.changed.connect(self._state)

    @property
    def changed(self) -> bool:
        """Say whether it differs from what was last shown or kept."""
        return self._changed

    def answer(self) -> Answer[str]:
        """Return the answer; a chosen state counts before the text it was chosen over."""
        text = self.line.text()
        if text.strip() and not self._chosen:
            return given(text)
        return self.states.answer()

    def show_answer(self, answer: Answer[str]) -> None:
        """Show an answer that is recorded."""
        self._changed = self._chosen = False
        self.field.show_problem("")
        self.line.setText(answer.value or "")
        self.states.set_answer(Answer() if answer.is_given else answer)

    def kept(self, answer: Answer[str]) -> None:
        """Note that this answer is recorded, unless something else was typed since."""
        if self.answer() == answer:
            self.show_answer(answer)

    def _typed(self) -> None:
        self._changed, self._chosen = True, False
        self.states.set_answer(Answer())

    def _state(self) -> None:
        self._changed = True
        self._chosen = self.states.answer().state is not AnswerState.NOT_ASKED
        self.left.emit()

    def _left(self) -> None:
        if self._changed:
            self.left.emit()


class CareCard(QWidget):
    """One part of the care panel: shows a ``Care``, keeps what is typed, tells trouble.

    Signals:
        said(text): something worth a toast.
        kept: an act of this card reached the disk.
        failed(error): an act was not possible; None when a field of this card tells why.
    """

    said = Signal(str)
    kept = Signal()
    failed = Signal(object)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self._care: Care | None = None
        self._running = 0
        self.fields: dict[str, Field] = {}

    @property
    def pending(self) -> bool:
        """Say whether something is typed that is not recorded."""
        return False

    @property
    def busy(self) -> bool:
        """Say whether an act of this card is under way."""
        return self._running > 0

    def show_care(self, care: Care) -> None:
        """Show what is recorded; what is being typed stays."""
        self._care = care

    def keep(self) -> None:
        """Keep what keeps itself when it is left."""

    def clear(self) -> None:
        """Forget the person and what was typed for her."""
        self._care = None
        self._clear_problems()

    def _clear_problems(self) -> None:
        for field in self.fields.values():
            field.show_problem("")

    def _do(
        self,
        act: Act[Any, Any],
        command: object,
        label: str = "",
        on_done: Callable[[Any], None] | None = None,
    ) -> None:
        """Perform an act; a refusal is told at its field, everything else by ``failed``."""
        self._running += 1
        self._clear_problems()

        def done(value: Any) -> None:
            self._running -= 1
            if on_done is not None:
                on_done(value)
            self.kept.emit()

        self._workplace.act(self, act, command, done, self._refused, label=label)

    def _refused(self, error: Exception) -> None:
        self._running -= 1
        if isinstance(error, Refused) and error.field in self.fields:
            self.fields[str(error.field)].show_problem(sentences(error.reasons))
            self.failed.emit(None)
        else:
            self.failed.emit(error)
