# SPDX-License-Identifier: Apache-2.0
"""Going out and leaving for good, in the forms of the drawer."""

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt

from app.policies.dormitory.away.whereabouts import AbsenceKind
from app.policies.dormitory.care.caretaking import Item
from app.policies.people.departures import Outcome
from app.policies.reasons import Reason
from app.services.dormitory.away.departed import departed
from app.services.dormitory.away.send_out import away
from app.services.dormitory.away.whereabouts import census
from app.services.dormitory.care.issued import IssueItem, issue_item
from app.ui.dormitory.away.send_out_panel import SendOutPanel
from app.ui.dormitory.away.vacate_panel import VacatePanel
from app.ui.texts import words
from tests.ui.dormitory.beds.test_small_forms import choose
from tests.ui.widgets.screens import (
    button_named,
    counted,
    heard,
    press,
    tells,
    write,
)

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


def test_to_court_with_an_escort_and_back_at_half_past_four(shelter, bunga, form, settle) -> None:
    panel = form(SendOutPanel)
    said, closed = heard(panel.said), counted(panel.closed)
    panel.open_for(bunga.person_id, "Bu**")
    choose(panel.kind, AbsenceKind.COURT)
    panel.escort.setText("Bu Ani")
    panel.due_back.setText("16.30")
    panel.due_back.setFocus()
    press(panel, Key.Key_Return, held=CTRL)
    settle()
    (line,) = shelter.ask(away)
    assert (line.kind, line.escort, line.due_back) == (
        AbsenceKind.COURT,
        "Bu Ani",
        datetime(2026, 11, 24, 9, 30, tzinfo=UTC),
    )
    assert (said, len(closed)) == (["Noted. Her bed is kept."], 1)
    assert panel._workplace.undoable.label == "Bu** goes out"


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("sore", Reason.TIME_UNREADABLE),
        ("25.00", Reason.TIME_UNREADABLE),
        ("30/2 09.00", Reason.DATE_IMPOSSIBLE),
        ("23/11 09.00", Reason.TIME_PAST),
    ],
)
def test_a_due_hour_that_cannot_be_is_told_at_its_field(
    shelter, bunga, form, settle, typed, reason
) -> None:
    panel = form(SendOutPanel)
    panel.open_for(bunga.person_id, "Bu**")
    panel.escort.setText("Bu Ani")
    panel.due_back.setText(typed)
    panel.save()
    settle()
    assert panel.fields["due_back"].problem == words(reason)
    assert (panel.escort.text(), panel.due_back.text()) == ("Bu Ani", typed)
    assert shelter.ask(away) == ()


def test_without_a_plan_nobody_is_asked_when_and_with_whom(shelter, bunga, form, settle) -> None:
    panel = form(SendOutPanel)
    panel.open_for(bunga.person_id, "Bu**")
    panel.due_back.setText("sore")
    choose(panel.kind, AbsenceKind.MISSING)
    assert panel.fields["escort"].isHidden()
    assert panel.fields["due_back"].isHidden()
    assert tells(panel, "24 hours")
    panel.save()
    settle()
    (line,) = shelter.ask(away)
    assert (line.kind, line.due_back) == (AbsenceKind.MISSING, None)


def test_she_leaves_home_to_her_mother_and_undo_brings_her_back(
    shelter, bunga, form, settle
) -> None:
    panel = form(VacatePanel, "ani")
    said = heard(panel.said)
    panel.open_for(bunga.person_id, "Bu**", False)
    press(panel, Key.Key_Tab)
    write(panel, "Cianjur")
    press(panel, Key.Key_Tab)
    write(panel, "Ibu Sartika")
    press(panel, Key.Key_Return, held=CTRL)
    settle()
    assert shelter.ask(census).total == 0
    (line,) = shelter.ask(departed, None, "ani")
    assert (line.outcome, line.destination, line.receiver) == (
        Outcome.HOME,
        "Cianjur",
        "Ibu Sartika",
    )
    assert said == ["She has left. Her bed is free."]
    assert panel._workplace.undoable.label == "Bu** leaves for good"
    panel._workplace.undo(panel, lambda _label: None, lambda _error: None)
    settle()
    assert shelter.bed("101-A").sleeper.person_id == bunga.person_id


