# SPDX-License-Identifier: Apache-2.0
"""The workplaces this role has, each with the count of what needs a person."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QVBoxLayout

from app.ui.theme.icons import Icon
from app.ui.theme.measures import measure
from app.ui.theme.style import Looks, mark
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import heading

WIDTH, NARROW = 28, 56
"""Letters with words, pixels with icons alone."""


class Sidebar(QFrame):
    """Navigation; at narrow windows only icons remain.

    Signals:
        chosen(page): a workplace was picked.
        lock_wanted: the veil.
    """

    chosen = Signal(str)
    lock_wanted = Signal()

    def __init__(self, looks: Looks, pages: tuple[tuple[str, str, Icon, str], ...]) -> None:
        super().__init__()
        mark(self, bar="side")
        self._texts = {page: text for page, text, _, _ in pages}
        self._counts = dict.fromkeys(self._texts, 0)
        self._narrow = False
        self.title = heading("Teduh", page=True)
        mark(self.title, tone="side")
        self._group = QButtonGroup(self)
        self.buttons = {}
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 10, 0, 10)
        box.setSpacing(2)
        box.addWidget(self.title)
        self.title.setContentsMargins(14, 0, 0, 8)
        for page, text, icon, shortcut in pages:
            made = button(
                looks,
                text,
                partial(self.chosen.emit, page),
                role="side",
                icon=icon,
                shortcut=shortcut,
            )
            made.setCheckable(True)
            self._group.addButton(made)
            self.buttons[page] = made
            box.addWidget(made)
        box.addStretch(1)
        self.lock = button(
            looks,
            self.tr("Lock"),
            self.lock_wanted.emit,
            role="side",
            icon=Icon.LOCK,
            shortcut="Ctrl+L",
        )
        self._lock_text = self.lock.text()
        box.addWidget(self.lock)
        measure(self, width=WIDTH)

    def mark_page(self, page: str) -> None:
        """Show where we are."""
        if page in self.buttons:
            self.buttons[page].setChecked(True)

    def count(self, page: str, number: int) -> None:
        """Show how many things of a workplace need somebody; none shows nothing."""
        if page in self._counts:
            self._counts[page] = number
            self._write()

    def squeeze(self, *, narrow: bool) -> None:
        """Show icons only, or icons and words."""
        if narrow != self._narrow:
            self._narrow = narrow
            if narrow:
                measure(self).setFixedWidth(NARROW)
            else:
                measure(self, width=WIDTH)
            self._write()

    def _write(self) -> None:
        self.title.setVisible(not self._narrow)
        self.lock.setText("" if self._narrow else self._lock_text)
        for page, made in self.buttons.items():
            number = self._counts[page]
            text = f"{self._texts[page]}   {number}" if number else self._texts[page]
            made.setText("" if self._narrow else text)
            made.setAccessibleName(text)
