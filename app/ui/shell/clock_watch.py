# SPDX-License-Identifier: Apache-2.0
"""Notices when somebody sets the PC's clock, and asks day and hour where it matters."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from app.clock import Clock, Timepiece
from app.errors import Unavailable
from app.policies.access import Actor
from app.services.acts import Done, House
from app.services.staff.timekeeping import ClockQuestion, answer_clock, look_again
from app.ui.later import Later
from app.ui.tasks import Tasks
from app.ui.texts import words
from app.ui.theme.style import Looks
from app.ui.workplace import Workplace

_PAGE = Later("login.clock_page", "ClockPage")
_EVERY_MILLISECONDS = 5000


class ClockWatch(QObject):
    """Keeps an open shelter's clock believable.

    Signals:
        ask(page): this page has to be answered before anything else.
        answered: it is, and the work can go on.
    """

    ask = Signal(object)
    answered = Signal()

    def __init__(self, clock: Clock, tasks: Tasks, looks: Looks, parent: QObject) -> None:
        super().__init__(parent)
        self._clock = clock
        self._tasks = tasks
        self._looks = looks
        self._looking = False
        self._workplace: Workplace | None = None
        self._timer = QTimer(self, interval=_EVERY_MILLISECONDS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def go_with(self, workplace: Workplace) -> None:
        """Look after the clock of an open shelter from now on."""
        self._workplace = workplace

    def look(self) -> None:
        """Ask what the file says of the clock if somebody has set it meanwhile."""
        clock, place = self._clock, self._workplace
        if not isinstance(clock, Timepiece) or self._looking:
            return
        if not clock.set_meanwhile:
            clock.follow()
        elif place is None:
            clock.trust(clock.offset, clock.most)
        else:
            self._looking = True
            paths, house, actor = place.paths, place.house, place.actor
            self._tasks.write(
                self, lambda: look_again(paths, house, actor), self._looked, self._failed
            )

    def _looked(self, asked: ClockQuestion | None) -> None:
        self._looking = False
        place = self._workplace
        if asked is not None and place is not None:
            self.put(asked, place.house, place.actor, self.answered.emit)

    def _failed(self, error: Exception) -> None:
        self._looking = False
        self._tasks.failed.emit(error)

    def put(
        self, asked: ClockQuestion, house: House, actor: Actor, after: Callable[[], None]
    ) -> None:
        """Show the page; ``after`` is called once the answer is written down."""
        page = _PAGE(self._looks, asked)

        def answered(said: object) -> None:
            self._tasks.write(page, lambda: answer_clock(house, actor, said), done, refused)

        def done(result: Done[None]) -> None:
            self._tasks.announce(result.topics, self)
            after()

        def refused(error: Exception) -> None:
            if isinstance(error, Unavailable):
                page.trouble(words(error.cause))
            else:
                self._tasks.crashed.emit(error)

        page.answered.connect(answered)
        self.ask.emit(page)
