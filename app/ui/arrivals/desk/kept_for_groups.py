# SPDX-License-Identifier: Apache-2.0
"""Beds that are kept for a group; once it has come they are for whoever waits."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.policies.access import Right
from app.services.dormitory.beds.reservations import ReservationLine, reservations
from app.services.dormitory.beds.reserve import ReleaseBeds, release_beds
from app.ui import format as shown
from app.ui.theme.icons import Icon
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import sentence
from app.ui.widgets.layouts import emptied, panel, row, wide
from app.ui.workplace import Workplace


class KeptForGroups(QWidget):
    """One line for each group that beds are kept for, with the button that opens them.

    Signals:
        opened: the beds of a group are free for everybody.
        failed(error): they could not be opened.
    """

    opened = Signal()
    failed = Signal(object)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(4)
        self.hide()

    def reload(self) -> None:
        """Ask which beds are kept."""
        if self._workplace.may(Right.RESERVE_BED):
            self._workplace.ask(self, reservations, None, self._show)

    def _show(self, lines: tuple[ReservationLine, ...]) -> None:
        groups = [line for line in lines if line.person_id is None]
        emptied(self._box)
        for line in groups:
            self._box.addWidget(self._line(line))
        self.setHidden(not groups)

    def _line(self, line: ReservationLine) -> QWidget:
        until = shown.clock_time(line.expires_at, self._workplace.zone)
        text = self.tr("{0} beds are kept for {1} until {2}.")
        told = sentence(text.format(len(line.places), line.label or "-", until))
        come = button(
            self._workplace.looks,
            self.tr("They have come"),
            partial(self._open, line),
            icon=Icon.ALLOWED,
            name=self.tr("{0} have come: open their beds").format(line.label or "-"),
        )
        box = row(wide(told), come, margin=8)
        return panel(box, banner="info")

    def _open(self, line: ReservationLine) -> None:
        self._workplace.act(
            self,
            release_beds,
            ReleaseBeds(line.hold_ids),
            lambda _done: self.opened.emit(),
            self.failed.emit,
            label=self.tr("Opening the beds kept for {0}").format(line.label or "-"),
        )
