# SPDX-License-Identifier: Apache-2.0
"""Which pages each post has, and the ways between them: sidebar, keys, back and forward."""

import subprocess
import sys
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from app.policies.access import Role
from app.policies.dormitory.away.whereabouts import AbsenceKind
from app.policies.reasons import Reason
from app.services.dormitory.away.send_out import SendOut, send_out
from app.services.dormitory.beds.reservations import reservations
from app.services.dormitory.beds.reserve import ReserveBeds, reserve_beds
from app.ui.dormitory.replan.panel import ReplanPanel
from app.ui.roster.panel import CaretakerRosterPanel
from app.ui.shell.help import HelpDialog
from app.ui.texts import words
from tests.conftest import STAFF
from tests.ui.login.ways import closed, idle, sign_in
from tests.ui.widgets.screens import button_named, press, tells, told

ALL = ["desk", "dormitory", "caretaking", "night", "book", "admin", "handover"]
PAGES = {
    Role.HEAD: ALL,
    Role.COORDINATOR: ALL,
    Role.DUTY_OFFICER: ALL,
    Role.SOCIAL_WORKER: [page for page in ALL if page != "caretaking"],
    Role.CARETAKER: ["dormitory", "caretaking", "night", "book", "admin"],
    Role.PSYCHOLOGIST: ["dormitory", "book", "admin"],
    Role.SECRETARIAT: ["dormitory", "book", "admin"],
}
KEYS = {
    "desk": Qt.Key.Key_1,
    "dormitory": Qt.Key.Key_2,
    "admin": Qt.Key.Key_3,
    "night": Qt.Key.Key_4,
    "book": Qt.Key.Key_5,
    "caretaking": Qt.Key.Key_6,
}
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
ABOUT = {
    "desk": "Register everyone who arrives",
    "dormitory": "Choose a person, then a bed",
    "caretaking": "What the wings need by day",
    "night": "The duty log, the round through the beds",
    "book": "Every arrival of a period",
    "handover": "The sheet is written from what was recorded.",
    "admin": "Accounts and your own password; the shelter with its letterhead;",
}
IN_CHARGE = {"AccountsTab": ["Accounts", "New account"], "SafekeepingTab": ["New recovery sheet"]}


@pytest.mark.parametrize("login", [login for login in STAFF if login != "sri"])
def test_each_post_has_exactly_its_pages_and_its_tabs_in_admin(qtbot, shell, login) -> None:
    role = STAFF[login]
    main = sign_in(qtbot, shell, login)
    assert list(main.sidebar.buttons) == list(main.views) == PAGES[role]
    assert all(made.isVisible() for made in main.sidebar.buttons.values())
    assert main.page == PAGES[role][0]
    for page, key in KEYS.items():
        before = main.page
        press(main, key, held=CTRL)
        assert main.page == (page if page in PAGES[role] else before)
    press(main, Qt.Key.Key_F9)
    assert (main.page == "handover") == ("handover" in PAGES[role])
    main.go("admin")
    idle(qtbot, shell)
    admin = main.views["admin"]
    in_charge = role in {Role.HEAD, Role.COORDINATOR}
    assert [each.__name__ for each in admin.kinds] == [
        "AccountsTab",
        *(["ShelterTab"] if in_charge else []),
        *(["PartnersTab"] if in_charge or role in {Role.SOCIAL_WORKER, Role.SECRETARIAT} else []),
        *(["RulesTab"] if in_charge else []),
        *(["SafekeepingTab"] if in_charge or role in {Role.DUTY_OFFICER, Role.SECRETARIAT} else []),
    ]
    assert tells(admin, "Change my password")
    for tab, titles in IN_CHARGE.items():
        if tab in [each.__name__ for each in admin.kinds]:
            made = admin.show_panel(tab)
            for title in titles:
                assert (title in [text.strip() for text in told(made)]) == in_charge


def test_a_page_is_chosen_with_the_mouse_and_marked(qtbot, shell) -> None:
    main = sign_in(qtbot, shell)
    button_named(main.sidebar, "Dormitory").click()
    assert main.page == "dormitory"
    assert main.stack.currentWidget() is main.views["dormitory"]
    assert main.sidebar.buttons["dormitory"].isChecked()
    assert not main.sidebar.buttons["desk"].isChecked()
    idle(qtbot, shell)


