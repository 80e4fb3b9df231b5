# SPDX-License-Identifier: Apache-2.0
"""The nightly check on screen: groups, cures by mouse and key, secrets, kept checks."""

import pytest
from PySide6.QtCore import Qt

from app.policies.dormitory.away.whereabouts import AbsenceKind
from app.policies.dormitory.rules.needs import House
from app.policies.dormitory.rules.settings import RoomingRules
from app.policies.people.age import AgeBasis
from app.policies.reasons import Reason
from app.services.dormitory.away.absences import NoteAbsence, note_absence
from app.services.dormitory.beds.place import PlaceClient, move_client, place_client
from app.services.dormitory.night.night_list import night_list
from app.services.dormitory.rules.settings import ProposeRules, propose_rules
from app.ui.dormitory.night.night_list_panel import NightListPanel
from app.ui.texts import words
from tests.services.dormitory.rows import keep_apart, note, on_duty
from tests.ui.widgets.screens import (
    button_named,
    counted,
    heard,
    keep_fresh,
    open_screen,
    outcomes,
    tells,
    told,
    unnamed,
)


@pytest.fixture(autouse=True)
def no_roster(shelter) -> None:
    """Leave the roster of caretakers out, except where it is asked about."""
    shelter.act(propose_rules, ProposeRules(RoomingRules(caretaker_expected=False)), "hendra")


@pytest.fixture
def sleeping(shelter):
    def lie(place: str, name: str, age: str = "30", **form):
        arrived = shelter.arrive(name, age, **form)
        shelter.place(arrived.person_id, place, "rina")
        return arrived

    return lie


@pytest.fixture
def panel_of(qtbot, at_work, settle):
    def open_panel(login: str = "dewi") -> NightListPanel:
        workplace = at_work(login)
        made = NightListPanel(workplace)
        open_screen(qtbot, made)
        keep_fresh(made, workplace)
        settle()
        return made

    return open_panel


def test_a_quiet_night_says_so(panel_of) -> None:
    panel = panel_of()
    assert panel.summary.text() == "Everything is in order. 0 people in 10 rooms."
    assert tells(panel, "No check was kept yet")
    assert panel.cures == []
    assert unnamed(panel) == []


def test_a_move_by_keyboard_cures_a_birthday(qtbot, shelter, sleeping, panel_of, settle) -> None:
    turning = sleeping("201-A", "Melati", "25/11/2008", age_basis=AgeBasis.DOCUMENT)
    sleeping("201-B", "Kenanga", "16")
    shelter.clock.move(days=1)
    panel = panel_of("rina")
    assert tells(panel, "Child and adult in one room (1)")
    assert tells(panel, "On the wrong floor (1)")
    assert not tells(panel, "Melati")
    cure = panel.cures[0]
    assert cure.accessibleName() == f"Move Me** ({turning.number}) to 101-A"
    cure.setFocus()
    qtbot.keyClick(cure, Qt.Key.Key_Space)
    settle()
    assert shelter.ask(night_list).lines == ()
    assert panel.summary.text().startswith("Everything is in order.")
    assert panel._workplace.undoable is not None


def test_names_are_shown_and_hidden_with_the_window(shelter, panel_of, settle) -> None:
    arrived = shelter.arrive("Melati", "30")
    panel = panel_of()
    assert tells(panel, f"Me** ({arrived.number}) · since 24 Nov 2026 01.50")
    panel._workplace.set_masking(False)
    settle()
    assert tells(panel, f"Melati ({arrived.number})")
    panel._workplace.set_masking(True)
    settle()
    assert not tells(panel, "Melati")


def test_a_bed_is_found_elsewhere(shelter, panel_of) -> None:
    arrived = shelter.arrive("Melati", "30")
    panel = panel_of()
    wanted = heard(panel.bed_wanted)
    panel.cures[0].click()
    assert wanted == [arrived.person_id]


def test_the_desk_reads_only_that_somebody_moves(shelter, sleeping, panel_of, settle) -> None:
    one, two = sleeping("101-A", "Melati"), sleeping("101-B", "Kenanga")
    keep_apart(shelter, one.person_id, two.person_id)
    desk = panel_of("dewi")
    assert tells(desk, "Somebody has to move (1)")
    assert tells(desk, words(Reason.MASKED_RULE))
    assert not any("apart" in text.casefold() for text in told(desk))
    moves = max((one, two), key=lambda each: each.person_id)
    stays = min((one, two), key=lambda each: each.person_id)
    assert tells(desk, moves.number)
    assert not tells(desk, stays.number)
    worker = panel_of("ani")
    assert tells(worker, "Two who are kept apart in one room (1)")
    assert tells(worker, stays.number)
    assert worker.cures == []
    assert tells(worker, "What has no button here")
    assert not tells(desk, "What has no button here")
    assert worker.check_button.isHidden()
    desk.cures[0].click()
    settle()
    assert shelter.ask(night_list).lines == ()


