# SPDX-License-Identifier: Apache-2.0
"""The desk's banner for whoever was given a bed and has not come to it."""

from app.policies.dormitory.beds.board import BedState
from app.policies.reasons import Reason
from app.services.dormitory.beds.receive import Receive, receive_client
from tests.ui.widgets.screens import button_named, heard, tells


def test_who_was_not_received_is_told_until_somebody_has_her(desk, shelter, settle, clock):
    shelter.place(shelter.arrive("Kenanga", "12").person_id, "201-A")
    made = desk()
    assert made.not_received.isHidden()
    clock.move(minutes=21)
    made.queue.reload()
    settle()
    assert tells(made, "Ke** 2611-001 was sent to 201-A 21 min ago. Nobody has received her.")
    assert tells(made, "No caretaker is planned for Lantai 2 Anak: look there.")
    button_named(made, "Ke** 2611-001 was received in 201-A").click()
    settle()
    assert made.not_received.isHidden()
    assert shelter.bed("201-A").state is BedState.TAKEN


def test_of_many_the_longest_on_her_way_is_named_and_the_others_counted(
    desk, shelter, settle, clock
):
    for name, place in (("Melur", "101-A"), ("Seruni", "101-B"), ("Anggrek", "102-A")):
        shelter.place(shelter.arrive(name, "34").person_id, place)
        clock.move(minutes=1)
    clock.move(minutes=20)
    made = desk()
    assert tells(made, "Me** 2611-001 was sent to 101-A 23 min ago.")
    assert tells(made, "And 2 more: see the nightly check.")
    made.not_received.button.setFocus()
    made.not_received.button.click()
    settle()
    assert tells(made, "Se** 2611-002 was sent to 101-B 22 min ago.")
    assert made.not_received.button.hasFocus()


def test_the_banner_follows_the_masking_of_names(desk, shelter, settle, clock):
    shelter.place(shelter.arrive("Melur", "34").person_id, "101-A")
    clock.move(minutes=20)
    made = desk()
    made._workplace.set_masking(False)
    settle()
    assert tells(made.not_received, "Melur was sent to 101-A")
    made._workplace.set_masking(True)
    settle()
    assert not tells(made.not_received, "Melur")


def test_who_may_not_receive_reads_whom_to_call_without_a_button(desk, shelter, clock):
    shelter.place(shelter.arrive("Melur", "34").person_id, "101-A")
    clock.move(minutes=20)
    made = desk("ani")
    assert tells(made.not_received, "Nobody has received her.")
    assert made.not_received.button is None


def test_who_was_received_elsewhere_meanwhile_goes_from_the_banner(desk, shelter, settle, clock):
    done = shelter.place(shelter.arrive("Melur", "34").person_id, "101-A").value
    clock.move(minutes=20)
    made = desk()
    shelter.act(receive_client, Receive(done.stay_id), "rina")
    failed = heard(made._workplace.tasks.failed)
    made.not_received.button.click()
    settle()
    assert [error.reasons for error in failed] == [(Reason.STALE,)]
    assert made.not_received.isHidden()
