# SPDX-License-Identifier: Apache-2.0
"""Ages that are not certain: what was said of each, and the end of a presumption by two."""

from PySide6.QtWidgets import QWidget

from app.policies.access import Right
from app.policies.answers import given
from app.policies.people.age import PROVEN, AgeBasis
from app.services.people.ages import AgeTaken, SayAge, say_age
from app.services.people.doubtful_ages import AgeLine, StatementLine, doubtful_ages
from app.services.people.presumption import AskEnd, agree_end, ask_end, drop_end
from app.services.topics import Topic
from app.ui import format as shown
from app.ui.texts import words
from app.ui.theme.icons import Icon
from app.ui.widgets.acting import Acting, day_typed
from app.ui.widgets.boxes.tall import Tall
from app.ui.widgets.buttons import button
from app.ui.widgets.choice import Choice, ChoiceRow
from app.ui.widgets.field import Field, beside, line
from app.ui.widgets.labels import heading, sentence
from app.ui.widgets.layouts import column, columns, row
from app.ui.widgets.listing import Listing
from app.ui.widgets.second_person import SecondPerson
from app.ui.widgets.short_list import joined
from app.ui.workplace import Workplace

_LETTERS = {
    AgeBasis.SELF: "s",
    AgeBasis.ESCORT: "p",
    AgeBasis.ESTIMATE: "e",
    AgeBasis.DOCUMENT: "d",
    AgeBasis.ASSESSMENT: "a",
}


