# SPDX-License-Identifier: Apache-2.0
"""Time, passed in everywhere: UTC instants inside, the shelter's zone on screen and paper."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone
from enum import StrEnum

Clock = Callable[[], datetime]


class Zone(StrEnum):
    """Indonesia's three zones; none of them knows daylight saving."""

    WIB = "Asia/Jakarta"
    WITA = "Asia/Makassar"
    WIT = "Asia/Jayapura"

    def local(self, instant: datetime) -> datetime:
        """Show ``instant`` (aware, UTC) in this zone."""
        return instant.astimezone(timezone(timedelta(hours=self.offset_hours), self.name))

    def today(self, instant: datetime) -> date:
        """Return the calendar day this zone has at ``instant``."""
        return self.local(instant).date()

    @property
    def offset_hours(self) -> int:
        """Return the fixed distance to UTC in hours."""
        return {"WIB": 7, "WITA": 8, "WIT": 9}[self.name]


def now() -> datetime:
    """Return the present instant in UTC, to the microsecond."""
    return datetime.now(UTC)
