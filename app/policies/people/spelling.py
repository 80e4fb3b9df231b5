# SPDX-License-Identifier: Apache-2.0
"""Folds old and new Indonesian spellings together, so that a name is found either way."""

import unicodedata

_OLD_TO_NEW = (("oe", "u"), ("dj", "j"), ("tj", "c"), ("sj", "sy"), ("nj", "ny"), ("ch", "kh"))


def spelling_key(name: str) -> str:
    """Return the key under which a name is compared.

    Lower case, no accents or apostrophes; Soe becomes Su, Dj becomes J, Tj becomes C,
    Sj, Nj and Ch become Sy, Ny and Kh; doubled letters count once. A single old ``j``
    (Jahja for Yahya) stays: it cannot be told from a new ``j``.
    """
    folded = unicodedata.normalize("NFKD", name.casefold())
    letters = "".join(
        character if character.isalnum() or character == " " else ""
        for character in folded.replace("-", " ")
        if not unicodedata.combining(character)
    )
    for old, new in _OLD_TO_NEW:
        letters = letters.replace(old, new)
    once = ""
    for character in letters:
        if not (once and once[-1] == character and not character.isdigit()):
            once += character
    return " ".join(once.split())
