# SPDX-License-Identifier: Apache-2.0
"""Her children who are here, each ticked: “Together with …?” when somebody leaves for good."""

from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from app.services.people.companions import OwnHere, own_here
from app.ui import format as shown
from app.ui.widgets.labels import sentence
from app.ui.widgets.layouts import emptied
from app.ui.widgets.short_list import joined
from app.ui.workplace import Workplace


class OwnAlong(QWidget):
    """One tick for each child; hidden when she has none here."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self._person: UUID | None = None
        self.ticks: dict[UUID, QCheckBox] = {}
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self.hide()

    @property
    def chosen(self) -> tuple[UUID, ...]:
        """Return the children who go along."""
        return tuple(key for key, tick in self.ticks.items() if tick.isChecked())

    def ask(self, person_id: UUID) -> None:
        """Look for the children of somebody; each goes along unless her tick is taken away."""
        self._person = person_id
        self._show(person_id, OwnHere((), ()))
        self._workplace.ask(self, own_here, person_id, partial(self._show, person_id))

    def _show(self, person_id: UUID, own: OwnHere) -> None:
        if person_id != self._person:
            return
        emptied(self._box)
        self.ticks = {}
        if own.children:
            self._box.addWidget(sentence(self.tr("Together with her children?")))
        for child in own.children:
            name = shown.person(child.name, child.number, hide=self._workplace.masking)
            tick = QCheckBox(joined(name, shown.years(child.age_years), child.place))
            tick.setChecked(True)
            self.ticks[child.person_id] = tick
            self._box.addWidget(tick)
        self.setVisible(bool(own.children))
