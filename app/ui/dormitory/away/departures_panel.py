# SPDX-License-Identifier: Apache-2.0
"""Who has left for good: when, how, where to and who received her."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.policies.access import Right
from app.policies.people.names import masked
from app.services.dormitory.away.departed import DepartedLine, departed
from app.services.topics import Topic
from app.ui import format as shown
from app.ui.dormitory.lines import Lines
from app.ui.texts import words
from app.ui.theme.icons import Icon
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import heading, sentence
from app.ui.widgets.layouts import column, row
from app.ui.workplace import Workplace


class DeparturesPanel(QWidget):
    """The newest leavings first; what a post may not read is masked by the service.

    Where she went, who received her and what was noted are hidden with the names.

    Signals:
        nights_wanted(person_id, name, number): where did she sleep?
    """

    nights_wanted = Signal(object, str, str)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self._lines: tuple[DepartedLine, ...] = ()
        self.none = sentence(self.tr("Nobody has left for good yet."), "muted")
        self.none.hide()
        self.note = sentence()
        self.hers_button = button(
            workplace.looks, self.tr("All her nights"), self._show_hers, icon=Icon.PEOPLE
        )
        self.table = Lines(
            [
                self.tr("Left"),
                self.tr("Code"),
                self.tr("Name"),
                self.tr("How"),
                self.tr("Where to"),
                self.tr("Received by"),
            ],
            self.tr("Who has left for good"),
        )
        self.table.activated.connect(lambda _index: self._show_hers())
        self.table.currentCellChanged.connect(lambda *_cells: self._fit())
        box = column(
            row(heading(self.tr("Who has left for good")), None, self.hers_button),
            self.none,
            self.table,
            self.note,
            None,
            margin=12,
        )
        box.setStretchFactor(self.table, 9)
        self.setLayout(box)
        self.hers_button.setHidden(not workplace.may(Right.READ_STAYS))
        workplace.masking_changed.connect(self.repaint_names)
        self._fit()

    @property
    def topics(self) -> frozenset[Topic]:
        """Return what this view shows."""
        return frozenset({Topic.ARRIVALS, Topic.PEOPLE, Topic.BEDS})

    @property
    def chosen(self) -> DepartedLine | None:
        """Return the leaving that is chosen."""
        at = self.table.currentRow()
        return self._lines[at] if 0 <= at < len(self._lines) else None

    def reload(self) -> None:
        """Ask again who has left."""
        self._workplace.ask(self, departed, None, self._show)

    def repaint_names(self) -> None:
        """Show the same leavings with names masked or not."""
        self.table.fill([self._row(each) for each in self._lines])
        self._fit()

    def _show(self, lines: tuple[DepartedLine, ...]) -> None:
        before = self.chosen
        self._lines = lines
        self.none.setHidden(bool(lines))
        self.table.setHidden(not lines)
        self.repaint_names()
        if lines:
            keys = [each.departure_id for each in lines]
            known = before is not None and before.departure_id in keys
            at = keys.index(before.departure_id) if before is not None and known else 0
            self.table.setCurrentCell(at, 0)

    def _row(self, each: DepartedLine) -> tuple[str, ...]:
        masking = self._workplace.masking
        return (
            shown.day_and_time(each.left_at, self._workplace.zone),
            each.number,
            shown.called(each.name, each.number, hide=masking),
            words(each.outcome) if each.outcome is not None else self.tr("not for this post"),
            masked(each.destination) if masking else each.destination,
            masked(each.receiver) if masking else each.receiver,
        )

    def _fit(self) -> None:
        """Show what was noted of the chosen one, and offer her nights."""
        chosen = self.chosen
        self.hers_button.setEnabled(chosen is not None)
        noted = "" if chosen is None or self._workplace.masking else chosen.note
        self.note.setText(" ".join(noted.split()))
        self.note.setHidden(not self.note.text())

    def _show_hers(self) -> None:
        chosen = self.chosen
        if chosen is not None and self._workplace.may(Right.READ_STAYS):
            self.nights_wanted.emit(chosen.person_id, chosen.name, chosen.number)
