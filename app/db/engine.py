# SPDX-License-Identifier: Apache-2.0
"""Keyed connections and the two engines: one that writes, one that only reads."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Engine, create_engine, event
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session, sessionmaker
from sqlalchemy.pool import QueuePool
from sqlalchemy.util import LRUCache

from app.db.guard import Guard, arm
from app.db.trouble import translated

_BUSY_MILLISECONDS = 3000
_STATEMENT_CACHE = 400
_COMPILED: LRUCache[Any, Any] = LRUCache(1000)
"""SQL compiled once for the process: writer, reader and whoever signs in next share it."""


class Encrypted(SQLiteDialect_pysqlite):
    """SQLite spoken through SQLCipher, alike in all engines, so that they share statements."""

    driver = "sqlcipher3"
    supports_statement_cache = True

    @classmethod
    def import_dbapi(cls) -> Any:
        """Return the module that speaks to the file."""
        return sqlcipher

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Encrypted)

    def __hash__(self) -> int:
        return hash(Encrypted)


registry.register("sqlite.sqlcipher3", __name__, Encrypted.__name__)


def open_keyed(
    path: Path, key: bytes, *, read_only: bool = False, upgrading: bool = False
) -> tuple[sqlcipher.Connection, Guard]:
    """Open one connection with all protections of architecture §3.

    Args:
        path: database file; created when missing.
        key: raw 256-bit key.
        read_only: refuse every write on this connection.
        upgrading: leave foreign keys and the authorizer off, for migrations only.

    Raises:
        Unavailable: the file is locked, damaged, or not ours.
    """
    with translated():
        connection = sqlcipher.connect(
            str(path),
            isolation_level=None,
            check_same_thread=False,
            cached_statements=_STATEMENT_CACHE,
            timeout=_BUSY_MILLISECONDS / 1000,
        )
        try:
            cursor = connection.cursor()
            cursor.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
            cursor.execute("PRAGMA cipher_log_level = NONE")
            cursor.execute(f"PRAGMA busy_timeout = {_BUSY_MILLISECONDS}")
            cursor.execute("SELECT count(*) FROM sqlite_master").fetchone()
            if not read_only:
                cursor.execute("PRAGMA journal_mode = WAL")
                cursor.execute("PRAGMA secure_delete = ON")
            cursor.execute("PRAGMA synchronous = FULL")
            cursor.execute("PRAGMA temp_store = MEMORY")
            cursor.execute("PRAGMA recursive_triggers = ON")
            cursor.execute(f"PRAGMA foreign_keys = {'OFF' if upgrading else 'ON'}")
            cursor.execute("PRAGMA trusted_schema = ON")
            if read_only:
                cursor.execute("PRAGMA query_only = ON")
            guard = arm(connection, locked=not upgrading)
        except BaseException:
            connection.close()
            raise
    return connection, guard


def _engine(path: Path, key: bytes, *, read_only: bool) -> Engine:
    guards: dict[int, Guard] = {}

    def creator() -> sqlcipher.Connection:
        connection, guard = open_keyed(path, key, read_only=read_only)
        guards[id(connection)] = guard
        return connection

    engine = create_engine(
        "sqlite+sqlcipher3://",
        creator=creator,
        poolclass=QueuePool,
        pool_size=1,
        max_overflow=0,
        pool_timeout=30,
        hide_parameters=True,
        execution_options={"compiled_cache": _COMPILED},
    )
    begin = "BEGIN" if read_only else "BEGIN IMMEDIATE"

    @event.listens_for(engine, "connect")
    def _remember_guard(connection: Any, record: Any) -> None:
        record.info["guard"] = guards.pop(id(connection))

    @event.listens_for(engine, "begin")
    def _begin(connection: Any) -> None:
        connection.connection.dbapi_connection.execute(begin)

    return engine


RAW = "raw"
"""Under this name an act's session knows its connection, which is looked up many times."""


class Database:
    """An open encrypted database; sessions come from here and nowhere else.

    Raises ``Unavailable`` from every method when disk, lock or file stand in the way.
    """

    def __init__(self, path: Path, key: bytes) -> None:
        self.path = path
        self._key = key
        self._closed = False
        self._writer = _engine(path, key, read_only=False)
        self._reader = _engine(path, key, read_only=True)
        self._write_session = sessionmaker(self._writer, expire_on_commit=False)
        self._read_session = sessionmaker(self._reader, expire_on_commit=False)

    @contextmanager
    def unit_of_work(self, moment: datetime) -> Iterator[Session]:
        """Yield a session in one transaction; commit at the end or roll all back.

        Args:
            moment: the act's instant in UTC, which triggers see as the present.
        """
        with translated(), self._write_session() as session:
            guard = guard_of(session)
            session.info[RAW] = session.connection().connection.dbapi_connection
            guard.begin(moment)
            try:
                yield session
                session.commit()
            finally:
                guard.forget()

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """Yield a session that cannot write and sees one moment of the data."""
        with translated(), self._read_session() as session:
            yield session

    @contextmanager
    def examining(self) -> Iterator[Session]:
        """Yield a reading session on a connection of its own, for checks that take long."""
        engine = _engine(self.path, self._key, read_only=True)
        try:
            with translated(), Session(engine) as session:
                yield session
        finally:
            engine.dispose()

    def close(self) -> None:
        """Move the write-ahead log into the file and let go of it; twice does no harm."""
        if self._closed:
            return
        self._closed = True
        if not self._writer.pool.checkedin():  # type: ignore[attr-defined]
            self._reader.dispose()
            self._writer.dispose()
            return
        try:
            with self._writer.connect() as connection:
                raw = connection.connection.cursor()
                raw.execute("ROLLBACK") if connection.connection.in_transaction else None
                raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        except DBAPIError:
            pass
        finally:
            self._reader.dispose()
            self._writer.dispose()


def guard_of(session: Session) -> Guard:
    """Return the guard of the connection this session works on."""
    guard = session.connection().info["guard"]
    if not isinstance(guard, Guard):
        raise TypeError("this connection was not opened by app.db.engine")
    return guard
