# SPDX-License-Identifier: Apache-2.0
"""Planning anew on screen: goals, what is proposed, edits by hand, signatures, one button."""

import pytest
from PySide6.QtCore import Qt

from app.policies.dormitory.replan.goals import GoalKind
from app.policies.dormitory.rules.needs import House
from app.policies.people.age import AgeBasis
from app.policies.reasons import Reason
from app.services.dormitory.facts.room_list import room_list
from app.services.dormitory.night.night_list import night_list
from app.ui.dormitory.replan.panel import ReplanPanel
from app.ui.texts import words
from tests.services.dormitory.rows import keep_apart, note
from tests.ui.widgets.screens import (
    button_named,
    heard,
    keep_fresh,
    open_screen,
    rows,
    tells,
    told,
    unnamed,
)

ADULT_BEDS = [f"{room}-{bed}" for room in range(101, 106) for bed in "ABC"]


@pytest.fixture
def sleeping(shelter):
    def lie(place: str, name: str, age: str = "30", **form):
        arrived = shelter.arrive(name, age, **form)
        shelter.place(arrived.person_id, place, "rina")
        return arrived

    return lie


@pytest.fixture
def panel_of(qtbot, at_work, settle):
    def open_panel(login: str = "dewi") -> ReplanPanel:
        workplace = at_work(login)
        made = ReplanPanel(workplace)
        open_screen(qtbot, made)
        keep_fresh(made, workplace)
        settle()
        return made

    return open_panel


@pytest.fixture
def birthday(shelter, sleeping):
    """Let two share a room of which one turns 18, and return her."""
    turning = sleeping("201-A", "Melati", "25/11/2008", age_basis=AgeBasis.DOCUMENT)
    sleeping("201-B", "Kenanga", "16")
    shelter.clock.move(days=1)
    return turning


def beds(shelter) -> dict[str, str]:
    """Return who sleeps where, by called name."""
    return {
        bed.sleeper.name: f"{room.name}-{bed.label}"
        for wing in shelter.ask(room_list, None, "hendra")
        for room in wing.bedrooms
        for bed in room.beds
        if bed.sleeper is not None
    }


def tick(panel: ReplanPanel, *names: str) -> None:
    """Tick rooms of the tree by name."""
    tree = panel.rooms.tree
    for at in range(tree.topLevelItemCount()):
        top = tree.topLevelItem(at)
        for place in range(top.childCount()):
            if top.child(place).text(0).split(" ")[0] in names:
                top.child(place).setCheckState(0, Qt.CheckState.Checked)


def choose(panel: ReplanPanel, text: str) -> None:
    """Choose an offered bed as a mouse would."""
    at = panel.moves.beds.findText(text)
    assert at >= 0, [panel.moves.beds.itemText(i) for i in range(panel.moves.beds.count())]
    panel.moves.beds.setCurrentIndex(at)
    panel.moves.beds.activated.emit(at)


def test_nothing_moves_before_somebody_looks(panel_of) -> None:
    panel = panel_of()
    assert panel.summary.text().startswith("Say what the plan is for")
    assert panel.result.isHidden()
    assert panel.apply_button.isHidden()
    assert unnamed(panel) == []


def test_a_quiet_night_needs_no_move(panel_of, settle) -> None:
    panel = panel_of()
    panel.look()
    settle()
    assert panel.summary.text() == "Nobody has to move."
    assert panel.apply_button.isHidden()


def test_a_birthday_is_mended_by_keys_and_taken_back(
    qtbot, shelter, birthday, panel_of, settle
) -> None:
    panel = panel_of("rina")
    said = heard(panel.said)
    qtbot.keyClick(panel.look_button, Qt.Key.Key_Space)
    settle()
    assert panel.summary.text() == "Changing beds: 1. No other plan moves fewer people."
    (line,) = rows(panel.moves.list)
    assert line.startswith("Me** 2611-001   201-A → 101-A\n")
    assert words(Reason.CHILD_WITH_ADULT) in line
    assert tells(panel, "−\N{NO-BREAK SPACE}Me** 2611-001 · Ke**")
    assert not tells(panel, "Melati")
    assert unnamed(panel) == []
    panel.apply_button.setFocus()
    qtbot.keyClick(panel.apply_button, Qt.Key.Key_Space)
    settle()
    assert said == ["Everybody has her new bed (1)."]
    assert beds(shelter) == {"Melati": "101-A", "Kenanga": "201-B"}
    assert panel.plan is None
    workplace = panel._workplace
    assert workplace.undoable.label == "New plan (1 beds)"


def test_names_follow_the_window(birthday, panel_of, settle) -> None:
    panel = panel_of()
    panel.look()
    settle()
    panel._workplace.set_masking(False)
    settle()
    assert tells(panel, "Melati")
    assert panel.moves.field.label.text() == "Another bed for Melati"


def test_a_room_has_to_be_ticked(panel_of, settle) -> None:
    panel = panel_of()
    panel.goals.choose(GoalKind.EMPTY)
    panel.goals.changed.emit()
    assert not panel.rooms.isHidden()
    panel.look()
    assert panel.rooms.fields["rooms"].problem == "Tick at least one room."
    tick(panel, "101")
    assert panel.rooms.fields["rooms"].problem == ""


def test_a_room_is_emptied_and_the_next_step_named(shelter, sleeping, panel_of, settle) -> None:
    sleeping("101-A", "Melati")
    sleeping("101-B", "Kenanga")
    panel = panel_of("hendra")
    panel.goals.choose(GoalKind.EMPTY)
    panel.goals.changed.emit()
    tick(panel, "101")
    panel.look()
    settle()
    assert len(panel.plan.lines) == 2
    panel.apply()
    settle()
    assert {place[:3] for place in beds(shelter).values()}.isdisjoint({"101"})
    assert "Rooms and beds" in panel.summary.text()
    assert panel.rooms.ticked


