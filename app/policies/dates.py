# SPDX-License-Identifier: Apache-2.0
"""Calendar dates as people write them: 17/8/2009, 17 Agustus 2009, Agu 2009, 2009-08-17.

One reader for every field of the program; what a missing year or one of two digits means is
for the field to say.
"""

import re
import unicodedata
from typing import NamedTuple

_MONTHS = (
    ("jan", "januari", "january"),
    ("feb", "peb", "februari", "pebruari", "february"),
    ("mar", "mrt", "maret", "march"),
    ("apr", "april"),
    ("mei", "may"),
    ("jun", "juni", "june"),
    ("jul", "juli", "july"),
    ("agu", "agt", "ags", "aug", "agust", "agustus", "august"),
    ("sep", "sept", "september"),
    ("okt", "oct", "oktober", "october"),
    ("nov", "nop", "november", "nopember"),
    ("des", "dec", "desember", "december"),
)
_NUMBER_OF = {name: number for number, names in enumerate(_MONTHS, 1) for name in names}
_NAME = "|".join(sorted(_NUMBER_OF, key=len, reverse=True))
_GAP = r"\s*[/.\-\s,]\s*"
_DAY, _MONTH, _YEAR = r"(?P<day>\d{1,2})", r"(?P<month>\d{1,2})", r"(?P<year>\d{4}|\d{2})"
_NAMED = rf"(?P<name>{_NAME})\.?"
_SHAPES = tuple(
    re.compile(shape)
    for shape in (
        rf"(?P<year>\d{{4}}){_GAP}{_MONTH}{_GAP}{_DAY}",
        rf"{_DAY}{_GAP}{_MONTH}(?:{_GAP}{_YEAR})?",
        rf"{_DAY}(?:{_GAP})?{_NAMED}(?:(?:{_GAP})?{_YEAR})?",
        rf"{_NAMED}{_GAP}{_DAY}\s*,\s*(?P<year>\d{{4}})",
        rf"{_MONTH}{_GAP}(?P<year>\d{{4}})",
        rf"{_NAMED}(?:{_GAP})?(?P<year>\d{{4}})",
    )
)


class DateParts(NamedTuple):
    """What a text says of a date; ``year`` below 100 was written with two digits."""

    day: int | None
    month: int
    year: int | None


def folded(text: str) -> str:
    """Return a text with signs of other widths, capitals and spaces made alike."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def date_parts(text: str) -> DateParts | None:
    """Return what a text says of a date, or None when it is none; the day may not exist."""
    typed = folded(text)
    for shape in _SHAPES:
        found = shape.fullmatch(typed)
        if found is not None:
            said = found.groupdict()
            name = said.get("name")
            month = _NUMBER_OF[name] if name else int(said["month"])
            day, year = said.get("day"), said.get("year")
            return DateParts(int(day) if day else None, month, int(year) if year else None)
    return None
