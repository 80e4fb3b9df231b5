# SPDX-License-Identifier: Apache-2.0
"""Children born here, and children who are left alone: from which ages it counts, what is found."""

import re

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"

ID = sa.Text().with_variant(sa.Uuid(), "postgresql")
INSTANT = sa.Text().with_variant(sa.DateTime(timezone=True), "postgresql")
UNDER = {"infant_under": "2", "small_alone_under": "7", "night_alone_under": "13"}


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


def is_instant(column: str) -> sa.CheckConstraint:
    second = f"strftime('%Y-%m-%dT%H:%M:%S', substr({column}, 1, 19), '+0 days')"
    return sa.CheckConstraint(
        f"{column} IS NULL OR ({column} IS {second} || substr({column}, 20, 8) "
        f"AND substr({column}, 20) GLOB '.{'[0-9]' * 6}Z' "
        f"AND {column} >= '0001' AND {column} < '9999')",
        name=op.f(f"ck_birth_{column}_is_an_instant"),
    )


def upgrade() -> None:
    for name, years in UNDER.items():
        op.add_column(
            "rules_version",
            sa.Column(name, sa.Integer(), nullable=False, server_default=sa.text(years)),
        )
    rebuild(
        "rooming_finding",
        {
            "'sex_unknown', ": "'sex_unknown', 'infant_without_mother', 'small_child_alone', "
            "'child_alone', "
        },
        {},
    )
    op.create_table(
        "birth",
        sa.Column("mother_id", ID, nullable=False),
        sa.Column("born_at", INSTANT, nullable=False),
        sa.Column("called_name", sa.Text(), nullable=False),
        sa.Column("sex", sa.Text(), nullable=True),
        sa.Column("noted_at", INSTANT, nullable=False),
        sa.Column("noted_by", ID, nullable=False),
        sa.Column("ended_at", INSTANT, nullable=True),
        sa.Column("ended_by", ID, nullable=True),
        sa.Column("id", ID, nullable=False),
        sa.Column("origin_id", ID, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        *(is_instant(column) for column in ("born_at", "noted_at", "ended_at")),
        sa.CheckConstraint(
            "(ended_at IS NULL) = (ended_by IS NULL)", name=op.f("ck_birth_end_has_author")
        ),
        sa.CheckConstraint("sex IN ('female', 'male')", name=op.f("ck_birth_sex_known")),
        sa.ForeignKeyConstraint(["mother_id"], ["person.id"], name=op.f("fk_birth_mother_id")),
        sa.ForeignKeyConstraint(["noted_by"], ["account.id"], name=op.f("fk_birth_noted_by")),
        sa.ForeignKeyConstraint(["ended_by"], ["account.id"], name=op.f("fk_birth_ended_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_birth")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_birth_mother_id"), "birth", ["mother_id"])
