# SPDX-License-Identifier: Apache-2.0
"""The duty roster: who stands at the desk and who can be called."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from app.policies.arrivals.shifts import HOURS, ShiftKind, kind_at
from app.policies.reasons import Reason

DAYS_OPEN = 31
"""How many days back a roster can still be set right."""


class DutyKind(StrEnum):
    """At the desk, or at home within reach."""

    AT_DESK = "at_desk"
    ON_CALL = "on_call"


@dataclass(frozen=True, slots=True)
class Candidate:
    """What speaks for and against planning somebody; ``planned`` on this very watch."""

    closed: bool
    runs_desk: bool
    planned: bool


def monday_of(day: date) -> date:
    """Return the Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def watch_at(local: datetime) -> tuple[date, ShiftKind]:
    """Return day and watch of a local time; a night belongs to the day it began."""
    kind = kind_at(local)
    after_midnight = kind is ShiftKind.NIGHT and local.hour < HOURS[ShiftKind.NIGHT][1]
    return local.date() - timedelta(days=int(after_midnight)), kind


def is_closed(day: date, today: date) -> bool:
    """Say whether a day lies too far back to be planned anew."""
    return day < today - timedelta(days=DAYS_OPEN)


def why_not_duty(candidate: Candidate, kind: DutyKind) -> Reason | None:
    """Return why somebody cannot take a duty, or None."""
    if candidate.closed:
        return Reason.DUTY_ACCOUNT_CLOSED
    if kind is DutyKind.AT_DESK and not candidate.runs_desk:
        return Reason.DUTY_NOT_FOR_DESK
    return Reason.DUTY_TWICE if candidate.planned else None
