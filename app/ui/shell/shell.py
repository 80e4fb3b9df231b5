# SPDX-License-Identifier: Apache-2.0
"""What works behind the one window: door, work, lock; language and looks; closing."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from app import logging as log
from app.clock import Clock
from app.errors import Unavailable
from app.policies.access import Actor
from app.policies.reasons import Reason
from app.policies.staff.pin import TRIES
from app.services.staff.accounts import names_by_login
from app.services.staff.opening import (
    Finding,
    OpenedHouse,
    close_house,
    colleague,
    examine_fully,
)
from app.services.staff.vault_file import MustWait
from app.services.topics import Topic
from app.ui.format import day_and_time
from app.ui.front import Front
from app.ui.login.lock_page import LockPage
from app.ui.login.pin_page import PinPage
from app.ui.shell.clock_watch import ClockWatch
from app.ui.shell.copied import Copied
from app.ui.shell.door import Door
from app.ui.shell.main_page import MainPage
from app.ui.shell.watch import Watch
from app.ui.sweeper import give_back
from app.ui.tasks import Tasks
from app.ui.texts import words
from app.ui.theme.tokens import Theme
from app.ui.workplace import Workplace
from app.vault.errors import WrongPassword
from app.vault.pin import PinVerifier


class Shell(QObject):
    """Decides what the window shows and keeps what is typed through every change."""

    def __init__(self, front: Front, clock: Clock) -> None:
        super().__init__(front)
        log.start(front.paths.log)
        self.front = front
        self._clock = clock
        self._looks = front.looks
        self.tasks = Tasks()
        self.workplace: Workplace | None = None
        self.main: MainPage | None = None
        self._opened: OpenedHouse | None = None
        self._pin: PinVerifier | None = None
        self._names: dict[str, str] = {}
        self._left = False
        self._covered: QWidget | None = None
        self.lock_page = self._make_lock()
        self.door = Door(front.paths, clock, self.tasks, self._looks)
        self.door.show_page.connect(self._show_only)
        self.door.opened.connect(self._enter)
        self.door.language_wanted.connect(self.switch_language)
        self.tasks.crashed.connect(self._crashed)
        self.tasks.changed.connect(self._changed)
        self.watch = Watch(clock, self)
        self.watch.idle.connect(self.lock)
        self.watch.tapped.connect(self.lock)
        self.watch.idle_soon.connect(self._idle_soon)
        self.clock_watch = ClockWatch(clock, self.tasks, self._looks, self)
        self.clock_watch.ask.connect(self._ask_clock)
        self.clock_watch.answered.connect(self._back_to_work)
        front.closing.connect(self.leave)
        self._copied = Copied(self)
        self._looks.changed.connect(front.remember)
        self.door.take_over(*front.early.take_over())

    @property
    def locked(self) -> bool:
        """Say whether the veil covers everything."""
        return self.front.page is self.lock_page

    def _make_lock(self) -> LockPage:
        page = LockPage(self._looks)
        page.pin_typed.connect(self._try_pin)
        page.password_typed.connect(self._try_password)
        self.front.pages.addWidget(page)
        return page

    def _show_only(self, page: QWidget) -> None:
        kept = {self.lock_page} | ({self.main} if self.main is not None else set())
        self.front.show_only(page, keep=frozenset(kept))

    def _enter(self, opened: OpenedHouse) -> None:
        self._opened = opened
        if opened.clock is None:
            self._choose_pin()
        else:
            self.clock_watch.put(opened.clock, opened.house, opened.actor, self._choose_pin)

    def _ask_clock(self, page: QWidget) -> None:
        """Let a page be answered before anything else, beneath the veil if it is drawn."""
        if not self.locked:
            self._show_only(page)
            return
        self.front.pages.addWidget(page)
        self._covered = page

    def _choose_pin(self) -> None:
        opened = self._opened
        if opened is None:
            return
        page = PinPage(self._looks, opened.actor.name)
        page.chosen.connect(self._pin_chosen)
        self._show_only(page)

    def _pin_chosen(self, pin: str) -> None:
        self._pin = PinVerifier(pin, TRIES) if pin else None
        opened = self._opened
        if opened is None:
            return
        if self.workplace is None:
            self.workplace = Workplace(
                self.door.paths,
                opened.house,
                opened.actor,
                opened.shelter,
                self.tasks,
                self._looks,
                training=self.door.training,
            )
            self.workplace.actor_changed.connect(self._actor_changed)
            self.clock_watch.go_with(self.workplace)
            self.workplace.rounds.changed.connect(self._tell_rounds)
            self.workplace.rounds.ticked.connect(self._tell_rounds)
        self._build()
        if opened.sheet_used and self.main is not None:
            self.main.banner.say(
                "warn",
                self.tr(
                    "The recovery sheet was used on {0}. If you did not expect it, change "
                    "passwords and make a new sheet in Admin."
                ).format(day_and_time(opened.sheet_used, opened.house.zone)),
                self.tr("Close"),
            )
        self._tell(opened.findings)
        paths, house = self.door.paths, opened.house
        self.tasks.examine(self, lambda: examine_fully(paths, house), self._tell)

    def _tell(self, findings: tuple[Finding, ...]) -> None:
        """Say loudly when the data was changed by something else than Teduh."""
        wrong = [finding.check.value for finding in findings if not finding.ok]
        if wrong and self.main is not None:
            self.main.banner.say(
                "stop",
                self.tr(
                    "The data was changed outside Teduh ({0}). Call the head; "
                    "run the examination (teduh doctor)."
                ).format(", ".join(wrong)),
            )

    def _build(self) -> None:
        """Make the work page anew: after login, for another language, role or looks."""
        if self.workplace is None:
            return
        page_before = self.main.page if self.main is not None else None
        draft = self.main.keep_typing() if self.main is not None else None
        main = MainPage(self.workplace, page_before)
        main.lock_wanted.connect(self.lock)
        main.language_wanted.connect(self.switch_language)
        main.looks_wanted.connect(self.switch_looks)
        main.sheet_wanted.connect(self._show_sheet)
        main.page_changed.connect(lambda title: self.front.setWindowTitle(f"{title} — Teduh"))
        old, self.main = self.main, main
        self._show_only(main)
        if old is not None:
            old.deleteLater()
        main.go(main.page)
        if draft is not None and main.desk is not None:
            main.desk.register.resume(draft)
        elif main.page == "desk" and main.desk is not None:
            main.desk.register.fields.focus("name")
        self.workplace.ask(self, names_by_login, None, self._learn_names)
        self.tasks.settled.connect(give_back, Qt.ConnectionType.SingleShotConnection)

    def _changed(self, topics: frozenset[Topic], _source: QObject | None) -> None:
        if Topic.STAFF in topics and self.workplace is not None:
            self.workplace.ask(self, names_by_login, None, self._learn_names)

    def _learn_names(self, names: dict[str, str]) -> None:
        self._names = names

    def _show_sheet(self, sheet_words: tuple[str, ...]) -> None:
        if self.workplace is not None and self.main is not None:
            self.door.show_sheet(self.workplace.shelter, sheet_words, self._back_to_work)

    def _back_to_work(self) -> None:
        """Show the work again; beneath the veil where that was drawn meanwhile."""
        if self.main is not None and self.locked:
            self._covered = self.main
        elif self.main is not None:
            self._show_only(self.main)

    def lock(self) -> None:
        """Cover everything at once, then put what is typed on disk."""
        if self.workplace is None or self.locked or self.main is None:
            return
        for window in QApplication.topLevelWidgets():
            if window is not self.front and window.isVisible():
                window.close()
        has_pin = self._pin is not None and self._pin.tries_left > 0
        self.lock_page.cover(
            self.workplace.actor.login, self._names, self.main.drafts, has_pin=has_pin
        )
        self._covered = self.front.page
        self._tell_rounds()
        self.front.pages.setCurrentWidget(self.lock_page)
        self.lock_page.repaint()
        self.front.setWindowTitle("Teduh")
        self._copied.forget()
        self.main.keep_typing()

    def _tell_rounds(self) -> None:
        """Let the veil say how many rounds are due; they go on being counted beneath it."""
        if self.workplace is not None:
            self.lock_page.show_rounds(self.workplace.rounds.due)

    def _idle_soon(self, soon: bool) -> None:
        if self.main is not None and not self.locked:
            if soon:
                self.main.banner.say("info", self.tr("The screen locks in 20 seconds."))
            else:
                self.main.banner.clear()

    def _try_pin(self, pin: str) -> None:
        if self._pin is not None and self._pin.fits(pin):
            self._unlock()
        else:
            self.lock_page.refuse_pin(self._pin.tries_left if self._pin else 0)

    def _try_password(self, login: str, password: str) -> None:
        place = self.workplace
        if place is not None:
            paths, house = place.paths, place.house
            self.tasks.write(
                self,
                lambda: colleague(paths, house, login, password),
                self._take_over,
                self._not_unlocked,
            )

    def _take_over(self, actor: Actor) -> None:
        place = self.workplace
        if place is None:
            return
        if actor.account_id != place.actor.account_id:
            place.become(actor)
        self._unlock()

    def _not_unlocked(self, error: Exception) -> None:
        if isinstance(error, WrongPassword):
            self.lock_page.refuse_password(words(Reason.WRONG_PASSWORD))
        elif isinstance(error, MustWait):
            self.lock_page.refuse_password(
                self.tr("Wait {0} seconds, then try again.").format(error.seconds)
            )
        elif isinstance(error, Unavailable):
            self.lock_page.refuse_password(words(error.cause))
        else:
            self.tasks.crashed.emit(error)

    def _unlock(self) -> None:
        covered = self._covered
        if covered is not None and self.front.pages.indexOf(covered) >= 0:
            self.front.pages.setCurrentWidget(covered)
        elif self.main is not None:
            self.front.pages.setCurrentWidget(self.main)
        if self.main is not None and self.front.page is self.main:
            self.main.go(self.main.page)

    def _actor_changed(self) -> None:
        self._pin = None
        self._build()

    def switch_language(self) -> None:
        """Show everything in the other language; what is typed stays."""
        self.front.switch_language()
        self._rebuild()

    def switch_looks(self) -> None:
        """Go on to the next theme: light, dark, high contrast."""
        themes = list(Theme)
        following = themes[(themes.index(self._looks.theme) + 1) % len(themes)]
        self._looks.apply(following, self._looks.zoom)
        self._rebuild()

    def _rebuild(self) -> None:
        old = self.lock_page
        self.lock_page = self._make_lock()
        self.front.pages.removeWidget(old)
        old.deleteLater()
        before_the_desk = self.main is None or self.front.page is not self.main
        if self.main is not None:
            self._build()
        if before_the_desk:
            self.door.rebuild()

    def _crashed(self, error: BaseException) -> None:
        log.bug(error)
        if self.main is not None:
            self.main.banner.say(
                "stop",
                self.tr(
                    "Teduh stopped at something unexpected. What you typed is kept. "
                    "Go on working, and tell the coordinator."
                ),
            )

    def leave(self) -> None:
        """Put everything on disk and let go of the files; twice does no harm."""
        if self._left:
            return
        self._left = True
        if self.main is not None:
            self.main.keep_typing()
        self.tasks.stop()
        if self.workplace is not None:
            close_house(self.workplace.paths, self.workplace.house)
        log.stop()
