# SPDX-License-Identifier: Apache-2.0
"""The log panel: by keys alone, nothing typed lost, messages read by the next shift."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut

from app.clock import Zone
from app.policies.arrivals.night import LogKind
from app.policies.reasons import Reason
from app.services.arrivals.shift.handover import ConfirmHandover, hand_over
from app.services.arrivals.shift.log import WriteEntry, log_of_watch, unread_for_next, write_entry
from app.services.arrivals.shift.shifts import start_shift
from app.ui.arrivals.shift.log import LogPanel, time_typed
from app.ui.texts import words
from tests.conftest import NIGHT
from tests.ui.widgets.screens import (
    button_named,
    counted,
    heard,
    keep_fresh,
    open_screen,
    press,
    rows,
    tells,
    unnamed,
    write,
)

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def log(qtbot, at_work, shelter, settle):
    """Return a way to open the log for an officer, a watch being open."""
    shelter.act(start_shift, None)

    def sit_down(login="dewi"):
        workplace = at_work(login)
        made = LogPanel(workplace)
        keep_fresh(made, workplace)
        open_screen(qtbot, made)
        made.begin()
        settle()
        return made

    return sit_down


def test_an_entry_is_written_by_keys_alone(log, shelter, settle):
    panel = log()
    said = heard(panel.said)
    write(panel, "t\t")
    write(panel, "Ibu RT datang")
    press(panel, Qt.Key.Key_Return, held=CTRL)
    settle()
    (line,) = shelter.ask(log_of_watch)
    assert (line.kind, line.words) == (LogKind.VISITOR, "Ibu RT datang")
    assert rows(panel.log.list) == ["01.50 · Visitor · Dewi\nIbu RT datang"]
    assert said == ["Written into the log."]
    assert not panel.pending
    assert not panel.kind.answer().is_given


@pytest.mark.parametrize("place", ["words", "time", "person", "to_next", "kind"])
def test_ctrl_return_writes_from_every_field_and_not_the_windows_form(log, shelter, settle, place):
    panel = log()
    saved_elsewhere = counted(QShortcut(QKeySequence("Ctrl+Return"), panel.window()).activated)
    panel.begin(LogKind.CALL)
    write(panel, "Polres menelepon")
    getattr(panel, place).setFocus()
    press(panel, Qt.Key.Key_Return, held=CTRL)
    settle()
    assert [line.words for line in shelter.ask(log_of_watch)] == ["Polres menelepon"]
    assert saved_elsewhere == []


def test_the_newest_stands_first_and_undo_takes_it_back(log, settle):
    panel = log()
    for text in ("Satu", "Dua"):
        panel.begin(LogKind.BUILDING)
        write(panel, text)
        panel.write_button.click()
        settle()
    assert [row.split("\n")[1] for row in rows(panel.log.list)] == ["Dua", "Satu"]
    panel._workplace.undo(panel, lambda _label: None, lambda _error: None)
    settle()
    assert [row.split("\n")[1] for row in rows(panel.log.list)] == ["Satu"]


def test_without_a_kind_nothing_is_written_and_it_is_told_there(log, shelter, settle):
    panel = log()
    panel.words.setPlainText("Lampu padam")
    panel.write()
    settle()
    assert panel.fields["kind"].problem == "Choose what it is about."
    assert panel.words.toPlainText() == "Lampu padam"
    assert shelter.ask(log_of_watch) == ()


def test_refused_words_stay_on_screen_with_the_reason_beside_them(log, settle):
    panel = log()
    panel.begin(LogKind.CALL)
    panel.words.setPlainText("x" * 601)
    panel.to_next.setChecked(True)
    panel.write()
    settle()
    assert panel.fields["words"].problem == words(Reason.TEXT_TOO_LONG)
    assert panel.words.toPlainText() == "x" * 601
    assert panel.to_next.isChecked()
    assert panel.kind.answer().value is LogKind.CALL


def test_an_unreadable_time_is_told_and_a_readable_one_kept(log, shelter, settle):
    panel = log()
    panel.begin(LogKind.INCIDENT)
    panel.words.setPlainText("Pintu dibuka paksa")
    panel.time.setText("25.10")
    panel.write()
    settle()
    assert panel.fields["happened_at"].problem == words(Reason.TIME_UNREADABLE)
    panel.time.setText("23.10")
    panel.write()
    settle()
    (line,) = shelter.ask(log_of_watch)
    assert NIGHT - line.happened_at == timedelta(hours=2, minutes=40)


def test_on_a_full_disk_the_words_stay_until_there_is_room(log, shelter, disk, settle):
    panel = log()
    panel.begin(LogKind.INCIDENT)
    panel.words.setPlainText("Air naik")
    disk.fill()
    panel.write()
    settle()
    assert "The disk is full" in panel.banner.text
    assert panel.words.toPlainText() == "Air naik"
    disk.make_room()
    button_named(panel, "Try again").click()
    settle()
    assert [line.words for line in shelter.ask(log_of_watch)] == ["Air naik"]
    assert panel.banner.text == ""


def test_a_message_is_handed_on_and_read_with_enter(log, shelter, settle):
    shelter.act(write_entry, WriteEntry(LogKind.MEDICINE, "Puskesmas jam 8", to_next=True))
    assert rows(log().log.list) == ["01.50 · Medicine · Dewi · for the next shift\nPuskesmas jam 8"]
    shelter.act(hand_over, ConfirmHandover(shelter.actors["sri"], ""))
    panel = log("sri")
    assert rows(panel.log.list) == ["TO READ · 01.50 · Medicine · Dewi\nPuskesmas jam 8"]
    assert not panel.log.list.item(0).icon().isNull()
    assert panel.log.read_button.isEnabled()
    panel.log.list.setFocus()
    press(panel, Qt.Key.Key_Return)
    settle()
    assert shelter.ask(unread_for_next) == 0
    assert rows(panel.log.list) == ["01.50 · Medicine · Dewi · read\nPuskesmas jam 8"]


def test_an_entry_about_somebody_shows_her_name_only_unmasked(log, shelter, settle):
    arrived = shelter.arrive("Melati")
    panel = log()
    panel.begin(LogKind.INCIDENT)
    panel.person.setCurrentIndex(panel.person.findData(arrived.person_id.hex))
    panel.words.setPlainText("Demam")
    panel.write()
    settle()
    assert rows(panel.log.list) == ["01.50 · Incident · Me** 2611-001 · Dewi\nDemam"]
    assert not tells(panel, "Melati")
    panel._workplace.set_masking(False)
    assert rows(panel.log.list) == ["01.50 · Incident · Melati · Dewi\nDemam"]


def test_without_a_watch_it_is_written_and_told(qtbot, at_work, shelter, settle):
    workplace = at_work()
    panel = LogPanel(workplace)
    keep_fresh(panel, workplace)
    open_screen(qtbot, panel)
    panel.begin(LogKind.VISITOR)
    write(panel, "Kurir")
    panel.write()
    settle()
    assert panel.banner.text == "Written. No shift is running, so the next one finds it."


def test_what_is_typed_survives_a_reload(log, settle):
    panel = log()
    panel.begin(LogKind.CALL)
    write(panel, "Telepon dari")
    panel.reload()
    settle()
    assert panel.words.toPlainText() == "Telepon dari"
    assert panel.pending


def test_a_caretaker_is_offered_the_check_only(log):
    panel = log("rina")
    assert [choice.value for choice in panel.kind._choices] == [LogKind.CHECK]


def test_every_control_tells_its_name(log):
    assert unnamed(log()) == []


@pytest.mark.parametrize(
    ("typed", "ago"),
    [
        ("01.50", timedelta()),
        ("1:49", timedelta(minutes=1)),
        (" 0130 ", timedelta(minutes=20)),
        ("02.14", timedelta(hours=23, minutes=36)),
    ],
)
def test_an_hour_that_has_not_come_was_yesterdays(typed, ago):
    assert NIGHT - time_typed(typed, NIGHT, Zone.WIB) == ago


def test_no_time_means_now():
    assert time_typed("  ", NIGHT, Zone.WIB) is None


@pytest.mark.parametrize("typed", ["24.00", "2", "12.60", "malam", "1.2.3"])
def test_what_is_no_time_is_said_so(typed):
    with pytest.raises(ValueError):  # noqa: PT011
        time_typed(typed, NIGHT, Zone.WIB)