def test_rooms_are_separated_for_one_age(sleeping, panel_of, settle) -> None:
    sleeping("101-A", "Melati")
    sleeping("102-A", "Kenanga")
    panel = panel_of("hendra")
    panel.goals.choose(GoalKind.SEPARATE)
    panel.goals.changed.emit()
    assert not panel.rooms.fields["side"].isHidden()
    tick(panel, "101")
    panel.look()
    settle()
    (line,) = rows(panel.moves.list)
    assert line.startswith("Me** 2611-001   101-A → 10")
    assert "her room will be for others" in line


def test_another_bed_by_hand_is_legal_and_carried_out(shelter, birthday, panel_of, settle) -> None:
    panel = panel_of("rina")
    panel.look()
    settle()
    offered = [panel.moves.beds.itemText(at) for at in range(panel.moves.beds.count())]
    assert offered[:2] == ["101-A", "stays in 201-A"]
    assert set(offered[2:]) == set(ADULT_BEDS) - {"101-A"}
    choose(panel, "103-B")
    settle()
    assert rows(panel.moves.list)[0].startswith("Me** 2611-001   201-A → 103-B")
    assert panel.summary.text().endswith("Changed by hand and checked as a whole: it is legal.")
    panel.apply()
    settle()
    assert beds(shelter)["Melati"] == "103-B"


def test_who_is_left_out_by_hand_stays_wrong_and_that_is_said(birthday, panel_of, settle) -> None:
    panel = panel_of("rina")
    panel.look()
    settle()
    choose(panel, "stays in 201-A")
    settle()
    assert panel.plan.lines == ()
    assert panel.apply_button.isHidden()
    assert panel.banner.text.startswith("Against a rule stays: Me** 2611-001 (201-A)")


def test_a_plan_about_yesterday_is_not_carried_out(shelter, birthday, panel_of, settle) -> None:
    panel = panel_of("rina")
    panel.look()
    settle()
    other = shelter.arrive("Sekar", "30")
    shelter.place(other.person_id, "101-A")
    panel.apply()
    settle()
    assert panel.banner.text
    assert "Nobody was moved" in panel.banner.text or "nobody was moved" in panel.banner.text
    assert beds(shelter)["Melati"] == "201-A"
    panel.look()
    settle()
    panel.apply()
    settle()
    assert beds(shelter)["Melati"] == "101-B"


def test_a_change_behind_the_plan_is_told_at_once(shelter, birthday, panel_of, settle) -> None:
    panel = panel_of("rina")
    panel.look()
    settle()
    shelter.arrive("Sekar", "30")
    panel.reload()
    settle()
    assert panel.banner.text == "Beds or people changed meanwhile; nobody was moved."
    assert not panel.apply_button.isEnabled()
    button_named(panel, "Look again").click()
    settle()
    assert panel.apply_button.isEnabled()
    assert len(panel.plan.placements) == 1


def test_a_search_is_given_up(qtbot, birthday, panel_of, settle) -> None:
    panel = panel_of()
    panel.look()
    assert panel.search.running
    assert not panel.look_button.isEnabled()
    qtbot.keyClick(panel.search.stop_button, Qt.Key.Key_Escape)
    settle()
    assert panel.plan is None
    assert panel.look_button.isEnabled()
    assert not panel.search.isVisibleTo(panel)


def test_the_least_signature_is_named_typed_and_kept(shelter, sleeping, panel_of, settle) -> None:
    for at, place in enumerate(ADULT_BEDS[:-1]):
        sleeping(place, f"Melati {at}")
    late = shelter.arrive("Kenanga", "30")
    note(shelter, late.person_id, house=House.PSKW)
    panel = panel_of("dewi")
    panel.goals.choose(GoalKind.PLACE)
    panel.goals.changed.emit()
    panel.look()
    settle()
    assert "No safe bed for Ke** 2611-015." in panel.banner.text
    assert "The least that would have to be signed" in panel.banner.text
    button_named(panel, "Plan with a signature").click()
    settle()
    assert panel.apply_button.accessibleName() == "Sign and move all 1"
    panel.why.setText("pendek")
    panel.apply()
    settle()
    assert panel.fields["why"].problem
    assert panel.why.text() == "pendek"
    assert "Kenanga" not in beds(shelter)
    panel.why.setText("Malam ini tidak ada ranjang lain")
    panel.apply()
    settle()
    assert beds(shelter)["Kenanga"] == "105-C"
    assert any(line.signed for line in shelter.ask(night_list, None, "hendra").lines)


def test_a_caretaker_does_not_sign(shelter, sleeping, panel_of, settle) -> None:
    for at, place in enumerate(ADULT_BEDS[:-1]):
        sleeping(place, f"Melati {at}")
    late = shelter.arrive("Kenanga", "30")
    note(shelter, late.person_id, house=House.PSKW)
    panel = panel_of("rina")
    panel.look_for(GoalKind.PLACE)
    settle()
    button_named(panel, "Plan with a signature").click()
    settle()
    assert panel.apply_button.accessibleName() == "The coordinator has to sign"
    assert not panel.apply_button.isEnabled()
    assert panel.fields["why"].isHidden()


def test_a_hidden_reason_stays_hidden(shelter, sleeping, panel_of, settle) -> None:
    one, two = sleeping("101-A", "Melati"), sleeping("101-B", "Kenanga")
    keep_apart(shelter, one.person_id, two.person_id)
    panel = panel_of("rina")
    panel.look()
    settle()
    (line,) = rows(panel.moves.list)
    assert words(Reason.MASKED_RULE) in line
    assert not any("apart" in text.casefold() for text in told(panel))
