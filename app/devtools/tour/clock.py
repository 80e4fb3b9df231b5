# SPDX-License-Identifier: Apache-2.0
"""A running clock that begins at ten to two in the night and can be put forward."""

from datetime import UTC, datetime, timedelta

from app.clock import Zone, now

_HOUR, _MINUTE = 1, 50
_NIGHT = timedelta(hours=8)


def ten_to_two(moment: datetime) -> datetime:
    """Return the last 01.50 in Jakarta whose whole night is over at ``moment``.

    What a tour writes down may not lie ahead of the PC's clock, which would be doubted.
    """
    local = Zone.WIB.local(moment) - _NIGHT
    start = local.replace(hour=_HOUR, minute=_MINUTE, second=0, microsecond=0)
    return (start if start <= local else start - timedelta(days=1)).astimezone(UTC)


class TourClock:
    """Runs at the PC's pace from another hour."""

    def __init__(self, start: datetime) -> None:
        self._ahead = start - now()

    def __call__(self) -> datetime:
        """Return the tour's instant in UTC."""
        return now() + self._ahead

    def put_to(self, hour: int, minute: int) -> None:
        """Go forward to the next such local time in Jakarta."""
        local = Zone.WIB.local(self())
        wanted = local.replace(hour=hour, minute=minute, second=0, microsecond=0)
        if wanted <= local:
            wanted += timedelta(days=1)
        self._ahead += wanted - local
