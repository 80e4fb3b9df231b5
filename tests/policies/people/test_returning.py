# SPDX-License-Identifier: Apache-2.0
"""When two entries may be one person."""

from datetime import date

import pytest

from app.policies.people.returning import (
    EQUAL,
    LIKE,
    lengths_worth_comparing,
    sounds_like,
)

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("likeness", "years", "earlier", "alike"),
    [
        (100, 17, 20, True),
        (100, 17, 21, False),
        (100, 20, 17, True),
        (LIKE, 30, 30, True),
        (LIKE - 0.1, 30, 30, False),
        (EQUAL, None, 30, True),
        (EQUAL - 0.1, None, 30, False),
        (EQUAL, 30, None, True),
        (EQUAL - 0.1, None, None, False),
    ],
)
def test_name_and_age_speak_together(likeness, years, earlier, alike) -> None:
    assert sounds_like(likeness, years, earlier) is alike


@pytest.mark.parametrize("length", [3, 4, 7, 20, 120])
def test_no_length_is_left_out_that_could_still_be_like(length: int) -> None:
    shortest, longest = lengths_worth_comparing("x" * length)
    for other in range(1, 200):
        best = 200 * min(length, other) / (length + other)
        if best >= LIKE:
            assert shortest <= other <= longest
