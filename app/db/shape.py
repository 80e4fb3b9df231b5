# SPDX-License-Identifier: Apache-2.0
"""Whether a file's tables and indexes are still those of the models.

A foreign program can take a CHECK, a foreign key or STRICT away and leave every trigger.
"""

from collections.abc import Iterator
from functools import cache

from sqlalchemy import text
from sqlalchemy.dialects import sqlite
from sqlalchemy.orm import Session
from sqlalchemy.schema import CreateIndex, CreateTable

from app.models.registry import metadata

Shape = tuple[str, ...]


def shape(sql: str) -> Shape:
    """Return the parts of a definition, whatever their order, quotes and white space."""
    flat = "".join(sql.replace('"', "").split()).lower()
    return tuple(sorted(flat.replace("(", ",").replace(")", ",").split(",")))


@cache
def expected() -> dict[str, Shape]:
    """Return the shape of every table and index by its name."""
    dialect = sqlite.dialect()
    wanted = {}
    for name, table in metadata.tables.items():
        wanted[name] = shape(str(CreateTable(table).compile(dialect=dialect)))
        for index in table.indexes:
            wanted[str(index.name)] = shape(str(CreateIndex(index).compile(dialect=dialect)))
    return wanted


def standing(session: Session) -> dict[str, Shape]:
    """Return the shape of everything in the file that is no trigger, by its name."""
    rows = session.execute(
        text(
            "SELECT name, sql FROM sqlite_master WHERE type <> 'trigger' "
            "AND sql IS NOT NULL AND name <> 'alembic_version'"
        )
    )
    return {str(name): shape(str(sql)) for name, sql in rows}


def strange(session: Session) -> Iterator[str]:
    """Yield one sentence for each table, index or view that is not as it should be."""
    wanted, found = expected(), standing(session)
    for name in sorted(wanted.keys() | found.keys()):
        if wanted.get(name) != found.get(name):
            yield f"table or index {name} is missing, changed or foreign"
