# SPDX-License-Identifier: Apache-2.0
"""Reading and writing past the unit of work, where the speed of an act is promised.

A statement is written with SQLAlchemy and compiled once for the process; what remains each
time is SQLite itself and the types of the columns. SQLAlchemy's own way through a statement
costs three times what SQLite does on it.
"""

from collections import namedtuple
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Dialect, Executable, Insert, bindparam, insert
from sqlalchemy.orm import Session
from sqlalchemy.sql.compiler import SQLCompiler

from app.db.engine import RAW, Encrypted
from app.models.base import Base

Turned = Callable[[Any], Any] | None


class Found(list[Any]):
    """The rows of a statement, whose values have the names of its columns."""

    def first(self) -> Any:
        """Return the first row, or None."""
        return self[0] if self else None

    def one(self) -> Any:
        """Return the only row.

        Raises:
            ValueError: there is none, or more than one.
        """
        (row,) = self
        return row

    def one_or_none(self) -> Any:
        """Return the only row, or None.

        Raises:
            ValueError: there is more than one.
        """
        return self.one() if self else None


def insert_now(session: Session, row: Base) -> None:
    """Write ``row``, which belongs to no session and will not be changed by this act.

    Only what was set is written, the rest takes the column's default; the object itself
    does not learn it. Triggers and constraints see the row at once.
    """
    held = vars(row)
    written = {name: held.get(name, usual) for name, usual in _usual(type(row)).items()}
    written |= {name: held[name] for name in _columns(type(row)) if name in held}
    run(session, _insertion(type(row), tuple(written)), **written)


def run(session: Session, statement: Executable, **values: Any) -> Found:
    """Run a statement that was built once; what is pending in the session is written first.

    Args:
        session: any session.
        statement: stays for the life of the process, as a constant of its module does.
        **values: of its named parameters.
    """
    session.flush()
    raw = session.info.get(RAW) or session.connection().connection.dbapi_connection
    return _ready(statement).on(raw, values)


class _Ready:
    """A statement as SQLite takes it, with what turns values and columns."""

    def __init__(self, statement: Executable, dialect: Dialect) -> None:
        compiled = statement.compile(dialect=dialect)  # type: ignore[attr-defined]
        if not isinstance(compiled, SQLCompiler) or "POSTCOMPILE" in compiled.string:
            raise TypeError("this statement has to be compiled anew each time")
        self._sql = compiled.string
        self._slots: list[tuple[str, Turned, Any]] = []
        for name in compiled.positiontup or ():
            bound = compiled.binds[name]
            turn = bound.type.dialect_impl(dialect).bind_processor(dialect)
            self._slots.append((bound.key, turn, bound.value))
        columns = getattr(statement, "exported_columns", ())
        turns = [
            (at, each.type.dialect_impl(dialect).result_processor(dialect, None))
            for at, each in enumerate(columns)
        ]
        self._turns = [(at, turn) for at, turn in turns if turn is not None]
        self._row: Callable[[Any], Any] | None = None

    def on(self, raw: Any, values: dict[str, Any]) -> Found:
        """Return what it finds on a connection."""
        given = [
            value if turn is None else turn(value)
            for value, turn in (
                (values.get(name, fixed), turn) for name, turn, fixed in self._slots
            )
        ]
        cursor = raw.execute(self._sql, given)
        if cursor.description is None:
            return Found()
        make = self._row or self._learn(cursor.description)
        return Found(make(self._turned(plain)) for plain in cursor)

    def _turned(self, plain: Sequence[Any]) -> Sequence[Any]:
        if not self._turns:
            return plain
        values = list(plain)
        for at, turn in self._turns:
            values[at] = turn(values[at])
        return values

    def _learn(self, columns: Sequence[Sequence[Any]]) -> Callable[[Any], Any]:
        named: Any = namedtuple("Row", [each[0] for each in columns], rename=True)  # type: ignore[misc]
        self._row = named._make
        return named._make


@cache
def _ready(statement: Executable) -> _Ready:
    return _Ready(statement, Encrypted())


@cache
def _columns(table: type[Base]) -> tuple[str, ...]:
    return tuple(each.key for each in table.__table__.columns)


@cache
def _usual(table: type[Base]) -> dict[str, Any]:
    """Return the values that the program, not the file, gives what was not set."""
    return {
        each.key: each.default.arg
        for each in table.__table__.columns
        if each.default is not None and each.default.is_scalar
    }


@cache
def _insertion(table: type[Base], columns: tuple[str, ...]) -> Insert:
    return insert(table).values({name: bindparam(name) for name in columns})
