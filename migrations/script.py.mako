# SPDX-License-Identifier: Apache-2.0
"""${message}

Say here what changes for the people whose file this touches, and why.
"""

import sqlalchemy as sa
from alembic import op
${imports if imports else ""}

revision = ${repr(up_revision)}
down_revision = ${repr(down_revision)}


def upgrade() -> None:
    ${upgrades if upgrades else "pass"}
