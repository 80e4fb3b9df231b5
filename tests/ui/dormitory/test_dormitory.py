# SPDX-License-Identifier: Apache-2.0
"""The rooms tonight: placing by a click, alarms with their cure, who sees which names."""

import pytest
from PySide6.QtWidgets import QFrame, QPushButton
from sqlalchemy import select

from app.models.dormitory.rooms import Wing
from app.policies.dormitory.rooming import Side
from app.policies.people.age import AgeBasis
from app.services.arrivals.shifts import start_shift
from app.services.dormitory.house import open_alarms, waiting_list
from app.services.people.correct import CorrectAge, correct_age
from app.ui.dormitory.view import DormitoryView
from app.ui.shell.main_page import MainPage
from tests.ui.widgets.screens import (
    button_named,
    keep_fresh,
    open_screen,
    outcomes,
    tells,
    told,
    unnamed,
)

EVERYBODY = ["ratna", "hendra", "dewi", "rina", "ani", "tania", "eko"]


@pytest.fixture
def rooms(qtbot, at_work, settle):
    def show(login="dewi"):
        workplace = at_work(login)
        made = DormitoryView(workplace)
        keep_fresh(made, workplace)
        open_screen(qtbot, made)
        settle()
        return made

    return show


@pytest.fixture
def alarm(shelter):
    """Two who shared a room as children; one turns out to be adult."""
    girl, older = shelter.arrive("Kenanga", "15"), shelter.arrive("Melati", "16")
    shelter.place(girl.person_id, "202-A")
    shelter.place(older.person_id, "202-B")
    command = CorrectAge(older.person_id, "1/1/2000", AgeBasis.DOCUMENT)
    shelter.act(correct_age, command, "ratna")
    assert len(shelter.ask(open_alarms)) == 1
    return older


def cards(view):
    return {frame.accessibleName() for frame in view.rooms.findChildren(QFrame)}


def free_beds(view):
    return [
        made.accessibleName()
        for made in view.rooms.findChildren(QPushButton)
        if made.isVisibleTo(view) and made.accessibleName().startswith("Place ")
    ]


def test_a_click_on_a_free_bed_places_who_waits(rooms, shelter, settle):
    girl = shelter.arrive("Kenanga", "12")
    view = rooms()
    button_named(view, "Place Ke** in 203-B").click()
    settle()
    assert shelter.bed("203-B").sleeper.person_id == girl.person_id
    assert tells(view, "B  Ke** · CHILD")
    assert free_beds(view) == []


def test_a_click_on_a_forbidden_bed_says_why_and_she_still_waits(rooms, shelter, settle):
    shelter.arrive("Kenanga", "12")
    view = rooms()
    button_named(view, "Place Ke** in 101-A").click()
    settle()
    sentence = "Ke** was not placed in 101-A. These rooms are for adults."
    assert view.waiting.banner.text == sentence
    assert len(shelter.ask(waiting_list)) == 1
    assert outcomes(shelter.house)[-1] == ("place_client", "refused")


def test_the_hard_rule_speaks_where_wings_take_anybody(rooms, shelter, settle):
    with shelter.house.database.unit_of_work(shelter.clock()) as session:
        for wing in session.execute(select(Wing)).scalars():
            wing.side = Side.ANY
    shelter.place(shelter.arrive("Melur", "34").person_id, "101-A")
    shelter.arrive("Kenanga", "12")
    view = rooms()
    button_named(view, "Place Ke** in 101-B").click()
    settle()
    assert tells(view, "A child and an adult cannot share a room.")
    assert shelter.bed("101-B").sleeper is None


def test_each_room_tells_its_name_and_how_full_it_is(rooms, shelter):
    shelter.place(shelter.arrive("Kenanga", "12").person_id, "201-A")
    names = cards(rooms())
    assert {"Room 201, 1 of 3 beds taken", "Room 101, 0 of 3 beds taken"} <= names


def test_wings_count_their_free_beds_and_other_rooms_are_named(rooms, shelter):
    shelter.place(shelter.arrive("Kenanga", "12").person_id, "201-A")
    view = rooms()
    assert tells(view, "Floor 2 · Lantai 2 Anak · Children · 14 free of 15")
    assert tells(view, "Ruang TV anak (TV room)")


