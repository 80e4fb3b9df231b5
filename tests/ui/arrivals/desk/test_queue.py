# SPDX-License-Identifier: Apache-2.0
"""The queue: who comes first, how long she waits, what comes next, names masked."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from app.policies.answers import Answer, given
from app.policies.arrivals.follow_ups import FollowUpKind
from app.policies.arrivals.registration import UrgentNeed
from app.policies.dormitory.away.whereabouts import AbsenceKind
from app.services.arrivals.desk.desk import tasks_open
from app.services.arrivals.register.drafts import KeepDraft, keep_draft
from app.services.arrivals.shift.shifts import start_shift
from app.services.dormitory.away.absences import EndAbsence, NoteAbsence, end_absence, note_absence
from app.ui.arrivals.desk.queue import Queue
from tests.conftest import a_form
from tests.ui.widgets.screens import (
    heard,
    keep_fresh,
    open_screen,
    press,
    rows,
    tells,
)


@pytest.fixture
def queue(qtbot, at_work, settle):
    def show(login="dewi"):
        made = Queue(at_work(login))
        made.topics = frozenset()
        keep_fresh(made, made._workplace)
        open_screen(qtbot, made)
        settle()
        return made

    return show


@pytest.fixture
def night(shelter, clock):
    """Four arrivals ten minutes apart; the last one is ill."""
    shelter.act(start_shift, None)
    made = {}
    for name, age, needs in (
        ("Melur", "34", ()),
        ("Anggrek", "40", ()),
        ("Kenanga", "12", ()),
        ("Cempaka", "30", (UrgentNeed.ILL,)),
    ):
        made[name] = shelter.arrive(name, age, urgent=given(frozenset(needs)))
        clock.move(minutes=10)
    return made


def test_urgent_ones_come_first_then_children_then_the_longest_wait(queue, night):
    assert rows(queue().list) == [
        "02.20  Ce** 2611-004 · Adult\nwaiting 10 min · Find a bed",
        "02.10  Ke** 2611-003 · CHILD\nwaiting 20 min · Find a bed",
        "01.50  Me** 2611-001 · Adult\nwaiting 40 min · Find a bed",
        "02.00  An** 2611-002 · Adult\nwaiting 30 min · Find a bed",
    ]


def test_who_has_a_bed_goes_to_the_end_with_her_place_and_next_step(queue, shelter, night):
    shelter.place(night["Cempaka"].person_id, "101-A")
    assert rows(queue().list)[-1] == "02.20  Ce** 2611-004 · Adult\n101-A · Done for tonight"


def test_who_went_to_the_hospital_before_she_had_a_bed_waits_for_none(
    queue, shelter, night, settle
):
    cempaka = night["Cempaka"].person_id
    shelter.act(note_absence, NoteAbsence(cempaka, AbsenceKind.HOSPITAL))
    made = queue()
    tasks = [(line.person_id, line.kind) for line in shelter.ask(tasks_open)]
    assert rows(made.list)[-1].splitlines()[1].startswith("away: In hospital · ")
    assert (cempaka, FollowUpKind.BED) not in tasks
    opened = heard(made.arrival_chosen)
    made.list.setFocus()
    made.list.setCurrentRow(3)
    press(made, Qt.Key.Key_Return)
    assert opened == [night["Cempaka"].arrival_id]
    shelter.act(end_absence, EndAbsence(cempaka), "ani")
    made.reload()
    settle()
    assert rows(made.list)[0].startswith("02.20  Ce** 2611-004 · Adult\nwaiting 10 min")
    assert (cempaka, FollowUpKind.BED) in [
        (line.person_id, line.kind) for line in shelter.ask(tasks_open)
    ]


def test_missing_facts_make_the_next_step(queue, shelter):
    shelter.arrive("", "?", urgent=Answer())
    (row,) = rows(queue().list)
    assert row.startswith("01.50  REG-")
    assert "CHILD (PRESUMED)" in row
    assert row.endswith("Look: injured, pregnant, ill?")


def test_minutes_become_hours_and_go_on_counting(queue, shelter, clock, settle):
    shelter.arrive("Melur", "34")
    made = queue()
    clock.move(minutes=59)
    made.reload()
    settle()
    assert "waiting 59 min" in rows(made.list)[0]
    clock.move(minutes=66)
    made.reload()
    settle()
    assert "waiting 2 h 5 min" in rows(made.list)[0]


def test_a_draft_stands_on_top_without_any_name(queue, shelter, night):
    shelter.act(keep_draft, KeepDraft(a_form("Teratai"), "name"), "sri")
    shown = rows(queue().list)
    assert shown[0] == "02.30  Draft by Sri\nContinue"
    assert not any("Te" in row for row in shown[:1])


def test_names_are_masked_until_that_is_switched_off(queue, night):
    made = queue()
    assert not any("Kenanga" in row for row in rows(made.list))
    made._workplace.masking_changed.connect(made.repaint_names)
    made._workplace.set_masking(False)
    assert any("Kenanga" in row for row in rows(made.list))
    made._workplace.set_masking(True)
    assert not any("Kenanga" in row for row in rows(made.list))


def test_enter_on_somebody_who_waits_asks_for_her_bed(queue, night):
    made = queue()
    wanted = heard(made.person_chosen)
    made.list.setFocus()
    made.list.setCurrentRow(1)
    press(made, Qt.Key.Key_Return)
    assert wanted == [night["Kenanga"].person_id]


def test_a_click_does_the_same(queue, night):
    made = queue()
    wanted = heard(made.person_chosen)
    middle = made.list.visualItemRect(made.list.item(2)).center()
    QTest.mouseClick(
        made.list.viewport(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        QPoint(middle),
    )
    assert wanted == [night["Melur"].person_id]


def test_enter_on_somebody_with_a_bed_and_f2_on_anybody_open_the_answers(queue, shelter, night):
    shelter.place(night["Cempaka"].person_id, "101-A")
    made = queue()
    opened = heard(made.arrival_chosen)
    made.list.setFocus()
    made.list.setCurrentRow(3)
    press(made, Qt.Key.Key_Return)
    made.list.setCurrentRow(0)
    press(made, Qt.Key.Key_F2)
    assert opened == [night["Cempaka"].arrival_id, night["Kenanga"].arrival_id]


def test_the_chosen_row_stays_with_the_same_person_when_others_come(queue, shelter, night, settle):
    made = queue()
    wanted = heard(made.person_chosen)
    made.list.setFocus()
    made.list.setCurrentRow(2)
    shelter.act(keep_draft, KeepDraft(a_form("Teratai"), "name"), "sri")
    shelter.arrive("Dahlia", "8")
    made.reload()
    settle()
    press(made, Qt.Key.Key_Return)
    assert wanted == [night["Melur"].person_id]


def test_an_empty_queue_says_what_to_do(queue):
    made = queue()
    assert made._empty.isVisible()
    assert made.list.count() == 0


def test_a_social_worker_is_offered_no_new_arrival(queue):
    assert tells(queue("dewi"), "New arrival")
    assert not tells(queue("ani"), "New arrival")
