# SPDX-License-Identifier: Apache-2.0
"""Watch rounds: since when which level holds, each look, and the minutes of each level.

Who is watched already counts from when that was noted.
"""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"

ID = sa.Text().with_variant(sa.Uuid(), "postgresql")
INSTANT = sa.Text().with_variant(sa.DateTime(timezone=True), "postgresql")


def is_instant(column: str, name: str) -> sa.CheckConstraint:
    second = f"strftime('%Y-%m-%dT%H:%M:%S', substr({column}, 1, 19), '+0 days')"
    return sa.CheckConstraint(
        f"{column} IS NULL OR ({column} IS {second} || substr({column}, 20, 8) "
        f"AND substr({column}, 20) GLOB '.{'[0-9]' * 6}Z' "
        f"AND {column} >= '0001' AND {column} < '9999')",
        name=op.f(name),
    )


def upgrade() -> None:
    op.create_table(
        "watch_level",
        sa.Column("person_id", ID, nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("changed_at", INSTANT, nullable=False),
        sa.Column("changed_by", ID, nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("origin_id", ID, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        is_instant("changed_at", "ck_watch_level_changed_at_is_an_instant"),
        sa.CheckConstraint("level BETWEEN 0 AND 3", name=op.f("ck_watch_level_watch_level")),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_watch_level_person_id")
        ),
        sa.ForeignKeyConstraint(
            ["changed_by"], ["account.id"], name=op.f("fk_watch_level_changed_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_watch_level")),
        sqlite_strict=True,
    )
    op.create_index("ix_watch_level_person", "watch_level", ["person_id", "seq"])
    op.execute(
        "INSERT INTO watch_level "
        "(person_id, level, changed_at, changed_by, seq, id, origin_id, version) "
        "SELECT person_id, watch, noted_at, noted_by, 0, lower(hex(randomblob(16))), "
        "origin_id, 1 FROM placement_need WHERE watch > 0"
    )
    op.create_table(
        "watch_look",
        sa.Column("person_id", ID, nullable=False),
        sa.Column("seen_at", INSTANT, nullable=False),
        sa.Column("seen_by", ID, nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("found", sa.Text(), nullable=True),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("takes_back_id", ID, nullable=True),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("origin_id", ID, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        is_instant("seen_at", "ck_watch_look_seen_at_is_an_instant"),
        sa.CheckConstraint(
            "found IN ('well', 'asleep', 'awake', 'not_there')",
            name=op.f("ck_watch_look_found_known"),
        ),
        sa.CheckConstraint("level BETWEEN 1 AND 3", name=op.f("ck_watch_look_watch_level")),
        sa.CheckConstraint(
            "(found IS NULL) = (takes_back_id IS NOT NULL)", name=op.f("ck_watch_look_look_or_slip")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_watch_look_person_id")),
        sa.ForeignKeyConstraint(["seen_by"], ["account.id"], name=op.f("fk_watch_look_seen_by")),
        sa.ForeignKeyConstraint(
            ["takes_back_id"], ["watch_look.id"], name=op.f("fk_watch_look_takes_back_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_watch_look")),
        sa.UniqueConstraint("takes_back_id", name=op.f("uq_watch_look_takes_back_id")),
        sqlite_strict=True,
    )
    op.create_index("ix_watch_look_person", "watch_look", ["person_id", "seq"])
    for column, minutes in (("look_3", "15"), ("look_2", "60"), ("look_1", "240")):
        op.add_column(
            "rules_version",
            sa.Column(column, sa.Integer(), nullable=False, server_default=sa.text(minutes)),
        )
