# SPDX-License-Identifier: Apache-2.0
"""What was said of one age, judged together: a paper may lie, and two persons end it."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.policies.people.age import AgeBasis, AgeReason, TreatedAs, judge_age
from app.policies.people.age_reading import read_age
from app.policies.people.born import birthday, is_adult, is_young, may_be_adult
from app.policies.people.statements import Said, together

TODAY = date(2026, 11, 24)
DOC, SELF, ESCORT, GUESS, ASSESSED = (
    AgeBasis.DOCUMENT,
    AgeBasis.SELF,
    AgeBasis.ESCORT,
    AgeBasis.ESTIMATE,
    AgeBasis.ASSESSMENT,
)
CHILD, ADULT = TreatedAs.CHILD, TreatedAs.ADULT


def said(
    typed: str,
    basis: AgeBasis,
    day: date = TODAY,
    by: int = 1,
    *,
    ends: bool = False,
    doubt: bool = True,
) -> Said:
    judged = judge_age(read_age(typed, day), basis, day, doubt=doubt)
    return Said(judged, day, UUID(int=by), ends)


def born_for(years: int) -> str:
    return f"1/1/{TODAY.year - years}"


@pytest.mark.parametrize(
    ("statements", "treated", "maybe"),
    [
        ([("16", SELF), (born_for(22), DOC)], CHILD, True),
        ([(born_for(22), DOC), ("16", SELF)], CHILD, True),
        ([(born_for(22), DOC), ("17", ESCORT), ("22", SELF)], CHILD, True),
        ([(born_for(22), DOC), ("15-17", GUESS)], CHILD, True),
        ([(born_for(22), DOC), ("22", SELF)], ADULT, False),
        ([(born_for(22), DOC), ("30", SELF)], ADULT, False),
        ([(born_for(22), DOC), ("?", SELF)], ADULT, False),
        ([(born_for(22), DOC), (born_for(16), DOC)], CHILD, True),
        ([("?", SELF), (born_for(35), DOC)], CHILD, True),
        ([("22", SELF), (born_for(22), DOC)], CHILD, True),
        ([("34", SELF), (born_for(34), DOC)], ADULT, False),
        ([("16", SELF), (born_for(16), DOC)], CHILD, False),
        ([(born_for(16), DOC), ("24", SELF)], CHILD, True),
        ([(born_for(12), DOC), ("15", GUESS)], CHILD, False),
        ([("34", SELF), ("16", ESCORT)], CHILD, True),
        ([("34", SELF), ("40", ESCORT)], ADULT, False),
        ([("d", GUESS), ("17", SELF)], CHILD, True),
        ([("12", SELF), ("34", ESCORT)], CHILD, True),
    ],
)
def test_anything_credible_that_says_child_makes_her_one(
    statements: list[tuple[str, AgeBasis]], treated: TreatedAs, maybe: bool
) -> None:
    days = [TODAY + timedelta(days=at) for at in range(len(statements))]
    told = [said(*each, day) for each, day in zip(statements, days, strict=True)]
    taken = together(told, days[-1])
    assert taken.treated_as is treated
    assert may_be_adult(taken.adult_from, taken.born, days[-1]) is maybe


def test_a_paper_that_makes_her_older_is_doubted_and_says_so() -> None:
    taken = together([said("16", SELF), said(born_for(22), DOC, by=2)], TODAY)
    assert (taken.reason, taken.adult_from) == (AgeReason.PAPER_DOUBTED, None)
    assert taken.born.nominal == birthday(TODAY, -16)


def test_a_paper_that_fits_what_she_says_decides_alone() -> None:
    """16 by herself, and born on 1 March 2010: the day of the certificate is the day she grows."""
    taken = together([said("16", SELF), said("1/3/2010", DOC, by=2)], TODAY)
    assert taken.adult_from == date(2028, 3, 1)
    assert taken.born.earliest == taken.born.latest == date(2010, 3, 1)
    assert together([said("16", SELF), said("1/3/2010", DOC, by=2)], date(2028, 3, 1)) == (
        taken.__class__(
            taken.stated, DOC, taken.band, ADULT, AgeReason.DOCUMENT_ADULT, taken.adult_from,
            taken.born,
        )
    )  # fmt: skip


def test_two_persons_end_it_and_a_child_said_after_begins_anew() -> None:
    told = [said("16", SELF), said(born_for(22), DOC, by=2)]
    told.append(said(born_for(22), ASSESSED, by=3, ends=True))
    assert together(told, TODAY).treated_as is ADULT
    told.append(said("16", SELF, TODAY + timedelta(days=1)))
    assert together(told, TODAY + timedelta(days=1)).treated_as is CHILD


def test_a_slip_that_the_same_hand_mends_at_once_leaves_no_small_child() -> None:
    mended = together([said("7", SELF), said("17", SELF)], TODAY)
    assert not is_young(mended.born, TODAY)
    another = together([said("7", SELF), said("17", SELF, by=2)], TODAY)
    assert is_young(another.born, TODAY)


def test_a_slip_never_ends_a_presumption() -> None:
    assert together([said("12", SELF), said("34", SELF)], TODAY).treated_as is CHILD


@pytest.mark.parametrize(
    ("own", "other", "treated", "maybe"),
    [
        ((born_for(19), DOC), ("17", SELF), CHILD, True),
        (("17", SELF), (born_for(19), DOC), CHILD, True),
        (("12", DOC), ("?", GUESS), CHILD, False),
        ((born_for(12), DOC), ("?", GUESS), CHILD, False),
        ((born_for(30), DOC), ("31", SELF), ADULT, False),
        (("?", GUESS), ("12", SELF), CHILD, True),
    ],
)
def test_what_is_known_of_one_who_may_be_the_same_counts(
    own: tuple[str, AgeBasis], other: tuple[str, AgeBasis], treated: TreatedAs, maybe: bool
) -> None:
    taken = together([said(*own)], TODAY, [said(*other)])
    assert taken.treated_as is treated
    assert may_be_adult(taken.adult_from, taken.born, TODAY) is maybe


def test_of_whom_no_age_is_known_nobody_becomes_a_small_child_by_a_likeness() -> None:
    assert not is_young(together([said("?", GUESS)], TODAY, [said("9", SELF)]).born, TODAY)


def test_what_two_persons_ended_is_not_begun_anew_by_an_earlier_entry() -> None:
    ended = said(born_for(22), DOC, TODAY, ends=True)
    before, after = (said("16", SELF, TODAY + timedelta(days=days)) for days in (-9, 1))
    assert together([ended], TODAY, [before]).treated_as is ADULT
    assert together([ended], TODAY + timedelta(days=1), [after]).treated_as is CHILD


_TYPED = st.sampled_from(
    ["?", "d", "7", "12", "14", "15-17", "16", "17", "19", "22", "24", "30",
     born_for(9), born_for(16), born_for(22), born_for(30)]
)  # fmt: skip
_TOLD = st.lists(
    st.tuples(_TYPED, st.sampled_from([DOC, SELF, ESCORT, GUESS]), st.integers(1, 3)),
    min_size=1,
    max_size=5,
)


@given(_TOLD, st.integers(0, 900))
def test_whoever_was_a_child_once_stays_one_until_it_is_ended_or_her_birthday_comes(
    told: list[tuple[str, AgeBasis, int]], gap: int
) -> None:
    day, statements = TODAY, []
    before = None
    for typed, basis, by in told:
        statements.append(said(typed, basis, day, by))
        taken = together(statements, day)
        if before is not None and not is_adult(before.adult_from, day):
            assert taken.treated_as is CHILD
        before = taken
        day += timedelta(days=gap // len(told))


@given(_TOLD, st.data())
def test_whoever_she_is_by_any_statement_is_reckoned_with(
    told: list[tuple[str, AgeBasis, int]], data: st.DataObject
) -> None:
    """No statement but one that a paper confirms or a slip replaced is ever left out."""
    statements = [
        said(typed, basis, TODAY + timedelta(days=at), by)
        for at, (typed, basis, by) in enumerate(told)
    ]
    day = TODAY + timedelta(days=len(told))
    taken = together(statements, day)
    papers = [
        each for each in statements if each.judged.basis is DOC and each.judged.stated.birth_date
    ]
    if papers or taken.treated_as is ADULT:
        return
    each = data.draw(st.sampled_from(statements)).judged
    if each.born.earliest is None or each.born.latest is None:
        return
    true_birth = data.draw(st.dates(each.born.earliest, each.born.latest))
    if birthday(true_birth, 18) <= day:
        assert may_be_adult(taken.adult_from, taken.born, day)
    if birthday(true_birth, 13) > day:
        assert is_young(taken.born, day)
