# SPDX-License-Identifier: Apache-2.0
"""What a foreign program with the key did is found, and a whole file is found whole."""

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import uuid4

import pytest
import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import select

from app.db.audit import Head, faults, head
from app.db.engine import Database
from app.db.integrity import Check, examine
from app.models.dormitory.rooms import Wing
from app.policies.dormitory.beds.facts import Side
from app.policies.people.age import AgeBasis
from app.services.arrivals.shift.handover import ConfirmHandover, hand_over
from app.services.arrivals.shift.shifts import start_shift
from app.services.dormitory.beds.place import PlaceClient, move_client
from app.services.dormitory.facts.waiting import open_alarms
from app.services.staff.vault_file import check_password, header_of
from tests.conftest import PASSWORD, SetClock, Shelter

ANOTHER_BED = (
    "(SELECT b.id FROM bed b JOIN room r ON r.id = b.room_id "
    "WHERE r.name = '202' AND b.label = 'A')"
)


@pytest.fixture
def lived(shelter: Shelter) -> Shelter:
    """A girl moved from 201 to 203, a woman in 101, one handover signed."""
    shelter.act(start_shift, None)
    girl, woman = shelter.arrive("Kenanga", "12"), shelter.arrive("Melur", "34")
    shelter.place(girl.person_id, "201-A")
    shelter.place(woman.person_id, "101-A")
    shelter.clock.move(minutes=5)
    shelter.act(move_client, PlaceClient(girl.person_id, shelter.bed_id("203-A")))
    shelter.act(hand_over, ConfirmHandover(shelter.actors["sri"], ""))
    return shelter


@contextmanager
def foreign_program(shelter: Shelter) -> Iterator[sqlcipher.Connection]:
    """Open the file with the key alone, triggers away; put them back afterwards."""
    shelter.house.database.close()
    paths = shelter.paths
    key = check_password(paths, header_of(paths), "ratna", PASSWORD, shelter.clock).keys[-1][1]
    foreign = sqlcipher.connect(str(paths.database), isolation_level=None)
    try:
        foreign.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        kept = foreign.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
        triggers = kept.fetchall()
        for name, _ in triggers:
            foreign.execute(f"DROP TRIGGER {name}")
        yield foreign
        for _, sql in triggers:
            foreign.execute(sql)
    finally:
        foreign.close()


def found(
    shelter: Shelter, *anchors: Head, since: Head | None = None, pages: bool = True
) -> set[Check]:
    paths = shelter.paths
    key = check_password(paths, header_of(paths), "ratna", PASSWORD, shelter.clock).keys[-1][1]
    database = Database(paths.database, key)
    try:
        with database.reading() as session:
            answers = examine(session, anchors, pages=pages, since=since, moment=shelter.clock())
            return {finding.check for finding in answers if not finding.ok}
    finally:
        database.close()


def test_a_file_that_only_we_wrote_is_whole(lived: Shelter) -> None:
    with lived.house.database.reading() as session:
        newest = head(session, lived.house.origin_id)
        findings = list(examine(session, [newest], since=newest, moment=lived.clock()))
    assert [finding for finding in findings if not finding.ok] == []
    assert {finding.check for finding in findings} == set(Check)


@pytest.mark.parametrize(
    ("sql", "check"),
    [
        ("CREATE VIEW nosy AS SELECT called_name FROM person", Check.TRIGGERS),
        ("CREATE TABLE extra (x)", Check.TRIGGERS),
        ("DROP INDEX uq_rooming_alarm_open", Check.TRIGGERS),
        ("ALTER TABLE bed ADD COLUMN note TEXT", Check.TRIGGERS),
        (f"UPDATE stay SET bed_id = {ANOTHER_BED} WHERE ends_at IS NOT NULL", Check.PLACINGS),
        (f"UPDATE stay SET bed_id = {ANOTHER_BED} WHERE ends_at IS NULL", Check.PLACINGS),
        (
            "UPDATE stay SET placed_by = (SELECT id FROM account WHERE login = 'rina')",
            Check.PLACINGS,
        ),
        ("UPDATE stay SET ends_at = NULL, ended_by = NULL, end_reason = NULL", Check.BEDS),
        (
            "UPDATE bed SET room_id = (SELECT id FROM room WHERE name = '203'), label = 'Z' "
            "WHERE id = (SELECT b.id FROM bed b JOIN room r ON r.id = b.room_id "
            "WHERE r.name = '101' AND b.label = 'A')",
            Check.ROOMING,
        ),
        ("DELETE FROM person", Check.REFERENCES),
        ("UPDATE handover SET audit_hash = 'x'", Check.AUDIT),
        ("UPDATE audit_payload SET salt = 'x'", Check.AUDIT),
        ("UPDATE audit_entry SET at = '2026-11-23T18:50:00Z' WHERE seq = 2", Check.AUDIT),
    ],
)
def test_what_a_foreign_program_left_is_found(lived: Shelter, sql: str, check: Check) -> None:
    with foreign_program(lived) as foreign:
        foreign.execute(sql)
    assert check in found(lived)


