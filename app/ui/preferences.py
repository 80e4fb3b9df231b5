# SPDX-License-Identifier: Apache-2.0
"""Language, theme and zoom of this PC, and whether it is for training; else the defaults."""

import json
from pathlib import Path
from typing import Any, NamedTuple

from app import note_file
from app.ui.i18n import Language
from app.ui.theme.tokens import Theme


class Preferences(NamedTuple):
    """How this PC shows things; holds nothing personal."""

    language: Language = Language.ID
    theme: Theme = Theme.LIGHT
    zoom: int = 100
    training: bool = False


def load(path: Path) -> Preferences:
    """Return what was chosen last."""
    try:
        return note_file.read(path, _taken)
    except note_file.Unreadable:
        return Preferences()


def _taken(kept: dict[str, Any]) -> Preferences:
    zoom = note_file.whole(kept["zoom"])
    training = kept.get("training") is True
    return Preferences(Language(kept["language"]), Theme(kept["theme"]), zoom, training)


def save(path: Path, preferences: Preferences) -> None:
    """Keep what was chosen; a full disk must not stop anybody here."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        fresh = path.with_name(path.name + ".new")
        fresh.write_text(json.dumps(preferences._asdict()), "utf-8")
        fresh.replace(path)
    except OSError:
        return