def test_received_and_released_beds(shelter, sleeping, panel_of, settle) -> None:
    placed = shelter.arrive("Melati", "30")
    shelter.place(placed.person_id, "101-A")
    gone = sleeping("102-A", "Kenanga")
    shelter.act(note_absence, NoteAbsence(gone.person_id, AbsenceKind.MISSING))
    shelter.clock.move(hours=24)
    panel = panel_of("rina")
    assert unnamed(panel) == []
    button_named(panel, f"Received: Me** ({placed.number})").click()
    settle()
    button_named(panel, f"Release the bed: Ke** ({gone.number})").click()
    settle()
    assert shelter.ask(night_list).lines == ()


def test_the_coordinator_confirms_a_signature(shelter, sleeping, panel_of, settle) -> None:
    sleeping("101-A", "Melati")
    other = shelter.arrive("Kenanga", "30")
    note(shelter, other.person_id, house=House.PSKW)
    bed = shelter.bed_id("101-B")
    why = "Malam ini tidak ada ranjang lain"
    shelter.act(place_client, PlaceClient(other.person_id, bed, why))
    shelter.clock.move(hours=7)
    desk = panel_of("dewi")
    assert tells(desk, "Signature has run out (1)")
    with pytest.raises(LookupError):
        button_named(desk, f"Confirm the signature: Ke** ({other.number})")
    panel = panel_of("hendra")
    assert tells(panel, "somebody signed for it")
    button_named(panel, f"Confirm the signature: Ke** ({other.number})").click()
    settle()
    assert not tells(panel, "Signature has run out")
    assert tells(panel, "RPSW and PSKW in one room (1)")


def full(sleeping) -> list:
    return [
        sleeping(f"{room}-{bed}", f"Melati {room}{bed}").person_id
        for room in range(101, 106)
        for bed in "ABC"
    ]


def test_where_only_an_exchange_helps_the_line_leads_to_the_plan(
    shelter, sleeping, panel_of, settle
) -> None:
    people = full(sleeping)
    keep_apart(shelter, people[0], people[1])
    panel = panel_of("hendra")
    wanted = counted(panel.replan_wanted)
    assert panel.summary.text().startswith("1 thing has to be put right.")
    (cure,) = panel.cures
    cure.click()
    assert len(wanted) == 1
    panel.reload()
    settle()
    assert len(panel.cures) == 1


def test_where_no_plan_would_move_anybody_none_is_offered(shelter, sleeping, panel_of) -> None:
    full(sleeping)
    crowded = RoomingRules(space_dm2=800, caretaker_expected=False)
    shelter.act(propose_rules, ProposeRules(crowded), "hendra")
    panel = panel_of("hendra")
    assert panel.summary.text().startswith("5 things have to be put right. 15 people")
    assert panel.cures == []
    assert not panel.others.isHidden()


def test_caretakers_are_planned_by_who_leads(shelter, sleeping, panel_of) -> None:
    shelter.act(propose_rules, ProposeRules(RoomingRules()), "hendra")
    sleeping("101-A", "Melati")
    sleeping("201-A", "Kenanga", "16")
    panel = panel_of("hendra")
    wanted = counted(panel.caretakers_wanted)
    assert tells(panel, "Nobody has planned caretakers yet.")
    panel.cures[0].click()
    assert len(wanted) == 1
    for wing in ("Lantai 1 Dewasa", "Lantai 2 Anak"):
        on_duty(shelter, "rina", wing)
    desk = panel_of("dewi")
    assert tells(desk, "Lantai 2 Anak · Rina")
    assert desk.cures == []


def test_checking_now_keeps_a_check(shelter, panel_of, settle) -> None:
    shelter.arrive("Melati", "30")
    panel = panel_of("rina")
    said = heard(panel.said)
    button_named(panel, "Check now").click()
    settle()
    assert said == ["Checked and kept: 1 found."]
    assert panel.last.text() == "Last kept 24 Nov 2026 01.50 by Rina: 1 found."
    assert ("run_night_check", "done") in outcomes(shelter.house)


def test_a_cure_that_came_too_late_is_told(shelter, sleeping, panel_of, settle) -> None:
    turning = sleeping("201-A", "Melati", "25/11/2008", age_basis=AgeBasis.DOCUMENT)
    sleeping("201-B", "Kenanga", "16")
    shelter.clock.move(days=1)
    panel = panel_of("rina")
    bed = shelter.bed_id("101-A")
    shelter.act(move_client, PlaceClient(turning.person_id, bed), "dewi")
    panel.cures[0].click()
    settle()
    assert panel.banner.text == words(Reason.ALREADY_THERE)
    assert panel.cures == []
