# SPDX-License-Identifier: Apache-2.0
"""Examines the data without changing a byte: one line for each check, never a name.

The sentences are Indonesian, since whoever runs it reads them to the head on the phone.
"""

import getpass
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import sqlcipher3.dbapi2 as sqlcipher
from argon2.exceptions import HashingError
from sqlalchemy import create_engine, select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session
from sqlalchemy.pool import StaticPool

from app.clock import Pc, Timepiece
from app.config import Paths
from app.db import backup, upgrade
from app.db import head as anchor
from app.db.audit import Head
from app.db.integrity import Check, Finding, examine
from app.db.trouble import translated
from app.devtools.doctor_words import CAUSES, DOUBTS, FAULTY, KEEPERS, SOUND
from app.devtools.untouched import revision_of, untouched
from app.errors import Cause, Unavailable
from app.models.installation import Installation, VaultKind
from app.models.staff.account import Account
from app.policies.staff.backoff import wait_seconds
from app.services.staff.data_place import kept_by
from app.services.staff.setup import shelter_facts
from app.services.staff.timekeeping import settle
from app.services.staff.training import published_password
from app.services.staff.vault_file import header_of
from app.vault import vault
from app.vault.attempts import Attempts
from app.vault.errors import HeaderUnreadable, WrongPassword
from app.vault.header import Header

_STALE_HOURS = 72
_NEWEST_ENTRY = "SELECT seq, entry_hash FROM audit_entry ORDER BY seq DESC LIMIT 1"
_OURS = frozenset({Check.ROOMING, Check.BEDS, Check.PLACINGS, Check.AUDIT})
_SPOILT = (HeaderUnreadable, HashingError, OverflowError, MemoryError)
_BROKEN = (Unavailable, SQLAlchemyError, sqlcipher.Error, ValueError, TypeError, OSError)


@dataclass(frozen=True, slots=True)
class Line:
    """The answer to one check."""

    ok: bool
    name: str
    said: str

    def __str__(self) -> str:
        return f"{'ok  ' if self.ok else 'FAIL'} {self.name:<11} {self.said}"


@dataclass(frozen=True, slots=True)
class Opening:
    """What a password opened, and with which login; a way to other copies' keys."""

    login: str
    password: str
    keys: tuple[tuple[int, bytes], ...]


class _Stopped(Exception):
    """Nothing further can be examined; the line says why."""

    def __init__(self, name: str, said: str) -> None:
        self.line = Line(False, name, said)
        super().__init__(said)


def main(paths: Paths, *, training: bool, pc: Pc | None = None) -> int:
    """Examine ``paths`` and print a line per check; return 1 if any fails.

    Args:
        paths: the data folder; nothing in it is written.
        training: examine the training data, whose password is published.
        pc: what the PC knows of time; this one without it.
    """
    bad, folder = 0, _folder(paths) if training else paths
    for line in lines(folder, training=training, asking=_asked, pc=pc):
        print(line, flush=True)
        bad += not line.ok
    return 1 if bad else 0


def lines(
    paths: Paths,
    *,
    training: bool,
    asking: Callable[[], tuple[str, str]],
    pc: Pc | None = None,
) -> Iterator[Line]:
    """Yield one line for each check; a file that cannot be examined ends the list.

    Args:
        paths: the folder to examine.
        training: take the published password; only a training vault is accepted.
        asking: returns login and password.
        pc: what the PC knows of time; this one without it.
    """
    clock = Timepiece(pc)
    try:
        header = _header(paths, training=training)
        yield _place_line(paths)
        yield Line(True, "vault", f"{len(header.slots)} kunci akun, jenis {header.kind}")
        opening = _published(header) if training else _unlocked(paths, header, *asking(), clock)
        yield Line(True, "password", "kata sandi cocok")
        with closing(_fitting(paths.database, opening.keys)) as connection:
            yield from _examined(paths, header, opening, connection, clock)
    except _Stopped as stopped:
        yield stopped.line


def _place_line(paths: Paths) -> Line:
    keeper = kept_by(paths.data)
    if keeper is None:
        return Line(True, "place", "folder data hanya ada di PC ini")
    said = f"folder data ikut disimpan oleh {KEEPERS.get(keeper, keeper)}; salinannya dapat"
    return Line(False, "place", f"{said} menghilangkan satu malam; hubungi koordinator")


