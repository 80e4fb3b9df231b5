# SPDX-License-Identifier: Apache-2.0
"""Ages of invented people, as somebody states them on the day all these houses are judged."""

from datetime import date, timedelta

from app.policies.people.born import Born

TODAY = date(2026, 11, 24)


def born(years: int | None, spread: int = 0) -> Born:
    """Return when somebody of so many years was born, give or take; None is any day at all."""
    if years is None:
        return Born()
    oldest = TODAY.replace(year=TODAY.year - years - max(spread, 1))
    if not spread:
        oldest += timedelta(days=1)
    youngest = TODAY.replace(year=TODAY.year - max(years - spread, 0))
    return Born(oldest, youngest, TODAY.replace(year=TODAY.year - years))
