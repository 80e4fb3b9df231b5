# SPDX-License-Identifier: Apache-2.0
"""One measured line: what it cost, what the baseline cost, and whether that is allowed."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path


class Limits(StrEnum):
    """What a limit speaks of; it ends the name of the line."""

    RATIO = "ratio"
    VALUE = "value"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the report.

    ``value`` and ``baseline`` are in ``unit``; ``limit`` is for ``ratio`` where the name
    ends in ``.ratio`` and for ``value`` where it ends in ``.value``.
    """

    name: str
    value: float
    unit: str
    baseline: float
    ratio: float
    limit: float
    ok: bool


def judge(
    name: str, limits: Limits, value: float, baseline: float, unit: str, limit: float
) -> Line:
    """Return the line for a measured value; exactly at the limit is allowed.

    Args:
        name: what was measured.
        limits: whether the limit is for the ratio or for the value itself.
        value: what Teduh cost, in ``unit``.
        baseline: what the bare thing cost in the same run; more than nothing.
        unit: of value and baseline.
        limit: most that is allowed.

    Raises:
        ValueError: the baseline is not more than nothing.
    """
    if baseline <= 0:
        raise ValueError(f"{name}: nothing to compare with")
    ratio = value / baseline
    judged = ratio if limits is Limits.RATIO else value
    return Line(f"{name}.{limits}", value, unit, baseline, ratio, limit, judged <= limit)


def write(target: Path, lines: Iterable[Line]) -> None:
    """Write the lines as JSON."""
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(json.dumps([asdict(line) for line in lines], indent=1), "utf-8")


def table(lines: Iterable[Line]) -> str:
    """Return the lines as a table for a terminal."""
    rows = [f"     {'':<24} {'value':>10} {'baseline':>10}      {'ratio':>7} {'limit':>7}"]
    rows += [
        f"{'ok  ' if line.ok else 'OVER'} {line.name:<24} {line.value:>10.2f} "
        f"{line.baseline:>10.2f} {line.unit:<4} {line.ratio:>7.2f} {line.limit:>7.2f}"
        for line in lines
    ]
    return "\n".join(rows)
