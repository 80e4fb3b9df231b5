# SPDX-License-Identifier: Apache-2.0
"""The duty log: written, withdrawn, handed on, read by the next watch."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from app.errors import Denied
from app.models.arrivals.night import LogEntry
from app.policies.arrivals.night import LONGEST_ENTRY, LogKind
from app.policies.reasons import Reason
from app.services.acts import execute
from app.services.arrivals.shift.handover import ConfirmHandover, hand_over
from app.services.arrivals.shift.log import (
    EntryMark,
    WriteEntry,
    log_of_watch,
    mark_read,
    unread_for_next,
    write_entry,
)
from app.services.arrivals.shift.shifts import start_shift
from tests.conftest import NIGHT, Shelter


def written(shelter: Shelter, words: str, by: str = "dewi", **more: object) -> object:
    return shelter.act(write_entry, WriteEntry(LogKind.INCIDENT, words, **more), by).value


def handed_over(shelter: Shelter, by: str, to: str) -> None:
    shelter.act(hand_over, ConfirmHandover(shelter.actors[to], ""), by)


def texts(shelter: Shelter, by: str = "dewi") -> list[str]:
    return [line.words for line in shelter.ask(log_of_watch, None, by)]


def test_entries_stand_newest_first_whatever_the_clock_says(shelter: Shelter) -> None:
    shelter.act(start_shift, None)
    written(shelter, "  Pintu\u202e belakang\r\nterbuka  ")
    shelter.clock.move(hours=-3)
    written(shelter, "Lampu padam", happened_at=shelter.clock() - timedelta(minutes=5))
    assert texts(shelter) == ["Lampu padam", "Pintu belakang\nterbuka"]
    newest = shelter.ask(log_of_watch)[0]
    assert newest.noted_by == "Dewi"
    assert newest.noted_at - newest.happened_at == timedelta(minutes=5)


def test_an_entry_names_a_person_by_number_and_called_name(shelter: Shelter) -> None:
    arrived = shelter.arrive("Melati")
    written(shelter, "Menangis, ditemani", person_id=arrived.person_id)
    (line,) = shelter.ask(log_of_watch)
    assert (line.number, line.name) == (arrived.number, "Melati")


@pytest.mark.parametrize(
    ("entry", "field", "reason"),
    [
        (WriteEntry(LogKind.CALL, " \n\u200b "), "words", Reason.NOTHING_TO_WRITE),
        (WriteEntry(LogKind.CALL, "x" * (LONGEST_ENTRY + 1)), "words", Reason.TEXT_TOO_LONG),
        (
            WriteEntry(LogKind.CALL, "x", happened_at=NIGHT + timedelta(seconds=1)),
            "happened_at",
            Reason.TIME_IN_FUTURE,
        ),
        (
            WriteEntry(LogKind.CALL, "x", happened_at=NIGHT - timedelta(days=2, seconds=1)),
            "happened_at",
            Reason.TIME_TOO_OLD,
        ),
    ],
)
def test_what_cannot_be_kept_is_told_at_its_field(
    shelter: Shelter, entry: WriteEntry, field: str, reason: Reason
) -> None:
    refused = shelter.refused(write_entry, entry)
    assert (refused.field, refused.reasons) == (field, (reason,))
    assert texts(shelter) == []


def test_the_longest_entry_of_exactly_two_days_ago_is_kept(shelter: Shelter) -> None:
    written(shelter, "x" * LONGEST_ENTRY, happened_at=NIGHT - timedelta(days=2))
    assert texts(shelter) == ["x" * LONGEST_ENTRY]


def test_without_a_watch_an_entry_is_kept_told_and_handed_to_the_next(shelter: Shelter) -> None:
    assert written(shelter, "Tamu pulang").in_shift is False
    assert texts(shelter) == ["Tamu pulang"]
    shelter.act(start_shift, None)
    assert written(shelter, "Telepon").in_shift is True
    assert texts(shelter) == ["Telepon", "Tamu pulang"]
    handed_over(shelter, "dewi", "sri")
    assert texts(shelter, "sri") == []


def test_undo_withdraws_the_entry_and_keeps_its_row(shelter: Shelter) -> None:
    done = shelter.act(write_entry, WriteEntry(LogKind.VISITOR, "Salah tulis"))
    execute(shelter.house, shelter.actors["dewi"], done.inverse.act, done.inverse.command)
    assert texts(shelter) == []
    with shelter.house.database.reading() as session:
        (row,) = session.execute(select(LogEntry)).scalars()
        assert (row.words, row.withdrawn_at) == ("Salah tulis", NIGHT)
    again = shelter.refused(done.inverse.act, done.inverse.command)
    assert again.reasons == (Reason.MOVED_ON,)


def test_only_the_author_withdraws_and_not_what_was_read(shelter: Shelter) -> None:
    shelter.act(start_shift, None)
    done = shelter.act(write_entry, WriteEntry(LogKind.CALL, "Telepon polres", to_next=True))
    with pytest.raises(Denied):
        shelter.act(done.inverse.act, done.inverse.command, "ratna")
    handed_over(shelter, "dewi", "sri")
    shelter.act(mark_read, done.value.entry_id, "sri")
    assert shelter.refused(done.inverse.act, done.inverse.command).reasons == (Reason.MOVED_ON,)


def test_a_message_stays_on_top_until_a_later_watch_has_read_it(shelter: Shelter) -> None:
    shelter.act(start_shift, None)
    message = written(shelter, "Bawa ke puskesmas jam 8", to_next=True)
    written(shelter, "Hanya catatan")
    assert shelter.ask(unread_for_next) == 0
    refused = shelter.refused(mark_read, message.entry_id)
    assert refused.reasons == (Reason.NOT_FOR_THIS_SHIFT,)
    handed_over(shelter, "dewi", "sri")
    handed_over(shelter, "sri", "dewi")
    written(shelter, "Tenang")
    assert texts(shelter) == ["Bawa ke puskesmas jam 8", "Tenang"]
    assert [line.unread for line in shelter.ask(log_of_watch)] == [True, False]
    assert shelter.ask(unread_for_next) == 1

    read = shelter.act(mark_read, message.entry_id)
    assert shelter.ask(unread_for_next) == 0
    assert texts(shelter) == ["Tenang", "Bawa ke puskesmas jam 8"]
    assert shelter.refused(mark_read, message.entry_id).reasons == (Reason.STALE,)
    shelter.act(read.inverse.act, read.inverse.command)
    assert shelter.ask(unread_for_next) == 1


def test_reading_needs_a_watch_that_reads(shelter: Shelter) -> None:
    message = written(shelter, "Untuk besok", to_next=True)
    assert shelter.refused(mark_read, message.entry_id).reasons == (Reason.SHIFT_NOT_OPEN,)
    shelter.act(start_shift, None)
    assert shelter.ask(unread_for_next) == 1
    shelter.act(mark_read, message.entry_id)
    assert shelter.ask(unread_for_next) == 0


def test_a_caretaker_writes_and_reads_checks_only(shelter: Shelter) -> None:
    written(shelter, "Kejadian di meja")
    shelter.act(write_entry, WriteEntry(LogKind.CHECK, "Lantai 1 tenang"), "rina")
    assert texts(shelter, "rina") == ["Lantai 1 tenang"]
    with pytest.raises(Denied):
        shelter.act(write_entry, WriteEntry(LogKind.INCIDENT, "Bertengkar"), "rina")


@pytest.mark.parametrize("login", ["tania", "eko"])
def test_who_is_not_on_duty_neither_writes_nor_reads(shelter: Shelter, login: str) -> None:
    entry_id = written(shelter, "Catatan").entry_id
    for act, command in (
        (write_entry, WriteEntry(LogKind.CHECK, "x")),
        (mark_read, entry_id),
    ):
        with pytest.raises(Denied):
            shelter.act(act, command, login)
    with pytest.raises(Denied):
        shelter.ask(log_of_watch, None, login)


def test_an_entry_mark_is_what_the_undo_of_reading_needs(shelter: Shelter) -> None:
    message = written(shelter, "Untuk besok", to_next=True)
    shelter.act(start_shift, None)
    read = shelter.act(mark_read, message.entry_id)
    assert read.value == EntryMark(message.entry_id, message.version + 1)
    refused = shelter.refused(read.inverse.act, EntryMark(message.entry_id, message.version))
    assert refused.reasons == (Reason.MOVED_ON,)
