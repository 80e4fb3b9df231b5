# SPDX-License-Identifier: Apache-2.0
"""Times of the day as people write them down: 02.14, or with the day 23/11 02.14."""

import re
from datetime import date, datetime, timedelta

from app.policies.dates import DateParts, date_parts
from app.policies.people.names import TextProblem
from app.policies.reasons import Reason

_TIME = r"(?P<hour>\d{1,2})\s*[.:]?\s*(?P<minute>\d{2})"
_DAY = r"(?P<day>\d{1,2})\s*[/.-]\s*(?P<month>\d{1,2})(?:\s*[/.-]\s*(?P<year>\d{4}|\d{2}))?"
_MOMENT = re.compile(rf"\s*(?:{_DAY}[\s,]+)?{_TIME}\s*")


def read_moment(text: str, present: datetime) -> datetime | None:
    """Return the instant a text means; None when nothing is written.

    An hour without a day is the last one that struck: one still to come was yesterday's.
    A day without a year lies in the year that brings it nearest to now, so that 31/12 read
    on New Year's Day was yesterday and the day after today is still to come.

    Args:
        text: what was typed.
        present: now, in the shelter's own time (aware); the answer is in the same time.

    Raises:
        TextProblem: it is no time of the day, or its day does not exist.
    """
    if not text.strip():
        return None
    found = _MOMENT.fullmatch(text)
    if found is None:
        raise TextProblem(Reason.TIME_UNREADABLE)
    try:
        said = present.replace(
            hour=int(found["hour"]), minute=int(found["minute"]), second=0, microsecond=0
        )
    except ValueError:
        raise TextProblem(Reason.TIME_UNREADABLE) from None
    if found["day"] is None:
        return said if said <= present else said - timedelta(days=1)
    year = None
    if found["year"] is not None:
        year = int(found["year"]) + (2000 if len(found["year"]) == 2 else 0)
    return _on_day(said, present, DateParts(int(found["day"]), int(found["month"]), year))


def with_day(text: str, present: datetime) -> str:
    """Return a text that means the same tomorrow: 02.14 gets the day it means now.

    What names its day, cannot be read or is empty stays as it was typed.
    """
    found = _MOMENT.fullmatch(text)
    if found is None or found["day"] is not None:
        return text
    try:
        said = read_moment(text, present)
    except TextProblem:
        return text
    return f"{said:%d/%m %H.%M}" if said is not None else text


def _on_day(said: datetime, present: datetime, parts: DateParts) -> datetime:
    """Return an hour on the day that is meant; without a year the nearest to the present.

    Raises:
        TextProblem: there is no such day.
    """
    if parts.year is None:
        years = [present.year - 1, present.year, present.year + 1]
    else:
        years = [parts.year]
    meant = []
    for each in years:
        try:
            meant.append(said.replace(year=each, month=parts.month, day=parts.day or 0))
        except ValueError:
            continue
    if not meant:
        raise TextProblem(Reason.DATE_IMPOSSIBLE)
    return min(meant, key=lambda moment: abs(moment - present))


def read_coming(text: str, present: datetime) -> datetime | None:
    """Return the instant to come that a text means; None when nothing is written.

    An hour without a day is the next one that strikes. A day is read as ``read_moment``
    reads it, so one that has passed gives a moment in the past.

    Args:
        text: what was typed.
        present: now, in the shelter's own time (aware); the answer is in the same time.

    Raises:
        TextProblem: it is no time of the day, or its day does not exist.
    """
    said = read_moment(text, present)
    found = _MOMENT.fullmatch(text)
    if said is None or found is None or found["day"] is not None:
        return said
    return said + timedelta(days=1)


def read_day(text: str, today: date) -> date | None:
    """Return the day that 30/11, 30 Nov or 2026-11-30 means; None when nothing is written.

    Without a year it lies in the year that brings it nearest to today.

    Raises:
        TextProblem: it is no day, or one that does not exist.
    """
    if not text.strip():
        return None
    parts = date_parts(text)
    if parts is None or parts.day is None:
        raise TextProblem(Reason.DATE_IMPOSSIBLE)
    if parts.year is not None and parts.year < 100:
        parts = parts._replace(year=parts.year + 2000)
    noon = datetime(today.year, today.month, today.day, 12)
    return _on_day(noon, noon, parts).date()
