# SPDX-License-Identifier: Apache-2.0
"""What one of our connections may do besides reading and writing rows: very little.

Schema changes, protective PRAGMAs, ATTACH and temporary triggers are refused by an
authorizer, and an audit row is accepted only while the program itself writes one.
Whoever holds the key can still use a foreign program: ``app.db.integrity`` finds that.
"""

from dataclasses import dataclass, field
from datetime import datetime

import sqlcipher3.dbapi2 as sqlcipher

from app.clock import now
from app.models.types import instant_text

_ALLOWED_PRAGMAS = frozenset(
    {
        "integrity_check",
        "quick_check",
        "cipher_integrity_check",
        "foreign_key_check",
        "wal_checkpoint",
        "data_version",
        "table_info",
    }
)
_FORBIDDEN_ACTIONS = frozenset(
    {
        sqlcipher.SQLITE_CREATE_INDEX,
        sqlcipher.SQLITE_CREATE_TABLE,
        sqlcipher.SQLITE_CREATE_TEMP_INDEX,
        sqlcipher.SQLITE_CREATE_TEMP_TABLE,
        sqlcipher.SQLITE_CREATE_TEMP_TRIGGER,
        sqlcipher.SQLITE_CREATE_TEMP_VIEW,
        sqlcipher.SQLITE_CREATE_TRIGGER,
        sqlcipher.SQLITE_CREATE_VIEW,
        sqlcipher.SQLITE_CREATE_VTABLE,
        sqlcipher.SQLITE_DROP_INDEX,
        sqlcipher.SQLITE_DROP_TABLE,
        sqlcipher.SQLITE_DROP_TEMP_INDEX,
        sqlcipher.SQLITE_DROP_TEMP_TABLE,
        sqlcipher.SQLITE_DROP_TEMP_TRIGGER,
        sqlcipher.SQLITE_DROP_TEMP_VIEW,
        sqlcipher.SQLITE_DROP_TRIGGER,
        sqlcipher.SQLITE_DROP_VIEW,
        sqlcipher.SQLITE_DROP_VTABLE,
        sqlcipher.SQLITE_ALTER_TABLE,
        sqlcipher.SQLITE_ATTACH,
        sqlcipher.SQLITE_DETACH,
        sqlcipher.SQLITE_REINDEX,
        sqlcipher.SQLITE_ANALYZE,
    }
)
_SCHEMA_TABLES = frozenset(
    {"sqlite_master", "sqlite_schema", "sqlite_temp_master", "sqlite_temp_schema"}
)
_WRITES = frozenset({sqlcipher.SQLITE_INSERT, sqlcipher.SQLITE_UPDATE, sqlcipher.SQLITE_DELETE})


@dataclass(slots=True)
class Guard:
    """The little state that triggers on one connection may ask for."""

    expected_audit_hashes: set[str] = field(default_factory=set)
    act_moment: datetime | None = None

    def forget(self) -> None:
        """Return to the state between acts."""
        self.expected_audit_hashes.clear()
        self.act_moment = None

    def expects(self, entry_hash: str) -> int:
        """Say whether the program is writing exactly this audit row; once only."""
        if entry_hash in self.expected_audit_hashes:
            self.expected_audit_hashes.discard(entry_hash)
            return 1
        return 0

    def moment(self) -> str:
        """Return the act's instant, or the present one outside an act."""
        return instant_text(self.act_moment or now())


def authorize(action: int, first: str | None, second: str | None, *_rest: object) -> int:
    """Answer SQLite's question whether a statement may be prepared."""
    if action in _FORBIDDEN_ACTIONS:
        return int(sqlcipher.SQLITE_DENY)
    if action == sqlcipher.SQLITE_PRAGMA and not _harmless((first or "").lower(), second):
        return int(sqlcipher.SQLITE_DENY)
    if action in _WRITES and first in _SCHEMA_TABLES:
        return int(sqlcipher.SQLITE_DENY)
    if action == sqlcipher.SQLITE_FUNCTION and second == "load_extension":
        return int(sqlcipher.SQLITE_DENY)
    return int(sqlcipher.SQLITE_OK)


def _harmless(pragma: str, value: str | None) -> bool:
    reads_only = pragma == "read_uncommitted" and value is None
    return reads_only or pragma in _ALLOWED_PRAGMAS


def arm(connection: sqlcipher.Connection, *, locked: bool) -> Guard:
    """Register the functions triggers call and, when ``locked``, the authorizer."""
    guard = Guard()
    connection.create_function("audit_expected", 1, guard.expects)
    connection.create_function("act_moment", 0, guard.moment)
    if locked:
        connection.set_authorizer(authorize)
    return guard
