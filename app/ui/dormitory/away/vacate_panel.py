# SPDX-License-Identifier: Apache-2.0
"""Leaving for good: how, where to, and who receives her."""

from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QComboBox

from app.policies.people.departures import RECEIVED, Outcome
from app.policies.people.names import LONGEST_NAME
from app.services.dormitory.away.vacate import Vacate, Vacated, vacate_bed
from app.services.dormitory.care.issued import IssuedLine, still_out
from app.ui.dormitory.about_her import FormAboutHer
from app.ui.dormitory.away.own_along import OwnAlong
from app.ui.dormitory.small_form import note_box
from app.ui.texts import words
from app.ui.widgets.acting import narrow
from app.ui.widgets.field import Field, line
from app.ui.widgets.labels import sentence
from app.ui.workplace import Workplace


class VacatePanel(FormAboutHer):
    """Her bed is free afterwards; the undo brings her back."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self._child = False
        self.outcome = narrow(QComboBox())
        for outcome in Outcome:
            self.outcome.addItem(words(outcome), outcome)
        self.destination = line(longest=LONGEST_NAME)
        self.receiver = line(longest=LONGEST_NAME)
        self.note = note_box()
        self.still_out = sentence("", "warn")
        self.along = OwnAlong(workplace)
        self.lay_out(
            self.tr("Leaves for good"),
            {
                "outcome": Field(self.tr("How she leaves"), self.outcome),
                "destination": Field(self.tr("Where to"), self.destination),
                "receiver": Field(self.tr("Who receives her"), self.receiver),
                "note": Field(self.tr("Note"), self.note),
            },
            (self.tr("She leaves"), self._leave),
            self.along,
            self.still_out,
        )
        self.outcome.currentIndexChanged.connect(lambda _at: self._fit())
        self._fit()

    def open_for(self, person_id: UUID, name: str, child: bool) -> None:
        """Begin with a person; ``name`` as the board shows it."""
        self._child = child
        self.start_about(person_id, name)
        self._fit()
        self.still_out.hide()
        self.along.ask(person_id)
        self._workplace.ask(self, still_out, person_id, partial(self._remind, person_id))

    def _remind(self, person_id: UUID, lines: tuple[IssuedLine, ...]) -> None:
        """Say what she was handed and has not given back; it holds nobody here."""
        if person_id != self.person_id:
            return
        out = [f"{words(each.item)} {each.count}" for each in lines]
        self.still_out.setText(self.tr("Still out: {0}.").format(", ".join(out)))
        self.still_out.setHidden(not out)

    def _leave(self) -> None:
        if self.person_id is not None:
            label = self.tr("{0} leaves for good").format(self.label)
            self.finish(vacate_bed, partial(self._command, self.person_id), self._done, label)

    @property
    def _chosen(self) -> Outcome:
        return Outcome(self.outcome.currentData())

    def _command(self, person_id: UUID) -> Vacate:
        return Vacate(
            person_id,
            self._chosen,
            self.destination.text(),
            self.receiver.text(),
            self.note.toPlainText(),
            self.along.chosen,
        )

    def _done(self, left: Vacated) -> str:
        if left.along:
            return self.tr("She has left, and {0} of her children with her.").format(
                len(left.along)
            )
        if left.children:
            return self.tr("She has left. Children of hers who are still here: {0}.").format(
                left.children
            )
        return (
            self.tr("She has left. Her bed is free.") if left.bed_id else self.tr("She has left.")
        )

    def _fit(self) -> None:
        """Say what has to be filled in for this way of leaving."""
        needed = "" if self._chosen in RECEIVED else self.tr("Only if it is known")
        for name in ("destination", "receiver"):
            self.fields[name].show_hint(needed)
        alone = self._child and self._chosen is Outcome.OWN_WISH
        self.fields["note"].show_hint(
            self.tr("A child leaves: write why, at least 10 letters") if alone else ""
        )
