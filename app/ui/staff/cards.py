# SPDX-License-Identifier: Apache-2.0
"""Admin: cards one beneath the other; a tab that is nothing but its cards."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.services.topics import Topic
from app.ui.staff.partners import PartnersCard
from app.ui.staff.rules import RulesPanel
from app.ui.staff.shelter import ShelterCard
from app.ui.staff.thresholds import ThresholdsCard
from app.ui.theme.measures import measure
from app.ui.widgets.boxes.tall import Tall
from app.ui.widgets.layouts import column
from app.ui.workplace import Workplace

_WIDEST = 136
"""Letters."""


def stacked(*cards: QWidget) -> Tall:
    """Return cards one beneath the other that scroll down."""
    content = QWidget()
    content.setLayout(column(*cards, None, spacing=12, margin=12))
    return Tall(measure(content, most=_WIDEST))


class CardsTab(QWidget):
    """Cards that know themselves what they show and when to ask again.

    Signals:
        said(text): something worth a toast.
    """

    said = Signal(str)

    def __init__(self, cards: Sequence[Any]) -> None:
        super().__init__()
        self._cards = cards
        for card in cards:
            card.said.connect(self.said)
        self.setLayout(column(stacked(*cards)))

    @property
    def topics(self) -> frozenset[Topic]:
        """Return what the cards show."""
        return frozenset[Topic]().union(*(card.topics for card in self._cards))

    def reload(self) -> None:
        """Let every card ask again; what is being typed stays."""
        for card in self._cards:
            card.reload()


class ShelterTab(CardsTab):
    """The house itself."""

    def __init__(self, workplace: Workplace) -> None:
        self.shelter = ShelterCard(workplace)
        super().__init__((self.shelter,))


class PartnersTab(CardsTab):
    """Who refers women."""

    def __init__(self, workplace: Workplace) -> None:
        self.partners = PartnersCard(workplace)
        super().__init__((self.partners,))


class RulesTab(CardsTab):
    """Age without a document, and the rooming rules."""

    def __init__(self, workplace: Workplace) -> None:
        self.thresholds = ThresholdsCard(workplace)
        self.rules = RulesPanel(workplace)
        super().__init__((self.thresholds, self.rules))
