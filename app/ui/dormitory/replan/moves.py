# SPDX-License-Identifier: Apache-2.0
"""Who moves where and why, and another bed for one of them."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QListWidgetItem, QWidget

from app.policies.dormitory.replan.goals import MoveWhy
from app.services.dormitory.replan.edit import OtherBed
from app.services.dormitory.replan.told import Mover, Replan, ReplanLine
from app.ui.texts import sentences, words
from app.ui.theme.icons import Icon
from app.ui.theme.style import Looks
from app.ui.widgets.acting import narrow
from app.ui.widgets.field import Field
from app.ui.widgets.labels import heading
from app.ui.widgets.layouts import column
from app.ui.widgets.short_list import WrappedList

_LINE = Qt.ItemDataRole.UserRole + 1
_STAY = "stay"


class MoveList(QWidget):
    """The lines of a plan in the order in which they are carried out.

    Signals:
        chosen(person_id): the beds she could have instead are to be looked for.
        changed(person_id, bed_id): she is to have this bed, or to stay (None).
    """

    chosen = Signal(object)
    changed = Signal(object, object)

    def __init__(self, looks: Looks, called: Callable[[Mover], str]) -> None:
        super().__init__()
        self._looks, self._called = looks, called
        self.title = heading("")
        self.list = WrappedList(self.tr("Who moves"))
        self.list.currentItemChanged.connect(lambda _now, _before: self._choose())
        self.beds = narrow(QComboBox())
        self.beds.activated.connect(self._take)
        self.field = Field(self.tr("Another bed"), self.beds)
        box = column(self.title, self.list, self.field)
        box.setStretch(1, 1)
        self.setLayout(box)

    @property
    def line(self) -> ReplanLine | None:
        """Return the chosen line."""
        item = self.list.currentItem()
        found: ReplanLine | None = item.data(_LINE) if item is not None else None
        return found

    def show_plan(self, plan: Replan) -> None:
        """Show a plan; the chosen person stays chosen."""
        before = self.line
        self.title.setText(self.tr("Who moves ({0})").format(len(plan.lines)))
        self.list.blockSignals(True)
        self.list.clear()
        for line in plan.lines:
            item = QListWidgetItem(self._text(line))
            icon = Icon.WARN if line.to_sign else Icon.DORMITORY if line.new else Icon.SWAP
            item.setIcon(self._looks.icon(icon, "warn" if line.to_sign else "text"))
            item.setData(_LINE, line)
            self.list.addItem(item)
            if before is not None and line.person == before.person:
                self.list.setCurrentItem(item)
        if plan.lines and self.list.currentItem() is None:
            self.list.setCurrentRow(0)
        self.list.blockSignals(False)
        self._choose()

    def show_beds(self, person_id: UUID, beds: tuple[OtherBed, ...]) -> None:
        """Offer what a person of the plan could have instead."""
        line = self.line
        if line is None or line.person.person_id != person_id:
            return
        for bed in beds:
            if bed.bed_id is not None:
                self.beds.addItem(bed.place, bed.bed_id.hex)
            elif bed.place:
                self.beds.addItem(self.tr("stays in {0}").format(bed.place), _STAY)
            else:
                self.beds.addItem(self.tr("goes on waiting"), _STAY)

    def _choose(self) -> None:
        line = self.line
        self.beds.clear()
        self.field.setEnabled(line is not None)
        self.field.label.setText(self.tr("Another bed"))
        if line is not None:
            self.field.label.setText(
                self.tr("Another bed for {0}").format(self._called(line.person))
            )
            self.beds.addItem(line.to_place, line.to_bed.hex)
            self.chosen.emit(line.person.person_id)

    def _take(self, at: int) -> None:
        line, wanted = self.line, self.beds.itemData(at)
        if line is not None and wanted != line.to_bed.hex:
            self.changed.emit(line.person.person_id, None if wanted == _STAY else UUID(hex=wanted))

    def _text(self, line: ReplanLine) -> str:
        where = line.to_place if line.new else f"{line.from_place} → {line.to_place}"
        against = sentences(line.against) if line.why is MoveWhy.AGAINST_A_RULE else ""
        signed = self.tr("Needs a signature: {0}").format(sentences(line.to_sign))
        suits = " · ".join(words(reason) for reason in line.suits)
        why = against or words(line.why)
        kept = self.tr("the bed kept for her moves") if line.person.away and not line.new else ""
        parts = [why, kept, suits, signed if line.to_sign else ""]
        return f"{self._called(line.person)}   {where}\n" + " · ".join(filter(None, parts))
