# SPDX-License-Identifier: Apache-2.0
"""Admin: one's own password first, accounts opened and closed, a backup, a new sheet."""

import pytest
from PySide6.QtWidgets import QLabel

from app.policies.access import Role
from app.policies.reasons import Reason
from app.services.staff.opening import close_house
from app.services.staff.opening import sign_in as open_shelter
from app.services.staff.upkeep import last_backup
from app.ui.login.sheet_page import ASKED, SheetPage
from app.ui.staff.guarded import GuardedTab
from app.ui.texts import words
from app.vault.errors import WrongPassword
from app.vault.recovery import from_words
from tests.conftest import PASSWORD
from tests.ui.login.ways import idle, press_button, sign_in, wait_page
from tests.ui.widgets.screens import outcomes, rows

NEW = "angin sore di beranda"


@pytest.fixture
def admin(qtbot, shell):
    """Return a way to open Admin as an officer."""

    def open_admin(login: str = "ratna", tab: str = "AccountsTab") -> GuardedTab:
        main = sign_in(qtbot, shell, login)
        main.go("admin")
        made = main.views["admin"].show_panel(tab)
        idle(qtbot, shell)
        return made

    return open_admin


def problems(view: GuardedTab) -> list[str]:
    return [field.problem for field in view.all_fields if field.problem]


def do(qtbot, shell, view: GuardedTab, name: str, own: str = PASSWORD) -> None:
    view.own.setText(own)
    press_button(view, name)
    idle(qtbot, shell)


def opens(paths, clock, login: str, password: str) -> bool:
    try:
        opened = open_shelter(paths, login, password, clock)
    except WrongPassword:
        return False
    close_house(paths, opened.house)
    return True


def choose(view: GuardedTab, login: str) -> None:
    at = next(at for at, line in enumerate(rows(view.accounts)) if f" {login} " in line)
    view.accounts.setCurrentRow(at)


def test_every_change_asks_for_ones_own_password(qtbot, shell, admin, paths) -> None:
    view = admin()
    before = paths.vault.read_bytes()
    choose(view, "eko")
    view.new.setText(NEW)
    view.again.setText(NEW)
    for tab, names in (
        ("AccountsTab", ("Change my password", "Add account", "Close account")),
        ("SafekeepingTab", ("Back up now", "New recovery sheet")),
    ):
        made = shell.main.views["admin"].show_panel(tab)
        for name in names:
            do(qtbot, shell, made, name, own="")
            assert made.own_field.problem == "Type your password first."
        for name in names:
            if name != "Add account":
                shell.door.paths.attempts.unlink(missing_ok=True)
                do(qtbot, shell, made, name, own="bukan sandi saya")
                assert problems(made) == [words(Reason.WRONG_PASSWORD)]
    assert view.new.text() == NEW
    assert paths.vault.read_bytes() == before
    assert last_backup(paths) is None


def test_too_many_wrong_ones_make_her_wait(qtbot, shell, admin) -> None:
    view = admin(tab="SafekeepingTab")
    for _time in range(6):
        do(qtbot, shell, view, "Back up now", own="bukan sandi saya")
    assert view.own_field.problem == "Wait 30 seconds, then try again."


@pytest.mark.parametrize("login", ["dewi", "rina", "eko"])
def test_everybody_changes_her_own_password(qtbot, shell, admin, paths, clock, login) -> None:
    view = admin(login)
    for new, again, field, reason in (
        ("pendek", "pendek", "password", Reason.PASSWORD_SHORT),
        (NEW, "angin sore", "again", Reason.PASSWORDS_DIFFER),
    ):
        view.new.setText(new)
        view.again.setText(again)
        do(qtbot, shell, view, "Change my password")
        assert view.password_fields[field].problem == words(reason)
        assert problems(view) == [words(reason)]
    view.new.setText(NEW)
    view.again.setText(NEW)
    do(qtbot, shell, view, "Change my password")
    assert problems(view) == []
    assert shell.main.toast.text == "Your password was changed."
    assert [view.own.text(), view.new.text(), view.again.text()] == ["", "", ""]
    shell.leave()
    assert opens(paths, clock, login, NEW)
    assert not opens(paths, clock, login, PASSWORD)


def test_a_new_account_opens_and_a_bad_one_is_told_beside_its_field(
    qtbot, shell, admin, paths, clock
) -> None:
    view = admin()
    for name, login, password, field, reason in (
        ("Wati", "dewi", NEW, "login", Reason.LOGIN_TAKEN),
        ("Wati", "Wati!", NEW, "login", Reason.LOGIN_UNREADABLE),
        ("", "wati", NEW, "name", Reason.NOTHING_FILLED),
        ("Wati", "wati", "pendek", "password", Reason.PASSWORD_SHORT),
    ):
        view.name.setText(name)
        view.login.setText(login)
        view.her_password.setText(password)
        do(qtbot, shell, view, "Add account")
        assert view.account_fields[field].problem == words(reason)
        assert problems(view) == [words(reason)]
        assert (view.name.text(), view.login.text()) == (name, login)
    before = rows(view.accounts)
    view.her_password.setText(NEW)
    view.role.setCurrentIndex(view.role.findData(Role.CARETAKER))
    do(qtbot, shell, view, "Add account")
    assert shell.main.toast.text == "The account was opened."
    assert set(rows(view.accounts)) - set(before) == {"Wati · wati · Dormitory caretaker"}
    shell.leave()
    assert opens(paths, clock, "wati", NEW)