def _folder(paths: Paths) -> Paths:
    inside = paths.training
    return inside if inside.vault.exists() or inside.database.exists() else paths


def _asked() -> tuple[str, str]:
    """Ask on the terminal, or read two lines; never from arguments or environment."""
    try:
        if sys.stdin.isatty():
            print("Login: ", end="", file=sys.stderr, flush=True)
            login = sys.stdin.readline()
            return login.strip(), getpass.getpass("Kata sandi: ")
        login, password = sys.stdin.readline(), sys.stdin.readline()
    except (EOFError, KeyboardInterrupt) as error:
        raise _Stopped("password", "dibatalkan") from error
    return login.strip(), password.rstrip("\r\n")


def _header(paths: Paths, *, training: bool) -> Header:
    try:
        header = header_of(paths)
    except Unavailable as error:
        raise _Stopped("vault", CAUSES[error.cause]) from error
    if training and header.kind != VaultKind.TRAINING:
        raise _Stopped("kind", "bukan data latihan; ulangi tanpa --training")
    if not paths.database.exists():
        raise _Stopped("file", CAUSES[Cause.MISSING])
    return header


def _unlocked(paths: Paths, header: Header, login: str, password: str, clock: Timepiece) -> Opening:
    left = Attempts(paths.attempts, wait_seconds).seconds_left(login, clock())
    if left:
        raise _Stopped("password", f"terlalu sering salah; tunggu {left} detik")
    try:
        return Opening(login, password, vault.unlock(header, login, password).keys)
    except WrongPassword as error:
        raise _Stopped("password", "login dan kata sandi tidak cocok") from error
    except _SPOILT as error:
        raise _Stopped("vault", CAUSES[Cause.CORRUPT]) from error


def _published(header: Header) -> Opening:
    password = published_password()
    for login in sorted(vault.logins(header)):
        try:
            return Opening(login, password, vault.unlock(header, login, password).keys)
        except WrongPassword:
            continue
        except _SPOILT as error:
            raise _Stopped("vault", CAUSES[Cause.CORRUPT]) from error
    raise _Stopped("password", "kata sandi latihan sudah diganti; ulangi tanpa --training")


def _fitting(path: Path, keys: Iterable[tuple[int, bytes]]) -> sqlcipher.Connection:
    """Open the file with the newest key that fits, at this program's schema revision."""
    cause = Cause.FOREIGN
    for _, key in sorted(keys, reverse=True):
        try:
            connection = untouched(path, key)
        except Unavailable as error:
            cause = error.cause
            continue
        revision = revision_of(connection)
        if revision == upgrade.HEAD:
            return connection
        connection.close()
        if revision and revision < upgrade.HEAD:
            raise _Stopped("file", "berkas lebih lama; buka Teduh sekali supaya diperbarui")
        cause = Cause.NEWER if revision else Cause.FOREIGN
    raise _Stopped("file", CAUSES.get(cause, "berkas tidak dapat dibuka"))


def _examined(
    paths: Paths,
    header: Header,
    opening: Opening,
    connection: sqlcipher.Connection,
    clock: Timepiece,
) -> Iterator[Line]:
    engine = create_engine(
        "sqlite://", module=sqlcipher, creator=lambda: connection, poolclass=StaticPool
    )
    connection.execute("BEGIN")
    with Session(engine) as session:
        yield Line(True, "file", f"terbuka, susunan {upgrade.HEAD}")
        try:
            yield from _belonging(session, header, opening)
        except _BROKEN:
            yield Line(False, "kind", "isi tabel tidak dapat dibaca")
        try:
            yield _clock_line(session, paths, clock)
        except _BROKEN:
            yield Line(False, "clock", "catatan jam tidak dapat dibaca")
        yield from _findings(session, paths)
    yield _backup_line(paths, opening, clock, training=header.kind == VaultKind.TRAINING)


