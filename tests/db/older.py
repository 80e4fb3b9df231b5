# SPDX-License-Identifier: Apache-2.0
"""Gives a file of today the tables it had before, so that upgrades can be tried on real rows."""

import sqlcipher3.dbapi2 as sqlcipher

DAY = "{0} IS NULL OR ({0} IS date({0}, '+0 days'))"
BORN = {
    "born_earliest TEXT, \n\tborn_latest TEXT, \n\tborn_nominal TEXT, "
    "\n\tage_said_on TEXT NOT NULL": "young_until TEXT",
    "CONSTRAINT ck_person_born_earliest_is_a_day CHECK "
    f"({DAY.format('born_earliest')}), \n\t"
    "CONSTRAINT ck_person_born_latest_is_a_day CHECK "
    f"({DAY.format('born_latest')}), \n\t"
    "CONSTRAINT ck_person_born_nominal_is_a_day CHECK "
    f"({DAY.format('born_nominal')}), \n\t"
    "CONSTRAINT ck_person_age_said_on_is_a_day CHECK "
    f"({DAY.format('age_said_on')})": "CONSTRAINT ck_person_young_until_is_a_day CHECK "
    f"({DAY.format('young_until')})",
}
WORDS = {
    "'infant_without_mother', 'small_child_alone', 'child_alone', ": "",
    "'maybe_adult_with_young', 'man_in_bed', 'sex_unknown', 'maybe_adult_with_teen'": "'unknown_"
    "with_young'",
    "'maybe_adult_with_young', 'kept_apart', 'sex_unknown'": "'unknown_with_young', 'kept_apart'",
}
CARE = {
    "child_care TEXT, \n\tcarer_id TEXT, \n\t": "",
    "CONSTRAINT ck_absence_child_care_known CHECK "
    "(child_care IN ('along', 'caretaker', 'relative')), \n\t": "",
    "CONSTRAINT ck_absence_carer CHECK "
    "(coalesce(child_care = 'relative', 0) = (carer_id IS NOT NULL)), \n\t": "",
    "CONSTRAINT fk_absence_carer_id FOREIGN KEY(carer_id) REFERENCES person (id), \n\t": "",
}
MARGIN = {"margin INTEGER NOT NULL, \n\t": "", " AND margin BETWEEN 0 AND 5": ""}


BEFORE_ITS_PARTS = """
CREATE TABLE shelter_old (name TEXT NOT NULL, letterhead TEXT NOT NULL, city TEXT NOT NULL,
  zone TEXT NOT NULL, id TEXT PRIMARY KEY NOT NULL, origin_id TEXT NOT NULL,
  version INTEGER NOT NULL) STRICT;
INSERT INTO shelter_old SELECT name, superiors, city, zone, id, origin_id, version FROM shelter;
DROP TABLE shelter;
ALTER TABLE shelter_old RENAME TO shelter;
UPDATE alembic_version SET version_num = '0012';
"""
"""Gives the shelter the letterhead of before, which was lines only."""

BEFORE_ROUNDS = """
DROP TABLE watch_look;
DROP TABLE watch_level;
ALTER TABLE rules_version DROP COLUMN look_1;
ALTER TABLE rules_version DROP COLUMN look_2;
ALTER TABLE rules_version DROP COLUMN look_3;
UPDATE alembic_version SET version_num = '0013';
"""


def back_to_0007(connection: sqlcipher.Connection) -> None:
    """Give a file of today the tables it had before anybody was asked about the clock."""
    connection.executescript(BEFORE_ROUNDS)
    connection.executescript(BEFORE_ITS_PARTS)
    for table, changes in (
        ("person", BORN),
        ("age_thresholds", MARGIN),
        ("rooming_alarm", WORDS),
        ("rooming_finding", WORDS),
        ("absence", CARE),
    ):
        made = connection.execute("SELECT sql FROM sqlite_master WHERE name = ?", (table,))
        old = made.fetchone()[0].replace('"', "")
        for new, before in changes.items():
            old = old.replace(new, before)
        connection.execute(old.replace(f"TABLE {table}", f"TABLE {table}_old"))
        kept = [row[1] for row in connection.execute(f"PRAGMA table_info({table}_old)")]
        values = ", ".join("NULL" if name == "young_until" else name for name in kept)
        connection.execute(
            f"INSERT INTO {table}_old ({', '.join(kept)}) SELECT {values} FROM {table}"
        )
        indexes = connection.execute(
            "SELECT sql FROM sqlite_master WHERE tbl_name = ? AND type = 'index'", (table,)
        ).fetchall()
        connection.execute(f"DROP TABLE {table}")
        connection.execute(f"ALTER TABLE {table}_old RENAME TO {table}")
        for (index,) in indexes:
            if index is not None:
                connection.execute(index)
    for name in ("infant_under", "small_alone_under", "night_alone_under"):
        connection.execute(f"ALTER TABLE rules_version DROP COLUMN {name}")
    connection.execute("DROP TABLE birth")
    connection.execute("DROP TABLE clock_answer")
    connection.execute("DROP TABLE age_statement")
    connection.execute("DROP TABLE presumption_end")
    connection.execute("DROP INDEX ix_possible_return_earlier_id")
    connection.execute("ALTER TABLE possible_return DROP COLUMN both_here")
    connection.execute("UPDATE alembic_version SET version_num = '0007'")


BEFORE_ONE_ROSTER = """
CREATE TABLE caretaker_duty (wing_id TEXT NOT NULL, day TEXT NOT NULL, watch TEXT NOT NULL,
  account_id TEXT NOT NULL, planned_by TEXT NOT NULL, id TEXT PRIMARY KEY NOT NULL,
  origin_id TEXT NOT NULL, version INTEGER NOT NULL) STRICT;
CREATE TABLE earlier (day TEXT NOT NULL, watch TEXT NOT NULL, kind TEXT NOT NULL,
  account_id TEXT NOT NULL, planned_id TEXT NOT NULL, id TEXT PRIMARY KEY NOT NULL,
  origin_id TEXT NOT NULL, version INTEGER NOT NULL) STRICT;
INSERT INTO caretaker_duty
  SELECT wing_id, day, watch, account_id, planned_id, id, origin_id, version
  FROM duty WHERE kind = 'wing';
INSERT INTO earlier
  SELECT day, watch, kind, account_id, planned_id, id, origin_id, version
  FROM duty WHERE kind <> 'wing';
DROP TABLE duty;
ALTER TABLE earlier RENAME TO duty;
UPDATE alembic_version SET version_num = '0006';
"""
