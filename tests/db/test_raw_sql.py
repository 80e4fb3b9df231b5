# SPDX-License-Identifier: Apache-2.0
"""Hand-written SQL on one of our own connections: no forbidden pair, no forged audit."""

from uuid import uuid4

import pytest
import sqlcipher3.dbapi2 as sqlcipher
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from app.config import Paths
from app.db.audit import Entry, append
from app.db.engine import guard_of, open_keyed
from app.db.guard import Guard
from app.db.integrity import Check, examine
from app.errors import Refused
from app.models.audit import AuditEntry
from app.services.arrivals.shifts import start_shift
from app.services.dormitory.house import open_alarms
from app.services.staff.vault_file import check_password, header_of
from tests.conftest import PASSWORD, SetClock, Shelter

STAY = (
    "INSERT INTO stay (id, origin_id, version, person_id, bed_id, starts_at, placed_by, seq) "
    "VALUES ('{id}', '{origin}', 1, '{person}', '{bed}', '{at}', '{by}', 999)"
)


def key_of(paths: Paths, clock: SetClock) -> bytes:
    return check_password(paths, header_of(paths), "ratna", PASSWORD, clock).keys[-1][1]


def run(shelter: Shelter, sql: str) -> None:
    with shelter.house.database.unit_of_work(shelter.clock()) as session:
        session.execute(text(sql.replace(":", "\\:")))


def attack(shelter: Shelter, sql: str) -> str:
    """Run hostile SQL; return what stopped it."""
    try:
        run(shelter, sql)
    except (DBAPIError, Refused) as error:
        return str(getattr(error, "orig", error))
    return ""


class House:
    """A girl in 201, a woman in 101, and the ids hand-written SQL needs."""

    def __init__(self, shelter: Shelter) -> None:
        self.shelter = shelter
        self.girl = shelter.arrive("Kenanga", "12").person_id.hex
        self.woman = shelter.arrive("Melur", "34").person_id.hex
        self.waiting = shelter.arrive("Seruni", "40").person_id.hex
        from uuid import UUID

        shelter.place(UUID(hex=self.girl), "201-A")
        shelter.place(UUID(hex=self.woman), "101-A")
        self.by = shelter.actors["dewi"].account_id.hex
        self.origin = shelter.house.origin_id.hex

    def bed(self, place: str) -> str:
        return self.shelter.bed(place).bed_id.hex

    def stay(
        self, person: str, place: str, at: str = "2026-11-23T18:50:00.000000Z", verb: str = "INSERT"
    ) -> str:
        return STAY.format(
            id=uuid4().hex,
            origin=self.origin,
            person=person,
            bed=self.bed(place),
            at=at,
            by=self.by,
        ).replace("INSERT INTO", f"{verb} INTO", 1)

    def pairs(self) -> int:
        with self.shelter.house.database.reading() as session:
            found = examine(session, pages=False, moment=self.shelter.clock())
            findings = {f.check: f for f in found}
        return len(findings[Check.ROOMING].problems)


@pytest.fixture
def house(shelter: Shelter) -> House:
    return House(shelter)


