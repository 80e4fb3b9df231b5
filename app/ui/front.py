# SPDX-License-Identifier: Apache-2.0
"""The one window, kept light: it paints before the database and the papers are imported."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QWidget

from app.config import Paths
from app.ui.i18n import Language, Languages
from app.ui.login.login_page import LoginPage
from app.ui.login.welcome import WelcomePage
from app.ui.preferences import Preferences, load, save
from app.ui.theme.style import Looks, dress
from app.vault import header
from app.vault.errors import HeaderUnreadable

_SMALLEST = (1024, 540)
_USUAL = (1366, 697)
_TITLE_BAR = 31


class Front(QMainWindow):
    """Shows one page at a time; ``app.ui.shell`` decides which once it is loaded.

    Signals:
        painted: the first page is on the screen.
        closing: the window is about to close.
    """

    painted = Signal()
    closing = Signal()

    def __init__(self, paths: Paths, looks: Looks, languages: Languages) -> None:
        super().__init__()
        self.paths = paths
        self.looks = looks
        self.languages = languages
        self._seen = False
        self.pages = QStackedWidget()
        self.setCentralWidget(self.pages)
        self.setMinimumSize(*_SMALLEST)
        room = self.screen().availableSize() - QSize(0, _TITLE_BAR)
        usual = QSize(*_USUAL)
        self.resize(usual.boundedTo(room) if room.width() >= _SMALLEST[0] else usual)
        self.setWindowTitle("Teduh")
        kept = load(paths.preferences)
        self.training = kept.training and paths.training.vault.exists()
        languages.speak(kept.language)
        looks.apply(kept.theme, kept.zoom)
        self.early = Early()
        self.show_only(self._first_page())
        dress(self)

    def _first_page(self) -> QWidget:
        paths = self.paths.training if self.training else self.paths
        if not paths.vault.exists() and not paths.database.exists():
            return self.early.watch(WelcomePage(self.looks))
        try:
            logins = tuple(sorted(slot.login for slot in header.load(paths.vault).slots))
        except HeaderUnreadable:
            logins = ()
        return self.early.watch(LoginPage(self.looks, logins, training=self.training))

    @property
    def page(self) -> QWidget:
        """Return the page shown."""
        return self.pages.currentWidget()

    def show_only(self, page: QWidget, *, keep: frozenset[QWidget] = frozenset()) -> None:
        """Show a page and let go of all others but those in ``keep``.

        The cursor goes to the page's ``first`` field; a focus proxy of the whole page would
        make Tab skip what stands before that field.
        """
        self.pages.addWidget(page)
        self.pages.setCurrentWidget(page)
        getattr(page, "first", page).setFocus()
        for at in reversed(range(self.pages.count())):
            other = self.pages.widget(at)
            if other is not page and other not in keep:
                self.pages.removeWidget(other)
                other.deleteLater()

    def switch_language(self) -> None:
        """Speak the other language; pages already built have to be built anew."""
        other = Language.EN if self.languages.language is Language.ID else Language.ID
        self.languages.speak(other)
        self.remember()

    def remember(self) -> None:
        """Keep language, theme, zoom and training for the next start."""
        kept = Preferences(
            self.languages.language, self.looks.theme, self.looks.zoom, self.training
        )
        save(self.paths.preferences, kept)

    def remember_training(self, training: bool) -> None:
        """Open with the training shelter from now on, or with the real one again."""
        self.training = training
        self.remember()

    def come_forward(self) -> None:
        """Stand before all other windows, as it is: locked when it is locked."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        for window in (self, QApplication.activeModalWidget()):
            if window is not None:
                window.show()
                window.raise_()
                window.activateWindow()

    def event(self, event: QEvent) -> bool:
        """Tell once when the first page was painted."""
        handled = super().event(event)
        if event.type() == QEvent.Type.Paint and not self._seen:
            self._seen = True
            self.painted.emit()
        return handled

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let the shell put everything on disk first."""
        self.closing.emit()
        event.accept()


class Early:
    """Keeps what is clicked before the rest is loaded, and repeats it afterwards."""

    def __init__(self) -> None:
        self._page: LoginPage | WelcomePage | None = None
        self._wishes: list[Callable[[], None]] = []

    def watch(self, page: LoginPage | WelcomePage) -> LoginPage | WelcomePage:
        """Note every wish this page signals."""
        self._page = page
        for signal in page.wishes:
            signal.connect(lambda *said, to=signal: self._wishes.append(lambda: to.emit(*said)))
        return page

    def take_over(self) -> tuple[LoginPage | WelcomePage | None, list[Callable[[], None]]]:
        """Return the watched page, no longer watched, and the wishes to repeat on it."""
        page, wishes = self._page, self._wishes
        if page is not None:
            for signal in page.wishes:
                signal.disconnect()
        self._page, self._wishes = None, []
        return page, wishes