def _clock_line(session: Session, paths: Paths, clock: Timepiece) -> Line:
    zone = shelter_facts(session).zone
    asked = settle(session, paths, zone, clock).question
    said = f"jam PC {zone.local(clock.pc.wall()):%d-%m-%Y %H.%M} {zone.name}"
    if asked is not None:
        why = "; ".join(DOUBTS[doubt] for doubt in asked.doubts)
        return Line(False, "clock", f"{said}: {why}; buka Teduh dan jawab pertanyaannya")
    if clock.offset:
        return Line(
            True, "clock", f"{said}, dikoreksi menjadi {zone.local(clock()):%d-%m-%Y %H.%M}"
        )
    return Line(True, "clock", f"{said}, dapat dipercaya")


def _belonging(session: Session, header: Header, opening: Opening) -> Iterator[Line]:
    row = session.execute(select(Installation)).scalar_one()
    fits = row.database_id.hex == header.database_id and row.kind == header.kind
    said = "brankas dan berkas sepasang" if fits else "brankas dan berkas bukan pasangan"
    yield Line(fits, "kind", said)
    accounts = frozenset(
        session.execute(select(Account.login).where(Account.closed_at.is_(None))).scalars()
    )
    if opening.login not in accounts:
        raise _Stopped("accounts", "akun ini sudah ditutup; masuk dengan akun lain")
    keys = vault.logins(header)
    if keys == accounts:
        yield Line(True, "accounts", f"{len(keys)} akun, masing-masing dengan kuncinya")
    else:
        extra, lacking = len(keys - accounts), len(accounts - keys)
        yield Line(False, "accounts", f"{extra} kunci tanpa akun, {lacking} akun tanpa kunci")


def _findings(session: Session, paths: Paths) -> Iterator[Line]:
    """Yield a line for each check of the database; a broken page may end them early."""
    notes = [paths.head, *sorted(paths.backups.glob("teduh-*/backup.json"))]
    heads = tuple(head for note in notes for head in anchor.seen(note))
    waiting = list(Check)
    try:
        with translated():
            for finding in examine(session, heads):
                waiting.remove(finding.check)
                yield _line_of(finding, len(heads))
    except _BROKEN:
        yield from (Line(False, check, "tidak dapat diperiksa") for check in waiting)
    if paths.head.exists() and not anchor.seen(paths.head):
        yield Line(False, "head", "catatan ujung rantai jejak tidak terbaca")


def _line_of(finding: Finding, heads: int) -> Line:
    if finding.ok:
        noted = f", cocok dengan {heads} catatan ujungnya" if heads else ", ujungnya belum dicatat"
        said = SOUND[finding.check] + (noted if finding.check is Check.AUDIT else "")
        return Line(True, finding.check, said)
    said = f"{len(finding.problems)} hal: {FAULTY[finding.check]}"
    if finding.check in _OURS:
        said += f" ({finding.problems[0]})"
    return Line(False, finding.check, said)


def _backup_line(paths: Paths, opening: Opening, clock: Timepiece, *, training: bool) -> Line:
    try:
        newest = backup.latest(paths.backups)
    except _BROKEN:
        return Line(False, "backup", "catatan cadangan tidak terbaca")
    if newest is None:
        return Line(training, "backup", "belum ada cadangan teruji")
    hours = int((clock() - newest.made_at).total_seconds() // 3600)
    when = f"cadangan teruji {hours} jam lalu"
    problem = _backup_problem(newest, opening)
    if problem:
        return Line(False, "backup", f"{when}, {problem}")
    if hours >= _STALE_HOURS and not training:
        return Line(False, "backup", f"{when}; buat yang baru dari layar Admin")
    return Line(True, "backup", when)


def _backup_problem(kept: backup.Backup, opening: Opening) -> str:
    """Return what is wrong with a copy, opened with the key of its own time."""
    own = Paths(kept.folder)
    try:
        keys = vault.unlock(header_of(own), opening.login, opening.password).keys
    except WrongPassword:
        keys = opening.keys
    except (Unavailable, OSError, *_SPOILT):
        return "tetapi kuncinya rusak atau hilang"
    try:
        with closing(_fitting(own.database, keys)) as copy:
            whole = copy.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
            row = copy.execute(_NEWEST_ENTRY).fetchone() or (0, "")
    except (_Stopped, *_BROKEN):
        return "tetapi tidak dapat dibuka"
    return "" if whole and Head(*row) == kept.head else "tetapi isinya rusak atau diubah"
