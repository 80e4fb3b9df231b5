# SPDX-License-Identifier: Apache-2.0
"""The first run: shelter and first account, the recovery sheet, the staff."""

from collections.abc import Callable
from datetime import datetime
from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.clock import Clock
from app.config import Paths
from app.errors import Refused, Unavailable
from app.services.acts import execute
from app.services.staff.accounts import welcome
from app.services.staff.founding import Founded, found_shelter
from app.services.staff.setup import NewAccount, ShelterFacts, furnish, two_floors
from app.services.staff.timekeeping import (
    ClockQuestion,
    first_question,
    go_by,
    likely_zone,
    note_clock,
    noted,
)
from app.ui.later import Later
from app.ui.login.staff_page import StaffPage
from app.ui.login.wizard import Wizard, WizardAnswers
from app.ui.tasks import Tasks
from app.ui.texts import words
from app.ui.theme.style import Looks

_CLOCK = Later("login.clock_page", "ClockPage")


class Showing(Protocol):
    """Whoever shows pages."""

    language_wanted: Signal

    def put(self, page: QWidget, again: Callable[[], None] | None = None) -> None:
        """Show a page; ``again`` builds it anew in another language."""

    def show_sheet(
        self, shelter: ShelterFacts, sheet_words: tuple[str, ...], after: Callable[[], None]
    ) -> None:
        """Show a new recovery sheet until two of its words are typed from the paper."""


class FirstRun(QObject):
    """Leads through three steps; what is founded stays even when the last one is left out.

    Signals:
        finished: the shelter stands, or nobody wants one now.
    """

    finished = Signal()

    def __init__(
        self, door: Showing, paths: Paths, clock: Clock, tasks: Tasks, looks: Looks
    ) -> None:
        super().__init__()
        self._door = door
        self._paths = paths
        self._clock = clock
        self._tasks = tasks
        self._looks = looks
        self._clock_told = False
        self._wizard: Wizard | None = None

    def begin(self) -> None:
        """Show the wizard; in another language it starts anew with what was typed.

        A clock that cannot be right is asked for first.
        """
        zone = likely_zone(self._clock)
        asked = None if self._clock_told else first_question(zone, self._clock)
        if asked is not None:
            self._ask_clock(asked)
            return
        page = Wizard(self._looks, zone)
        if self._wizard is not None:
            page.take_over(self._wizard)
        self._wizard = page
        page.finished.connect(self._found)
        page.back.connect(self.finished)
        page.language_wanted.connect(self._door.language_wanted)
        self._door.put(page, self.begin)

    def _ask_clock(self, asked: ClockQuestion) -> None:
        page = _CLOCK(self._looks, asked)
        page.answered.connect(self._told)
        self._door.put(page, lambda: self._ask_clock(asked))

    def _told(self, said: datetime) -> None:
        go_by(self._clock, said)
        self._clock_told = True
        self.begin()

    def _found(self, answers: WizardAnswers) -> None:
        paths, clock, told = self._paths, self._clock, self._clock_told

        def work() -> Founded:
            founded = found_shelter(paths, answers.founding, clock)
            if told:
                execute(founded.house, founded.actor, note_clock, noted(clock))
            plan = two_floors(answers.bedrooms, answers.beds)
            execute(founded.house, founded.actor, furnish, plan)
            return founded

        self._tasks.write(
            self, work, lambda founded: self._show_sheet(founded, answers), self._not_founded
        )

    def _not_founded(self, error: Exception) -> None:
        page = self._wizard
        if page is not None and isinstance(error, Refused):
            page.show_problem(error)
        elif page is not None and isinstance(error, Unavailable):
            page.trouble(words(error.cause))
        else:
            self._tasks.crashed.emit(error)

    def _show_sheet(self, founded: Founded, answers: WizardAnswers) -> None:
        password = answers.founding.password
        self._door.show_sheet(
            answers.founding.shelter, founded.words, lambda: self._show_staff(founded, password)
        )

    def _show_staff(self, founded: Founded, password: str) -> None:
        page = StaffPage(self._looks)
        house, actor, paths = founded.house, founded.actor, self._paths

        def add(newcomer: NewAccount, first: str) -> None:
            self._tasks.write(
                page,
                lambda: welcome(paths, house, actor, password, newcomer, first),
                lambda _done: page.added(newcomer),
                page.refuse,
            )

        def done() -> None:
            house.database.close()
            self.finished.emit()

        page.wanted.connect(add)
        page.finished.connect(done)
        page.unexpected.connect(self._tasks.crashed)
        self._door.put(page, lambda: self._show_staff(founded, password))
