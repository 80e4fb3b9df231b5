# SPDX-License-Identifier: Apache-2.0
"""One reader of dates for every field."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.policies.arrivals.moments import read_day
from app.policies.dates import _MONTHS, DateParts, date_parts
from app.policies.people.names import TextProblem

TODAY = date(2026, 11, 24)
YEARS = st.integers(1900, 2100)


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)), st.data())
def test_every_way_to_write_a_day_is_read_back(day: date, data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(_MONTHS[day.month - 1]))
    gap = data.draw(st.sampled_from(["/", "-", ".", " ", " / "]))
    written = data.draw(
        st.sampled_from(
            [
                f"{day.day}{gap}{day.month}{gap}{day.year}",
                f"{day:%d}{gap}{day:%m}{gap}{day.year}",
                f"{day.year}-{day:%m}-{day:%d}",
                f"{day.day} {name} {day.year}",
                f"{day.day}{name}{day.year}",
                f"{day.day}-{name.upper()}-{day.year}",
                f"{name.title()} {day.day}, {day.year}",
            ]
        )
    )
    assert date_parts(written) == DateParts(day.day, day.month, day.year)


@given(st.text(max_size=25))
def test_any_text_is_a_date_or_none(text: str) -> None:
    parts = date_parts(text)
    assert parts is None or parts.month >= 0


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("30/11", "2026-11-30"),
        ("30 Nov", "2026-11-30"),
        ("2 Jan", "2027-01-02"),
        ("30 November 2026", "2026-11-30"),
        ("2026-11-30", "2026-11-30"),
        ("30/11/26", "2026-11-30"),
    ],
)
def test_day_fields_read_the_same(typed: str, day: str) -> None:
    assert read_day(typed, TODAY) == date.fromisoformat(day)


@pytest.mark.parametrize("typed", ["Nov 2026", "31/2", "32 Mei", "kemarin", "11/2026"])
def test_a_day_field_wants_a_day(typed: str) -> None:
    with pytest.raises(TextProblem):
        read_day(typed, TODAY)
