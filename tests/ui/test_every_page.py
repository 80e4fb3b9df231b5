# SPDX-License-Identifier: Apache-2.0
"""Every page for every post: spoken names, all by Tab, no words cut, nothing left behind."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from app.config import Paths
from app.policies.arrivals.registration import ArrivalForm
from app.services.acts import save_quietly
from app.services.arrivals.register.drafts import KeepDraft, keep_draft
from app.services.arrivals.shift.shifts import start_shift
from app.ui.application import STYLE
from app.ui.i18n import Language
from app.ui.login.login_page import LoginPage
from app.ui.login.pin_page import PinPage
from app.ui.login.recovery_page import RecoveryPage
from app.ui.login.sheet_page import SheetPage
from app.ui.login.staff_page import StaffPage
from app.ui.login.welcome import WelcomePage
from app.ui.login.wizard import Wizard
from app.ui.shell.entries_dialog import EntriesDialog
from app.ui.shell.help import HelpDialog
from app.ui.shell.palette import Palette
from app.ui.shell.shell import Shell
from app.ui.theme.tokens import Theme
from app.ui.widgets.tabs import TabbedPage
from tests.conftest import PASSWORD, SetClock, Shelter
from tests.helpers.accessible import nameless
from tests.helpers.cut import cut
from tests.helpers.freed import is_freed
from tests.ui.login.ways import idle, sign_in, standing, wait_page
from tests.ui.widgets.screens import at_rest

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
POSTS = ("ratna", "hendra", "dewi", "rina", "ani", "tania", "eko")
SIZES = ((1366, 697), (1093, 543))
_INNER = {"qt_scrollarea_viewport", "qt_spinbox_lineedit"}


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """Start the application as the program does."""
    return ["teduh", *STYLE]


@pytest.fixture
def lived_in(shelter: Shelter) -> Shelter:
    """A shelter with a shift, a draft, a child in bed, two who wait and one unknown."""
    shelter.act(start_shift, None)
    child = shelter.arrive("Kenanga", "12")
    shelter.place(child.person_id, "201-A")
    shelter.arrive("Melati Anggraini Puspitasari", "34")
    shelter.arrive("", "?")
    draft = KeepDraft(ArrivalForm(name="Mawar"), "name")
    save_quietly(shelter.house, shelter.actors["dewi"], keep_draft, draft)
    return shelter


@pytest.fixture
def shell(qtbot: QtBot, qapp: QApplication, paths: Paths, clock: SetClock) -> Iterator[Shell]:
    """Open the whole window at its login."""
    with standing(qtbot, qapp, paths, clock) as made:
        yield made


def shown(page: QWidget, kind: type[QWidget] = QWidget) -> list[QWidget]:
    """Return the visible widgets of a kind on a page."""
    return [each for each in page.findChildren(kind) if each.isVisible()]


class Flashes(QObject):
    """Notes every widget that is shown as a window of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note it and let it happen."""
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(repr(watched))
        return False


def beyond_tab(page: QWidget) -> list[str]:
    """Return every control that takes the focus by Tab and is not reached by it."""
    wanted = {
        each
        for each in shown(page)
        if each.isEnabled()
        and each.focusPolicy() & Qt.FocusPolicy.TabFocus
        and each.focusProxy() is None
        and each.objectName() not in _INNER
    }
    missed = set(wanted)
    page.setFocus()
    window = page.window().windowHandle()
    for _press in range(2 * len(wanted) + 10):
        QTest.keyClick(window, Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        missed -= {focused, focused.parentWidget() if focused is not None else None}
        if not missed:
            break
    return sorted(f"{type(each).__name__} {each.accessibleName()}" for each in missed)


def faults(qtbot: QtBot, shell: Shell, page: QWidget, *zooms: int) -> dict[str, list[str]]:
    """Return what is wrong with a page at the sizes of small screens, at 100 % and some zooms."""
    found, looks = {"nameless": nameless(page)}, shell.front.looks
    for zoom in (*zooms, 100):
        looks.apply(looks.theme, zoom)
        for size in SIZES:
            shell.front.resize(*size)
            at_rest(qtbot, shell.tasks)
            found[f"cut at {zoom} % in {size}"] = cut(page)
    return {kind: wrong for kind, wrong in found.items() if wrong}


@pytest.mark.parametrize("login", POSTS)
def test_every_page_of_a_post_speaks_and_shows_all_its_words(
    qtbot: QtBot, lived_in: Shelter, shell: Shell, login: str
) -> None:
    sign_in(qtbot, shell, login)
    wrong: dict[str, object] = {}
    for language in Language:
        if shell.front.languages.language is not language:
            shell.switch_language()
        for page in tuple(shell.main.views):
            shell.main.go(page)
            at_rest(qtbot, shell.tasks)
            found = faults(qtbot, shell, shell.main)
            if found:
                wrong[f"{page} {language}"] = found
    assert wrong == {}


@pytest.mark.parametrize(
    "login",
    [
        *("ratna", "dewi"),
        *(
            pytest.param(each, marks=pytest.mark.long)
            for each in POSTS
            if each not in {"ratna", "dewi"}
        ),
    ],
)
def test_every_page_speaks_and_shows_all_its_words_in_every_theme(
    qtbot: QtBot, lived_in: Shelter, shell: Shell, login: str
) -> None:
    sign_in(qtbot, shell, login)
    wrong: dict[str, object] = {}
    for theme in (Theme.DARK, Theme.CONTRAST):
        shell.switch_looks()
        at_rest(qtbot, shell.tasks)
        assert shell.front.looks.theme is theme
        for page in tuple(shell.main.views):
            shell.main.go(page)
            at_rest(qtbot, shell.tasks)
            if found := nameless(shell.main) + cut(shell.main):
                wrong[f"{page} {theme}"] = found
    shell.switch_looks()
    assert wrong == {}


@pytest.mark.parametrize("login", ["ratna", "ani", "rina", "eko"])
def test_tab_reaches_every_control_of_a_post(
    qtbot: QtBot, lived_in: Shelter, shell: Shell, login: str
) -> None:
    flashes = Flashes()
    main = sign_in(qtbot, shell, login)
    missed = {}
    for page in main.views:
        QApplication.instance().installEventFilter(flashes)
        main.go(page)
        at_rest(qtbot, shell.tasks)
        QApplication.instance().removeEventFilter(flashes)
        if found := beyond_tab(main):
            missed[page] = found
    assert missed == {}
    assert flashes.seen == [], "shown before they stood on a page: the focus is lost to them"


def both_languages(qtbot: QtBot, shell: Shell, kind: type[QWidget]) -> dict[str, object]:
    """Return what is wrong with the page before the shelter, in both languages."""
    wrong: dict[str, object] = {}
    for _language in Language:
        page = wait_page(qtbot, shell, kind)
        at_rest(qtbot, shell.tasks)
        if found := faults(qtbot, shell, page, 150):
            wrong[f"{kind.__name__} {shell.front.languages.language}"] = found
        if missed := beyond_tab(page):
            wrong[f"Tab {kind.__name__} {shell.front.languages.language}"] = missed
        shell.switch_language()
    return wrong


def test_login_recovery_pin_and_lock_speak_and_fit(
    qtbot: QtBot, paths: Paths, shell: Shell
) -> None:
    wrong = both_languages(qtbot, shell, LoginPage)
    shell.front.page.recovery_wanted.emit()
    wrong |= both_languages(qtbot, shell, RecoveryPage)
    shell.front.page.back.emit()
    page = wait_page(qtbot, shell, LoginPage)
    page.login.setCurrentText("dewi")
    page.password.setText(PASSWORD)
    page.enter.click()
    pin = wait_page(qtbot, shell, PinPage)
    wrong |= faults(qtbot, shell, pin, 150)
    assert beyond_tab(pin) == []
    pin.chosen.emit("704182")
    idle(qtbot, shell)
    for way in (lambda: None, shell.lock_page.ask_password):
        shell.lock()
        way()
        wrong |= faults(qtbot, shell, shell.lock_page, 150)
        assert beyond_tab(shell.lock_page) == []
    assert wrong == {}


class TestTheFirstRun:
    """The pages of a bare PC."""

    @pytest.fixture
    def paths(self, tmp_path_factory: pytest.TempPathFactory) -> Paths:
        """Return an empty folder."""
        return Paths(tmp_path_factory.mktemp("bare"))

    def test_every_step_speaks_and_fits(self, qtbot: QtBot, shell: Shell) -> None:
        wrong = both_languages(qtbot, shell, WelcomePage)
        shell.front.page.set_up.click()
        wrong |= both_languages(qtbot, shell, Wizard)
        page = wait_page(qtbot, shell, Wizard)
        for editor in ("shelter", "name"):
            getattr(page, editor).setText("Ratna")
        page.login.setText("ratna")
        page.following.click()
        wrong |= {f"account {k}": v for k, v in both_languages(qtbot, shell, Wizard).items()}
        page = wait_page(qtbot, shell, Wizard)
        page.password.setText(PASSWORD)
        page.again.setText(PASSWORD)
        page.done.click()
        wrong |= both_languages(qtbot, shell, SheetPage)
        wait_page(qtbot, shell, SheetPage).confirmed.emit()
        wrong |= both_languages(qtbot, shell, StaffPage)
        assert wrong == {}


def close_by_key(dialog: QDialog) -> None:
    QTest.keyClick(dialog.windowHandle(), Qt.Key.Key_Escape)


def test_closed_dialogs_do_not_pile_up(qtbot: QtBot, lived_in: Shelter, shell: Shell) -> None:
    main = sign_in(qtbot, shell)
    left = {}
    for kind, show in ((HelpDialog, main.help), (Palette, main.search)):
        for _time in range(3):
            show()
            at_rest(qtbot, shell.tasks)
            close_by_key(next(made for made in main.findChildren(kind) if made.isVisible()))
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        left[kind.__name__] = len(main.findChildren(kind))
    main.desk.print_entries.emit(ArrivalForm(name="Mawar"))
    at_rest(qtbot, shell.tasks)
    close_by_key(main.findChild(EntriesDialog))
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    left["EntriesDialog"] = len(main.findChildren(EntriesDialog))
    assert left == {"HelpDialog": 1, "Palette": 1, "EntriesDialog": 1}


def test_every_page_is_freed_when_it_is_let_go(
    qtbot: QtBot, lived_in: Shelter, shell: Shell
) -> None:
    main = sign_in(qtbot, shell, "ratna")
    for page, view in main.views.items():
        kinds = view.kinds if isinstance(view, TabbedPage) else (type(view),)
        for kind in kinds:
            assert is_freed(lambda kind=kind: kind(shell.workplace)), (page, kind)
    idle(qtbot, shell)
    before = {type(each).__name__ for each in QApplication.topLevelWidgets() if each.isVisible()}
    shell.switch_language()
    at_rest(qtbot, shell.tasks)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert shell.front.pages.count() == 2
    after = {type(each).__name__ for each in QApplication.topLevelWidgets() if each.isVisible()}
    assert after == before
