# SPDX-License-Identifier: Apache-2.0
"""Admin: the ages without a document, with their meaning, effect and history."""

import pytest
from PySide6.QtCore import Qt

from app.policies.access import Right
from app.policies.people.age import Thresholds
from app.policies.reasons import Reason
from app.services.people.thresholds import change_thresholds, thresholds
from app.ui.arrivals.register.register import RegisterPanel
from app.ui.staff.cards import RulesTab
from app.ui.staff.thresholds import ThresholdsCard
from app.ui.texts import words
from tests.ui.login.ways import idle, press_button, sign_in
from tests.ui.widgets.screens import heard, open_screen, rows, tells, unnamed


@pytest.fixture
def card(qtbot, at_work, settle) -> ThresholdsCard:
    made = ThresholdsCard(at_work("ratna"))
    open_screen(qtbot, made)
    made.reload()
    settle()
    return made


def type_into(qtbot, editor, text: str) -> None:
    editor.selectAll()
    qtbot.keyClicks(editor, text)


def test_admin_shows_the_card_to_those_in_charge_only(qtbot, shell) -> None:
    main = sign_in(qtbot, shell, "hendra")
    main.go("admin")
    idle(qtbot, shell)
    made = main.views["admin"].show_panel("RulesTab").thresholds
    idle(qtbot, shell)
    assert (made.presumed.text(), made.doubt.text()) == ("20", "24")
    assert tells(made, "Nobody has changed the proposed ages yet.")
    assert unnamed(made) == []


def test_a_duty_officer_has_no_card(qtbot, shell) -> None:
    main = sign_in(qtbot, shell, "dewi")
    main.go("admin")
    idle(qtbot, shell)
    assert not main.workplace.may(Right.MANAGE_SHELTER)
    assert RulesTab not in main.views["admin"].kinds


def test_meaning_and_effect_are_told_before_saving(qtbot, shelter, card, settle) -> None:
    shelter.arrive("Melati", "25")
    assert not card.save_button.isEnabled()
    assert "up to 20" in card.meaning.text()
    type_into(qtbot, card.presumed, "25")
    settle()
    assert card.effect.text() == ""
    type_into(qtbot, card.doubt, "28")
    settle()
    assert card.effect.text().startswith("1 registered client would be treated differently")
    assert "up to 25" in card.meaning.text()
    assert shelter.ask(thresholds).now == Thresholds()
    shelter.arrive("Kenanga", "25")
    type_into(qtbot, card.doubt, "27")
    settle()
    assert card.effect.text().startswith("2 registered clients")
    type_into(qtbot, card.presumed, "20")
    type_into(qtbot, card.doubt, "24")
    settle()
    assert card.effect.text() == ""
    assert not card.save_button.isEnabled()


def test_saving_by_keyboard_writes_history(qtbot, shelter, card, settle) -> None:
    said = heard(card.said)
    type_into(qtbot, card.presumed, "22")
    type_into(qtbot, card.doubt, "26")
    qtbot.keyClick(card.doubt, Qt.Key.Key_Return)
    settle()
    assert shelter.ask(thresholds).now == Thresholds(22, 26)
    assert len(said) == 1
    assert rows(card.history) == [
        "Child up to 22, doubt up to 26, estimates ± 2 · Ratna · 24 Nov 2026 01.50"
    ]
    assert not card.save_button.isEnabled()


@pytest.mark.parametrize(
    ("presumed", "doubt", "field", "reason"),
    [
        ("x", "24", "presumed_child_up_to", Reason.PRESUMED_LIMIT),
        ("", "24", "presumed_child_up_to", Reason.PRESUMED_LIMIT),
        ("20", "2.5", "doubt_up_to", Reason.DOUBT_LIMIT),
        ("16", "24", "presumed_child_up_to", Reason.PRESUMED_LIMIT),
        ("25", "24", "doubt_up_to", Reason.DOUBT_LIMIT),
    ],
)
def test_what_cannot_be_is_told_at_its_line_and_stays(
    qtbot, shelter, card, settle, presumed, doubt, field, reason
) -> None:
    card.presumed.setText(presumed)
    card.doubt.setText(doubt)
    card.doubt.textEdited.emit(doubt)
    press_button(card, "Save ages")
    settle()
    assert card.fields[field].problem == words(reason)
    assert (card.presumed.text(), card.doubt.text()) == (presumed, doubt)
    assert shelter.ask(thresholds).history == ()


def test_a_reload_leaves_what_is_being_typed(qtbot, shelter, card, settle) -> None:
    type_into(qtbot, card.presumed, "23")
    shelter.act(change_thresholds, Thresholds(21, 25), "hendra")
    card.reload()
    settle()
    assert card.presumed.text() == "23"
    assert len(rows(card.history)) == 1


def test_the_form_learns_the_ages_when_it_loads(qtbot, shelter, at_work, settle) -> None:
    shelter.act(change_thresholds, Thresholds(25, 28), "ratna")
    made = RegisterPanel(at_work())
    open_screen(qtbot, made)
    settle()
    made.fields.age.setFocus()
    qtbot.keyClicks(made.fields.age, "25")
    assert made.fields.review().judgement.presumed
    shelter.act(change_thresholds, Thresholds(18, 20), "ratna")
    made.begin()
    settle()
    qtbot.keyClicks(made.fields.age, "25")
    assert not made.fields.review().judgement.presumed
