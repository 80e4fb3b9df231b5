# SPDX-License-Identifier: Apache-2.0
"""A list on a screen: its lines, what is said where there are none, the acts on the chosen one."""

from PySide6.QtWidgets import QWidget

from app.ui.widgets.labels import heading, sentence
from app.ui.widgets.layouts import column, row
from app.ui.widgets.short_list import ShortList


class Listing(QWidget):
    """The list half of a list-and-form screen; ``Acting`` is the other half.

    A screen fills ``list`` and gives the buttons; which of them the chosen line allows, the
    screen says when ``list.currentItemChanged`` tells of another one.

    Args:
        name: what a screen reader calls the list, and its heading where ``titled``.
        empty: the sentence shown instead of an empty list.
        *deeds: buttons for the chosen line, from left to right; None is the space between.
        titled: show the name above the list too.
    """

    def __init__(self, name: str, empty: str, *deeds: QWidget | None, titled: bool = False) -> None:
        super().__init__()
        self.title = heading(name)
        if not titled:
            self.title.hide()
        self.none = sentence(empty, "muted")
        self.list = ShortList(name)
        self._deeds = QWidget()
        self._deeds.setLayout(row(*deeds))
        layout = column(self.title, self.none, self.list, self._deeds, None)
        layout.setStretchFactor(self.list, 9)
        self.setLayout(layout)
        self.list.filled.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        some = self.list.count() > 0
        self.none.setVisible(not some)
        self.list.setVisible(some)
        self._deeds.setVisible(some)
