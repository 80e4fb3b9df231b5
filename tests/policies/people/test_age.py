# SPDX-License-Identifier: Apache-2.0
"""Reading ages and deciding who is treated as a child."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.policies.people.age import (
    NOTHING_STATED,
    AgeBand,
    AgeBasis,
    AgeReason,
    BirthPrecision,
    StatedAge,
    Thresholds,
    TreatedAs,
    judge_age,
    stated_years,
)
from app.policies.people.age_reading import AgeProblem, read_age
from app.policies.people.born import (
    age_in_years,
    birthday,
    eighteenth_birthday,
    is_adult,
    is_young,
    may_be_adult,
)
from app.policies.reasons import Reason

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("typed", "months"),
    [
        ("14", 168),
        (" 14 ", 168),
        ("14 tahun", 168),
        ("8b", 8),
        ("8 bln", 8),
        ("0", 0),
        ("１４", 168),
        ("120", 1440),
        ("14\n", 168),
    ],
)
def test_years_and_months(typed: str, months: int) -> None:
    assert read_age(typed, TODAY) == StatedAge(months, None, None)


@pytest.mark.parametrize(
    ("typed", "born", "precision"),
    [
        ("12/3/2012", date(2012, 3, 12), BirthPrecision.DAY),
        ("12-3-2012", date(2012, 3, 12), BirthPrecision.DAY),
        ("12.03.2012", date(2012, 3, 12), BirthPrecision.DAY),
        ("29/2/2008", date(2008, 2, 29), BirthPrecision.DAY),
        ("2012", date(2012, 12, 31), BirthPrecision.YEAR),
        ("2026", date(2026, 12, 31), BirthPrecision.YEAR),
    ],
)
def test_birth_dates(typed: str, born: date, precision: BirthPrecision) -> None:
    assert read_age(typed, TODAY) == StatedAge(None, born, precision)


@pytest.mark.parametrize("typed", ["", "?", "  ", "\n"])
def test_nothing_stated(typed: str) -> None:
    assert read_age(typed, TODAY).is_empty


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("dua belas", Reason.AGE_UNREADABLE),
        ("-3", Reason.AGE_NEGATIVE),
        ("−3", Reason.AGE_NEGATIVE),
        ("200", Reason.AGE_IMPOSSIBLE),
        ("121", Reason.AGE_IMPOSSIBLE),
        ("99999999999", Reason.AGE_IMPOSSIBLE),
        ("1/1/1850", Reason.AGE_IMPOSSIBLE),
        ("25/11/2026", Reason.BIRTH_IN_FUTURE),
        ("1/1/2031", Reason.BIRTH_IN_FUTURE),
        ("2031", Reason.BIRTH_IN_FUTURE),
        ("31-11-2026", Reason.DATE_IMPOSSIBLE),
        ("29/2/2011", Reason.DATE_IMPOSSIBLE),
        ("12/13/2012", Reason.DATE_IMPOSSIBLE),
        ("14'; DROP TABLE person; --", Reason.AGE_UNREADABLE),
        ("🙂", Reason.AGE_UNREADABLE),
        ("١٤ سنة", Reason.AGE_UNREADABLE),
    ],
)
def test_what_cannot_be_read(typed: str, reason: Reason) -> None:
    with pytest.raises(AgeProblem) as caught:
        read_age(typed, TODAY)
    assert caught.value.reason is reason


@given(st.text(max_size=20))
def test_any_text_is_read_or_refused_with_a_reason(typed: str) -> None:
    try:
        stated = read_age(typed, TODAY)
    except AgeProblem as problem:
        assert isinstance(problem.reason, Reason)
    else:
        judged = judge_age(stated, None, TODAY)
        assert (judged.treated_as is TreatedAs.ADULT) == is_adult(judged.adult_from, TODAY)


@pytest.mark.parametrize(
    ("typed", "basis", "doubt", "band", "treated", "reason"),
    [
        ("?", None, True, AgeBand.UNKNOWN, TreatedAs.CHILD, AgeReason.AGE_UNKNOWN),
        ("12", AgeBasis.ESTIMATE, True, AgeBand.UNDER_15, TreatedAs.CHILD, AgeReason.STATED_CHILD),
        ("16", AgeBasis.SELF, True, AgeBand.CHILD_15_17, TreatedAs.CHILD, AgeReason.STATED_CHILD),
        ("18", AgeBasis.SELF, True, AgeBand.ADULT, TreatedAs.CHILD, AgeReason.NOT_VERIFIED),
        ("20", AgeBasis.ESCORT, False, AgeBand.ADULT, TreatedAs.CHILD, AgeReason.NOT_VERIFIED),
        ("21", AgeBasis.ESTIMATE, True, AgeBand.ADULT, TreatedAs.CHILD, AgeReason.DOUBT),
        ("24", None, True, AgeBand.ADULT, TreatedAs.CHILD, AgeReason.DOUBT),
        ("24", None, False, AgeBand.ADULT, TreatedAs.ADULT, AgeReason.CLEARLY_ADULT),
        ("25", AgeBasis.ESTIMATE, True, AgeBand.ADULT, TreatedAs.ADULT, AgeReason.CLEARLY_ADULT),
        ("19", AgeBasis.DOCUMENT, True, AgeBand.ADULT, TreatedAs.ADULT, AgeReason.DOCUMENT_ADULT),
        ("d", None, True, AgeBand.ADULT, TreatedAs.ADULT, AgeReason.EVIDENTLY_ADULT),
        (
            "24/11/2008",
            AgeBasis.DOCUMENT,
            True,
            AgeBand.ADULT,
            TreatedAs.ADULT,
            AgeReason.DOCUMENT_ADULT,
        ),
        (
            "25/11/2008",
            AgeBasis.DOCUMENT,
            True,
            AgeBand.CHILD_15_17,
            TreatedAs.CHILD,
            AgeReason.DOCUMENT_CHILD,
        ),
        ("24/11/2008", AgeBasis.SELF, True, AgeBand.ADULT, TreatedAs.CHILD, AgeReason.NOT_VERIFIED),
        (
            "2008",
            AgeBasis.DOCUMENT,
            True,
            AgeBand.CHILD_15_17,
            TreatedAs.CHILD,
            AgeReason.DOCUMENT_CHILD,
        ),
    ],
)
def test_treatment(
    typed: str,
    basis: AgeBasis | None,
    doubt: bool,
    band: AgeBand,
    treated: TreatedAs,
    reason: AgeReason,
) -> None:
    judged = judge_age(read_age(typed, TODAY), basis, TODAY, doubt=doubt)
    assert (judged.band, judged.treated_as, judged.reason) == (band, treated, reason)


def test_a_documented_child_becomes_adult_on_the_day() -> None:
    judged = judge_age(read_age("25/11/2008", TODAY), AgeBasis.DOCUMENT, TODAY)
    assert judged.adult_from == date(2026, 11, 25)


def test_an_undocumented_child_never_becomes_adult_by_itself() -> None:
    assert judge_age(read_age("17", TODAY), AgeBasis.SELF, TODAY).adult_from is None


def test_presumption_is_told_apart_from_a_stated_child() -> None:
    assert judge_age(NOTHING_STATED, None, TODAY).presumed
    assert judge_age(read_age("19", TODAY), AgeBasis.SELF, TODAY).presumed
    assert not judge_age(read_age("12", TODAY), AgeBasis.SELF, TODAY).presumed


def test_doubt_is_asked_only_between_the_thresholds() -> None:
    asked = [
        years
        for years in range(15, 40)
        if judge_age(read_age(str(years), TODAY), None, TODAY).asks_doubt
    ]
    assert asked == [21, 22, 23, 24]


@given(st.dates(date(1930, 1, 1), date(2026, 11, 24)))
def test_adult_exactly_from_the_eighteenth_birthday(born: date) -> None:
    turns = eighteenth_birthday(born)
    assert age_in_years(born, turns) == 18
    assert age_in_years(born, turns - timedelta(days=1)) == 17


def test_born_on_leap_day_turns_eighteen_on_the_first_of_march() -> None:
    assert eighteenth_birthday(date(2008, 2, 29)) == date(2026, 3, 1)


def test_a_year_alone_counts_as_its_last_day() -> None:
    assert stated_years(read_age("2008", TODAY), TODAY) == 17


def stated(text: str) -> StatedAge:
    return read_age(text, TODAY)


@pytest.mark.parametrize(
    ("typed", "basis", "earliest", "latest", "nominal"),
    [
        ("17", AgeBasis.SELF, "2008-11-25", "2009-11-24", "2009-11-24"),
        ("17", AgeBasis.DOCUMENT, "2008-11-25", "2009-11-24", "2009-11-24"),
        ("16", AgeBasis.ESTIMATE, "2008-11-24", "2012-11-24", "2010-11-24"),
        ("16", None, "2008-11-24", "2012-11-24", "2010-11-24"),
        ("1", AgeBasis.ESTIMATE, "2023-11-24", "2026-11-24", "2025-11-24"),
        ("8b", AgeBasis.ESCORT, "2026-02-24", "2026-03-24", "2026-03-24"),
        ("12/3/2012", AgeBasis.DOCUMENT, "2012-03-12", "2012-03-12", "2012-03-12"),
        ("12/3/2012", AgeBasis.SELF, "2012-03-12", "2012-03-12", "2012-03-12"),
        ("12/3/2012", AgeBasis.ESTIMATE, "2010-03-12", "2014-03-12", "2012-03-12"),
        ("2012", AgeBasis.DOCUMENT, "2012-01-01", "2012-12-31", "2012-12-31"),
        ("2026", AgeBasis.SELF, "2026-01-01", "2026-11-24", "2026-11-24"),
        ("d", AgeBasis.ESTIMATE, None, "2008-11-24", None),
        ("?", AgeBasis.ESTIMATE, None, None, None),
    ],
)
def test_when_somebody_may_have_been_born(
    typed: str, basis: AgeBasis | None, earliest: str, latest: str, nominal: str
) -> None:
    born = judge_age(stated(typed), basis, TODAY).born
    days = (born.earliest, born.latest, born.nominal)
    assert tuple(day and day.isoformat() for day in days) == (earliest, latest, nominal)


@pytest.mark.parametrize(
    ("typed", "basis", "days_later", "may_be"),
    [
        ("17", AgeBasis.SELF, 0, False),
        ("17", AgeBasis.SELF, 1, True),
        ("16", AgeBasis.SELF, 365, False),
        ("16", AgeBasis.SELF, 366, True),
        ("16", AgeBasis.ESTIMATE, 0, True),
        ("15", AgeBasis.ESTIMATE, 0, False),
        ("15", AgeBasis.ESTIMATE, 365, True),
        ("20", AgeBasis.SELF, 0, True),
        ("24", AgeBasis.ESTIMATE, 0, True),
        ("34", AgeBasis.ESTIMATE, 0, False),
        ("25/11/2008", AgeBasis.DOCUMENT, 0, False),
        ("25/11/2008", AgeBasis.DOCUMENT, 1, False),
        ("25/11/2008", AgeBasis.SELF, 1, True),
        ("2008", AgeBasis.DOCUMENT, 0, True),
        ("2009", AgeBasis.SELF, 0, False),
        ("?", AgeBasis.ESTIMATE, 0, True),
        ("d", AgeBasis.ESTIMATE, 0, False),
    ],
)
def test_who_may_be_a_woman(typed: str, basis: AgeBasis, days_later: int, may_be: bool) -> None:
    judged = judge_age(stated(typed), basis, TODAY)
    day = TODAY + timedelta(days=days_later)
    assert may_be_adult(judged.adult_from, judged.born, day) is may_be


@given(
    st.integers(0, 60),
    st.sampled_from(list(AgeBasis)),
    st.integers(0, 5),
    st.floats(0, 1),
    st.integers(0, 4000),
)
def test_no_true_age_lies_outside_what_is_known(
    years: int, basis: AgeBasis, margin: int, where: float, later: int
) -> None:
    """Who says 17 is any 17; who is estimated at 17 is any age within the margin of it."""
    spread = margin if basis is AgeBasis.ESTIMATE else 0
    youngest = min(birthday(TODAY, spread - years), TODAY)
    oldest = birthday(TODAY, -years - max(spread, 1)) + timedelta(days=not spread)
    birth = oldest + (youngest - oldest) * where
    limits = Thresholds(margin=margin)
    judged = judge_age(StatedAge(12 * years, None, None), basis, TODAY, thresholds=limits)
    day = TODAY + timedelta(days=later)
    if age_in_years(birth, day) >= 18:
        assert is_adult(judged.adult_from, day) or may_be_adult(judged.adult_from, judged.born, day)
    if age_in_years(birth, day) < 13:
        assert is_young(judged.born, day)


@pytest.mark.parametrize(
    ("typed", "day", "precision"),
    [
        ("17 Agustus 2009", "2009-08-17", BirthPrecision.DAY),
        ("17-agu-2009", "2009-08-17", BirthPrecision.DAY),
        ("17agt09", "2009-08-17", BirthPrecision.DAY),
        ("August 17, 2009", "2009-08-17", BirthPrecision.DAY),
        ("12 Mei 2010", "2010-05-12", BirthPrecision.DAY),
        ("2012-03-12", "2012-03-12", BirthPrecision.DAY),
        ("2012/3/12", "2012-03-12", BirthPrecision.DAY),
        ("12/3/12", "2012-03-12", BirthPrecision.DAY),
        ("24/11/26", "2026-11-24", BirthPrecision.DAY),
        ("25/11/26", "1926-11-25", BirthPrecision.DAY),
        ("1/1/27", "1927-01-01", BirthPrecision.DAY),
        ("03/2012", "2012-03-31", BirthPrecision.MONTH),
        ("Pebruari 2012", "2012-02-29", BirthPrecision.MONTH),
        ("11/2026", "2026-11-30", BirthPrecision.MONTH),
    ],
)
def test_dates_as_people_write_them(typed: str, day: str, precision: BirthPrecision) -> None:
    assert stated(typed) == StatedAge(None, date.fromisoformat(day), precision)


@pytest.mark.parametrize(
    ("typed", "months", "most"),
    [
        ("17,5", 210, None),
        ("17.5 tahun", 210, None),
        ("16 thn 3 bln", 195, None),
        ("2 minggu", 0, None),
        ("6 minggu", 1, None),
        ("40 hari", 1, None),
        ("sekitar 17", 204, None),
        ("±17", 204, None),
        ("~ 17 th", 204, None),
        ("kira-kira 15-17", 180, 204),
        ("15-17", 180, 204),
        ("15 – 17 tahun", 180, 204),
        ("15 s/d 17", 180, 204),
        ("16-16", 192, 192),
    ],
)
def test_ages_as_people_write_them(typed: str, months: int, most: int | None) -> None:
    assert stated(typed) == StatedAge(months, None, None, most_months=most)


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("17-15", Reason.AGE_IMPOSSIBLE),
        ("15-200", Reason.AGE_IMPOSSIBLE),
        ("31 Februari 2010", Reason.DATE_IMPOSSIBLE),
        ("13/2012", Reason.DATE_IMPOSSIBLE),
        ("12/2026", Reason.BIRTH_IN_FUTURE),
        ("12 Mei", Reason.AGE_UNREADABLE),
        ("17 Foo 2009", Reason.AGE_UNREADABLE),
    ],
)
def test_what_looks_like_a_date_and_is_none(typed: str, reason: Reason) -> None:
    with pytest.raises(AgeProblem) as caught:
        stated(typed)
    assert caught.value.reason is reason


def test_a_range_is_judged_by_its_lower_end_and_bounded_by_both() -> None:
    judged = judge_age(stated("15-17"), AgeBasis.ESTIMATE, TODAY)
    assert (judged.band, judged.treated_as) == (AgeBand.CHILD_15_17, TreatedAs.CHILD)
    born = judged.born
    assert (born.earliest, born.latest) == (date(2008, 11, 25), date(2011, 11, 24))
    grown = judge_age(stated("19-30"), AgeBasis.ESTIMATE, TODAY)
    assert grown.treated_as is TreatedAs.CHILD
    assert may_be_adult(grown.adult_from, grown.born, TODAY)
