# SPDX-License-Identifier: Apache-2.0
"""The first run: a bare PC becomes a shelter with a sheet on paper and accounts that open."""

import base64
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from app.config import Paths
from app.policies.access import Role
from app.policies.reasons import Reason
from app.services.staff.opening import sign_in as open_shelter
from app.ui.login.login_page import LoginPage
from app.ui.login.sheet_page import ASKED, SheetPage
from app.ui.login.staff_page import StaffPage
from app.ui.login.welcome import WelcomePage
from app.ui.login.wizard import Wizard
from app.ui.texts import words
from app.vault.recovery import from_words
from tests.ui.login.ways import (
    files_with,
    idle,
    in_english,
    press_button,
    sign_in,
    wait_page,
)
from tests.ui.widgets.screens import press, rows

HEAD_PASSWORD = "air tenang di sumur"
FIRST = "sandi pertama untuknya"
_MORE_THAN_CHANCE = 3
"""Four letters can stand in random bytes; three of seventeen such words cannot."""


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths(tmp_path / "data")


@pytest.fixture
def wizard(qtbot, shell) -> Wizard:
    in_english(shell)
    page = wait_page(qtbot, shell, WelcomePage)
    page.set_up.click()
    return wait_page(qtbot, shell, Wizard)


def fill(page: Wizard, **other: str) -> None:
    typed = {
        "shelter": "RPSW Melati",
        "city": "Bogor",
        "name": "Ratna Sari",
        "login": "ratna",
        "password": HEAD_PASSWORD,
        "again": HEAD_PASSWORD,
    } | other
    for editor, text in typed.items():
        getattr(page, editor).setText(text)


def to_the_account(page: Wizard) -> None:
    page.following.click()


def problems(page) -> dict[str, str]:
    return {name: field.problem for name, field in page.fields.items() if field.problem}


def founded(qtbot, shell, page: Wizard) -> SheetPage:
    fill(page)
    to_the_account(page)
    page.done.click()
    return wait_page(qtbot, shell, SheetPage)


def confirm(page: SheetPage, *typed: str) -> None:
    for editor, word in zip(page.typed, typed, strict=True):
        editor.setText(word)
    page.done.click()


def test_nothing_is_made_before_somebody_asks_for_it(qtbot, shell, wizard, paths) -> None:
    press_button(wizard, "Back")
    wait_page(qtbot, shell, WelcomePage)
    assert not paths.vault.exists()
    assert not paths.database.exists()


def test_a_shelter_without_a_name_is_asked_for_one(wizard) -> None:
    to_the_account(wizard)
    assert problems(wizard) == {"shelter": "Write the name of the shelter."}
    assert wizard.shelter.isVisible()
    wizard.shelter.setText("   ")
    to_the_account(wizard)
    assert wizard.shelter.isVisible()
    wizard.shelter.setText("RPSW")
    to_the_account(wizard)
    assert problems(wizard) == {}
    assert not wizard.shelter.isVisible()
    assert wizard.name.isVisible()


@pytest.mark.parametrize(
    ("typed", "field", "reason"),
    [
        ({"name": " "}, "name", Reason.NOTHING_FILLED),
        ({"login": "Ratna Sari"}, "login", Reason.LOGIN_UNREADABLE),
        ({"login": ""}, "login", Reason.LOGIN_UNREADABLE),
        ({"password": "pendek", "again": "pendek"}, "password", Reason.PASSWORD_SHORT),
        ({"password": "bismillah123"}, "password", Reason.PASSWORD_COMMON),
        ({"again": "air tenang di sungai"}, "again", Reason.PASSWORDS_DIFFER),
    ],
)
def test_a_bad_answer_gets_one_sentence_beside_its_field_and_nothing_is_lost(
    wizard, paths, typed, field, reason
) -> None:
    fill(wizard, **typed)
    to_the_account(wizard)
    before = wizard.answers()
    wizard.done.click()
    assert problems(wizard) == {field: words(reason)}
    assert wizard.answers() == before
    assert wizard.shelter.text() == "RPSW Melati"
    assert not paths.vault.exists()


def test_a_name_of_the_shelter_that_nobody_sees_leads_back_to_its_page(wizard) -> None:
    fill(wizard)
    to_the_account(wizard)
    wizard.shelter.setText("\u200b")
    wizard.done.click()
    assert list(problems(wizard)) == ["shelter"]
    assert wizard.shelter.isVisible()


def test_the_language_changes_half_way_and_every_answer_stays(qtbot, shell, wizard) -> None:
    fill(wizard, again="belum")
    wizard.superiors.setPlainText("BARIS SATU\nBARIS DUA")
    wizard.zone.setCurrentIndex(2)
    wizard.role.setCurrentIndex(1)
    wizard.bedrooms.setValue(4)
    wizard.beds.setValue(2)
    before = wizard.answers()
    press_button(wizard, "Switch language")
    page = wait_page(qtbot, shell, Wizard)
    assert page is not wizard
    assert page.answers() == before
    assert page.again.text() == "belum"
    assert page.fields["name"].label.text() == "Nama Anda"
    assert page.shelter.isVisible()
    to_the_account(page)
    shell.switch_language()
    back = wait_page(qtbot, shell, Wizard)
    assert back.name.isVisible()
    assert back.answers() == before


