# SPDX-License-Identifier: Apache-2.0
"""Watches at the desk and a PC clock that cannot be trusted after a power cut."""

from datetime import datetime, timedelta
from enum import StrEnum


class ShiftKind(StrEnum):
    """Which third of the day a watch belongs to."""

    MORNING = "morning"
    AFTERNOON = "afternoon"
    NIGHT = "night"


HOURS: dict[ShiftKind, tuple[int, int]] = {
    ShiftKind.MORNING: (6, 14),
    ShiftKind.AFTERNOON: (14, 22),
    ShiftKind.NIGHT: (22, 6),
}
"""First and last hour of each watch in the shelter's zone (ux §3)."""


def kind_at(local: datetime) -> ShiftKind:
    """Return the watch a local time belongs to."""
    if 6 <= local.hour < 14:
        return ShiftKind.MORNING
    return ShiftKind.AFTERNOON if 14 <= local.hour < 22 else ShiftKind.NIGHT


def planned_end(kind: ShiftKind, started: datetime) -> datetime:
    """Return when a watch that began at local time ``started`` should be handed over."""
    end = started.replace(hour=HOURS[kind][1], minute=0, second=0, microsecond=0)
    return end if end > started else end + timedelta(days=1)


def clock_jumped_back(
    last_seen: datetime, now: datetime, tolerance: timedelta = timedelta(minutes=2)
) -> bool:
    """Say whether the PC clock went back since the last recorded instant (domain §7.21)."""
    return now < last_seen - tolerance
