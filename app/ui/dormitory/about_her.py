# SPDX-License-Identifier: Apache-2.0
"""A small form about one person: her name is masked as soon as names are masked."""

from uuid import UUID

from app.policies.people.names import masked
from app.ui.dormitory.small_form import SmallForm
from app.ui.workplace import Workplace

_MASK = masked("…")[1:]
"""What every masked name ends with."""


class FormAboutHer(SmallForm):
    """A form about one person; she is called as the board showed her."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self.person_id: UUID | None = None
        workplace.masking_changed.connect(self._mask)

    @property
    def label(self) -> str:
        """Return how the undo offer calls her: never in full."""
        name = self.about.text()
        return name if self._workplace.masking else masked(name)

    def start_about(self, person_id: UUID, name: str) -> None:
        """Begin anew about a person."""
        self.person_id = person_id
        self.start(name)

    def _mask(self) -> None:
        if self._workplace.masking and _MASK not in self.about.text():
            self.about.setText(masked(self.about.text()))
