# SPDX-License-Identifier: Apache-2.0
"""What may be typed as a reason or as a label of a kept bed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.policies.dormitory.beds.holds import (
    LONGEST_LABEL,
    SHORTEST_WHY,
    clean_label,
    clean_why,
)
from app.policies.people.names import TextProblem
from app.policies.reasons import Reason


@given(st.text(max_size=40))
def test_a_reason_has_ten_letters_or_is_refused(typed: str) -> None:
    try:
        kept = clean_why(typed)
    except TextProblem as problem:
        assert problem.reason is Reason.WHY_SHORT
    else:
        assert len("".join(kept.split())) >= SHORTEST_WHY
        assert kept == kept.strip()


@given(st.text(max_size=120))
def test_a_label_is_one_line_of_at_most_eighty(typed: str) -> None:
    try:
        kept = clean_label(typed)
    except TextProblem as problem:
        assert problem.reason in {Reason.NOTHING_TO_WRITE, Reason.TEXT_TOO_LONG}
    else:
        assert 1 <= len(kept) <= LONGEST_LABEL
        assert kept == " ".join(kept.split())


@pytest.mark.parametrize(
    ("typed", "reason"),
    [("x" * 601, Reason.TEXT_TOO_LONG), ("rusak berat"[:9], Reason.WHY_SHORT)],
)
def test_too_long_and_too_short_reasons(typed: str, reason: Reason) -> None:
    with pytest.raises(TextProblem) as caught:
        clean_why(typed)
    assert caught.value.reason is reason
