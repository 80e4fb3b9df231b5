# SPDX-License-Identifier: Apache-2.0
"""Who becomes an adult soon: 90, 30 and 7 days ahead (ux §7).

On the day itself the rules change and the bed does not move by itself; that is why the day
stands on a list this long before it.
"""

from datetime import date
from enum import StrEnum


class Turning(StrEnum):
    """How near the day is; ``TURNED`` while an adult still lies where a child may."""

    TURNED = "turned"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"


_BANDS = ((7, Turning.WEEK), (30, Turning.MONTH), (90, Turning.QUARTER))
LONGEST = _BANDS[-1][0]
"""Days ahead that the list reaches."""


def turning(adult_from: date | None, today: date) -> Turning | None:
    """Return how near the first day as an adult is; None where it is far or not known."""
    if adult_from is None:
        return None
    days = (adult_from - today).days
    if days <= 0:
        return Turning.TURNED
    return next((band for most, band in _BANDS if days <= most), None)
