# SPDX-License-Identifier: Apache-2.0
"""Hand-written SQL cannot forge, repeat or reach around the audit."""

from uuid import uuid4

import pytest
import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from app.config import Paths
from app.db.audit import Entry, append
from app.db.engine import guard_of, open_keyed
from app.db.guard import Guard
from app.db.integrity import examine
from app.models.audit import AuditEntry
from app.services.arrivals.shift.shifts import start_shift
from app.services.staff.vault_file import check_password, header_of
from tests.conftest import PASSWORD, SetClock
from tests.db.by_hand import House, attack


def key_of(paths: Paths, clock: SetClock) -> bytes:
    return check_password(paths, header_of(paths), "ratna", PASSWORD, clock).keys[-1][1]


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
