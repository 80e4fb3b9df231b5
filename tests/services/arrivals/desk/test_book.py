# SPDX-License-Identifier: Apache-2.0
"""The arrival book: by day of the shelter's zone, searched, masked, cut at 200 lines."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from app.errors import Denied
from app.policies.arrivals.registration import CameBy
from app.policies.people.age import TreatedAs
from app.services.arrivals.desk.book import MOST_LINES, Book, BookQuestion, book
from app.services.arrivals.register.register import RegisterArrival, register_arrival
from tests.conftest import Shelter, a_form

TODAY = date(2026, 11, 24)
WEEK = BookQuestion(TODAY - timedelta(days=6), TODAY)


def arrive_at(shelter: Shelter, moment: datetime, name: str):
    shelter.clock.moment = moment
    return shelter.act(register_arrival, RegisterArrival(a_form(name))).value


def names(found: Book) -> list[str]:
    return [line.name for line in found.lines]


def looked_up(shelter: Shelter, text: str, by: str = "dewi") -> list[str]:
    return names(shelter.ask(book, replace(WEEK, text=text), by))


def test_a_day_begins_at_midnight_of_the_shelters_zone(shelter: Shelter) -> None:
    arrive_at(shelter, datetime(2026, 11, 23, 16, 59, 59, tzinfo=UTC), "Sebelum")
    arrive_at(shelter, datetime(2026, 11, 23, 17, 0, tzinfo=UTC), "Pertama")
    arrive_at(shelter, datetime(2026, 11, 24, 16, 59, 59, tzinfo=UTC), "Terakhir")
    arrive_at(shelter, datetime(2026, 11, 24, 17, 0, tzinfo=UTC), "Sesudah")
    found = shelter.ask(book, BookQuestion(TODAY, TODAY))
    assert names(found) == ["Terakhir", "Pertama"]
    assert (found.total, found.more, found.counted_only) == (2, False, False)


def test_a_line_tells_what_the_desk_wrote(shelter: Shelter) -> None:
    done = shelter.arrive("Kenanga", "?")
    (line,) = shelter.ask(book, WEEK).lines
    assert (line.arrival_id, line.person_id, line.number) == (
        done.arrival_id,
        done.person_id,
        done.number,
    )
    assert (line.came_by, line.referrer) == (CameBy.POLICE, "Polres Bogor")
    assert (line.treated_as, line.presumed) == (TreatedAs.CHILD, True)
    assert line.arrived_at == shelter.clock()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("sukarti", ["Soekarti"]),
        ("SOEKARTI", ["Soekarti"]),
        ("karti", ["Soekarti"]),
        ("djoemilla", ["Jumila"]),
        ("reg-2611-002", ["Jumila"]),
        ("002", ["Jumila"]),
        ("polres", ["Jumila", "Soekarti"]),
        ("  Polres   BOGOR ", ["Jumila", "Soekarti"]),
        ("100%", []),
        ("_", []),
        ("%", []),
        ("'", []),
        ("zzz", []),
        ("", ["Jumila", "Soekarti"]),
    ],
)
def test_numbers_names_and_referrers_are_searched(
    shelter: Shelter, text: str, found: list[str]
) -> None:
    shelter.arrive("Soekarti")
    shelter.arrive("Jumila")
    assert looked_up(shelter, text) == found


def test_the_number_of_a_paper_sheet_finds_the_arrival_copied_from_it(shelter: Shelter) -> None:
    command = RegisterArrival(a_form("Kenanga"), paper_number="k-07")
    shelter.act(register_arrival, command)
    shelter.arrive("Melati")
    (line,) = shelter.ask(book, replace(WEEK, text="k-07")).lines
    assert (line.name, line.paper_number) == ("Kenanga", "K-07")


def test_what_was_withdrawn_is_not_in_the_book(shelter: Shelter) -> None:
    done = shelter.act(register_arrival, RegisterArrival(a_form()))
    shelter.act(done.inverse.act, done.inverse.command)
    assert shelter.ask(book, WEEK) == Book(0, (), more=False, counted_only=False)


def test_the_secretariat_gets_a_count_that_no_name_changes(shelter: Shelter) -> None:
    shelter.arrive("Kenanga")
    shelter.arrive("Melati")
    counted = Book(2, (), more=False, counted_only=True)
    assert shelter.ask(book, WEEK, "eko") == counted
    assert shelter.ask(book, replace(WEEK, text="Kenanga"), "eko") == counted


@pytest.mark.parametrize("login", ["rina", "tania"])
def test_others_do_not_open_it(shelter: Shelter, login: str) -> None:
    with pytest.raises(Denied):
        shelter.ask(book, WEEK, login)


@pytest.mark.parametrize(
    ("first", "last", "total"),
    [
        (date.min, date.max, 1),
        (TODAY, TODAY - timedelta(days=1), 0),
        (date.max, date.max, 0),
        (date.min, date.min, 0),
    ],
)
def test_every_period_can_be_asked_for(
    shelter: Shelter, first: date, last: date, total: int
) -> None:
    shelter.arrive()
    assert shelter.ask(book, BookQuestion(first, last)).total == total


def test_the_newest_two_hundred_are_shown_and_the_rest_is_said(shelter: Shelter) -> None:
    for place in range(MOST_LINES + 1):
        shelter.clock.move(seconds=1)
        shelter.arrive(f"Klien {place}")
    found = shelter.ask(book, WEEK)
    assert (found.total, found.more, len(found.lines)) == (MOST_LINES + 1, True, MOST_LINES)
    assert (found.lines[0].name, found.lines[-1].name) == (f"Klien {MOST_LINES}", "Klien 1")
