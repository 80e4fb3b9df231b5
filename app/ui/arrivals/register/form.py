# SPDX-License-Identifier: Apache-2.0
"""The eight fields of the quick registration; one filled is enough to save (ux §5)."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.policies.answers import Answer, AnswerState
from app.policies.arrivals.registration import (
    DEFAULT_LANGUAGE,
    ArrivalForm,
    CameBy,
    Sex,
    UrgentNeed,
)
from app.policies.people.age import AgeBasis, Thresholds, stated_years
from app.policies.reasons import Reason
from app.services.arrivals.register.forms import Preview, preview
from app.services.people.thresholds import ThresholdsLine, thresholds
from app.ui import format as shown
from app.ui.arrivals.desk.return_hint import ReturnHints
from app.ui.arrivals.register.escort import EscortRow
from app.ui.arrivals.register.paper_entry import PaperEntry
from app.ui.texts import words
from app.ui.theme.measures import measure
from app.ui.widgets.age_chip import AgeChip
from app.ui.widgets.choice import Choice, ChoiceRow
from app.ui.widgets.field import Field, line
from app.ui.widgets.labels import sentence
from app.ui.widgets.layouts import columns, row, wide
from app.ui.workplace import Workplace

_UNKNOWN = "?"
_SHORT, _LONG = 23, 40
"""Letters that an answer takes."""


class ArrivalFields(QWidget):
    """The form itself; it knows nothing of saving.

    Signals:
        edited: something was typed or chosen.
        left: a field lost the focus.
    """

    edited = Signal()
    left = Signal()

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self._loading = False
        self._thresholds = Thresholds()
        self.name = line()
        self.sex = ChoiceRow(
            self.tr("Sex"),
            (Choice(Sex.FEMALE, words(Sex.FEMALE), "p"), Choice(Sex.MALE, words(Sex.MALE), "l")),
        )
        self.age = measure(line(longest=40), most=_SHORT)
        self.basis = ChoiceRow(
            self.tr("How the age is known"),
            (
                Choice(AgeBasis.ESTIMATE, words(AgeBasis.ESTIMATE), "e"),
                Choice(AgeBasis.SELF, words(AgeBasis.SELF), "s"),
                Choice(AgeBasis.ESCORT, words(AgeBasis.ESCORT), "p"),
                Choice(AgeBasis.DOCUMENT, words(AgeBasis.DOCUMENT), "d"),
            ),
            open_answers=False,
        )
        self.doubt = ChoiceRow(
            self.tr("Any doubt about the age?"),
            (
                Choice(True, self.tr("Yes, treat as a child"), "y"),
                Choice(False, self.tr("No doubt"), "t"),
            ),
            open_answers=False,
        )
        self.came_by = ChoiceRow(
            self.tr("Came by"),
            (
                Choice(CameBy.ALONE, words(CameBy.ALONE), "s"),
                Choice(CameBy.POLICE, words(CameBy.POLICE), "p"),
                Choice(CameBy.REFERRAL, words(CameBy.REFERRAL), "r"),
                Choice(CameBy.COMMUNITY, words(CameBy.COMMUNITY), "m"),
            ),
        )
        self.brought = EscortRow(workplace)
        self.urgent = ChoiceRow(
            self.tr("Urgent"),
            (
                Choice(None, self.tr("None visible"), "t", none=True),
                Choice(UrgentNeed.INJURED, words(UrgentNeed.INJURED), "l"),
                Choice(UrgentNeed.PREGNANT, words(UrgentNeed.PREGNANT), "h"),
                Choice(UrgentNeed.ILL, words(UrgentNeed.ILL), "s"),
            ),
            several=True,
        )
        self.accompanied = measure(line(longest=40), most=_SHORT)
        self.language = measure(line(DEFAULT_LANGUAGE), width=_LONG)
        self.threatened = ChoiceRow(
            self.tr("Is anyone looking for her or threatening her?"),
            (Choice(True, self.tr("Yes"), "y"), Choice(False, self.tr("No"), "t")),
        )
        self.paper = PaperEntry(workplace)
        self.chip = AgeChip()
        self._why = sentence(tone="muted")
        self._build()
        self._watch()
        self.load(ArrivalForm(), "name")

    def _build(self) -> None:
        beside = QWidget()
        beside.setLayout(row(self.age, self.chip, wide(self._why)))
        beside.setFocusProxy(self.age)
        self.age.setAccessibleName(self.tr("Age"))
        self.fields = {
            "name": Field(self.tr("1  Name, what she is called, or a description"), self.name),
            "sex": Field(self.tr("2  Sex"), self.sex, beside=self.sex.open_answers),
            "age": Field(
                self.tr("3  Age, 15-17, birth date or year (8b = 8 months, d = adult)"), beside
            ),
            "basis": Field(self.tr("How is the age known?"), self.basis),
            "doubt": Field(self.tr("Any doubt about the age?"), self.doubt),
            "came_by": Field(self.tr("4  Came by"), self.came_by, beside=self.came_by.open_answers),
            "urgent": Field(
                self.tr("5  Urgent, what can be seen"), self.urgent, beside=self.urgent.open_answers
            ),
            "accompanied": Field(self.tr("6  Children or relatives with her"), self.accompanied),
            "language": Field(self.tr("7  Language or help she needs"), self.language),
            "threatened": Field(
                self.tr("8  Anyone looking for or threatening her?"),
                self.threatened,
                beside=self.threatened.open_answers,
            ),
        }
        self.fields |= self.brought.fields | self.paper.fields
        self.hints = ReturnHints(self._workplace, self.fields["name"])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(3)
        pairs = (("name",), ("sex",), ("age",), ("basis",), ("doubt",), ("came_by",), ("urgent",))
        for names in (*pairs, ("accompanied", "language"), ("threatened",)):
            column.addLayout(columns(*((self.fields[name], 1) for name in names), spacing=16))
            if names == ("came_by",):
                column.addWidget(self.brought)
        column.addWidget(self.paper)
        column.addStretch(1)

    def _watch(self) -> None:
        lines = (self.brought.referrer, self.brought.escort, self.brought.phone)
        for editor in (self.name, self.age, self.accompanied, self.language, *lines):
            editor.textEdited.connect(lambda _text: self._edited())
            editor.installEventFilter(self)
        rows = (self.sex, self.basis, self.doubt, self.came_by, self.urgent, self.threatened)
        for choices in rows:
            choices.changed.connect(self._edited)
        self.paper.edited.connect(self._edited)
        self.paper.dated.connect(self.edited)
        self.paper.left.connect(self.left)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell when a line loses the focus."""
        if event.type() == QEvent.Type.FocusOut:
            self.left.emit()
        return False

    def _edited(self) -> None:
        if not self._loading:
            seen = self.review().judgement
            today = self._workplace.zone.today(self._workplace.now())
            self.hints.look(self.name.text(), stated_years(seen.stated, today) if seen else None)
            self.edited.emit()

    def form(self) -> ArrivalForm:
        """Return what stands on screen, exactly as typed."""
        name_state, name = _typed(self.name)
        age_state, age = _typed(self.age)
        count_state, count = _typed(self.accompanied)
        language_state, language = _typed(self.language)
        basis = self.basis.answer().value
        doubt = self.doubt.answer().value
        spoken: Answer[str] = Answer(language_state, language or None)
        return ArrivalForm(
            name=name,
            name_state=name_state,
            sex=self.sex.answer(),
            age_text=age,
            age_state=age_state,
            age_basis=basis,
            doubt=True if doubt is None else doubt,
            came_by=self.came_by.answer(),
            referrer=self.brought.referrer.text(),
            escort=self.brought.escort.text(),
            escort_phone=self.brought.phone.text(),
            urgent=self.urgent.answer(),
            accompanied_text=count,
            accompanied_state=count_state,
            language=spoken,
            threatened=self.threatened.answer(),
            paper_number=self.paper.paper_number,
            arrived_text=self.paper.arrived_text,
        )

    def load(self, form: ArrivalForm, focused: str) -> None:
        """Show a form and put the cursor where typing stopped."""
        self._loading = True
        self.name.setText(_shown(form.name_state, form.name))
        self.sex.set_answer(form.sex)
        self.age.setText(_shown(form.age_state, form.age_text))
        self.basis.set_answer(Answer(AnswerState.GIVEN, form.age_basis or AgeBasis.ESTIMATE))
        self.doubt.set_answer(Answer(AnswerState.GIVEN, form.doubt))
        self.came_by.set_answer(form.came_by)
        self.brought.load(form)
        self.urgent.set_answer(form.urgent)
        self.accompanied.setText(_shown(form.accompanied_state, form.accompanied_text))
        self.language.setText(_shown(form.language.state, form.language.value or ""))
        self.threatened.set_answer(form.threatened)
        self.paper.load(form, focused)
        self._loading = False
        self.hints.forget()
        self.clear_problems()
        self.review()
        self.focus(focused)
        self._workplace.ask(self, thresholds, None, self._learn)

    def _learn(self, seen: ThresholdsLine) -> None:
        if seen.now != self._thresholds:
            self._thresholds = seen.now
            self.review()

    def focus(self, name: str) -> None:
        """Put the cursor into a field."""
        self.fields.get(name, self.fields["name"]).setFocus()

    def focused(self) -> str:
        """Return the name of the field that has the cursor."""
        for name, field in self.fields.items():
            focus = self.window().focusWidget() if self.window() else None
            if focus is not None and field.isAncestorOf(focus):
                return name
        return "name"

    def review(self) -> Preview:
        """Show how the age is taken, while typing."""
        zone, now = self._workplace.zone, self._workplace.now()
        seen = preview(self.form(), zone.today(now), self._thresholds)
        judgement = seen.judgement
        typed = bool(self.age.text().strip())
        self.brought.setVisible(self._was_brought())
        self.fields["doubt"].setVisible(judgement is not None and judgement.asks_doubt)
        if judgement is None or not typed:
            self.chip.show_nothing()
            self._why.setText("")
        else:
            self.chip.show_treatment(judgement.treated_as, presumed=judgement.presumed)
            read = shown.age_read(judgement.stated, zone.today(now))
            self._why.setText(" · ".join(part for part in (read, words(judgement.reason)) if part))
        for name, field in self.fields.items():
            if field.problem and name not in seen.problems:
                field.show_problem("")
        return seen

    def _was_brought(self) -> bool:
        lines = (self.brought.referrer, self.brought.escort, self.brought.phone)
        brought = self.came_by.answer().value not in {None, CameBy.ALONE}
        return brought or any(editor.text() for editor in lines)

    def show_problem(self, name: str, reason: Reason) -> None:
        """Say next to a field what to do differently, and go there."""
        self.fields[name].show_problem(words(reason))
        self.focus(name)

    def show_hidden(self, names: frozenset[str]) -> None:
        """Say at a field that it is answered, though this post may not read the answer."""
        for name, field in self.fields.items():
            field.show_hint(
                self.tr("Recorded. Answer again only to replace it.") if name in names else ""
            )

    def clear_problems(self) -> None:
        """Take all sentences away."""
        for field in self.fields.values():
            field.show_problem("")


def _typed(editor: QLineEdit) -> tuple[AnswerState, str]:
    """Return state and text of a line; ``?`` alone means not known."""
    text = editor.text()
    if text.strip() == _UNKNOWN:
        return AnswerState.UNKNOWN, ""
    return (AnswerState.GIVEN, text) if text.strip() else (AnswerState.NOT_ASKED, "")


def _shown(state: AnswerState, text: str) -> str:
    return _UNKNOWN if state is AnswerState.UNKNOWN else text
