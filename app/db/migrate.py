# SPDX-License-Identifier: Apache-2.0
"""Runs migrations on a private connection; Alembic is loaded for this alone."""

from pathlib import Path

import sqlcipher3.dbapi2 as sqlcipher
from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine, event
from sqlalchemy.pool import StaticPool

from app.db.birth import Birth
from app.db.engine import open_keyed
from app.db.invariants import install
from app.db.trouble import translated
from app.models.types import instant_text


def migrate(path: Path, key: bytes, scripts: Path, target: str, birth: Birth | None) -> None:
    """Bring a file to ``target`` in one transaction and put all triggers in place.

    Args:
        path: database file that no other connection has open.
        key: raw key.
        scripts: folder of migration scripts.
        target: revision to reach.
        birth: for a new file, what its first row says.

    Raises:
        Unavailable: no room, no permission; nothing was changed.
    """
    raw, _ = open_keyed(path, key, upgrading=True)
    engine = create_engine("sqlite://", module=sqlcipher, creator=lambda: raw, poolclass=StaticPool)

    @event.listens_for(engine, "begin")
    def _begin(connection: object) -> None:
        raw.execute("BEGIN IMMEDIATE")

    config = Config()
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    try:
        with translated(), engine.begin() as connection:
            install.take_away(raw)
            config.attributes["connection"] = connection
            command.upgrade(config, target)
            if birth is not None:
                raw.execute(
                    "INSERT INTO installation (origin_id, database_id, kind, created_at) "
                    "VALUES (?, ?, ?, ?)",
                    (
                        birth.origin_id.hex,
                        birth.database_id.hex,
                        birth.kind,
                        instant_text(birth.at),
                    ),
                )
            install.put_in_place(raw)
            broken = raw.execute("PRAGMA foreign_key_check").fetchall()
            if broken:
                raise sqlcipher.IntegrityError(f"{len(broken)} rows lost what they refer to")
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        engine.dispose()
        raw.close()
