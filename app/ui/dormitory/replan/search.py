# SPDX-License-Identifier: Apache-2.0
"""The search for a plan, beside everything else: followed, and given up at once."""

from threading import Event

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from app.policies.dormitory.replan.goals import Goal, ReplanPhase
from app.services.dormitory.replan.propose import replan_facts, work_out
from app.services.dormitory.replan.told import Replan, ReplanFacts
from app.ui.texts import words
from app.ui.theme.icons import Icon
from app.ui.widgets.buttons import button
from app.ui.widgets.labels import sentence
from app.ui.widgets.layouts import row
from app.ui.workplace import Workplace


class Search(QWidget):
    """A bar that says what is being looked for, with the button that gives up.

    Signals:
        found(known, plan): the facts and the best plan for them.
        given_up: it was cancelled.
        failed(error): it could not be done.
    """

    found = Signal(object, object)
    given_up = Signal()
    failed = Signal(object)
    _went_on = Signal(int, int, object)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self._stop: Event | None = None
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress"))
        self.phase = sentence()
        self.stop_button = button(
            workplace.looks, self.tr("Give up"), self.give_up, icon=Icon.CLOSE, shortcut="Esc"
        )
        self.setLayout(row(self.phase, self.bar, self.stop_button))
        self._went_on.connect(self._show)
        self.hide()

    @property
    def running(self) -> bool:
        """Say whether a search is under way."""
        return self._stop is not None

    def start(self, goal: Goal) -> None:
        """Look for the best plan; a search under way is given up."""
        if self._stop is not None:
            self._stop.set()
        stop = self._stop = Event()
        self.destroyed.connect(stop.set)
        self._show(0, 0, ReplanPhase.MOVES)
        self.show()
        self._workplace.ask(
            self,
            replan_facts,
            goal,
            lambda known: self._work(known, stop),
            lambda error: self._fail(error, stop),
        )

    def give_up(self) -> None:
        """Stop looking."""
        stop = self._stop
        if stop is not None:
            stop.set()
            self._end(stop)
            self.given_up.emit()

    def _work(self, known: ReplanFacts, stop: Event) -> None:
        if stop.is_set():
            return
        self._workplace.tasks.examine(
            self,
            lambda: work_out(known, self._went_on.emit, stop.is_set),
            lambda plan: self._done(known, plan, stop),
            lambda error: self._fail(error, stop),
        )

    def _fail(self, error: Exception, stop: Event) -> None:
        if self._end(stop):
            self.failed.emit(error)

    def _done(self, known: ReplanFacts, plan: Replan | None, stop: Event) -> None:
        if self._end(stop) and plan is not None:
            self.found.emit(known, plan)

    def _end(self, stop: Event) -> bool:
        """Take the bar away; say whether this is still the search that was asked for."""
        if self._stop is not stop:
            return False
        self._stop = None
        self.hide()
        return True

    def _show(self, done: int, total: int, phase: ReplanPhase) -> None:
        self.phase.setText(words(phase))
        self.bar.setRange(0, total if done else 0)
        self.bar.setValue(done)