@pytest.mark.parametrize("verb", ["INSERT", "INSERT OR REPLACE", "INSERT OR IGNORE", "REPLACE"])
@pytest.mark.parametrize(
    "at",
    [
        "2026-11-23T18:50:00.000000Z",
        "2010-01-01T00:00:00.000000Z",
        "2027-01-01T00:00:00.000000Z",
    ],
)
def test_no_insert_puts_an_adult_with_a_child(house: House, verb: str, at: str) -> None:
    said = attack(house.shelter, house.stay(house.waiting, "201-B", at, verb))
    assert said in {"child_with_adult", "stay.ahead"}
    assert house.pairs() == 0


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE stay SET person_id = '{woman}'",
        "UPDATE stay SET bed_id = '{target}' WHERE person_id = '{woman}'",
        "UPDATE stay SET starts_at = '2000-01-01T00:00:00.000000Z'",
        "UPDATE OR REPLACE stay SET bed_id = '{target}' WHERE person_id = '{woman}'",
        "DELETE FROM stay",
        "UPDATE bed SET room_id = (SELECT room_id FROM bed WHERE id = '{target}')",
        "UPDATE bed SET id = '{fresh}' WHERE id = '{target}'",
        "DELETE FROM bed WHERE id = '{girlbed}'",
        "REPLACE INTO bed (id, origin_id, version, room_id, label, out_of_use) SELECT '{girlbed}',"
        " origin_id, 1, room_id, 'Z', 0 FROM bed WHERE id = '{womanbed}'",
        "UPDATE room SET id = '{fresh}'",
        "DELETE FROM room",
        "UPDATE person SET id = '{fresh}' WHERE id = '{girl}'",
        "DELETE FROM person WHERE id = '{girl}'",
        "REPLACE INTO person SELECT * FROM person WHERE id = '{girl}'",
        "DELETE FROM shelter",
        "UPDATE shelter SET zone = 'Asia/Jayapura'",
        "INSERT INTO shelter SELECT '{fresh}', origin_id, 1, name, letterhead, city, zone"
        " FROM shelter",
        "DELETE FROM installation",
        "UPDATE counter SET value = 0",
        "DELETE FROM counter",
        "UPDATE stay SET placed_by = (SELECT id FROM account WHERE login = 'ratna')",
        "UPDATE stay SET rowid = rowid + 1000, bed_id = '{target}'",
        "UPDATE OR REPLACE stay SET rowid = (SELECT min(rowid) FROM stay)"
        " WHERE rowid = (SELECT max(rowid) FROM stay)",
        "WITH w AS (SELECT '{woman}' AS p) UPDATE stay SET bed_id = '{target}'"
        " WHERE person_id IN (SELECT p FROM w)",
        "INSERT INTO stay SELECT * FROM stay WHERE true"
        " ON CONFLICT (id) DO UPDATE SET bed_id = '{target}'",
        "UPDATE account SET id = '{fresh}' WHERE login = 'eko'",
        "UPDATE account SET login = 'hantu' WHERE login = 'eko'",
        "DELETE FROM account WHERE login = 'eko'",
        "INSERT OR REPLACE INTO account (login, name, role, opened_at, id, origin_id, version)"
        " SELECT login, name, role, opened_at, '{fresh}', origin_id, 1 FROM account"
        " WHERE login = 'eko'",
    ],
)
def test_no_update_or_delete_gets_around(house: House, sql: str) -> None:
    hostile = sql.format(
        woman=house.woman,
        girl=house.girl,
        target=house.bed("201-B"),
        fresh=uuid4().hex,
        girlbed=house.bed("201-A"),
        womanbed=house.bed("101-A"),
    )
    assert attack(house.shelter, hostile)
    assert house.pairs() == 0


