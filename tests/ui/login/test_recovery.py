# SPDX-License-Identifier: Apache-2.0
"""Opening again with the sheet: what is typed wrong is told, the head learns of it."""

import pytest

from app.policies.reasons import Reason
from app.policies.staff.backoff import FREE_TRIES
from app.services.staff.accounts import recover_with_sheet
from app.services.staff.upkeep import renew_sheet
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
    for editor, place in zip(renewed.typed, ASKED, strict=True):
        editor.setText(renewed.words[place - 1])
    renewed.done.click()
    wait_page(qtbot, shell, PinPage).chosen.emit("")
    idle(qtbot, shell)
    assert shell.workplace.actor.login == "hendra"
    assert shell.main.banner.text == ""


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


class TestAfterwards:
    """The shelter after its sheet was used by the coordinator."""

    @pytest.fixture
    def used(self, qtbot, sheet, paths, clock):
        recover_with_sheet(paths, " ".join(sheet), "hendra", NEW, clock, CHEAP)

    def test_the_head_is_told_at_the_next_login(self, qtbot, used, shell) -> None:
        main = sign_in(qtbot, shell, "ratna")
        assert main.banner.text.startswith("The recovery sheet was used on 24 Nov 2026 01.50.")

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
