# SPDX-License-Identifier: Apache-2.0
"""Admin in tabs: by keys alone, made when first looked at, what was typed stays."""

import pytest
from PySide6.QtCore import Qt

from app.ui.i18n import Language
from tests.ui.login.ways import idle, sign_in
from tests.ui.test_every_page import beyond_tab, faults
from tests.ui.widgets.screens import press

CTRL = Qt.KeyboardModifier.ControlModifier


def test_ctrl_tab_walks_the_tabs_and_each_is_made_when_first_looked_at(qtbot, shell) -> None:
    main = sign_in(qtbot, shell, "ratna")
    press(main, Qt.Key.Key_3, held=CTRL)
    idle(qtbot, shell)
    admin = main.views["admin"]
    tabs = [admin.tabs.tabText(at) for at in range(admin.tabs.count())]
    seen = []
    for number in range(len(tabs)):
        assert sorted(admin.panels) == list(range(number + 1))
        seen.append(admin.tabs.tabText(admin.tabs.currentIndex()))
        press(main, Qt.Key.Key_Tab, held=CTRL)
        idle(qtbot, shell)
    assert seen == tabs
    assert admin.tabs.currentIndex() == 0


def test_what_was_typed_stays_while_others_tabs_and_pages_are_looked_at(qtbot, shell) -> None:
    main = sign_in(qtbot, shell, "ratna")
    main.go("admin")
    admin = main.views["admin"]
    accounts = admin.show_panel("AccountsTab")
    partners = admin.show_panel("PartnersTab").partners
    rules = admin.show_panel("RulesTab")
    idle(qtbot, shell)
    editors = (
        accounts.name,
        accounts.own,
        partners.name,
        rules.thresholds.presumed,
        rules.rules.basis,
    )
    for editor in editors:
        editor.setText("19")
    for page in ("desk", "admin"):
        main.go(page)
        idle(qtbot, shell)
    for at in range(admin.tabs.count()):
        admin.tabs.setCurrentIndex(at)
        admin.reload()
        idle(qtbot, shell)
    assert [editor.text() for editor in editors] == ["19"] * len(editors)


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_each_tab_speaks_shows_all_its_words_and_is_reached_by_tab(qtbot, shell) -> None:
    sign_in(qtbot, shell, "ratna")
    wrong = {}
    for language in Language:
        if shell.front.languages.language is not language:
            shell.switch_language()
        shell.main.go("admin")
        admin = shell.main.views["admin"]
        for at in range(admin.tabs.count()):
            admin.tabs.setCurrentIndex(at)
            idle(qtbot, shell)
            found = faults(qtbot, shell, shell.main)
            if missed := beyond_tab(shell.main):
                found["beyond Tab"] = missed
            if found:
                wrong[f"{admin.tabs.tabText(at)} {language}"] = found
    assert wrong == {}
