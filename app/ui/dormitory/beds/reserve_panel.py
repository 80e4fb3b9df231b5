# SPDX-License-Identifier: Apache-2.0
"""Keeping beds for a group on its way, or for somebody who is here."""

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QComboBox

from app.errors import Refused
from app.policies.access import Right
from app.policies.dormitory.beds.holds import LONGEST_LABEL
from app.policies.reasons import Reason
from app.services.dormitory.beds.reserve import ReserveBeds, ReservedBeds, reserve_beds
from app.services.dormitory.facts.present import PresentLine, present_people
from app.services.dormitory.replan.apply import Beds
from app.ui import format as shown
from app.ui.dormitory.small_form import SmallForm
from app.ui.widgets.acting import narrow
from app.ui.widgets.field import Field, line
from app.ui.widgets.together import with_family
from app.ui.workplace import Workplace


class ReservePanel(SmallForm):
    """Whom the chosen beds are kept for, and until when."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self._beds: tuple[UUID, ...] = ()
        self._people: tuple[PresentLine, ...] = ()
        self.label = line(longest=LONGEST_LABEL)
        self.until = line(longest=40)
        self.person = narrow(QComboBox())
        self.lay_out(
            self.tr("Reserve"),
            {
                "label": Field(
                    self.tr("Whom it is kept for"), self.label, self.tr("Such as: 12 from Polres")
                ),
                "expires_at": Field(
                    self.tr("Kept until"), self.until, self.tr("Such as 23.00 or 25/11 09.00")
                ),
                "person_id": Field(self.tr("Only for somebody who is here"), self.person),
            },
            (self.tr("Reserve"), self._reserve),
        )
        self.person.activated.connect(lambda _at: self._name_the_label())
        workplace.masking_changed.connect(lambda: self._show_people(self._people))
        self._show_people(())

    def open_for(self, beds: Sequence[tuple[UUID, str]]) -> None:
        """Begin with beds by id and place, such as ``101-A``."""
        self._beds = tuple(bed_id for bed_id, _place in beds)
        self.start(", ".join(place for _bed_id, place in beds))
        if self._workplace.may(Right.PLACE_CLIENT):
            self._workplace.ask(self, present_people, None, self._show_people)

    def _reserve(self) -> None:
        chosen = self.person.currentData()
        if chosen is None:
            self._keep(())
            return
        title = self.person.currentText()
        beds = ((UUID(hex=chosen), self._beds[0]),)
        with_family(self, self._workplace, title, beds, self._keep, lambda: None)

    def _keep(self, beds: Beds) -> None:
        label = self.tr("Reserving {0}").format(self.about.text())
        self.finish(reserve_beds, partial(self._command, beds[1:]), self._done, label)

    def _command(self, along: Beds) -> ReserveBeds:
        until = self.moment(self.until, "expires_at")
        if until is None:
            raise Refused(Reason.HOLD_LIMIT, field="expires_at")
        chosen = self.person.currentData()
        person_id = UUID(hex=chosen) if chosen else None
        return ReserveBeds(self._beds, self.label.text(), until, person_id, along)

    def _done(self, _reserved: ReservedBeds) -> str:
        return self.tr("Reserved: {0}.").format(self.about.text())

    def _name_the_label(self) -> None:
        """Let a bed for somebody who is here be labelled with her number."""
        numbers = {each.person_id.hex: each.number for each in self._people}
        typed = self.label.text().strip()
        if not typed or typed in numbers.values():
            self.label.setText(numbers.get(self.person.currentData() or "", ""))

    def _show_people(self, people: tuple[PresentLine, ...]) -> None:
        chosen = self.person.currentData()
        self._people = people
        self.person.clear()
        self.person.addItem(self.tr("nobody in particular"), None)
        for each in people:
            who = shown.called(each.name, each.number, hide=self._workplace.masking)
            self.person.addItem(f"{who} · {each.number}", each.person_id.hex)
        self.person.setCurrentIndex(max(self.person.findData(chosen), 0) if chosen else 0)
