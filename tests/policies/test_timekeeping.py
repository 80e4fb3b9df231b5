# SPDX-License-Identifier: Apache-2.0
"""When a PC's clock is believed, when somebody is asked, and what her answer is worth."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from app.clock import Timepiece, Zone
from app.policies.timekeeping import (
    LONGEST_PAUSE,
    Answered,
    ClockDoubt,
    Seen,
    at_most,
    doubts,
    reckon,
)

BUILT = date(2026, 11, 20)
LATEST = datetime(2026, 11, 23, 19, 13, tzinfo=UTC)
SEEN = Seen(BUILT, LATEST)
WIB = Zone.WIB.ahead


def at(year: int, month: int, day: int, hour: int = 12) -> datetime:
    return datetime(year, month, day, hour, tzinfo=UTC)


@pytest.mark.parametrize(
    ("moment", "seen", "against"),
    [
        (LATEST, SEEN, ()),
        (LATEST + timedelta(days=30), SEEN, ()),
        (LATEST - timedelta(seconds=59), SEEN, ()),
        (LATEST - timedelta(seconds=61), SEEN, (ClockDoubt.BEFORE_RECORD,)),
        (LATEST + timedelta(days=30, seconds=1), SEEN, (ClockDoubt.LONG_PAUSE,)),
        (at(2009, 1, 1), SEEN, (ClockDoubt.BEFORE_RECORD, ClockDoubt.BEFORE_BUILD)),
        (at(2036, 1, 1), SEEN, (ClockDoubt.LONG_PAUSE,)),
        (at(2036, 1, 1), Seen(BUILT), ()),
        (at(2009, 1, 1), Seen(BUILT), (ClockDoubt.BEFORE_BUILD,)),
        (datetime(2026, 11, 19, 16, 59, tzinfo=UTC), Seen(BUILT), (ClockDoubt.BEFORE_BUILD,)),
        (datetime(2026, 11, 19, 17, 0, tzinfo=UTC), Seen(BUILT), ()),
        (
            LATEST + timedelta(hours=1),
            Seen(BUILT, LATEST, LATEST + timedelta(hours=2)),
            (ClockDoubt.BEFORE_BACKUP,),
        ),
    ],
)
def test_what_speaks_against_an_instant(
    moment: datetime, seen: Seen, against: tuple[ClockDoubt, ...]
) -> None:
    assert doubts(moment, seen, Zone.WIB) == against


def test_another_zone_on_the_pc_is_asked_about_once() -> None:
    wall, utc = LATEST + timedelta(hours=1), timedelta()
    assert reckon(wall, utc, Zone.WIB, SEEN, None).doubts == (ClockDoubt.OTHER_ZONE,)
    right = Answered(timedelta(), utc)
    assert reckon(wall, utc, Zone.WIB, SEEN, right).doubts == ()
    other = timedelta(hours=9)
    assert reckon(wall, other, Zone.WIB, SEEN, right).doubts == (ClockDoubt.OTHER_ZONE,)
    assert reckon(wall, WIB, Zone.WIB, SEEN, right).doubts == ()


def test_a_correction_holds_while_only_it_can_be_believed() -> None:
    answered = Answered(LATEST - at(2009, 1, 1), WIB)
    found = reckon(at(2009, 1, 2), WIB, Zone.WIB, SEEN, answered)
    assert (found.offset, found.doubts, found.dropped) == (answered.offset, (), False)


def test_a_correction_is_dropped_once_the_pc_is_right() -> None:
    answered = Answered(LATEST - at(2009, 1, 1), WIB)
    found = reckon(LATEST + timedelta(hours=9), WIB, Zone.WIB, SEEN, answered)
    assert (found.offset, found.doubts, found.dropped) == (timedelta(), (), True)


def test_where_both_can_be_only_a_person_knows() -> None:
    answered = Answered(timedelta(hours=2), WIB)
    found = reckon(LATEST + timedelta(hours=9), WIB, Zone.WIB, SEEN, answered)
    assert found.doubts == (ClockDoubt.EITHER,)
    assert at_most(LATEST + timedelta(hours=9), found, SEEN) == LATEST


def test_where_neither_can_be_the_correction_is_forgotten() -> None:
    answered = Answered(LATEST - at(2009, 1, 1), WIB)
    found = reckon(at(2030, 5, 5), WIB, Zone.WIB, SEEN, answered)
    assert (found.offset, found.doubts, found.dropped) == (
        timedelta(),
        (ClockDoubt.LONG_PAUSE,),
        False,
    )


moments = st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1), timezones=st.just(UTC))
later = st.timedeltas(timedelta(), LONGEST_PAUSE)
shown = st.sampled_from([timedelta(hours=hours) for hours in (0, 7, 8, 9, -5)])


@given(moments, later, later, shown, st.sampled_from(list(Zone)))
def test_a_right_answer_holds_whatever_the_pc_says(
    wall: datetime, first: timedelta, then: timedelta, hours: timedelta, zone: Zone
) -> None:
    """The answer is right at ``first`` after the newest record; it is asked again ``then``."""
    assume(then <= LONGEST_PAUSE - Timepiece.APART)
    true = LATEST + first
    answered = Answered(true - wall, hours)
    seen = Seen(BUILT, true)
    found = reckon(wall + then, hours, zone, seen, answered)
    assert (
        found.doubts
        or found.dropped
        or abs(wall + then + found.offset - (true + then)) <= (Timepiece.APART)
    )
    if found.dropped:
        assert doubts(wall + then, seen, zone) == ()
        assert doubts(true + then, seen, zone) != ()


@given(moments, later, st.none() | st.timedeltas(timedelta(days=-9000), timedelta(days=9000)))
def test_a_doubted_clock_is_never_later_than_anything_known(
    wall: datetime, first: timedelta, offset: timedelta | None
) -> None:
    seen = Seen(BUILT, LATEST + first)
    answered = Answered(offset, WIB) if offset is not None else None
    found = reckon(wall, WIB, Zone.WIB, seen, answered)
    most = at_most(wall, found, seen)
    assert (most is None) == (not found.doubts)
    assert most is None or most <= min(wall, seen.latest)
