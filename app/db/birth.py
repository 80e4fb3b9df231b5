# SPDX-License-Identifier: Apache-2.0
"""What the first row of a new database says about it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Birth:
    """What the first row of a new database says about it."""

    origin_id: UUID
    database_id: UUID
    kind: str
    at: datetime
