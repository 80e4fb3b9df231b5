# SPDX-License-Identifier: Apache-2.0
"""No room on the disk: it is said, nothing typed goes away, it can be printed."""

import io

from pypdf import PdfReader

from app.services.arrivals.desk.desk import queue_tonight
from app.services.arrivals.desk.papers import entries_paper
from app.services.arrivals.register.drafts import drafts_waiting, open_draft
from tests.ui.widgets.screens import button_named, heard, press, write

NOT_SAVED = "Not saved yet. The disk is full."


def test_saving_without_room_says_so_keeps_the_text_and_prints_it(panel, shelter, disk, settle):
    write(panel, "Kenanga\tp\t12")
    disk.fill()
    panel.save_button.click()
    settle()
    assert panel.banner.text.startswith(NOT_SAVED)
    assert (panel.fields.name.text(), panel.fields.age.text()) == ("Kenanga", "12")
    printed = heard(panel.print_entries)
    button_named(panel, "Print entries").click()
    (form,) = printed
    workplace = panel._workplace
    paper = entries_paper(workplace.house, workplace.shelter, form, training=False)
    text = PdfReader(io.BytesIO(paper)).pages[0].extract_text()
    assert "Kenanga" in text
    assert "perempuan" in text


def test_saving_works_once_there_is_room_again(panel, shelter, disk, settle):
    write(panel, "Kenanga")
    disk.fill()
    panel.save_button.click()
    settle()
    assert shelter.ask(queue_tonight) == ()
    assert panel.save_button.isEnabled()
    disk.make_room()
    panel.save_button.click()
    settle()
    assert [line.name for line in shelter.ask(queue_tonight)] == ["Kenanga"]
    assert panel.banner.text == ""
    assert panel.blank


def test_autosaving_without_room_says_so_and_keeps_the_text(qtbot, panel, disk):
    disk.fill()
    write(panel, "Kenanga")
    qtbot.waitUntil(lambda: panel.banner.text.startswith(NOT_SAVED), timeout=3000)
    assert panel.fields.name.text() == "Kenanga"
    assert not panel.saved


def test_once_the_draft_is_saved_nothing_says_it_is_not(qtbot, panel, shelter, disk, settle):
    disk.fill()
    write(panel, "Kenanga")
    panel.autosave()
    settle()
    assert panel.banner.text.startswith(NOT_SAVED)
    disk.make_room()
    press(panel, "n")
    panel.autosave()
    settle()
    assert panel.saved
    assert panel.banner.text == ""


def test_autosave_tries_again_by_itself_until_there_is_room(qtbot, panel, disk, settle):
    disk.fill()
    write(panel, "Kenanga")
    panel.autosave()
    settle()
    disk.make_room()
    qtbot.waitUntil(lambda: panel.saved, timeout=15_000)


def test_escape_without_room_leaves_the_text_on_screen(desk, disk, settle):
    at = desk()
    disk.fill()
    write(at, "Kenanga")
    at.leave()
    settle()
    assert at.register.fields.name.text() == "Kenanga"
    assert at.register.banner.text.startswith(NOT_SAVED)


def test_a_new_arrival_without_room_leaves_the_text_on_screen(desk, disk, settle):
    at = desk()
    disk.fill()
    write(at, "Kenanga")
    at.new_arrival()
    settle()
    assert at.register.fields.name.text() == "Kenanga"


def test_opening_another_arrival_without_room_leaves_the_text_on_screen(
    desk, shelter, disk, settle
):
    melur = shelter.arrive("Melur", "34")
    at = desk()
    disk.fill()
    write(at, "Kenanga")
    at.complete(melur.arrival_id)
    settle()
    assert at.register.fields.name.text() == "Kenanga"


def test_an_earlier_draft_is_still_whole_after_the_disk_was_full(
    qtbot, panel, shelter, disk, settle
):
    write(panel, "Kenanga\t")
    settle()
    kept = panel.draft_id
    disk.fill()
    panel.save_button.click()
    settle()
    disk.make_room()
    assert kept in {draft.draft_id for draft in shelter.ask(drafts_waiting)}
    assert shelter.act(open_draft, kept).value.form.name == "Kenanga"
