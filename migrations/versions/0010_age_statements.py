# SPDX-License-Identifier: Apache-2.0
"""What is said of an age stands side by side; two persons end a presumption.

What is known of everybody until now becomes the first thing that was said of her age. Of two
who sound alike it is noted whether both were in the house then.
"""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"

ID = sa.Text().with_variant(sa.Uuid(), "postgresql")
INSTANT = sa.Text().with_variant(sa.DateTime(timezone=True), "postgresql")
DAY = sa.Text().with_variant(sa.Date(), "postgresql")
FLAG = sa.Integer().with_variant(sa.Boolean(), "postgresql")
BASES = "('document', 'self', 'escort', 'estimate', 'assessment')"
SETTLED = ("asked", "agreed", "dropped")
FIRST_OF_HER = """
INSERT INTO age_statement (id, origin_id, version, person_id, age_text, stated_months,
  most_months, birth_date, birth_precision, evidently_adult, basis, band, reason, adult_from,
  born_earliest, born_latest, born_nominal, said_on, noted_at, noted_by, end_id, seq)
SELECT lower(hex(randomblob(16))), p.origin_id, 1, p.id, p.age_text, p.stated_months,
  NULL, p.birth_date, p.birth_precision, p.treated_reason = 'evidently_adult', p.age_basis,
  p.age_band, p.treated_reason, p.adult_from, p.born_earliest, p.born_latest, p.born_nominal,
  p.age_said_on, a.registered_at, a.registered_by, NULL, 0
FROM person p JOIN arrival a ON a.person_id = p.id
WHERE a.seq = (SELECT min(b.seq) FROM arrival b WHERE b.person_id = p.id)"""

BOTH_HERE = """
UPDATE possible_return SET both_here = EXISTS (SELECT 1 FROM stay s
  WHERE s.person_id = possible_return.earlier_id AND s.ends_at IS NULL
    AND NOT EXISTS (SELECT 1 FROM absence o
      WHERE o.person_id = s.person_id AND o.ends_at IS NULL AND o.kind <> 'with_staff'))"""


def is_instant(column: str, name: str) -> sa.CheckConstraint:
    second = f"strftime('%Y-%m-%dT%H:%M:%S', substr({column}, 1, 19), '+0 days')"
    return sa.CheckConstraint(
        f"{column} IS NULL OR ({column} IS {second} || substr({column}, 20, 8) "
        f"AND substr({column}, 20) GLOB '.{'[0-9]' * 6}Z' "
        f"AND {column} >= '0001' AND {column} < '9999')",
        name=op.f(name),
    )


def rooted(table: str) -> tuple[sa.schema.SchemaItem, ...]:
    return (
        sa.Column("id", ID, nullable=False),
        sa.Column("origin_id", ID, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
    )


def key(table: str, column: str, other: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{other}.id"], name=op.f(f"fk_{table}_{column}"))


def upgrade() -> None:
    ends, said = "presumption_end", "age_statement"
    op.create_table(
        ends,
        sa.Column("person_id", ID, nullable=False),
        sa.Column("basis", sa.Text(), nullable=False),
        sa.Column("age_text", sa.Text(), nullable=False),
        sa.Column("proof", sa.Text(), nullable=False),
        sa.Column("proof_on", DAY, nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("asked_at", INSTANT, nullable=False),
        sa.Column("asked_by", ID, nullable=False),
        sa.Column("agreed_at", INSTANT, nullable=True),
        sa.Column("agreed_by", ID, nullable=True),
        sa.Column("dropped_at", INSTANT, nullable=True),
        sa.Column("dropped_by", ID, nullable=True),
        *(is_instant(f"{at}_at", f"ck_{ends}_{at}_at_is_an_instant") for at in SETTLED),
        sa.CheckConstraint(
            "basis IN ('assessment', 'document')", name=op.f(f"ck_{ends}_basis_known")
        ),
        sa.CheckConstraint(
            "(agreed_at IS NULL) = (agreed_by IS NULL)", name=op.f(f"ck_{ends}_agreed")
        ),
        sa.CheckConstraint(
            "(dropped_at IS NULL) = (dropped_by IS NULL)", name=op.f(f"ck_{ends}_dropped")
        ),
        sa.CheckConstraint(
            "agreed_at IS NULL OR dropped_at IS NULL", name=op.f(f"ck_{ends}_one_end")
        ),
        key(ends, "person_id", "person"),
        *(key(ends, f"{by}_by", "account") for by in SETTLED),
        *rooted(ends),
        sqlite_strict=True,
    )
    op.create_index(op.f(f"ix_{ends}_person_id"), ends, ["person_id"])
    op.create_table(
        said,
        sa.Column("person_id", ID, nullable=False),
        sa.Column("age_text", sa.Text(), nullable=False),
        sa.Column("stated_months", sa.Integer(), nullable=True),
        sa.Column("most_months", sa.Integer(), nullable=True),
        sa.Column("birth_date", DAY, nullable=True),
        sa.Column("birth_precision", sa.Text(), nullable=True),
        sa.Column("evidently_adult", FLAG, nullable=False),
        sa.Column("basis", sa.Text(), nullable=True),
        sa.Column("band", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("adult_from", DAY, nullable=True),
        sa.Column("born_earliest", DAY, nullable=True),
        sa.Column("born_latest", DAY, nullable=True),
        sa.Column("born_nominal", DAY, nullable=True),
        sa.Column("said_on", DAY, nullable=False),
        sa.Column("noted_at", INSTANT, nullable=False),
        sa.Column("noted_by", ID, nullable=False),
        sa.Column("end_id", ID, nullable=True),
        sa.Column("seq", sa.Integer(), nullable=False),
        is_instant("noted_at", f"ck_{said}_noted_at_is_an_instant"),
        sa.CheckConstraint(f"basis IN {BASES}", name=op.f(f"ck_{said}_basis_known")),
        key(said, "person_id", "person"),
        key(said, "noted_by", "account"),
        key(said, "end_id", ends),
        *rooted(said),
        sqlite_strict=True,
    )
    op.create_index(op.f(f"ix_{said}_person_id"), said, ["person_id"])
    op.execute(FIRST_OF_HER)
    op.add_column(
        "possible_return",
        sa.Column("both_here", FLAG, nullable=False, server_default=sa.text("0")),
    )
    op.execute(BOTH_HERE)
    op.create_index(op.f("ix_possible_return_earlier_id"), "possible_return", ["earlier_id"])
