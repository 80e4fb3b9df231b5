# SPDX-License-Identifier: Apache-2.0
"""Hand-written SQL on one of our own connections: no forbidden pair, no forged audit."""

from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.db.integrity import examine
from app.services.dormitory.facts.waiting import open_alarms
from tests.db.by_hand import House, attack, run


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
        "INSERT INTO shelter (id, origin_id, version, name, superiors, city, zone, address, phone,"
        " email, logo) SELECT '{fresh}', origin_id, 1, name, superiors, city, zone, address, phone,"
        " email, logo FROM shelter",
        "UPDATE shelter SET logo = CAST('<svg/>' AS BLOB)",
        "UPDATE shelter SET logo = x'89504e470d0a1a0a' || zeroblob(600000)",
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

    from app.services.dormitory.beds.place import PlaceClient, move_client

    shelter = house.shelter
    shelter.clock.move(minutes=5)
    girl = UUID(hex=house.girl)
    shelter.act(move_client, PlaceClient(girl, shelter.bed_id("202-A")))
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
