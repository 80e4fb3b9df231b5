# SPDX-License-Identifier: Apache-2.0
"""Days of birth: ages on a day, and what may be where a birthday is not known.

This module alone does birthday arithmetic. ``adult_from is None`` means child.
"""

import calendar
from dataclasses import dataclass
from datetime import date

ADULT_YEARS = 18
YOUNG_YEARS = 13
"""Below it nobody who may be grown up shares her room, her own family apart."""
TEEN_YEARS = 15
"""From 13 up to it only with a signature."""


@dataclass(frozen=True, slots=True)
class Born:
    """The days on which somebody may have been born, by what is known of her age.

    Attributes:
        earliest: her birthday if she is as old as she can be; None when she may be any age.
        latest: her birthday if she is as young as she can be; None when nothing says so.
        nominal: her birthday if she is exactly as old as was said.
    """

    earliest: date | None = None
    latest: date | None = None
    nominal: date | None = None


ANY_DAY = Born()


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


def may_be_adult(adult_from: date | None, born: Born, day: date) -> bool:
    """Say whether somebody is treated as a child on ``day`` although she may be 18.

    No age is known, one of 18 or more is stated or doubted, an estimate or a range reaches
    it, or what was stated has grown to it since (ux §5.3; issue "Nobody sleeps beside danger").
    """
    if is_adult(adult_from, day):
        return False
    return born.earliest is None or birthday(born.earliest, ADULT_YEARS) <= day


def is_young(born: Born, day: date) -> bool:
    """Say whether somebody may be under 13 on ``day`` by what is known of her age."""
    return born.latest is not None and birthday(born.latest, YOUNG_YEARS) > day


def is_teen(born: Born, day: date) -> bool:
    """Say whether somebody is surely 13 on ``day`` and by what was said under 15."""
    return (
        born.nominal is not None
        and not is_young(born, day)
        and birthday(born.nominal, TEEN_YEARS) > day
    )


def years_of(born: date | None, day: date) -> int | None:
    """Return completed years on ``day`` of somebody whose day of birth may not be known."""
    return None if born is None else age_in_years(born, day)


def age_in_years(birth_date: date, day: date) -> int:
    """Return completed years of age on ``day``; never below zero."""
    years = day.year - birth_date.year
    if birthday(birth_date, years) > day:
        years -= 1
    return max(years, 0)
