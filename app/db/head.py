# SPDX-License-Identifier: Apache-2.0
"""The last audit head seen, kept beside the database so that a rollback shows."""

import json
import os
from pathlib import Path
from typing import Any

from app import note_file
from app.db.audit import Head
from app.db.trouble import translated


def seen(path: Path) -> tuple[Head, ...]:
    """Return the head noted last; nothing when none was or the note is unreadable."""
    try:
        return (note_file.read(path, head_in),)
    except note_file.Unreadable:
        return ()


def head_in(kept: dict[str, Any]) -> Head:
    """Return the head a note tells of."""
    return Head(note_file.whole(kept["seq"]), note_file.text(kept["hash"]))


def note(path: Path, head: Head) -> None:
    """Note ``head``, in one step, so that a power cut leaves the old note or the new.

    Raises:
        Unavailable: no room, or something lies there that cannot be replaced.
    """
    fresh = path.with_name(path.name + ".new")
    with translated():
        with fresh.open("w", encoding="utf-8") as handle:
            json.dump({"seq": head.seq, "hash": head.entry_hash}, handle)
            handle.flush()
            os.fsync(handle.fileno())
        fresh.replace(path)