def test_a_check_taken_from_a_table_is_found(lived: Shelter) -> None:
    with foreign_program(lived) as foreign:
        foreign.execute("PRAGMA writable_schema = ON")
        changed = foreign.execute(
            "UPDATE sqlite_master SET sql = replace(sql, 'ends_at >= starts_at', '1') "
            "WHERE name = 'stay'"
        )
        assert changed.rowcount == 1
        foreign.execute("PRAGMA writable_schema = RESET")
    assert found(lived) == {Check.TRIGGERS}


def test_a_pair_without_an_alarm_is_judged_as_the_program_last_saw_it(lived: Shelter) -> None:
    with foreign_program(lived) as foreign:
        foreign.execute(
            "UPDATE person SET adult_from = NULL, born_earliest = '2008-12-01' "
            "WHERE called_name = 'Melur'"
        )
        foreign.execute(
            "INSERT INTO stay (id, origin_id, version, person_id, bed_id, starts_at, placed_by, "
            f"seq) SELECT '{uuid4().hex}', origin_id, 1, person_id, (SELECT id FROM bed WHERE "
            "label = 'B' AND room_id = (SELECT id FROM room WHERE name = '203')), starts_at, "
            "placed_by, 99 FROM stay WHERE person_id = (SELECT id FROM person WHERE "
            "called_name = 'Melur')"
        )
        foreign.execute("UPDATE person SET adult_from = '2026-12-01' WHERE called_name = 'Melur'")
    assert Check.ROOMING not in found(lived)
    lived.clock.move(days=7)
    assert Check.ROOMING not in found(lived)
    lived.arrive("Dahlia", "30")
    assert Check.ROOMING in found(lived)


def test_only_entries_after_a_known_head_are_read_again(lived: Shelter) -> None:
    with lived.house.database.reading() as session:
        newest = head(session, lived.house.origin_id)
        middle = Head(
            *session.connection()
            .exec_driver_sql("SELECT seq, entry_hash FROM audit_entry WHERE seq = 5")
            .one()
        )
    assert newest.seq > 6
    with foreign_program(lived) as foreign:
        foreign.execute("UPDATE audit_entry SET act = 'x' WHERE seq = 2")
    assert Check.AUDIT in found(lived)
    assert Check.AUDIT not in found(lived, newest, since=middle)
    with foreign_program(lived) as foreign:
        foreign.execute("UPDATE audit_entry SET act = 'y' WHERE seq = 6")
    assert Check.AUDIT in found(lived, since=middle)


def test_a_head_that_is_not_in_the_chain_is_a_fault_and_all_is_read(lived: Shelter) -> None:
    with foreign_program(lived) as foreign:
        foreign.execute("UPDATE audit_entry SET act = 'x' WHERE seq = 2")
    paths = lived.paths
    key = check_password(paths, header_of(paths), "ratna", PASSWORD, lived.clock).keys[-1][1]
    database = Database(paths.database, key)
    with database.reading() as session:
        said = list(faults(session, since=Head(5, "f" * 64)))
    database.close()
    assert said[0] == "entry 5, seen before, is missing or different"
    assert "entry 2 was changed" in said


def test_a_cut_off_tail_and_a_gap_are_faults(lived: Shelter) -> None:
    with lived.house.database.reading() as session:
        newest = head(session, lived.house.origin_id)
    with foreign_program(lived) as foreign:
        foreign.execute("DELETE FROM audit_payload")
        foreign.execute("DELETE FROM audit_entry WHERE seq > 9")
    assert Check.AUDIT in found(lived, newest, since=newest)
    with foreign_program(lived) as foreign:
        foreign.execute("DELETE FROM audit_entry WHERE seq = 4")
    assert Check.AUDIT in found(lived)


def test_an_erased_payload_is_no_fault(lived: Shelter) -> None:
    with foreign_program(lived) as foreign:
        foreign.execute("DELETE FROM audit_payload")
    assert found(lived) == set()


def test_what_time_alone_changed_is_no_tampering_and_the_next_check_is_loud(
    shelter: Shelter, clock: SetClock
) -> None:
    """A birthday at midnight is nobody's doing; a birth date changed by hand is."""
    with shelter.house.database.unit_of_work(clock()) as session:
        for wing in session.execute(select(Wing)).scalars():
            wing.side = Side.ANY
    turning = shelter.arrive("Melati", "25/11/2008", age_basis=AgeBasis.DOCUMENT)
    child = shelter.arrive("Kenanga", "16", age_basis=AgeBasis.SELF)
    shelter.place(turning.person_id, "201-A")
    shelter.place(child.person_id, "201-B")
    clock.move(days=2)

    def silent() -> tuple[str, ...]:
        with shelter.house.database.reading() as session:
            found = {f.check: f for f in examine(session, pages=False, moment=clock())}
        return found[Check.ROOMING].problems

    assert silent() == ()
    shelter.act(start_shift, None)
    assert len(shelter.ask(open_alarms)) == 1
    assert silent() == ()
