# SPDX-License-Identifier: Apache-2.0
"""A measured process: started afresh, asked for its memory, let go."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

import psutil

_PATIENCE_SECONDS = 60
_HERE = "app.devtools.bench"


@dataclass(frozen=True, slots=True)
class Child:
    """A running process that said its first line.

    ``seconds`` counts from just before it was started until ``said`` arrived.
    """

    process: subprocess.Popen[str]
    said: str
    seconds: float

    def megabytes(self) -> float:
        """Return its proportional memory (unique memory on Windows) with all its children."""
        root = psutil.Process(self.process.pid)
        kept = [each.memory_full_info() for each in (root, *root.children(recursive=True))]
        return sum(getattr(info, "pss", info.uss) for info in kept) / 2**20


@contextmanager
def child(script: str, *arguments: str | Path) -> Iterator[Child]:
    """Start ``script`` of this package without a screen and wait for its first line.

    The process ends when its standard input is closed.

    Raises:
        RuntimeError: it ended without a word; what it complained of is in the message.
    """
    began = perf_counter()
    process = subprocess.Popen(  # noqa: S603
        [sys.executable, "-m", f"{_HERE}.{script}", *map(str, arguments)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    try:
        assert process.stdout is not None  # noqa: S101
        said = process.stdout.readline()
        seconds = perf_counter() - began
        if not said:
            raise RuntimeError(f"{script}: {process.communicate()[1].strip()}")
        yield Child(process, said.strip(), seconds)
    finally:
        _let_go(process)


def _let_go(process: subprocess.Popen[str]) -> None:
    try:
        process.communicate(timeout=_PATIENCE_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.communicate()


def other_qt_processes() -> int:
    """Return how many other processes have Qt loaded, as far as this user may look."""
    seen = 0
    for process in psutil.process_iter():
        try:
            maps = process.memory_maps()
        except (psutil.Error, OSError, AttributeError):
            continue
        seen += any("Qt6Core" in Path(part.path).name for part in maps)
    return seen
