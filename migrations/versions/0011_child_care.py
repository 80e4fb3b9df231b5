# SPDX-License-Identifier: Apache-2.0
"""Who looks after the children of somebody who is out."""

import re

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def rebuild(table: str, changes: dict[str, str], written: dict[str, str]) -> None:
    """Make a table anew with a changed definition and all its rows.

    The old one is not renamed: SQLite would let every foreign key follow it.

    Args:
        table: its name.
        changes: what of its definition becomes what.
        written: SQL over the old row for columns that are new or change.
    """
    connection = op.get_bind()
    master = "SELECT sql FROM sqlite_master WHERE tbl_name = :table AND type = :type"
    named = {"table": table}
    (sql,) = connection.execute(sa.text(master), named | {"type": "table"}).scalars()
    indexes = connection.execute(sa.text(master), named | {"type": "index"}).scalars().all()
    for old, new in changes.items():
        if old not in sql:
            raise ValueError(f"{table} is not as it was made: {old}")
        sql = sql.replace(old, new)
    named_anew = re.sub(f'CREATE TABLE "?{table}"?', f"CREATE TABLE {table}_new", sql)
    connection.exec_driver_sql(named_anew)
    info = connection.exec_driver_sql(f"PRAGMA table_info({table}_new)")
    columns = [row.name for row in info]
    values = ", ".join(written.get(name, name) for name in columns)
    connection.exec_driver_sql(
        f"INSERT INTO {table}_new ({', '.join(columns)}) SELECT {values} FROM {table}"
    )
    op.drop_table(table)
    op.rename_table(f"{table}_new", table)
    for index in indexes:
        if index is not None:
            op.execute(index)


def upgrade() -> None:
    rebuild(
        "absence",
        {
            "seq INTEGER NOT NULL": "child_care TEXT, \n\tcarer_id TEXT, \n\tseq INTEGER NOT NULL",
            "CONSTRAINT pk_absence": "CONSTRAINT ck_absence_child_care_known CHECK "
            "(child_care IN ('along', 'caretaker', 'relative')), \n\t"
            "CONSTRAINT ck_absence_carer CHECK "
            "(coalesce(child_care = 'relative', 0) = (carer_id IS NOT NULL)), \n\t"
            "CONSTRAINT fk_absence_carer_id FOREIGN KEY(carer_id) REFERENCES person (id), \n\t"
            "CONSTRAINT pk_absence",
        },
        {"child_care": "NULL", "carer_id": "NULL"},
    )
