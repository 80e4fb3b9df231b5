# SPDX-License-Identifier: Apache-2.0
"""What one of our connections may do besides reading and writing rows: very little.

An authorizer lets through reading, writing rows and transactions, and nothing else: no
schema change, protective PRAGMA, ATTACH or temporary trigger. An audit row is accepted
only while the program itself writes one.
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
_ALLOWED_ACTIONS = frozenset(
    {
        sqlcipher.SQLITE_SELECT,
        sqlcipher.SQLITE_READ,
        sqlcipher.SQLITE_INSERT,
        sqlcipher.SQLITE_UPDATE,
        sqlcipher.SQLITE_DELETE,
        sqlcipher.SQLITE_TRANSACTION,
        sqlcipher.SQLITE_SAVEPOINT,
        sqlcipher.SQLITE_RECURSIVE,
    }
)
_SCHEMA_TABLES = frozenset(
    {
        "sqlite_master",
        "sqlite_schema",
        "sqlite_temp_master",
        "sqlite_temp_schema",
        "sqlite_dbpage",
        "alembic_version",
    }
)
_WRITES = frozenset({sqlcipher.SQLITE_INSERT, sqlcipher.SQLITE_UPDATE, sqlcipher.SQLITE_DELETE})
_FORBIDDEN_FUNCTIONS = frozenset(
    {"load_extension", "fts3_tokenizer", "sqlcipher_export", "readfile", "writefile", "edit"}
)
"""``fts3_tokenizer`` takes a pointer and calls it when the value is a bound parameter."""
_AUDIT_TRIGGERS = frozenset({"audit_entry_insert", "audit_payload_insert"})


@dataclass(slots=True)
class Guard:
    """The little state that triggers on one connection may ask for."""

    expected_audit_hashes: set[str] = field(default_factory=set)
    _act_moment: str = ""

    def begin(self, moment: datetime) -> None:
        """Let triggers see an act's instant as the present."""
        self._act_moment = instant_text(moment)

    def forget(self) -> None:
        """Return to the state between acts."""
        self.expected_audit_hashes.clear()
        self._act_moment = ""

    def expects(self, entry_hash: str) -> int:
        """Say whether the program is writing exactly this audit row; once only."""
        if entry_hash in self.expected_audit_hashes:
            self.expected_audit_hashes.discard(entry_hash)
            return 1
        return 0

    def moment(self) -> str:
        """Return the act's instant, or the present one outside an act."""
        return self._act_moment or instant_text(now())


def authorize(
    action: int,
    first: str | None,
    second: str | None,
    _database: str | None,
    trigger: str | None,
) -> int:
    """Answer SQLite's question whether a statement may be prepared."""
    if action == sqlcipher.SQLITE_PRAGMA:
        allowed = _harmless((first or "").lower(), second)
    elif action == sqlcipher.SQLITE_FUNCTION:
        allowed = _callable((second or "").lower(), trigger)
    elif action in _WRITES:
        allowed = (first or "").lower() not in _SCHEMA_TABLES
    else:
        allowed = action in _ALLOWED_ACTIONS
    return int(sqlcipher.SQLITE_OK if allowed else sqlcipher.SQLITE_DENY)


def _callable(function: str, trigger: str | None) -> bool:
    """Only the audit's own triggers may ask what the program is about to write."""
    if function == "audit_expected":
        return trigger in _AUDIT_TRIGGERS
    return function not in _FORBIDDEN_FUNCTIONS


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
