# SPDX-License-Identifier: Apache-2.0
"""Times copied from a paper sheet: which night an hour means, and what is no time at all."""

from datetime import date, datetime, timedelta, timezone

import pytest

from app.policies.arrivals.moments import read_coming, read_day, read_moment, with_day
from app.policies.people.names import TextProblem
from app.policies.reasons import Reason

WIB = timezone(timedelta(hours=7))


def at(text: str) -> datetime:
    return datetime.strptime(text, "%Y-%m-%d %H:%M").replace(tzinfo=WIB)


@pytest.mark.parametrize(
    ("typed", "now", "meant"),
    [
        ("02.14", "2026-11-24 05:00", "2026-11-24 02:14"),
        (" 2:14 ", "2026-11-24 05:00", "2026-11-24 02:14"),
        ("0214", "2026-11-24 05:00", "2026-11-24 02:14"),
        ("05.00", "2026-11-24 05:00", "2026-11-24 05:00"),
        ("05.01", "2026-11-24 05:00", "2026-11-23 05:01"),
        ("00.00", "2026-11-24 00:10", "2026-11-24 00:00"),
        ("23.50", "2026-11-24 00:10", "2026-11-23 23:50"),
        ("23.50", "2026-03-01 00:10", "2026-02-28 23:50"),
        ("23.50", "2027-01-01 00:10", "2026-12-31 23:50"),
        ("23/11 02.14", "2026-11-24 05:00", "2026-11-23 02:14"),
        ("23-11, 0214", "2026-11-24 05:00", "2026-11-23 02:14"),
        ("1.3 7.05", "2026-03-02 05:00", "2026-03-01 07:05"),
        ("23/11/2026 02.14", "2026-11-24 05:00", "2026-11-23 02:14"),
        ("23/11/26 02.14", "2026-11-24 05:00", "2026-11-23 02:14"),
        ("31/12 23.50", "2027-01-01 00:10", "2026-12-31 23:50"),
        ("1/1 00.10", "2026-12-31 23:50", "2027-01-01 00:10"),
        ("25/11 02.14", "2026-11-24 05:00", "2026-11-25 02:14"),
        ("29/2 02.14", "2028-03-01 05:00", "2028-02-29 02:14"),
    ],
)
def test_what_a_time_means(typed: str, now: str, meant: str) -> None:
    assert read_moment(typed, at(now)) == at(meant)


def test_the_seconds_of_now_do_not_push_this_minute_to_yesterday() -> None:
    now = at("2026-11-24 05:00").replace(second=30, microsecond=7)
    assert read_moment("05.00", now) == at("2026-11-24 05:00")


def test_nothing_written_means_no_time() -> None:
    assert read_moment("  ", at("2026-11-24 05:00")) is None


@pytest.mark.parametrize(
    "typed",
    [
        "24.00",
        "12.60",
        "2",
        "malam",
        "1.2.3",
        "-2.14",
        "23/11",
        "kemarin 02.14",
        "02.14 02.14 02.14",
    ],
)
def test_what_is_no_time(typed: str) -> None:
    with pytest.raises(TextProblem) as problem:
        read_moment(typed, at("2026-11-24 05:00"))
    assert problem.value.reason is Reason.TIME_UNREADABLE


@pytest.mark.parametrize("typed", ["31/11 02.14", "29/2 02.14", "0/11 02.14", "11/23 02.14"])
def test_a_day_that_does_not_exist(typed: str) -> None:
    with pytest.raises(TextProblem) as problem:
        read_moment(typed, at("2026-11-24 05:00"))
    assert problem.value.reason is Reason.DATE_IMPOSSIBLE


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("02.14", "24/11 02.14"),
        ("2350", "23/11 23.50"),
        ("23/11 02.14", "23/11 02.14"),
        ("", ""),
        ("malam", "malam"),
        ("25.10", "25.10"),
    ],
)
def test_an_hour_is_kept_with_the_day_it_means_today(typed: str, kept: str) -> None:
    now = at("2026-11-24 05:00")
    assert with_day(typed, now) == kept
    if kept not in {"", "malam", "25.10"}:
        assert read_moment(kept, now + timedelta(days=1)) == read_moment(typed, now)


@pytest.mark.parametrize(
    ("typed", "now", "meant"),
    [
        ("16.30", "2026-11-24 05:00", "2026-11-24 16:30"),
        ("04.59", "2026-11-24 05:00", "2026-11-25 04:59"),
        ("05.00", "2026-11-24 05:00", "2026-11-25 05:00"),
        ("01.00", "2026-12-31 23:50", "2027-01-01 01:00"),
        ("25/11 09.00", "2026-11-24 05:00", "2026-11-25 09:00"),
        ("25/11/2026 0900", "2026-11-24 05:00", "2026-11-25 09:00"),
        ("2/1 09.00", "2026-12-31 23:50", "2027-01-02 09:00"),
        ("23/11 09.00", "2026-11-24 05:00", "2026-11-23 09:00"),
    ],
)
def test_what_a_time_to_come_means(typed: str, now: str, meant: str) -> None:
    assert read_coming(typed, at(now)) == at(meant)


@pytest.mark.parametrize("typed", ["24.30", "besok", "16", "31/2 09.00", "-1.00"])
def test_no_time_to_come(typed: str) -> None:
    with pytest.raises(TextProblem):
        read_coming(typed, at("2026-11-24 05:00"))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("30/11", date(2026, 11, 30)),
        (" 30-11 ", date(2026, 11, 30)),
        ("30.11.26", date(2026, 11, 30)),
        ("30/11/2027", date(2027, 11, 30)),
        ("5/1", date(2027, 1, 5)),
        ("23/11", date(2026, 11, 23)),
        ("29/2/2028", date(2028, 2, 29)),
    ],
)
def test_what_a_day_means(typed: str, meant: date) -> None:
    assert read_day(typed, date(2026, 11, 24)) == meant


@pytest.mark.parametrize(
    "typed", ["31/11", "29/2/2027", "0/1", "30", "30/11 09.00", "besok", "30/13"]
)
def test_no_day(typed: str) -> None:
    with pytest.raises(TextProblem) as caught:
        read_day(typed, date(2026, 11, 24))
    assert caught.value.reason is Reason.DATE_IMPOSSIBLE


@pytest.mark.parametrize("empty", ["", "  "])
def test_nothing_written_means_nothing(empty: str) -> None:
    assert read_coming(empty, at("2026-11-24 05:00")) is None
    assert read_day(empty, date(2026, 11, 24)) is None
