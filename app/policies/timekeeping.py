# SPDX-License-Identifier: Apache-2.0
"""Whether the PC's clock can be believed, and what to add to it where somebody said.

Ages, numbers and deadlines depend on the day. A PC whose battery is empty begins in 2009
each morning, and nobody looks; so whoever sits there is asked for day and hour before
anything else (domain §7.21).
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from app.clock import Timepiece, Zone

LONGEST_PAUSE = timedelta(days=30)
"""A shelter that works writes something down within this time."""


class ClockDoubt(StrEnum):
    """Why a clock is not believed."""

    BEFORE_RECORD = "before_record"
    BEFORE_BACKUP = "before_backup"
    BEFORE_BUILD = "before_build"
    LONG_PAUSE = "long_pause"
    OTHER_ZONE = "other_zone"
    EITHER = "either"


@dataclass(frozen=True, slots=True)
class Seen:
    """What speaks for how late it is at least.

    Attributes:
        built: the day this version of the program was built.
        latest: the newest instant on record since somebody was last asked.
        backup: when the newest backup was made, if that was later.
    """

    built: date
    latest: datetime | None = None
    backup: datetime | None = None


@dataclass(frozen=True, slots=True)
class Answered:
    """What somebody said of the clock last.

    Attributes:
        offset: what has to be added to the PC's clock.
        shown: how far ahead of UTC the PC's hour was then.
    """

    offset: timedelta
    shown: timedelta


@dataclass(frozen=True, slots=True)
class Reckoning:
    """How to go by the PC's clock.

    Attributes:
        offset: what is added to it.
        doubts: why day and hour have to be asked first; empty when they need not.
        dropped: there was a correction, and the PC is right again.
    """

    offset: timedelta
    doubts: tuple[ClockDoubt, ...] = ()
    dropped: bool = False


def doubts(moment: datetime, seen: Seen, zone: Zone) -> tuple[ClockDoubt, ...]:
    """Return what speaks against ``moment`` being now."""
    slack = Timepiece.APART
    against = {
        ClockDoubt.BEFORE_RECORD: seen.latest is not None and moment < seen.latest - slack,
        ClockDoubt.BEFORE_BACKUP: seen.backup is not None and moment < seen.backup - slack,
        ClockDoubt.BEFORE_BUILD: zone.today(moment) < seen.built,
        ClockDoubt.LONG_PAUSE: seen.latest is not None and moment > seen.latest + LONGEST_PAUSE,
    }
    return tuple(doubt for doubt, true in against.items() if true)


def reckon(
    wall: datetime, shown: timedelta, zone: Zone, seen: Seen, answered: Answered | None
) -> Reckoning:
    """Return how to go by a PC's clock.

    A correction holds as long as only the corrected clock can be believed; where only the
    bare one can, the PC is right again; where both can, nobody but a person knows.

    Args:
        wall: what the PC's clock says.
        shown: how far ahead of UTC the hour on the PC is.
        zone: of the shelter.
        seen: what is known to be past.
        answered: what somebody said last.
    """
    right = shown == zone.ahead
    astray = () if right else (ClockDoubt.OTHER_ZONE,)
    bare = (*doubts(wall, seen, zone), *astray)
    if answered is None:
        return Reckoning(timedelta(), bare)
    known = () if right or shown == answered.shown else astray
    corrected = (*doubts(wall + answered.offset, seen, zone), *known)
    if abs(answered.offset) <= Timepiece.APART:
        return Reckoning(timedelta(), corrected)
    if corrected:
        return Reckoning(timedelta(), bare, dropped=not bare)
    return Reckoning(answered.offset, () if bare else (ClockDoubt.EITHER,))


def at_most(wall: datetime, reckoning: Reckoning, seen: Seen) -> datetime | None:
    """Return the latest instant that may be gone by while the clock is doubted, else None."""
    if not reckoning.doubts:
        return None
    known = (wall, wall + reckoning.offset, seen.latest, seen.backup)
    return min(moment for moment in known if moment is not None)
