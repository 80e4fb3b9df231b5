# SPDX-License-Identifier: Apache-2.0
"""Human numbers and the order of events, from counters that never go back."""

from datetime import date

from sqlalchemy import bindparam, func, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.orm import Session

from app.db.rows import run
from app.models.counter import Counter
from app.policies.timekeeping import LONGEST_PAUSE

_REGISTER = "REG-"

_COUNT_UP = (
    insert(Counter)
    .values(name=bindparam("name"), value=1)
    .on_conflict_do_update(index_elements=["name"], set_={"value": Counter.value + 1})
    .returning(Counter.value)
)


def next_value(session: Session, name: str) -> int:
    """Count ``name`` up by one inside the running transaction and return it."""
    value: int = run(session, _COUNT_UP, name=name).one().value
    return value


def next_event(session: Session) -> int:
    """Return the next place in the order of events; the PC clock never orders."""
    return next_value(session, "event")


_MONTHS = select(func.max(Counter.name).label("month")).where(
    Counter.name.like(f"{_REGISTER}____"), Counter.name <= bindparam("latest")
)


def registration_number(session: Session, day: date) -> str:
    """Return the next register number of the month, such as ``REG-2611-034``.

    A month once begun is not left backwards when the PC's clock is set back. One later than
    any clock is believed (``timekeeping.LONGEST_PAUSE``) was begun by a wrong clock and is not
    followed.
    """
    latest = f"{_REGISTER}{day + LONGEST_PAUSE:%y%m}"
    begun = run(session, _MONTHS, latest=latest).one().month or ""
    month = max(f"{_REGISTER}{day:%y%m}", begun)
    return f"{month}-{next_value(session, month):03d}"
