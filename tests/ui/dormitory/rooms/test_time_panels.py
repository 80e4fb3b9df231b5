# SPDX-License-Identifier: Apache-2.0
"""Planned moves, turning 18 and the nights that were, on screen and by keys."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt

from app.policies.people.age import AgeBasis
from app.policies.reasons import Reason
from app.services.dormitory.beds.place import PlaceClient, move_client
from app.services.dormitory.beds.reserve import ReserveBeds, reserve_beds
from app.services.dormitory.rooms.move_list import planned_moves
from app.services.dormitory.rooms.moves import PlanMove, plan_move
from app.ui.dormitory.beds.view import DormitoryView
from app.ui.dormitory.night.eighteen_panel import EighteenPanel
from app.ui.dormitory.night.history_panel import HistoryPanel
from app.ui.dormitory.rooms.moves_panel import MovesPanel
from app.ui.dormitory.rooms.plan_move_form import PlanMoveForm
from app.ui.i18n import Language
from app.ui.texts import words
from tests.conftest import NIGHT
from tests.ui.widgets.screens import (
    button_named,
    heard,
    press,
    rows,
    tells,
    unnamed,
)

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
TODAY = date(2026, 11, 24)
WHY = "menjelang usia 18 tahun"


@pytest.fixture
def nen(shelter):
    """Return somebody who turns 18 on 9 December, in the children's wing."""
    made = shelter.arrive("Nenden", "9/12/2008", age_basis=AgeBasis.DOCUMENT).person_id
    shelter.place(made, "201-A")
    return made


@pytest.fixture
def bunga(shelter):
    made = shelter.arrive("Bunga", "30").person_id
    shelter.place(made, "101-A")
    return made


def plan(shelter, person_id, place: str = "102-A", days: int = 0) -> None:
    day = TODAY + timedelta(days=days)
    shelter.act(plan_move, PlanMove(person_id, shelter.bed_id(place), day, WHY))


@pytest.mark.parametrize("kind", [MovesPanel, EighteenPanel, HistoryPanel])
@pytest.mark.parametrize("language", list(Language))
def test_every_control_has_a_name_and_fits(
    panel, shelter, nen, bunga, languages, kind, language
) -> None:
    languages.speak(language)
    plan(shelter, bunga)
    made = panel(kind)
    made.resize(1093, 450)
    assert unnamed(made) == []
    assert made.minimumSizeHint().width() <= 1093
    assert made.minimumSizeHint().height() <= 450


def test_a_due_move_is_carried_out_and_undone(panel, shelter, bunga, settle) -> None:
    plan(shelter, bunga)
    made = panel(MovesPanel, "rina")
    said = heard(made.said)
    assert "Bu**" in rows(made.moves)[0]
    assert "101-A to 102-A" in rows(made.moves)[0]
    assert WHY not in rows(made.moves)[0]
    made.carry_button.click()
    settle()
    assert shelter.bed("102-A").sleeper.person_id == bunga
    assert (said, made.moves.count()) == (["She has the bed that was planned."], 0)
    made._workplace.undo(made, lambda _label: None, lambda _error: None)
    settle()
    assert shelter.bed("101-A").sleeper.person_id == bunga
    assert made.moves.count() == 1


def test_a_move_that_became_illegal_says_why_and_offers_only_to_cancel(
    panel, shelter, bunga, settle
) -> None:
    plan(shelter, bunga)
    shelter.place(shelter.arrive("Sari", "31").person_id, "102-A")
    made = panel(MovesPanel)
    assert made.against.text() == words(Reason.BED_TAKEN)
    assert not made.carry_button.isEnabled()
    made.cancel_button.click()
    settle()
    assert shelter.ask(planned_moves) == ()
    assert tells(made, "No move is planned.")


def test_a_signature_is_asked_for_at_its_field(panel, shelter, bunga, settle) -> None:
    until = NIGHT + timedelta(hours=5)
    shelter.act(reserve_beds, ReserveBeds((shelter.bed_id("102-A"),), "Polres", until))
    plan(shelter, bunga)
    made = panel(MovesPanel)
    assert made.fields["why"].isVisible()
    made.why.setText("perlu")
    made.carry_button.click()
    settle()
    assert made.fields["why"].problem == words(Reason.WHY_SHORT)
    assert made.why.text() == "perlu"
    made.why.setText("kelompok baru datang besok")
    made.carry_button.click()
    settle()
    assert shelter.bed("102-A").sleeper.person_id == bunga


def test_who_was_moved_already_is_ticked_off(panel, shelter, bunga, settle) -> None:
    plan(shelter, bunga)
    shelter.act(move_client, PlaceClient(bunga, shelter.bed_id("102-A")))
    made = panel(MovesPanel)
    assert made.carry_button.accessibleName() == "Tick it off"
    made.carry_button.click()
    settle()
    assert shelter.ask(planned_moves) == ()


