# SPDX-License-Identifier: Apache-2.0
"""Puts the triggers in place, takes them away for a migration, and tells which stand."""

import sqlcipher3.dbapi2 as sqlcipher

from app.db.invariants import ages, alarms, apart, audit, kin, rooming, watch

TRIGGERS: tuple[str, ...] = tuple(
    sql.strip()
    for sql in (
        *rooming.TRIGGERS,
        *kin.TRIGGERS,
        *apart.TRIGGERS,
        *ages.TRIGGERS,
        *alarms.TRIGGERS,
        *watch.TRIGGERS,
        *audit.TRIGGERS,
    )
)


def expected() -> dict[str, str]:
    """Return the text of every trigger by its name."""
    return {sql.split(maxsplit=3)[2]: sql for sql in TRIGGERS}


def standing(connection: sqlcipher.Connection) -> dict[str, str]:
    """Return the triggers that the file has, by name."""
    rows = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
    return dict(rows.fetchall())


def take_away(connection: sqlcipher.Connection) -> None:
    """Drop all triggers; only inside the transaction of an upgrade."""
    for name in standing(connection):
        connection.execute(f'DROP TRIGGER "{name}"')


def put_in_place(connection: sqlcipher.Connection) -> None:
    """Create the full set; only inside the transaction of an upgrade."""
    for sql in TRIGGERS:
        connection.execute(sql)
