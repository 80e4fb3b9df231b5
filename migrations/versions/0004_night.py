# SPDX-License-Identifier: Apache-2.0
"""The night itself: needs, medicine, belongings, the duty log, bed checks, the roster."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

ID = sa.Text().with_variant(sa.Uuid(), "postgresql")
INSTANT = sa.Text().with_variant(sa.DateTime(timezone=True), "postgresql")
DAY = sa.Text().with_variant(sa.Date(), "postgresql")
FLAG = sa.Integer().with_variant(sa.Boolean(), "postgresql")


def upgrade() -> None:
    op.create_table(
        "duty",
        sa.Column("day", DAY, nullable=False),
        sa.Column("watch", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("account_id", ID, nullable=False),
        sa.Column("planned_id", ID, nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("origin_id", ID, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("kind IN ('at_desk', 'on_call')", name=op.f("ck_duty_kind_known")),
        sa.CheckConstraint(
            "watch IN ('morning', 'afternoon', 'night')", name=op.f("ck_duty_watch_known")
        ),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_duty_account_id")),
        sa.ForeignKeyConstraint(["planned_id"], ["account.id"], name=op.f("fk_duty_planned_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_duty")),
        sa.UniqueConstraint("day", "watch", "kind", "account_id", name=op.f("uq_duty_day")),
        sqlite_strict=True,
    )
    op.create_table(
        "bed_check",
        sa.Column("shift_id", ID, nullable=True),
        sa.Column("started_at", INSTANT, nullable=False),
        sa.Column("finished_at", INSTANT, nullable=True),
        sa.Column("checked_by", ID, nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("origin_id", ID, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["checked_by"], ["account.id"], name=op.f("fk_bed_check_checked_by")
        ),
        sa.ForeignKeyConstraint(["shift_id"], ["shift.id"], name=op.f("fk_bed_check_shift_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bed_check")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_bed_check_shift_id"), "bed_check", ["shift_id"], unique=False)
    op.create_table(
        "log_entry",
        sa.Column("shift_id", ID, nullable=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("person_id", ID, nullable=True),
        sa.Column("happened_at", INSTANT, nullable=False),
        sa.Column("noted_at", INSTANT, nullable=False),
        sa.Column("noted_by", ID, nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("to_next", FLAG, nullable=False),
        sa.Column("read_at", INSTANT, nullable=True),
        sa.Column("read_by", ID, nullable=True),
        sa.Column("withdrawn_at", INSTANT, nullable=True),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("origin_id", ID, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('incident', 'visitor', 'call', 'check', 'medicine', 'building')",
            name=op.f("ck_log_entry_kind_known"),
        ),
        sa.CheckConstraint(
            "(read_at IS NULL) = (read_by IS NULL)", name=op.f("ck_log_entry_read_has_reader")
        ),
        sa.ForeignKeyConstraint(["noted_by"], ["account.id"], name=op.f("fk_log_entry_noted_by")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_log_entry_person_id")),
        sa.ForeignKeyConstraint(["read_by"], ["account.id"], name=op.f("fk_log_entry_read_by")),
        sa.ForeignKeyConstraint(["shift_id"], ["shift.id"], name=op.f("fk_log_entry_shift_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_log_entry")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_log_entry_noted_at"), "log_entry", ["noted_at"], unique=False)
    op.create_index(op.f("ix_log_entry_shift_id"), "log_entry", ["shift_id"], unique=False)
    op.create_table(
        "medicine",
        sa.Column("person_id", ID, nullable=False),
        sa.Column("shift_id", ID, nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("dose", sa.Text(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("given_at", INSTANT, nullable=False),
        sa.Column("given_by", ID, nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("origin_id", ID, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "outcome IN ('given', 'refused')", name=op.f("ck_medicine_outcome_known")
        ),
        sa.ForeignKeyConstraint(["given_by"], ["account.id"], name=op.f("fk_medicine_given_by")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_medicine_person_id")),
        sa.ForeignKeyConstraint(["shift_id"], ["shift.id"], name=op.f("fk_medicine_shift_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_medicine")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_medicine_person_id"), "medicine", ["person_id"], unique=False)
    op.create_index(op.f("ix_medicine_shift_id"), "medicine", ["shift_id"], unique=False)
    op.create_table(
        "bed_check_mark",
        sa.Column("check_id", ID, nullable=False),
        sa.Column("person_id", ID, nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("marked_at", INSTANT, nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("origin_id", ID, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "state IN ('present', 'absent', 'hospital', 'leave')",
            name=op.f("ck_bed_check_mark_state_known"),
        ),
        sa.ForeignKeyConstraint(
            ["check_id"], ["bed_check.id"], name=op.f("fk_bed_check_mark_check_id")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_bed_check_mark_person_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bed_check_mark")),
        sa.UniqueConstraint("check_id", "person_id", name=op.f("uq_bed_check_mark_check_id")),
        sqlite_strict=True,
    )
    op.create_table(
        "belonging",
        sa.Column("arrival_id", ID, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("kept_where", sa.Text(), nullable=False),
        sa.Column("kept_at", INSTANT, nullable=False),
        sa.Column("kept_by", ID, nullable=False),
        sa.Column("returned_at", INSTANT, nullable=True),
        sa.Column("returned_by", ID, nullable=True),
        sa.Column("id", ID, nullable=False),
        sa.Column("origin_id", ID, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('document', 'money', 'phone', 'other')", name=op.f("ck_belonging_kind_known")
        ),
        sa.CheckConstraint(
            "(returned_at IS NULL) = (returned_by IS NULL)",
            name=op.f("ck_belonging_return_has_author"),
        ),
        sa.ForeignKeyConstraint(
            ["arrival_id"], ["arrival.id"], name=op.f("fk_belonging_arrival_id")
        ),
        sa.ForeignKeyConstraint(["kept_by"], ["account.id"], name=op.f("fk_belonging_kept_by")),
        sa.ForeignKeyConstraint(
            ["returned_by"], ["account.id"], name=op.f("fk_belonging_returned_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_belonging")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_belonging_arrival_id"), "belonging", ["arrival_id"], unique=False)
    op.create_table(
        "need",
        sa.Column("arrival_id", ID, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("met_at", INSTANT, nullable=False),
        sa.Column("met_by", ID, nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("origin_id", ID, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('bed', 'clothes', 'food', 'injury', 'pregnancy', 'infant')",
            name=op.f("ck_need_kind_known"),
        ),
        sa.ForeignKeyConstraint(["arrival_id"], ["arrival.id"], name=op.f("fk_need_arrival_id")),
        sa.ForeignKeyConstraint(["met_by"], ["account.id"], name=op.f("fk_need_met_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_need")),
        sa.UniqueConstraint("arrival_id", "kind", name=op.f("uq_need_arrival_id")),
        sqlite_strict=True,
    )
    op.create_table(
        "told",
        sa.Column("arrival_id", ID, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("noted_at", INSTANT, nullable=False),
        sa.Column("noted_by", ID, nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("origin_id", ID, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('pocket_money', 'one_two_weeks', 'job', 'family_visit', 'other')",
            name=op.f("ck_told_kind_known"),
        ),
        sa.ForeignKeyConstraint(["arrival_id"], ["arrival.id"], name=op.f("fk_told_arrival_id")),
        sa.ForeignKeyConstraint(["noted_by"], ["account.id"], name=op.f("fk_told_noted_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_told")),
        sa.UniqueConstraint("arrival_id", "kind", name=op.f("uq_told_arrival_id")),
        sqlite_strict=True,
    )