class AgesPanel(Acting):
    """Whose age is doubted on the left; what was said, and what to say or propose, on the right."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self._lines: tuple[AgeLine, ...] = ()
        looks = workplace.looks
        listing = Listing(
            self.tr("Ages that are not certain"), self.tr("The age of everybody here is certain.")
        )
        self.people = listing.list
        self.people.currentItemChanged.connect(lambda _now, _before: self._chosen())
        self.said_before = sentence()
        self.basis = ChoiceRow(
            self.tr("How is the age known?"),
            tuple(Choice(basis, words(basis), letter) for basis, letter in _LETTERS.items()),
            open_answers=False,
        )
        self.basis.set_answer(given(AgeBasis.ESTIMATE))
        self.basis.changed.connect(self._fit)
        self.age, self.proof, self.proof_on, self.why = line(), line(), line(), line()
        self.fields = {
            "basis": Field(self.tr("How is the age known?"), self.basis),
            "age": Field(self.tr("Age, 15-17, birth date or year"), self.age),
            "proof": Field(self.tr("Which document, or who assessed her"), self.proof),
            "proof_on": Field(self.tr("Its date"), self.proof_on),
            "why": Field(self.tr("Why she is to be treated as an adult"), self.why),
        }
        self._proving = QWidget()
        self._proving.setLayout(
            column(beside(self.fields["proof"], self.fields["proof_on"]), self.fields["why"])
        )
        self.say_button = button(looks, self.tr("Note beside the others"), self._say)
        self.ask_button = button(
            looks, self.tr("Propose: adult"), self._ask, role="primary", icon=Icon.SHIELD
        )
        self.say_button.setVisible(workplace.may(Right.CORRECT_PERSON))
        self.waiting = SecondPerson(
            looks,
            (self.tr("Agree as the second person"), self._agree),
            (self.tr("Drop"), self._drop),
        )
        self._form = QWidget()
        self._form.setLayout(
            column(
                self.said_before,
                self.waiting,
                self.fields["basis"],
                self.fields["age"],
                self._proving,
                row(None, self.say_button, self.ask_button),
                None,
            )
        )
        body = columns((listing, 2), (Tall(self._form), 3), spacing=16)
        layout = column(
            heading(self.tr("Ages that are not certain")),
            sentence(
                self.tr(
                    "Nothing overwrites anything. Where something says child she is treated as "
                    "one, until two persons end it by a document or an assessment."
                ),
                "muted",
            ),
            self.banner,
            margin=12,
        )
        layout.addLayout(body, 1)
        self.setLayout(layout)
        workplace.masking_changed.connect(self.repaint_names)
        self._chosen()

    @property
    def topics(self) -> frozenset[Topic]:
        """Return what this panel shows."""
        return frozenset({Topic.PEOPLE, Topic.ARRIVALS, Topic.RETURNS})

    @property
    def chosen(self) -> AgeLine | None:
        """Return whose age is looked at."""
        chosen: AgeLine | None = self.people.chosen
        return chosen

    def reload(self) -> None:
        """Ask again whose age is not certain."""
        self._workplace.ask(self, doubtful_ages, None, self._show)

    def repaint_names(self) -> None:
        """Show the same people with names masked or not."""
        self.people.fill(((self._told(each), each) for each in self._lines), _same)
        self._chosen()

    def save(self) -> None:
        """Do what the form is filled for."""
        if self._proving.isVisibleTo(self):
            self._ask()
        elif self._workplace.may(Right.CORRECT_PERSON):
            self._say()

    def _show(self, lines: tuple[AgeLine, ...]) -> None:
        self._lines = lines
        self.repaint_names()

    def _told(self, each: AgeLine) -> str:
        name = shown.numbered(each.name, each.number, hide=self._workplace.masking)
        waits = self.tr("waits for a second person") if each.waiting is not None else ""
        today = self._workplace.zone.today(self._workplace.now())
        age = shown.age_span(each.born, today)
        return joined(name, age, words(each.reason), waits)

    def _chosen(self) -> None:
        chosen = self.chosen
        self._form.setVisible(chosen is not None)
        if chosen is None:
            return
        self.said_before.setText("\n".join(self._statement(each) for each in chosen.statements))
        waiting = chosen.waiting
        self.waiting.setHidden(waiting is None)
        if waiting is not None:
            day = shown.short_day(waiting.proof_on)
            shows = joined(waiting.age_text, words(waiting.basis), waiting.proof, day)
            by = self.tr("Proposed by {0}").format(waiting.asked_by)
            when = shown.day_and_time(waiting.asked_at, self._workplace.zone)
            own = waiting.asker_id == self._workplace.actor.account_id
            self.waiting.tell(
                "\n".join((shows, waiting.why)),
                joined(by, when),
                self.tr("You proposed it: a second person agrees.") if own else "",
            )
        self._fit()

    def _statement(self, each: StatementLine) -> str:
        text = each.text or self.tr("birth date is recorded")
        basis = words(each.basis) if each.basis is not None else ""
        ends = self.tr("ended the presumption") if each.ends else ""
        by = self.tr("noted by {0}").format(each.noted_by)
        return joined(text, basis, shown.short_day(each.said_on), by, ends)

    def _fit(self) -> None:
        chosen = self.chosen
        proves = self.basis.answer().value in PROVEN
        can_ask = proves and chosen is not None and chosen.waiting is None
        self._proving.setVisible(can_ask)
        self.ask_button.setVisible(can_ask)
        only_assessed = self.basis.answer().value is AgeBasis.ASSESSMENT
        self.say_button.setEnabled(not only_assessed)

    def _basis(self) -> AgeBasis:
        return AgeBasis(self.basis.answer().value or AgeBasis.ESTIMATE)

    def _say(self) -> None:
        chosen = self.chosen
        if chosen is not None:
            self.perform(
                say_age,
                lambda: SayAge(chosen.person_id, self.age.text(), self._basis()),
                lambda _taken: self._done(self.tr("Noted beside what was said before.")),
            )

    def _ask(self) -> None:
        chosen = self.chosen
        if chosen is not None:
            self.perform(
                ask_end,
                lambda: AskEnd(
                    chosen.person_id,
                    self._basis(),
                    self.age.text(),
                    self.proof.text(),
                    day_typed(self._workplace, self.proof_on, "proof_on"),
                    self.why.text(),
                ),
                lambda _key: self._done(self.tr("Proposed. A second person has to agree.")),
            )

    def _agree(self) -> None:
        chosen = self.chosen
        if chosen is not None and chosen.waiting is not None:
            key = chosen.waiting.key
            self.perform(agree_end, lambda: key, self._agreed)

    def _agreed(self, taken: AgeTaken) -> None:
        self._done(
            self.tr("She is treated as an adult now. See the alarms of the dormitory.")
            if taken.open_alarms
            else self.tr("She is treated as an adult now. Nobody was moved.")
        )

    def _drop(self) -> None:
        chosen = self.chosen
        if chosen is not None and chosen.waiting is not None:
            key = chosen.waiting.key
            said = self.tr("The proposal was dropped.")
            self.perform(drop_end, lambda: key, lambda _id: self._done(said))

    def _done(self, text: str) -> None:
        for editor in (self.age, self.proof, self.proof_on, self.why):
            editor.clear()
        self.reload()
        self.said.emit(text)


def _same(one: AgeLine, other: AgeLine) -> bool:
    return one.person_id == other.person_id
