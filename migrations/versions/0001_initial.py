# SPDX-License-Identifier: Apache-2.0
"""The first tables: the shelter and its accounts, people and their arrivals."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

ID = sa.Text().with_variant(sa.Uuid(), "postgresql")
INSTANT = sa.Text().with_variant(sa.DateTime(timezone=True), "postgresql")
DAY = sa.Text().with_variant(sa.Date(), "postgresql")
FLAG = sa.Integer().with_variant(sa.Boolean(), "postgresql")


def upgrade() -> None:
    op.create_table(
        "account",
        sa.Column("login", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("opened_at", INSTANT, nullable=False),
        sa.Column("closed_at", INSTANT, nullable=True),
        sa.Column("id", ID, nullable=False),
        sa.Column("origin_id", ID, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_account")),
        sa.UniqueConstraint("login", name=op.f("uq_account_login")),
        sqlite_strict=True,
    )
    op.create_table(
        "audit_entry",
        sa.Column("origin_id", ID, nullable=False),
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.Column("actor_id", ID, nullable=True),
        sa.Column("act", sa.Text(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("subject_id", ID, nullable=True),
        sa.Column("payload_hash", sa.Text(), nullable=False),
        sa.Column("prev_hash", sa.Text(), nullable=False),
        sa.Column("entry_hash", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("origin_id", "seq", name=op.f("pk_audit_entry")),
        sa.UniqueConstraint("entry_hash", name=op.f("uq_audit_entry_entry_hash")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_audit_entry_subject_id"), "audit_entry", ["subject_id"], unique=False)
    op.create_table(
        "counter",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_counter")),
        sqlite_strict=True,
    )
    op.create_table(
        "installation",
        sa.Column("origin_id", ID, nullable=False),
        sa.Column("database_id", ID, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("origin_id", name=op.f("pk_installation")),
        sqlite_strict=True,
    )
    op.create_table(
        "partner",
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("name_key", sa.Text(), nullable=False),
        sa.Column("city", sa.Text(), nullable=False),
        sa.Column("phone", sa.Text(), nullable=False),
        sa.Column("contact", sa.Text(), nullable=False),
        sa.Column("retired_at", INSTANT, nullable=True),
        sa.Column("id", ID, nullable=False),
        sa.Column("origin_id", ID, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('social_office', 'police', 'ngo', 'hospital', 'shelter', 'other')",
            name=op.f("ck_partner_kind_known"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_partner")),
        sa.UniqueConstraint("name_key", name=op.f("uq_partner_name_key")),
        sqlite_strict=True,
    )
    op.create_table(
        "person",
        sa.Column("called_name", sa.Text(), nullable=True),
        sa.Column("called_name_state", sa.Text(), nullable=False),
        sa.Column("spelling_key", sa.Text(), nullable=False),
        sa.Column("sex", sa.Text(), nullable=True),
        sa.Column("sex_state", sa.Text(), nullable=False),
        sa.Column("age_state", sa.Text(), nullable=False),
        sa.Column("age_text", sa.Text(), nullable=False),
        sa.Column("stated_months", sa.Integer(), nullable=True),
        sa.Column("birth_date", DAY, nullable=True),
        sa.Column("birth_precision", sa.Text(), nullable=True),
        sa.Column("age_basis", sa.Text(), nullable=True),
        sa.Column("age_doubt", FLAG, nullable=False),
        sa.Column("age_band", sa.Text(), nullable=False),
        sa.Column("treated_as", sa.Text(), nullable=False),
        sa.Column("treated_reason", sa.Text(), nullable=False),
        sa.Column("adult_from", DAY, nullable=True),
        sa.Column("young_until", DAY, nullable=True),
        sa.Column("allergy", sa.Text(), nullable=True),
        sa.Column("allergy_state", sa.Text(), nullable=False),
        sa.Column("diet", sa.Text(), nullable=True),
        sa.Column("diet_state", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=True),
        sa.Column("language_state", sa.Text(), nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("origin_id", ID, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "(allergy_state = 'given') = (allergy IS NOT NULL)",
            name=op.f("ck_person_allergy_state"),
        ),
        sa.CheckConstraint(
            "(called_name_state = 'given') = (called_name IS NOT NULL)",
            name=op.f("ck_person_name_state"),
        ),
        sa.CheckConstraint(
            "(diet_state = 'given') = (diet IS NOT NULL)", name=op.f("ck_person_diet_state")
        ),
        sa.CheckConstraint(
            "(language_state = 'given') = (language IS NOT NULL)",
            name=op.f("ck_person_language_state"),
        ),
        sa.CheckConstraint(
            "(sex_state = 'given') = (sex IS NOT NULL)", name=op.f("ck_person_sex_state")
        ),
        sa.CheckConstraint(
            "adult_from IS NULL OR (adult_from IS date(adult_from, '+0 days') AND "
            "adult_from >= '0001')",
            name=op.f("ck_person_adult_from_is_a_day"),
        ),
        sa.CheckConstraint(
            "young_until IS NULL OR (young_until IS date(young_until, '+0 days'))",
            name=op.f("ck_person_young_until_is_a_day"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_person_spelling_key"), "person", ["spelling_key"], unique=False)
    op.create_table(
        "shelter",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("letterhead", sa.Text(), nullable=False),
        sa.Column("city", sa.Text(), nullable=False),
        sa.Column("zone", sa.Text(), nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("origin_id", ID, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "zone IN ('Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura')",
            name=op.f("ck_shelter_zone_known"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_shelter")),
        sqlite_strict=True,
    )
    op.create_table(
        "arrival_group",
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("arrived_at", INSTANT, nullable=False),
        sa.Column("opened_at", INSTANT, nullable=False),
        sa.Column("opened_by", ID, nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("origin_id", ID, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["opened_by"], ["account.id"], name=op.f("fk_arrival_group_opened_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_arrival_group")),
        sa.UniqueConstraint("number", name=op.f("uq_arrival_group_number")),
        sqlite_strict=True,
    )
    op.create_table(
        "audit_payload",
        sa.Column("entry_hash", sa.Text(), nullable=False),
        sa.Column("salt", sa.Text(), nullable=False),
        sa.Column("payload", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["entry_hash"], ["audit_entry.entry_hash"], name=op.f("fk_audit_payload_entry_hash")
        ),
        sa.PrimaryKeyConstraint("entry_hash", name=op.f("pk_audit_payload")),
        sqlite_strict=True,
    )
    op.create_table(
        "shift",
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("officer_id", ID, nullable=False),
        sa.Column("started_at", INSTANT, nullable=False),
        sa.Column("ended_at", INSTANT, nullable=True),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("origin_id", ID, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["officer_id"], ["account.id"], name=op.f("fk_shift_officer_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_shift")),
        sqlite_strict=True,
    )
    op.create_table(
        "arrival",
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("person_id", ID, nullable=False),
        sa.Column("shift_id", ID, nullable=True),
        sa.Column("group_id", ID, nullable=True),
        sa.Column("tie", sa.Text(), nullable=False),
        sa.Column("paper_number", sa.Text(), nullable=True),
        sa.Column("arrived_at", INSTANT, nullable=False),
        sa.Column("registered_at", INSTANT, nullable=False),
        sa.Column("registered_by", ID, nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("clock_doubtful", FLAG, nullable=False),
        sa.Column("came_by", sa.Text(), nullable=True),
        sa.Column("came_by_state", sa.Text(), nullable=False),
        sa.Column("partner_id", ID, nullable=True),
        sa.Column("referrer", sa.Text(), nullable=False),
        sa.Column("escort", sa.Text(), nullable=False),
        sa.Column("escort_phone", sa.Text(), nullable=False),
        sa.Column("injured", FLAG, nullable=True),
        sa.Column("pregnant", FLAG, nullable=True),
        sa.Column("ill", FLAG, nullable=True),
        sa.Column("urgent_state", sa.Text(), nullable=False),
        sa.Column("accompanied", sa.Integer(), nullable=True),
        sa.Column("accompanied_state", sa.Text(), nullable=False),
        sa.Column("threatened", FLAG, nullable=True),
        sa.Column("threatened_state", sa.Text(), nullable=False),
        sa.Column("withdrawn_at", INSTANT, nullable=True),
        sa.Column("departed_at", INSTANT, nullable=True),
        sa.Column("id", ID, nullable=False),
        sa.Column("origin_id", ID, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "(accompanied_state = 'given') = (accompanied IS NOT NULL)",
            name=op.f("ck_arrival_accompanied_state"),
        ),
        sa.CheckConstraint(
            "(came_by_state = 'given') = (came_by IS NOT NULL)",
            name=op.f("ck_arrival_came_by_state"),
        ),
        sa.CheckConstraint(
            "(threatened_state = 'given') = (threatened IS NOT NULL)",
            name=op.f("ck_arrival_threatened_state"),
        ),
        sa.CheckConstraint(
            "(urgent_state = 'given') = (injured IS NOT NULL)", name=op.f("ck_arrival_urgent_state")
        ),
        sa.ForeignKeyConstraint(
            ["group_id"], ["arrival_group.id"], name=op.f("fk_arrival_group_id")
        ),
        sa.ForeignKeyConstraint(["partner_id"], ["partner.id"], name=op.f("fk_arrival_partner_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_arrival_person_id")),
        sa.ForeignKeyConstraint(
            ["registered_by"], ["account.id"], name=op.f("fk_arrival_registered_by")
        ),
        sa.ForeignKeyConstraint(["shift_id"], ["shift.id"], name=op.f("fk_arrival_shift_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_arrival")),
        sa.UniqueConstraint("number", name=op.f("uq_arrival_number")),
        sa.UniqueConstraint("paper_number", name=op.f("uq_arrival_paper_number")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_arrival_group_id"), "arrival", ["group_id"], unique=False)
    op.create_index(op.f("ix_arrival_partner_id"), "arrival", ["partner_id"], unique=False)
    op.create_index(op.f("ix_arrival_person_id"), "arrival", ["person_id"], unique=False)
    op.create_index(
        "ix_arrival_present",
        "arrival",
        ["arrived_at"],
        unique=False,
        sqlite_where=sa.text("withdrawn_at IS NULL"),
    )
    op.create_index(op.f("ix_arrival_registered_at"), "arrival", ["registered_at"], unique=False)
    op.create_table(
        "handover",
        sa.Column("shift_id", ID, nullable=False),
        sa.Column("outgoing_id", ID, nullable=False),
        sa.Column("incoming_id", ID, nullable=False),
        sa.Column("confirmed_at", INSTANT, nullable=False),
        sa.Column("audit_seq", sa.Integer(), nullable=False),
        sa.Column("audit_hash", sa.Text(), nullable=False),
        sa.Column("sheet", sa.Text(), nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("origin_id", ID, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["incoming_id"], ["account.id"], name=op.f("fk_handover_incoming_id")
        ),
        sa.ForeignKeyConstraint(
            ["outgoing_id"], ["account.id"], name=op.f("fk_handover_outgoing_id")
        ),
        sa.ForeignKeyConstraint(["shift_id"], ["shift.id"], name=op.f("fk_handover_shift_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_handover")),
        sa.UniqueConstraint("shift_id", name=op.f("uq_handover_shift_id")),
        sqlite_strict=True,
    )
    op.create_table(
        "draft",
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("arrival_id", ID, nullable=True),
        sa.Column("arrival_version", sa.Integer(), nullable=True),
        sa.Column("person_version", sa.Integer(), nullable=True),
        sa.Column("started_at", INSTANT, nullable=False),
        sa.Column("saved_at", INSTANT, nullable=False),
        sa.Column("started_by", ID, nullable=False),
        sa.Column("saved_by", ID, nullable=False),
        sa.Column("focused", sa.Text(), nullable=False),
        sa.Column("entries", sa.Text(), nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("origin_id", ID, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["arrival_id"], ["arrival.id"], name=op.f("fk_draft_arrival_id")),
        sa.ForeignKeyConstraint(["saved_by"], ["account.id"], name=op.f("fk_draft_saved_by")),
        sa.ForeignKeyConstraint(["started_by"], ["account.id"], name=op.f("fk_draft_started_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_draft")),
        sqlite_strict=True,
    )
    op.create_table(
        "task",
        sa.Column("arrival_id", ID, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("due_at", INSTANT, nullable=False),
        sa.Column("settled_at", INSTANT, nullable=True),
        sa.Column("settled_by", ID, nullable=True),
        sa.Column("id", ID, nullable=False),
        sa.Column("origin_id", ID, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["arrival_id"], ["arrival.id"], name=op.f("fk_task_arrival_id")),
        sa.ForeignKeyConstraint(["settled_by"], ["account.id"], name=op.f("fk_task_settled_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_task")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_task_arrival_id"), "task", ["arrival_id"], unique=False)
    op.create_index(
        "ix_task_open", "task", ["due_at"], unique=False, sqlite_where=sa.text("settled_at IS NULL")
    )
