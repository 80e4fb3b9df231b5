# SPDX-License-Identifier: Apache-2.0
"""Claims of kinship: what cannot be true, and until when a night's exception lasts."""

from datetime import UTC, date, datetime, timedelta, timezone
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.policies.people.kinship import (
    Claimant,
    KinKind,
    Tie,
    lasts_until,
    observation_problem,
    why_not_kin,
)
from app.policies.reasons import Reason

JAKARTA = timezone(timedelta(hours=7))


def uid(number: int) -> UUID:
    return UUID(int=number)


def who(number: int, years: int | None = None, born: date | None = None) -> Claimant:
    return Claimant(uid(number), years, born)


MOTHER = Tie(uid(1), uid(2), KinKind.MOTHER)


@pytest.mark.parametrize(
    ("elder", "younger", "kind", "ties", "reason"),
    [
        (who(1), who(1), KinKind.SISTER, (), Reason.KIN_WITH_HERSELF),
        (who(1, 34), who(2, 3), KinKind.MOTHER, (), None),
        (who(1, None), who(2, 3), KinKind.MOTHER, (), None),
        (who(1, 12), who(2, 3), KinKind.MOTHER, (), Reason.KIN_MOTHER_TOO_YOUNG),
        (who(1, 13), who(2, 3), KinKind.MOTHER, (), None),
        (who(1, 3), who(2, 34), KinKind.MOTHER, (), Reason.KIN_MOTHER_TOO_YOUNG),
        (who(1, 17), who(2, 19), KinKind.SISTER, (), Reason.KIN_ELDER_YOUNGER),
        (who(1, 19), who(2, 17), KinKind.SISTER, (), None),
        (
            who(1, 17, date(2009, 5, 2)),
            who(2, 17, date(2009, 5, 1)),
            KinKind.SISTER,
            (),
            Reason.KIN_ELDER_YOUNGER,
        ),
        (who(1, 34), who(2, 3), KinKind.GUARDIAN, (MOTHER,), Reason.KIN_KNOWN),
        (who(2), who(1), KinKind.SISTER, (MOTHER,), Reason.KIN_KNOWN),
        (who(3), who(2), KinKind.MOTHER, (MOTHER,), Reason.KIN_SECOND_MOTHER),
        (who(3), who(2), KinKind.GUARDIAN, (MOTHER,), None),
        (
            who(3),
            who(1),
            KinKind.GUARDIAN,
            (MOTHER, Tie(uid(2), uid(3), KinKind.MOTHER)),
            Reason.KIN_IN_A_CIRCLE,
        ),
        (who(3), who(1), KinKind.SISTER, (MOTHER, Tie(uid(2), uid(3), KinKind.MOTHER)), None),
    ],
)
def test_a_claim_and_what_speaks_against_it(
    elder: Claimant,
    younger: Claimant,
    kind: KinKind,
    ties: tuple[Tie, ...],
    reason: Reason | None,
) -> None:
    assert why_not_kin(elder, younger, kind, ties) is reason


@given(st.lists(st.tuples(st.integers(1, 6), st.integers(1, 6)), max_size=12))
def test_accepted_mothers_and_guardians_never_form_a_circle(claims: list[tuple[int, int]]) -> None:
    ties: list[Tie] = []
    for elder, younger in claims:
        if why_not_kin(who(elder), who(younger), KinKind.GUARDIAN, ties) is None:
            ties.append(Tie(uid(elder), uid(younger), KinKind.GUARDIAN))
    for start in range(1, 7):
        above = {tie.elder_id for tie in ties if tie.younger_id == uid(start)}
        for _ in range(7):
            assert uid(start) not in above
            above |= {tie.elder_id for tie in ties if tie.younger_id in above}


@pytest.mark.parametrize(
    ("now", "until"),
    [
        (datetime(2026, 11, 23, 18, 50, tzinfo=UTC), datetime(2026, 11, 24, 1, 0, tzinfo=UTC)),
        (datetime(2026, 11, 24, 0, 59, tzinfo=UTC), datetime(2026, 11, 24, 1, 0, tzinfo=UTC)),
        (datetime(2026, 11, 24, 1, 0, tzinfo=UTC), datetime(2026, 11, 25, 1, 0, tzinfo=UTC)),
        (datetime(2026, 12, 31, 16, 0, tzinfo=UTC), datetime(2027, 1, 1, 1, 0, tzinfo=UTC)),
    ],
)
def test_a_night_ends_at_the_next_eight_o_clock(now: datetime, until: datetime) -> None:
    assert lasts_until(now, now.astimezone(JAKARTA)) == until


@pytest.mark.parametrize(
    ("text", "enough"), [("", False), ("a b c d e f", False), ("bayi menyusu", True)]
)
def test_an_observation_says_something(text: str, enough: bool) -> None:
    assert (observation_problem(text) is None) is enough