@pytest.mark.parametrize(
    "sql",
    [
        "DROP TRIGGER stay_child_adult",
        "CREATE TEMP TRIGGER x AFTER INSERT ON stay BEGIN SELECT 1; END",
        "PRAGMA recursive_triggers = OFF",
        "PRAGMA foreign_keys = OFF",
        "PRAGMA ignore_check_constraints = ON",
        "PRAGMA writable_schema = ON",
        "PRAGMA defer_foreign_keys = ON",
        "PRAGMA journal_mode = OFF",
        "PRAGMA rekey = 'x'",
        "PRAGMA read_uncommitted = 1",
        "DELETE FROM sqlite_master",
        "UPDATE sqlite_schema SET sql = ''",
        "CREATE TABLE x (y)",
        "ALTER TABLE stay ADD COLUMN z",
        "DROP TABLE stay",
        "ATTACH DATABASE '/tmp/x' AS x",
        "DETACH DATABASE main",
        "REINDEX",
        "ANALYZE",
        "CREATE TEMP TABLE stay (x)",
        "CREATE TEMP VIEW person AS SELECT 1",
        "CREATE VIRTUAL TABLE temp.x USING fts5 (a)",
        "PRAGMA synchronous = FULL",
        "PRAGMA main.recursive_triggers = ON",
        "PRAGMA user_version = 3",
        "PRAGMA cipher_settings",
        "SELECT * FROM pragma_writable_schema",
        "SELECT * FROM pragma_foreign_keys",
        "UPDATE alembic_version SET version_num = '0999'",
        "DELETE FROM alembic_version",
        "SELECT load_extension('x')",
        "SELECT fts3_tokenizer('simple')",
        "SELECT sqlcipher_export('main')",
        "SELECT audit_expected('x')",
    ],
)
def test_protections_cannot_be_taken_off(house: House, sql: str) -> None:
    said = attack(house.shelter, sql)
    assert "not authorized" in said or "may not be modified" in said
    with house.shelter.house.database.reading() as session:
        assert all(finding.ok for finding in examine(session, moment=house.shelter.clock()))


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE audit_entry SET act = 'x'",
        "DELETE FROM audit_entry",
        "REPLACE INTO audit_entry SELECT * FROM audit_entry WHERE seq = 1",
        "INSERT INTO audit_entry SELECT origin_id, seq + 1, at, actor_id, act, outcome,"
        " subject_id, payload_hash, entry_hash, entry_hash FROM audit_entry"
        " ORDER BY seq DESC LIMIT 1",
        "UPDATE audit_payload SET payload = '{}'",
        "DELETE FROM audit_payload",
        "INSERT INTO audit_payload SELECT entry_hash || 'x', salt, payload FROM audit_payload"
        " LIMIT 1",
        "REPLACE INTO audit_payload SELECT * FROM audit_payload",
    ],
)
def test_no_audit_row_is_forged(house: House, sql: str) -> None:
    said = attack(house.shelter, sql)
    assert "append_only" in said or "forged" in said
    with house.shelter.house.database.reading() as session:
        assert all(finding.ok for finding in examine(session, moment=house.shelter.clock()))


def test_a_fact_changed_by_hand_is_kept_and_opens_an_alarm(house: House) -> None:
    second = house.shelter.arrive("Mawar", "13")
    house.shelter.place(second.person_id, "201-B")
    run(
        house.shelter,
        f"UPDATE person SET adult_from = '2020-01-01' WHERE id = '{second.person_id.hex}'",
    )
    (alarm,) = house.shelter.ask(open_alarms)
    assert alarm.adult.person_id == second.person_id
    for sql in (
        "UPDATE rooming_alarm SET closed_at = '2026-11-24T00:00:00.000000Z'",
        "DELETE FROM rooming_alarm",
        "UPDATE rooming_alarm SET child_id = adult_id",
        "REPLACE INTO rooming_alarm SELECT * FROM rooming_alarm",
    ):
        assert attack(house.shelter, sql)
    assert len(house.shelter.ask(open_alarms)) == 1


@pytest.mark.parametrize(
    "when",
    [
        "now",
        "2026-11-31T00:00:00.000000Z",
        "2026-11-23",
        "zzz",
        "",
        "2026-11-23T18:50:00Z",
        "2026-11-23T99:50:00.000000Z",
        "2026-11-23T24:00:00.000000Z",
        "zzzzzzzzzzT18:50:00.000000Z",
        "9999-12-31T20:00:00.000000Z",
        "0000-01-01T00:00:00.000000Z",
        "2026-11-23T18:50:00.00000xZ",
        "2026-11-23T18:50:00.000000Z' || char(0) || 'x",
    ],
)
def test_only_real_instants_are_stored(house: House, when: str) -> None:
    second = house.shelter.arrive("Mawar", "13").person_id.hex
    assert attack(house.shelter, house.stay(second, "202-A", when))


