# SPDX-License-Identifier: Apache-2.0
"""Dates, times and durations as screens show them (ux §2): "24 Nov 2026", "02.14"."""

from datetime import date, datetime

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from app.clock import Zone
from app.policies.people.age import PROVEN, AgeBasis, BirthPrecision, StatedAge
from app.policies.people.born import Born, age_in_years, years_of
from app.policies.people.names import masked
from app.ui.texts import words

_REGISTER = "REG-"
_TWO_DAYS = 2 * 24 * 60
"""Minutes."""


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


def age_read(stated: StatedAge, today: date) -> str:
    """Return how a typed age was read: ``17 Aug 2009 · 17 years``, ``15–17 years``."""
    if stated.birth_date is not None:
        born = stated.birth_date
        years = _years(age_in_years(min(born, today), today))
        if stated.birth_precision is BirthPrecision.YEAR:
            return f"{born.year} · {years}"
        shape = "d MMM yyyy" if stated.birth_precision is BirthPrecision.DAY else "MMM yyyy"
        day = QLocale().toString(QDate(born.year, born.month, born.day), shape)
        return f"{day} · {years}"
    if stated.months is None:
        return ""
    if stated.most_months is not None:
        return _years(f"{stated.months // 12}–{stated.most_months // 12}")
    if stated.months < 24:
        return QCoreApplication.translate("Format", "{0} months").format(stated.months)
    return _years(stated.months // 12)


def age_span(born: Born, today: date) -> str:
    """Return between which ages somebody may be: ``16``, ``16–17``, ``18+``; empty if unknown."""
    least = years_of(born.latest, today)
    if least is None:
        return ""
    most = years_of(born.earliest, today)
    if most is None:
        return f"{least}+"
    return str(least) if least == most else f"{least}–{most}"


def age_told(born: Born, basis: AgeBasis | None, said_on: date, today: date) -> str:
    """Return an age as what it is: ``16–17, Estimate 24 Nov 2026``; a proven one is a number."""
    span = age_span(born, today)
    if not span or basis in PROVEN:
        return span
    return f"{span}, {words(basis or AgeBasis.ESTIMATE)} {short_day(said_on)}"


def years(many: int | None) -> str:
    """Return an age in whole years in words; empty if unknown."""
    return "" if many is None else _years(many)


def _years(many: int | str) -> str:
    return QCoreApplication.translate("Format", "{0} years").format(many)


def waited(minutes: int) -> str:
    """Return a waiting time in words."""
    if minutes < 60:
        return QCoreApplication.translate("Format", "{0} min").format(minutes)
    if minutes < 24 * 60:
        return QCoreApplication.translate("Format", "{0} h {1} min").format(*divmod(minutes, 60))
    return QCoreApplication.translate("Format", "{0} d {1} h").format(*divmod(minutes // 60, 24))


def late(since: datetime, now: datetime) -> str:
    """Return how long something is overdue, in the unit that fits: minutes, hours, days."""
    minutes = max(1, int((now - since).total_seconds()) // 60)
    if minutes < 60:
        return QCoreApplication.translate("Format", "late by {0} min").format(minutes)
    if minutes < _TWO_DAYS:
        return QCoreApplication.translate("Format", "late by {0} h").format(minutes // 60)
    return QCoreApplication.translate("Format", "late by {0} days").format(minutes // (24 * 60))


def called(name: str, number: str, *, hide: bool) -> str:
    """Return what somebody is called where her number stands beside it or belongs to nobody else.

    Where no name is known it is her number.
    """
    if not name:
        return number
    return masked(name) if hide else name


def person(name: str, number: str, *, hide: bool) -> str:
    """Return what somebody is called; a masked name has her number, since others begin like it."""
    who = called(name, number, hide=hide)
    return f"{who} {number.removeprefix(_REGISTER)}" if hide and name else who


def numbered(name: str, number: str, *, hide: bool) -> str:
    """Return how somebody is called and her own number: ``Me** · REG-2611-003``."""
    return " · ".join(dict.fromkeys((called(name, number, hide=hide), number)))


def placed(place: str, name: str, number: str, *, hide: bool) -> str:
    """Return bed and number of somebody, who is then no other: ``101-A · REG-2611-003``.

    Her name stands between them unless names are hidden; two hidden names look alike.
    """
    return " · ".join(filter(None, (place, "" if hide else name, number)))
