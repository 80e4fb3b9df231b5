# SPDX-License-Identifier: Apache-2.0
"""Wrong passwords in a row, remembered across restarts so that waiting cannot be skipped."""

import json
import math
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from app import note_file


class Attempts:
    """Counts wrong passwords for each login in a small file without secrets.

    Args:
        path: the file; unreadable counts as empty.
        wait_seconds: how long to wait after so many failures.
    """

    def __init__(self, path: Path, wait_seconds: Callable[[int], int]) -> None:
        self._path = path
        self._wait_seconds = wait_seconds

    def seconds_left(self, login: str, now: datetime) -> int:
        """Return how long ``login`` still has to wait; none when the clock went back."""
        failures, last = self._read().get(login, (0, None))
        wait = self._wait_seconds(failures)
        if last is None or now < last:
            return 0
        left = last + timedelta(seconds=wait) - now
        return max(0, math.ceil(left.total_seconds()))

    def failed(self, login: str, now: datetime) -> int:
        """Count one wrong password and return the wait it causes, in seconds."""
        kept = self._read()
        failures = kept.get(login, (0, None))[0] + 1
        kept[login] = (failures, now)
        self._write(kept)
        return self._wait_seconds(failures)

    def succeeded(self, login: str) -> None:
        """Forget the failures; a colleague's success releases everybody who waits."""
        if self._read():
            self._write({})

    def _read(self) -> dict[str, tuple[int, datetime | None]]:
        try:
            return note_file.read(self._path, _taken)
        except note_file.Unreadable:
            return {}

    def _write(self, kept: dict[str, tuple[int, datetime | None]]) -> None:
        fresh = self._path.with_name(self._path.name + ".new")
        fresh.write_text(
            json.dumps(
                {
                    login: (failures, last.isoformat())
                    for login, (failures, last) in kept.items()
                    if last is not None
                }
            ),
            encoding="utf-8",
        )
        fresh.replace(self._path)


def _taken(kept: dict[str, Any]) -> dict[str, tuple[int, datetime | None]]:
    return {
        login: (note_file.whole(failures), note_file.instant(last))
        for login, (failures, last) in kept.items()
    }
