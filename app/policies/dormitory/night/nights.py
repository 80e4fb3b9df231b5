# SPDX-License-Identifier: Apache-2.0
"""The night of a day: who slept there is who lay there at 03.00 of the following day."""

from datetime import date, datetime, time, timedelta, tzinfo

HOUR = 3
LAST_DAY = date(9998, 12, 30)


def hour_of_night(day: date, zone: tzinfo | None) -> datetime:
    """Return 03.00 local time of the morning that ends the night of ``day``."""
    return datetime.combine(min(day, LAST_DAY) + timedelta(days=1), time(HOUR), zone)


def night_of(local: datetime) -> date:
    """Return the day whose night is the last one that 03.00 has ended."""
    back = 1 if local.time() >= time(HOUR) else 2
    return local.date() - timedelta(days=back)


def nights_between(starts: datetime, ends: datetime) -> int:
    """Return how many nights lie in [starts, ends), both in local time of one zone."""
    if ends <= starts:
        return 0
    return max(0, (_morning(ends) - _morning(starts)).days)


def _morning(local: datetime) -> date:
    """Return the day of the first 03.00 that has not struck before ``local``."""
    return local.date() + timedelta(days=int(local.time() > time(HOUR)))