def test_an_alarm_names_the_pair_and_its_button_cures_it(rooms, shelter, settle, alarm):
    view = rooms()
    assert tells(view, "Room 202: Ke** is a child and Me** an adult. Nobody placed them so;")
    assert tells(view, "Alarm")
    (cure,) = view.cures
    assert cure.accessibleName() == "Move Me** to 101-A"
    cure.click()
    settle()
    assert shelter.ask(open_alarms) == ()
    assert shelter.bed("101-A").sleeper.person_id == alarm.person_id
    assert (view.cures, tells(view, "Nobody placed them so")) == ([], False)
    assert view._workplace.undoable.label == "Moving Me** to 101-A"


def test_undoing_a_cure_never_puts_the_pair_back_together(rooms, shelter, settle, alarm):
    view = rooms()
    view.cures[0].click()
    settle()
    undone, failed = [], []
    view._workplace.undo(view, undone.append, failed.append)
    settle()
    assert (undone, len(failed)) == ([], 1)
    assert shelter.bed("101-A").sleeper.person_id == alarm.person_id


def test_names_are_masked_until_that_is_switched_off(rooms, shelter, settle, alarm):
    shelter.arrive("Dahlia", "9")
    view = rooms()
    for name in ("Kenanga", "Melati", "Dahlia"):
        assert not tells(view, name)
    view._workplace.set_masking(False)
    settle()
    for name in ("Kenanga", "Melati", "Dahlia"):
        assert tells(view, name)
    view._workplace.set_masking(True)
    settle()
    assert not tells(view, "Kenanga")


def test_a_caretaker_sees_names_places_and_cures(rooms, shelter, settle, alarm):
    shelter.arrive("Dahlia", "9")
    view = rooms("rina")
    view._workplace.set_masking(False)
    settle()
    assert tells(view, "A  Kenanga · CHILD")
    button_named(view, "Place Dahlia in 203-A").click()
    settle()
    assert shelter.bed("203-A").sleeper is not None
    view.cures[0].click()
    settle()
    assert shelter.ask(open_alarms) == ()


def test_a_psychologist_reads_the_rooms_and_moves_nobody(rooms, shelter, settle, alarm):
    shelter.arrive("Dahlia", "9")
    view = rooms("tania")
    view._workplace.set_masking(False)
    settle()
    assert tells(view, "A  Kenanga · CHILD")
    assert (free_beds(view), view.cures, view.waiting.isVisible()) == ([], [], False)
    assert not tells(view, "Dahlia")


def test_the_secretariat_sees_numbers_and_no_name_even_unmasked(rooms, shelter, settle, alarm):
    shelter.arrive("Dahlia", "9")
    view = rooms("eko")
    view._workplace.set_masking(False)
    settle()
    shown = " ".join(told(view))
    for name in ("Kenanga", "Melati", "Dahlia", "Ke**", "Me**", "Da**"):
        assert name not in shown
    assert alarm.number in shown
    assert (free_beds(view), view.cures, view.waiting.isVisible()) == ([], [], False)


@pytest.mark.parametrize("login", EVERYBODY)
def test_opening_every_screen_of_a_post_denies_nothing(
    qtbot, at_work, shelter, settle, alarm, login
):
    shelter.act(start_shift, None)
    shelter.arrive("Dahlia", "9")
    before = len(outcomes(shelter.house))
    page = MainPage(at_work(login))
    troubles = []
    page.workplace.tasks.failed.connect(troubles.append)
    page.workplace.tasks.crashed.connect(troubles.append)
    open_screen(qtbot, page)
    settle()
    for view in page.views:
        page.go(view)
        settle()
    page._tick()
    page.workplace.set_masking(False)
    settle()
    assert troubles == []
    assert {outcome for _, outcome in outcomes(shelter.house)[before:]} <= {"done"}


@pytest.mark.parametrize(
    ("login", "pages"),
    [
        ("dewi", {"desk", "dormitory", "night", "book", "admin", "handover"}),
        ("rina", {"dormitory", "night", "book", "admin"}),
        ("tania", {"dormitory", "book", "admin"}),
        ("eko", {"dormitory", "book", "admin"}),
    ],
)
def test_a_post_has_only_its_own_screens(qtbot, at_work, settle, login, pages):
    page = MainPage(at_work(login))
    open_screen(qtbot, page)
    settle()
    assert set(page.views) == pages


def test_every_control_has_a_name_for_a_screen_reader(rooms, shelter, alarm):
    shelter.arrive("Dahlia", "9")
    assert unnamed(rooms()) == []
