# SPDX-License-Identifier: Apache-2.0
"""The doctor: a line per check, an exit code, not a byte changed, never a name."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlcipher

from app.clock import Pc, now
from app.config import ROOT, Paths
from app.db.invariants import install
from app.devtools import doctor
from app.services.staff.opening import close_house, sign_in
from app.services.staff.vault_file import check_password, header_of
from tests.conftest import PASSWORD, Shelter
from tests.helpers.pc import IN_JAKARTA

NAMES = ("Kenanga", "Melati", "Ratna", "ratna", "Hendra", "hendra", "Dewi", "dewi")


def state(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def found(paths: Paths, *, training: bool = False, pc: Pc = IN_JAKARTA) -> dict[str, doctor.Line]:
    """Examine as the head would and return the lines by name; nothing may change on disk."""
    before = state(paths.data) if paths.data.exists() else None
    lines = list(doctor.lines(paths, training=training, asking=lambda: ("ratna", PASSWORD), pc=pc))
    assert (state(paths.data) if paths.data.exists() else None) == before
    assert not any(name in str(line) for name in NAMES for line in lines)
    return {line.name: line for line in lines}


def failing(paths: Paths) -> set[str]:
    return {name for name, line in found(paths).items() if not line.ok}


def foreign(paths: Paths, *statements: str) -> None:
    """Do what somebody does who holds the key and uses another program."""
    opened = check_password(paths, header_of(paths), "ratna", PASSWORD, now)
    connection = sqlcipher.connect(str(paths.database), isolation_level=None)
    connection.execute(f"PRAGMA key = \"x'{opened.keys[-1][1].hex()}'\"")
    connection.create_function("act_moment", 0, lambda: "2026-11-23T18:50:00.000000Z")
    for statement in statements:
        connection.execute(statement)
    connection.close()


def test_a_whole_shelter_passes_every_check(lived: Paths) -> None:
    lines = found(lived)
    assert not [str(line) for line in lines.values() if not line.ok]
    around = {"place", "vault", "password", "file", "kind", "accounts", "clock", "backup"}
    assert set(lines) == {*around, *doctor.Check}
    assert "2 catatan" in lines["audit"].said
    assert "5 jam" in lines["backup"].said


def test_a_folder_that_somebody_else_keeps_is_told(lived: Paths) -> None:
    (lived.data / ".stfolder").mkdir()
    line = found(lived)["place"]
    assert not line.ok
    assert "Syncthing" in line.said


@pytest.mark.parametrize(
    ("pc", "why"),
    [
        (Pc(lambda: datetime(2009, 1, 1, tzinfo=UTC), IN_JAKARTA.shown), "catatan terakhir"),
        (Pc(lambda: datetime(2036, 1, 1, tzinfo=UTC), IN_JAKARTA.shown), "30 hari"),
        (Pc(shown=lambda: timedelta(hours=-3)), "zona"),
    ],
)
def test_a_clock_that_cannot_be_believed_is_told(lived: Paths, pc: Pc, why: str) -> None:
    line = found(lived, pc=pc)["clock"]
    assert not line.ok
    assert why in line.said


def test_a_shelter_left_by_a_power_cut_is_examined_with_its_log(lived: Paths) -> None:
    script = (
        "import os, sys; from pathlib import Path; from app.clock import now; "
        "from app.config import Paths; from app.services.staff.opening import sign_in; "
        "sign_in(Paths(Path(sys.argv[1])), 'ratna', sys.argv[2], now); os._exit(9)"
    )
    subprocess.run([sys.executable, "-c", script, str(lived.data), PASSWORD], cwd=ROOT, check=False)
    assert lived.database.with_name("teduh.db-wal").stat().st_size > 0
    assert failing(lived) == set()


def test_an_open_shelter_can_be_examined(lived: Paths) -> None:
    opened = sign_in(lived, "ratna", PASSWORD, now)
    try:
        assert failing(lived) == set()
    finally:
        opened.house.database.close()


TAMPERED = {
    "triggers": ["DROP TRIGGER audit_entry_delete"],
    "audit": [
        "DROP TRIGGER audit_entry_update",
        "UPDATE audit_entry SET outcome = 'refused' WHERE seq = 2",
        "CREATE TRIGGER audit_entry_update BEFORE UPDATE ON audit_entry\n"
        "BEGIN SELECT RAISE(ABORT, 'audit_entry.append_only'); END",
    ],
    "references": [
        "PRAGMA foreign_keys = OFF",
        "UPDATE arrival SET person_id = 'nobody' WHERE seq = 1",
    ],
    "accounts": ["UPDATE account SET closed_at = opened_at WHERE login = 'eko'"],
}


@pytest.mark.parametrize("check", TAMPERED)
def test_what_a_foreign_program_did_is_found(lived: Paths, check: str) -> None:
    foreign(lived, *TAMPERED[check])
    assert failing(lived) == {check}


def test_stays_moved_by_a_foreign_program_are_found(lived: Paths) -> None:
    foreign(
        lived,
        *(f"DROP TRIGGER {name}" for name in _triggers_on("stay")),
        "UPDATE stay SET bed_id = (SELECT bed_id FROM stay ORDER BY id LIMIT 1), "
        "starts_at = '2026-11-23T18:49:59.000000Z'",
    )
    assert failing(lived) == {"triggers", "rooming", "beds", "placings"}


def _triggers_on(table: str) -> list[str]:
    return [name for name, sql in install.expected().items() if f" ON {table}\n" in sql]


def test_a_rollback_to_an_older_file_is_found(shelter: Shelter) -> None:
    paths, old = shelter.paths, shelter.paths.data.parent / "old.db"
    shelter.house.database.close()
    shutil.copyfile(paths.database, old)
    opened = sign_in(paths, "ratna", PASSWORD, now)
    close_house(paths, opened.house)
    shutil.copyfile(old, paths.database)
    assert "audit" in failing(paths)


def test_a_slot_without_an_account_and_a_swapped_database_are_found(lived: Paths) -> None:
    kept = json.loads(lived.vault.read_text("utf-8"))
    kept["slots"] = [slot for slot in kept["slots"] if slot["login"] != "eko"]
    lived.vault.write_text(json.dumps(kept), "utf-8")
    foreign(
        lived,
        "DROP TRIGGER installation_update",
        "UPDATE installation SET kind = 'training'",
    )
    assert failing(lived) == {"kind", "accounts", "triggers"}


def test_a_damaged_page_is_found_and_nothing_raises(lived: Paths) -> None:
    raw = bytearray(lived.database.read_bytes())
    middle = len(raw) // 2 // 4096 * 4096 + 100
    raw[middle : middle + 64] = os.urandom(64)
    lived.database.write_bytes(raw)
    assert "pages" in failing(lived)


def test_a_truncated_file_is_found_and_nothing_raises(lived: Paths) -> None:
    with lived.database.open("r+b") as handle:
        handle.truncate(lived.database.stat().st_size // 2)
    assert failing(lived)


@pytest.mark.parametrize("hurt", ["note", "database", "header", "stale"])
def test_a_backup_that_would_not_help_is_found(lived: Paths, hurt: str) -> None:
    folder = next(lived.backups.iterdir())
    note = json.loads((folder / "backup.json").read_text("utf-8"))
    if hurt == "note":
        note["hash"] = "0" * 64
    elif hurt == "stale":
        note["made_at"] = (now() - timedelta(hours=80)).isoformat()
    elif hurt == "database":
        (folder / "teduh.db").write_bytes(os.urandom(8192))
    else:
        (folder / "vault.json").unlink()
    (folder / "backup.json").write_text(json.dumps(note), "utf-8")
    assert failing(lived) == ({"backup", "audit"} if hurt == "note" else {"backup"})


def test_no_backup_fails_a_real_shelter(paths: Paths) -> None:
    assert failing(paths) == {"backup"}


def _gone(paths: Paths) -> None:
    shutil.rmtree(paths.data)


def _without_database(paths: Paths) -> None:
    paths.database.unlink()


def _empty_database(paths: Paths) -> None:
    paths.database.write_bytes(b"")


def _foreign_database(paths: Paths) -> None:
    paths.database.write_bytes(os.urandom(20_000))


def _newer_database(paths: Paths) -> None:
    foreign(paths, "UPDATE alembic_version SET version_num = '9999'")


def _older_database(paths: Paths) -> None:
    foreign(paths, "UPDATE alembic_version SET version_num = '0000'")


def _broken_header(paths: Paths) -> None:
    paths.vault.write_text("{", "utf-8")


def _newer_header(paths: Paths) -> None:
    kept = json.loads(paths.vault.read_text("utf-8"))
    paths.vault.write_text(json.dumps({**kept, "format": 99}), "utf-8")


def _absurd_cost(paths: Paths) -> None:
    kept = json.loads(paths.vault.read_text("utf-8"))
    for slot in kept["slots"]:
        slot["cost"] = [1, 0, 0]
    paths.vault.write_text(json.dumps(kept), "utf-8")


UNREADABLE: dict[str, tuple[Callable[[Paths], None], str, str]] = {
    "gone": (_gone, "vault", "tidak ada"),
    "without database": (_without_database, "file", "tidak ada"),
    "empty": (_empty_database, "file", "bukan milik"),
    "foreign": (_foreign_database, "file", "bukan milik"),
    "newer": (_newer_database, "file", "lebih baru"),
    "older": (_older_database, "file", "lebih lama"),
    "broken header": (_broken_header, "vault", "rusak"),
    "newer header": (_newer_header, "vault", "lebih baru"),
    "absurd cost": (_absurd_cost, "vault", "rusak"),
}


@pytest.mark.parametrize("hurt", UNREADABLE)
def test_a_file_that_cannot_be_examined_gets_one_calm_line(paths: Paths, hurt: str) -> None:
    harm, name, said = UNREADABLE[hurt]
    harm(paths)
    last = list(found(paths).values())[-1]
    assert not last.ok
    assert last.name == name
    assert said in last.said


def test_a_locked_file_gets_a_calm_line(paths: Paths) -> None:
    opened = check_password(paths, header_of(paths), "ratna", PASSWORD, now)
    holder = sqlcipher.connect(str(paths.database), isolation_level=None)
    try:
        holder.execute(f"PRAGMA key = \"x'{opened.keys[-1][1].hex()}'\"")
        holder.execute("PRAGMA locking_mode = EXCLUSIVE")
        holder.execute("CREATE TABLE held (x)")
        last = list(found(paths).values())[-1]
    finally:
        holder.close()
    assert (last.name, last.ok) == ("file", False)
    assert "dikunci" in last.said
