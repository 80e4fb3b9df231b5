# SPDX-License-Identifier: Apache-2.0
"""The PC's clock with what was said of it; steady when somebody sets the PC's."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.clock import Pc, Timepiece, Zone, now
from tests.helpers.pc import WrongPc

NOON = datetime(2026, 11, 24, 5, tzinfo=UTC)


@pytest.mark.parametrize("jump", [timedelta(days=-6000), timedelta(hours=-2), timedelta(days=40)])
def test_a_clock_that_is_set_is_not_followed_until_it_is_trusted(jump: timedelta) -> None:
    pc = WrongPc(NOON)
    clock = pc.timepiece()
    pc.wait(hours=1)
    pc.set_to(pc.moment + jump)
    assert clock.set_meanwhile
    pc.wait(minutes=5)
    assert clock() == NOON + timedelta(hours=1, minutes=5)
    clock.trust(timedelta(0))
    assert clock() == pc.moment
    assert not clock.set_meanwhile


def test_small_steps_of_a_network_are_followed_for_ever() -> None:
    pc = WrongPc(NOON)
    clock = pc.timepiece()
    for _ in range(200):
        pc.wait(minutes=1)
        pc.set_to(pc.moment + timedelta(seconds=5))
        assert not clock.set_meanwhile
        clock.follow()
    assert clock() == pc.moment


def test_a_jump_is_not_taken_for_a_small_step() -> None:
    pc = WrongPc(NOON)
    clock = pc.timepiece()
    pc.set_to(NOON + timedelta(hours=3))
    clock.follow()
    assert clock.set_meanwhile
    assert clock() == NOON


def test_a_doubted_clock_says_no_more_than_is_known() -> None:
    pc = WrongPc(NOON)
    clock = pc.timepiece()
    clock.trust(timedelta(), NOON - timedelta(days=3))
    pc.wait(hours=2)
    assert clock() == NOON - timedelta(days=3)


@given(
    st.timedeltas(timedelta(days=-7000), timedelta(days=7000)),
    st.lists(st.integers(0, 100_000), max_size=5),
)
def test_a_correction_goes_with_the_pc(offset: timedelta, waits: list[int]) -> None:
    pc = WrongPc(NOON)
    clock = pc.timepiece()
    clock.trust(offset)
    for seconds in waits:
        pc.wait(seconds=seconds)
        assert clock() == pc.moment + offset


def test_this_pc_can_be_asked() -> None:
    pc = Pc()
    assert abs(pc.wall() - now()) < timedelta(minutes=1)
    assert abs(pc.shown()) <= timedelta(hours=14)
    first = pc.steady()
    assert pc.steady() >= first
    clock = Timepiece()
    assert abs(clock() - now()) < timedelta(minutes=1)


def test_zones_lie_where_they_lie() -> None:
    assert [zone.ahead for zone in Zone] == [timedelta(hours=hours) for hours in (7, 8, 9)]
