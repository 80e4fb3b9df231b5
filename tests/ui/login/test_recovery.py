# SPDX-License-Identifier: Apache-2.0
"""Opening again with the sheet: what is typed wrong is told, the head learns of it."""

from contextlib import closing

import pytest

from app.db.engine import open_keyed
from app.errors import Cause
from app.policies.reasons import Reason
from app.policies.staff.backoff import FREE_TRIES
from app.services.staff.accounts import recover_with_sheet
from app.services.staff.upkeep import renew_sheet
from app.services.staff.vault_file import check_password, header_of
from app.ui.login.login_page import LoginPage
from app.ui.login.pin_page import PinPage
from app.ui.login.recovery_page import RecoveryPage
from app.ui.login.sheet_page import ASKED, SheetPage
from app.ui.texts import words
from app.vault.recovery import word_list
from tests.conftest import CHEAP, PASSWORD
from tests.ui.login.ways import idle, in_english, press_button, sign_in, try_login, wait_page

NEW = "sandi baru dari lembar"


@pytest.fixture
def sheet(shelter) -> tuple[str, ...]:
    """Return the words of the shelter's sheet; the shelter is closed again."""
    made = renew_sheet(shelter.paths, shelter.house, shelter.actors["ratna"], PASSWORD)
    shelter.house.database.close()
    return made


@pytest.fixture
def page(qtbot, sheet, shell) -> RecoveryPage:
    in_english(shell)
    press_button(shell.front.page, "Use the recovery sheet")
    return wait_page(qtbot, shell, RecoveryPage)


def fill(page: RecoveryPage, typed: str, login: str = "hendra", new: str = NEW, again: str = NEW):
    page.words.setText(typed)
    page.login.setCurrentText(login)
    page.password.setText(new)
    page.again.setText(again)
    press_button(page, "Open with the sheet")


def confirm(page: SheetPage) -> None:
    for editor, place in zip(page.typed, ASKED, strict=True):
        editor.setText(page.words[place - 1])
    page.done.click()


def problems(page: RecoveryPage) -> dict[str, str]:
    return {name: field.problem for name, field in page.fields.items() if field.problem}


def other_word(than: str) -> str:
    return next(word for word in word_list() if word != than)


def test_what_is_wrong_with_the_words_is_told_and_nothing_changes(
    qtbot, shell, paths, sheet, page
) -> None:
    before = (paths.vault.read_bytes(), paths.database.read_bytes())
    unknown = " ".join([*sheet[:4], "xxxxx", *sheet[5:]])
    swapped = " ".join([*sheet[:2], other_word(sheet[2]), *sheet[3:]])
    cases = {
        unknown: "Word 5 is not a word of any sheet. Check its letters.",
        " ".join(sheet[:16]): "The sheet has 17 words. Count them again.",
        "": "The sheet has 17 words. Count them again.",
        swapped: "One word is wrong or out of order. Compare with the sheet.",
    }
    for typed, told in cases.items():
        fill(page, typed)
        idle(qtbot, shell)
        assert problems(page) == {"words": told}
        assert page.words.text() == typed
    assert (paths.vault.read_bytes(), paths.database.read_bytes()) == before


def test_what_is_wrong_with_login_or_password_is_told(qtbot, shell, paths, sheet, page) -> None:
    before = paths.vault.read_bytes()
    whole = " ".join(sheet)
    fill(page, whole, again="beda sama sekali")
    assert list(problems(page)) == ["again"]
    fill(page, whole, new="pendek", again="pendek")
    idle(qtbot, shell)
    assert problems(page) == {"password": words(Reason.PASSWORD_SHORT)}
    fill(page, whole, login="dewi")
    idle(qtbot, shell)
    assert problems(page) == {"login": words(Reason.ACCOUNT_CLOSED)}
    assert paths.vault.read_bytes() == before
    press_button(page, "Back")
    wait_page(qtbot, shell, LoginPage)
    try_login(qtbot, shell, "hendra", NEW)
    assert shell.front.page.password_field.problem == words(Reason.WRONG_PASSWORD)


