# SPDX-License-Identifier: Apache-2.0
"""Rows of a group: what each cell may hold, and who seems to be in it twice."""

import pytest

from app.policies.answers import Answer, AnswerState, given
from app.policies.arrivals.groups import (
    GroupHeader,
    GroupRow,
    RowProblem,
    copied,
    form_of_row,
    tie_of,
    twin_of,
)
from app.policies.arrivals.registration import CameBy, Sex, UrgentNeed
from app.policies.reasons import Reason

POLICE = GroupHeader(given(CameBy.POLICE), "Polres Bogor", "Bripka Dian", "0812", "Sunda")


def test_a_row_takes_the_header_and_its_own_cells() -> None:
    form = form_of_row(POLICE, GroupRow("Kenanga", "p", "~12", "lh", "a"))
    assert (form.name, form.sex, form.age_text) == ("Kenanga", given(Sex.FEMALE), "12")
    assert form.urgent == given(frozenset({UrgentNeed.INJURED, UrgentNeed.PREGNANT}))
    assert (form.came_by, form.referrer, form.escort) == (
        given(CameBy.POLICE),
        "Polres Bogor",
        "Bripka Dian",
    )
    assert form.language == given("Sunda")


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("", Answer()),
        ("?", Answer(AnswerState.UNKNOWN)),
        ("P", given(Sex.FEMALE)),
        (" l ", given(Sex.MALE)),
    ],
)
def test_a_letter_for_the_sex(typed: str, answer: Answer[Sex]) -> None:
    assert form_of_row(POLICE, GroupRow("K", typed)).sex == answer


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("", Answer()),
        ("?", Answer(AnswerState.UNKNOWN)),
        ("t", given(frozenset())),
        ("S", given(frozenset({UrgentNeed.ILL}))),
        ("l, s", given(frozenset({UrgentNeed.INJURED, UrgentNeed.ILL}))),
    ],
)
def test_letters_for_what_is_urgent(typed: str, answer: Answer[frozenset[UrgentNeed]]) -> None:
    assert form_of_row(POLICE, GroupRow("K", urgent=typed)).urgent == answer


@pytest.mark.parametrize(
    ("row", "cell", "reason"),
    [
        (GroupRow("K", sex="x"), "sex", Reason.SEX_LETTER),
        (GroupRow("K", urgent="tl"), "urgent", Reason.URGENT_LETTERS),
        (GroupRow("K", urgent="luka"), "urgent", Reason.URGENT_LETTERS),
        (GroupRow("K", tie="AB"), "tie", Reason.TIE_UNREADABLE),
        (GroupRow("K", tie="1"), "tie", Reason.TIE_UNREADABLE),
    ],
)
def test_a_cell_that_cannot_be_read_is_named(row: GroupRow, cell: str, reason: Reason) -> None:
    with pytest.raises(RowProblem) as problem:
        (form_of_row(POLICE, row), tie_of(row))
    assert (problem.value.cell, problem.value.reason) == (cell, reason)


def test_unknown_names_and_ages_are_answers() -> None:
    form = form_of_row(GroupHeader(), GroupRow("?", age="?"))
    assert (form.name_state, form.age_state) == (AnswerState.UNKNOWN, AnswerState.UNKNOWN)
    assert form.language == given("Indonesia")


@pytest.mark.parametrize(
    ("row", "others", "place"),
    [
        (GroupRow("Soekarti", age="31"), (GroupRow("Sukarti", age="~31"),), 0),
        (GroupRow("Sukarti", age="31"), (GroupRow("Sukarti", age="12"),), None),
        (GroupRow("?", age="?"), (GroupRow("?", age="?"),), None),
        (GroupRow("", age="12"), (GroupRow("", age="12"),), None),
    ],
)
def test_the_same_woman_twice(row: GroupRow, others: tuple[GroupRow, ...], place: int) -> None:
    assert twin_of(row, others) == place


def test_a_cell_is_copied_from_above() -> None:
    above = GroupRow("Melur", "p", "34", "t", "A")
    assert copied(above, "tie", GroupRow("Kenanga")) == GroupRow("Kenanga", tie="A")


@pytest.mark.parametrize(
    ("row", "blank"), [(GroupRow(), True), (GroupRow(tie="A"), True), (GroupRow(age="?"), False)]
)
def test_a_tie_alone_names_nobody(row: GroupRow, blank: bool) -> None:
    assert row.is_blank is blank
