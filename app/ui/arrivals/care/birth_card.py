# SPDX-License-Identifier: Apache-2.0
"""A child born here: when, how she is called; one key notes it, one ends it."""

from datetime import UTC

from app.policies.arrivals.moments import read_moment
from app.policies.arrivals.registration import Sex
from app.policies.people.names import TextProblem
from app.services.arrivals.care.care_of import Care
from app.services.people.births import Baby, NoteBirth, end_birth, note_birth
from app.ui import format as shown
from app.ui.arrivals.care.care_parts import CareCard
from app.ui.texts import words
from app.ui.theme.icons import Icon
from app.ui.widgets.buttons import button
from app.ui.widgets.choice import Choice, ChoiceRow
from app.ui.widgets.field import Field, beside, line
from app.ui.widgets.layouts import column
from app.ui.widgets.listing import Listing
from app.ui.widgets.short_list import joined
from app.ui.workplace import Workplace


class BirthCard(CareCard):
    """She lies in her mother's bed and stands in the lists for milk, fire and headcount."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        looks = workplace.looks
        self.born, self.name = line(longest=40), line(longest=120)
        self.sex = ChoiceRow(
            self.tr("Sex"),
            (Choice(Sex.FEMALE, words(Sex.FEMALE), "p"), Choice(Sex.MALE, words(Sex.MALE), "l")),
        )
        self.fields = {
            "born_at": Field(
                self.tr("Born at"), self.born, self.tr("Such as 02.14 or 23/11 02.14; empty is now")
            ),
            "name": Field(self.tr("Name, if there is one"), self.name),
            "sex": Field(self.tr("Sex"), self.sex, beside=self.sex.open_answers),
        }
        self.note_button = button(looks, self.tr("Note the birth"), self.note, icon=Icon.BIRTHDAY)
        self.end_button = button(
            looks, self.tr("No longer in her mother's bed"), self.end, role="quiet"
        )
        listing = Listing(
            self.tr("Children born here"),
            self.tr("No child was born to her here."),
            None,
            self.end_button,
        )
        self.list = listing.list
        self.setLayout(
            column(
                beside(self.fields["born_at"], self.fields["name"]),
                self.fields["sex"],
                self.note_button,
                listing,
            )
        )

    @property
    def pending(self) -> bool:
        """Say whether a birth is typed that is not noted."""
        return bool(self.born.text().strip() or self.name.text().strip())

    def show_care(self, care: Care) -> None:
        """Show the children born to her here."""
        super().show_care(care)
        self.list.fill(((self._text(each), each) for each in care.babies), _same)

    def clear(self) -> None:
        """Empty the form and the list."""
        super().clear()
        self.list.clear()
        self._emptied()

    def note(self) -> None:
        """Note the birth that is typed."""
        if self._care is None or self.busy:
            return
        workplace = self._workplace
        try:
            said = read_moment(self.born.text(), workplace.zone.local(workplace.now()))
        except TextProblem as problem:
            self.fields["born_at"].show_problem(words(problem.reason))
            return
        born_at = workplace.now() if said is None else said.astimezone(UTC)
        command = NoteBirth(
            self._care.person_id, born_at, self.name.text(), self.sex.answer().value
        )
        self._do(note_birth, command, self.tr("Note the birth"), lambda _key: self._noted())

    def end(self) -> None:
        """Take the chosen child off her mother's bed."""
        chosen: Baby | None = self.list.chosen
        if chosen is not None:
            self._do(end_birth, chosen.key)

    def _noted(self) -> None:
        self._emptied()
        self.said.emit(self.tr("Noted. She lies in her mother's bed."))

    def _emptied(self) -> None:
        self.born.clear()
        self.name.clear()

    def _text(self, each: Baby) -> str:
        sex = words(each.sex) if each.sex is not None else ""
        age = self.tr("{0} days").format(each.days)
        return joined(each.name or self.tr("baby"), sex, shown.short_day(each.born_on), age)


def _same(one: Baby, other: Baby) -> bool:
    return one.key.birth_id == other.key.birth_id
