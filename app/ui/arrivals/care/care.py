# SPDX-License-Identifier: Apache-2.0
"""Care of one person: needs, diet and allergy, medicine, belongings, what she was told."""

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.errors import Refused, Unavailable
from app.policies.access import Right
from app.policies.arrivals.care import NeedKind
from app.policies.reasons import Reason
from app.services.arrivals.care.care_of import Care, care_of
from app.services.topics import Topic
from app.ui import format as shown
from app.ui.arrivals.care.birth_card import BirthCard
from app.ui.arrivals.care.care_cards import DietCard, NeedsCard, ToldCard
from app.ui.arrivals.care.care_things import BelongingsCard, MedicineCard
from app.ui.texts import sentences, words
from app.ui.widgets.banner import Banner
from app.ui.widgets.labels import heading, sentence
from app.ui.widgets.layouts import column, panel, scrolling
from app.ui.workplace import Workplace

_TOPICS = frozenset({Topic.CARE, Topic.PEOPLE, Topic.ARRIVALS})


class CarePanel(QWidget):
    """Every tick and every line keeps itself; Ctrl+Z takes the last one back.

    Signals:
        said(text): something worth a toast.
    """

    said = Signal(str)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self._arrival_id: UUID | None = None
        self._next: UUID | None = None
        self._care: Care | None = None
        self.banner = Banner(workplace.looks)
        self._heading = heading(self.tr("Care"))
        self._empty = sentence(self.tr("Choose somebody first."), "muted")
        self.recorded = sentence(tone="muted")
        self.needs, self.diet = NeedsCard(workplace), DietCard(workplace)
        self.medicine, self.told = MedicineCard(workplace), ToldCard(workplace)
        self.belongings, self.births = BelongingsCard(workplace), BirthCard(workplace)
        self.cards = (
            self.needs,
            self.diet,
            self.medicine,
            self.belongings,
            self.births,
            self.told,
        )
        for card in self.cards:
            card.said.connect(self.said)
            card.kept.connect(self._kept)
            card.failed.connect(self._failed)
        self.details = QWidget()
        self.details.setLayout(
            column(
                _framed(self.tr("Needs of the first hour"), self.needs),
                _framed(self.tr("Allergy and diet"), self.diet),
                _framed(self.tr("Medicine"), self.medicine),
            )
        )
        self.content = QWidget()
        self.content.setLayout(
            column(
                self.recorded,
                self.details,
                _framed(self.tr("Kept for her"), self.belongings),
                _framed(self.tr("A child was born"), self.births),
                _framed(self.tr("What she was told before she came"), self.told),
                None,
            )
        )
        area = scrolling(self.content)
        layout = column(self._heading, self.banner, self._empty, area, margin=12)
        layout.setStretchFactor(area, 1)
        self.setLayout(layout)
        workplace.masking_changed.connect(self._show_name)
        self._show_nobody()

    @property
    def topics(self) -> frozenset[Topic]:
        """Return what this panel shows."""
        return _TOPICS

    @property
    def arrival_id(self) -> UUID | None:
        """Return whose care is shown."""
        return self._arrival_id

    @property
    def pending(self) -> bool:
        """Say whether something is typed that is not recorded yet."""
        return any(card.pending for card in self.cards)

    def open(self, arrival_id: UUID) -> None:
        """Show somebody's care, once what was typed for the one before is recorded."""
        self.banner.clear()
        if arrival_id == self._arrival_id:
            self._next = None
            self.reload()
            return
        self._next = arrival_id
        for card in (self.diet, self.told):
            card.keep()
        self._go_on()

    def keep(self) -> None:
        """Record now what keeps itself, before locking or leaving the page."""
        for card in self.cards:
            card.keep()

    def reload(self) -> None:
        """Ask for her care again; what is being typed stays."""
        if self._arrival_id is not None and self._workplace.may(Right.RECORD_CARE):
            self._workplace.ask(self, care_of, self._arrival_id, self._show, self._failed)

    def _go_on(self) -> None:
        """Go to the next person if nothing typed would be lost."""
        if self._next is None or any(card.busy for card in self.cards):
            return
        if self.pending:
            self.banner.say(
                "warn",
                self.tr("Something is typed here and not recorded yet."),
                self.tr("Drop it and go on"),
                self._switch,
            )
        else:
            self._switch()

    def _switch(self) -> None:
        self._arrival_id, self._next = self._next, None
        self._show_nobody()
        self.reload()

    def _show_nobody(self) -> None:
        self._care = None
        self._heading.setText(self.tr("Care"))
        self.content.hide()
        self._empty.show()
        for card in self.cards:
            card.clear()

    def _show(self, care: Care) -> None:
        if care.arrival_id != self._arrival_id:
            return
        self._care = care
        self._show_name()
        self._empty.hide()
        for card in self.cards:
            card.show_care(care)
        self.details.setVisible(care.full)
        self.recorded.setVisible(not care.full)
        self.recorded.setText(self._told_only(care))
        self.content.show()

    def _told_only(self, care: Care) -> str:
        """Return that something is recorded, for a post that may not see what."""
        noted = care.recorded
        yes, no = self.tr("noted"), self.tr("not noted yet")
        return self.tr(
            "Needs met: {0} of {1} · medicine: {2} · allergy: {3} · diet: {4}. "
            "Those who care for her see the details."
        ).format(
            noted.needs,
            len(NeedKind),
            noted.medicines,
            yes if noted.allergy else no,
            yes if noted.diet else no,
        )

    def _show_name(self) -> None:
        care = self._care
        if care is not None:
            who = shown.person(care.name, care.number, hide=self._workplace.masking)
            self._heading.setText(self.tr("Care of {0}").format(who))

    def _kept(self) -> None:
        if self._next is None:
            self.banner.clear()
        self._go_on()

    def _failed(self, error: Exception | None) -> None:
        """Say at the top what no field tells; whoever should come next waits."""
        self._next = None
        if error is None:
            return
        if isinstance(error, Refused):
            self.banner.say("stop", sentences(error.reasons))
            if Reason.PERSON_LEFT in error.reasons:
                self._arrival_id = None
                self._show_nobody()
            else:
                self.reload()
        elif isinstance(error, Unavailable):
            self.banner.say("stop", words(error.cause), self.tr("Try again"), self.keep)
        else:
            self._workplace.tasks.failed.emit(error)


def _framed(title: str, card: QWidget) -> QWidget:
    return panel(column(heading(title), card, margin=10), card=True)
