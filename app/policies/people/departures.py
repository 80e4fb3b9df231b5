# SPDX-License-Identifier: Apache-2.0
"""How somebody leaves the shelter for good."""

from enum import StrEnum


class Outcome(StrEnum):
    """Why her bed is vacated."""

    HOME = "home"
    REFERRED = "referred"
    SISTER_HOUSE = "sister_house"
    WORK = "work"
    OWN_WISH = "own_wish"
    WITHOUT_PLAN = "without_plan"
    AUTHORITY = "authority"
    HOSPITAL = "hospital"
    DIED = "died"


RECEIVED = frozenset(
    {
        Outcome.HOME,
        Outcome.REFERRED,
        Outcome.SISTER_HOUSE,
        Outcome.WORK,
        Outcome.AUTHORITY,
        Outcome.HOSPITAL,
    }
)
"""Outcomes with a destination and somebody who receives her."""
