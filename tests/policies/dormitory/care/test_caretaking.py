# SPDX-License-Identifier: Apache-2.0
"""Rules of the caretakers' books: times of the TV room, counts, states of a repair."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.policies.dormitory.beds.facts import RoomPurpose, Side
from app.policies.dormitory.care.caretaking import (
    CLOSED,
    DAY_MINUTES,
    MOST_COUNTED,
    InspectionPoint,
    RepairKind,
    RepairStatus,
    TvTime,
    headcount_problem,
    issue_problem,
    read_minutes,
    repair_for,
    repair_problem,
    tv_problem,
)
from app.policies.people.names import TextProblem
from app.policies.reasons import Reason
from app.policies.roster.duties import covers_both

TV = RoomPurpose.TV_ROOM
SIDES = st.sampled_from([Side.ADULT, Side.CHILD])
TIMES = (
    st.tuples(st.integers(0, DAY_MINUTES), st.integers(0, DAY_MINUTES), SIDES)
    .filter(lambda parts: parts[0] < parts[1])
    .map(lambda parts: TvTime(*parts))
)


@pytest.mark.parametrize(
    ("purpose", "wanted", "problem"),
    [
        (TV, TvTime(0, DAY_MINUTES, Side.CHILD), None),
        (TV, TvTime(1080, 1200, Side.ADULT), None),
        (RoomPurpose.SPARE, TvTime(0, 60, Side.CHILD), (Reason.ROOM_NOT_FOR_TV, "room_id")),
        (TV, TvTime(0, 60, Side.ANY), (Reason.SIDE_NEEDED, "side")),
        (TV, TvTime(-1, 60, Side.CHILD), (Reason.TIME_UNREADABLE, "from_minute")),
        (TV, TvTime(1440, 1440, Side.CHILD), (Reason.TIME_UNREADABLE, "from_minute")),
        (TV, TvTime(60, 60, Side.CHILD), (Reason.ENDS_BEFORE_IT_BEGINS, "to_minute")),
        (TV, TvTime(1320, 60, Side.CHILD), (Reason.ENDS_BEFORE_IT_BEGINS, "to_minute")),
        (TV, TvTime(60, 1441, Side.CHILD), (Reason.ENDS_BEFORE_IT_BEGINS, "to_minute")),
    ],
)
def test_what_a_time_of_the_tv_room_may_be(purpose, wanted, problem) -> None:
    assert tv_problem(purpose, wanted, ()) == problem


@given(st.lists(TIMES, max_size=12))
def test_no_minute_is_ever_given_twice(asked: list[TvTime]) -> None:
    kept: list[TvTime] = []
    for each in asked:
        if tv_problem(TV, each, kept) is None:
            kept.append(each)
    minutes = [at for each in kept for at in range(each.from_minute, each.to_minute)]
    assert len(minutes) == len(set(minutes))
    refused = [each for each in asked if each not in kept]
    for each in refused:
        taken = range(each.from_minute, each.to_minute)
        assert any(at in set(minutes) for at in taken)


def test_a_time_may_begin_when_another_ends() -> None:
    before = TvTime(960, 1080, Side.CHILD)
    assert tv_problem(TV, TvTime(1080, 1200, Side.ADULT), [before]) is None
    assert tv_problem(TV, TvTime(1079, 1200, Side.ADULT), [before]) == (
        Reason.TIMES_OVERLAP,
        "from_minute",
    )


@given(st.integers(0, DAY_MINUTES), st.sampled_from([".", ":", "", " . "]))
def test_every_minute_of_a_day_can_be_typed(minute: int, mark: str) -> None:
    assert read_minutes(f" {minute // 60:02}{mark}{minute % 60:02} ") == minute


@pytest.mark.parametrize(
    "typed", ["", "  ", "sore", "16", "24.01", "25.00", "16.60", "-1.00", "²².00"]
)
def test_what_is_no_time_of_the_day_is_refused(typed: str) -> None:
    with pytest.raises(TextProblem) as caught:
        read_minutes(typed)
    assert caught.value.reason is Reason.TIME_UNREADABLE


@pytest.mark.parametrize(
    ("sides", "both"),
    [
        ([], False),
        ([Side.ADULT], False),
        ([Side.CHILD, Side.CHILD], False),
        ([Side.ADULT, Side.ANY], False),
        ([Side.CHILD, Side.ADULT], True),
        ([Side.CHILD, Side.ANY, Side.ADULT], True),
    ],
)
def test_who_covers_both_sides(sides, both) -> None:
    assert covers_both(sides) is both


@pytest.mark.parametrize(
    ("count", "problem"),
    [
        (-3, Reason.COUNT_LIMIT),
        (0, Reason.COUNT_LIMIT),
        (1, None),
        (20, None),
        (21, Reason.COUNT_LIMIT),
    ],
)
def test_how_many_pieces_can_be_handed_out(count, problem) -> None:
    assert issue_problem(count) is problem


@pytest.mark.parametrize(
    ("counted", "problem"),
    [
        (-1, Reason.COUNTED_LIMIT),
        (0, None),
        (MOST_COUNTED, None),
        (MOST_COUNTED + 1, Reason.COUNTED_LIMIT),
    ],
)
def test_how_many_can_have_been_counted(counted, problem) -> None:
    assert headcount_problem(counted) is problem


@pytest.mark.parametrize("before", RepairStatus)
@pytest.mark.parametrize("after", RepairStatus)
def test_a_closed_repair_stays_closed(before, after) -> None:
    problem = repair_problem(before, after)
    if before in CLOSED:
        assert problem is Reason.REPAIR_CLOSED
    else:
        assert problem is (Reason.NOTHING_CHANGED if before is after else None)


def test_a_broken_thing_is_mended_and_a_dirty_one_is_not() -> None:
    assert repair_for(InspectionPoint.FAN) is RepairKind.FAN
    assert repair_for(InspectionPoint.BEDS) is RepairKind.BED
    assert repair_for(InspectionPoint.CLEAN) is None
    assert repair_for(InspectionPoint.DANGER) is None
