# SPDX-License-Identifier: Apache-2.0
"""Ages: deciding who is treated as a child.

A child is under 18 (law 35/2014). Where the age is uncertain and she may be a child,
she is treated as one until that is settled (presumption of minority, domain §4.3).
``adult_from is None`` means child; birthdays are reckoned in ``born``.
"""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from app.policies.people.born import (
    ADULT_YEARS,
    ANY_DAY,
    Born,
    age_in_years,
    birthday,
    eighteenth_birthday,
    is_adult,
)

ELIGIBLE_YEARS = 15
OLDEST_YEARS = 120


class AgeBand(StrEnum):
    """The band of the age as claimed (domain §0.1)."""

    UNDER_15 = "under_15"
    CHILD_15_17 = "child_15_17"
    ADULT = "adult"
    UNKNOWN = "unknown"


class AgeBasis(StrEnum):
    """How an age is known."""

    DOCUMENT = "document"
    SELF = "self"
    ESCORT = "escort"
    ESTIMATE = "estimate"
    ASSESSMENT = "assessment"


PROVEN = frozenset({AgeBasis.DOCUMENT, AgeBasis.ASSESSMENT})
"""What alone can end the presumption of minority, with two persons (ux §5.3)."""


class TreatedAs(StrEnum):
    """Which rules apply tonight."""

    CHILD = "child"
    ADULT = "adult"


class BirthPrecision(StrEnum):
    """How exactly a birth date is known; a month or a year alone counts as its last day."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


class AgeReason(StrEnum):
    """Why somebody is treated as she is."""

    AGE_UNKNOWN = "age_unknown"
    DOCUMENT_CHILD = "document_child"
    DOCUMENT_ADULT = "document_adult"
    STATED_CHILD = "stated_child"
    NOT_VERIFIED = "not_verified"
    DOUBT = "doubt"
    CLEARLY_ADULT = "clearly_adult"
    EVIDENTLY_ADULT = "evidently_adult"
    PAPER_DOUBTED = "paper_doubted"
    SAID_BEFORE = "said_before"


@dataclass(frozen=True, slots=True)
class StatedAge:
    """An age as it was typed: in months, as a birth date, or "clearly adult".

    ``most_months`` is the upper end of a range, which is judged by its lower one.
    """

    months: int | None
    birth_date: date | None
    birth_precision: BirthPrecision | None
    evidently_adult: bool = False
    most_months: int | None = None

    @property
    def is_empty(self) -> bool:
        """Say whether nothing is known."""
        return self.months is None and self.birth_date is None and not self.evidently_adult


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Years up to which an undocumented age is presumed a child's, or doubted (ux §5.3).

    ``margin`` is by how many years an estimate may be wrong, either way.
    """

    presumed_child_up_to: int = 20
    doubt_up_to: int = 24
    margin: int = 2


@dataclass(frozen=True, slots=True)
class AgeJudgement:
    """Stated age, basis, band and treatment, kept apart."""

    stated: StatedAge
    basis: AgeBasis | None
    band: AgeBand
    treated_as: TreatedAs
    reason: AgeReason
    adult_from: date | None
    born: Born = ANY_DAY
    asks_doubt: bool = False

    @property
    def presumed(self) -> bool:
        """Say whether she is treated as a child without being known as one."""
        return is_presumption(self.treated_as, self.reason)


NOTHING_STATED = StatedAge(None, None, None)


def is_presumption(treated_as: TreatedAs, reason: AgeReason) -> bool:
    """Say whether a treatment as a child rests on the presumption of minority."""
    return treated_as is TreatedAs.CHILD and reason not in {
        AgeReason.DOCUMENT_CHILD,
        AgeReason.STATED_CHILD,
    }


def _band(years: int) -> AgeBand:
    if years < ELIGIBLE_YEARS:
        return AgeBand.UNDER_15
    return AgeBand.CHILD_15_17 if years < ADULT_YEARS else AgeBand.ADULT


def _adult_since(years: int, today: date) -> date:
    """Return a day that lies as many years back as she is over 18, counted in 365 days."""
    return today - timedelta(days=365 * (years - ADULT_YEARS))


