# SPDX-License-Identifier: Apache-2.0
"""What the bar above every page says of the watch: messages, the missing, a lost handover."""

from app.policies.arrivals.night import LogKind
from app.policies.dormitory.away.whereabouts import AbsenceKind
from app.services.arrivals.shift.handover import ConfirmHandover, hand_over
from app.services.arrivals.shift.log import WriteEntry, log_of_watch, mark_read, write_entry
from app.services.arrivals.shift.shifts import shift_now, start_shift
from app.services.dormitory.away.absences import (
    EndAbsence,
    NoteAbsence,
    end_absence,
    note_absence,
)
from app.services.dormitory.beds.propose import proposals
from app.services.dormitory.facts.waiting import waiting_list
from tests.ui.login.ways import idle, sign_in


def test_messages_stay_in_the_next_banner_until_they_are_read(qtbot, shelter, shell) -> None:
    shelter.act(start_shift, None)
    message = WriteEntry(LogKind.CALL, "telepon dari keluarga", to_next=True)
    shelter.act(write_entry, message)
    shelter.act(hand_over, ConfirmHandover(shelter.actors["sri"], ""))
    main = sign_in(qtbot, shell, "sri")
    idle(qtbot, shell)
    assert "Messages to read 1" in main.shift_bar.text
    assert main.sidebar.buttons["night"].text().strip().endswith("1")
    (line,) = shelter.ask(log_of_watch, by="sri")
    shell.workplace.act(main, mark_read, line.entry_id)
    idle(qtbot, shell)
    main.bars.refresh()
    idle(qtbot, shell)
    assert "Messages to read" not in main.shift_bar.text


def test_who_was_not_found_is_counted(qtbot, shelter, shell) -> None:
    girl = shelter.arrive("Kenanga", "12")
    shelter.act(note_absence, NoteAbsence(girl.person_id, AbsenceKind.MISSING))
    main = sign_in(qtbot, shell)
    idle(qtbot, shell)
    assert "Not found 1" in main.shift_bar.text


def test_a_shift_nobody_handed_over_is_taken_over(qtbot, shelter, shell, clock) -> None:
    shelter.act(start_shift, None)
    main = sign_in(qtbot, shell, "sri")
    main.go("handover")
    idle(qtbot, shell)
    sheet = main.views["handover"]
    assert sheet.take_button.isHidden()
    clock.move(hours=10)
    sheet.reload()
    idle(qtbot, shell)
    assert not sheet.take_button.isHidden()
    sheet.take_button.click()
    idle(qtbot, shell)
    assert shelter.ask(shift_now).officer == "Sri"
    assert sheet.take_button.isHidden()


def test_a_bed_nobody_was_received_in_is_told_after_twenty_minutes(
    qtbot, shelter, shell, clock
) -> None:
    girl = shelter.arrive("Kenanga", "12")
    shelter.place(girl.person_id, "201-A", "dewi")
    main = sign_in(qtbot, shell)
    idle(qtbot, shell)
    assert "Not received" not in main.shift_bar.text
    clock.move(minutes=20)
    main.bars.tick()
    idle(qtbot, shell)
    assert "Not received 1" in main.shift_bar.text


def test_who_is_at_the_hospital_without_a_bed_is_offered_none(qtbot, shelter, shell) -> None:
    girl = shelter.arrive("Kenanga", "12")
    main = sign_in(qtbot, shell)
    idle(qtbot, shell)
    assert "Without a bed 1" in main.shift_bar.text
    shelter.act(note_absence, NoteAbsence(girl.person_id, AbsenceKind.HOSPITAL))
    main.bars.refresh()
    idle(qtbot, shell)
    assert "Without a bed" not in main.shift_bar.text
    assert shelter.ask(waiting_list) == ()
    assert shelter.ask(proposals).lines == ()
    shelter.act(end_absence, EndAbsence(girl.person_id), "ani")
    assert len(shelter.ask(waiting_list)) == 1


def test_who_stays_with_staff_still_waits(shelter) -> None:
    girl = shelter.arrive("Kenanga", "12")
    shelter.act(note_absence, NoteAbsence(girl.person_id, AbsenceKind.WITH_STAFF))
    assert len(shelter.ask(waiting_list)) == 1
