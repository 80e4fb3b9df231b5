# SPDX-License-Identifier: Apache-2.0
"""Founding, opening, closing accounts, recovery; and files that are not as they should be."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlcipher

from app.clock import Zone
from app.config import Paths
from app.db.engine import open_keyed
from app.db.integrity import Check
from app.errors import Cause, Refused, Unavailable
from app.models.installation import VaultKind
from app.policies.access import Role
from app.services.staff.founding import Founding, found_shelter
from app.services.staff.opening import close_house, examine_fully, sign_in
from app.services.staff.setup import NewAccount, ShelterFacts
from app.services.staff.training import found_training, published_password, reset_training
from app.services.staff.upkeep import back_up, last_backup
from app.services.staff.vault_file import check_password, header_of
from app.vault import vault
from app.vault.errors import WrongPassword
from app.vault.header import save
from tests.conftest import CHEAP, PASSWORD, SetClock, Shelter

FACTS = ShelterFacts("RPSW", ("KOP",), "Jakarta", Zone.WIB)


def cause_of(paths: Paths, clock: SetClock) -> Cause:
    with pytest.raises(Unavailable) as caught:
        sign_in(paths, "ratna", PASSWORD, clock)
    return caught.value.cause


def delete_database(paths: Paths) -> None:
    paths.database.unlink()


def truncate(paths: Paths) -> None:
    content = paths.database.read_bytes()
    paths.database.write_bytes(content[: len(content) // 2 + 100])


def empty(paths: Paths) -> None:
    paths.database.write_bytes(b"")


def foreign_text(paths: Paths) -> None:
    paths.database.write_text("surat biasa " * 1000)


def plain_sqlite(paths: Paths) -> None:
    paths.database.unlink()
    connection = sqlcipher.connect(str(paths.database))
    connection.execute("CREATE TABLE x (y)")
    connection.close()


def scramble(paths: Paths) -> None:
    content = bytearray(paths.database.read_bytes())
    content[4096 * 3 : 4096 * 3 + 64] = bytes(64)
    paths.database.write_bytes(bytes(content))


def no_header(paths: Paths) -> None:
    paths.vault.unlink()


def broken_header(paths: Paths) -> None:
    paths.vault.write_text("{")


def newer_header(paths: Paths) -> None:
    kept = json.loads(paths.vault.read_text())
    kept["format"] = 99
    paths.vault.write_text(json.dumps(kept))


@pytest.mark.parametrize(
    ("harm", "causes"),
    [
        (delete_database, {Cause.MISSING}),
        (truncate, {Cause.CORRUPT, Cause.FOREIGN}),
        (empty, {Cause.FOREIGN}),
        (foreign_text, {Cause.FOREIGN}),
        (plain_sqlite, {Cause.FOREIGN}),
        (no_header, {Cause.MISSING}),
        (broken_header, {Cause.CORRUPT}),
        (newer_header, {Cause.NEWER}),
    ],
)
def test_a_harmed_file_is_told_calmly_and_left_alone(
    paths: Paths, clock: SetClock, harm: Callable[[Paths], None], causes: set[Cause]
) -> None:
    harm(paths)
    before = {p.name: p.read_bytes() for p in (paths.vault, paths.database) if p.exists()}
    assert cause_of(paths, clock) in causes
    after = {p.name: p.read_bytes() for p in (paths.vault, paths.database) if p.exists()}
    assert after == before


def test_a_locked_file_is_told_calmly(shelter: Shelter) -> None:
    key = check_password(
        shelter.paths, header_of(shelter.paths), "ratna", PASSWORD, shelter.clock
    ).keys[-1][1]
    other, _ = open_keyed(shelter.paths.database, key)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(Unavailable) as caught:
        shelter.arrive()
    other.execute("ROLLBACK")
    other.close()
    assert caught.value.cause is Cause.LOCKED
    assert shelter.arrive().number == "REG-2611-001"


def test_the_database_of_another_shelter_does_not_open(
    paths: Paths, clock: SetClock, tmp_path: Path
) -> None:
    other = Paths(tmp_path / "other")
    founded = found_shelter(
        other, Founding(FACTS, NewAccount("ratna", "R", Role.HEAD), PASSWORD), clock, CHEAP
    )
    founded.house.database.close()
    shutil.copyfile(other.database, paths.database)
    assert cause_of(paths, clock) is Cause.FOREIGN


def test_founding_refuses_what_has_to_be_typed_differently(tmp_path: Path, clock: SetClock) -> None:
    head = NewAccount("ratna", "Ratna", Role.HEAD)
    cases = [
        (Founding(ShelterFacts(" ", (), "", Zone.WIB), head, PASSWORD), "shelter"),
        (Founding(FACTS, NewAccount("ratna", " ", Role.HEAD), PASSWORD), "name"),
        (Founding(FACTS, NewAccount("Ratna!", "R", Role.HEAD), PASSWORD), "login"),
        (Founding(FACTS, head, "pendek"), "password"),
    ]
    for answers, field in cases:
        with pytest.raises(Refused) as caught:
            found_shelter(Paths(tmp_path / "new"), answers, clock, CHEAP)
        assert caught.value.field == field
    assert not (tmp_path / "new").exists()


def test_founding_never_overwrites_and_never_uses_a_network(paths: Paths, clock: SetClock) -> None:
    answers = Founding(FACTS, NewAccount("ratna", "Ratna", Role.HEAD), PASSWORD)
    with pytest.raises(Unavailable) as caught:
        found_shelter(paths, answers, clock, CHEAP)
    assert caught.value.cause is Cause.OCCUPIED
    with pytest.raises(Unavailable) as caught:
        found_shelter(Paths(Path("//server/share")), answers, clock, CHEAP)
    assert caught.value.cause is Cause.NETWORK_PATH


def test_a_rolled_back_file_shows_at_the_next_opening(shelter: Shelter, tmp_path: Path) -> None:
    paths = shelter.paths
    close_house(paths, shelter.house)
    shutil.copyfile(paths.database, tmp_path / "old.db")
    opened = sign_in(paths, "ratna", PASSWORD, shelter.clock)
    close_house(paths, opened.house)
    shutil.copyfile(tmp_path / "old.db", paths.database)
    again = sign_in(paths, "ratna", PASSWORD, shelter.clock)
    assert [f.check for f in again.findings if not f.ok] == [Check.AUDIT]
    again.house.database.close()


@pytest.mark.parametrize(
    ("sql", "check"),
    [
        ("DROP TRIGGER stay_kept", Check.TRIGGERS),
        ("UPDATE audit_entry SET act = 'x' WHERE seq = 1", Check.AUDIT),
        ("DELETE FROM audit_entry WHERE seq = (SELECT max(seq) FROM audit_entry)", Check.AUDIT),
        ("UPDATE audit_payload SET payload = '{\"beds\": 99}'", Check.AUDIT),
        (
            "UPDATE stay SET bed_id = (SELECT b.id FROM bed b JOIN room r ON r.id = b.room_id "
            "WHERE r.name = '101' AND b.label = 'B') WHERE person_id = (SELECT id FROM person "
            "WHERE called_name = 'Kenanga')",
            Check.ROOMING,
        ),
        ("UPDATE stay SET starts_at = '2026-11-01T00:00:00.000000Z'", Check.PLACINGS),
    ],
)
def test_what_a_foreign_program_did_is_found_at_opening(
    shelter: Shelter, sql: str, check: Check
) -> None:
    girl, woman = shelter.arrive("Kenanga", "12"), shelter.arrive("Melur", "34")
    shelter.place(girl.person_id, "201-A")
    shelter.place(woman.person_id, "101-A")
    paths = shelter.paths
    close_house(paths, shelter.house)
    key = check_password(paths, header_of(paths), "ratna", PASSWORD, shelter.clock).keys[-1][1]
    foreign = sqlcipher.connect(str(paths.database))
    foreign.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    triggers = foreign.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
    kept = foreign.execute("SELECT sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    if check is not Check.TRIGGERS:
        for (name,) in triggers:
            foreign.execute(f"DROP TRIGGER {name}")
    foreign.execute(sql)
    if check is not Check.TRIGGERS:
        for (made,) in kept:
            foreign.execute(made)
    foreign.commit()
    foreign.close()
    opened = sign_in(paths, "ratna", PASSWORD, shelter.clock)
    found = (*opened.findings, *examine_fully(paths, opened.house))
    assert check in {finding.check for finding in found if not finding.ok}
    opened.house.database.close()


def test_a_backup_is_verified_and_opens_with_the_same_password(
    shelter: Shelter, tmp_path: Path
) -> None:
    shelter.arrive("Kenanga", "12")
    made = back_up(shelter.paths, shelter.house, shelter.actors["dewi"], PASSWORD)
    assert last_backup(shelter.paths) == made
    (folder,) = shelter.paths.backups.iterdir()
    copy = Paths(tmp_path / "restored")
    shutil.copytree(folder, copy.data)
    opened = sign_in(copy, "dewi", PASSWORD, shelter.clock)
    assert all(finding.ok for finding in opened.findings)
    opened.house.database.close()
    with pytest.raises(WrongPassword):
        back_up(shelter.paths, shelter.house, shelter.actors["dewi"], "salah sekali ini")


def test_a_swapped_header_of_the_same_password_is_noticed(
    paths: Paths, clock: SetClock, tmp_path: Path
) -> None:
    key = check_password(paths, header_of(paths), "ratna", PASSWORD, clock).keys[-1][1]
    forged = vault.found("f" * 32, "real", "ratna", PASSWORD, CHEAP)
    header = vault.add_slot(forged.header, {1: key}, "ratna", PASSWORD, CHEAP)
    save(paths.vault, header)
    assert cause_of(paths, clock) is Cause.WRONG_KIND


def test_training_has_its_own_people_and_opens_nothing_else(paths: Paths, clock: SetClock) -> None:
    training = paths.training
    found_training(training, clock)
    opened = sign_in(training, "dewi", published_password(), clock)
    assert opened.kind is VaultKind.TRAINING
    assert all(finding.ok for finding in opened.findings)
    opened.house.database.close()
    with pytest.raises(WrongPassword):
        sign_in(paths, "dewi", published_password(), clock)
    shutil.copyfile(training.vault, paths.vault)
    with pytest.raises(Unavailable):
        sign_in(paths, "dewi", published_password(), clock)
    reset_training(training)
    assert not training.data.exists()
    assert paths.database.exists()
