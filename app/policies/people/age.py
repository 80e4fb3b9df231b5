# SPDX-License-Identifier: Apache-2.0
"""Ages: deciding who is treated as a child.

A child is under 18 (law 35/2014). Where the age is uncertain and she may be a child,
she is treated as one until that is settled (presumption of minority, domain §4.3).
``adult_from is None`` means child. This module alone does birthday arithmetic.
"""

import calendar
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

ADULT_YEARS = 18
ELIGIBLE_YEARS = 15
YOUNG_YEARS = 13
"""Below it nobody of unknown age may share her room (ux §5.3)."""
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


class TreatedAs(StrEnum):
    """Which rules apply tonight."""

    CHILD = "child"
    ADULT = "adult"


class BirthPrecision(StrEnum):
    """How exactly a birth date is known; a year alone counts as 31 December."""

    DAY = "day"
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


@dataclass(frozen=True, slots=True)
class StatedAge:
    """An age as it was typed: in months, as a birth date, or "clearly adult"."""

    months: int | None
    birth_date: date | None
    birth_precision: BirthPrecision | None
    evidently_adult: bool = False

    @property
    def is_empty(self) -> bool:
        """Say whether nothing is known."""
        return self.months is None and self.birth_date is None and not self.evidently_adult


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Years up to which an undocumented age is presumed a child's, or doubted (ux §5.3)."""

    presumed_child_up_to: int = 20
    doubt_up_to: int = 24


@dataclass(frozen=True, slots=True)
class AgeJudgement:
    """Stated age, basis, band and treatment, kept apart."""

    stated: StatedAge
    basis: AgeBasis | None
    band: AgeBand
    treated_as: TreatedAs
    reason: AgeReason
    adult_from: date | None
    young_until: date | None = None
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


def birthday(birth_date: date, years: int) -> date:
    """Return the day somebody turns ``years``; born on 29 February counts as 1 March."""
    year = birth_date.year + years
    if (birth_date.month, birth_date.day) == (2, 29) and not calendar.isleap(year):
        return date(year, 3, 1)
    return birth_date.replace(year=year)


def eighteenth_birthday(birth_date: date) -> date:
    """Return the first day of being adult."""
    return birthday(birth_date, ADULT_YEARS)


def is_adult(adult_from: date | None, day: date) -> bool:
    """Say whether somebody is adult on ``day``; unknown means no."""
    return adult_from is not None and adult_from <= day


def age_in_years(birth_date: date, day: date) -> int:
    """Return completed years of age on ``day``; never below zero."""
    years = day.year - birth_date.year
    if birthday(birth_date, years) > day:
        years -= 1
    return max(years, 0)


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
) -> AgeJudgement:
    """Decide the band and the treatment of a stated age.

    Args:
        stated: the age as read.
        basis: how it is known; without one it counts as an estimate.
        today: the shelter's calendar day.
        doubt: whether the officer doubts an undocumented age between the thresholds.
        thresholds: years of ux §5.3; a setting of the shelter.
    """
    limits = thresholds or Thresholds()

    def judged(
        band: AgeBand, reason: AgeReason, adult_from: date | None, *, asks: bool = False
    ) -> AgeJudgement:
        treated = TreatedAs.ADULT if is_adult(adult_from, today) else TreatedAs.CHILD
        young = young_until(stated, today)
        return AgeJudgement(stated, basis, band, treated, reason, adult_from, young, asks)

    if stated.evidently_adult:
        return judged(AgeBand.ADULT, AgeReason.EVIDENTLY_ADULT, today)
    if stated.birth_date is not None and basis is AgeBasis.DOCUMENT:
        turns = eighteenth_birthday(stated.birth_date)
        adult = turns <= today
        reason = AgeReason.DOCUMENT_ADULT if adult else AgeReason.DOCUMENT_CHILD
        return judged(_band(age_in_years(stated.birth_date, today)), reason, turns)
    years = stated_years(stated, today)
    if years is None:
        return judged(AgeBand.UNKNOWN, AgeReason.AGE_UNKNOWN, None)
    band = _band(years)
    if years < ADULT_YEARS:
        return judged(band, AgeReason.STATED_CHILD, None)
    if basis is AgeBasis.DOCUMENT:
        return judged(band, AgeReason.DOCUMENT_ADULT, _adult_since(years, today))
    if years <= limits.presumed_child_up_to:
        return judged(band, AgeReason.NOT_VERIFIED, None)
    if years <= limits.doubt_up_to and doubt:
        return judged(band, AgeReason.DOUBT, None, asks=True)
    asks = years <= limits.doubt_up_to
    return judged(band, AgeReason.CLEARLY_ADULT, _adult_since(years, today), asks=asks)


def young_until(stated: StatedAge, today: date) -> date | None:
    """Return the first day somebody is no longer known to be under 13, or None.

    A stated age without a birth date is counted generously: as young as it can be.
    """
    if stated.birth_date is not None:
        thirteen = birthday(stated.birth_date, YOUNG_YEARS)
        return thirteen if thirteen > today else None
    if stated.months is None or stated.months >= 12 * YOUNG_YEARS:
        return None
    return today + timedelta(days=366 * (YOUNG_YEARS - stated.months // 12))


def is_young(young_until: date | None, day: date) -> bool:
    """Say whether somebody is known to be under 13 on ``day``."""
    return young_until is not None and young_until > day


def held_as_child(judgement: AgeJudgement) -> AgeJudgement:
    """Keep the presumption of minority although the stated age speaks for an adult.

    Duty staff can start the presumption, never end it (ux §5.3); what was stated, its
    basis and band are kept as they are.
    """
    if judgement.treated_as is TreatedAs.CHILD:
        return judgement
    return replace(
        judgement, treated_as=TreatedAs.CHILD, reason=AgeReason.NOT_VERIFIED, adult_from=None
    )


def stated_years(stated: StatedAge, today: date) -> int | None:
    """Return the stated age in whole years, or None."""
    if stated.birth_date is not None:
        return age_in_years(stated.birth_date, today)
    return None if stated.months is None else stated.months // 12
