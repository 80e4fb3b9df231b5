# SPDX-License-Identifier: Apache-2.0
"""What is written on screens: how late something is, whom a masked name means."""

from datetime import UTC, datetime, timedelta

import pytest

from app.ui import format as shown

DUE = datetime(2026, 11, 4, 1, 50, tzinfo=UTC)


@pytest.mark.parametrize(
    ("by", "told"),
    [
        (timedelta(seconds=30), "late by 1 min"),
        (timedelta(minutes=59), "late by 59 min"),
        (timedelta(minutes=60), "late by 1 h"),
        (timedelta(hours=47, minutes=59), "late by 47 h"),
        (timedelta(days=2), "late by 2 days"),
        (timedelta(days=23, hours=5), "late by 23 days"),
    ],
)
def test_how_late_is_told_in_the_unit_that_fits(by: timedelta, told: str) -> None:
    assert shown.late(DUE, DUE + by) == told


@pytest.mark.parametrize(
    ("name", "hide", "told"),
    [
        ("Roslina", True, "Ro** 2611-034"),
        ("Roslina", False, "Roslina"),
        ("", True, "REG-2611-034"),
        ("", False, "REG-2611-034"),
    ],
)
def test_a_masked_name_has_her_number_beside_it(name: str, *, hide: bool, told: str) -> None:
    assert shown.person(name, "REG-2611-034", hide=hide) == told


@pytest.mark.parametrize(
    ("name", "hide", "told", "in_bed"),
    [
        ("Roslina", True, "Ro** · REG-2611-034", "101-A · REG-2611-034"),
        ("Roslina", False, "Roslina · REG-2611-034", "101-A · Roslina · REG-2611-034"),
        ("", True, "REG-2611-034", "101-A · REG-2611-034"),
        ("", False, "REG-2611-034", "101-A · REG-2611-034"),
    ],
)
def test_a_number_that_is_told_stands_there_once(
    name: str, *, hide: bool, told: str, in_bed: str
) -> None:
    assert shown.numbered(name, "REG-2611-034", hide=hide) == told
    assert shown.placed("101-A", name, "REG-2611-034", hide=hide) == in_bed
