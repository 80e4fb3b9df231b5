# SPDX-License-Identifier: Apache-2.0
"""A log line of WARNING or above that a test did not announce fails it."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field


@dataclass
class Logged:
    """What was logged; a test that wants it says so with ``expected``."""

    lines: list[str] = field(default_factory=list)
    expected: bool = False


@contextmanager
def quiet_log() -> Iterator[Logged]:
    """Raise ``AssertionError`` at the end when something was logged unannounced.

    Watches the making of records, because our own logger replaces its handlers and does
    not propagate.
    """
    logged = Logged()
    before = logging.getLogRecordFactory()

    def record(*arguments: object, **named: object) -> logging.LogRecord:
        made = before(*arguments, **named)
        if made.levelno >= logging.WARNING:
            logged.lines.append(f"{made.name} {made.levelname} {made.getMessage()}")
        return made

    logging.setLogRecordFactory(record)
    try:
        yield logged
    finally:
        logging.setLogRecordFactory(before)
    assert logged.expected or not logged.lines, f"unexpected log: {logged.lines}"
