# SPDX-License-Identifier: Apache-2.0
"""Completing an arrival: what a post may not read stays unread and is kept all the same."""

import pytest
from PySide6.QtWidgets import QPushButton

from app.policies.answers import given
from app.policies.arrivals.registration import CameBy, UrgentNeed
from app.policies.people.age import AgeBasis
from app.services.arrivals.desk.desk import queue_tonight
from app.services.arrivals.register.complete import open_arrival
from tests.ui.widgets.screens import press, tells, told, write

BIRTH = "3/4/2014"


@pytest.fixture
def arrival(shelter):
    return shelter.arrive(
        "Kenanga",
        BIRTH,
        age_basis=AgeBasis.DOCUMENT,
        urgent=given(frozenset({UrgentNeed.PREGNANT})),
        threatened=given(True),
    ).arrival_id


def chosen(row):
    return [made.text() for made in row.findChildren(QPushButton) if made.isChecked()]


def test_a_duty_officer_reads_no_hidden_answer_anywhere(desk, settle, arrival):
    at = desk()
    at.complete(arrival)
    settle()
    assert at.register.opened.hidden == {"age", "urgent", "threatened"}
    assert not any(BIRTH in text or "2014" in text for text in told(at))
    fields = at.register.fields
    for row in (fields.urgent, fields.threatened):
        assert chosen(row) == chosen(row.open_answers) == []
    assert told(at).count("Recorded. Answer again only to replace it.") == 3


def test_hidden_answers_are_kept_when_the_rest_is_saved(desk, shelter, settle, arrival):
    at = desk()
    at.complete(arrival, "accompanied")
    settle()
    assert at.register.fields.focused() == "accompanied"
    write(at, "2")
    at.register.save_button.click()
    settle()
    full = shelter.act(open_arrival, arrival, "ani").value.form
    assert (full.age_text, full.age_basis) == (BIRTH, AgeBasis.DOCUMENT)
    assert full.urgent == given(frozenset({UrgentNeed.PREGNANT}))
    assert full.threatened == given(True)
    assert full.accompanied_text == "2"
    assert at.register.opened is None
    assert at.register.blank


def test_a_new_answer_replaces_a_hidden_one(desk, shelter, settle, arrival):
    at = desk()
    at.complete(arrival, "threatened")
    settle()
    press(at, "t")
    at.register.save_button.click()
    settle()
    full = shelter.act(open_arrival, arrival, "ani").value.form
    assert full.threatened == given(False)
    assert full.urgent == given(frozenset({UrgentNeed.PREGNANT}))


def test_a_social_worker_reads_all_answers(desk, settle, arrival):
    at = desk("ani")
    at.complete(arrival)
    settle()
    fields = at.register.fields
    assert fields.age.text() == BIRTH
    assert chosen(fields.urgent)
    assert chosen(fields.threatened)
    assert not tells(at, "Recorded. Answer again only to replace it.")


def test_what_a_colleague_half_completed_shows_a_duty_officer_no_more(
    desk, shelter, settle, arrival
):
    worker = desk("ani")
    worker.complete(arrival, "accompanied")
    settle()
    write(worker, "2")
    worker.keep_typing()
    settle()
    at = desk()
    at._resume(worker.register.draft_id)
    settle()
    assert not any(BIRTH in text for text in told(at))
    assert chosen(at.register.fields.threatened) == chosen(at.register.fields.urgent) == []


def test_a_stale_form_says_so_and_keeps_what_was_typed(desk, shelter, settle, arrival):
    first, second = desk("sri"), desk("dewi")
    for at in (first, second):
        at.complete(arrival, "came_by")
        settle()
    second.register.fields.focus("came_by")
    press(second, "r")
    second.register.save_button.click()
    settle()
    first.window().activateWindow()
    first.register.fields.language.setText("Nias")
    first.register.save_button.click()
    settle()
    sentence = "Somebody changed this meanwhile. Look at it again and repeat."
    assert first.register.banner.text == sentence
    assert first.register.fields.language.text() == "Nias"
    full = shelter.act(open_arrival, arrival, "ani").value.form
    assert (full.came_by, full.language.value) == (given(CameBy.REFERRAL), "Indonesia")


def test_a_half_completed_arrival_is_no_second_arrival(desk, shelter, settle, arrival):
    at = desk()
    at.complete(arrival, "accompanied")
    settle()
    write(at, "2")
    at.leave()
    settle()
    at.reload()
    settle()
    at.queue.list.setCurrentRow(0)
    at.queue.list.opened.emit()
    settle()
    assert at.register.opened.arrival_id == arrival
    assert at.register.fields.accompanied.text() == "02"
    at.register.save_button.click()
    settle()
    assert len(shelter.ask(queue_tonight)) == 1
