# SPDX-License-Identifier: Apache-2.0
"""Reads the small files beside the database, whatever bytes lie there; the only way to do so."""

import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any, NoReturn, TypeVar

T = TypeVar("T")
_MOST_BYTES = 1024 * 1024
_MOST_NUMBER = 2**63


class Unreadable(Exception):
    """What lies there is no note of ours; nothing of it was taken."""


class Missing(Unreadable):
    """Nothing lies there."""


def read(path: Path, take: Callable[[dict[str, Any]], T]) -> T:
    """Return what ``take`` makes of the object in a file of ours.

    Args:
        path: the file, written as JSON in UTF-8, of at most one mebibyte.
        take: picks the values out; may raise ``ValueError``, ``KeyError`` or ``TypeError``
            for one it cannot use, and its own errors for what has a sentence of its own.

    Raises:
        Missing: there is no file.
        Unreadable: it cannot be read, is no JSON, or ``take`` could not use it.
    """
    try:
        if not path.is_file() and path.exists():
            raise Unreadable(path.name)
        with path.open("rb") as handle:
            raw = handle.read(_MOST_BYTES + 1)
        if len(raw) > _MOST_BYTES:
            raise Unreadable(path.name)
        kept = json.loads(raw.decode("utf-8"), parse_constant=_no, object_pairs_hook=_once)
        json.dumps(kept, ensure_ascii=False).encode("utf-8")
        return take(kept)
    except FileNotFoundError as error:
        raise Missing(path.name) from error
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise Unreadable(path.name) from error


def text(value: object) -> str:
    """Return a value that has to be a text; ``ValueError`` otherwise."""
    if not isinstance(value, str) or "\0" in value:
        raise ValueError("text")
    return value


def whole(value: object) -> int:
    """Return a value that has to be a whole number from 0 on; ``ValueError`` otherwise."""
    if type(value) is not int or not 0 <= value < _MOST_NUMBER:
        raise ValueError("number")
    return value


def instant(value: object) -> datetime:
    """Return a value that has to be an instant with its zone; ``ValueError`` otherwise."""
    moment = datetime.fromisoformat(text(value))
    if moment.tzinfo is None:
        raise ValueError("zone")
    return moment


def _no(constant: str) -> NoReturn:
    raise ValueError(constant)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return an object; of a name that stands twice nobody knows which is meant."""
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("doubled")
    return found
