# SPDX-License-Identifier: Apache-2.0
"""Medicine offered and things kept for her: a short form, and the list beneath."""

from functools import partial

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QComboBox

from app.policies.access import Right
from app.policies.arrivals.care import BelongingKind, MedicineOutcome
from app.services.arrivals.care.care import GiveMedicine, give_medicine
from app.services.arrivals.care.care_of import BelongingLine, Care, MedicineLine
from app.services.arrivals.register.admission import (
    BelongingMark,
    KeepBelonging,
    keep_belonging,
    return_belonging,
)
from app.ui import format as shown
from app.ui.arrivals.care.care_parts import CareCard
from app.ui.texts import words
from app.ui.theme.icons import Icon
from app.ui.theme.measures import measure
from app.ui.widgets.buttons import button
from app.ui.widgets.field import Field, beside, line
from app.ui.widgets.layouts import column, row
from app.ui.widgets.short_list import ShortList, joined
from app.ui.workplace import Workplace

_LIST_LINES = 6


class MedicineCard(CareCard):
    """Name, dose, taken or not; there is no undo of what was swallowed."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        looks = workplace.looks
        self.name, self.dose = line(longest=1000), line(longest=1000)
        self.fields = {
            "name": Field(self.tr("Name of the medicine"), self.name),
            "dose": Field(self.tr("How much"), self.dose),
        }
        icons = {MedicineOutcome.GIVEN: Icon.ALLOWED, MedicineOutcome.REFUSED: Icon.CLOSE}
        self.outcomes = {
            outcome: button(looks, words(outcome), partial(self.give, outcome), icon=icon)
            for outcome, icon in icons.items()
        }
        self.list = ShortList(self.tr("Medicine so far"))
        measure(self.list, highest=_LIST_LINES)
        self.setLayout(
            column(
                beside(*self.fields.values()),
                row(None, *self.outcomes.values()),
                self.list,
            )
        )

    @property
    def pending(self) -> bool:
        """Say whether a medicine is typed that is not recorded."""
        return bool(self.name.text().strip() or self.dose.text().strip())

    def show_care(self, care: Care) -> None:
        """Show what she was offered so far."""
        super().show_care(care)
        self.list.fill((self._text(each), each) for each in care.medicines)

    def clear(self) -> None:
        """Empty the form and the list."""
        super().clear()
        self.list.clear()
        self.name.clear()
        self.dose.clear()

    def give(self, outcome: MedicineOutcome) -> None:
        """Record the medicine that is typed as taken or not taken."""
        if self._care is None or self.busy:
            return
        command = GiveMedicine(self._care.arrival_id, self.name.text(), self.dose.text(), outcome)
        self._do(give_medicine, command, on_done=lambda _id: self._given(command))

    def _given(self, sent: GiveMedicine) -> None:
        if (self.name.text(), self.dose.text()) == (sent.name, sent.dose):
            self.name.clear()
            self.dose.clear()
        self.said.emit(self.tr("The medicine is written down."))

    def _text(self, each: MedicineLine) -> str:
        when = shown.day_and_time(each.given_at, self._workplace.zone)
        return joined(when, each.name, each.dose, words(each.outcome), each.given_by)


class BelongingsCard(CareCard):
    """What is kept for her and where; a thing that goes back stays in the list."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        looks = workplace.looks
        self.kind = QComboBox()
        for kind in BelongingKind:
            self.kind.addItem(words(kind), kind)
        self.what, self.where = line(longest=1000), line(longest=1000)
        self.fields = {
            "kind": Field(self.tr("Kind"), self.kind),
            "what": Field(self.tr("What is kept"), self.what),
            "kept_where": Field(self.tr("Where it is kept"), self.where),
        }
        self.keep_button = button(looks, self.tr("Keep it for her"), self.take, icon=Icon.SAVE)
        self.return_button = button(
            looks, self.tr("Given back to her"), self.give_back, icon=Icon.UNDO
        )
        self.list = ShortList(self.tr("Things kept for her"))
        measure(self.list, highest=_LIST_LINES)
        self.list.currentItemChanged.connect(lambda _now, _before: self._chosen())
        self.setLayout(
            column(
                beside(*self.fields.values()),
                row(None, self.keep_button),
                self.list,
                row(self.return_button, None),
            )
        )
        self._chosen()

    @property
    def pending(self) -> bool:
        """Say whether a thing is typed that is not recorded."""
        return bool(self.what.text().strip() or self.where.text().strip())

    def show_care(self, care: Care) -> None:
        """Show what is kept for her."""
        super().show_care(care)
        self.setEnabled(self._workplace.may(Right.RECORD_ADMISSION))
        lines = ((self._text(each), each) for each in care.belongings)
        self.list.fill(lines, _same, self._icon)
        self._chosen()

    def clear(self) -> None:
        """Empty the form and the list."""
        super().clear()
        self.list.clear()
        self.what.clear()
        self.where.clear()

    def take(self) -> None:
        """Record the thing that is typed as kept."""
        if self._care is None or self.busy:
            return
        kind = BelongingKind(self.kind.currentData())
        command = KeepBelonging(self._care.arrival_id, kind, self.what.text(), self.where.text())
        self._do(keep_belonging, command, on_done=lambda _mark: self._taken(command))

    def give_back(self) -> None:
        """Record that the chosen thing went back to her."""
        chosen = self._current()
        if chosen is not None and chosen.returned_at is None:
            mark = BelongingMark(chosen.belonging_id, chosen.version)
            label = self.tr("Given back: {0}").format(words(chosen.kind))
            self._do(return_belonging, mark, label)

    def _taken(self, sent: KeepBelonging) -> None:
        if (self.what.text(), self.where.text()) == (sent.what, sent.kept_where):
            self.what.clear()
            self.where.clear()
        self.said.emit(self.tr("It is kept for her."))

    def _text(self, each: BelongingLine) -> str:
        zone = self._workplace.zone
        parts = [words(each.kind), each.what, each.kept_where]
        if each.returned_at is None:
            kept = self.tr("kept {0} by {1}")
            parts.append(kept.format(shown.day_and_time(each.kept_at, zone), each.kept_by))
        else:
            back = self.tr("given back {0}")
            parts.append(back.format(shown.day_and_time(each.returned_at, zone)))
        return joined(*parts)

    def _icon(self, each: BelongingLine) -> QIcon:
        back = each.returned_at is not None
        icon, tone = (Icon.UNDO, "muted") if back else (Icon.SAVE, "info")
        return self._workplace.looks.icon(icon, tone)

    def _current(self) -> BelongingLine | None:
        line: BelongingLine | None = self.list.chosen
        return line

    def _chosen(self) -> None:
        chosen = self._current()
        self.return_button.setEnabled(chosen is not None and chosen.returned_at is None)


def _same(one: BelongingLine, other: BelongingLine) -> bool:
    return one.belonging_id == other.belonging_id
