# SPDX-License-Identifier: Apache-2.0
"""Going on with a draft after a colleague completed the same arrival: nothing is lost."""

import pytest
from PySide6.QtCore import Qt

from app.policies.answers import given
from app.policies.arrivals.registration import CameBy
from app.services.arrivals.register.complete import CompleteArrival, complete_arrival, open_arrival
from app.services.arrivals.register.drafts import drafts_waiting, open_draft
from tests.conftest import a_form
from tests.ui.widgets.screens import button_named, heard, press, rows, write

SENTENCE = "Somebody changed this meanwhile. Look at it again and repeat."
WAY_ON = "Open what is recorded now"


@pytest.fixture
def arrival(shelter):
    return shelter.arrive("Kenanga", "34").arrival_id


@pytest.fixture
def recorded(shelter, arrival):
    """Return a way to read what is recorded now."""
    return lambda: shelter.act(open_arrival, arrival, "ani").value.form


@pytest.fixture
def outdated(desk, shelter, settle, arrival):
    """Return Ani's desk, where her draft waits that Sri's saving has outdated."""
    at = desk("ani")
    at.complete(arrival, "accompanied")
    settle()
    write(at, "2")
    at.leave()
    settle()
    now = shelter.act(open_arrival, arrival, "sri").value
    form = a_form("Kenanga", "34", came_by=given(CameBy.REFERRAL))
    command = CompleteArrival(arrival, now.version, now.person_version, form)
    shelter.act(complete_arrival, command, "sri")
    return at


def go_on(at, settle):
    at.reload()
    settle()
    at.queue.list.setCurrentRow(0)
    at.queue.list.opened.emit()
    settle()


def test_she_is_told_at_once_and_saving_overwrites_nothing(
    outdated, shelter, settle, recorded
) -> None:
    go_on(outdated, settle)
    form = outdated.register
    assert form.banner.text == SENTENCE
    assert form.fields.accompanied.text() == "02"
    form.save_button.click()
    settle()
    assert form.banner.text == SENTENCE
    assert form.fields.accompanied.text() == "02"
    assert (recorded().came_by, recorded().accompanied_text) == (given(CameBy.REFERRAL), "0")
    assert len(shelter.ask(drafts_waiting, by="ani")) == 1


def test_the_sentence_stays_while_she_types_on(outdated, shelter, settle) -> None:
    go_on(outdated, settle)
    press(outdated, "5", Qt.Key.Key_Tab)
    settle()
    assert outdated.register.saved
    (draft,) = shelter.ask(drafts_waiting, by="ani")
    kept = shelter.act(open_draft, draft.draft_id, "ani").value
    assert kept.form.accompanied_text == outdated.register.fields.accompanied.text()
    assert "5" in kept.form.accompanied_text
    assert outdated.register.banner.text == SENTENCE


def test_she_opens_the_present_state_and_her_draft_stays_until_she_drops_it(
    outdated, shelter, settle, recorded
) -> None:
    go_on(outdated, settle)
    said = heard(outdated.said)
    form = outdated.register
    button_named(form.banner, WAY_ON).click()
    settle()
    assert said == ["Kept as a draft in the queue."]
    assert form.banner.text == ""
    assert form.fields.form().came_by == given(CameBy.REFERRAL)
    assert form.fields.accompanied.text() == "0"
    assert form.fields.focused() == "accompanied"
    assert "Draft by Ani" in rows(outdated.queue.list)[0]
    write(outdated, "2")
    form.save_button.click()
    settle()
    assert (recorded().came_by, recorded().accompanied_text) == (given(CameBy.REFERRAL), "2")
    go_on(outdated, settle)
    assert form.banner.text == SENTENCE
    form.discard_button.click()
    settle()
    assert shelter.ask(drafts_waiting, by="ani") == ()


def test_what_was_typed_in_one_breath_is_a_draft_before_the_present_state_opens(
    desk, shelter, settle, arrival, recorded
) -> None:
    at = desk("ani")
    at.complete(arrival, "accompanied")
    settle()
    write(at, "2")
    now = shelter.act(open_arrival, arrival, "sri").value
    form = a_form("Kenanga", "34", came_by=given(CameBy.REFERRAL))
    command = CompleteArrival(arrival, now.version, now.person_version, form)
    shelter.act(complete_arrival, command, "sri")
    at.register.save_button.click()
    settle()
    assert at.register.banner.text == SENTENCE
    button_named(at.register.banner, WAY_ON).click()
    settle()
    assert at.register.fields.form() == recorded()
    (draft,) = shelter.ask(drafts_waiting, by="ani")
    kept = shelter.act(open_draft, draft.draft_id, "ani").value
    assert (kept.form.accompanied_text, kept.seen.version) == ("02", now.version)


def test_a_dropped_draft_that_comes_back_is_still_outdated(
    outdated, shelter, settle, recorded
) -> None:
    go_on(outdated, settle)
    outdated.register.discard_button.click()
    settle()
    undone, failed = [], []
    outdated._workplace.undo(outdated, undone.append, failed.append)
    settle()
    assert (len(undone), failed) == (1, [])
    go_on(outdated, settle)
    assert outdated.register.banner.text == SENTENCE
    outdated.register.save_button.click()
    settle()
    assert recorded().accompanied_text == "0"


def test_a_draft_that_nobody_outdated_is_saved_without_a_word(
    desk, settle, arrival, recorded
) -> None:
    at = desk("ani")
    at.complete(arrival, "accompanied")
    settle()
    write(at, "2")
    at.leave()
    settle()
    go_on(at, settle)
    assert at.register.banner.text == ""
    at.register.save_button.click()
    settle()
    assert recorded().accompanied_text == "2"


def test_a_full_disk_is_told_and_afterwards_that_the_arrival_changed(
    outdated, disk, settle
) -> None:
    go_on(outdated, settle)
    form = outdated.register
    disk.fill()
    form.fields.name.setText("x" * 20_000)
    form.fields.edited.emit()
    form.autosave()
    settle()
    assert form.banner.text.startswith("Not saved yet.")
    disk.make_room()
    form.autosave()
    settle()
    assert form.saved
    assert form.banner.text == SENTENCE
