# SPDX-License-Identifier: Apache-2.0
"""Whether somebody who is watched has to sleep on the ground floor; as before, she has."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

FLAG = sa.Integer().with_variant(sa.Boolean(), "postgresql")


def upgrade() -> None:
    op.add_column(
        "rules_version",
        sa.Column("ground_floor", FLAG, nullable=False, server_default=sa.text("1")),
    )
