# SPDX-License-Identifier: Apache-2.0
"""Ways in: login, recovery sheet, training, first run. Ends with an open house."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.clock import Clock
from app.config import Paths
from app.errors import Refused, Unavailable
from app.policies.reasons import Reason
from app.services.staff.accounts import recover_with_sheet
from app.services.staff.opening import sign_in
from app.services.staff.setup import ShelterFacts
from app.services.staff.training import found_training, reset_training
from app.services.staff.upkeep import sheet_paper
from app.services.staff.vault_file import MustWait, exists, known_logins
from app.ui.later import Later
from app.ui.login.login_page import LoginPage
from app.ui.login.recovery_page import RecoveryPage
from app.ui.login.welcome import WelcomePage
from app.ui.tasks import Tasks
from app.ui.texts import sentences, words
from app.ui.theme.style import Looks
from app.vault.errors import RecoveryFault, RecoveryProblem, WrongPassword

_FIRST_RUN = Later("shell.first_run", "FirstRun")
_SHEET = Later("login.sheet_page", "SheetPage")


class Door(QObject):
    """Decides which page stands before the shelter is open.

    Signals:
        show_page(widget): this page should be shown.
        opened(house): an ``OpenedHouse``.
        language_wanted: the other language is wanted.
        training_chosen(whether): the training shelter is in front of us now, or the real one.
    """

    show_page = Signal(object)
    opened = Signal(object)
    language_wanted = Signal()
    training_chosen = Signal(bool)

    def __init__(
        self, paths: Paths, clock: Clock, tasks: Tasks, looks: Looks, *, training: bool = False
    ) -> None:
        super().__init__()
        self._real = paths
        self.paths = paths.training if training else paths
        self._clock = clock
        self._tasks = tasks
        self._looks = looks
        self._page: QWidget | None = None
        self._again: Callable[[], None] = self.knock

    @property
    def training(self) -> bool:
        """Say whether the training vault is in front of us."""
        return self.paths != self._real

    def take_over(
        self, page: LoginPage | WelcomePage | None, wishes: list[Callable[[], None]]
    ) -> None:
        """Go on with the page that was painted first, and do what was clicked meanwhile."""
        if isinstance(page, WelcomePage) and not exists(self.paths):
            self._connect_welcome(page)
        elif isinstance(page, LoginPage) and exists(self.paths):
            try:
                known_logins(self.paths)
            except Unavailable as error:
                page.trouble(words(error.cause))
            self._connect_login(page)
        else:
            self.knock()
            return
        self._page = page
        for wish in wishes:
            wish()

    def knock(self) -> None:
        """Show the login, or the first run where there is no shelter yet."""
        self._again = self.knock
        if not exists(self.paths):
            self.put(self._connect_welcome(WelcomePage(self._looks)))
            return
        try:
            logins = known_logins(self.paths)
        except Unavailable as error:
            page = self._login_page(())
            page.trouble(words(error.cause))
        else:
            self._login_page(logins)

    def rebuild(self) -> None:
        """Build the page anew, in another language."""
        self._again()

    def put(self, page: QWidget, again: Callable[[], None] | None = None) -> None:
        """Show a page; ``again`` builds it anew in another language."""
        if again is not None:
            self._again = again
        self._page = page
        self.show_page.emit(page)

    def _login_page(self, logins: tuple[str, ...]) -> LoginPage:
        page = self._connect_login(LoginPage(self._looks, logins, training=self.training))
        self.put(page)
        return page

    def _connect_login(self, page: LoginPage) -> LoginPage:
        page.sign_in.connect(self._sign_in)
        page.language_wanted.connect(self.language_wanted)
        page.training_wanted.connect(self.toggle_training)
        page.recovery_wanted.connect(self._show_recovery)
        page.reset_wanted.connect(self._reset_training)
        return page

    def _connect_welcome(self, page: WelcomePage) -> WelcomePage:
        page.set_up_wanted.connect(self._first_run)
        page.training_wanted.connect(self.toggle_training)
        page.language_wanted.connect(self.language_wanted)
        return page

    def _first_run(self) -> None:
        self.first_run = _FIRST_RUN(self, self.paths, self._clock, self._tasks, self._looks)
        self.first_run.finished.connect(self.knock)
        self.first_run.begin()

    def _sign_in(self, login: str, password: str) -> None:
        paths, clock = self.paths, self._clock
        self._tasks.write(
            self, lambda: sign_in(paths, login, password, clock), self.opened.emit, self._refused
        )

    def _refused(self, error: Exception) -> None:
        page = self._page
        if not isinstance(page, LoginPage):
            return
        if isinstance(error, WrongPassword):
            page.refuse(words(Reason.WRONG_PASSWORD))
        elif isinstance(error, MustWait):
            page.wait(error.seconds)
        elif isinstance(error, Unavailable):
            page.trouble(words(error.cause))
        else:
            page.trouble(self.tr("Teduh stopped at something unexpected. Nothing was changed."))
            self._tasks.crashed.emit(error)

    def toggle_training(self) -> None:
        """Go to the training vault, making it when it is missing, or back."""
        if self.training:
            self._go_to(self._real)
        elif exists(self._real.training):
            self._go_to(self._real.training)
        else:
            self.paths = self._real.training
            self._make_training()

    def _go_to(self, paths: Paths) -> None:
        self.paths = paths
        self.training_chosen.emit(self.training)
        self.knock()

    def _reset_training(self) -> None:
        if self.training:
            reset_training(self.paths)
            self._make_training()

    def _make_training(self) -> None:
        page, paths, clock = self._page, self.paths, self._clock
        if isinstance(page, LoginPage | WelcomePage):
            page.busy(self.tr("Making the training shelter…"))
        self._tasks.write(
            self,
            lambda: found_training(paths, clock),
            lambda _none: self._go_to(paths),
            self._no_training,
        )

    def _no_training(self, error: Exception) -> None:
        self.paths = self._real
        self.training_chosen.emit(self.training)
        page = self._page
        if isinstance(page, LoginPage | WelcomePage) and isinstance(error, Unavailable):
            page.trouble(words(error.cause))
            return
        if isinstance(page, LoginPage | WelcomePage):
            page.trouble(self.tr("Teduh stopped at something unexpected. Nothing was changed."))
        self._tasks.crashed.emit(error)

    def show_sheet(
        self, shelter: ShelterFacts, sheet_words: tuple[str, ...], after: Callable[[], None]
    ) -> None:
        """Show a new recovery sheet until two of its words are typed from the paper."""
        paper = sheet_paper(shelter, sheet_words, self._clock(), training=self.training)

        def build() -> None:
            page = _SHEET(self._looks, paper, sheet_words)
            page.confirmed.connect(after)
            self.put(page, build)

        build()

    def _show_recovery(self) -> None:
        try:
            logins = known_logins(self.paths)
        except Unavailable as error:
            if isinstance(self._page, LoginPage):
                self._page.trouble(words(error.cause))
            return
        self._again = self._show_recovery
        page = RecoveryPage(self._looks, logins)
        page.back.connect(self.knock)
        page.recover.connect(self._recover)
        self.put(page)

    def _recover(self, typed: str, login: str, password: str) -> None:
        """Show the new sheet before anything else is tried: the old one is void already."""
        paths, clock = self.paths, self._clock
        self._tasks.write(
            self,
            lambda: recover_with_sheet(paths, typed, login, password, clock),
            lambda done: self.show_sheet(
                done.shelter, done.words, lambda: self._enter_recovered(login, password)
            ),
            self._not_recovered,
        )

    def _enter_recovered(self, login: str, password: str) -> None:
        """Sign in with the new password, from the login, where it can be tried again."""
        self.knock()
        page, paths, clock = self._page, self.paths, self._clock
        if isinstance(page, LoginPage):
            page.login.setCurrentText(login)
            page.busy(self.tr("The new password is set. Signing in…"))
        self._tasks.write(
            self,
            lambda: sign_in(paths, login, password, clock),
            self.opened.emit,
            self._not_entered,
        )

    def _not_entered(self, error: Exception) -> None:
        if isinstance(error, Unavailable):
            on = words(error.cause)
        else:
            on = self.tr("Sign in with the new password.")
            self._tasks.crashed.emit(error)
        page = self._page
        if isinstance(page, LoginPage):
            page.trouble(
                self.tr("The new password is set, the shelter is not open yet. {0}").format(on)
            )
            page.password.setFocus()

    def _not_recovered(self, error: Exception) -> None:
        page = self._page
        if not isinstance(page, RecoveryPage):
            return
        if isinstance(error, RecoveryProblem):
            page.fields["words"].show_problem(self._sheet_problem(error))
        elif isinstance(error, Refused):
            page.fields[error.field or "password"].show_problem(sentences(error.reasons))
        elif isinstance(error, Unavailable):
            page.banner.say("stop", words(error.cause))
        else:
            page.banner.say(
                "stop", self.tr("Teduh stopped at something unexpected. Nothing was changed.")
            )
            self._tasks.crashed.emit(error)

    def _sheet_problem(self, problem: RecoveryProblem) -> str:
        if problem.fault is RecoveryFault.UNKNOWN_WORD:
            return self.tr("Word {0} is not a word of any sheet. Check its letters.").format(
                problem.position
            )
        if problem.fault is RecoveryFault.COUNT:
            return self.tr("The sheet has 17 words. Count them again.")
        if problem.fault is RecoveryFault.CHECKSUM:
            return self.tr("One word is wrong or out of order. Compare with the sheet.")
        return self.tr("This sheet does not open this shelter; it may have been replaced.")
