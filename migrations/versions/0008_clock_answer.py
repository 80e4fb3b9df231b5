# SPDX-License-Identifier: Apache-2.0
"""What an officer says of the PC's clock when it cannot be believed."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"

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
        "clock_answer",
        sa.Column("at", INSTANT, nullable=False),
        sa.Column("wall", INSTANT, nullable=False),
        sa.Column("shown_minutes", sa.Integer(), nullable=False),
        sa.Column("after_seq", sa.Integer(), nullable=False),
        sa.Column("answered_by", ID, nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("origin_id", ID, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        is_instant("at", "ck_clock_answer_at_is_an_instant"),
        is_instant("wall", "ck_clock_answer_wall_is_an_instant"),
        sa.ForeignKeyConstraint(
            ["answered_by"], ["account.id"], name=op.f("fk_clock_answer_answered_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_clock_answer")),
        sqlite_strict=True,
    )
