# SPDX-License-Identifier: Apache-2.0
"""When somebody may have been born, by what is known of her age; what follows from it.

Ages written down before count from the day she was registered.
"""

import re

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"

_ZONE = (
    "(SELECT CASE zone WHEN 'Asia/Makassar' THEN '+8 hours' "
    "WHEN 'Asia/Jayapura' THEN '+9 hours' ELSE '+7 hours' END FROM shelter LIMIT 1)"
)
_SAID = (
    f"coalesce((SELECT date(min(a.registered_at), {_ZONE}) FROM arrival a "
    "WHERE a.person_id = person.id), date('now'))"
)
_SPREAD = "(CASE WHEN age_basis IS NULL OR age_basis = 'estimate' THEN 2 ELSE 0 END)"
_FIRST_DAY = (
    "(CASE birth_precision WHEN 'year' THEN strftime('%Y-01-01', birth_date) ELSE birth_date END)"
)
_EARLIEST = f"""
CASE WHEN birth_date IS NOT NULL THEN date({_FIRST_DAY}, '-' || {_SPREAD} || ' years')
  WHEN stated_months IS NULL THEN NULL
  WHEN {_SPREAD} THEN date({_SAID}, '-' || (stated_months / 12 + {_SPREAD}) || ' years')
  ELSE date({_SAID}, '-' || (stated_months / 12 + 1) || ' years', '+1 day') END"""
_LATEST = f"""
CASE WHEN birth_date IS NOT NULL
    THEN min(date(birth_date, '+' || {_SPREAD} || ' years'), {_SAID})
  WHEN stated_months IS NOT NULL
    THEN date({_SAID}, '-' || max(stated_months / 12 - {_SPREAD}, 0) || ' years')
  WHEN treated_reason = 'evidently_adult' THEN date({_SAID}, '-18 years') END"""
_NOMINAL = f"""
CASE WHEN birth_date IS NOT NULL THEN min(birth_date, {_SAID})
  WHEN stated_months IS NOT NULL THEN date({_SAID}, '-' || (stated_months / 12) || ' years') END"""
_RENAMED = "replace({0}, 'unknown_with_young', 'maybe_adult_with_young')"


def rebuild(table: str, changes: dict[str, str], written: dict[str, str]) -> None:
    """Make a table anew with a changed definition and all its rows.

    The old one is not renamed: SQLite would let every foreign key follow it.

    Args:
        table: its name.
        changes: what of its definition becomes what.
        written: SQL over the old row for columns that are new or change.
    """
    connection = op.get_bind()
    master = "SELECT sql FROM sqlite_master WHERE tbl_name = :table AND type = :type"
    named = {"table": table}
    (sql,) = connection.execute(sa.text(master), named | {"type": "table"}).scalars()
    indexes = connection.execute(sa.text(master), named | {"type": "index"}).scalars().all()
    for old, new in changes.items():
        if old not in sql:
            raise ValueError(f"{table} is not as it was made: {old}")
        sql = sql.replace(old, new)
    named_anew = re.sub(f'CREATE TABLE "?{table}"?', f"CREATE TABLE {table}_new", sql)
    connection.exec_driver_sql(named_anew)
    info = connection.exec_driver_sql(f"PRAGMA table_info({table}_new)")
    columns = [row.name for row in info]
    values = ", ".join(written.get(name, name) for name in columns)
    connection.exec_driver_sql(
        f"INSERT INTO {table}_new ({', '.join(columns)}) SELECT {values} FROM {table}"
    )
    op.drop_table(table)
    op.rename_table(f"{table}_new", table)
    for index in indexes:
        if index is not None:
            op.execute(index)


def upgrade() -> None:
    day = "{0} IS NULL OR ({0} IS date({0}, '+0 days'))"
    rebuild(
        "person",
        {
            "young_until TEXT": "born_earliest TEXT, \n\tborn_latest TEXT, \n\tborn_nominal TEXT, "
            "\n\tage_said_on TEXT NOT NULL",
            "CONSTRAINT ck_person_young_until_is_a_day CHECK "
            f"({day.format('young_until')})": "CONSTRAINT ck_person_born_earliest_is_a_day CHECK "
            f"({day.format('born_earliest')}), \n\t"
            f"CONSTRAINT ck_person_born_latest_is_a_day CHECK ({day.format('born_latest')}), \n\t"
            f"CONSTRAINT ck_person_born_nominal_is_a_day CHECK ({day.format('born_nominal')}), \n\t"
            f"CONSTRAINT ck_person_age_said_on_is_a_day CHECK ({day.format('age_said_on')})",
        },
        {
            "born_earliest": _EARLIEST,
            "born_latest": _LATEST,
            "born_nominal": _NOMINAL,
            "age_said_on": _SAID,
        },
    )
    rebuild(
        "age_thresholds",
        {
            "doubt_up_to INTEGER NOT NULL": "doubt_up_to INTEGER NOT NULL, \n\t"
            "margin INTEGER NOT NULL",
            "presumed_child_up_to AND 40": "presumed_child_up_to AND 40 AND margin BETWEEN 0 AND 5",
        },
        {"margin": "2"},
    )
    rebuild(
        "rooming_alarm",
        {
            "'unknown_with_young', 'kept_apart'": "'maybe_adult_with_young', 'kept_apart', "
            "'sex_unknown'"
        },
        {"rule": _RENAMED.format("rule")},
    )
    rebuild(
        "rooming_finding",
        {
            "'unknown_with_young'": "'maybe_adult_with_young', 'man_in_bed', 'sex_unknown', "
            "'maybe_adult_with_teen'"
        },
        {"kind": _RENAMED.format("kind")},
    )
