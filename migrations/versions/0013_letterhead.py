# SPDX-License-Identifier: Apache-2.0
"""The letterhead is kept by its parts, with a logo; its lines of before are told apart.

Lines in capitals stood above the house; the shelter's own name is no longer typed twice.
"""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"

_NEW = """
CREATE TABLE shelter_new (
    name TEXT NOT NULL,
    superiors TEXT NOT NULL,
    city TEXT NOT NULL,
    zone TEXT NOT NULL,
    address TEXT NOT NULL,
    phone TEXT NOT NULL,
    email TEXT NOT NULL,
    logo BLOB NOT NULL,
    id TEXT NOT NULL,
    origin_id TEXT NOT NULL,
    version INTEGER NOT NULL,
    CONSTRAINT pk_shelter PRIMARY KEY (id),
    CONSTRAINT ck_shelter_zone_known
        CHECK (zone IN ('Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura')),
    CONSTRAINT ck_shelter_logo_is_small_png CHECK (logo = x'' OR
        (length(logo) <= 524288 AND substr(logo, 1, 8) = x'89504e470d0a1a0a'))
) STRICT
"""


def _parts(letterhead: str, name: str) -> tuple[list[str], list[str]]:
    lines = [line.strip() for line in letterhead.splitlines() if line.strip()]
    capitals = [line for line in lines if line == line.upper() and any(map(str.isalpha, line))]
    superiors = capitals if capitals else lines[:2]
    address = [line for line in lines if line not in superiors]
    return [line for line in superiors if line.casefold() != name.casefold()], address


def upgrade() -> None:
    connection = op.get_bind()
    connection.exec_driver_sql(_NEW)
    for row in connection.execute(sa.text("SELECT * FROM shelter")).mappings().all():
        superiors, address = _parts(row["letterhead"], row["name"])
        connection.execute(
            sa.text(
                "INSERT INTO shelter_new VALUES (:name, :superiors, :city, :zone, :address, "
                "'', '', x'', :id, :origin_id, :version)"
            ),
            {**row, "superiors": "\n".join(superiors), "address": "\n".join(address)},
        )
    op.drop_table("shelter")
    op.rename_table("shelter_new", "shelter")
