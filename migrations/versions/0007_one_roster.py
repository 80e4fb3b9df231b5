# SPDX-License-Identifier: Apache-2.0
"""Desk, on call and wings are duties of one roster; whoever was planned stays planned."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"

ID = sa.Text().with_variant(sa.Uuid(), "postgresql")
DAY = sa.Text().with_variant(sa.Date(), "postgresql")


def upgrade() -> None:
    op.rename_table("duty", "duty_before")
    op.create_table(
        "duty",
        sa.Column("day", DAY, nullable=False),
        sa.Column("watch", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("wing_id", ID, nullable=True),
        sa.Column("account_id", ID, nullable=False),
        sa.Column("planned_id", ID, nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("origin_id", ID, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('at_desk', 'on_call', 'wing')", name=op.f("ck_duty_kind_known")
        ),
        sa.CheckConstraint(
            "watch IN ('morning', 'afternoon', 'night')", name=op.f("ck_duty_watch_known")
        ),
        sa.CheckConstraint(
            "(kind = 'wing') = (wing_id IS NOT NULL)", name=op.f("ck_duty_wing_of_its_own")
        ),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_duty_account_id")),
        sa.ForeignKeyConstraint(["planned_id"], ["account.id"], name=op.f("fk_duty_planned_id")),
        sa.ForeignKeyConstraint(["wing_id"], ["wing.id"], name=op.f("fk_duty_wing_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_duty")),
        sqlite_strict=True,
    )
    op.execute(
        "INSERT INTO duty (day, watch, kind, account_id, planned_id, id, origin_id, version) "
        "SELECT day, watch, kind, account_id, planned_id, id, origin_id, version FROM duty_before"
    )
    op.execute(
        "INSERT INTO duty "
        "(day, watch, kind, wing_id, account_id, planned_id, id, origin_id, version) "
        "SELECT day, watch, 'wing', wing_id, account_id, account_id, id, origin_id, version "
        "FROM caretaker_duty"
    )
    op.drop_table("duty_before")
    op.drop_table("caretaker_duty")
    op.create_index("uq_duty_wing", "duty", ["day", "watch", "wing_id", "account_id"], unique=True)
    op.create_index(
        "uq_duty_desk",
        "duty",
        ["day", "watch", "kind", "account_id"],
        unique=True,
        sqlite_where=sa.text("wing_id IS NULL"),
    )