@pytest.mark.parametrize(
    "day", ["2026-11-31", "24.11.2026", "2026-1-1", "now", "", "-001-01-01", "0000-01-01"]
)
def test_only_real_days_make_somebody_adult(house: House, day: str) -> None:
    assert attack(house.shelter, f"UPDATE person SET adult_from = '{day}'")


def test_a_stay_that_is_over_is_never_reopened_by_hand(house: House) -> None:
    from uuid import UUID

    from app.services.dormitory.place import PlaceClient, move_client

    shelter = house.shelter
    shelter.clock.move(minutes=5)
    girl = UUID(hex=house.girl)
    shelter.act(move_client, PlaceClient(girl, shelter.bed("202-A").bed_id))
    run(shelter, "UPDATE wing SET side = 'any'")
    shelter.clock.move(minutes=5)
    shelter.place(UUID(hex=house.waiting), "201-B")
    said = attack(
        shelter,
        "UPDATE stay SET ends_at = NULL, ended_by = NULL, end_reason = NULL "
        f"WHERE person_id = '{house.girl}' AND ends_at IS NOT NULL",
    )
    assert said == "stay.over"


@pytest.mark.parametrize("at", ["2026-11-22T99:50:00.000000Z", "1zzzzzzzzzT18:50:00.000000Z"])
def test_an_adult_cannot_slip_in_at_an_hour_that_no_clock_shows(house: House, at: str) -> None:
    said = attack(house.shelter, house.stay(house.waiting, "201-B", at))
    assert said == "child_with_adult"


def test_two_people_are_not_put_together_by_one_statement(house: House) -> None:
    girl = house.shelter.arrive("Mawar", "13").person_id.hex
    first, second = (house.stay(girl, "202-A"), house.stay(house.waiting, "202-B"))
    said = attack(house.shelter, first + "," + second.split("VALUES", 1)[1])
    assert said == "child_with_adult"
    assert house.shelter.bed("202-A").sleeper is None


def test_an_alarm_cannot_be_invented_to_hide_the_real_one(house: House) -> None:
    insert = (
        "INSERT INTO rooming_alarm (id, origin_id, version, room_id, child_id, adult_id, cause,"
        f" opened_at, closed_at) SELECT '{uuid4().hex}', origin_id, 1, room_id, '{house.girl}',"
        f" '{house.woman}', 'fact', act_moment(), {{closed}} FROM bed WHERE id = '"
        + house.bed("201-A")
        + "'"
    )
    for closed in ("NULL", "act_moment()"):
        assert attack(house.shelter, insert.format(closed=closed)) == "rooming_alarm.untrue"


def test_no_end_is_planned_and_a_recorded_one_is_for_ever(house: House) -> None:
    shelter = house.shelter
    end = "UPDATE stay SET ends_at = '{at}', ended_by = '{by}', end_reason = 'moved' WHERE true"
    later, soon = "2027-01-01T00:00:00.000000Z", "2026-11-23T18:50:00.000000Z"
    assert attack(shelter, end.format(at=later, by=house.by)) == "stay.ahead"
    run(shelter, end.format(at=soon, by=house.by))
    assert attack(shelter, end.format(at=soon, by=house.by)) == "stay.over"
    assert attack(shelter, "UPDATE stay SET end_reason = 'undone'") == "stay.over"


def test_a_handover_names_an_entry_that_is_in_the_chain(house: House) -> None:
    house.shelter.act(start_shift, None)
    forged = (
        "INSERT INTO handover (id, origin_id, version, shift_id, outgoing_id, incoming_id,"
        f" confirmed_at, audit_seq, audit_hash, sheet) SELECT '{uuid4().hex}', origin_id, 1, id,"
        " officer_id, officer_id, started_at, 1, 'x', '' FROM shift"
    )
    assert attack(house.shelter, forged) == "handover.untrue"


