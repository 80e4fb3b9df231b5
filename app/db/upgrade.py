# SPDX-License-Identifier: Apache-2.0
"""Creates a new database, brings an old one up, refuses a newer one.

An upgrade works on a private connection with foreign keys off (a batch migration with
them on deletes child rows), in one transaction, after a verified copy; failure puts
the file back byte for byte and says so.
"""

import os
import shutil
from pathlib import Path
from pkgutil import resolve_name

import sqlcipher3.dbapi2 as sqlcipher

from app.config import MIGRATIONS
from app.db.birth import Birth
from app.db.engine import open_keyed
from app.db.trouble import translated
from app.errors import Cause, Unavailable

HEAD = "0014"


def create(path: Path, key: bytes, birth: Birth) -> None:
    """Make a new encrypted database at head; never over an existing file.

    Raises:
        FileExistsError: something lies there already.
        Unavailable: no room, no permission.
    """
    if path.exists():
        raise FileExistsError(path)
    try:
        _migrate(path, key, MIGRATIONS, HEAD, birth)
        path.chmod(0o600)
    except BaseException:
        _remove(path)
        raise


def revision(path: Path, key: bytes) -> str:
    """Return the schema revision of a file.

    Raises:
        Unavailable: missing, damaged, locked, or not one of ours.
    """
    if not path.exists():
        raise Unavailable(Cause.MISSING, path.name)
    connection, _ = open_keyed(path, key, read_only=True)
    with translated():
        try:
            row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        except sqlcipher.OperationalError as error:
            if "no such table" in str(error):
                raise Unavailable(Cause.FOREIGN, path.name) from error
            raise
        finally:
            connection.close()
    if row is None:
        raise Unavailable(Cause.FOREIGN, path.name)
    return str(row[0])


def bring_up(
    path: Path, key: bytes, safe: Path, migrations: Path = MIGRATIONS, target: str = HEAD
) -> bool:
    """Upgrade the file to head if it is older; return whether it was.

    Args:
        path: database file that no other connection has open.
        key: raw key.
        safe: folder for the copy made before; it stays there.
        migrations: folder of migration scripts.
        target: revision to reach.

    Raises:
        Unavailable: ``NEWER`` when this program is too old for the file,
            ``UPGRADE_FAILED`` when the migration failed and the file was put back.
    """
    found = revision(path, key)
    if found == target:
        return False
    if found > target:
        raise Unavailable(Cause.NEWER, found)
    copy = _set_aside(path, key, safe / f"before-{found}-to-{target}.db")
    try:
        _migrate(path, key, migrations, target, None)
    except Exception as error:
        _put_back(copy, path)
        raise Unavailable(Cause.UPGRADE_FAILED, type(error).__name__) from error
    return True


def _migrate(path: Path, key: bytes, scripts: Path, target: str, birth: Birth | None) -> None:
    """Load Alembic now (16 MiB that a file at head never needs) and migrate."""
    resolve_name("app.db.migrate:migrate")(path, key, scripts, target, birth)


def _set_aside(path: Path, key: bytes, copy: Path) -> Path:
    """Copy the settled file and prove the copy readable."""
    with translated():
        connection, _ = open_keyed(path, key)
        rows = _row_counts(connection)
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.close()
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, copy)
        copy.chmod(0o600)
        check, _ = open_keyed(copy, key, read_only=True)
        try:
            intact = check.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
            if not intact or _row_counts(check) != rows:
                raise Unavailable(Cause.UPGRADE_FAILED, "the copy made before differs")
        finally:
            check.close()
    return copy


def _row_counts(connection: sqlcipher.Connection) -> dict[str, int]:
    names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    return {
        name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]  # noqa: S608
        for (name,) in names
    }


def _put_back(copy: Path, path: Path) -> None:
    for suffix in ("-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
    fresh = path.with_name(path.name + ".restoring")
    shutil.copyfile(copy, fresh)
    fresh.chmod(0o600)
    with fresh.open("rb+") as handle:
        os.fsync(handle.fileno())
    fresh.replace(path)


def _remove(path: Path) -> None:
    for suffix in ("", "-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
