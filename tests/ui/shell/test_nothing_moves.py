# SPDX-License-Identifier: Apache-2.0
"""Between aim and click nothing moves: every list, choice and notice of every page."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QListView,
    QListWidget,
    QMessageBox,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.config import Paths
from app.policies.arrivals.night import LogKind
from app.services.arrivals.shift.log import WriteEntry, write_entry
from app.services.arrivals.shift.shifts import start_shift
from app.services.topics import Topic
from app.ui.shell.main_page import MainPage
from app.ui.shell.shell import Shell
from app.ui.widgets.banner import Banner
from app.ui.widgets.tabs import TabbedPage
from tests.conftest import SetClock, Shelter
from tests.ui.login.ways import idle, sign_in
from tests.ui.widgets.screens import press

LONG = "The disk did not answer. Your entries are still on screen. Try again; then print them."
ROW = 44
"""Pixels at the bottom of the window: the line in which notices stand."""


@pytest.fixture
def full(shelter: Shelter) -> Shelter:
    """Fill the house: 15 in bed, 9 who wait, a log of a long night."""
    shelter.act(start_shift, None)
    beds = [f"10{room}-{label}" for room in range(1, 6) for label in "ABC"]
    for number in range(24):
        her = shelter.arrive(f"Melati {number}", "30")
        if number < len(beds):
            shelter.place(her.person_id, beds[number])
    for number in range(20):
        shelter.act(write_entry, WriteEntry(LogKind.CALL, f"telepon {number}"))
    return shelter


def panels(qtbot: QtBot, shell: Shell) -> Iterator[tuple[str, QWidget]]:
    """Show each page and each panel of a post, one after another."""
    for key in tuple(shell.main.views):
        shell.main.go(key)
        idle(qtbot, shell)
        view = shell.main.views[key]
        if not isinstance(view, TabbedPage):
            yield key, view
            continue
        for at in range(view.tabs.count()):
            view.tabs.setCurrentIndex(at)
            idle(qtbot, shell)
            yield f"{key}/{view.tabs.tabText(at)}", view.panels[at]


def seen(page: QWidget, kind: type[QWidget]) -> list[QWidget]:
    return [
        each
        for each in page.findChildren(kind)
        if each.isVisible() and not isinstance(each, QHeaderView)
    ]


def row_of(view: QAbstractItemView) -> tuple[object, ...] | None:
    index = view.currentIndex()
    if not index.isValid():
        return None
    columns = range(1 if isinstance(view, QListView) else view.model().columnCount(QModelIndex()))
    return tuple(index.siblingAtColumn(column).data() for column in columns)


def choose_and_scroll(page: QWidget) -> None:
    """Choose a second row and another line everywhere, and scroll half way."""
    for box in seen(page, QComboBox):
        if not box.isEditable() and box.count() > 1:
            box.setCurrentIndex(1)
    for view in seen(page, QAbstractItemView):
        if view.model().rowCount(QModelIndex()) > 1:
            view.setCurrentIndex(view.model().index(1, 0))
    for editor in (*seen(page, QLineEdit), *seen(page, QPlainTextEdit)):
        if _is_for_words(editor):
            QTest.keyClicks(editor, "ab")
    for area in (*seen(page, QAbstractItemView), *seen(page, QScrollArea)):
        bar = area.verticalScrollBar()
        bar.setValue((bar.maximum() + 1) // 2)


def _is_for_words(editor: QLineEdit | QPlainTextEdit) -> bool:
    """Say whether something may be typed there that no list is narrowed by."""
    inner = isinstance(editor.parent(), QComboBox | QAbstractSpinBox)
    text = editor.text() if isinstance(editor, QLineEdit) else editor.toPlainText()
    free = editor.isEnabled() and not editor.isReadOnly() and not inner
    return free and not text and not editor.placeholderText()


def standing(page: QWidget) -> list[tuple[object, ...]]:
    """Return for each list, choice and field where it is scrolled and what is chosen in it."""
    found: list[tuple[object, ...]] = []
    for view in seen(page, QAbstractItemView):
        name = view.accessibleName()
        found.append((type(view).__name__, name, view.verticalScrollBar().value(), row_of(view)))
    found += [("area", area.verticalScrollBar().value()) for area in seen(page, QScrollArea)]
    found += [(box.accessibleName(), box.currentText()) for box in seen(page, QComboBox)]
    found += [(editor.accessibleName(), editor.text()) for editor in seen(page, QLineEdit)]
    found += [(box.accessibleName(), box.toPlainText()) for box in seen(page, QPlainTextEdit)]
    return found


def under(window: QWidget) -> list[tuple[QPoint, str, str]]:
    """Return what lies under a net of points above the line for notices."""
    found = []
    for x in range(4, window.width(), 24):
        for y in range(4, window.height() - ROW, 12):
            each = window.childAt(x, y)
            if each is not None:
                found.append((QPoint(x, y), type(each).__name__, each.accessibleName()))
    return found


@pytest.mark.parametrize("login", ["ratna", "dewi", "rina"])
def test_a_refresh_moves_nothing_and_changes_no_choice(
    qtbot: QtBot, full: Shelter, shell: Shell, login: str
) -> None:
    sign_in(qtbot, shell, login)
    shell.front.resize(1093, 543)
    wrong, scrolled = {}, 0
    for name, page in panels(qtbot, shell):
        choose_and_scroll(page)
        idle(qtbot, shell)
        choose_and_scroll(page)
        shell.main.bars.refresh()
        idle(qtbot, shell)
        before, net = standing(page), under(shell.front)
        scrolled += sum(bool(each[2]) for each in before if len(each) == 4)
        for _time in range(2):
            shell.tasks.announce(frozenset(Topic))
            idle(qtbot, shell)
        changed = [pair for pair in zip(before, standing(page), strict=True) if pair[0] != pair[1]]
        if changed or under(shell.front) != net:
            wrong[name] = changed
    assert wrong == {}
    assert scrolled > 1


@pytest.mark.parametrize("login", ["ratna", "dewi", "rina"])
def test_no_notice_moves_or_covers_anything(
    qtbot: QtBot, full: Shelter, shell: Shell, login: str
) -> None:
    main = sign_in(qtbot, shell, login)
    shell.front.resize(1093, 543)
    wrong = []
    for name, page in panels(qtbot, shell):
        choose_and_scroll(page)
        idle(qtbot, shell)
        before, net, place = standing(page), under(shell.front), page.geometry()
        for banner in (main.banner, main.toast, main.lock_warning, *page.findChildren(Banner)):
            if banner.parentWidget().isVisible() and not banner.parentWidget().window().isModal():
                banner.say("stop", LONG, "Try again", lambda: None)
                idle(qtbot, shell)
                stands = main.notices.told is banner
                still = (standing(page), under(shell.front), page.geometry())
                if not stands or still != (before, net, place):
                    wrong.append((name, banner, stands))
                banner.clear()
                idle(qtbot, shell)
        if (standing(page), under(shell.front)) != (before, net):
            wrong.append((name, "cleared", True))
    assert wrong == []


class TestTheLine:
    """The one line in which notices stand."""

    @pytest.fixture
    def main(self, qtbot: QtBot, shell: Shell) -> MainPage:
        return sign_in(qtbot, shell)

    def shown(self, main: MainPage) -> str:
        return main.notices._strip._text.text() if main.notices.currentIndex() else ""

    def test_the_newest_stands_and_the_one_before_comes_back(self, main: MainPage) -> None:
        main.banner.say("stop", "first")
        main.toast.say("ok", "second")
        assert self.shown(main) == "second"
        main.toast._timer.timeout.emit()
        assert self.shown(main) == "first"
        main.notices._close.click()
        assert (self.shown(main), main.banner.text) == ("", "")

    def test_a_notice_of_a_page_is_told_on_that_page_only(
        self, qtbot: QtBot, shell: Shell, main: MainPage
    ) -> None:
        main.desk.register.banner.say("stop", "of the desk")
        assert self.shown(main) == "of the desk"
        main.go("admin")
        assert self.shown(main) == ""
        main.go("desk")
        assert self.shown(main) == "of the desk"

    def test_one_key_leads_to_its_button_from_anywhere(self, main: MainPage) -> None:
        done = []
        main.desk.register.fields.focus("name")
        press(main, Qt.Key.Key_F8)
        assert main.desk.register.fields.name.hasFocus()
        main.banner.say("warn", "try", "Try again", lambda: done.append(1))
        press(main, Qt.Key.Key_F8, Qt.Key.Key_Return)
        assert (done, self.shown(main)) == ([1], "")
        main.banner.say("warn", "only told")
        press(main, Qt.Key.Key_F8, Qt.Key.Key_Return)
        assert self.shown(main) == ""

    def test_its_button_does_what_it_says_once(self, main: MainPage) -> None:
        done = []
        main.banner.say("warn", "try", "Try again", lambda: done.append(1))
        main.notices._strip._button.click()
        assert (done, self.shown(main)) == ([1], "")

    def test_every_notice_of_an_opening_can_be_closed_and_hides_no_other(
        self, main: MainPage
    ) -> None:
        for text in ("one", "two", "two"):
            main.tell("warn", text)
        assert self.shown(main) == "two"
        main.notices._close.click()
        assert self.shown(main) == "one"
        main.notices._close.click()
        assert self.shown(main) == ""

    @pytest.mark.qt_log_ignore("propagateSizeHints", "does not support", extend=True)
    def test_a_sentence_longer_than_the_line_can_be_read_whole(
        self, qtbot: QtBot, shell: Shell, main: MainPage
    ) -> None:
        shell.front.resize(1024, 540)
        main.banner.say("stop", LONG)
        assert self.shown(main) == LONG
        assert not main.notices._more.isVisible()
        main.banner.say("stop", LONG * 4)
        assert self.shown(main).endswith("…")
        main.notices._more.click()
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        assert box.text() == LONG * 4
        box.close()
        shell.front.resize(1366, 697)
        idle(qtbot, shell)
        main.banner.say("stop", LONG)
        assert self.shown(main) == LONG

    def test_it_is_as_high_with_words_as_without(
        self, qtbot: QtBot, shell: Shell, main: MainPage
    ) -> None:
        for zoom in (1, 1, 1):
            height = main.status.height()
            main.banner.say("stop", LONG * 3)
            idle(qtbot, shell)
            assert main.status.height() == height
            main.banner.clear()
            shell.front.looks.step_zoom(zoom)
            idle(qtbot, shell)
        shell.front.looks.step_zoom(0)


def test_a_folder_that_somebody_else_keeps_is_told_once_for_each_opening(
    qtbot: QtBot, shell: Shell, paths: Paths
) -> None:
    (paths.data / ".stfolder").mkdir()
    main = sign_in(qtbot, shell)
    told = main.notices.told
    assert told is not None
    assert told.text.startswith("The data folder is kept by Syncthing too")
    main.notices._close.click()
    shell.lock()
    shell._unlock()
    idle(qtbot, shell)
    assert main.notices.told is None


class TestTheWarningBeforeTheLock:
    """It ends with what it tells: somebody is back, or the screen is locked."""

    @pytest.fixture
    def warned(self, qtbot: QtBot, shell: Shell, clock: SetClock) -> MainPage:
        main = sign_in(qtbot, shell)
        press(main, Qt.Key.Key_Shift)
        clock.move(seconds=225)
        shell.watch.check()
        assert main.lock_warning.text == "The screen locks in 20 seconds."
        return main

    def test_any_key_ends_it_at_once(self, warned: MainPage) -> None:
        press(warned, Qt.Key.Key_Control)
        assert warned.lock_warning.text == ""

    def test_the_mouse_ends_it_at_once(self, warned: MainPage) -> None:
        QTest.mouseMove(warned.window().windowHandle(), QPoint(300, 300))
        assert warned.lock_warning.text == ""

    def test_the_lock_ends_it_and_it_is_away_after_unlocking(
        self, qtbot: QtBot, shell: Shell, clock: SetClock, warned: MainPage
    ) -> None:
        clock.move(seconds=20)
        shell.watch.check()
        assert shell.locked
        shell._unlock()
        shell.watch.check()
        idle(qtbot, shell)
        assert not shell.locked
        assert shell.main.notices.told is None

    def test_locking_by_hand_ends_it(self, shell: Shell, warned: MainPage) -> None:
        shell.lock()
        assert warned.lock_warning.text == ""

    def test_it_takes_no_other_notice_away(self, warned: MainPage) -> None:
        warned.banner.say("stop", "something else")
        press(warned, Qt.Key.Key_Control)
        assert warned.banner.text == "something else"


def test_a_click_lands_where_it_was_aimed(qtbot: QtBot, full: Shelter, shell: Shell) -> None:
    """Aim at a row of the bed check, let somebody arrive and a notice come, and click."""
    main = sign_in(qtbot, shell)
    shell.front.resize(1093, 543)
    main.go("night")
    panel = main.views["night"].show_panel("BedCheckPanel")
    idle(qtbot, shell)
    rows: QListWidget = panel.list
    rows.verticalScrollBar().setValue(rows.verticalScrollBar().maximum() // 2)
    aimed = rows.viewport().rect().center()
    wanted = rows.itemAt(aimed).text()
    at = rows.viewport().mapTo(shell.front, aimed)
    full.arrive("Aster", "30")
    main.banner.say("stop", LONG)
    panel.missing.say("warn", LONG)
    shell.tasks.announce(frozenset(Topic))
    idle(qtbot, shell)
    QTest.mouseClick(shell.front.windowHandle(), Qt.MouseButton.LeftButton, pos=at)
    assert rows.currentItem().text() == wanted
    assert QApplication.widgetAt(shell.front.mapToGlobal(at)) in {rows.viewport(), None}
