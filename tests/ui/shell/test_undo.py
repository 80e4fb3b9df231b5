# SPDX-License-Identifier: Apache-2.0
"""Undo names the act it takes back, goes back act by act, and refuses once things moved on."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.policies.reasons import Reason
from app.services.dormitory.beds.place import PlaceClient, place_client
from app.services.dormitory.facts.waiting import waiting_list
from app.ui.texts import words
from tests.ui.login.ways import idle, sign_in
from tests.ui.widgets.screens import press, write

CTRL = Qt.KeyboardModifier.ControlModifier


def register(qtbot, shell, name: str) -> None:
    main = shell.main
    main.ways.new_arrival()
    main.desk.register.fields.focus("name")
    write(main, name)
    press(main, Qt.Key.Key_Return, held=CTRL)
    qtbot.waitUntil(lambda: main.desk.register.blank and shell.tasks.idle, timeout=10_000)


def waiting(shelter) -> list[str]:
    return [line.name for line in shelter.ask(waiting_list)]


def undo_by_key(qtbot, shell) -> None:
    press(shell.main, Qt.Key.Key_Z, held=CTRL)
    idle(qtbot, shell)


def test_the_last_acts_are_taken_back_by_name_one_after_another(qtbot, shelter, shell) -> None:
    main = sign_in(qtbot, shell)
    undo = main.status.undo
    assert not undo.isVisible()
    register(qtbot, shell, "Kenanga")
    register(qtbot, shell, "Melati")
    assert undo.text().strip() == "Undo: Registering Me**"
    assert undo.accessibleName() == "Undo: Registering Me**"
    assert sorted(waiting(shelter)) == ["Kenanga", "Melati"]
    undo_by_key(qtbot, shell)
    assert main.toast.text == "Undone: Registering Me**"
    assert waiting(shelter) == ["Kenanga"]
    assert undo.text().strip() == "Undo: Registering Ke**"
    undo.click()
    idle(qtbot, shell)
    assert waiting(shelter) == []
    assert not undo.isVisible()
    undo_by_key(qtbot, shell)
    assert main.banner.text == ""


def test_the_undo_of_what_was_just_done_stands_beside_its_notice(qtbot, shelter, shell) -> None:
    main = sign_in(qtbot, shell)
    register(qtbot, shell, "Kenanga")
    assert main.toast.text.startswith("Saved as REG-2611-001")
    assert main.status.undo.isVisible()
    assert main.notices.told is main.toast
    assert main.notices.geometry().right() < main.status.undo.geometry().left()
    main.status.undo.click()
    idle(qtbot, shell)
    assert waiting(shelter) == []


def test_an_act_on_which_somebody_built_is_not_taken_back(qtbot, shelter, shell) -> None:
    main = sign_in(qtbot, shell)
    register(qtbot, shell, "Kenanga")
    line = shelter.ask(waiting_list)[0]
    bed = shelter.bed("201-A")
    shelter.act(place_client, PlaceClient(line.person_id, bed.bed_id), "sri")
    undo_by_key(qtbot, shell)
    assert main.banner.text == words(Reason.MOVED_ON)
    assert shelter.bed("201-A").sleeper is not None
    assert not main.status.undo.isVisible()


def test_another_officer_cannot_take_back_what_the_first_did(qtbot, shelter, shell) -> None:
    sign_in(qtbot, shell)
    register(qtbot, shell, "Kenanga")
    shell.workplace.become(shelter.actors["sri"])
    idle(qtbot, shell)
    assert not shell.main.status.undo.isVisible()
    undo_by_key(qtbot, shell)
    assert waiting(shelter) == ["Kenanga"]


def test_a_placing_is_taken_back_by_key_while_the_cursor_is_in_the_empty_form(
    qtbot, shelter, shell
) -> None:
    main = sign_in(qtbot, shell)
    register(qtbot, shell, "Kenanga")
    press(main, "1")
    qtbot.waitUntil(lambda: waiting(shelter) == [] and shell.tasks.idle, timeout=5000)
    assert main.status.undo.text().strip().startswith("Undo: Placing Ke** 2611-001 in")
    assert QApplication.focusWidget() is main.desk.register.fields.name
    undo_by_key(qtbot, shell)
    assert waiting(shelter) == ["Kenanga"]


def test_ctrl_z_in_a_field_takes_back_letters_first(qtbot, shelter, shell) -> None:
    main = sign_in(qtbot, shell)
    register(qtbot, shell, "Kenanga")
    main.ways.new_arrival()
    main.desk.register.fields.focus("name")
    write(main, "Mel")
    undo_by_key(qtbot, shell)
    assert main.desk.register.fields.name.text() == ""
    assert waiting(shelter) == ["Kenanga"]


def test_undo_survives_another_language(qtbot, shelter, shell) -> None:
    sign_in(qtbot, shell)
    register(qtbot, shell, "Kenanga")
    shell.switch_language()
    idle(qtbot, shell)
    shell.main.status.undo.click()
    idle(qtbot, shell)
    assert waiting(shelter) == []
