# SPDX-License-Identifier: Apache-2.0
"""Colour tokens of the three themes (ux §11.1), and the contrast between any two."""

import json
from enum import StrEnum
from functools import cache

from app.config import RESOURCES


class Theme(StrEnum):
    """Which set of colours is shown."""

    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


@cache
def tokens(theme: Theme) -> dict[str, str]:
    """Return the colours of a theme by name, as #RRGGBB."""
    path = RESOURCES / "styles" / f"{theme}.json"
    return {name: str(value) for name, value in json.loads(path.read_text("utf-8")).items()}


def _luminance(colour: str) -> float:
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    """Return the WCAG contrast ratio of two colours, 1 to 21."""
    bright, dark = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)