def judge_age(
    stated: StatedAge,
    basis: AgeBasis | None,
    today: date,
    *,
    doubt: bool = True,
    thresholds: Thresholds | None = None,
    said_on: date | None = None,
) -> AgeJudgement:
    """Decide the band and the treatment of a stated age.

    Args:
        stated: the age as read.
        basis: how it is known; without one it counts as an estimate.
        today: the shelter's calendar day.
        doubt: whether the officer doubts an undocumented age between the thresholds.
        thresholds: years of ux §5.3; a setting of the shelter.
        said_on: the day on which the age was said; a stated age belongs to it. Today if left out.
    """
    limits, said = thresholds or Thresholds(), said_on or today

    def judged(
        band: AgeBand, reason: AgeReason, adult_from: date | None, *, asks: bool = False
    ) -> AgeJudgement:
        treated = TreatedAs.ADULT if is_adult(adult_from, today) else TreatedAs.CHILD
        born = born_by(stated, basis, said, limits.margin)
        return AgeJudgement(stated, basis, band, treated, reason, adult_from, born, asks)

    if stated.evidently_adult:
        return judged(AgeBand.ADULT, AgeReason.EVIDENTLY_ADULT, said)
    if stated.birth_date is not None and basis in PROVEN:
        turns = eighteenth_birthday(stated.birth_date)
        adult = turns <= today
        reason = AgeReason.DOCUMENT_ADULT if adult else AgeReason.DOCUMENT_CHILD
        return judged(_band(age_in_years(stated.birth_date, today)), reason, turns)
    years = stated_years(stated, said)
    if years is None:
        return judged(AgeBand.UNKNOWN, AgeReason.AGE_UNKNOWN, None)
    band = _band(years)
    if years < ADULT_YEARS:
        return judged(band, AgeReason.STATED_CHILD, None)
    if basis in PROVEN:
        return judged(band, AgeReason.DOCUMENT_ADULT, _adult_since(years, said))
    if years <= limits.presumed_child_up_to:
        return judged(band, AgeReason.NOT_VERIFIED, None)
    if years <= limits.doubt_up_to and doubt:
        return judged(band, AgeReason.DOUBT, None, asks=True)
    asks = years <= limits.doubt_up_to
    return judged(band, AgeReason.CLEARLY_ADULT, _adult_since(years, said), asks=asks)


def born_by(stated: StatedAge, basis: AgeBasis | None, today: date, margin: int) -> Born:
    """Return when somebody may have been born who states an age today.

    Who says 17 is not 18 today and may be tomorrow. An estimate may be wrong by ``margin``
    years either way; a range says so itself. A birth date that nobody has seen written is
    taken as what it says.
    """
    spread = margin if basis in {None, AgeBasis.ESTIMATE} else 0
    if stated.evidently_adult:
        return Born(None, birthday(today, -ADULT_YEARS))
    if stated.birth_date is not None:
        day, first = stated.birth_date, stated.birth_date
        if stated.birth_precision is not BirthPrecision.DAY:
            first = day.replace(day=1)
        if stated.birth_precision is BirthPrecision.YEAR:
            first = day.replace(month=1, day=1)
        day = min(day, today)
        return Born(birthday(first, -spread), min(birthday(day, spread), today), day)
    if stated.months is None:
        return ANY_DAY
    years = stated.months // 12
    if stated.most_months is not None:
        first = birthday(today, -(stated.most_months // 12) - 1) + timedelta(days=1)
        last = birthday(today, -years)
        return Born(first, last, last)
    if years == 0 and not spread:
        last = _months_before(today, stated.months)
        return Born(_months_before(today, stated.months + 1), last, last)
    first = birthday(today, -years - max(spread, 1))
    if not spread:
        first += timedelta(days=1)
    return Born(first, birthday(today, min(spread - years, 0)), birthday(today, -years))


def _months_before(day: date, months: int) -> date:
    """Return the day so many months back; the last of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def stated_years(stated: StatedAge, today: date) -> int | None:
    """Return the stated age in whole years, or None."""
    if stated.birth_date is not None:
        return age_in_years(stated.birth_date, today)
    return None if stated.months is None else stated.months // 12
