# SPDX-License-Identifier: Apache-2.0
"""The watch rounds that are running, counted by a steady clock and known in one place.

A round once read keeps its time: whoever sets the PC's clock, locks the screen or lets
midnight pass neither lengthens nor shortens it.
"""

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal

from app.clock import steady_of
from app.policies.access import Right
from app.policies.dormitory.care.rounds import RoundState, state
from app.services.dormitory.care.rounds import RoundLine, WatchRounds, watch_rounds

if TYPE_CHECKING:
    from app.ui.workplace import Workplace

_SECOND = 1000
_Key = tuple[UUID, int, int]


@dataclass(frozen=True, slots=True)
class Running:
    """One round as it stands this second; negative times are past."""

    line: RoundLine
    opens_in: timedelta
    due_in: timedelta

    @property
    def state(self) -> RoundState:
        """Return how it stands."""
        return state(self.opens_in, self.due_in)

    @property
    def loud(self) -> bool:
        """Say whether it is overdue, or she is not found."""
        return self.line.missing_since is not None or self.state is RoundState.OVERDUE


class Rounds(QObject):
    """Asks for the rounds when told to and counts each second.

    Signals:
        changed: other rounds run, or none.
        ticked: another second has passed.
    """

    changed = Signal()
    ticked = Signal()

    def __init__(self, workplace: "Workplace") -> None:
        super().__init__(workplace)
        self._workplace = workplace
        self._lines: tuple[RoundLine, ...] = ()
        self._ends: dict[_Key, tuple[float, float]] = {}
        self.away = 0
        self._timer = QTimer(self, interval=_SECOND)
        self._timer.timeout.connect(self.ticked)

    def refresh(self) -> None:
        """Ask who is watched; of a post that looks in on nobody nothing is asked."""
        if self._workplace.may(Right.LOOK_IN):
            self._workplace.ask(self, watch_rounds, None, self._show)
        else:
            self._show(WatchRounds())

    @property
    def running(self) -> tuple[Running, ...]:
        """Return every round: who is not found first, then by when it is due."""
        now = self._steady()
        found = []
        for line in self._lines:
            opens, due = self._ends[_key(line)]
            found.append(
                Running(line, timedelta(seconds=opens - now), timedelta(seconds=due - now))
            )
        return tuple(sorted(found, key=lambda each: (not each.line.missing_since, each.due_in)))

    @property
    def loud(self) -> int:
        """Return how many are overdue or not found."""
        return sum(each.loud for each in self.running)

    @property
    def due(self) -> int:
        """Return at how many somebody has to look now, overdue ones among them."""
        return sum(each.loud or each.state is RoundState.DUE for each in self.running)

    def _steady(self) -> float:
        return steady_of(self._workplace.clock)

    def _show(self, rounds: WatchRounds) -> None:
        now, before = self._steady(), self._ends
        self._lines, self.away = rounds.lines, rounds.away
        self._ends = {
            _key(line): before.get(
                _key(line),
                (now + line.opens_in.total_seconds(), now + line.due_in.total_seconds()),
            )
            for line in rounds.lines
        }
        if self._lines and not self._timer.isActive():
            self._timer.start()
        elif not self._lines:
            self._timer.stop()
        self.changed.emit()


def _key(line: RoundLine) -> _Key:
    return line.basis, line.level, line.minutes
