# SPDX-License-Identifier: Apache-2.0
"""Beds for everyone: one key takes the proposal; nobody is forced when nothing is legal."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from app.policies.arrivals.partners import PartnerKind
from app.policies.dormitory.away.whereabouts import Whereabouts
from app.services.arrivals.desk.partners import PartnerFacts, add_partner
from app.services.dormitory.away.whereabouts import census
from app.services.dormitory.beds.reserve import ReserveBeds, reserve_beds
from app.services.dormitory.facts.waiting import waiting_list
from app.ui.arrivals.register.joint import JointPanel
from tests.ui.widgets.screens import button_named, heard, open_screen, press, tells, told


@pytest.fixture
def joint(qtbot, at_work, settle):
    def show(login="dewi"):
        made = JointPanel(at_work(login))
        open_screen(qtbot, made)
        made.reload()
        settle()
        made.setFocus()
        return made

    return show


def fill(shelter, *rooms):
    for room in rooms:
        for letter in "ABC":
            woman = shelter.arrive(f"Penuh {room}{letter}", "40")
            shelter.place(woman.person_id, f"{room}-{letter}")


def test_enter_places_everybody_and_undo_takes_all_back(joint, shelter, settle):
    for name, age in (("Melur", "34"), ("Kenanga", "12"), ("Tanpa umur", "?")):
        shelter.arrive(name, age)
    panel = joint()
    said = heard(panel.said)
    assert [line.bed is not None for line in panel.proposal.lines] == [True] * 3
    press(panel, Qt.Key.Key_Return)
    settle()
    assert (shelter.ask(waiting_list), said) == ((), ["3 people have a bed."])
    assert tells(panel, "Everyone has a bed.")
    panel._workplace.undo(panel, lambda _label: None, lambda _error: None)
    settle()
    assert len(shelter.ask(waiting_list)) == 3


def test_a_bed_taken_meanwhile_places_nobody_and_brings_a_new_proposal(joint, shelter, settle):
    first = shelter.arrive("Melur", "34")
    shelter.arrive("Seruni", "35")
    panel = joint()
    old = dict(panel.proposal.beds)
    faster = shelter.arrive("Anggrek", "36")
    taken = next(line.bed for line in panel.proposal.lines if line.person_id == first.person_id)
    shelter.place(faster.person_id, f"{taken.room_name}-{taken.bed_label}")
    press(panel, Qt.Key.Key_Return)
    settle()
    assert len(shelter.ask(waiting_list)) == 2
    assert panel.banner.text
    assert dict(panel.proposal.beds)[first.person_id] != old[first.person_id]


def test_a_full_house_names_the_next_steps_with_whom_to_call(joint, shelter, settle):
    shelter.act(
        add_partner, PartnerFacts(PartnerKind.SHELTER, "Rumah Aman", phone="021-77"), "hendra"
    )
    fill(shelter, "101", "102", "103", "104", "105")
    shelter.arrive("Melur", "34")
    panel = joint()
    panel.reload()
    settle()
    assert panel.proposal.beds == ()
    assert panel.take_button.isHidden()
    (said,) = [text for text in told(panel) if text.startswith("No safe bed tonight")]
    assert said.endswith("Call a partner shelter: Rumah Aman 021-77 → Call the head")
    assert "sister house" in said
    press(panel, Qt.Key.Key_Return)
    settle()
    button_named(panel, "Me** 2611-016 stays with staff tonight").click()
    settle()
    assert shelter.ask(census).count(Whereabouts.WITH_STAFF) == 1
    assert len(shelter.ask(waiting_list)) == 1


def test_another_bed_is_asked_for_one_of_them(joint, shelter):
    woman = shelter.arrive("Melur", "34")
    panel = joint()
    wanted = heard(panel.bed_wanted)
    button_named(panel, "Another bed for Me** 2611-001").click()
    assert wanted == [woman.person_id]


def test_beds_kept_for_a_group_are_opened_once_it_has_come(joint, shelter, settle, clock):
    fill(shelter, *range(101, 105))
    kept = tuple(shelter.bed_id(f"105-{letter}") for letter in "ABC")
    until = clock() + timedelta(hours=2)
    shelter.act(reserve_beds, ReserveBeds(kept, "12 dari Polres", until), "rina")
    for name in ("Melur", "Seruni"):
        shelter.arrive(name, "34")
    panel = joint()
    assert panel.proposal.beds == ()
    assert tells(panel, "3 beds are kept for 12 dari Polres until 03.50.")
    button_named(panel, "12 dari Polres have come: open their beds").click()
    settle()
    assert {bed for _, bed in panel.proposal.beds} <= set(kept)
    assert len(panel.proposal.beds) == 2
    assert not tells(panel, "They have come")
    panel._workplace.undo(panel, lambda _label: None, lambda _error: None)
    settle()
    panel.reload()
    settle()
    assert panel.proposal.beds == ()
