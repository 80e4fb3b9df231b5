# SPDX-License-Identifier: Apache-2.0
"""Watch rounds: when somebody has to look in on a person next, and what a watch has kept.

Level 3 and 2 are looked at every so many minutes, level 1 once in each watch of the day
(domain §7.13). An instant that has not come yet proves nothing: a PC clock that went back
never lets a round wait.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import pairwise

from app.clock import Timepiece, Zone
from app.policies.arrivals.shifts import kind_at, planned_end
from app.policies.dormitory.rules.settings import RoomingRules

ONCE_A_WATCH = 1
"""The level that has no minutes of its own."""
_EARLY = 5
"""A round may be made in the last fifth of its time."""


class Found(StrEnum):
    """What a look found."""

    WELL = "well"
    ASLEEP = "asleep"
    AWAKE = "awake"
    NOT_THERE = "not_there"


class RoundState(StrEnum):
    """How a round stands."""

    LATER = "later"
    DUE = "due"
    OVERDUE = "overdue"


@dataclass(frozen=True, slots=True)
class Watched:
    """Somebody who is watched and is in the house.

    Attributes:
        level: of watch, 1 to 3.
        since: when looking began anew: her level rose, or she came back.
        seen: when somebody saw her last since then; None while nobody has.
    """

    level: int
    since: datetime
    seen: datetime | None = None


@dataclass(frozen=True, slots=True)
class Round:
    """The next look at one person: from when it may be made, and by when."""

    opens: datetime
    due: datetime


@dataclass(frozen=True, slots=True)
class Span:
    """A time over which somebody in the house had one level, 0 for none."""

    level: int
    begins: datetime
    ends: datetime


@dataclass(frozen=True, slots=True)
class Kept:
    """How the rounds of one person were kept: looks made, rounds missed, the longest gap."""

    done: int
    missed: int
    longest: timedelta


def pace(level: int, rules: RoomingRules) -> timedelta:
    """Return how long a level may go without a look; level 1 from the beginning of a watch."""
    return timedelta(minutes={3: rules.look_3, 2: rules.look_2, 1: rules.look_1}[level])


def next_round(watched: Watched, rules: RoomingRules, now: datetime, zone: Zone) -> Round:
    """Return the next round; the first one after a level rose is open at once.

    Args:
        watched: whom.
        rules: the minutes in force.
        now: the present instant.
        zone: of the shelter, for the hours of its watches.
    """
    last = watched.seen or watched.since
    if last > now + Timepiece.APART:
        return Round(now, now)
    wait = pace(watched.level, rules)
    if watched.seen is None:
        return Round(last, last + wait)
    if watched.level == ONCE_A_WATCH:
        local = zone.local(last)
        begins = planned_end(kind_at(local), local).astimezone(now.tzinfo)
        return Round(begins, begins + wait)
    return Round(last + wait - wait / _EARLY, last + wait)


def state(opens_in: timedelta, due_in: timedelta) -> RoundState:
    """Return how a round stands that opens and is due after so long; negative is past."""
    if due_in < timedelta():
        return RoundState.OVERDUE
    return RoundState.DUE if opens_in <= timedelta() else RoundState.LATER


def without(spans: Sequence[Span], away: Sequence[tuple[datetime, datetime]]) -> tuple[Span, ...]:
    """Return spans with level 0 where she was out of the house; ``away`` does not overlap."""
    for left, back in away:
        cut: list[Span] = []
        for span in spans:
            out, home = max(span.begins, left), min(span.ends, back)
            if out >= home:
                cut.append(span)
                continue
            pieces = (
                Span(span.level, span.begins, out),
                Span(0, out, home),
                Span(span.level, home, span.ends),
            )
            cut += [piece for piece in pieces if piece.begins < piece.ends]
        spans = cut
    return tuple(spans)


def kept(
    spans: Sequence[Span], looks: Sequence[datetime], rules: RoomingRules, before: datetime | None
) -> Kept:
    """Return how the rounds of a watch were kept.

    Args:
        spans: the watch, one after another without a hole.
        looks: when she was seen in it.
        rules: the minutes in force.
        before: when she was seen last before it, if her level has not risen since.
    """
    done, missed, longest = 0, 0, timedelta()
    base = before
    following = [*spans[1:], None]
    for span, after in zip(spans, following, strict=True):
        if not span.level:
            base = None
            continue
        seen = sorted(look for look in looks if span.begins <= look <= span.ends)
        seen = [look for look in seen if look < span.ends or after is None or not after.level]
        done += len(seen)
        base = base if base is not None else span.begins
        goes_on = after is not None and 0 < after.level <= span.level
        marks = [base, *seen, *([] if goes_on else [span.ends])]
        gaps = [max(later - earlier, timedelta()) for earlier, later in pairwise(marks)]
        longest = max([longest, *gaps])
        wait = pace(span.level, rules)
        if span.level == ONCE_A_WATCH:
            missed += not seen and span.ends - span.begins > wait
        else:
            missed += sum(max(-(-gap // wait) - 1, 0) for gap in gaps)
        base = marks[-1] if goes_on else None
    return Kept(done, missed, longest)
