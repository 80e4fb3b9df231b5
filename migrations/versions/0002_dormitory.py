# SPDX-License-Identifier: Apache-2.0
"""Wings, rooms, beds, stays; what a bed has to respect; what is reserved, blocked, signed."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

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
        "wing",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("floor", sa.Integer(), nullable=False),
        sa.Column("side", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("house", sa.Text(), nullable=True),
        sa.Column("id", ID, nullable=False),
        sa.Column("origin_id", ID, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_wing")),
        sa.UniqueConstraint("name", name=op.f("uq_wing_name")),
        sqlite_strict=True,
    )
    op.create_table(
        "keep_apart",
        sa.Column("one_id", ID, nullable=False),
        sa.Column("other_id", ID, nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("noted_at", INSTANT, nullable=False),
        sa.Column("noted_by", ID, nullable=False),
        sa.Column("ended_at", INSTANT, nullable=True),
        sa.Column("ended_by", ID, nullable=True),
        sa.Column("id", ID, nullable=False),
        sa.Column("origin_id", ID, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        is_instant("ended_at", "ck_keep_apart_ended_at_is_an_instant"),
        is_instant("noted_at", "ck_keep_apart_noted_at_is_an_instant"),
        sa.CheckConstraint(
            "(ended_at IS NULL) = (ended_by IS NULL)", name=op.f("ck_keep_apart_end_has_author")
        ),
        sa.CheckConstraint("one_id < other_id", name=op.f("ck_keep_apart_two_people")),
        sa.ForeignKeyConstraint(["ended_by"], ["account.id"], name=op.f("fk_keep_apart_ended_by")),
        sa.ForeignKeyConstraint(["noted_by"], ["account.id"], name=op.f("fk_keep_apart_noted_by")),
        sa.ForeignKeyConstraint(["one_id"], ["person.id"], name=op.f("fk_keep_apart_one_id")),
        sa.ForeignKeyConstraint(["other_id"], ["person.id"], name=op.f("fk_keep_apart_other_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_keep_apart")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_keep_apart_other_id"), "keep_apart", ["other_id"], unique=False)
    op.create_index(
        "uq_keep_apart_live",
        "keep_apart",
        ["one_id", "other_id"],
        unique=True,
        sqlite_where=sa.text("ended_at IS NULL"),
    )
    op.create_table(
        "placement_need",
        sa.Column("person_id", ID, nullable=False),
        sa.Column("house", sa.Text(), nullable=False),
        sa.Column("exploited", FLAG, nullable=True),
        sa.Column("exploited_state", sa.Text(), nullable=False),
        sa.Column("watch", sa.Integer(), nullable=False),
        sa.Column("own_room", FLAG, nullable=False),
        sa.Column("step_free", FLAG, nullable=False),
        sa.Column("lower_bunk", FLAG, nullable=False),
        sa.Column("noted_at", INSTANT, nullable=False),
        sa.Column("noted_by", ID, nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("origin_id", ID, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "(exploited_state = 'given') = (exploited IS NOT NULL)",
            name=op.f("ck_placement_need_exploited"),
        ),
        sa.CheckConstraint(
            "exploited_state IN ('given', 'not_asked', 'unknown', 'declined', 'not_applicable')",
            name=op.f("ck_placement_need_exploited_state_known"),
        ),
        sa.CheckConstraint("house IN ('rpsw', 'pskw')", name=op.f("ck_placement_need_house_known")),
        is_instant("noted_at", "ck_placement_need_noted_at_is_an_instant"),
        sa.CheckConstraint("watch BETWEEN 0 AND 3", name=op.f("ck_placement_need_watch_level")),
        sa.ForeignKeyConstraint(
            ["noted_by"], ["account.id"], name=op.f("fk_placement_need_noted_by")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_placement_need_person_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_placement_need")),
        sa.UniqueConstraint("person_id", name=op.f("uq_placement_need_person_id")),
        sqlite_strict=True,
    )
    op.create_table(
        "room",
        sa.Column("wing_id", ID, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("purpose", sa.Text(), nullable=False),
        sa.Column("area_dm2", sa.Integer(), nullable=False),
        sa.Column("near_caretaker", FLAG, nullable=False),
        sa.Column("step_free", FLAG, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("origin_id", ID, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("area_dm2 > 0", name=op.f("ck_room_has_area")),
        sa.ForeignKeyConstraint(["wing_id"], ["wing.id"], name=op.f("fk_room_wing_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_room")),
        sa.UniqueConstraint("name", name=op.f("uq_room_name")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_room_wing_id"), "room", ["wing_id"], unique=False)
    op.create_table(
        "bed",
        sa.Column("room_id", ID, nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("mattress", FLAG, nullable=False),
        sa.Column("out_of_use", FLAG, nullable=False),
        sa.Column("upper", FLAG, nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("origin_id", ID, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["room_id"], ["room.id"], name=op.f("fk_bed_room_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bed")),
        sa.UniqueConstraint("room_id", "label", name=op.f("uq_bed_room_id")),
        sqlite_strict=True,
    )
    op.create_table(
        "rooming_alarm",
        sa.Column("room_id", ID, nullable=False),
        sa.Column("child_id", ID, nullable=False),
        sa.Column("adult_id", ID, nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("cause", sa.Text(), nullable=False),
        sa.Column("opened_at", INSTANT, nullable=False),
        sa.Column("closed_at", INSTANT, nullable=True),
        sa.Column("id", ID, nullable=False),
        sa.Column("origin_id", ID, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "cause IN ('fact', 'birthday', 'expired', 'foreign_program')",
            name=op.f("ck_rooming_alarm_cause_known"),
        ),
        is_instant("closed_at", "ck_rooming_alarm_closed_at_is_an_instant"),
        is_instant("opened_at", "ck_rooming_alarm_opened_at_is_an_instant"),
        sa.CheckConstraint(
            "rule IN ('child_with_adult', 'unknown_with_young', 'kept_apart')",
            name=op.f("ck_rooming_alarm_rule_known"),
        ),
        sa.ForeignKeyConstraint(
            ["adult_id"], ["person.id"], name=op.f("fk_rooming_alarm_adult_id")
        ),
        sa.ForeignKeyConstraint(
            ["child_id"], ["person.id"], name=op.f("fk_rooming_alarm_child_id")
        ),
        sa.ForeignKeyConstraint(["room_id"], ["room.id"], name=op.f("fk_rooming_alarm_room_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rooming_alarm")),
        sqlite_strict=True,
    )
    op.create_index(
        "uq_rooming_alarm_open",
        "rooming_alarm",
        ["child_id", "adult_id"],
        unique=True,
        sqlite_where=sa.text("closed_at IS NULL"),
    )
    op.create_table(
        "block",
        sa.Column("bed_id", ID, nullable=True),
        sa.Column("room_id", ID, nullable=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("starts_at", INSTANT, nullable=False),
        sa.Column("until_day", DAY, nullable=False),
        sa.Column("blocked_by", ID, nullable=False),
        sa.Column("lifted_at", INSTANT, nullable=True),
        sa.Column("lifted_by", ID, nullable=True),
        sa.Column("id", ID, nullable=False),
        sa.Column("origin_id", ID, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('repair', 'cleaning', 'pests', 'no_bedding', 'kept_free', "
            "'conversion', 'other')",
            name=op.f("ck_block_kind_known"),
        ),
        is_instant("lifted_at", "ck_block_lifted_at_is_an_instant"),
        is_instant("starts_at", "ck_block_starts_at_is_an_instant"),
        sa.CheckConstraint(
            "(bed_id IS NULL) <> (room_id IS NULL)", name=op.f("ck_block_bed_or_room")
        ),
        sa.CheckConstraint(
            "(lifted_at IS NULL) = (lifted_by IS NULL)", name=op.f("ck_block_end_has_author")
        ),
        sa.ForeignKeyConstraint(["bed_id"], ["bed.id"], name=op.f("fk_block_bed_id")),
        sa.ForeignKeyConstraint(["blocked_by"], ["account.id"], name=op.f("fk_block_blocked_by")),
        sa.ForeignKeyConstraint(["lifted_by"], ["account.id"], name=op.f("fk_block_lifted_by")),
        sa.ForeignKeyConstraint(["room_id"], ["room.id"], name=op.f("fk_block_room_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_block")),
        sqlite_strict=True,
    )
    op.create_index(
        "ix_block_live",
        "block",
        ["room_id", "bed_id"],
        unique=False,
        sqlite_where=sa.text("lifted_at IS NULL"),
    )
    op.create_table(
        "hold",
        sa.Column("bed_id", ID, nullable=False),
        sa.Column("batch_id", ID, nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("person_id", ID, nullable=True),
        sa.Column("starts_at", INSTANT, nullable=False),
        sa.Column("expires_at", INSTANT, nullable=False),
        sa.Column("held_by", ID, nullable=False),
        sa.Column("ended_at", INSTANT, nullable=True),
        sa.Column("end_reason", sa.Text(), nullable=True),
        sa.Column("id", ID, nullable=False),
        sa.Column("origin_id", ID, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "end_reason IN ('taken', 'released', 'expired')", name=op.f("ck_hold_end_reason_known")
        ),
        is_instant("ended_at", "ck_hold_ended_at_is_an_instant"),
        is_instant("expires_at", "ck_hold_expires_at_is_an_instant"),
        is_instant("starts_at", "ck_hold_starts_at_is_an_instant"),
        sa.CheckConstraint(
            "(ended_at IS NULL) = (end_reason IS NULL)", name=op.f("ck_hold_end_has_reason")
        ),
        sa.CheckConstraint("expires_at > starts_at", name=op.f("ck_hold_expires_after_start")),
        sa.ForeignKeyConstraint(["bed_id"], ["bed.id"], name=op.f("fk_hold_bed_id")),
        sa.ForeignKeyConstraint(["held_by"], ["account.id"], name=op.f("fk_hold_held_by")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_hold_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hold")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_hold_batch_id"), "hold", ["batch_id"], unique=False)
    op.create_index(
        "uq_hold_live", "hold", ["bed_id"], unique=True, sqlite_where=sa.text("ended_at IS NULL")
    )
    op.create_table(
        "stay",
        sa.Column("person_id", ID, nullable=False),
        sa.Column("bed_id", ID, nullable=False),
        sa.Column("starts_at", INSTANT, nullable=False),
        sa.Column("ends_at", INSTANT, nullable=True),
        sa.Column("placed_by", ID, nullable=False),
        sa.Column("ended_by", ID, nullable=True),
        sa.Column("end_reason", sa.Text(), nullable=True),
        sa.Column("received_at", INSTANT, nullable=True),
        sa.Column("received_by", ID, nullable=True),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("origin_id", ID, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "end_reason IN ('moved', 'undone', 'withdrawn', 'left', 'released')",
            name=op.f("ck_stay_end_reason_known"),
        ),
        is_instant("ends_at", "ck_stay_ends_at_is_an_instant"),
        is_instant("received_at", "ck_stay_received_at_is_an_instant"),
        is_instant("starts_at", "ck_stay_starts_at_is_an_instant"),
        sa.CheckConstraint(
            "(ends_at IS NULL) = (end_reason IS NULL)", name=op.f("ck_stay_end_has_reason")
        ),
        sa.CheckConstraint(
            "(ends_at IS NULL) = (ended_by IS NULL)", name=op.f("ck_stay_end_has_author")
        ),
        sa.CheckConstraint(
            "(received_at IS NULL) = (received_by IS NULL)", name=op.f("ck_stay_receipt")
        ),
        sa.CheckConstraint(
            "ends_at IS NULL OR ends_at >= starts_at", name=op.f("ck_stay_ends_after_start")
        ),
        sa.ForeignKeyConstraint(["bed_id"], ["bed.id"], name=op.f("fk_stay_bed_id")),
        sa.ForeignKeyConstraint(["ended_by"], ["account.id"], name=op.f("fk_stay_ended_by")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_stay_person_id")),
        sa.ForeignKeyConstraint(["placed_by"], ["account.id"], name=op.f("fk_stay_placed_by")),
        sa.ForeignKeyConstraint(["received_by"], ["account.id"], name=op.f("fk_stay_received_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stay")),
        sqlite_strict=True,
    )
    op.create_index("ix_stay_bed", "stay", ["bed_id", "starts_at"], unique=False)
    op.create_index(
        "ix_stay_open",
        "stay",
        ["bed_id", "person_id"],
        unique=False,
        sqlite_where=sa.text("ends_at IS NULL"),
    )
    op.create_index("ix_stay_person", "stay", ["person_id", "starts_at"], unique=False)
    op.create_table(
        "placement_permit",
        sa.Column("stay_id", ID, nullable=False),
        sa.Column("person_id", ID, nullable=False),
        sa.Column("rules", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("signed_at", INSTANT, nullable=False),
        sa.Column("signed_by", ID, nullable=False),
        sa.Column("expires_at", INSTANT, nullable=False),
        sa.Column("ended_at", INSTANT, nullable=True),
        sa.Column("ended_by", ID, nullable=True),
        sa.Column("end_reason", sa.Text(), nullable=True),
        sa.Column("id", ID, nullable=False),
        sa.Column("origin_id", ID, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "end_reason IN ('confirmed', 'moved', 'undone')",
            name=op.f("ck_placement_permit_end_reason_known"),
        ),
        is_instant("ended_at", "ck_placement_permit_ended_at_is_an_instant"),
        is_instant("expires_at", "ck_placement_permit_expires_at_is_an_instant"),
        is_instant("signed_at", "ck_placement_permit_signed_at_is_an_instant"),
        sa.CheckConstraint(
            "(ended_at IS NULL) = (end_reason IS NULL)",
            name=op.f("ck_placement_permit_end_has_reason"),
        ),
        sa.CheckConstraint(
            "expires_at > signed_at", name=op.f("ck_placement_permit_expires_after_signing")
        ),
        sa.ForeignKeyConstraint(
            ["ended_by"], ["account.id"], name=op.f("fk_placement_permit_ended_by")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_placement_permit_person_id")
        ),
        sa.ForeignKeyConstraint(
            ["signed_by"], ["account.id"], name=op.f("fk_placement_permit_signed_by")
        ),
        sa.ForeignKeyConstraint(["stay_id"], ["stay.id"], name=op.f("fk_placement_permit_stay_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_placement_permit")),
        sa.UniqueConstraint("stay_id", name=op.f("uq_placement_permit_stay_id")),
        sqlite_strict=True,
    )
    op.create_index(
        "ix_placement_permit_open",
        "placement_permit",
        ["person_id"],
        unique=False,
        sqlite_where=sa.text("ended_at IS NULL"),
    )
