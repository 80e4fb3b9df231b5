# SPDX-License-Identifier: Apache-2.0
"""Who has left stays in the book, in search and on the sheet of the watch, with her state."""

from datetime import date

import pytest

from app.policies.arrivals.night import LogKind
from app.policies.people.departures import Outcome
from app.services.arrivals.desk.book import BookQuestion, book
from app.services.arrivals.register.register import WithdrawArrival, withdraw_arrival
from app.services.arrivals.shift.handover import (
    ConfirmHandover,
    SheetWish,
    hand_over,
    handover_sheet,
)
from app.services.arrivals.shift.log import WriteEntry, write_entry
from app.services.arrivals.shift.shifts import start_shift
from app.services.dormitory.away.vacate import Vacate, vacate_bed
from app.services.search.index import FoundKind, build_index
from tests.conftest import NIGHT, Shelter

WEEK = BookQuestion(date(2026, 11, 18), date(2026, 11, 24))


@pytest.fixture
def watch(shelter: Shelter) -> Shelter:
    shelter.act(start_shift, None)
    return shelter


def leave(shelter: Shelter, person_id):
    command = Vacate(person_id, Outcome.HOME, "Cianjur", "Ibu Sartika")
    return shelter.act(vacate_bed, command)


def sheet(shelter: Shelter, *, names: bool = False):
    return shelter.ask(handover_sheet, SheetWish(names, "", training=False))


def test_the_book_says_when_she_left(shelter: Shelter) -> None:
    arrived = shelter.arrive("Bunga", "30")
    done = leave(shelter, arrived.person_id)
    (line,) = shelter.ask(book, WEEK).lines
    assert (line.name, line.left_at) == ("Bunga", NIGHT)
    shelter.act(done.inverse.act, done.inverse.command)
    (line,) = shelter.ask(book, WEEK).lines
    assert line.left_at is None


def test_search_finds_her_after_who_is_here(shelter: Shelter) -> None:
    shelter.arrive("Bunga", "30")
    gone = shelter.arrive("Bunga", "31")
    leave(shelter, gone.person_id)
    people = [found for found in shelter.ask(build_index).results if found.kind is FoundKind.PERSON]
    assert [found.left for found in people] == [False, True]
    assert people[1].arrival_id == gone.arrival_id


def test_the_sheet_of_the_watch_names_who_left_but_never_where_to(watch: Shelter) -> None:
    arrived = watch.arrive("Bunga", "30")
    watch.clock.move(minutes=20)
    leave(watch, arrived.person_id)
    content = sheet(watch)
    assert content.departures == (f"{arrived.number} keluar 02.10",)
    assert content.census == "Penghuni 0 orang"
    assert sheet(watch, names=True).departures == (f"{arrived.number} Bunga keluar 02.10",)
    assert "Cianjur" not in str(content)
    assert "Sartika" not in str(content)
    watch.clock.move(hours=5)
    watch.act(hand_over, ConfirmHandover(watch.actors["sri"], ""))
    watch.clock.move(minutes=1)
    assert sheet(watch).departures == ()


def test_a_sheet_of_codes_does_not_name_who_has_left(watch: Shelter) -> None:
    arrived = watch.arrive("Bunga", "30")
    entry = WriteEntry(LogKind.CALL, "Bunga minta dijemput", arrived.person_id, to_next=True)
    watch.act(write_entry, entry)
    leave(watch, arrived.person_id)
    (line,) = sheet(watch).messages
    assert "Bunga" not in line
    assert line.endswith(f"{arrived.number}: {arrived.number} minta dijemput")
    assert "Bunga minta dijemput" in sheet(watch, names=True).messages[0]


def test_the_undo_of_a_registration_does_not_reach_who_has_left(shelter: Shelter) -> None:
    arrived = shelter.arrive("Bunga", "30")
    leave(shelter, arrived.person_id)
    command = WithdrawArrival(arrived.arrival_id, arrived.version)
    assert shelter.refused(withdraw_arrival, command).reasons[0].value == "moved_on"
