# SPDX-License-Identifier: Apache-2.0
"""First paint of the login window beside that of a bare main window."""

from collections.abc import Iterator
from statistics import median

from app.config import Paths
from app.devtools.bench.child import child
from app.devtools.bench.verdict import Limits, Line, judge

_RUNS = 15
_LIMIT = 1.6


def measure(paths: Paths) -> Iterator[Line]:
    """Yield the line; the first pair of processes only warms the disk.

    Args:
        paths: a shelter, whose login is painted.
    """
    bare, ours = [], []
    for _ in range(_RUNS + 1):
        with child("bare_window") as process:
            bare.append(process.seconds)
        with child("login_window", paths.data) as process:
            ours.append(process.seconds)
    value, baseline = (median(times[1:]) * 1000 for times in (ours, bare))
    yield judge("first_paint", Limits.RATIO, value, baseline, "ms", _LIMIT)
