# SPDX-License-Identifier: Apache-2.0
"""Opens a database to look at it, so that nothing on the disk changes."""

from pathlib import Path

import sqlcipher3.dbapi2 as sqlcipher

from app.db.guard import arm
from app.db.trouble import translated

_BUSY_SECONDS = 1.0


def untouched(path: Path, key: bytes) -> sqlcipher.Connection:
    """Open a database so that nothing on disk changes, not even a lock file beside it.

    Without a write-ahead log nobody has the file open, so it is read as it lies; with
    one, its index is only read. A log whose index is gone makes SQLite build a new index.

    Raises:
        Unavailable: the file is missing, locked, damaged, or another key's.
    """
    log, index = (path.with_name(path.name + end) for end in ("-wal", "-shm"))
    how = "readonly_shm=1" if log.exists() else "immutable=1"
    if log.exists() and not index.exists():
        how = "cache=private"
    with translated():
        connection = sqlcipher.connect(
            f"{path.resolve().as_uri()}?mode=ro&{how}",
            uri=True,
            isolation_level=None,
            check_same_thread=False,
            timeout=_BUSY_SECONDS,
        )
        try:
            connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
            connection.execute("PRAGMA cipher_log_level = NONE")
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
            connection.execute("PRAGMA temp_store = MEMORY")
            connection.execute("PRAGMA query_only = ON")
            arm(connection, locked=True)
        except BaseException:
            connection.close()
            raise
    return connection


def revision_of(connection: sqlcipher.Connection) -> str:
    """Return the schema revision of an open file; empty when it is not one of ours."""
    try:
        row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    except sqlcipher.Error:
        return ""
    return str(row[0]) if row else ""
