# SPDX-License-Identifier: Apache-2.0
"""Language, theme and zoom of this PC; unreadable means the defaults."""

import json
from pathlib import Path
from typing import NamedTuple

from app.ui.i18n import Language
from app.ui.theme.tokens import Theme


class Preferences(NamedTuple):
    """How this PC shows things; holds nothing personal."""

    language: Language = Language.ID
    theme: Theme = Theme.LIGHT
    zoom: int = 100


def load(path: Path) -> Preferences:
    """Return what was chosen last."""
    try:
        kept = json.loads(path.read_text("utf-8"))
        return Preferences(Language(kept["language"]), Theme(kept["theme"]), int(kept["zoom"]))
    except (OSError, ValueError, KeyError, TypeError):
        return Preferences()


def save(path: Path, preferences: Preferences) -> None:
    """Keep what was chosen; a full disk must not stop anybody here."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        fresh = path.with_name(path.name + ".new")
        fresh.write_text(json.dumps(preferences._asdict()), "utf-8")
        fresh.replace(path)
    except OSError:
        return