def test_a_closed_account_is_struck_and_refused_at_the_login(
    qtbot, shell, admin, paths, clock
) -> None:
    view = admin()
    do(qtbot, shell, view, "Close account")
    assert view.banner.text == "Choose an account in the list first."
    choose(view, "sri")
    do(qtbot, shell, view, "Close account")
    assert shell.main.toast.text == "The account was closed and the key changed."
    assert rows(view.accounts)[-1] == "Sri · sri · Duty officer · closed"
    choose(view, "sri")
    do(qtbot, shell, view, "Close account")
    assert view.banner.text == words(Reason.ACCOUNT_CLOSED)
    choose(view, "ratna")
    do(qtbot, shell, view, "Close account")
    assert view.banner.text == words(Reason.OWN_ACCOUNT)
    shell.leave()
    assert not opens(paths, clock, "sri", PASSWORD)
    assert opens(paths, clock, "dewi", PASSWORD)


def test_work_goes_on_after_an_account_was_closed(qtbot, shell, admin) -> None:
    view = admin()
    choose(view, "sri")
    do(qtbot, shell, view, "Close account")
    main = shell.main
    main.go("desk")
    main.desk.register.fields.name.setText("Kenanga")
    main.desk.save()
    idle(qtbot, shell)
    assert ("register_arrival", "done") in outcomes(shell.workplace.house)
    assert main.banner.text == ""


def test_a_closed_officer_is_no_longer_offered_at_the_lock(qtbot, shell, admin) -> None:
    view = admin()
    choose(view, "sri")
    do(qtbot, shell, view, "Close account")
    shell.lock()
    lock = shell.lock_page.login
    assert "sri" not in [lock.itemData(at) for at in range(lock.count())]


def test_a_new_officer_is_offered_at_the_lock_and_at_the_handover(qtbot, shell, admin) -> None:
    view = admin()
    shell.main.go("handover")
    idle(qtbot, shell)
    shell.main.go("admin")
    for editor, text in ((view.name, "Wati"), (view.login, "wati"), (view.her_password, NEW)):
        editor.setText(text)
    view.role.setCurrentIndex(view.role.findData(Role.DUTY_OFFICER))
    do(qtbot, shell, view, "Add account")
    shell.main.go("handover")
    idle(qtbot, shell)
    incoming = shell.main.views["handover"].incoming
    assert incoming.findData("wati") >= 0
    shell.lock()
    assert shell.lock_page.login.findData("wati") >= 0


def test_a_backup_is_made_and_the_status_line_says_so(qtbot, shell, admin, paths, clock) -> None:
    view = admin("eko", "SafekeepingTab")
    do(qtbot, shell, view, "Back up now")
    assert shell.main.toast.text == "Backed up and verified."
    assert last_backup(paths) == clock()
    assert any(
        text.startswith("Backup 24 Nov 2026 01.50") for text in status_texts(shell.main.status)
    )


def status_texts(status) -> list[str]:
    return [label.text() for label in status.findChildren(QLabel)]


def test_a_new_sheet_is_confirmed_and_voids_the_old_one(qtbot, shell, admin, paths) -> None:
    view = admin(tab="SafekeepingTab")
    do(qtbot, shell, view, "New recovery sheet")
    first = wait_page(qtbot, shell, SheetPage)
    assert first.paper.pages == 1
    assert len(from_words(" ".join(first.words))) == 16
    for editor, place in zip(first.typed, ASKED, strict=True):
        editor.setText(first.words[place - 1])
    first.done.click()
    idle(qtbot, shell)
    assert shell.front.page is shell.main
    assert shell.main.page == "admin"


def test_the_password_typed_for_a_new_sheet_does_not_stay_on_screen(qtbot, shell, admin) -> None:
    view = admin(tab="SafekeepingTab")
    do(qtbot, shell, view, "New recovery sheet")
    wait_page(qtbot, shell, SheetPage)
    assert view.own.text() == ""


def test_the_veil_over_a_new_sheet_comes_back_to_the_sheet(qtbot, shell, admin) -> None:
    view = admin(tab="SafekeepingTab")
    do(qtbot, shell, view, "New recovery sheet")
    kept = wait_page(qtbot, shell, SheetPage).words
    shell.lock()
    assert shell.locked
    shell.lock_page.password.setText(PASSWORD)
    shell.lock_page.unlock.click()
    qtbot.waitUntil(lambda: not shell.locked and shell.tasks.idle, timeout=5000)
    assert wait_page(qtbot, shell, SheetPage).words == kept


def test_a_new_sheet_in_another_language_keeps_its_words(qtbot, shell, admin) -> None:
    view = admin(tab="SafekeepingTab")
    do(qtbot, shell, view, "New recovery sheet")
    kept = wait_page(qtbot, shell, SheetPage).words
    shell.switch_language()
    assert wait_page(qtbot, shell, SheetPage).words == kept
