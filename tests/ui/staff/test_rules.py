# SPDX-License-Identifier: Apache-2.0
"""Admin: rooming rules with basis, author, effect before saving, and the second person."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QLocale, Qt

from app.policies.access import Right
from app.policies.dormitory.rules.settings import LKSA_DM2, PROPOSED, RoomingRules
from app.policies.reasons import Reason
from app.services.dormitory.rules.settings import (
    ApproveRules,
    ProposeRules,
    approve_rules,
    propose_rules,
    rules_line,
)
from app.ui.staff.cards import RulesTab
from app.ui.staff.rules import RulesPanel
from app.ui.texts import words
from tests.ui.login.ways import idle, sign_in
from tests.ui.widgets.screens import (
    button_named,
    heard,
    keep_fresh,
    open_screen,
    rows,
    tells,
    unnamed,
)


@pytest.fixture
def panel_of(qtbot, at_work, settle):
    def open_panel(login: str = "hendra") -> RulesPanel:
        workplace = at_work(login)
        made = RulesPanel(workplace)
        open_screen(qtbot, made)
        keep_fresh(made, workplace)
        settle()
        return made

    return open_panel


def write_in(qtbot, panel: RulesPanel, name: str, text: str) -> None:
    editor = panel.settings[name].widget
    editor.selectAll()
    qtbot.keyClicks(editor, text)


def shown_in(panel: RulesPanel, name: str) -> str:
    return panel.settings[name].widget.text()


def in_force(shelter) -> RoomingRules:
    return shelter.ask(rules_line).now


def test_admin_shows_the_rules_to_those_in_charge_only(qtbot, shell) -> None:
    main = sign_in(qtbot, shell, "hendra")
    main.go("admin")
    idle(qtbot, shell)
    made = main.views["admin"].show_panel("RulesTab").rules
    idle(qtbot, shell)
    assert made.typed() == PROPOSED
    assert tells(made, "Proposed SOP; nobody has changed it.")
    assert unnamed(made) == []


def test_a_duty_officer_has_no_rules_to_set(qtbot, shell) -> None:
    main = sign_in(qtbot, shell, "dewi")
    main.go("admin")
    idle(qtbot, shell)
    assert not main.workplace.may(Right.SET_RULES)
    assert RulesTab not in main.views["admin"].kinds


def test_the_effect_is_told_before_saving(qtbot, shelter, panel_of, settle) -> None:
    for bed in "ABC":
        shelter.place(shelter.arrive(f"Melati {bed}", "30").person_id, f"101-{bed}")
    panel = panel_of()
    assert not panel.save_button.isEnabled()
    write_in(qtbot, panel, "space_dm2", "8")
    settle()
    assert panel.effect.text() == (
        "1 room becomes not fitting (3 people). Rooms: 101. "
        "Free beds: 18, until now 27. Saving moves nobody."
    )
    write_in(qtbot, panel, "space_dm2", "3.6")
    settle()
    assert panel.effect.text().startswith("Every room stays as fitting as it is now.")
    write_in(qtbot, panel, "space_dm2", "3.5")
    settle()
    assert panel.effect.text() == ""
    assert not panel.save_button.isEnabled()
    assert in_force(shelter) == PROPOSED


def test_saving_by_keyboard_tells_basis_author_and_history(
    qtbot, shelter, panel_of, settle
) -> None:
    panel = panel_of()
    said = heard(panel.said)
    qtbot.keyClicks(panel.basis, "Permensos 26/2019")
    write_in(qtbot, panel, "space_dm2", "4,5")
    qtbot.keyClick(panel.settings["space_dm2"].widget, Qt.Key.Key_Return)
    settle()
    assert in_force(shelter) == replace(PROPOSED, space_dm2=LKSA_DM2)
    assert len(said) == 1
    (row,) = rows(panel.history)
    assert row == (
        "24 Nov 2026 01.50 · Hendra · Floor space for each sleeper: 4.5 m², until now 3.5 m²"
        " · Permensos 26/2019"
    )
    assert tells(panel, "Since 24 Nov 2026 01.50, Hendra · Permensos 26/2019")
    assert panel.basis.text() == ""
    assert not panel.save_button.isEnabled()


def test_a_separation_rule_waits_and_the_proposer_cannot_approve(
    qtbot, shelter, panel_of, settle
) -> None:
    panel = panel_of("hendra")
    panel.settings["houses_apart"].widget.click()
    settle()
    assert "A second person approves this change" in panel.effect.text()
    panel.save_button.click()
    settle()
    assert in_force(shelter) == PROPOSED
    assert panel.typed() == PROPOSED
    assert tells(panel, "RPSW and PSKW do not share rooms: no, until now yes")
    assert tells(panel, "You proposed it")
    with pytest.raises(LookupError):
        button_named(panel, "Approve")
    second = panel_of("ratna")
    assert unnamed(second) == []
    said = heard(second.said)
    button_named(second, "Approve").click()
    settle()
    assert in_force(shelter) == replace(PROPOSED, houses_apart=False)
    assert len(said) == 1
    assert not tells(second, "Waits for a second person")
    assert tells(second, "Hendra + Ratna")


def test_dropping_a_proposal(shelter, panel_of, settle) -> None:
    shelter.act(propose_rules, ProposeRules(replace(PROPOSED, boys_up_to=12)), "hendra")
    panel = panel_of("ratna")
    assert tells(panel, "Boys stay with their mother up to: 12 years, until now 9 years")
    button_named(panel, "Drop").click()
    settle()
    assert shelter.ask(rules_line).waiting is None
    assert not tells(panel, "Waits for a second person")


def test_what_was_settled_elsewhere_is_told_and_goes(shelter, panel_of, settle) -> None:
    wanted = replace(PROPOSED, boys_up_to=12)
    done = shelter.act(propose_rules, ProposeRules(wanted), "hendra").value
    panel = panel_of("ratna")
    shelter.act(approve_rules, ApproveRules(done.version_id, done.version), "ratna")
    button_named(panel, "Approve").click()
    settle()
    assert panel.waiting.banner.text == words(Reason.STALE)
    assert not tells(panel, "Waits for a second person")
    assert shown_in(panel, "boys_up_to") == "12"


@pytest.mark.parametrize(
    ("name", "text", "reason"),
    [
        ("boys_up_to", "x", Reason.BOYS_LIMIT),
        ("boys_up_to", "", Reason.BOYS_LIMIT),
        ("boys_up_to", "18", Reason.BOYS_LIMIT),
        ("space_dm2", "viel", Reason.SPACE_LIMIT),
        ("space_dm2", "1.9", Reason.SPACE_LIMIT),
        ("space_dm2", "12,01", Reason.SPACE_LIMIT),
        ("space_dm2", "3.555", Reason.SPACE_LIMIT),
    ],
)
def test_what_cannot_be_is_told_at_its_line_and_stays(
    qtbot, shelter, panel_of, settle, name, text, reason
) -> None:
    panel = panel_of()
    write_in(qtbot, panel, name, text or " ")
    qtbot.keyClicks(panel.basis, "Rapat")
    panel.save_button.click()
    settle()
    assert panel.fields[name].problem == words(reason)
    assert shown_in(panel, name) == (text or " ")
    assert panel.basis.text() == "Rapat"
    assert shelter.ask(rules_line).history == ()


def test_a_basis_that_is_too_long_stays_beside_its_sentence(
    qtbot, shelter, panel_of, settle
) -> None:
    panel = panel_of()
    panel.basis.setText("x" * 201)
    write_in(qtbot, panel, "space_dm2", "4.5")
    panel.save_button.click()
    settle()
    assert panel.fields["basis"].problem == words(Reason.TEXT_TOO_LONG)
    assert len(panel.basis.text()) == 201
    assert in_force(shelter) == PROPOSED


def test_rules_of_somebody_else_come_in_beside_what_is_being_typed(
    qtbot, shelter, panel_of, settle
) -> None:
    panel = panel_of()
    write_in(qtbot, panel, "boys_up_to", "7")
    shelter.act(propose_rules, ProposeRules(replace(PROPOSED, space_dm2=LKSA_DM2)), "ratna")
    panel.reload()
    settle()
    assert panel.typed() == replace(PROPOSED, space_dm2=LKSA_DM2, boys_up_to=7)


def test_levels_are_chosen_and_never_is_one(qtbot, shelter, panel_of, settle) -> None:
    panel = panel_of()
    levels = panel.settings["company_from"].widget
    levels.setFocus()
    qtbot.keyClick(levels, Qt.Key.Key_End)
    levels.activated.emit(levels.currentIndex())
    assert levels.currentText() == "never"
    panel.save_button.click()
    settle()
    assert in_force(shelter) == replace(PROPOSED, company_from=4)


def test_metres_read_back_in_indonesian(shelter, panel_of, settle) -> None:
    QLocale.setDefault(QLocale("id_ID"))
    panel = panel_of()
    assert shown_in(panel, "space_dm2") == "3,5"
    assert panel.typed() == PROPOSED
