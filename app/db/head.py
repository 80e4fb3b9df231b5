# SPDX-License-Identifier: Apache-2.0
"""The last audit head seen, kept beside the database so that a rollback shows."""

import json
import os
from pathlib import Path

from app.db.audit import Head


def seen(path: Path) -> tuple[Head, ...]:
    """Return the head noted last; nothing when none was or the note is unreadable."""
    try:
        note = json.loads(path.read_text(encoding="utf-8"))
        return (Head(int(note["seq"]), str(note["hash"])),)
    except (OSError, ValueError, KeyError, TypeError):
        return ()


def note(path: Path, head: Head) -> None:
    """Note ``head``, in one step, so that a power cut leaves the old note or the new."""
    fresh = path.with_name(path.name + ".new")
    with fresh.open("w", encoding="utf-8") as handle:
        json.dump({"seq": head.seq, "hash": head.entry_hash}, handle)
        handle.flush()
        os.fsync(handle.fileno())
    fresh.replace(path)
