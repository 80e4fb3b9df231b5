# SPDX-License-Identifier: Apache-2.0
"""What whoever looks after a wing has to know of each person, and nothing else."""

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from app.policies.access import Role
from app.policies.answers import Answer, AnswerState
from app.services.dormitory.care.must_know import (
    CalledPerson,
    MustKnow,
    MustKnowLine,
    MustKnowWing,
    must_know,
)
from app.services.topics import Topic
from app.ui import format as shown
from app.ui.widgets.labels import heading, in_two, sentence
from app.ui.widgets.layouts import column, row
from app.ui.widgets.rounds_card import TOPICS as ROUND_TOPICS
from app.ui.widgets.rounds_card import RoundsCard
from app.ui.widgets.short_list import joined
from app.ui.widgets.still.place import unmoved
from app.ui.workplace import Workplace

_WHO = Qt.ItemDataRole.UserRole + 1
_NARROW = (0, 6)
"""Columns as wide as what stands in them: bed, watch."""


class MustKnowPanel(QWidget):
    """One line for each person, wing by wing; names are masked with all names on screen."""

    said = Signal(str)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self._known = MustKnow((), own_only=False)
        self.about = sentence(tone="info")
        self.only_special = QCheckBox(self.tr("Only who needs something"))
        self.only_special.toggled.connect(lambda _on: self.repaint_names())
        self.table = QTableWidget(0, 7)
        self.table.setAccessibleName(self.tr("What a caretaker must know"))
        self.table.setTabKeyNavigation(False)
        self.table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.table.setWordWrap(True)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        heads = (
            self.tr("Bed"),
            self.tr("Name"),
            self.tr("Allergy"),
            self.tr("Diet"),
            self.tr("Medicine given"),
            self.tr("Keep away from"),
            self.tr("Watch"),
        )
        self.table.setHorizontalHeaderLabels([in_two(head) for head in heads])
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        for at in _NARROW:
            header.setSectionResizeMode(at, QHeaderView.ResizeMode.ResizeToContents)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self._none = sentence(tone="muted")
        self.rounds = RoundsCard(workplace, wide=True)
        self.rounds.said.connect(self.said)
        layout = column(
            self.rounds,
            row(heading(self.tr("What a caretaker must know")), None, self.only_special, 8),
            self.about,
            self._none,
            self.table,
            None,
            margin=12,
        )
        layout.setStretchFactor(self.table, 9)
        self.setLayout(layout)
        workplace.masking_changed.connect(self.repaint_names)
        self.repaint_names()

    @property
    def topics(self) -> frozenset[Topic]:
        """Return what this panel shows."""
        return ROUND_TOPICS | {Topic.CARE, Topic.CARETAKING}

    def reload(self) -> None:
        """Ask again what has to be known, and whom to look in on."""
        self.rounds.reload()
        self._workplace.ask(self, must_know, None, self._show)

    def repaint_names(self) -> None:
        """Show the same people with names masked or not."""
        self.about.setText(self._told_of_roster())
        self.about.setHidden(not self._known.wings)
        lines = list(self._lines())
        with unmoved(self.table, lambda index: index.siblingAtColumn(0).data(_WHO)):
            self.table.clearSpans()
            self.table.setRowCount(len(lines))
            for at, (wing, line) in enumerate(lines):
                if line is None:
                    head = QTableWidgetItem(wing.name or self.tr("Without a bed"))
                    font = self.table.font()
                    font.setBold(True)
                    head.setFont(font)
                    self.table.setItem(at, 0, head)
                    self.table.setSpan(at, 0, 1, self.table.columnCount())
                    for empty in range(1, self.table.columnCount()):
                        self.table.setItem(at, empty, QTableWidgetItem())
                    continue
                for place, text in enumerate(self._texts(line)):
                    self.table.setItem(at, place, QTableWidgetItem(text))
                self.table.item(at, 0).setData(_WHO, line.who.person_id)
        self._none.setText(
            self.tr("Nobody here needs anything special. Untick the box to see everybody.")
            if any(wing.people for wing in self._known.wings)
            else self.tr("Nobody is here yet. Whoever arrives is registered at the duty desk.")
        )
        self._none.setHidden(bool(lines))
        self.table.setHidden(not lines)

    def _show(self, known: MustKnow) -> None:
        self._known = known
        self.repaint_names()

    def _lines(self) -> Iterator[tuple[MustKnowWing, MustKnowLine | None]]:
        only = self.only_special.isChecked()
        for wing in self._known.wings:
            people = [each for each in wing.people if each.special or not only]
            if people:
                yield wing, None
            yield from ((wing, each) for each in people)

    def _told_of_roster(self) -> str:
        if self._known.own_only:
            names = ", ".join(wing.name for wing in self._known.wings)
            return self.tr("You look after {0} now: only its people stand here.").format(names)
        if self._workplace.actor.role is Role.CARETAKER:
            return self.tr(
                "You are on no roster now, so every wing stands here. "
                "The coordinator plans who looks after which wing."
            )
        return self.tr("Never the reason, never the case: only what a wing has to know.")

    def _texts(self, line: MustKnowLine) -> tuple[str, ...]:
        zone = self._workplace.zone
        allergy, diet = (
            "" if answer is None else self._answer(answer) for answer in (line.allergy, line.diet)
        )
        medicine = ", ".join(shown.clock_time(each, zone) for each in line.medicine_at)
        if line.noted is not None:
            recorded = self.tr("recorded")
            allergy = recorded if line.noted.allergy else ""
            diet = recorded if line.noted.diet else ""
            medicine = recorded if line.noted.medicine else ""
        return (
            line.place or "–",
            joined(self._name(line.who), *(self._newborn(days) for days in line.newborns)),
            allergy or "–",
            diet or "–",
            medicine or "–",
            ", ".join(self._name(each) for each in line.apart) or "–",
            "–" if not line.watch else str(line.watch),
        )

    def _name(self, who: CalledPerson) -> str:
        return shown.person(who.name, who.number, hide=self._workplace.masking)

    def _newborn(self, days: int) -> str:
        return self.tr("baby, {0} days: milk").format(days)

    def _answer(self, answer: Answer[str]) -> str:
        said = {
            AnswerState.NOT_ASKED: self.tr("not asked yet"),
            AnswerState.UNKNOWN: self.tr("not known"),
            AnswerState.DECLINED: self.tr("not said"),
            AnswerState.NOT_APPLICABLE: self.tr("none"),
        }
        return said.get(answer.state, answer.value or "")
