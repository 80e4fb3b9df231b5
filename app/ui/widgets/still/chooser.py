# SPDX-License-Identifier: Apache-2.0
"""A list to choose from whose lines may change while somebody chooses."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QComboBox

Offer = tuple[str, Any]


class Chooser(QComboBox):
    """Keeps what is chosen when its lines change; while it is open they do not."""

    def __init__(self) -> None:
        super().__init__()
        self._open = False
        self._later: list[Offer] | None = None

    def offer(self, lines: Iterable[Offer]) -> None:
        """Show other lines, text and what it stands for; the first where the chosen one is gone.

        ``currentIndexChanged`` tells only of another choice.
        """
        wanted = list(lines)
        if self._open:
            self._later = wanted
            return
        self._later = None
        if wanted == [(self.itemText(at), self.itemData(at)) for at in range(self.count())]:
            return
        chosen, blocked = self.currentData(), self.blockSignals(True)
        self.clear()
        for text, data in wanted:
            self.addItem(text, data)
        if wanted:
            self.setCurrentIndex(max(self.findData(chosen), 0) if chosen else 0)
        self.blockSignals(blocked)
        if self.currentData() != chosen:
            self.currentIndexChanged.emit(self.currentIndex())

    def showPopup(self) -> None:
        """Open the list."""
        self._open = True
        super().showPopup()
        self.view().window().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice however the list is closed; what came meanwhile is shown once that is done."""
        if event.type() == QEvent.Type.Hide:
            self._open = False
            QTimer.singleShot(0, self, self._catch_up)
        return False

    def _catch_up(self) -> None:
        if self._later is not None and not self._open:
            self.offer(self._later)
