# SPDX-License-Identifier: Apache-2.0
"""Rooms and beds as they are typed: floor space, how many beds, which letters."""

import re
from collections.abc import Iterable
from decimal import Decimal
from itertools import count

from app.policies.people.names import TextProblem
from app.policies.reasons import Reason

LEAST_AREA_DM2, MOST_AREA_DM2 = 400, 20_000
"""Square decimetres: a room somebody can sleep in, and the largest dormitory."""
MOST_BEDS = 20
_AREA = re.compile(r"([0-9]{1,4})(?:[.,]([0-9]{1,2}))?\s*(?:m2|m²)?")
_LETTER = re.compile(r"[\s,;/]+")


def read_area(text: str) -> int:
    """Return square decimetres for square metres typed as 16, 16.5 or 16,5 m².

    Raises:
        TextProblem: it is no number.
    """
    found = _AREA.fullmatch(text.strip().lower())
    if found is None:
        raise TextProblem(Reason.AREA_LIMIT)
    return int(Decimal(f"{found[1]}.{found[2] or 0}") * 100)


def read_count(text: str) -> int:
    """Return a number of beds or a floor.

    Raises:
        TextProblem: it is no whole number of at most two digits.
    """
    typed = text.strip()
    if not (typed.isascii() and typed.isdigit() and len(typed) <= 2):
        raise TextProblem(Reason.COUNT_LIMIT)
    return int(typed)


def read_letters(text: str) -> tuple[str, ...]:
    """Return the beds meant by ``B, D`` or ``b d``, each once."""
    parts = (part.upper() for part in _LETTER.split(text) if part)
    return tuple(dict.fromkeys(parts))


def area_problem(area_dm2: int) -> Reason | None:
    """Return what is wrong with a floor space in square decimetres."""
    return None if LEAST_AREA_DM2 <= area_dm2 <= MOST_AREA_DM2 else Reason.AREA_LIMIT


def beds_problem(beds: int, *, bedroom: bool) -> Reason | None:
    """Return what is wrong with a number of beds; only a bedroom must have one."""
    if not 0 <= beds <= MOST_BEDS:
        return Reason.COUNT_LIMIT
    return Reason.NO_BEDS if bedroom and beds == 0 else None


def next_letters(known: Iterable[str], wanted: int) -> tuple[str, ...]:
    """Return the first letters that no bed of the room has yet: A to Z, then A2 and so on."""
    taken = set(known)
    free = (label for label in _labels() if label not in taken)
    return tuple(next(free) for _ in range(wanted))


def _labels() -> Iterable[str]:
    letters = [chr(code) for code in range(ord("A"), ord("Z") + 1)]
    yield from letters
    for turn in count(2):
        yield from (f"{letter}{turn}" for letter in letters)
