# SPDX-License-Identifier: Apache-2.0
"""Time, passed in everywhere: UTC instants inside, the shelter's zone on screen and paper.

The PC's own clock may be wrong, after an empty battery for years; ``Timepiece`` is that
clock with what an officer said of it (``policies.timekeeping`` decides when she is asked).
"""

import sys
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone
from enum import StrEnum
from typing import NamedTuple

Clock = Callable[[], datetime]


class Zone(StrEnum):
    """Indonesia's three zones; none of them knows daylight saving."""

    WIB = "Asia/Jakarta"
    WITA = "Asia/Makassar"
    WIT = "Asia/Jayapura"

    def local(self, instant: datetime) -> datetime:
        """Show ``instant`` (aware, UTC) in this zone."""
        return instant.astimezone(timezone(self.ahead, self.name))

    def today(self, instant: datetime) -> date:
        """Return the calendar day this zone has at ``instant``."""
        return self.local(instant).date()

    @property
    def ahead(self) -> timedelta:
        """Return the fixed distance to UTC."""
        return timedelta(hours=self.offset_hours)

    @property
    def offset_hours(self) -> int:
        """Return the fixed distance to UTC in hours."""
        return {"WIB": 7, "WITA": 8, "WIT": 9}[self.name]


def now() -> datetime:
    """Return the present instant in UTC, to the microsecond."""
    return datetime.now(UTC)


def _shown() -> timedelta:
    return datetime.now().astimezone().utcoffset() or timedelta()


def _steady() -> float:
    """Return seconds that run on while the PC sleeps and whatever its clock is set to."""
    if hasattr(time, "CLOCK_BOOTTIME"):
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    if sys.platform == "darwin":
        return time.clock_gettime(time.CLOCK_MONOTONIC)
    return time.monotonic()


class Pc(NamedTuple):
    """What a PC knows of time.

    Attributes:
        wall: its clock, which anybody can set.
        shown: how far the hour people see on it is ahead of UTC.
        steady: seconds since some moment, never set and running on while it sleeps.
    """

    wall: Clock = now
    shown: Callable[[], timedelta] = _shown
    steady: Callable[[], float] = _steady


class Timepiece:
    """The clock acts are given: the PC's, corrected, and steady when somebody sets the PC's.

    While the clock is doubted it never says more than the newest instant known to be past,
    so that nobody seems older than she is.
    """

    APART = timedelta(minutes=1)
    """So far may wall clock and steady clock part before the wall clock was set."""

    def __init__(self, pc: Pc | None = None) -> None:
        self.pc = pc or Pc()
        self.offset = timedelta()
        self.most: datetime | None = None
        self._base = (self.pc.wall(), self.pc.steady())

    def __call__(self) -> datetime:
        """Return the present instant in UTC, as far as it is known."""
        wall, on = self._read()
        moment = (on if abs(wall - on) > self.APART else wall) + self.offset
        return moment if self.most is None else min(moment, self.most)

    @property
    def set_meanwhile(self) -> bool:
        """Say whether the PC's clock was set since it was trusted last."""
        wall, on = self._read()
        return abs(wall - on) > self.APART

    def follow(self) -> None:
        """Take over the small steps by which a network keeps a clock right."""
        wall, on = self._read()
        if abs(wall - on) <= self.APART:
            self._base = (wall, self.pc.steady())

    def trust(self, offset: timedelta, most: datetime | None = None) -> None:
        """Go by the PC's clock with ``offset`` added, saying ``most`` at the latest."""
        self._base = (self.pc.wall(), self.pc.steady())
        self.offset, self.most = offset, most

    def _read(self) -> tuple[datetime, datetime]:
        """Return what the PC's clock says, and what it would if nobody had set it."""
        wall, steady = self._base
        return self.pc.wall(), wall + timedelta(seconds=self.pc.steady() - steady)


def steady_of(clock: Clock) -> float:
    """Return seconds that nobody sets, for counting how long something still takes."""
    return clock.pc.steady() if isinstance(clock, Timepiece) else clock().timestamp()
