# SPDX-License-Identifier: Apache-2.0
"""The caretakers' books, plans for a day to come, rules with their past, nightly checks."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

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
        "caretaker_duty",
        sa.Column("wing_id", ID, nullable=False),
        sa.Column("day", DAY, nullable=False),
        sa.Column("watch", sa.Text(), nullable=False),
        sa.Column("account_id", ID, nullable=False),
        sa.Column("planned_by", ID, nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("origin_id", ID, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "watch IN ('morning', 'afternoon', 'night')", name=op.f("ck_caretaker_duty_watch_known")
        ),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name=op.f("fk_caretaker_duty_account_id")
        ),
        sa.ForeignKeyConstraint(
            ["planned_by"], ["account.id"], name=op.f("fk_caretaker_duty_planned_by")
        ),
        sa.ForeignKeyConstraint(["wing_id"], ["wing.id"], name=op.f("fk_caretaker_duty_wing_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_caretaker_duty")),
        sa.UniqueConstraint(
            "day", "watch", "wing_id", "account_id", name=op.f("uq_caretaker_duty_day")
        ),
        sqlite_strict=True,
    )
    op.create_table(
        "headcount",
        sa.Column("wing_id", ID, nullable=False),
        sa.Column("counted", sa.Integer(), nullable=False),
        sa.Column("expected", sa.Integer(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("counted_at", INSTANT, nullable=False),
        sa.Column("counted_by", ID, nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("origin_id", ID, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        is_instant("counted_at", "ck_headcount_counted_at_is_an_instant"),
        sa.CheckConstraint("counted >= 0 AND expected >= 0", name=op.f("ck_headcount_people")),
        sa.ForeignKeyConstraint(
            ["counted_by"], ["account.id"], name=op.f("fk_headcount_counted_by")
        ),
        sa.ForeignKeyConstraint(["wing_id"], ["wing.id"], name=op.f("fk_headcount_wing_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_headcount")),
        sqlite_strict=True,
    )
    op.create_index("ix_headcount_wing", "headcount", ["wing_id", "counted_at"], unique=False)
    op.create_table(
        "issued_item",
        sa.Column("person_id", ID, nullable=False),
        sa.Column("item", sa.Text(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("issued_at", INSTANT, nullable=False),
        sa.Column("issued_by", ID, nullable=False),
        sa.Column("returned_at", INSTANT, nullable=True),
        sa.Column("returned_to", ID, nullable=True),
        sa.Column("id", ID, nullable=False),
        sa.Column("origin_id", ID, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        is_instant("issued_at", "ck_issued_item_issued_at_is_an_instant"),
        sa.CheckConstraint(
            "item IN ('sheet', 'blanket', 'pillow', 'towel', 'clothes', "
            "'toiletries', 'sanitary', 'prayer_set', 'infant_kit')",
            name=op.f("ck_issued_item_item_known"),
        ),
        is_instant("returned_at", "ck_issued_item_returned_at_is_an_instant"),
        sa.CheckConstraint(
            "(returned_at IS NULL) = (returned_to IS NULL)",
            name=op.f("ck_issued_item_return_has_author"),
        ),
        sa.CheckConstraint("count BETWEEN 1 AND 20", name=op.f("ck_issued_item_some")),
        sa.ForeignKeyConstraint(
            ["issued_by"], ["account.id"], name=op.f("fk_issued_item_issued_by")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_issued_item_person_id")
        ),
        sa.ForeignKeyConstraint(
            ["returned_to"], ["account.id"], name=op.f("fk_issued_item_returned_to")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_issued_item")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_issued_item_person_id"), "issued_item", ["person_id"], unique=False)
    op.create_table(
        "rooming_check",
        sa.Column("checked_at", INSTANT, nullable=False),
        sa.Column("checked_by", ID, nullable=False),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.Column("rooms", sa.Integer(), nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("origin_id", ID, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        is_instant("checked_at", "ck_rooming_check_checked_at_is_an_instant"),
        sa.ForeignKeyConstraint(
            ["checked_by"], ["account.id"], name=op.f("fk_rooming_check_checked_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rooming_check")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_rooming_check_checked_at"), "rooming_check", ["checked_at"], unique=False
    )
    op.create_table(
        "rules_version",
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("houses_apart", FLAG, nullable=False),
        sa.Column("exploited_apart", FLAG, nullable=False),
        sa.Column("boys_up_to", sa.Integer(), nullable=False),
        sa.Column("space_dm2", sa.Integer(), nullable=False),
        sa.Column("near_from", sa.Integer(), nullable=False),
        sa.Column("company_from", sa.Integer(), nullable=False),
        sa.Column("caretaker_expected", FLAG, nullable=False),
        sa.Column("needs_two", FLAG, nullable=False),
        sa.Column("basis", sa.Text(), nullable=False),
        sa.Column("proposed_at", INSTANT, nullable=False),
        sa.Column("proposed_by", ID, nullable=False),
        sa.Column("approved_at", INSTANT, nullable=True),
        sa.Column("approved_by", ID, nullable=True),
        sa.Column("dropped_at", INSTANT, nullable=True),
        sa.Column("id", ID, nullable=False),
        sa.Column("origin_id", ID, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        is_instant("approved_at", "ck_rules_version_approved_at_is_an_instant"),
        is_instant("dropped_at", "ck_rules_version_dropped_at_is_an_instant"),
        is_instant("proposed_at", "ck_rules_version_proposed_at_is_an_instant"),
        sa.CheckConstraint(
            "(approved_at IS NULL) = (approved_by IS NULL)", name=op.f("ck_rules_version_approval")
        ),
        sa.CheckConstraint(
            "approved_at IS NULL OR dropped_at IS NULL", name=op.f("ck_rules_version_one_end")
        ),
        sa.CheckConstraint(
            "needs_two = 0 OR approved_by IS NOT proposed_by",
            name=op.f("ck_rules_version_two_people"),
        ),
        sa.ForeignKeyConstraint(
            ["approved_by"], ["account.id"], name=op.f("fk_rules_version_approved_by")
        ),
        sa.ForeignKeyConstraint(
            ["proposed_by"], ["account.id"], name=op.f("fk_rules_version_proposed_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rules_version")),
        sa.UniqueConstraint("seq", name=op.f("uq_rules_version_seq")),
        sqlite_strict=True,
    )
    op.create_index(
        "uq_rules_version_waiting",
        "rules_version",
        ["needs_two"],
        unique=True,
        sqlite_where=sa.text("approved_at IS NULL AND dropped_at IS NULL"),
    )
    op.create_table(
        "inspection",
        sa.Column("room_id", ID, nullable=False),
        sa.Column("looked_at", INSTANT, nullable=False),
        sa.Column("looked_by", ID, nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("origin_id", ID, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        is_instant("looked_at", "ck_inspection_looked_at_is_an_instant"),
        sa.ForeignKeyConstraint(
            ["looked_by"], ["account.id"], name=op.f("fk_inspection_looked_by")
        ),
        sa.ForeignKeyConstraint(["room_id"], ["room.id"], name=op.f("fk_inspection_room_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_inspection")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_inspection_room_id"), "inspection", ["room_id"], unique=False)
    op.create_table(
        "purpose_change",
        sa.Column("room_id", ID, nullable=False),
        sa.Column("purpose", sa.Text(), nullable=False),
        sa.Column("before", sa.Text(), nullable=True),
        sa.Column("from_day", DAY, nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("decided_at", INSTANT, nullable=False),
        sa.Column("decided_by", ID, nullable=False),
        sa.Column("applied_at", INSTANT, nullable=True),
        sa.Column("cancelled_at", INSTANT, nullable=True),
        sa.Column("id", ID, nullable=False),
        sa.Column("origin_id", ID, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        is_instant("applied_at", "ck_purpose_change_applied_at_is_an_instant"),
        sa.CheckConstraint(
            "before IN ('bedroom', 'spare', 'secretariat', 'tv_room', 'field', "
            "'counselling', 'therapy')",
            name=op.f("ck_purpose_change_before_known"),
        ),
        is_instant("cancelled_at", "ck_purpose_change_cancelled_at_is_an_instant"),
        is_instant("decided_at", "ck_purpose_change_decided_at_is_an_instant"),
        sa.CheckConstraint(
            "purpose IN ('bedroom', 'spare', 'secretariat', 'tv_room', 'field', "
            "'counselling', 'therapy')",
            name=op.f("ck_purpose_change_purpose_known"),
        ),
        sa.CheckConstraint(
            "(applied_at IS NULL) = (before IS NULL)",
            name=op.f("ck_purpose_change_applied_has_before"),
        ),
        sa.CheckConstraint(
            "applied_at IS NULL OR cancelled_at IS NULL", name=op.f("ck_purpose_change_one_end")
        ),
        sa.ForeignKeyConstraint(
            ["decided_by"], ["account.id"], name=op.f("fk_purpose_change_decided_by")
        ),
        sa.ForeignKeyConstraint(["room_id"], ["room.id"], name=op.f("fk_purpose_change_room_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_purpose_change")),
        sqlite_strict=True,
    )
    op.create_index(
        "uq_purpose_change_planned",
        "purpose_change",
        ["room_id"],
        unique=True,
        sqlite_where=sa.text("applied_at IS NULL AND cancelled_at IS NULL"),
    )
    op.create_table(
        "repair",
        sa.Column("room_id", ID, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("asked_at", INSTANT, nullable=False),
        sa.Column("asked_by", ID, nullable=False),
        sa.Column("changed_at", INSTANT, nullable=False),
        sa.Column("changed_by", ID, nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("origin_id", ID, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        is_instant("asked_at", "ck_repair_asked_at_is_an_instant"),
        is_instant("changed_at", "ck_repair_changed_at_is_an_instant"),
        sa.CheckConstraint(
            "kind IN ('fan', 'bathroom', 'light', 'water', 'door', 'window', 'bed', "
            "'power', 'other')",
            name=op.f("ck_repair_kind_known"),
        ),
        sa.CheckConstraint(
            "status IN ('asked', 'in_work', 'done', 'dropped')", name=op.f("ck_repair_status_known")
        ),
        sa.ForeignKeyConstraint(["asked_by"], ["account.id"], name=op.f("fk_repair_asked_by")),
        sa.ForeignKeyConstraint(["changed_by"], ["account.id"], name=op.f("fk_repair_changed_by")),
        sa.ForeignKeyConstraint(["room_id"], ["room.id"], name=op.f("fk_repair_room_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_repair")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_repair_room_id"), "repair", ["room_id"], unique=False)
    op.create_table(
        "rooming_finding",
        sa.Column("check_id", ID, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("room_id", ID, nullable=True),
        sa.Column("wing_id", ID, nullable=True),
        sa.Column("person_id", ID, nullable=True),
        sa.Column("other_id", ID, nullable=True),
        sa.Column("id", ID, nullable=False),
        sa.Column("origin_id", ID, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('child_with_adult', 'family_shared', 'unknown_with_young', "
            "'kept_apart', 'own_room_shared', 'exploited_mix', 'house_mix', "
            "'boy_without_family', 'boy_too_old', 'wrong_side', 'watch', "
            "'step_free', 'lower_bunk', 'over_capacity', 'not_in_use', "
            "'permit_over', 'without_bed', 'not_received', 'bed_of_missing', "
            "'no_caretaker', 'one_for_both')",
            name=op.f("ck_rooming_finding_kind_known"),
        ),
        sa.ForeignKeyConstraint(
            ["check_id"], ["rooming_check.id"], name=op.f("fk_rooming_finding_check_id")
        ),
        sa.ForeignKeyConstraint(
            ["other_id"], ["person.id"], name=op.f("fk_rooming_finding_other_id")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_rooming_finding_person_id")
        ),
        sa.ForeignKeyConstraint(["room_id"], ["room.id"], name=op.f("fk_rooming_finding_room_id")),
        sa.ForeignKeyConstraint(["wing_id"], ["wing.id"], name=op.f("fk_rooming_finding_wing_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rooming_finding")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_rooming_finding_check_id"), "rooming_finding", ["check_id"], unique=False
    )
    op.create_table(
        "tv_slot",
        sa.Column("room_id", ID, nullable=False),
        sa.Column("weekday", sa.Integer(), nullable=False),
        sa.Column("from_minute", sa.Integer(), nullable=False),
        sa.Column("to_minute", sa.Integer(), nullable=False),
        sa.Column("side", sa.Text(), nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("origin_id", ID, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("side IN ('adult', 'child', 'any')", name=op.f("ck_tv_slot_side_known")),
        sa.CheckConstraint(
            "0 <= from_minute AND from_minute < to_minute", name=op.f("ck_tv_slot_from_before_to")
        ),
        sa.CheckConstraint("to_minute <= 1440", name=op.f("ck_tv_slot_one_day")),
        sa.CheckConstraint("weekday BETWEEN 0 AND 6", name=op.f("ck_tv_slot_weekday")),
        sa.ForeignKeyConstraint(["room_id"], ["room.id"], name=op.f("fk_tv_slot_room_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tv_slot")),
        sqlite_strict=True,
    )
    op.create_index("ix_tv_slot_weekday", "tv_slot", ["room_id", "weekday"], unique=False)
    op.create_table(
        "inspection_line",
        sa.Column("inspection_id", ID, nullable=False),
        sa.Column("point", sa.Text(), nullable=False),
        sa.Column("fine", FLAG, nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("origin_id", ID, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "point IN ('clean', 'beds', 'fan', 'light', 'window', 'door', "
            "'bathroom', 'pests', 'danger')",
            name=op.f("ck_inspection_line_point_known"),
        ),
        sa.ForeignKeyConstraint(
            ["inspection_id"], ["inspection.id"], name=op.f("fk_inspection_line_inspection_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_inspection_line")),
        sa.UniqueConstraint(
            "inspection_id", "point", name=op.f("uq_inspection_line_inspection_id")
        ),
        sqlite_strict=True,
    )
    op.create_table(
        "planned_move",
        sa.Column("person_id", ID, nullable=False),
        sa.Column("bed_id", ID, nullable=False),
        sa.Column("on_day", DAY, nullable=False),
        sa.Column("change_id", ID, nullable=True),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("planned_at", INSTANT, nullable=False),
        sa.Column("planned_by", ID, nullable=False),
        sa.Column("done_at", INSTANT, nullable=True),
        sa.Column("cancelled_at", INSTANT, nullable=True),
        sa.Column("id", ID, nullable=False),
        sa.Column("origin_id", ID, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        is_instant("cancelled_at", "ck_planned_move_cancelled_at_is_an_instant"),
        is_instant("done_at", "ck_planned_move_done_at_is_an_instant"),
        is_instant("planned_at", "ck_planned_move_planned_at_is_an_instant"),
        sa.CheckConstraint(
            "done_at IS NULL OR cancelled_at IS NULL", name=op.f("ck_planned_move_one_end")
        ),
        sa.ForeignKeyConstraint(["bed_id"], ["bed.id"], name=op.f("fk_planned_move_bed_id")),
        sa.ForeignKeyConstraint(
            ["change_id"], ["purpose_change.id"], name=op.f("fk_planned_move_change_id")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_planned_move_person_id")
        ),
        sa.ForeignKeyConstraint(
            ["planned_by"], ["account.id"], name=op.f("fk_planned_move_planned_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_planned_move")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_planned_move_change_id"), "planned_move", ["change_id"], unique=False)
    op.create_index(
        "uq_planned_move_open",
        "planned_move",
        ["person_id"],
        unique=True,
        sqlite_where=sa.text("done_at IS NULL AND cancelled_at IS NULL"),
    )
