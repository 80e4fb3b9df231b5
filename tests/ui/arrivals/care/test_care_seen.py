# SPDX-License-Identifier: Apache-2.0
"""Care as others see it: head, caretaker, masked names, somebody who left."""

from app.policies.answers import given
from app.policies.arrivals.care import NeedKind
from app.policies.reasons import Reason
from app.services.arrivals.care.care import TickNeed, tick_need
from app.services.arrivals.register.admission import NoteDiet, note_diet_and_allergy
from app.services.arrivals.register.register import WithdrawArrival, withdraw_arrival
from app.ui.texts import words
from tests.ui.arrivals.care.test_care_panel import recorded
from tests.ui.widgets.screens import (
    tells,
    unnamed,
)


def test_the_head_sees_that_something_is_recorded_not_what(shelter, melati, open_care):
    shelter.act(tick_need, TickNeed(melati.arrival_id, NeedKind.PREGNANCY))
    version = recorded(shelter, melati).person_version
    shelter.act(
        note_diet_and_allergy, NoteDiet(melati.arrival_id, version, allergy=given("kacang"))
    )
    panel = open_care("ratna")
    assert panel.recorded.text() == (
        "Needs met: 1 of 6 · medicine: 0 · allergy: noted · diet: not noted yet. "
        "Those who care for her see the details."
    )
    assert panel.details.isHidden()
    for secret in ("kacang", words(NeedKind.PREGNANCY)):
        assert not tells(panel, secret)


def test_a_caretaker_reads_the_lines_and_gives_medicine(shelter, melati, open_care, settle):
    version = recorded(shelter, melati).person_version
    shelter.act(note_diet_and_allergy, NoteDiet(melati.arrival_id, version, diet=given("bubur")))
    panel = open_care("rina")
    assert panel.diet.answers["diet"].line.text() == "bubur"
    for card, may in (
        (panel.diet, False),
        (panel.belongings, False),
        (panel.told, False),
        (panel.medicine, True),
        (panel.needs, True),
    ):
        assert card.isEnabled() is may


def test_her_name_is_masked_in_the_heading(care):
    assert tells(care, "Care of Me**")
    assert not tells(care, "Melati")
    care._workplace.set_masking(False)
    assert tells(care, "Care of Melati")


def test_who_was_withdrawn_meanwhile_is_shown_no_longer(shelter, melati, care, settle):
    shelter.act(withdraw_arrival, WithdrawArrival(melati.arrival_id, melati.version))
    care.reload()
    settle()
    assert care.banner.text == words(Reason.PERSON_LEFT)
    assert care.arrival_id is None
    assert care.content.isHidden()


def test_every_control_tells_its_name(care):
    assert unnamed(care) == []
