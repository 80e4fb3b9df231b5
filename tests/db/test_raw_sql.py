# SPDX-License-Identifier: Apache-2.0
"""Hand-written SQL on one of our own connections: no forbidden pair, no forged audit."""

from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from app.db.integrity import Check, examine
from app.errors import Refused
from app.services.dormitory.house import open_alarms
from tests.conftest import Shelter

STAY = (
    "INSERT INTO stay (id, origin_id, version, person_id, bed_id, starts_at, placed_by, seq) "
    "VALUES ('{id}', '{origin}', 1, '{person}', '{bed}', '{at}', '{by}', 999)"
)


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
            findings = {f.check: f for f in examine(session, pages=False)}
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
    assert said in {"child_with_adult", "stay.child_adult"}
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
        "DROP TRIGGER stay_child_adult_insert",
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
    ],
)
def test_protections_cannot_be_taken_off(house: House, sql: str) -> None:
    said = attack(house.shelter, sql)
    assert "not authorized" in said or "may not be modified" in said
    with house.shelter.house.database.reading() as session:
        assert all(finding.ok for finding in examine(session))


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
        assert all(finding.ok for finding in examine(session))


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
    "when", ["now", "2026-11-31T00:00:00.000000Z", "2026-11-23", "zzz", "", "2026-11-23T18:50:00Z"]
)
def test_only_real_instants_are_stored(house: House, when: str) -> None:
    second = house.shelter.arrive("Mawar", "13").person_id.hex
    assert attack(house.shelter, house.stay(second, "202-A", when))


@pytest.mark.parametrize("day", ["2026-11-31", "24.11.2026", "2026-1-1", "now", ""])
def test_only_real_days_make_somebody_adult(house: House, day: str) -> None:
    assert attack(house.shelter, f"UPDATE person SET adult_from = '{day}'")


def test_a_stay_reopened_by_hand_is_a_placing_act(house: House) -> None:
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
    assert said in {"child_with_adult", "person_has_bed"}


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
