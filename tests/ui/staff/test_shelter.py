# SPDX-License-Identifier: Apache-2.0
"""Admin: name, letterhead and logo of the shelter, typed, refused, kept and taken back."""

from dataclasses import replace

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog

from app.policies.reasons import Reason
from app.services.staff.letterhead import ChangeShelter, change_shelter, shelter_now
from app.ui.staff.shelter import ShelterCard
from app.ui.texts import words
from tests.ui.login.ways import closed, idle, press_button, sign_in
from tests.ui.widgets.screens import button_named, press, unnamed

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def card(qtbot, shell) -> ShelterCard:
    main = sign_in(qtbot, shell, "ratna")
    main.go("admin")
    made = main.views["admin"].show_panel("ShelterTab").shelter
    idle(qtbot, shell)
    return made


@pytest.fixture
def logo(tmp_path):
    path = tmp_path / "logo.jpg"
    Image.new("RGB", (300, 100), "navy").save(path)
    return path


def write(qtbot, card: ShelterCard, name: str, text: str) -> None:
    editor = card.settings[name].widget
    editor.setFocus()
    editor.selectAll()
    qtbot.keyClicks(editor, text)


def test_what_is_typed_stands_on_papers_from_then_on(qtbot, shell, shelter, card, logo) -> None:
    assert unnamed(card) == []
    assert not card.save_button.isEnabled()
    write(qtbot, card, "name", "RPSW Baru")
    write(qtbot, card, "superiors", "KEMENTERIAN BARU")
    write(qtbot, card, "phone", "021")
    card.take(logo)
    idle(qtbot, shell)
    card.fields["superiors"].setFocus()
    assert card.logo.picture.pixmap().width() == 92
    press(card, Qt.Key.Key_Return, held=CTRL)
    idle(qtbot, shell)
    facts = shelter.ask(shelter_now).facts
    assert (facts.name, facts.superiors, facts.phone) == ("RPSW Baru", ("KEMENTERIAN BARU",), "021")
    assert facts.logo == card.logo.logo != b""
    assert shell.workplace.shelter == facts
    assert shell.main.toast.text == "Papers show this letterhead from now on."
    assert not card.save_button.isEnabled()
    shell.main.undo()
    idle(qtbot, shell)
    assert card.typed() == shell.workplace.shelter == replace(facts, **_before(facts))
    assert card.logo.logo == b""


def _before(facts) -> dict[str, object]:
    return {
        "name": "RPSW Uji",
        "superiors": ("KEMENTERIAN UJI", "RUMAH UJI"),
        "phone": "",
        "logo": b"",
    }


def test_a_problem_stands_at_its_field_and_what_was_typed_stays(qtbot, shell, card) -> None:
    write(qtbot, card, "name", "RPSW Baru")
    write(qtbot, card, "email", "bukan surel")
    press_button(card, "Save the shelter")
    idle(qtbot, shell)
    told = {name: field.problem for name, field in card.fields.items() if field.problem}
    assert told == {"email": words(Reason.EMAIL_UNREADABLE)}
    assert (card.typed().name, card.typed().email) == ("RPSW Baru", "bukan surel")


def test_a_wrong_file_is_told_at_the_logo_and_the_one_before_stays(
    qtbot, shell, card, logo, tmp_path
) -> None:
    wrong = tmp_path / "gambar.png"
    wrong.write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    card.take(logo)
    idle(qtbot, shell)
    card.take(wrong)
    idle(qtbot, shell)
    assert card.fields["logo"].problem == words(Reason.LOGO_UNREADABLE)
    assert card.logo.logo != b""
    press_button(card, "Remove the logo")
    assert card.logo.logo == b""
    assert card.fields["logo"].problem == ""
    assert card.logo.picture.text() == "No logo"
    assert not card.save_button.isEnabled()


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_file_is_chosen_by_keys_alone(qtbot, shell, card, logo) -> None:
    button_named(card, "Choose a logo…").setFocus()
    press(card, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), QFileDialog))
    dialog = QApplication.activeModalWidget()
    press(dialog, *str(logo), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: closed(dialog))
    idle(qtbot, shell)
    assert card.logo.logo.startswith(b"\x89PNG")
    assert card.save_button.isEnabled()


def test_what_others_changed_is_taken_over_and_what_is_typed_stays(
    qtbot, shell, shelter, card
) -> None:
    write(qtbot, card, "phone", "021")
    now = shelter.ask(shelter_now)
    elsewhere = replace(now.facts, city="Bogor", phone="0999")
    shelter.act(change_shelter, ChangeShelter(elsewhere, now.version), "hendra")
    press_button(card, "Save the shelter")
    idle(qtbot, shell)
    assert card.banner.text == words(Reason.STALE)
    assert (card.typed().city, card.typed().phone) == ("Bogor", "021")
    press_button(card, "Save the shelter")
    idle(qtbot, shell)
    assert shelter.ask(shelter_now).facts == replace(elsewhere, phone="021")
