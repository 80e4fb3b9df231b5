# SPDX-License-Identifier: Apache-2.0
"""Who is out and what is kept, on screen: late ones first, one key ends a line."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt

from app.policies.dormitory.away.whereabouts import AbsenceKind
from app.policies.dormitory.beds.holds import BlockKind
from app.policies.reasons import Reason
from app.services.dormitory.away.absences import EndAbsence, end_absence
from app.services.dormitory.away.send_out import SendOut, away, send_out
from app.services.dormitory.beds.block import BlockPlace, LiftBlock, block_place, blocks, lift_block
from app.services.dormitory.beds.reservations import reservations
from app.services.dormitory.beds.reserve import ReserveBeds, reserve_beds
from app.ui.dormitory.away.away_panel import AwayPanel
from app.ui.dormitory.beds.kept_panel import KeptPanel
from app.ui.texts import words
from tests.conftest import NIGHT
from tests.ui.widgets.screens import (
    button_named,
    heard,
    keep_fresh,
    open_screen,
    press,
    rows,
    tells,
    unnamed,
)


@pytest.fixture
def screen(qtbot, at_work, settle):
    def open_panel(kind, login: str = "dewi"):
        workplace = at_work(login)
        made = kind(workplace)
        keep_fresh(made, workplace)
        open_screen(qtbot, made)
        settle()
        return made

    return open_panel


def out(shelter, name: str, kind: AbsenceKind, place: str = "", **other):
    person_id = shelter.arrive(name, "30").person_id
    if place:
        shelter.place(person_id, place)
    shelter.act(send_out, SendOut(person_id, kind, **other))
    return person_id


def reserve(shelter, *places: str, **other):
    beds = tuple(shelter.bed_id(place) for place in places)
    told = {"label": "12 dari Polres", "expires_at": NIGHT + timedelta(hours=6)}
    shelter.act(reserve_beds, ReserveBeds(beds, **{**told, **other}))


def block(shelter, place: str):
    command = BlockPlace(
        shelter.bed_id(place),
        None,
        BlockKind.REPAIR,
        "rangka\npatah dua",
        date(2026, 11, 30),
    )
    return shelter.act(block_place, command).value


def test_the_late_one_stands_first_with_all_that_is_known(shelter, screen) -> None:
    out(shelter, "Citra", AbsenceKind.HOSPITAL, "101-B", note="RSCM")
    out(
        shelter,
        "Bunga",
        AbsenceKind.COURT,
        "101-A",
        escort="Bu Ani",
        due_back=NIGHT + timedelta(hours=1),
    )
    shelter.clock.move(hours=2)
    panel = screen(AwayPanel)
    assert rows(panel.people) == [
        "Bu** 2611-002 · At court · for 2 h 0 min · with Bu Ani · due 24 Nov 2026 02.50"
        " · late by 1 h · bed 101-A kept",
        "Ci** 2611-001 · In hospital · for 2 h 0 min · bed 101-B kept",
    ]
    assert unnamed(panel) == []
    panel._workplace.set_masking(False)
    assert rows(panel.people)[1].startswith("Citra")
    assert rows(panel.people)[1].endswith("RSCM")


def test_nobody_out_is_said(screen) -> None:
    panel = screen(AwayPanel)
    assert tells(panel, "Nobody is out.")
    assert panel.back_button.isHidden()
    assert panel.release_button.isHidden()


def test_back_by_keys_and_away_again_by_undo(qtbot, shelter, screen, settle) -> None:
    out(shelter, "Bunga", AbsenceKind.LEAVE)
    out(shelter, "Citra", AbsenceKind.POLICE)
    panel = screen(AwayPanel)
    said = heard(panel.said)
    panel.people.setFocus()
    press(panel, Qt.Key.Key_Down)
    panel.back_button.setFocus()
    press(panel, Qt.Key.Key_Space)
    settle()
    assert [line.name for line in shelter.ask(away)] == ["Bunga"]
    assert said == ["Noted: she is back."]
    panel._workplace.undo(panel, lambda _label: None, lambda _error: None)
    settle()
    assert len(shelter.ask(away)) == 2


def test_a_bed_is_given_away_once_24_hours_are_over(shelter, screen, settle) -> None:
    out(shelter, "Hilang", AbsenceKind.MISSING, "101-A")
    panel = screen(AwayPanel)
    assert tells(panel, "bed 101-A kept until 25 Nov 2026 01.50")
    assert not button_named(panel, "Give her bed away").isEnabled()
    shelter.clock.move(hours=24)
    panel.reload()
    settle()
    button_named(panel, "Give her bed away").click()
    settle()
    assert shelter.bed("101-A").sleeper is None
    assert rows(panel.people) == ["Hi** 2611-001 · Not found · for 1 d 0 h · overdue"]
    assert panel.release_button.isHidden()


def test_who_came_back_meanwhile_is_told_and_goes(shelter, screen, settle) -> None:
    person_id = out(shelter, "Bunga", AbsenceKind.LEAVE)
    panel = screen(AwayPanel)
    shelter.act(end_absence, EndAbsence(person_id))
    button_named(panel, "She is back").click()
    settle()
    assert panel.banner.text == words(Reason.NOT_AWAY)
    assert rows(panel.people) == []


def test_posts_see_only_what_they_may_do(shelter, screen) -> None:
    out(shelter, "Hilang", AbsenceKind.MISSING, "101-A")
    panel = screen(AwayPanel, "tania")
    assert len(rows(panel.people)) == 1
    assert panel.back_button.isHidden()
    assert panel.release_button.isHidden()
    assert rows(screen(AwayPanel, "eko").people) == []


def test_reservations_and_blocks_are_listed_and_ended(shelter, screen, settle) -> None:
    reserve(shelter, "101-A", "101-B")
    block(shelter, "102-A")
    panel = screen(KeptPanel)
    said = heard(panel.said)
    assert rows(panel.reserved) == [
        "12 dari Polres · 101-A, 101-B · until 24 Nov 2026 07.50, 6 h 0 min left · Dewi"
    ]
    assert rows(panel.blocked) == ["102-A · Repair · rangka patah dua · up to 30 Nov 2026 · Dewi"]
    assert unnamed(panel) == []
    button_named(panel, "Release").click()
    settle()
    button_named(panel, "Lift the block").click()
    settle()
    assert shelter.ask(reservations) == shelter.ask(blocks) == ()
    assert said == ["Released.", "102-A can be used again."]
    assert tells(panel, "No bed is reserved.")
    assert tells(panel, "Nothing is blocked.")
    for _undo in range(2):
        panel._workplace.undo(panel, lambda _label: None, lambda _error: None)
        settle()
    assert (len(rows(panel.reserved)), len(rows(panel.blocked))) == (1, 1)


def test_a_group_that_has_come_opens_its_beds_to_the_proposal(shelter, screen, settle) -> None:
    reserve(shelter, "101-A", "101-B")
    woman = shelter.arrive("Bunga", "30")
    reserve(shelter, "102-A", person_id=woman.person_id, label="Bunga")
    panel = screen(KeptPanel, "dewi")
    wanted: list[bool] = []
    panel.proposal_wanted.connect(lambda: wanted.append(True))
    for at, line in enumerate(shelter.ask(reservations)):
        panel.reserved.setCurrentRow(at)
        assert panel.come_button.isHidden() == (line.person_id is not None)
    panel.reserved.setCurrentRow([line.person_id for line in shelter.ask(reservations)].index(None))
    button_named(panel, "They have come").click()
    settle()
    assert len(wanted) == 1
    assert [line.places for line in shelter.ask(reservations)] == [("102-A",)]
    panel._workplace.undo(panel, lambda _label: None, lambda _error: None)
    settle()
    assert len(shelter.ask(reservations)) == 2


def test_who_has_no_desk_releases_the_beds_of_a_group(shelter, screen) -> None:
    reserve(shelter, "101-A")
    panel = screen(KeptPanel, "rina")
    assert panel.come_button.isHidden()
    assert not panel.release_button.isHidden()


def test_whom_a_bed_is_kept_for_is_masked_with_the_names(shelter, screen) -> None:
    woman = shelter.arrive("Bunga", "30")
    reserve(shelter, "101-A", person_id=woman.person_id, label="Bunga pindah")
    panel = screen(KeptPanel)
    assert rows(panel.reserved)[0].startswith("Bu** 2611-001 · 101-A · until")
    panel._workplace.set_masking(False)
    assert rows(panel.reserved)[0].startswith("Bunga pindah · Bunga · 101-A · until")


def test_a_block_lifted_elsewhere_is_told_and_goes(shelter, screen, settle) -> None:
    done = block(shelter, "102-A")
    panel = screen(KeptPanel)
    shelter.act(lift_block, LiftBlock(done.block_id, done.version), "hendra")
    button_named(panel, "Lift the block").click()
    settle()
    assert panel.banner.text == words(Reason.STALE)
    assert rows(panel.blocked) == []


def test_who_may_only_look_has_no_buttons(shelter, screen) -> None:
    reserve(shelter, "101-A")
    block(shelter, "102-A")
    panel = screen(KeptPanel, "tania")
    assert (len(rows(panel.reserved)), len(rows(panel.blocked))) == (1, 1)
    assert panel.release_button.isHidden()
    assert panel.lift_button.isHidden()
