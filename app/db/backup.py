# SPDX-License-Identifier: Apache-2.0
"""Backups through SQLite's own copying, each opened again and counted before it counts."""

import json
import shutil
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import sqlcipher3.dbapi2 as sqlcipher

from app import note_file
from app.db.audit import Head
from app.db.engine import open_keyed
from app.db.head import head_in
from app.db.trouble import translated
from app.errors import Cause, Unavailable


@dataclass(frozen=True, slots=True)
class Backup:
    """One verified copy: a folder with database, key slots and the chain's head."""

    folder: Path
    made_at: datetime
    head: Head


def make(path: Path, key: bytes, vault: Path, target: Path, moment: datetime) -> Backup:
    """Copy the live database into a new folder under ``target`` and verify the copy.

    Raises:
        Unavailable: no room, or the copy does not verify; nothing half stays behind.
    """
    folder = target / f"teduh-{moment:%Y%m%d-%H%M%S}"
    with translated():
        folder.mkdir(parents=True)
        try:
            _copy(path, folder / "teduh.db", key)
            shutil.copyfile(vault, folder / "vault.json")
            head = _verified(folder / "teduh.db", key)
            (folder / "backup.json").write_text(
                json.dumps(
                    {"made_at": moment.isoformat(), "seq": head.seq, "hash": head.entry_hash}
                ),
                encoding="utf-8",
            )
        except BaseException:
            shutil.rmtree(folder, ignore_errors=True)
            raise
    return Backup(folder, moment, head)


def latest(target: Path) -> Backup | None:
    """Return the newest verified backup under ``target``."""
    for folder in sorted(target.glob("teduh-*"), reverse=True):
        try:
            return note_file.read(
                folder / "backup.json",
                lambda kept: Backup(folder, note_file.instant(kept["made_at"]), head_in(kept)),  # noqa: B023
            )
        except note_file.Unreadable:
            continue
    return None


def _copy(path: Path, copy: Path, key: bytes) -> None:
    source, _ = open_keyed(path, key, read_only=True)
    target = sqlcipher.connect(str(copy))
    try:
        target.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        source.backup(target)
    finally:
        target.close()
        source.close()
    copy.chmod(0o600)


def _verified(copy: Path, key: bytes) -> Head:
    connection, _ = open_keyed(copy, key, read_only=True)
    try:
        if connection.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
            raise Unavailable(Cause.CORRUPT, "the copy does not verify")
        row = connection.execute(
            "SELECT seq, entry_hash FROM audit_entry ORDER BY seq DESC LIMIT 1"
        ).fetchone()
    finally:
        connection.close()
    return Head(*row) if row else Head()
