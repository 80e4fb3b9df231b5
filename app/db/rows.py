# SPDX-License-Identifier: Apache-2.0
"""Writing a new row at once, past the unit of work, where the speed of an act is promised."""

from functools import cache

from sqlalchemy import Insert, insert
from sqlalchemy.orm import Session

from app.models.base import Base


def insert_now(session: Session, row: Base) -> None:
    """Write ``row``, which belongs to no session and will not be changed by this act.

    Only what was set is written, the rest takes the column's default; the object itself
    does not learn it. Triggers and constraints see the row at once.
    """
    held = vars(row)
    session.connection().execute(
        _insertion(type(row)), {name: held[name] for name in _columns(type(row)) if name in held}
    )


@cache
def _columns(table: type[Base]) -> tuple[str, ...]:
    return tuple(each.key for each in table.__table__.columns)


@cache
def _insertion(table: type[Base]) -> Insert:
    return insert(table)