def test_back_and_forward_walk_the_pages_and_a_new_way_ends_the_old_one(qtbot, shell) -> None:
    main = sign_in(qtbot, shell)

    def walked(*keys: Qt.Key) -> str:
        press(main, *keys, held=ALT)
        return main.page

    left, right = Qt.Key.Key_Left, Qt.Key.Key_Right
    for page in ("dormitory", "admin", "handover"):
        main.go(page)
    assert walked(left) == "admin"
    assert walked(left) == "dormitory"
    assert walked(right) == "admin"
    assert walked(left, left, left, left) == "desk"
    assert walked(right, right, right, right, right) == "handover"
    press(main, left, left, held=ALT)
    button_named(main.sidebar, "Duty desk").click()
    assert walked(right) == "desk"
    assert walked(left) == "dormitory"
    assert main.sidebar.buttons["dormitory"].isChecked()
    idle(qtbot, shell)


def test_the_sidebar_counts_what_needs_somebody(shelter, qtbot, shell) -> None:
    shelter.arrive("Kenanga")
    shelter.arrive("Melati", "30")
    main = sign_in(qtbot, shell)
    assert main.sidebar.buttons["desk"].accessibleName() == "Duty desk   2"
    assert main.sidebar.buttons["dormitory"].accessibleName() == "Dormitory   2"
    assert main.sidebar.buttons["admin"].accessibleName() == "Admin"


def test_a_narrow_window_keeps_icons_with_their_spoken_names(qtbot, shell) -> None:
    main = sign_in(qtbot, shell)
    shell.front.resize(1093, 543)
    qtbot.waitUntil(lambda: main.sidebar.width() < 100, timeout=5000)
    for page, made in main.sidebar.buttons.items():
        assert made.text() == ""
        assert made.accessibleName(), page
    shell.front.resize(1366, 697)
    qtbot.waitUntil(lambda: main.sidebar.width() > 100, timeout=5000)
    assert all(made.text() for made in main.sidebar.buttons.values())


def test_the_window_title_names_the_page_and_never_a_person(shelter, qtbot, shell) -> None:
    registered = shelter.arrive("Kenanga")
    main = sign_in(qtbot, shell)
    main.workplace.set_masking(False)
    titles = []
    shell.front.windowTitleChanged.connect(titles.append)
    for page in ("dormitory", "admin", "handover", "desk"):
        main.go(page)
        idle(qtbot, shell)
    main.desk.complete(registered.arrival_id)
    idle(qtbot, shell)
    press(main, *"Melati")
    shell.lock()
    expected = ["Dormitory — Teduh", "Admin — Teduh", "Handover — Teduh", "Duty desk — Teduh"]
    assert titles == [*expected, "Teduh"]


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_f1_tells_about_the_page_and_every_key(qtbot, shell) -> None:
    main = sign_in(qtbot, shell)
    for page in ALL:
        main.go(page)
        idle(qtbot, shell)
        shell.front.activateWindow()
        qtbot.waitUntil(shell.front.isActiveWindow, timeout=5000)
        press(main, Qt.Key.Key_F1)
        dialog = next(made for made in main.findChildren(HelpDialog) if made.isVisible())
        assert tells(dialog, ABOUT[page])
        for keys in ("Ctrl+K", "Ctrl+N", "Ctrl+L", "F9", "Shift Shift Shift", "Ctrl+Z"):
            assert tells(dialog, keys)
        press(dialog, Qt.Key.Key_Escape)
        assert closed(dialog)
        assert main.page == page


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_the_help_of_the_board_says_how_a_hidden_reason_reads(qtbot, shell) -> None:
    main = sign_in(qtbot, shell)
    main.go("dormitory")
    idle(qtbot, shell)
    main.help()
    dialog = next(made for made in main.findChildren(HelpDialog) if made.isVisible())
    assert tells(dialog, f"always reads the same, whatever it is: “{words(Reason.MASKED_RULE)}”")
    dialog.accept()


