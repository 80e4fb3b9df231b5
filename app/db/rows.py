# SPDX-License-Identifier: Apache-2.0
"""Reading and writing past the unit of work, where the speed of an act is promised."""

from functools import cache
from typing import Any

from sqlalchemy import CursorResult, Executable, Insert, insert
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


def run(session: Session, statement: Executable, **values: Any) -> CursorResult[Any]:
    """Run a statement that was built once; what is pending in the session is written first."""
    session.flush()
    return session.connection().execute(statement, values)


@cache
def _columns(table: type[Base]) -> tuple[str, ...]:
    return tuple(each.key for each in table.__table__.columns)


@cache
def _insertion(table: type[Base]) -> Insert:
    return insert(table)
