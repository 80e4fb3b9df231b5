# SPDX-License-Identifier: Apache-2.0
"""Column types: strict text and integers on SQLite, native types on a server database."""

from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any, Generic, TypeVar
from uuid import UUID

from sqlalchemy import Boolean, Date, DateTime, Dialect, Integer, Text, TypeDecorator, Uuid
from sqlalchemy.types import TypeEngine

E = TypeVar("E", bound=StrEnum)


def instant_text(moment: datetime) -> str:
    """Write a UTC instant as fixed-width text, so that text order is time order."""
    if moment.tzinfo is None:
        raise ValueError("an instant needs a zone")
    return moment.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"


def _is_sqlite(dialect: Dialect) -> bool:
    return dialect.name == "sqlite"


class Id(TypeDecorator[UUID]):
    """A UUIDv7; never used for ordering."""

    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Use text on SQLite and a native UUID elsewhere."""
        return dialect.type_descriptor(Text() if _is_sqlite(dialect) else Uuid())

    def process_bind_param(self, value: UUID | None, dialect: Dialect) -> Any:
        """Write 32 hex digits on SQLite."""
        return value.hex if value is not None and _is_sqlite(dialect) else value

    def process_result_value(self, value: Any, dialect: Dialect) -> UUID | None:
        """Read a UUID."""
        return UUID(hex=value) if isinstance(value, str) else value


class Instant(TypeDecorator[datetime]):
    """A UTC instant with microseconds."""

    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Use fixed-width text on SQLite."""
        return dialect.type_descriptor(Text() if _is_sqlite(dialect) else DateTime(timezone=True))

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:
        """Write the instant; a naive one raises ``ValueError``."""
        return instant_text(value) if value is not None and _is_sqlite(dialect) else value

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        """Read an aware instant."""
        return datetime.fromisoformat(value) if isinstance(value, str) else value


class Day(TypeDecorator[date]):
    """A calendar date of the shelter's zone."""

    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Use ISO text on SQLite."""
        return dialect.type_descriptor(Text() if _is_sqlite(dialect) else Date())

    def process_bind_param(self, value: date | None, dialect: Dialect) -> Any:
        """Write YYYY-MM-DD on SQLite."""
        return value.isoformat() if value is not None and _is_sqlite(dialect) else value

    def process_result_value(self, value: Any, dialect: Dialect) -> date | None:
        """Read a date."""
        return date.fromisoformat(value) if isinstance(value, str) else value


class Flag(TypeDecorator[bool]):
    """Yes or no."""

    impl = Integer
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Use 0 and 1 on SQLite."""
        return dialect.type_descriptor(Integer() if _is_sqlite(dialect) else Boolean())

    def process_bind_param(self, value: bool | None, dialect: Dialect) -> Any:
        """Write 0 or 1 on SQLite."""
        return int(value) if value is not None and _is_sqlite(dialect) else value

    def process_result_value(self, value: Any, dialect: Dialect) -> bool | None:
        """Read a truth value."""
        return None if value is None else bool(value)


class Word(TypeDecorator[E], Generic[E]):
    """One word of a closed list; the text of a ``StrEnum`` member."""

    impl = Text
    cache_ok = True

    def __init__(self, words: type[E]) -> None:
        self.words = words
        super().__init__()

    def process_bind_param(self, value: E | None, dialect: Dialect) -> str | None:
        """Write the member's value; an unknown word raises ``ValueError``."""
        return None if value is None else self.words(value).value

    def process_result_value(self, value: str | None, dialect: Dialect) -> E | None:
        """Read a member."""
        return None if value is None else self.words(value)
