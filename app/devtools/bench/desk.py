# SPDX-License-Identifier: Apache-2.0
"""From the right password to the usable duty desk, and the memory it then takes."""

import json
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from statistics import median
from time import perf_counter

from app.clock import now
from app.config import Paths
from app.devtools.bench.child import child
from app.devtools.bench.saving import LOGIN
from app.devtools.bench.verdict import Limits, Line, judge
from app.devtools.untouched import untouched
from app.services.staff.training import published_password
from app.services.staff.vault_file import check_password, fitting_key, header_of

_RUNS = 5
_MILLISECONDS = 500
_MEMORY = 3.0


@dataclass(frozen=True, slots=True)
class Opened:
    """One run: seconds to the desk, megabytes with the desk open."""

    seconds: float
    megabytes: float


def measure(paths: Paths) -> Iterator[Line]:
    """Yield the time to the desk and the memory of it.

    The baseline of the time is bare ``sqlcipher3`` opening the same file and reading
    every row of it; that of the memory is a bare main window.

    Args:
        paths: a folder that holds the training shelter.

    Raises:
        RuntimeError: the desk opened unusable; a time would mean nothing.
    """
    key = _key(paths.training)
    opened, read, bare = [], [], []
    for _ in range(_RUNS):
        opened.append(open_desk(paths))
        read.append(_read_bare(paths.training, key))
        with child("bare_window") as process:
            bare.append(process.megabytes())
    times = (median(each.seconds for each in opened) * 1000, median(read) * 1000)
    yield judge("desk_after_password", Limits.VALUE, *times, "ms", _MILLISECONDS)
    memory = median(each.megabytes for each in opened)
    yield judge("memory", Limits.RATIO, memory, median(bare), "MiB", _MEMORY)


def open_desk(paths: Paths) -> Opened:
    """Open the training shelter's desk in a process of its own.

    Raises:
        RuntimeError: the desk is not shown, has no cursor or no tasks.
    """
    with child("desk_window", paths.data, LOGIN) as process:
        said = json.loads(process.said)
        if not (said["shown"] and said["cursor"] and said["tasks"]):
            raise RuntimeError(f"the desk is not usable: {process.said}")
        return Opened(said["seconds"], process.megabytes())


def _key(paths: Paths) -> bytes:
    opened = check_password(paths, header_of(paths), LOGIN, published_password(), now)
    return fitting_key(paths, opened)[1]


def _read_bare(paths: Paths, key: bytes) -> float:
    began = perf_counter()
    with closing(untouched(paths.database, key)) as connection:
        names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        for (name,) in names.fetchall():
            connection.execute(f'SELECT * FROM "{name}"').fetchall()  # noqa: S608
    return perf_counter() - began
