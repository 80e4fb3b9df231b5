# SPDX-License-Identifier: Apache-2.0
"""What fits on a letterhead: a few lines, a way to reach the house, a small picture."""

import re
from collections.abc import Iterable

from app.policies.people.names import TextProblem, clean_name
from app.policies.reasons import Reason

MOST_SUPERIORS, MOST_ADDRESS = 3, 2
LONGEST_LINE = 100
LONGEST_CONTACT = 80
LOGO_SIDE = 600
"""Pixels of the longer side at which a logo is kept; 24 mm of paper at 600 dots to the inch."""
LOGO_BYTES = 512 * 1024
LOGO_FILE_BYTES = 1024 * 1024
LOGO_FROM, LOGO_UP_TO = 32, 4000
"""Pixels a side that a file may have."""
_PNG = b"\x89PNG\r\n\x1a\n"
_EMAIL = re.compile(r"[^\s@,;]+@[^\s@,;]+\.[^\s@,;.]+")


def clean_lines(lines: Iterable[str], most: int) -> tuple[str, ...]:
    """Return the lines that say something, each without invisible characters.

    Raises:
        TextProblem: more than ``most`` lines, or one longer than 100 characters.
    """
    kept = tuple(filter(None, (clean_name(line) for line in lines)))
    if len(kept) > most or any(len(line) > LONGEST_LINE for line in kept):
        raise TextProblem(Reason.LETTERHEAD_LINES)
    return kept


def clean_contact(text: str) -> str:
    """Return a telephone number, or several, on one line; it may be empty.

    Raises:
        TextProblem: longer than 80 characters.
    """
    said = clean_name(text)
    if len(said) > LONGEST_CONTACT:
        raise TextProblem(Reason.TEXT_TOO_LONG)
    return said


def clean_email(text: str) -> str:
    """Return an e-mail address; it may be empty.

    Raises:
        TextProblem: it is none, or too long.
    """
    said = clean_contact(text)
    if said and not _EMAIL.fullmatch(said):
        raise TextProblem(Reason.EMAIL_UNREADABLE)
    return said


def may_be_logo(kept: bytes) -> bool:
    """Say whether bytes look like a logo that was read before; none is one too."""
    return not kept or (kept.startswith(_PNG) and len(kept) <= LOGO_BYTES)
