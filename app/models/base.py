# SPDX-License-Identifier: Apache-2.0
"""What every table shares: names of constraints, identity, origin, version, declarations."""

from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, MetaData
from sqlalchemy.orm import DeclarativeBase, Mapped, MappedColumn, declared_attr, mapped_column
from uuid6 import uuid7

from app.models.types import Id
from app.policies.sight import InfoClass


class Retention(StrEnum):
    """How long a column's content is kept; years are a setting, these are the classes."""

    WITH_CASE = "with_case"
    WITH_SHELTER = "with_shelter"
    WITH_ACCOUNT = "with_account"
    FOREVER = "forever"
    UNTIL_ADOPTED = "until_adopted"


def new_id() -> UUID:
    """Return a fresh UUIDv7."""
    return uuid7()


class Base(DeclarativeBase):
    """Root of all tables; SQLite tables are STRICT so that a column holds its type only."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_name)s",
            "uq": "uq_%(table_name)s_%(column_0_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "pk": "pk_%(table_name)s",
        }
    )

    @declared_attr.directive
    @classmethod
    def __table_args__(cls) -> Any:
        """Make the table STRICT; tables with more arguments call ``strict``."""
        return strict()


def strict(*arguments: Any) -> tuple[Any, ...]:
    """Return table arguments with STRICT added."""
    return (*arguments, {"sqlite_strict": True})


def is_instant(column: str) -> Any:
    """Return a check that SQLite stores instants in the one shape that sorts by time.

    A comparison with NULL would let garbage pass, hence ``IS``; the year 9999 stays free
    because it stands for "not ended" and because a local day must not leave the calendar.
    """
    second = f"strftime('%Y-%m-%dT%H:%M:%S', substr({column}, 1, 19), '+0 days')"
    return CheckConstraint(
        f"{column} IS NULL OR ({column} IS {second} || substr({column}, 20, 8) "
        f"AND substr({column}, 20) GLOB '.{'[0-9]' * 6}Z' "
        f"AND {column} >= '0001' AND {column} < '9999')",
        name=f"{column}_is_an_instant",
    ).ddl_if(dialect="sqlite")


def one_of(column: str, words: type[StrEnum]) -> CheckConstraint:
    """Return a check that a column holds one word of a closed list."""
    listed = ", ".join(f"'{word.value}'" for word in words)
    return CheckConstraint(f"{column} IN ({listed})", name=f"{column}_known")


def declared(
    kind: Any,
    access: InfoClass,
    retention: Retention,
    *arguments: Any,
    **options: Any,
) -> MappedColumn[Any]:
    """Return a column that declares who may see it and how long it is kept.

    Args:
        kind: column type.
        access: class of information of domain §6.7; masking and exports read it.
        retention: class of retention; destruction reads it.
        *arguments: further column arguments, such as a foreign key.
        **options: further column options.
    """
    info = {"access": access, "retention": retention}
    return mapped_column(kind, *arguments, info=info, **options)


class Rooted:
    """Identity, origin and version of a row."""

    id: Mapped[UUID] = declared(
        Id(), InfoClass.NOT_PERSONAL, Retention.FOREVER, primary_key=True, default=new_id
    )
    origin_id: Mapped[UUID] = declared(Id(), InfoClass.NOT_PERSONAL, Retention.FOREVER)
    version: Mapped[int] = declared(
        None, InfoClass.NOT_PERSONAL, Retention.FOREVER, nullable=False, default=1
    )

    @declared_attr.directive
    @classmethod
    def __mapper_args__(cls) -> dict[str, Any]:
        """Count versions, so that a form never overwrites what it has not seen."""
        return {"version_id_col": cls.__dict__.get("version") or cls.__table__.c.version}  # type: ignore[attr-defined]