def test_pointers_and_files_stay_out_of_reach_outside_a_transaction(house: House) -> None:
    connection, _ = open_keyed(
        house.shelter.paths.database, key_of(house.shelter.paths, house.shelter.clock)
    )
    try:
        for sql, values in (
            ("SELECT fts3_tokenizer(?)", ("simple",)),
            ("SELECT fts3_tokenizer(?, ?)", ("simple", b"AAAAAAAA")),
            ("SELECT audit_expected(?)", ("x",)),
            ("VACUUM", ()),
            ("VACUUM INTO 'copy.db'", ()),
            ("PRAGMA foreign_keys = ON", ()),
            ("PRAGMA recursive_triggers = ON", ()),
        ):
            with pytest.raises(sqlcipher.DatabaseError, match=r"not authorized|denied"):
                connection.execute(sql, values)
    finally:
        connection.close()


def test_an_act_that_fails_leaves_nothing_to_be_used(house: House) -> None:
    database = house.shelter.house.database
    guards: list[Guard] = []

    def fail() -> None:
        with database.unit_of_work(house.shelter.clock()) as session:
            guards.append(guard_of(session))
            guards[0].expected_audit_hashes.add("left over")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert guards == [Guard()]


def test_a_rolled_back_entry_cannot_be_written_again(house: House) -> None:
    shelter = house.shelter
    said = ""
    with shelter.house.database.unit_of_work(shelter.clock()) as session:
        session.execute(text("SAVEPOINT before"))
        append(
            session,
            shelter.house.origin_id,
            Entry(shelter.clock(), None, "place_client", "done", None, {}),
        )
        session.flush()
        columns = ", ".join(column.name for column in AuditEntry.__table__.columns)
        last = "FROM audit_entry ORDER BY seq DESC LIMIT 1"
        row = session.execute(text(f"SELECT {columns} {last}")).one()
        session.expunge_all()
        session.execute(text("ROLLBACK TO before"))
        places = ", ".join(f":{name}" for name in row._fields)
        with pytest.raises(DBAPIError) as caught:
            session.execute(
                text(f"INSERT INTO audit_entry ({columns}) VALUES ({places})"), row._asdict()
            )
        said = str(caught.value.orig)
        session.rollback()
    assert said == "audit_entry.forged"


people = st.sampled_from(["girl", "woman", "waiting"])
places = st.sampled_from(["101-A", "101-B", "201-A", "201-B", "202-A", "102-A"])
verbs = st.sampled_from(["INSERT", "INSERT OR REPLACE", "INSERT OR IGNORE"])
moves = st.one_of(
    st.tuples(st.just("stay"), people, places, verbs),
    st.tuples(st.just("end"), people, places, verbs),
    st.tuples(st.just("born"), people, places, verbs),
    st.tuples(st.just("wing"), people, places, verbs),
)


@given(st.lists(moves, max_size=8))
def test_random_sql_never_places_a_forbidden_pair(
    founded_house: tuple[House, int], hostile: list[tuple[str, str, str, str]]
) -> None:
    house, _ = founded_house
    for kind, who, place, verb in hostile:
        person = getattr(house, who)
        house.shelter.clock.move(seconds=1)
        at = house.shelter.clock().strftime("%Y-%m-%dT%H:%M:%S.%fZ")
        statements = {
            "stay": house.stay(person, place, at, verb),
            "end": f"UPDATE stay SET ends_at = '{at}', ended_by = '{house.by}', "
            f"end_reason = 'moved' WHERE person_id = '{person}' AND ends_at IS NULL",
            "born": f"UPDATE person SET adult_from = CASE WHEN adult_from IS NULL "
            f"THEN '2020-01-01' END WHERE id = '{person}'",
            "wing": "UPDATE wing SET side = 'any'",
        }
        attack(house.shelter, statements[kind])
        assert house.pairs() == 0


@pytest.fixture
def founded_house(house: House) -> tuple[House, int]:
    return house, 0