def test_a_wrong_word_is_told_by_its_place_and_the_right_ones_go_on(qtbot, shell, wizard) -> None:
    sheet = founded(qtbot, shell, wizard)
    right = [sheet.words[place - 1] for place in ASKED]
    wrong = "zzzz"
    confirm(sheet, wrong, right[1])
    assert [field.problem for field in sheet.fields] == [f"Look at word {ASKED[0]} again.", ""]
    assert shell.front.page is sheet
    confirm(sheet, right[0], wrong)
    assert [field.problem for field in sheet.fields] == ["", f"Look at word {ASKED[1]} again."]
    confirm(sheet, "", "")
    assert all(field.problem for field in sheet.fields)
    confirm(sheet, right[0].upper(), f" {right[1][:4]} ")
    wait_page(qtbot, shell, StaffPage)


def test_the_words_are_in_no_file_of_the_data_folder(qtbot, shell, wizard, paths) -> None:
    sheet = founded(qtbot, shell, wizard)
    sheet_words = sheet.words
    shell.switch_language()
    again = wait_page(qtbot, shell, SheetPage)
    assert again.words == sheet_words
    confirm(again, *(sheet_words[place - 1] for place in ASKED))
    wait_page(qtbot, shell, StaffPage)
    assert paths.vault.exists()
    secret = from_words(" ".join(sheet_words))
    forms = (secret, secret.hex(), base64.b64encode(secret).rstrip(b"="))
    assert files_with(paths.data, *forms) == []
    assert files_with(paths.data, *dict.fromkeys(sheet_words), least=_MORE_THAN_CHANCE) == []
    assert files_with(paths.data, HEAD_PASSWORD, "RPSW Melati") == []
    assert files_with(paths.data, "ratna") == ["vault.json"]


def test_the_staff_gets_accounts_and_each_of_them_opens(qtbot, shell, wizard, paths, clock) -> None:
    sheet = founded(qtbot, shell, wizard)
    confirm(sheet, *(sheet.words[place - 1] for place in ASKED))
    page = wait_page(qtbot, shell, StaffPage)

    def add(name: str, login: str, role: Role, password: str) -> None:
        page.name.setText(name)
        page.login.setText(login)
        page.role.setCurrentIndex(page.role.findData(role))
        page.password.setText(password)
        page.add.click()
        qtbot.waitUntil(page.add.isEnabled, timeout=10_000)

    add("Dewi", "ratna", Role.DUTY_OFFICER, FIRST)
    assert problems(page) == {"login": words(Reason.LOGIN_TAKEN)}
    assert page.name.text() == "Dewi"
    add("Dewi", "dewi", Role.DUTY_OFFICER, "lemah")
    assert problems(page) == {"password": words(Reason.PASSWORD_SHORT)}
    add("", "dewi", Role.DUTY_OFFICER, FIRST)
    assert problems(page) == {"name": words(Reason.NOTHING_FILLED)}
    assert rows(page.people) == []
    newcomers = {"dewi": Role.DUTY_OFFICER, "eko": Role.SECRETARIAT, "hendra": Role.COORDINATOR}
    for login, role in newcomers.items():
        add(login.title(), login, role, f"{FIRST} {login}")
        assert problems(page) == {}
        assert page.name.text() == page.login.text() == page.password.text() == ""
    assert len(rows(page.people)) == 3
    page.done.click()
    login_page = wait_page(qtbot, shell, LoginPage)
    offered = [login_page.login.itemText(at) for at in range(login_page.login.count())]
    assert offered == ["dewi", "eko", "hendra", "ratna"]
    for login, role in newcomers.items():
        opened = open_shelter(paths, login, f"{FIRST} {login}", clock)
        assert opened.actor.role is role
        assert all(finding.ok for finding in opened.findings)
        opened.house.database.close()
    main = sign_in(qtbot, shell, "ratna", HEAD_PASSWORD)
    assert shell.workplace.actor.role is Role.HEAD
    assert shell.workplace.shelter.name == "RPSW Melati"
    assert "Residents 0/30" in main.shift_bar.text


def test_the_first_run_goes_by_keys_alone(qtbot, shell) -> None:
    in_english(shell)
    page = wait_page(qtbot, shell, WelcomePage)
    page.set_up.setFocus()
    press(page, Qt.Key.Key_Space)
    wizard = wait_page(qtbot, shell, Wizard)
    press(wizard, *"RPSW Keys")
    assert wizard.shelter.text() == "RPSW Keys"
    fill(wizard)
    to_the_account(wizard)
    wizard.again.setFocus()
    press(wizard, Qt.Key.Key_Return)
    sheet = wait_page(qtbot, shell, SheetPage)
    assert sheet.paper.pages == 1
    idle(qtbot, shell)
