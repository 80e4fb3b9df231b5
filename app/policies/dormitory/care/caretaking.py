# SPDX-License-Identifier: Apache-2.0
"""What a dormitory caretaker hands out, looks at, asks to be mended and counts."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from app.policies.dormitory.beds.facts import RoomPurpose, Side
from app.policies.people.names import TextProblem
from app.policies.reasons import Reason

MOST_ISSUED = 20
MOST_COUNTED = 500
DAY_MINUTES = 24 * 60
_TIME = re.compile(r"\s*(?P<hour>\d{1,2})\s*[.:]?\s*(?P<minute>\d{2})\s*", re.ASCII)


class Item(StrEnum):
    """Something issued with a bed."""

    SHEET = "sheet"
    BLANKET = "blanket"
    PILLOW = "pillow"
    TOWEL = "towel"
    CLOTHES = "clothes"
    TOILETRIES = "toiletries"
    SANITARY = "sanitary"
    PRAYER_SET = "prayer_set"
    INFANT_KIT = "infant_kit"


class InspectionPoint(StrEnum):
    """One line of the room checklist (paper: spring beds, fans, tiles, clean)."""

    CLEAN = "clean"
    BEDS = "beds"
    FAN = "fan"
    LIGHT = "light"
    WINDOW = "window"
    DOOR = "door"
    BATHROOM = "bathroom"
    PESTS = "pests"
    DANGER = "danger"


class RepairKind(StrEnum):
    """What is broken."""

    FAN = "fan"
    BATHROOM = "bathroom"
    LIGHT = "light"
    WATER = "water"
    DOOR = "door"
    WINDOW = "window"
    BED = "bed"
    POWER = "power"
    OTHER = "other"


class RepairStatus(StrEnum):
    """How far a repair is."""

    ASKED = "asked"
    IN_WORK = "in_work"
    DONE = "done"
    DROPPED = "dropped"


CLOSED = frozenset({RepairStatus.DONE, RepairStatus.DROPPED})
"""States of a repair that nothing follows."""
_MENDED_AS = {
    InspectionPoint.BEDS: RepairKind.BED,
    InspectionPoint.FAN: RepairKind.FAN,
    InspectionPoint.LIGHT: RepairKind.LIGHT,
    InspectionPoint.WINDOW: RepairKind.WINDOW,
    InspectionPoint.DOOR: RepairKind.DOOR,
    InspectionPoint.BATHROOM: RepairKind.BATHROOM,
}


@dataclass(frozen=True, slots=True)
class TvTime:
    """When a TV room is whose on one day of the week; minutes count from midnight."""

    from_minute: int
    to_minute: int
    side: Side

    def meets(self, other: "TvTime") -> bool:
        """Say whether the two share a minute; one may begin when the other ends."""
        return self.from_minute < other.to_minute and other.from_minute < self.to_minute


def issue_problem(count: int) -> Reason | None:
    """Return why so many of one thing are not handed out, or None."""
    return None if 1 <= count <= MOST_ISSUED else Reason.COUNT_LIMIT


def headcount_problem(counted: int) -> Reason | None:
    """Return why nobody can have counted so many, or None."""
    return None if 0 <= counted <= MOST_COUNTED else Reason.COUNTED_LIMIT


def repair_problem(before: RepairStatus, after: RepairStatus) -> Reason | None:
    """Return why a repair cannot go from one state to another, or None.

    What is mended or no longer needed stays so; another fault is another request.
    """
    if before in CLOSED:
        return Reason.REPAIR_CLOSED
    return Reason.NOTHING_CHANGED if before is after else None


def repair_for(point: InspectionPoint) -> RepairKind | None:
    """Return what to ask for when a point is not fine; None where nothing is to be mended."""
    return _MENDED_AS.get(point)


def tv_problem(
    purpose: RoomPurpose, wanted: TvTime, others: Iterable[TvTime]
) -> tuple[Reason, str] | None:
    """Return why a TV room cannot be given at a time, with the field; None where it can.

    The paper found one TV room for all ages: a time belongs to adults or to children,
    never to both.

    Args:
        purpose: what the room is used for.
        wanted: the time asked for.
        others: times already given in this room on this day of the week.
    """
    if purpose is not RoomPurpose.TV_ROOM:
        return Reason.ROOM_NOT_FOR_TV, "room_id"
    if wanted.side is Side.ANY:
        return Reason.SIDE_NEEDED, "side"
    if not 0 <= wanted.from_minute < DAY_MINUTES:
        return Reason.TIME_UNREADABLE, "from_minute"
    if not wanted.from_minute < wanted.to_minute <= DAY_MINUTES:
        return Reason.ENDS_BEFORE_IT_BEGINS, "to_minute"
    if any(wanted.meets(other) for other in others):
        return Reason.TIMES_OVERLAP, "from_minute"
    return None


def read_minutes(text: str) -> int:
    """Return the minute of the day that 16.00, 16:00 or 1600 means; 24.00 is its end.

    Raises:
        TextProblem: nothing is written, or it is no time of the day.
    """
    found = _TIME.fullmatch(text)
    if found is None:
        raise TextProblem(Reason.TIME_UNREADABLE)
    minutes = int(found["hour"]) * 60 + int(found["minute"])
    if int(found["minute"]) > 59 or minutes > DAY_MINUTES:
        raise TextProblem(Reason.TIME_UNREADABLE)
    return minutes
