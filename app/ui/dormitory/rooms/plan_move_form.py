# SPDX-License-Identifier: Apache-2.0
"""Planning a move: on which day, to which bed, and why."""

from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QComboBox

from app.errors import Refused
from app.policies.people.names import LONGEST_NOTE
from app.policies.reasons import Reason, Verdict
from app.services.dormitory.rooms.ahead import BedAhead
from app.services.dormitory.rooms.move_list import BedsOn, beds_on
from app.services.dormitory.rooms.moves import PlanMove, plan_move
from app.ui import format as shown
from app.ui.dormitory.about_her import FormAboutHer
from app.ui.widgets.acting import narrow
from app.ui.widgets.field import Field, line
from app.ui.workplace import Workplace


class PlanMoveForm(FormAboutHer):
    """The beds that are legal for her on the day, the kindest first."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self._offered: tuple[UUID, date] | None = None
        self.on_day, self.why = line(longest=40), line(longest=LONGEST_NOTE)
        self.bed = narrow(QComboBox())
        self.bed.setPlaceholderText(self.tr("no bed on that day"))
        self.lay_out(
            self.tr("Plan a move"),
            {
                "on_day": Field(self.tr("On"), self.on_day, self.tr("Such as 30/11")),
                "bed_id": Field(self.tr("To bed"), self.bed),
                "why": Field(self.tr("Why (at least 10 letters)"), self.why),
            },
            (self.tr("Plan it"), self._save),
        )
        self.on_day.editingFinished.connect(self._offer)

    def open_for(self, person_id: UUID, name: str, day: date, why: str = "") -> None:
        """Begin with a person, as she may be called on screen now, and a proposed day."""
        self._offered = None
        self.bed.clear()
        self.start_about(person_id, name)
        self.on_day.setText(f"{day:%d/%m/%Y}")
        self.why.setText(why)
        self._offer()

    def _offer(self) -> None:
        """Ask which beds she could have on the day; the same day asks for nothing anew."""
        person_id, day = self.person_id, self._typed()
        if person_id is None or day is None:
            self.bed.clear()
            self._offered = None
        elif self._offered != (person_id, day):
            self.bed.clear()
            self._offered = (person_id, day)
            self._workplace.ask(
                self,
                beds_on,
                BedsOn(person_id, day),
                lambda beds: self._fill(person_id, day, beds),
            )

    def _typed(self) -> date | None:
        try:
            return self.day(self.on_day, "on_day")
        except Refused:
            return None

    def _fill(self, person_id: UUID, day: date, beds: tuple[BedAhead, ...]) -> None:
        if self._offered != (person_id, day):
            return
        self.bed.clear()
        for bed in beds:
            place = bed.place
            if bed.verdict is Verdict.PERMIT:
                place = self.tr("{0} (needs permission)").format(place)
            self.bed.addItem(place, bed.bed_id.hex)
        self.bed.setCurrentIndex(0 if beds else -1)

    def _save(self) -> None:
        person_id = self.person_id
        if person_id is not None:
            label = self.tr("Planning a move")
            self.finish(plan_move, lambda: self._command(person_id), self._done, label)

    def _command(self, person_id: UUID) -> PlanMove:
        day = self.day(self.on_day, "on_day")
        if day is None:
            raise Refused(Reason.DAY_PAST, field="on_day")
        chosen = self.bed.currentData()
        if chosen is None:
            raise Refused(Reason.CHOOSE_BED, field="bed_id")
        return PlanMove(person_id, UUID(hex=chosen), day, self.why.text())

    def _done(self, _key: object) -> str:
        day = self._typed()
        return self.tr("The move is planned for {0}. Nobody is moved by the date.").format(
            shown.short_day(day) if day is not None else ""
        )
