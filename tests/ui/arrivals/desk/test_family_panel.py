# SPDX-License-Identifier: Apache-2.0
"""Families at the desk: declared, signed for a night, verified, ended."""

import pytest

from app.policies.people.kinship import KinKind, KinStanding
from app.policies.reasons import Reason
from app.services.people.family import families
from app.ui.arrivals.desk.family import FamilyPanel
from app.ui.texts import words
from tests.ui.widgets.screens import button_named, heard, open_screen, rows


@pytest.fixture
def panel(qtbot, at_work, settle, shelter):
    shelter.mother, shelter.child = shelter.arrive("Melur", "34"), shelter.arrive("Kenanga", "3")

    def show(login="dewi"):
        made = FamilyPanel(at_work(login))
        open_screen(qtbot, made)
        made.reload()
        settle()
        return made

    return show


def declare(panel, settle, elder, kind, younger):
    panel.elder.setCurrentIndex(panel.elder.findData(elder.person_id.hex))
    panel.kind.setCurrentIndex(panel.kind.findData(kind))
    panel.younger.setCurrentIndex(panel.younger.findData(younger.person_id.hex))
    button_named(panel, "Note this family").click()
    settle()


def test_a_mother_is_declared_and_signed_for_tonight(panel, shelter, settle):
    shown = panel()
    said = heard(shown.said)
    declare(shown, settle, shelter.mother, KinKind.MOTHER, shelter.child)
    assert rows(shown.families) == [
        "Me** 2611-001, mother of Ke** 2611-002 · declared, not verified"
    ]
    shown.note.setText("bayi menyusu tenang")
    button_named(shown, "Sign for tonight").click()
    settle()
    (line,) = shelter.ask(families)
    assert line.until is not None
    assert rows(shown.families)[0].endswith("until 24 Nov 2026 08.00")
    assert said[-1] == "Signed until 24 Nov 2026 08.00, in a room without others."


def test_a_short_observation_is_told_next_to_the_field_and_stays(panel, shelter, settle):
    shown = panel()
    declare(shown, settle, shelter.mother, KinKind.MOTHER, shelter.child)
    shown.note.setText("ya")
    button_named(shown, "Sign for tonight").click()
    settle()
    assert shown.fields["observation"].problem == words(Reason.OBSERVATION_SHORT)
    assert shown.note.text() == "ya"


def test_a_mother_younger_than_her_child_is_told_at_the_younger(panel, shelter, settle):
    shown = panel()
    declare(shown, settle, shelter.child, KinKind.MOTHER, shelter.mother)
    assert shown.fields["kin"].problem == words(Reason.KIN_MOTHER_TOO_YOUNG)
    assert shelter.ask(families) == ()


def test_a_guardian_can_only_be_verified_and_only_by_those_who_may(panel, shelter, settle):
    duty = panel()
    declare(duty, settle, shelter.mother, KinKind.GUARDIAN, shelter.child)
    assert not duty.sign_button.isEnabled()
    assert duty.verify_button.isHidden()
    social = panel("hendra")
    social.note.setText("penetapan pengadilan 12/2025")
    button_named(social, "Verified by this paper").click()
    settle()
    (line,) = shelter.ask(families)
    assert line.standing is KinStanding.VERIFIED


def test_a_mistake_is_ended(panel, shelter, settle):
    shown = panel()
    declare(shown, settle, shelter.mother, KinKind.OTHER, shelter.child)
    button_named(shown, "Not family").click()
    settle()
    assert shelter.ask(families) == ()
    assert rows(shown.families) == []
