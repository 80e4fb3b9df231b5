# SPDX-License-Identifier: Apache-2.0
"""``teduh bench``: measures in a throw-away training shelter and judges every line."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from app.clock import now
from app.config import Paths
from app.devtools.bench import (
    board,
    book,
    desk,
    finding,
    grouping,
    paint,
    proposing,
    replanning,
    saving,
)
from app.devtools.bench.child import other_qt_processes
from app.devtools.bench.verdict import Line, table, write
from app.services.staff.training import found_training


def main(target: Path | None) -> int:
    """Measure, print a table, write ``target`` if given; return 1 if anything is over.

    Args:
        target: file for the lines as JSON.
    """
    others = other_qt_processes()
    if others:
        print(
            f"{others} other processes use Qt: the memory ratio will be too high",
            file=sys.stderr,
        )
    return report(_measured(), target)


def report(lines: Iterable[Line], target: Path | None) -> int:
    """Print the lines, write them if wanted, and return the exit code."""
    judged = tuple(lines)
    print(table(judged))
    if target is not None:
        write(target, judged)
    return 0 if all(line.ok for line in judged) else 1


def _measured() -> Iterator[Line]:
    with TemporaryDirectory() as folder:
        paths = Paths(Path(folder))
        found_training(paths.training, now)
        yield from paint.measure(paths.training)
        yield from desk.measure(paths)
        yield from saving.measure(paths.training)
        yield from grouping.measure(paths.training)
        yield from book.measure(paths.training)
        yield from board.measure(paths.training)
    yield from finding.measure()
    yield from proposing.measure()
    yield from replanning.measure()
