# SPDX-License-Identifier: Apache-2.0
"""The roster: who stands at the desk, who can be called, who looks after a wing."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from app.policies.arrivals.shifts import HOURS, ShiftKind, kind_at
from app.policies.dormitory.beds.facts import Side
from app.policies.reasons import Reason

DAYS_OPEN = 31
"""How many days back a roster can still be set right."""


class DutyKind(StrEnum):
    """At the desk, at home within reach, or in a wing of the dormitory."""

    AT_DESK = "at_desk"
    ON_CALL = "on_call"
    WING = "wing"


class Roster(StrEnum):
    """What is planned and copied together."""

    DESK = "desk"
    WINGS = "wings"


KINDS: dict[Roster, tuple[DutyKind, ...]] = {
    Roster.DESK: (DutyKind.AT_DESK, DutyKind.ON_CALL),
    Roster.WINGS: (DutyKind.WING,),
}
"""The duties of a roster, in the order they are shown."""
_NOT_FIT = {
    DutyKind.AT_DESK: Reason.DUTY_NOT_FOR_DESK,
    DutyKind.WING: Reason.DUTY_NOT_FOR_WING,
}


@dataclass(frozen=True, slots=True)
class Candidate:
    """What speaks for and against planning somebody.

    Attributes:
        closed: her account is.
        fit: the duties her post allows.
        planned: on this very watch, in this very place.
    """

    closed: bool
    fit: frozenset[DutyKind]
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
    """Return why somebody cannot take a duty, or None; anybody can be called."""
    if candidate.closed:
        return Reason.DUTY_ACCOUNT_CLOSED
    if kind in _NOT_FIT and kind not in candidate.fit:
        return _NOT_FIT[kind]
    return Reason.DUTY_TWICE if candidate.planned else None


def covers_both(sides: Iterable[Side]) -> bool:
    """Say whether wings of these sides are of adults and of children (recommendation 121)."""
    return {Side.ADULT, Side.CHILD} <= set(sides)