@pytest.mark.parametrize(
    ("outcome", "destination", "receiver", "field", "reason"),
    [
        (Outcome.REFERRED, "", "Bu Ani", "destination", Reason.RECEIVER_MISSING),
        (Outcome.WORK, "Pabrik roti", " ", "receiver", Reason.RECEIVER_MISSING),
        (Outcome.OWN_WISH, "", "", "note", Reason.WHY_SHORT),
    ],
)
def test_what_is_missing_is_told_at_the_field_and_nothing_is_lost(
    shelter, form, settle, outcome, destination, receiver, field, reason
) -> None:
    girl = shelter.arrive("Kenanga", "12")
    panel = form(VacatePanel)
    panel.open_for(girl.person_id, "Ke**", True)
    choose(panel.outcome, outcome)
    panel.destination.setText(destination)
    panel.receiver.setText(receiver)
    panel.note.setPlainText("pulang")
    panel.save()
    settle()
    assert panel.fields[field].problem == words(reason)
    assert panel.fields[field].editor.hasFocus()
    assert (panel.destination.text(), panel.receiver.text(), panel.note.toPlainText()) == (
        destination,
        receiver,
        "pulang",
    )
    assert shelter.ask(census).total == 1


def test_a_child_at_her_own_wish_is_asked_why_before_saving(shelter, form) -> None:
    girl = shelter.arrive("Kenanga", "12")
    panel = form(VacatePanel)
    panel.open_for(girl.person_id, "Ke**", True)
    assert not tells(panel, "A child leaves")
    choose(panel.outcome, Outcome.OWN_WISH)
    assert tells(panel, "A child leaves: write why, at least 10 letters")
    panel.open_for(girl.person_id, "Ke**", False)
    choose(panel.outcome, Outcome.OWN_WISH)
    assert not tells(panel, "A child leaves")
    assert tells(panel, "Only if it is known")


def test_what_she_was_handed_is_remembered_when_she_leaves(shelter, bunga, form, settle) -> None:
    shelter.act(issue_item, IssueItem(bunga.person_id, Item.BLANKET, 2), "rina")
    panel = form(VacatePanel, "rina")
    panel.open_for(bunga.person_id, "Bu**", False)
    settle()
    assert panel.still_out.text() == "Still out: Blanket 2."
    assert panel.still_out.isVisibleTo(panel)
    other = shelter.arrive("Kenanga", "30")
    panel.open_for(other.person_id, "Ke**", False)
    settle()
    assert not panel.still_out.isVisibleTo(panel)


def test_who_left_meanwhile_is_told_in_the_banner(shelter, bunga, form, settle) -> None:
    panel = form(VacatePanel)
    panel.open_for(bunga.person_id, "Bu**", False)
    choose(panel.outcome, Outcome.DIED)
    panel.save()
    panel.save()
    settle()
    assert panel.banner.text == ""
    panel.open_for(bunga.person_id, "Bu**", False)
    choose(panel.outcome, Outcome.DIED)
    panel.save()
    settle()
    assert panel.banner.text == words(Reason.PERSON_LEFT)


def test_names_are_masked_in_an_open_form_as_soon_as_they_are_masked(bunga, form) -> None:
    panel = form(SendOutPanel)
    panel._workplace.set_masking(False)
    panel.open_for(bunga.person_id, "Bunga")
    assert tells(panel, "Bunga")
    assert panel.label == "Bu**"
    panel._workplace.set_masking(True)
    assert not tells(panel, "Bunga")
    assert panel.about.text() == "Bu**"


def test_the_hour_is_read_at_the_moment_of_saving(shelter, bunga, form, settle, clock) -> None:
    panel = form(SendOutPanel)
    panel.open_for(bunga.person_id, "Bu**")
    panel.due_back.setText("02.00")
    clock.move(minutes=15)
    button_named(panel, "Note it").click()
    settle()
    (line,) = shelter.ask(away)
    assert line.due_back == datetime(2026, 11, 24, 19, 0, tzinfo=UTC)
    assert line.due_back - clock() < timedelta(days=1)
