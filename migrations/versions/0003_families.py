# SPDX-License-Identifier: Apache-2.0
"""Kinship and its exceptions, absences, the age limits, people who may return."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

ID = sa.Text().with_variant(sa.Uuid(), "postgresql")
INSTANT = sa.Text().with_variant(sa.DateTime(timezone=True), "postgresql")
DAY = sa.Text().with_variant(sa.Date(), "postgresql")
FLAG = sa.Integer().with_variant(sa.Boolean(), "postgresql")


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
        "absence",
        sa.Column("person_id", ID, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("starts_at", INSTANT, nullable=False),
        sa.Column("ends_at", INSTANT, nullable=True),
        sa.Column("noted_by", ID, nullable=False),
        sa.Column("ended_by", ID, nullable=True),
        sa.Column("due_back", INSTANT, nullable=True),
        sa.Column("escort", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("origin_id", ID, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        is_instant("due_back", "ck_absence_due_back_is_an_instant"),
        is_instant("ends_at", "ck_absence_ends_at_is_an_instant"),
        sa.CheckConstraint(
            "kind IN ('hospital', 'with_staff', 'police', 'court', 'leave', 'missing')",
            name=op.f("ck_absence_kind_known"),
        ),
        is_instant("starts_at", "ck_absence_starts_at_is_an_instant"),
        sa.CheckConstraint(
            "(ends_at IS NULL) = (ended_by IS NULL)", name=op.f("ck_absence_end_has_author")
        ),
        sa.CheckConstraint(
            "ends_at IS NULL OR ends_at >= starts_at", name=op.f("ck_absence_ends_after_start")
        ),
        sa.ForeignKeyConstraint(["ended_by"], ["account.id"], name=op.f("fk_absence_ended_by")),
        sa.ForeignKeyConstraint(["noted_by"], ["account.id"], name=op.f("fk_absence_noted_by")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_absence_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_absence")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_absence_person_id"), "absence", ["person_id"], unique=False)
    op.create_index(
        "uq_absence_open",
        "absence",
        ["person_id"],
        unique=True,
        sqlite_where=sa.text("ends_at IS NULL"),
    )
    op.create_table(
        "age_thresholds",
        sa.Column("presumed_child_up_to", sa.Integer(), nullable=False),
        sa.Column("doubt_up_to", sa.Integer(), nullable=False),
        sa.Column("changed_at", INSTANT, nullable=False),
        sa.Column("changed_by", ID, nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("origin_id", ID, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "presumed_child_up_to BETWEEN 17 AND 30 AND doubt_up_to BETWEEN "
            "presumed_child_up_to AND 40",
            name=op.f("ck_age_thresholds_in_order"),
        ),
        sa.ForeignKeyConstraint(
            ["changed_by"], ["account.id"], name=op.f("fk_age_thresholds_changed_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_age_thresholds")),
        sa.UniqueConstraint("seq", name=op.f("uq_age_thresholds_seq")),
        sqlite_strict=True,
    )
    op.create_table(
        "kinship",
        sa.Column("elder_id", ID, nullable=False),
        sa.Column("younger_id", ID, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("standing", sa.Text(), nullable=False),
        sa.Column("declared_at", INSTANT, nullable=False),
        sa.Column("declared_by", ID, nullable=False),
        sa.Column("verified_at", INSTANT, nullable=True),
        sa.Column("verified_by", ID, nullable=True),
        sa.Column("proof", sa.Text(), nullable=False),
        sa.Column("ended_at", INSTANT, nullable=True),
        sa.Column("ended_by", ID, nullable=True),
        sa.Column("id", ID, nullable=False),
        sa.Column("origin_id", ID, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "(standing = 'verified') = (verified_at IS NOT NULL)",
            name=op.f("ck_kinship_verified_has_time"),
        ),
        is_instant("declared_at", "ck_kinship_declared_at_is_an_instant"),
        is_instant("ended_at", "ck_kinship_ended_at_is_an_instant"),
        sa.CheckConstraint(
            "kind IN ('mother', 'guardian', 'sister', 'other')", name=op.f("ck_kinship_kind_known")
        ),
        sa.CheckConstraint(
            "standing IN ('declared', 'verified')", name=op.f("ck_kinship_standing_known")
        ),
        is_instant("verified_at", "ck_kinship_verified_at_is_an_instant"),
        sa.CheckConstraint(
            "(ended_at IS NULL) = (ended_by IS NULL)", name=op.f("ck_kinship_end_has_author")
        ),
        sa.CheckConstraint(
            "(verified_at IS NULL) = (verified_by IS NULL)",
            name=op.f("ck_kinship_verified_has_author"),
        ),
        sa.CheckConstraint("elder_id <> younger_id", name=op.f("ck_kinship_two_people")),
        sa.ForeignKeyConstraint(
            ["declared_by"], ["account.id"], name=op.f("fk_kinship_declared_by")
        ),
        sa.ForeignKeyConstraint(["elder_id"], ["person.id"], name=op.f("fk_kinship_elder_id")),
        sa.ForeignKeyConstraint(["ended_by"], ["account.id"], name=op.f("fk_kinship_ended_by")),
        sa.ForeignKeyConstraint(
            ["verified_by"], ["account.id"], name=op.f("fk_kinship_verified_by")
        ),
        sa.ForeignKeyConstraint(["younger_id"], ["person.id"], name=op.f("fk_kinship_younger_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_kinship")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_kinship_younger_id"), "kinship", ["younger_id"], unique=False)
    op.create_index(
        "uq_kinship_live",
        "kinship",
        ["elder_id", "younger_id"],
        unique=True,
        sqlite_where=sa.text("ended_at IS NULL"),
    )
    op.create_table(
        "possible_return",
        sa.Column("person_id", ID, nullable=False),
        sa.Column("earlier_id", ID, nullable=False),
        sa.Column("noted_at", INSTANT, nullable=False),
        sa.Column("verdict", sa.Text(), nullable=False),
        sa.Column("settled_at", INSTANT, nullable=True),
        sa.Column("settled_by", ID, nullable=True),
        sa.Column("id", ID, nullable=False),
        sa.Column("origin_id", ID, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "verdict IN ('open', 'same', 'different')",
            name=op.f("ck_possible_return_verdict_known"),
        ),
        sa.CheckConstraint("person_id <> earlier_id", name=op.f("ck_possible_return_two_people")),
        sa.ForeignKeyConstraint(
            ["earlier_id"], ["person.id"], name=op.f("fk_possible_return_earlier_id")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_possible_return_person_id")
        ),
        sa.ForeignKeyConstraint(
            ["settled_by"], ["account.id"], name=op.f("fk_possible_return_settled_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_possible_return")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_possible_return_person_id"), "possible_return", ["person_id"], unique=False
    )
    op.create_table(
        "rooming_exception",
        sa.Column("kinship_id", ID, nullable=False),
        sa.Column("elder_id", ID, nullable=False),
        sa.Column("younger_id", ID, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("observation", sa.Text(), nullable=False),
        sa.Column("signed_at", INSTANT, nullable=False),
        sa.Column("signed_by", ID, nullable=False),
        sa.Column("expires_at", INSTANT, nullable=False),
        sa.Column("ended_at", INSTANT, nullable=True),
        sa.Column("id", ID, nullable=False),
        sa.Column("origin_id", ID, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        is_instant("ended_at", "ck_rooming_exception_ended_at_is_an_instant"),
        is_instant("expires_at", "ck_rooming_exception_expires_at_is_an_instant"),
        sa.CheckConstraint(
            "kind IN ('declared_mother', 'sisters')", name=op.f("ck_rooming_exception_kind_known")
        ),
        is_instant("signed_at", "ck_rooming_exception_signed_at_is_an_instant"),
        sa.CheckConstraint("elder_id <> younger_id", name=op.f("ck_rooming_exception_two_people")),
        sa.CheckConstraint("expires_at > signed_at", name=op.f("ck_rooming_exception_lasts")),
        sa.CheckConstraint(
            "length(trim(observation)) >= 10", name=op.f("ck_rooming_exception_observed")
        ),
        sa.ForeignKeyConstraint(
            ["elder_id"], ["person.id"], name=op.f("fk_rooming_exception_elder_id")
        ),
        sa.ForeignKeyConstraint(
            ["kinship_id"], ["kinship.id"], name=op.f("fk_rooming_exception_kinship_id")
        ),
        sa.ForeignKeyConstraint(
            ["signed_by"], ["account.id"], name=op.f("fk_rooming_exception_signed_by")
        ),
        sa.ForeignKeyConstraint(
            ["younger_id"], ["person.id"], name=op.f("fk_rooming_exception_younger_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rooming_exception")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_rooming_exception_younger_id"), "rooming_exception", ["younger_id"], unique=False
    )
    op.create_index(
        "uq_rooming_exception_live",
        "rooming_exception",
        ["elder_id", "younger_id"],
        unique=True,
        sqlite_where=sa.text("ended_at IS NULL"),
    )
    op.create_table(
        "departure",
        sa.Column("arrival_id", ID, nullable=False),
        sa.Column("person_id", ID, nullable=False),
        sa.Column("left_at", INSTANT, nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("destination", sa.Text(), nullable=False),
        sa.Column("receiver", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("noted_by", ID, nullable=False),
        sa.Column("undone_at", INSTANT, nullable=True),
        sa.Column("id", ID, nullable=False),
        sa.Column("origin_id", ID, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        is_instant("left_at", "ck_departure_left_at_is_an_instant"),
        sa.CheckConstraint(
            "outcome IN ('home', 'referred', 'sister_house', 'work', 'own_wish', "
            "'without_plan', 'authority', 'hospital', 'died')",
            name=op.f("ck_departure_outcome_known"),
        ),
        is_instant("undone_at", "ck_departure_undone_at_is_an_instant"),
        sa.ForeignKeyConstraint(
            ["arrival_id"], ["arrival.id"], name=op.f("fk_departure_arrival_id")
        ),
        sa.ForeignKeyConstraint(["noted_by"], ["account.id"], name=op.f("fk_departure_noted_by")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_departure_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_departure")),
        sqlite_strict=True,
    )
    op.create_index(
        "uq_departure_live",
        "departure",
        ["arrival_id"],
        unique=True,
        sqlite_where=sa.text("undone_at IS NULL"),
    )
