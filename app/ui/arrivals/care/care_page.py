# SPDX-License-Identifier: Apache-2.0
"""Choose somebody present, then see to her needs and print her papers."""

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.policies.access import Right
from app.services.arrivals.desk.papers import (
    PrintCards,
    cards_paper,
    print_cards,
    receipt_paper,
)
from app.services.arrivals.register.receipts import IssueReceipt, issue_receipt
from app.services.dormitory.facts.present import PresentLine, present_people
from app.services.topics import Topic
from app.ui import format as shown
from app.ui.arrivals.care.care import CarePanel
from app.ui.theme.icons import Icon
from app.ui.widgets.buttons import button
from app.ui.widgets.layouts import column, columns
from app.ui.widgets.paper_dialog import preview
from app.ui.widgets.short_list import LINE, ShortList
from app.ui.workplace import Workplace


class CarePage(QWidget):
    """People on the left, care on the right.

    Signals:
        said(text): something worth a toast.
    """

    said = Signal(str)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self._lines: tuple[PresentLine, ...] = ()
        self.care = CarePanel(workplace)
        self.care.said.connect(self.said)
        self.people = ShortList(self.tr("Everybody present"))
        self.people.currentItemChanged.connect(lambda _now, _before: self._chosen())
        looks = workplace.looks
        self.receipt_button = button(
            looks, self.tr("Receipt for the escort"), self._receipt, icon=Icon.PRINT
        )
        self.card_button = button(looks, self.tr("Dormitory card"), self._card, icon=Icon.PRINT)
        papers = [
            each
            for each, right in (
                (self.receipt_button, Right.PRINT_RECEIPT),
                (self.card_button, Right.PRINT_CARD),
            )
            if workplace.may(right)
        ]
        box = columns((column(self.people, *papers), 28), (self.care, 72), spacing=8)
        box.setContentsMargins(12, 8, 0, 0)
        self.setLayout(box)
        self._chosen()

    @property
    def topics(self) -> frozenset[Topic]:
        """Return what this page shows."""
        return self.care.topics | {Topic.ARRIVALS, Topic.PEOPLE}

    @property
    def chosen(self) -> PresentLine | None:
        """Return the person whose care is shown."""
        line: PresentLine | None = self.people.chosen
        return line

    def reload(self) -> None:
        """Ask who is here, and for her care again."""
        self._workplace.ask(self, present_people, None, self._show)
        self.care.reload()

    def repaint_names(self) -> None:
        """Show the same people with names masked or not."""
        self._show(self._lines)

    def open(self, arrival_id: UUID) -> None:
        """Show somebody's care."""
        for at in range(self.people.count()):
            if self.people.item(at).data(LINE).arrival_id == arrival_id:
                self.people.setCurrentRow(at)

    def _show(self, lines: tuple[PresentLine, ...]) -> None:
        self._lines = lines
        self.people.blockSignals(True)
        self.people.fill(((self._told(each), each) for each in lines), _same, begin=False)
        self.people.blockSignals(False)
        self._chosen()

    def _told(self, each: PresentLine) -> str:
        return shown.numbered(each.name, each.number, hide=self._workplace.masking)

    def _chosen(self) -> None:
        chosen = self.chosen
        self.receipt_button.setEnabled(chosen is not None)
        self.card_button.setEnabled(chosen is not None)
        if chosen is not None and self.care.arrival_id != chosen.arrival_id:
            self.care.open(chosen.arrival_id)

    def _receipt(self) -> None:
        chosen = self.chosen
        if chosen is not None:
            command = IssueReceipt(chosen.group_id or chosen.arrival_id, self._workplace.training)
            words = self.tr("Receipt")
            preview(self, self._workplace, words, issue_receipt, command, receipt_paper)

    def _card(self) -> None:
        chosen = self.chosen
        if chosen is not None:
            command = PrintCards((chosen.person_id,), self._workplace.training)
            words = self.card_button.accessibleName()
            preview(self, self._workplace, words, print_cards, command, cards_paper)


def _same(one: PresentLine, other: PresentLine) -> bool:
    return one.arrival_id == other.arrival_id