def test_who_may_not_place_reads_the_plans_and_no_more(panel, shelter, bunga) -> None:
    plan(shelter, bunga)
    made = panel(MovesPanel, "ani")
    assert made.moves.count() == 1
    assert not made.carry_button.isVisible()
    assert not made.cancel_button.isVisible()


def test_a_move_is_planned_for_the_day_she_turns_18_by_keys(panel, shelter, nen, settle) -> None:
    made = panel(EighteenPanel)
    said = heard(made.said)
    (band,) = [
        made.people.topLevelItem(at).text(0) for at in range(made.people.topLevelItemCount())
    ]
    assert band == "Within 30 days (1)"
    assert made.people.currentItem().text(0) == "Ne** 2611-001"
    assert made.people.currentItem().text(3) == "no plan yet"
    assert made.against.text() == words(Reason.WING_FOR_CHILDREN)
    made.people.setFocus()
    press(made.people, Key.Key_Return)
    settle()
    assert made.form.on_day.text() == "09/12/2026"
    assert made.form.bed.currentText().startswith("1")
    press(made, Key.Key_Return, held=CTRL)
    settle()
    (line,) = shelter.ask(planned_moves)
    assert (line.on_day, line.person_id) == (date(2026, 12, 9), nen)
    assert len(said) == 1
    assert made.people.currentItem().text(3).startswith("planned: 1")
    assert not made.plan_button.isEnabled()
    assert shelter.bed("201-A").sleeper.person_id == nen


@pytest.mark.parametrize(
    ("day", "why", "field", "reason"),
    [
        ("", WHY, "on_day", Reason.DAY_PAST),
        ("31/2", WHY, "on_day", Reason.DATE_IMPOSSIBLE),
        ("besok", WHY, "on_day", Reason.DATE_IMPOSSIBLE),
        ("1/11/2026", WHY, "bed_id", Reason.CHOOSE_BED),
        ("9/12", "ya", "why", Reason.WHY_SHORT),
    ],
)
def test_what_cannot_be_planned_is_told_at_its_field(
    panel, shelter, nen, settle, day, why, field, reason
) -> None:
    made = panel(EighteenPanel)
    made.plan()
    settle()
    made.form.on_day.setText(day)
    made.form.on_day.editingFinished.emit()
    made.form.why.setText(why)
    settle()
    made.form.save()
    settle()
    assert made.form.fields[field].problem == words(reason)
    assert (made.form.on_day.text(), made.form.why.text()) == (day, why)
    assert shelter.ask(planned_moves) == ()


def test_the_social_worker_reads_and_does_not_plan(panel, shelter, nen) -> None:
    made = panel(EighteenPanel, "ani")
    assert made.people.currentItem().text(0) == "Ne** 2611-001"
    assert not made.plan_button.isVisible()
    made.people.setFocus()
    press(made.people, Key.Key_Return)
    assert not made.drawer.isVisible()


def test_nobody_turns_18(panel) -> None:
    assert tells(panel(EighteenPanel), "Nobody turns 18 within 90 days.")


def test_a_move_is_planned_from_the_board(panel, shelter, bunga, settle) -> None:
    board = panel(DormitoryView, "rina")
    workplace = board._workplace
    workplace.set_masking(False)
    board.select_soon(bunga)
    settle()
    button_named(board, "Plan a move").click()
    settle()
    form = board.findChild(PlanMoveForm)
    assert form.isVisible()
    assert (form.about.text(), form.on_day.text()) == ("Bunga", "25/11/2026")
    workplace.set_masking(True)
    assert form.about.text() == "Bu**"
    form.why.setText("kurang")
    form.save_button.click()
    settle()
    assert form.fields["why"].problem != ""
    assert shelter.ask(planned_moves) == ()
    form.why.setText(WHY)
    form.bed.setCurrentIndex(form.bed.findText("102-A"))
    form.save_button.click()
    settle()
    (line,) = shelter.ask(planned_moves)
    assert (line.person_id, line.from_place, line.to_place) == (bunga, "101-A", "102-A")
    assert line.on_day == TODAY + timedelta(days=1)
    assert not form.isVisible()
    assert shelter.bed("101-A").sleeper.person_id == bunga


def test_no_move_is_planned_for_who_waits_or_by_who_may_not_place(panel, shelter, bunga, settle):
    waiting = shelter.arrive("Sari", "31").person_id
    for login, person_id in (("rina", waiting), ("tania", bunga)):
        board = panel(DormitoryView, login)
        board.select_soon(person_id)
        settle()
        assert not tells(board, "Plan a move")
