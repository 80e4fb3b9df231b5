# SPDX-License-Identifier: Apache-2.0
"""Tonight: tasks with owner and time, and the way from a task to its answer."""

import pytest
from PySide6.QtCore import Qt

from app.policies.answers import Answer
from app.policies.arrivals.follow_ups import WATCH_TASKS, FollowUpKind
from app.services.arrivals.desk.desk import tasks_open
from app.services.arrivals.shift.shifts import shift_now
from app.services.dormitory.rules.needs import NoteNeeds, note_needs
from app.ui.widgets.short_list import LINE
from tests.ui.widgets.screens import button_named, counted, press, rows


@pytest.fixture
def nobody_asked(shelter):
    return shelter.arrive("", "?", urgent=Answer(), threatened=Answer(), came_by=Answer())


def go_to(tonight, kind):
    for at in range(tonight.tasks.count()):
        if tonight.tasks.item(at).data(LINE).kind is kind:
            tonight.tasks.setCurrentRow(at)
            return
    raise LookupError(kind)


def test_each_task_names_its_owner_and_its_time(desk, nobody_asked):
    shown = rows(desk().tonight.tasks)
    number = nobody_asked.number
    assert (
        shown[0] == f"{number} – Look: injured, pregnant, ill?\nDuty officer · by 24 Nov 2026 02.20"
    )
    assert f"{number} – Find a bed\nDuty officer · by 24 Nov 2026 02.50" in shown
    assert f"{number} – Ask her name\nSocial worker · by 25 Nov 2026 01.50" in shown


def test_only_overdue_tasks_carry_a_mark(desk, clock, nobody_asked):
    clock.move(minutes=31)
    tasks = desk().tonight.tasks
    marked = [at for at in range(tasks.count()) if not tasks.item(at).icon().isNull()]
    assert marked == [0]
    assert [at for at, row in enumerate(rows(tasks)) if row.endswith("· late by 1 min")] == marked


@pytest.mark.parametrize(
    ("kind", "field"),
    [
        (FollowUpKind.NAME, "name"),
        (FollowUpKind.AGE, "age"),
        (FollowUpKind.VERIFY_AGE, "age"),
        (FollowUpKind.CAME_BY, "came_by"),
        (FollowUpKind.URGENT, "urgent"),
        (FollowUpKind.THREAT, "threatened"),
    ],
)
def test_open_goes_to_the_field_that_is_missing(desk, settle, nobody_asked, kind, field):
    at = desk()
    go_to(at.tonight, kind)
    at.tonight.answer_button.click()
    settle()
    assert at.middle.currentWidget() is at.register
    assert at.register.opened.arrival_id == nobody_asked.arrival_id
    assert at.register.fields.focused() == field


def test_enter_on_a_bed_task_opens_the_choice_of_beds(desk, settle, nobody_asked):
    at = desk()
    go_to(at.tonight, FollowUpKind.BED)
    at.tonight.tasks.setFocus()
    press(at, Qt.Key.Key_Return)
    settle()
    assert at.middle.currentWidget() is at.beds
    assert at.beds.current.person_id == nobody_asked.person_id


def test_a_duty_is_marked_as_done_and_leaves_the_list(desk, shelter, settle, nobody_asked):
    at = desk()
    go_to(at.tonight, FollowUpKind.URGENT)
    at.tonight.done_button.click()
    settle()
    assert not any("injured" in row for row in rows(at.tonight.tasks))
    assert FollowUpKind.URGENT not in {task.kind for task in shelter.ask(tasks_open)}


def test_a_missing_name_is_not_marked_as_done_but_answered(desk, nobody_asked):
    at = desk()
    go_to(at.tonight, FollowUpKind.NAME)
    assert not at.tonight.done_button.isVisible()
    assert at.tonight.answer_button.isVisible()


def test_saving_the_missing_answer_settles_its_task(desk, settle, nobody_asked):
    at = desk()
    go_to(at.tonight, FollowUpKind.THREAT)
    at.tonight.answer_button.click()
    settle()
    press(at, "t")
    at.register.save_button.click()
    settle()
    assert not any("looking for her" in row for row in rows(at.tonight.tasks))


def test_a_social_worker_has_no_bed_to_find_for_it(desk, nobody_asked):
    at = desk("ani")
    go_to(at.tonight, FollowUpKind.BED)
    assert not at.tonight.answer_button.isVisible()


def test_the_shift_is_started_here_and_handed_over_from_here(desk, shelter, settle):
    at = desk()
    wanted = counted(at.handover_wanted)
    assert not at.tonight.handover_button.isVisible()
    button_named(at, "Start the shift").click()
    settle()
    assert shelter.ask(shift_now).officer == "Dewi"
    assert not at.tonight.start_button.isVisible()
    at.tonight.handover_button.click()
    assert len(wanted) == 1


def test_what_a_watch_asks_for_is_ticked_off_and_opens_no_form(desk, shelter, settle):
    made = shelter.arrive("Melati", "30")
    shelter.act(note_needs, NoteNeeds(made.person_id, None, 3, None, None, None))
    at = desk()
    for kind in WATCH_TASKS:
        go_to(at.tonight, kind)
        assert not at.tonight.answer_button.isVisible()
        press(at, Qt.Key.Key_Return)
        assert at.register.opened is None
        at.tonight.done_button.click()
        settle()
    assert not {task.kind for task in shelter.ask(tasks_open)} & WATCH_TASKS
