# SPDX-License-Identifier: Apache-2.0
"""Ages as they are typed at the desk: years, months, weeks, ranges, a birth date, “adult”."""

import calendar
import re
from datetime import date

from app.policies.dates import DateParts, date_parts, folded
from app.policies.people.age import NOTHING_STATED, OLDEST_YEARS, BirthPrecision, StatedAge
from app.policies.reasons import Reason

_ABOUT = re.compile(
    r"^(?:±|\+/-|~|sekitar|sktr\.?|kira-kira|kira kira|kurang lebih|about|ca\.?)\s*"
)
_T = r"(?:\s*(?:t|th|thn|tahun|y|years?))"
_B = r"\s*(?:b|bl|bln|bulan|months?)"
_RANGE = re.compile(rf"(\d{{1,3}}){_T}?\s*(?:-|–|—|s/d|sd|sampai|hingga|to)\s*(\d{{1,3}}){_T}?")
_BOTH = re.compile(rf"(\d{{1,3}}){_T}\s*(\d{{1,2}}){_B}")
_MONTHS = re.compile(rf"(\d{{1,3}}){_B}")
_WEEKS = re.compile(r"(\d{1,3})\s*(?:m|mg|mgg|minggu|weeks?)")
_DAYS = re.compile(r"(\d{1,3})\s*(?:hr|hari|days?)")
_YEARS = re.compile(rf"(\d{{1,3}})(?:[.,]([05]))?{_T}?")
_EVIDENT = frozenset({"d", "dewasa", "jelas dewasa"})


class AgeProblem(ValueError):
    """An age that cannot be read; ``reason`` is the code of the sentence to show."""

    def __init__(self, reason: Reason) -> None:
        self.reason = reason
        super().__init__(reason)


def read_age(text: str, today: date) -> StatedAge:
    """Read an age, or when somebody was born.

    Years (``14``, ``17,5``), a range (``15-17``, judged by its lower end), months, weeks and
    days (``8b``, ``2 minggu``, ``10 hari``), a birth date, month or year (``12/3/2012``,
    ``17 Agustus 2009``, ``03/2012``, ``2012``), ``d`` for clearly adult; empty or ``?`` is
    nothing. ``sekitar`` and ``±`` say nothing more than that it is no document. A year of two
    digits is the latest that is not in the future.

    Raises:
        AgeProblem: it cannot be read, is negative, impossible or in the future.
    """
    typed = _ABOUT.sub("", folded(text))
    if typed in {"", "?"}:
        return NOTHING_STATED
    if typed in _EVIDENT:
        return StatedAge(None, None, None, evidently_adult=True)
    if re.fullmatch(r"[-−–]\s*\d+.*", typed):
        raise AgeProblem(Reason.AGE_NEGATIVE)
    if found := _RANGE.fullmatch(typed):
        return _between(int(found[1]), int(found[2]))
    if re.fullmatch(r"(19|20)\d\d", typed):
        return _by_birth_date(date(int(typed), 12, 31), BirthPrecision.YEAR, today)
    months = _months(typed)
    if months is not None:
        return _by_months(months)
    parts = date_parts(typed)
    if parts is not None and parts.year is not None:
        return _born(parts, today)
    if typed.isdecimal():
        raise AgeProblem(Reason.AGE_IMPOSSIBLE)
    raise AgeProblem(Reason.AGE_UNREADABLE)


def _months(typed: str) -> int | None:
    if found := _YEARS.fullmatch(typed):
        return 12 * int(found[1]) + (6 if found[2] == "5" else 0)
    if found := _BOTH.fullmatch(typed):
        return 12 * int(found[1]) + int(found[2])
    if found := _MONTHS.fullmatch(typed):
        return int(found[1])
    if found := _WEEKS.fullmatch(typed):
        return 7 * int(found[1]) * 12 // 365
    if found := _DAYS.fullmatch(typed):
        return int(found[1]) * 12 // 365
    return None


def _between(years: int, most: int) -> StatedAge:
    if most > OLDEST_YEARS or most < years:
        raise AgeProblem(Reason.AGE_IMPOSSIBLE)
    return StatedAge(12 * years, None, None, most_months=12 * most)


def _by_months(months: int) -> StatedAge:
    if months > 12 * OLDEST_YEARS:
        raise AgeProblem(Reason.AGE_IMPOSSIBLE)
    return StatedAge(months, None, None)


def _born(parts: DateParts, today: date) -> StatedAge:
    day, month, year = parts
    if year is not None and year < 100:
        year += today.year // 100 * 100
        if (year, month, day or 1) > (today.year, today.month, today.day):
            year -= 100
    try:
        birth_date = date(year or 0, month, day or 1)
    except ValueError:
        raise AgeProblem(Reason.DATE_IMPOSSIBLE) from None
    if day is not None:
        return _by_birth_date(birth_date, BirthPrecision.DAY, today)
    last = calendar.monthrange(birth_date.year, month)[1]
    return _by_birth_date(birth_date.replace(day=last), BirthPrecision.MONTH, today)


def _by_birth_date(birth_date: date, precision: BirthPrecision, today: date) -> StatedAge:
    first = {
        BirthPrecision.DAY: birth_date,
        BirthPrecision.MONTH: birth_date.replace(day=1),
        BirthPrecision.YEAR: birth_date.replace(month=1, day=1),
    }[precision]
    if first > today:
        raise AgeProblem(Reason.BIRTH_IN_FUTURE)
    if today.year - birth_date.year > OLDEST_YEARS:
        raise AgeProblem(Reason.AGE_IMPOSSIBLE)
    return StatedAge(None, birth_date, precision)
