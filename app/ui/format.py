# SPDX-License-Identifier: Apache-2.0
"""Dates, times and durations as screens show them (ux §2): "24 Nov 2026", "02.14"."""

from datetime import date, datetime

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from app.clock import Zone
from app.policies.people.names import masked


def clock_time(instant: datetime, zone: Zone) -> str:
    """Return the local time with a point: ``02.14``."""
    return f"{zone.local(instant):%H.%M}"


def clock_seconds(instant: datetime, zone: Zone) -> str:
    """Return the local time with seconds: ``02.13.40``."""
    return f"{zone.local(instant):%H.%M.%S}"


def short_day(day: date) -> str:
    """Return an unambiguous date: ``24 Nov 2026``."""
    return QLocale().toString(QDate(day.year, day.month, day.day), "d MMM yyyy")


def long_day(day: date) -> str:
    """Return a date with its weekday: ``Tuesday, 24 November 2026``."""
    return QLocale().toString(QDate(day.year, day.month, day.day), "dddd, d MMMM yyyy")


def day_and_time(instant: datetime, zone: Zone) -> str:
    """Return date and local time."""
    return f"{short_day(zone.today(instant))} {clock_time(instant, zone)}"


def waited(minutes: int) -> str:
    """Return a waiting time in words."""
    if minutes < 60:
        return QCoreApplication.translate("Format", "{0} min").format(minutes)
    if minutes < 24 * 60:
        return QCoreApplication.translate("Format", "{0} h {1} min").format(*divmod(minutes, 60))
    return QCoreApplication.translate("Format", "{0} d {1} h").format(*divmod(minutes // 60, 24))


def person(name: str, number: str, *, hide: bool) -> str:
    """Return how somebody is called on screen; her number where no name is known."""
    if not name:
        return number
    return masked(name) if hide else name
