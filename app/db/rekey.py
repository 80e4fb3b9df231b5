# SPDX-License-Identifier: Apache-2.0
"""Changes the key of a database file in one transaction."""

from pathlib import Path

from app.db.engine import open_keyed
from app.db.trouble import translated


def rekey(path: Path, old: bytes, new: bytes) -> None:
    """Encrypt every page under ``new``; afterwards ``old`` opens nothing.

    Raises:
        Unavailable: locked, or no room; the old key stays in force.
    """
    connection, _ = open_keyed(path, old, upgrading=True)
    with translated():
        try:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            connection.execute(f"PRAGMA rekey = \"x'{new.hex()}'\"")
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            connection.close()
