# SPDX-License-Identifier: Apache-2.0
"""The right of the board: what can be done with the selected person or bed, and why not."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from app.policies.dormitory.beds.suggest import NoBedOption, Suggestion
from app.policies.reasons import Reason
from app.services.dormitory.beds.verdicts import Verdicts
from app.ui import format as shown
from app.ui.dormitory.beds.selected import Selected
from app.ui.texts import sentences, words
from app.ui.theme.icons import Icon
from app.ui.theme.measures import measure
from app.ui.theme.style import Looks
from app.ui.widgets.age_chip import AgeChip
from app.ui.widgets.banner import Banner
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import heading, sentence
from app.ui.widgets.layouts import column, emptied, panel, row, scrolling


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing that can be done: its words, its icon and what it does."""

    text: str
    icon: Icon
    do: Callable[[], None]


class Side(QWidget):
    """Says and offers; the view decides what happens.

    Signals:
        taken(place): the suggestion with this number is accepted.
        signed(why): a signature was typed for what was asked last.
        agreed: the offered swap is wanted.
        cancelled: nothing of it.
    """

    taken = Signal(int)
    signed = Signal(str)
    agreed = Signal()
    cancelled = Signal()

    def __init__(self, looks: Looks) -> None:
        super().__init__()
        self._looks = looks
        self.banner = Banner(looks)
        self._box = QVBoxLayout()
        self._box.setSpacing(8)
        self.suggestions: list[QPushButton] = []
        self.deeds: list[QPushButton] = []
        self.why: QPlainTextEdit | None = None
        self.sign: QPushButton | None = None
        self.swap: QPushButton | None = None
        self.room = sentence("", "muted")
        content = QWidget()
        content.setLayout(column(self._box, self.room, None))
        self.setLayout(column(self.banner, scrolling(content), margin=8))

    def clear(self) -> None:
        """Show what the board is for."""
        self._empty()
        self._box.addWidget(_title(self.tr("Nobody selected")))
        self._box.addWidget(
            sentence(
                self.tr(
                    "Choose a person: every room shows at once whether she may sleep there. "
                    "Then choose a bed, or drag her to it."
                ),
                "muted",
            )
        )

    def show_person(
        self, who: Selected, name: str, said: Verdicts | None, deeds: list[Deed]
    ) -> None:
        """Show a person, her best beds and what else can be done."""
        self._empty()
        chip = AgeChip()
        chip.show_treatment(who.treated_as, presumed=who.presumed)
        self._box.addWidget(_title(name))
        where = who.place or self.tr("No bed yet")
        self._box.addLayout(row(chip, sentence(where, "muted"), None))
        if said is not None:
            self._show_verdicts(name, said)
        self._show_deeds(deeds)

    def _show_verdicts(self, name: str, said: Verdicts) -> None:
        told = shown.age_told(said.born, said.age_basis, said.age_said_on, said.today)
        if told:
            self._box.addWidget(sentence(self.tr("Age: {0}").format(told), "muted"))
        if said.presumed:
            self._box.addWidget(
                sentence(
                    self.tr("Age is not certain: {0}. {1} is treated as a child.").format(
                        words(said.treated_reason), name
                    ),
                    "muted",
                )
            )
        for place, suggestion in enumerate(said.suggestions):
            self._box.addWidget(self._suggestion(suggestion, place))
        if said.when_full:
            self._box.addWidget(self._nothing_legal(name, said.when_full))

    def _suggestion(self, suggestion: Suggestion, place: int) -> QWidget:
        bed = f"{suggestion.room_name}-{suggestion.bed_label}"
        take = button(
            self._looks,
            self.tr("Place in {0}").format(bed),
            lambda: self.taken.emit(place),
            role="primary" if place == 0 else "",
            icon=Icon.DORMITORY,
            name=self.tr("Suggestion {0}: place in {1}").format(place + 1, bed),
        )
        self.suggestions.append(take)
        reasons = " · ".join(words(reason) for reason in suggestion.reasons)
        return panel(column(sentence(f"{place + 1}.  {reasons}"), take, margin=8), card=True)

    def _nothing_legal(self, name: str, options: tuple[NoBedOption, ...]) -> QWidget:
        listed = "\n".join(f"{n}. {words(option)}" for n, option in enumerate(options, start=1))
        text = self.tr("No safe bed for {0} tonight. What is left, in this order:\n{1}")
        return panel(column(sentence(text.format(name, listed)), margin=10), banner="warn")

    def show_bed(self, place: str, told: str, deeds: list[Deed]) -> None:
        """Show a bed that nobody sleeps in."""
        self._empty()
        self._box.addWidget(_title(place))
        if told:
            self._box.addWidget(sentence(told, "muted"))
        self._show_deeds(deeds)

    def ask_signature(self, what: str, reasons: Sequence[Reason], *, allowed: bool) -> None:
        """Ask for the typed reason of whoever signs; or say who may."""
        self._empty()
        self._box.addWidget(_title(what))
        self._box.addWidget(sentence(sentences(reasons), "warn"))
        if not allowed:
            self._box.addWidget(sentence(words(Reason.NOT_YOURS_TO_SIGN), "stop"))
            self._box.addWidget(self._cancel())
            return
        self._box.addWidget(
            sentence(
                self.tr(
                    "Your signature ends at 08.00 and stands on the coordinator's list. "
                    "Why is it needed? (at least 10 letters)"
                )
            )
        )
        why = QPlainTextEdit()
        why.setAccessibleName(self.tr("Why is it needed?"))
        why.setTabChangesFocus(True)
        measure(why, height=5)
        self._box.addWidget(why)
        sign = button(
            self._looks,
            self.tr("Sign and place"),
            lambda: self.signed.emit(why.toPlainText()),
            role="primary",
            icon=Icon.ALLOWED,
        )
        self._box.addLayout(row(self._cancel(), None, sign))
        self.why, self.sign = why, sign
        why.setFocus()

    def offer_swap(self, question: str, told: str = "") -> None:
        """Ask whether two people change beds."""
        self._empty()
        self._box.addWidget(_title(question))
        if told:
            self._box.addWidget(sentence(told, "warn"))
        swap = button(
            self._looks, self.tr("Swap"), self.agreed.emit, role="primary", icon=Icon.SWAP
        )
        self._box.addLayout(row(self._cancel(), None, swap))
        self.swap = swap
        swap.setFocus()

    def explain(self, text: str) -> None:
        """Say what a room says to the selected person; the same words every time."""
        self.room.setText(text)

    def focus_on(self, name: str) -> bool:
        """Put the keyboard on the button with this spoken name; say whether there is one."""
        for made in (*self.suggestions, *self.deeds):
            if made.accessibleName() == name:
                made.setFocus()
                return True
        return False

    def _cancel(self) -> QPushButton:
        return button(self._looks, self.tr("Cancel"), self.cancelled.emit, role="quiet")

    def _show_deeds(self, deeds: list[Deed]) -> None:
        for deed in deeds:
            made = button(self._looks, deed.text, deed.do, icon=deed.icon)
            self.deeds.append(made)
            self._box.addWidget(made)

    def _empty(self) -> None:
        self.suggestions, self.deeds = [], []
        self.why = self.sign = self.swap = None
        self.room.setText("")
        emptied(self._box)


def _title(text: str) -> QLabel:
    """Return a heading that wraps, since the side is narrow and names are long."""
    made = heading(text)
    made.setWordWrap(True)
    return made
