# SPDX-License-Identifier: Apache-2.0
"""What the board shows to whom: filter, list, wings, alarms, masked names, posts."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.services.arrivals.shift.shifts import start_shift
from app.services.dormitory.facts.waiting import open_alarms
from app.ui.shell.main_page import MainPage
from app.ui.widgets.tabs import TabbedPage
from tests.ui.dormitory.beds.test_dormitory import tile
from tests.ui.widgets.screens import (
    open_screen,
    outcomes,
    tells,
    told,
    unnamed,
)

EVERYBODY = ["ratna", "hendra", "dewi", "rina", "ani", "tania", "eko"]


@pytest.fixture
def alarm(shelter):
    """Two who shared a room as children; one turns out to be adult."""
    girl, older = shelter.arrive("Kenanga", "15"), shelter.arrive("Melati", "16")
    shelter.place(girl.person_id, "202-A")
    shelter.place(older.person_id, "202-B")
    shelter.grown(older.person_id)
    assert len(shelter.ask(open_alarms)) == 1
    return older


def test_search_and_filter_leave_only_what_fits(rooms, shelter, settle):
    shelter.place(shelter.arrive("Kenanga", "12").person_id, "201-A")
    shelter.place(shelter.arrive("Melur", "34").person_id, "101-A")
    view = rooms()
    view.waiting.search.setText("kenanga")
    visible = {each.name.text() for each in view.plan.cards.values() if not each.isHidden()}
    assert visible == {"201"}
    view.waiting.search.clear()
    view.waiting.filter.setCurrentIndex(view.waiting.filter.findData("adults"))
    visible = {each.name.text() for each in view.plan.cards.values() if not each.isHidden()}
    assert visible == {"101"}


def test_the_list_is_the_boards_twin(rooms, shelter, settle):
    girl = shelter.arrive("Kenanga", "12")
    shelter.place(girl.person_id, "201-A")
    view = rooms()
    view.as_list.click()
    model = view.table.model()
    rows = [
        [model.index(at, column).data() for column in range(model.columnCount())]
        for at in range(model.rowCount())
    ]
    assert len(rows) == 30
    assert ["Lantai 2 Anak", "201-A", "on the way", "Ke** 2611-001", "CHILD 12"] in rows
    at = next(place for place, row in enumerate(rows) if row[3] == "Ke** 2611-001")
    view.table.setCurrentIndex(model.index(at, 0))
    view.table.setFocus()
    QTest.keyClick(view.table, Qt.Key.Key_Return)
    settle()
    assert view.chosen.who.person_id == girl.person_id
    view.as_list.click()
    assert view.middle.currentIndex() == 0


def test_wings_count_their_free_beds_and_other_rooms_are_named(rooms, shelter):
    shelter.place(shelter.arrive("Kenanga", "12").person_id, "201-A")
    view = rooms()
    assert tells(view, "Lantai 2 Anak · Children · 14 free of 15")
    assert tells(view, "No caretaker on duty")
    assert tells(view, "Ruang TV anak (TV room)")


def test_an_alarm_names_the_pair_and_its_button_cures_it(rooms, shelter, settle, alarm):
    view = rooms()
    told = "Room 202: 202-A · REG-2611-001 is a child and 202-B · REG-2611-002 an adult."
    assert tells(view, told)
    assert tells(view, "Alarm")
    (cure,) = view.cures
    assert cure.accessibleName() == "Move 202-B · REG-2611-002 to 101-A"
    cure.click()
    settle()
    assert shelter.ask(open_alarms) == ()
    assert shelter.bed("101-A").sleeper.person_id == alarm.person_id
    assert (view.cures, tells(view, "Nobody placed them so")) == ([], False)
    assert view._workplace.undoable.label == "Moving 202-B · REG-2611-002 to 101-A"


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


def test_a_psychologist_reads_the_rooms_and_moves_nobody(rooms, shelter, settle, alarm):
    shelter.arrive("Dahlia", "9")
    view = rooms("tania")
    view._workplace.set_masking(False)
    settle()
    assert tells(view, "-A, Kenanga")
    tile(view, "202-A").click()
    settle()
    assert (view.chosen.who, view.cures, view.drawer.isVisible()) == (None, [], False)
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
    assert (view.cures, view.drawer.isVisible()) == ([], False)


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
    for name in {"dormitory", "caretaking", "night", "book"} & set(page.views):
        tabbed = page.views[name]
        assert isinstance(tabbed, TabbedPage)
        for kind in tabbed.kinds:
            tabbed.show_panel(kind.__name__)
            settle()
    page.bars.tick()
    page.workplace.set_masking(False)
    settle()
    assert troubles == []
    assert {outcome for _, outcome in outcomes(shelter.house)[before:]} <= {"done"}


@pytest.mark.parametrize(
    ("login", "pages"),
    [
        ("dewi", {"desk", "dormitory", "caretaking", "night", "book", "admin", "handover"}),
        ("rina", {"dormitory", "caretaking", "night", "book", "admin"}),
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
