# SPDX-License-Identifier: Apache-2.0
"""Names as people give them: one field, any script, never split, never refused for form."""

import unicodedata

from app.policies.reasons import Reason

LONGEST_NAME = 120
LONGEST_NOTE = 600


class TextProblem(ValueError):
    """A text that cannot be kept; ``reason`` is the code of the sentence to show."""

    def __init__(self, reason: Reason) -> None:
        self.reason = reason
        super().__init__(reason)


def _visible(text: str, keep: str = "") -> str:
    """Drop control characters and direction overrides, keep joiners of scripts and emoji."""
    kept = (
        character
        for character in unicodedata.normalize("NFC", text)
        if character in keep
        or character in "\u200c\u200d"
        or unicodedata.category(character) not in {"Cc", "Cf", "Cs", "Co", "Cn"}
    )
    return "".join(kept)


def _one_line(text: str) -> str:
    blanks = "".join(" " if character.isspace() else character for character in text)
    return " ".join(_visible(blanks).split()).strip("\u200c\u200d ")


def clean_name(text: str) -> str:
    """Return a name on one line without invisible characters; it may be empty.

    Raises:
        TextProblem: longer than 120 characters.
    """
    name = _one_line(text)
    if len(name) > LONGEST_NAME:
        raise TextProblem(Reason.NAME_TOO_LONG)
    return name


def clean_note(text: str, limit: int = LONGEST_NOTE) -> str:
    """Return free text with its line breaks and without invisible characters.

    Raises:
        TextProblem: longer than ``limit`` characters.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    note = _visible(lines, keep="\n").strip()
    if len(note) > limit:
        raise TextProblem(Reason.TEXT_TOO_LONG)
    return note


def masked(name: str) -> str:
    """Return the first two characters and ``**`` (ux §3); an empty name stays empty."""
    cleaned = _one_line(name)
    if not cleaned:
        return ""
    shown = ""
    seen = 0
    for character in cleaned:
        joins = unicodedata.combining(character) or character in "\u200c\u200d\ufe0f"
        if not joins:
            if seen == 2:
                break
            seen += 1
        shown += character
    return f"{shown.rstrip()}**"
