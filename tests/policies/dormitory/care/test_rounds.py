# SPDX-License-Identifier: Apache-2.0
"""Watch rounds: when the next look is due, whatever the clock says, and what was kept."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.clock import Timepiece, Zone
from app.policies.access import Role
from app.policies.arrivals.follow_ups import FollowUpKind, watch_tasks
from app.policies.dormitory.care.rounds import (
    Kept,
    RoundState,
    Span,
    Watched,
    kept,
    next_round,
    pace,
    state,
    without,
)
from app.policies.dormitory.rules.settings import LOOKS, PROPOSED, RoomingRules

NIGHT = datetime(2026, 11, 23, 18, 50, tzinfo=UTC)
"""01.50 on 24 November in Jakarta."""


def at(minutes: float) -> datetime:
    return NIGHT + timedelta(minutes=minutes)


def stands(watched: Watched, now: datetime, rules: RoomingRules = PROPOSED) -> RoundState:
    found = next_round(watched, rules, now, Zone.WIB)
    return state(found.opens - now, found.due - now)


@pytest.mark.parametrize(
    ("level", "seen", "now", "stands_so"),
    [
        (3, 0, 0, RoundState.LATER),
        (3, 0, 11.9, RoundState.LATER),
        (3, 0, 12, RoundState.DUE),
        (3, 0, 15, RoundState.DUE),
        (3, 0, 15.1, RoundState.OVERDUE),
        (2, 0, 47, RoundState.LATER),
        (2, 0, 48, RoundState.DUE),
        (2, 0, 61, RoundState.OVERDUE),
        (1, 0, 240, RoundState.LATER),
        (1, 0, 251, RoundState.DUE),
        (1, 0, 250 + 240, RoundState.DUE),
        (1, 0, 250 + 241, RoundState.OVERDUE),
    ],
)
def test_each_level_has_its_own_rounds(
    level: int, seen: float, now: float, stands_so: RoundState
) -> None:
    """The morning watch begins 250 minutes after 01.50."""
    assert stands(Watched(level, at(-600), at(seen)), at(now)) is stands_so


@pytest.mark.parametrize("level", [1, 2, 3])
def test_a_level_that_rose_opens_a_round_at_once(level: int) -> None:
    risen = Watched(level, at(0))
    wait = pace(level, PROPOSED)
    assert stands(risen, at(0)) is RoundState.DUE
    assert stands(risen, at(0) + wait) is RoundState.DUE
    assert stands(risen, at(0.1) + wait) is RoundState.OVERDUE


def test_a_lower_level_lengthens_the_round_that_runs() -> None:
    assert next_round(Watched(3, at(-60), at(0)), PROPOSED, at(5), Zone.WIB).due == at(15)
    assert next_round(Watched(2, at(-60), at(0)), PROPOSED, at(5), Zone.WIB).due == at(60)


@pytest.mark.parametrize("zone", list(Zone))
def test_level_one_is_looked_at_once_in_each_watch_across_midnight(zone: Zone) -> None:
    late = datetime(2026, 11, 23, 23, 30, tzinfo=UTC) - zone.ahead
    found = next_round(Watched(1, at(-6000), late), PROPOSED, late, zone)
    assert f"{zone.local(found.opens):%d %H.%M}" == "24 06.00"
    assert f"{zone.local(found.due):%d %H.%M}" == "24 10.00"


minutes = st.floats(-20_000, 20_000, allow_nan=False)
levels = st.sampled_from([1, 2, 3])
lengths = st.tuples(*(st.integers(least, most) for least, most in LOOKS.values()))


@given(level=st.sampled_from([2, 3]), since=minutes, seen=st.none() | minutes, now=minutes)
def test_no_clock_lets_a_round_wait_longer_than_its_time(
    level: int, since: float, seen: float | None, now: float
) -> None:
    """Set back by days after a look, the next one is due now, not in days."""
    watched = Watched(level, at(since), None if seen is None else at(seen))
    due = next_round(watched, PROPOSED, at(now), Zone.WIB).due
    assert due <= at(now) + pace(level, PROPOSED) + Timepiece.APART


@given(level=levels, seen=minutes, minutes_of=lengths)
def test_whoever_was_seen_just_now_is_not_due(
    level: int, seen: float, minutes_of: tuple[int, int, int]
) -> None:
    rules = RoomingRules(**dict(zip(LOOKS, minutes_of, strict=True)))
    assert stands(Watched(level, at(seen), at(seen)), at(seen), rules) is RoundState.LATER


@given(level=levels, seen=minutes, later=st.floats(0, 20_000))
def test_a_round_that_is_overdue_stays_so_until_somebody_looks(
    level: int, seen: float, later: float
) -> None:
    watched = Watched(level, at(seen), at(seen))
    due = next_round(watched, PROPOSED, at(seen), Zone.WIB).due
    assert stands(watched, due + timedelta(minutes=later + 0.1)) is RoundState.OVERDUE


@given(seen=minutes, ahead=st.floats(0, 600))
def test_a_higher_level_is_never_due_later(seen: float, ahead: float) -> None:
    now = at(seen + ahead)
    three, two = (
        next_round(Watched(level, at(seen - 1), at(seen)), PROPOSED, now, Zone.WIB)
        for level in (3, 2)
    )
    assert three.due <= two.due
    assert three.opens <= three.due
    assert two.opens <= two.due


@given(seen=minutes, ahead=st.floats(2, 20_000))
def test_a_look_that_has_not_happened_yet_asks_for_another_now(seen: float, ahead: float) -> None:
    for level in (1, 2, 3):
        watched = Watched(level, at(seen - 9000), at(seen + ahead))
        assert stands(watched, at(seen)) is RoundState.DUE


def test_a_person_never_alone_asks_for_two_things_with_owner_and_time() -> None:
    assert [(each.kind, each.owner, each.due_at) for each in watch_tasks(NIGHT)] == [
        (FollowUpKind.BELONGINGS, Role.CARETAKER, at(30)),
        (FollowUpKind.PSYCHOLOGIST, Role.DUTY_OFFICER, at(60)),
    ]


def spans(*pieces: tuple[int, float, float]) -> tuple[Span, ...]:
    return tuple(Span(level, at(begins), at(ends)) for level, begins, ends in pieces)


@pytest.mark.parametrize(
    ("pieces", "looks", "before", "found"),
    [
        (((3, 0, 60),), (15, 30, 45), None, (3, 0, 15)),
        (((3, 0, 60),), (15, 46), None, (2, 2, 31)),
        (((3, 0, 60),), (), None, (0, 3, 60)),
        (((3, 0, 10),), (), -10, (0, 1, 20)),
        (((3, 0, 14),), (), None, (0, 0, 14)),
        (((2, 0, 480),), tuple(range(60, 480, 60)), None, (7, 0, 60)),
        (((0, 0, 480),), (), None, (0, 0, 0)),
        (((1, 0, 480),), (), None, (0, 1, 480)),
        (((1, 0, 200),), (), None, (0, 0, 200)),
        (((1, 0, 480),), (100,), None, (1, 0, 380)),
        (((3, 0, 20), (2, 20, 80)), (10,), None, (1, 1, 70)),
        (((2, 0, 50), (3, 50, 60)), (), None, (0, 0, 50)),
        (((3, 0, 10), (0, 10, 100), (3, 100, 110)), (), None, (0, 0, 10)),
    ],
)
def test_a_watch_counts_looks_misses_and_the_longest_gap(
    pieces: tuple[tuple[int, float, float], ...],
    looks: tuple[float, ...],
    before: float | None,
    found: tuple[int, int, float],
) -> None:
    last = None if before is None else at(before)
    said = kept(spans(*pieces), [at(each) for each in looks], PROPOSED, last)
    done, missed, longest = found
    assert said == Kept(done, missed, timedelta(minutes=longest))


@given(looks=st.lists(st.floats(0, 480), max_size=60), level=levels)
def test_every_look_counts_once_and_none_is_missed_within_the_pace(
    looks: list[float], level: int
) -> None:
    said = kept(spans((level, 0, 480)), [at(each) for each in looks], PROPOSED, None)
    assert said.done == len(looks)
    if level > 1:
        assert (said.missed == 0) == (said.longest <= pace(level, PROPOSED))


def test_time_out_of_the_house_is_cut_out() -> None:
    cut = without(spans((3, 0, 60), (2, 60, 120)), [(at(-5), at(10)), (at(50), at(70))])
    assert cut == spans((0, 0, 10), (3, 10, 50), (0, 50, 60), (0, 60, 70), (2, 70, 120))
    assert without(spans((3, 0, 60)), [(at(70), at(80))]) == spans((3, 0, 60))
    assert without(spans((3, 0, 60)), [(at(-1), at(80))]) == spans((0, 0, 60))
