# SPDX-License-Identifier: Apache-2.0
"""A small rotating log that never holds names or notes: kinds of errors and places only."""

import logging
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path

_NAME = "teduh"
_BYTES, _FILES = 200_000, 3


def start(path: Path) -> None:
    """Write the log to ``path``; a folder that cannot be written must not stop anybody."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handler = RotatingFileHandler(path, maxBytes=_BYTES, backupCount=_FILES, encoding="utf-8")
    except OSError:
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    stop()
    logger = logging.getLogger(_NAME)
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    logger.propagate = False


def stop() -> None:
    """Close the log."""
    logger = logging.getLogger(_NAME)
    for handler in tuple(logger.handlers):
        logger.removeHandler(handler)
        handler.close()


def bug(error: BaseException) -> None:
    """Log where a bug happened: its kind and the places, never its message."""
    frames = traceback.extract_tb(error.__traceback__)
    places = " < ".join(f"{Path(f.filename).name}:{f.lineno}" for f in reversed(frames))
    logging.getLogger(_NAME).error("bug %s at %s", type(error).__name__, places)