def test_the_sheet_opens_once_and_a_new_one_is_printed(qtbot, shell, paths, sheet, page) -> None:
    fill(page, "  ".join(word[:4].upper() for word in sheet))
    renewed = wait_page(qtbot, shell, SheetPage)
    assert renewed.words != sheet
    confirm(renewed)
    wait_page(qtbot, shell, PinPage).chosen.emit("")
    idle(qtbot, shell)
    assert shell.workplace.actor.login == "hendra"
    assert shell.main.notices.told is None


def test_the_sheet_opens_for_one_who_has_to_wait_after_wrong_passwords(
    qtbot, shell, sheet, page
) -> None:
    press_button(page, "Back")
    wait_page(qtbot, shell, LoginPage)
    for _time in range(FREE_TRIES):
        try_login(qtbot, shell, "hendra", "salah semua ini")
    press_button(shell.front.page, "Use the recovery sheet")
    fill(wait_page(qtbot, shell, RecoveryPage), " ".join(sheet))
    assert wait_page(qtbot, shell, SheetPage).words != sheet


class TestSigningInFails:
    """The sheet was used, and then something stands in the way of opening."""

    @pytest.fixture
    def beside(self, paths, clock, sheet):
        """Return another program's connection to the shelter's file."""
        key = check_password(paths, header_of(paths), "ratna", PASSWORD, clock).keys[-1][1]
        with closing(open_keyed(paths.database, key, upgrading=True)[0]) as connection:
            yield connection

    def told_at_the_login(self, qtbot, shell, cause: Cause) -> LoginPage:
        login = wait_page(qtbot, shell, LoginPage)
        sentence = "The new password is set, the shelter is not open yet."
        assert login.banner.text == f"{sentence} {words(cause)}"
        assert login.login.currentText() == "hendra"
        assert login.isEnabled()
        return login

    def test_the_new_sheet_is_shown_all_the_same(
        self, qtbot, shell, paths, sheet, page, beside
    ) -> None:
        beside.execute("UPDATE alembic_version SET version_num = '0000'")
        beside.close()
        fill(page, " ".join(sheet))
        renewed = wait_page(qtbot, shell, SheetPage)
        assert renewed.words != sheet
        assert renewed.paper.pages
        confirm(renewed)
        self.told_at_the_login(qtbot, shell, Cause.UPGRADE_FAILED)
        press_button(shell.front.page, "Use the recovery sheet")
        again = wait_page(qtbot, shell, RecoveryPage)
        fill(again, " ".join(renewed.words))
        assert wait_page(qtbot, shell, SheetPage).words != renewed.words

    def test_a_file_locked_meanwhile_is_told_and_the_new_password_opens_later(
        self, qtbot, shell, sheet, page, beside
    ) -> None:
        fill(page, " ".join(sheet))
        renewed = wait_page(qtbot, shell, SheetPage)
        beside.execute("BEGIN IMMEDIATE")
        confirm(renewed)
        self.told_at_the_login(qtbot, shell, Cause.LOCKED)
        beside.execute("ROLLBACK")
        try_login(qtbot, shell, "hendra", NEW)
        wait_page(qtbot, shell, PinPage)


class TestAfterwards:
    """The shelter after its sheet was used by the coordinator."""

    @pytest.fixture
    def used(self, qtbot, sheet, paths, clock):
        recover_with_sheet(paths, " ".join(sheet), "hendra", NEW, clock, CHEAP)

    def test_the_head_is_told_at_the_next_login(self, qtbot, used, shell) -> None:
        main = sign_in(qtbot, shell, "ratna")
        assert main.notices.told.text.startswith(
            "The recovery sheet was used on 24 Nov 2026 01.50."
        )

    @pytest.mark.parametrize("login", ["dewi", "eko"])
    def test_nobody_else_is_told(self, qtbot, used, shell, login) -> None:
        assert sign_in(qtbot, shell, login).banner.text == ""

    def test_the_old_sheet_and_the_old_password_open_nothing(
        self, qtbot, used, sheet, shell
    ) -> None:
        in_english(shell)
        try_login(qtbot, shell, "hendra", PASSWORD)
        assert shell.front.page.password_field.problem == words(Reason.WRONG_PASSWORD)
        press_button(shell.front.page, "Use the recovery sheet")
        page = wait_page(qtbot, shell, RecoveryPage)
        fill(page, " ".join(sheet))
        idle(qtbot, shell)
        assert problems(page) == {
            "words": "This sheet does not open this shelter; it may have been replaced."
        }
