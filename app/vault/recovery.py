# SPDX-License-Identifier: Apache-2.0
"""The recovery secret as words on paper: 128 random bits and a checksum word.

Sixteen words of a list of 256 plain Indonesian words carry one byte each, a seventeenth
is the checksum. Four letters tell any two words apart, so a sheet can be typed quickly.
"""

import hashlib
import secrets
from functools import cache
from pathlib import Path

from app.config import RESOURCES
from app.vault.errors import RecoveryFault, RecoveryProblem

SECRET_BYTES = 16
WORDS = SECRET_BYTES + 1
_LETTERS = 4


@cache
def word_list(path: Path = RESOURCES / "recovery" / "words.txt") -> tuple[str, ...]:
    """Return the 256 words, in the order of their byte values."""
    return tuple(path.read_text(encoding="utf-8").split())


def new_secret() -> bytes:
    """Return 128 fresh random bits."""
    return secrets.token_bytes(SECRET_BYTES)


def _checksum(secret: bytes) -> int:
    return hashlib.sha256(b"teduh recovery" + secret).digest()[0]


def to_words(secret: bytes) -> tuple[str, ...]:
    """Return the seventeen words of a secret."""
    return tuple(word_list()[byte] for byte in (*secret, _checksum(secret)))


def from_words(typed: str) -> bytes:
    """Read the words of a sheet; case, spacing and everything after four letters is free.

    Raises:
        RecoveryProblem: wrong count, an unknown word with its place, or a checksum that
            does not fit.
    """
    words = typed.casefold().replace(",", " ").split()
    words = [word for word in words if not word.strip(".").isdigit()]
    values = {word[:_LETTERS]: place for place, word in enumerate(word_list())}
    found = []
    for position, word in enumerate(words, start=1):
        value = values.get(word[:_LETTERS])
        if value is None:
            raise RecoveryProblem(RecoveryFault.UNKNOWN_WORD, position)
        found.append(value)
    if len(found) != WORDS:
        raise RecoveryProblem(RecoveryFault.COUNT)
    secret = bytes(found[:-1])
    if _checksum(secret) != found[-1]:
        raise RecoveryProblem(RecoveryFault.CHECKSUM)
    return secret


def same_word(typed: str, word: str) -> bool:
    """Say whether somebody typed this word of her sheet."""
    return typed.strip().casefold()[:_LETTERS] == word[:_LETTERS]