def test_a_nightly_check_leads_to_the_roster_and_to_a_new_plan(qtbot, shelter, shell) -> None:
    shelter.place(shelter.arrive("Melati", "30").person_id, "101-A")
    main = sign_in(qtbot, shell, "hendra")
    main.go("dormitory")
    check = main.views["dormitory"].show_panel("NightListPanel")
    idle(qtbot, shell)
    button_named(check, "Plan a caretaker").click()
    idle(qtbot, shell)
    assert main.page == "caretaking"
    front = main.views["caretaking"].tabs.currentWidget()
    assert front.findChild(CaretakerRosterPanel) is not None
    main.go("dormitory")
    check.replan_wanted.emit()
    idle(qtbot, shell)
    plan = main.views["dormitory"].tabs.currentWidget().findChild(ReplanPanel)
    assert plan.summary.text() == "Nobody has to move."


def test_who_was_found_is_selected_on_the_board(qtbot, shelter, shell) -> None:
    girl = shelter.arrive("Kenanga", "12")
    shelter.place(girl.person_id, "201-A")
    main = sign_in(qtbot, shell, "rina")
    main.ways.find_bed(girl.person_id)
    idle(qtbot, shell)
    board = main.views["dormitory"].show_panel("DormitoryView")
    assert board.chosen.who.person_id == girl.person_id


def test_a_minute_later_a_reservation_that_ran_out_is_gone(qtbot, shelter, shell, clock) -> None:
    until = clock() + timedelta(minutes=30)
    shelter.act(reserve_beds, ReserveBeds((shelter.bed_id("101-A"),), "Polres", until))
    main = sign_in(qtbot, shell, "rina")
    main.go("dormitory")
    kept = main.views["dormitory"].show_panel("KeptPanel")
    idle(qtbot, shell)
    before = told(kept)
    assert any("Polres" in text for text in before)
    clock.move(minutes=31)
    main.bars.tick()
    idle(qtbot, shell)
    assert told(kept) != before


def test_a_minute_later_who_should_be_back_is_overdue(qtbot, shelter, shell, clock) -> None:
    woman = shelter.arrive("Melur", "34")
    shelter.place(woman.person_id, "101-A")
    due = clock() + timedelta(minutes=30)
    out = SendOut(woman.person_id, AbsenceKind.HOSPITAL, "Rina", due)
    shelter.act(send_out, out)
    main = sign_in(qtbot, shell, "rina")
    main.go("dormitory")
    away = main.views["dormitory"].show_panel("AwayPanel")
    idle(qtbot, shell)
    assert not tells(away, "late by")
    clock.move(minutes=31)
    main.bars.tick()
    idle(qtbot, shell)
    assert tells(away, "late by")


def test_a_group_that_has_come_is_proposed_the_beds_kept_for_it(
    qtbot, shelter, shell, clock
) -> None:
    kept = shelter.bed_id("101-A")
    shelter.act(reserve_beds, ReserveBeds((kept,), "Polres", clock() + timedelta(hours=2)))
    shelter.arrive("Melur", "34")
    main = sign_in(qtbot, shell)
    main.go("dormitory")
    panel = main.views["dormitory"].show_panel("KeptPanel")
    idle(qtbot, shell)
    button_named(panel, "They have come").click()
    idle(qtbot, shell)
    assert main.page == "desk"
    assert main.desk.middle.currentWidget() is main.desk.joint
    assert shelter.ask(reservations) == ()
    assert len(main.desk.joint.proposal.beds) == 1


def test_a_page_nobody_looks_at_is_not_imported() -> None:
    script = (
        "import sys, app.bootstrap; app.bootstrap.warm();"
        "import app.ui.shell.shell, app.ui.arrivals.desk.view; print(*sys.modules)"
    )
    command = [sys.executable, "-c", script]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    loaded = done.stdout.split()
    assert "app.ui.arrivals.desk.view" in loaded
    heavy = ("app.ui.dormitory", "app.ui.staff", "PySide6.QtPdf", "rapidfuzz", "babel", "ortools")
    assert [name for name in loaded if name.startswith((*heavy, "reportlab", "alembic"))] == []
