# SPDX-License-Identifier: Apache-2.0
"""Rooms as they are typed; nights by their 03.00; the day somebody becomes an adult."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.policies.dormitory.night.nights import hour_of_night, night_of, nights_between
from app.policies.dormitory.night.turning import Turning, turning
from app.policies.dormitory.rooms.building import (
    area_problem,
    beds_problem,
    next_letters,
    read_area,
    read_count,
    read_letters,
)
from app.policies.people.names import TextProblem
from app.policies.reasons import Reason

TODAY = date(2026, 11, 24)
MOMENTS = st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC))


@pytest.mark.parametrize(
    ("text", "dm2"),
    [("16", 1600), (" 16,5 m² ", 1650), ("16.25", 1625), ("4", 400), ("0,09m2", 9)],
)
def test_floor_space_is_read_as_people_write_it(text: str, dm2: int) -> None:
    assert read_area(text) == dm2


@pytest.mark.parametrize("text", ["", "-4", "besar", "16,555", "1e3", "16 m3", "٤", "4.5.6"])
def test_what_is_no_floor_space(text: str) -> None:
    with pytest.raises(TextProblem) as caught:
        read_area(text)
    assert caught.value.reason is Reason.AREA_LIMIT


@pytest.mark.parametrize("text", ["", "-1", "tiga", "3.5", "100", "²", "٣"])
def test_what_is_no_number_of_beds(text: str) -> None:
    with pytest.raises(TextProblem) as caught:
        read_count(text)
    assert caught.value.reason is Reason.COUNT_LIMIT


@pytest.mark.parametrize(
    ("dm2", "fine"), [(399, False), (400, True), (20_000, True), (20_001, False), (-1, False)]
)
def test_floor_space_from_4_to_200(dm2: int, fine: bool) -> None:
    assert (area_problem(dm2) is None) is fine


@pytest.mark.parametrize(
    ("beds", "bedroom", "problem"),
    [
        (0, True, Reason.NO_BEDS),
        (0, False, None),
        (1, True, None),
        (20, True, None),
        (21, True, Reason.COUNT_LIMIT),
        (-1, False, Reason.COUNT_LIMIT),
    ],
)
def test_how_many_beds(beds: int, bedroom: bool, problem: Reason | None) -> None:
    assert beds_problem(beds, bedroom=bedroom) is problem


def test_letters_fill_the_gaps_and_go_on_after_z() -> None:
    assert next_letters("ACD", 3) == ("B", "E", "F")
    letters = next_letters([], 30)
    assert (letters[25], letters[26], letters[29]) == ("Z", "A2", "D2")
    assert read_letters(" b, D;b / a2") == ("B", "D", "A2")
    assert read_letters("  ") == ()


@given(MOMENTS, MOMENTS)
def test_nights_are_the_mornings_at_three_in_between(one: datetime, other: datetime) -> None:
    starts, ends = sorted((one, other))
    mornings = sum(
        starts <= datetime(2020, 1, 1, 3, tzinfo=UTC) + timedelta(days=day) < ends
        for day in range((ends.date() - date(2020, 1, 1)).days + 2)
    )
    assert nights_between(starts, ends) == mornings
    assert nights_between(ends, starts) == 0


@given(MOMENTS)
def test_the_last_night_is_over_and_the_next_one_is_not(moment: datetime) -> None:
    day = night_of(moment)
    assert hour_of_night(day, UTC) <= moment < hour_of_night(day + timedelta(days=1), UTC)


def test_the_last_night_of_the_calendar_can_be_asked_for() -> None:
    assert hour_of_night(date.max, UTC).year == 9998


@pytest.mark.parametrize(
    ("days", "band"),
    [
        (-400, Turning.TURNED),
        (0, Turning.TURNED),
        (1, Turning.WEEK),
        (7, Turning.WEEK),
        (8, Turning.MONTH),
        (30, Turning.MONTH),
        (31, Turning.QUARTER),
        (90, Turning.QUARTER),
        (91, None),
    ],
)
def test_how_near_the_day_is(days: int, band: Turning | None) -> None:
    assert turning(TODAY + timedelta(days=days), TODAY) is band


def test_a_day_that_is_not_known_is_never_near() -> None:
    assert turning(None, TODAY) is None
