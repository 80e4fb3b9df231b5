# SPDX-License-Identifier: Apache-2.0
"""Cards that keep themselves: needs, allergy and diet, what she was told."""

from dataclasses import replace

from app.policies.access import Right
from app.policies.answers import Answer
from app.policies.arrivals.care import NeedKind, ToldKind
from app.services.arrivals.care.care import TickNeed, UntickNeed, tick_need, untick_need
from app.services.arrivals.care.care_of import Care
from app.services.arrivals.desk.promises import NoteTold, Untell, note_told, untell
from app.services.arrivals.register.admission import DietNoted, NoteDiet, note_diet_and_allergy
from app.ui import format as shown
from app.ui.arrivals.care.care_parts import AnswerLine, CareCard, TickRow
from app.ui.texts import words
from app.ui.widgets.field import Field, line
from app.ui.widgets.labels import sentence
from app.ui.widgets.layouts import column
from app.ui.widgets.short_list import joined
from app.ui.workplace import Workplace


class NeedsCard(CareCard):
    """Needs of the first hour, ticked with their time; signals as of ``CareCard``."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self.ticks = TickRow(workplace.looks, self.tr("Needs of the first hour"), tuple(NeedKind))
        self.ticks.wanted.connect(self._wanted)
        self.setLayout(column(self.ticks))

    def show_care(self, care: Care) -> None:
        """Show which needs were met and when."""
        super().show_care(care)
        zone = self._workplace.zone
        self.ticks.show_ticks(
            {each.kind: shown.clock_time(each.met_at, zone) for each in care.needs}
        )

    def clear(self) -> None:
        """Show no ticks."""
        super().clear()
        self.ticks.show_ticks({})

    def _wanted(self, kind: NeedKind, on: object) -> None:
        if self._care is None:
            return
        label = self.tr("Need: {0}").format(words(kind))
        arrival_id = self._care.arrival_id
        if on:
            self._do(tick_need, TickNeed(arrival_id, kind), label)
        else:
            self._do(untick_need, UntickNeed(arrival_id, kind), label)


class DietCard(CareCard):
    """Allergy and diet, kept when the line is left; signals as of ``CareCard``."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self.answers = {
            "allergy": AnswerLine(self.tr("Allergy")),
            "diet": AnswerLine(self.tr("Diet: what she does not eat")),
        }
        self.fields = {name: each.field for name, each in self.answers.items()}
        for each in self.answers.values():
            each.left.connect(self.keep)
        self.also = sentence(tone="warn")
        self.setLayout(column(*self.answers.values(), self.also))

    @property
    def pending(self) -> bool:
        """Say whether an answer is typed that is not recorded."""
        return any(each.changed for each in self.answers.values())

    def show_care(self, care: Care) -> None:
        """Show the answers, except one that is being typed."""
        super().show_care(care)
        self.setEnabled(self._workplace.may(Right.RECORD_ADMISSION))
        known = {"allergy": care.allergy, "diet": care.diet}
        for name, each in self.answers.items():
            if not each.changed:
                each.show_answer(known[name] or Answer())
        elsewhere = joined(care.also.allergy, care.also.diet)
        self.also.setText(
            self.tr("She may have been here before. Noted then: {0}").format(elsewhere)
        )
        self.also.setHidden(not elsewhere)

    def clear(self) -> None:
        """Show empty answers."""
        super().clear()
        self.also.hide()
        for each in self.answers.values():
            each.show_answer(Answer())

    def keep(self) -> None:
        """Keep the answers that were changed."""
        care = self._care
        changed = {name: each.answer() for name, each in self.answers.items() if each.changed}
        if care is None or self.busy or not changed:
            return
        self._do(
            note_diet_and_allergy,
            NoteDiet(care.arrival_id, care.person_version, **changed),
            self.tr("Allergy and diet"),
            lambda noted: self._kept(noted, changed),
        )

    def _kept(self, noted: DietNoted, sent: dict[str, Answer[str]]) -> None:
        for name, answer in sent.items():
            self.answers[name].kept(answer)
        if self._care is not None and self._care.arrival_id == noted.arrival_id:
            self._care = replace(self._care, person_version=noted.version)
        self.keep()


class ToldCard(CareCard):
    """What a referrer promised: ticks, and a line for anything else; signals as of ``CareCard``."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        kinds = tuple(kind for kind in ToldKind if kind is not ToldKind.OTHER)
        self.ticks = TickRow(workplace.looks, self.tr("She was told"), kinds)
        self.ticks.wanted.connect(self._wanted)
        self._recorded = ""
        self.other = line(longest=1000)
        self.other.editingFinished.connect(self.keep)
        self.fields = {"words": Field(self.tr("Something else she was told"), self.other)}
        self.setLayout(column(self.ticks, self.fields["words"]))

    @property
    def pending(self) -> bool:
        """Say whether other words are typed that are not recorded."""
        return self._care is not None and _tidy(self.other.text()) != self._recorded

    def show_care(self, care: Care) -> None:
        """Show what is noted; words that are being typed stay."""
        typing = self.pending
        super().show_care(care)
        others = [each.words for each in care.told if each.kind is ToldKind.OTHER]
        self._recorded = others[0] if others else ""
        self.setEnabled(self._workplace.may(Right.RECORD_ADMISSION))
        zone = self._workplace.zone
        self.ticks.show_ticks(
            {each.kind: shown.clock_time(each.noted_at, zone) for each in care.told}
        )
        if not typing:
            self.other.setText(self._recorded)

    def clear(self) -> None:
        """Show nothing noted."""
        super().clear()
        self.ticks.show_ticks({})
        self._recorded = ""
        self.other.clear()

    def keep(self) -> None:
        """Keep the other words, or take them back when the line is empty."""
        if self.pending and not self.busy:
            text = _tidy(self.other.text())
            self._note(ToldKind.OTHER, text, on=bool(text))

    def _wanted(self, kind: ToldKind, on: object) -> None:
        if self._care is not None:
            self._note(kind, "", on=bool(on))

    def _note(self, kind: ToldKind, typed: str, *, on: bool) -> None:
        if self._care is None:
            return
        label = self.tr("Told: {0}").format(words(kind))
        arrival_id = self._care.arrival_id

        def done(_result: object) -> None:
            if kind is ToldKind.OTHER:
                self._recorded = typed
                self.keep()

        if on:
            self._do(note_told, NoteTold(arrival_id, kind, typed), label, done)
        else:
            self._do(untell, Untell(arrival_id, kind), label, done)


def _tidy(text: str) -> str:
    return " ".join(text.split())
