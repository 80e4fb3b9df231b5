# SPDX-License-Identifier: Apache-2.0
"""A bar whose buttons say less, one after the other, where there is less room."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QHBoxLayout

from app.ui.widgets.buttons import Yielding


class Narrowing(QHBoxLayout):
    """A row of one line; its yielding buttons give way in the order they were added."""

    def __init__(self) -> None:
        super().__init__()
        self._yielding: list[Yielding] = []

    def add(self, button: Yielding, share: int = 0) -> None:
        """Take a button that can say less."""
        self._yielding.append(button)
        self.addWidget(button, share)

    def minimumSize(self) -> QSize:
        """Return the size with all of them as short as they can be."""
        size = super().minimumSize()
        spared = sum(each.sizeHint().width() - each.width_of(brief=True) for each in self._yielding)
        return QSize(size.width() - spared, size.height())

    def setGeometry(self, rect: QRect) -> None:
        """Shorten as many buttons as have to be, then put everything in its place."""
        missing = super().sizeHint().width() - rect.width()
        missing += sum(
            each.width_of(brief=False) - each.sizeHint().width() for each in self._yielding
        )
        for each in self._yielding:
            each.set_brief(missing > 0)
            if missing > 0:
                missing -= each.width_of(brief=False) - each.width_of(brief=True)
        super().setGeometry(rect)
