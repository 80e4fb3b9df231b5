# SPDX-License-Identifier: Apache-2.0
"""Ages as they are typed at the desk: years, months, a birth date, a year, “adult”."""

import re
import unicodedata
from datetime import date

from app.policies.people.age import NOTHING_STATED, OLDEST_YEARS, BirthPrecision, StatedAge
from app.policies.reasons import Reason

_DAY_FIRST = re.compile(r"(\d{1,2})[./\- ](\d{1,2})[./\- ](\d{4})")
_MONTHS = re.compile(r"(\d{1,3})\s*(?:b|bl|bln|bulan)")
_YEARS = re.compile(r"(\d{1,3})(?:\s*(?:t|th|thn|tahun))?")
_EVIDENT = frozenset({"d", "dewasa", "jelas dewasa"})


class AgeProblem(ValueError):
    """An age that cannot be read; ``reason`` is the code of the sentence to show."""

    def __init__(self, reason: Reason) -> None:
        self.reason = reason
        super().__init__(reason)


def read_age(text: str, today: date) -> StatedAge:
    """Read an age: ``14``, ``8b``, ``12/3/2012``, ``2012``, ``d``, empty or ``?``.

    Raises:
        AgeProblem: it cannot be read, is negative, impossible or in the future.
    """
    typed = " ".join(unicodedata.normalize("NFKC", text).casefold().split())
    if typed in {"", "?"}:
        return NOTHING_STATED
    if typed in _EVIDENT:
        return StatedAge(None, None, None, evidently_adult=True)
    if re.fullmatch(r"[-−–]\s*\d+.*", typed):
        raise AgeProblem(Reason.AGE_NEGATIVE)
    if found := _DAY_FIRST.fullmatch(typed):
        day, month, year = (int(part) for part in found.groups())
        return _born(day, month, year, today)
    if re.fullmatch(r"(19|20)\d\d", typed):
        return _by_birth_date(date(int(typed), 12, 31), BirthPrecision.YEAR, today)
    if found := _MONTHS.fullmatch(typed):
        return _by_months(int(found[1]))
    if found := _YEARS.fullmatch(typed):
        return _by_months(12 * int(found[1]))
    if typed.isdecimal():
        raise AgeProblem(Reason.AGE_IMPOSSIBLE)
    raise AgeProblem(Reason.AGE_UNREADABLE)


def _by_months(months: int) -> StatedAge:
    if months > 12 * OLDEST_YEARS:
        raise AgeProblem(Reason.AGE_IMPOSSIBLE)
    return StatedAge(months, None, None)


def _born(day: int, month: int, year: int, today: date) -> StatedAge:
    try:
        birth_date = date(year, month, day)
    except ValueError:
        raise AgeProblem(Reason.DATE_IMPOSSIBLE) from None
    return _by_birth_date(birth_date, BirthPrecision.DAY, today)


def _by_birth_date(birth_date: date, precision: BirthPrecision, today: date) -> StatedAge:
    future = birth_date > today if precision is BirthPrecision.DAY else birth_date.year > today.year
    if future:
        raise AgeProblem(Reason.BIRTH_IN_FUTURE)
    if today.year - birth_date.year > OLDEST_YEARS:
        raise AgeProblem(Reason.AGE_IMPOSSIBLE)
    return StatedAge(None, birth_date, precision)
