# SPDX-License-Identifier: Apache-2.0
"""The header beside the database: read with calm errors, matched to the file's key."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.clock import Clock
from app.config import Paths
from app.db import upgrade
from app.db.audit import Entry, append
from app.db.trouble import translated
from app.errors import Cause, Unavailable
from app.models.staff.account import Account
from app.policies.access import Actor, Role
from app.policies.staff.backoff import wait_seconds
from app.vault import vault
from app.vault.attempts import Attempts
from app.vault.errors import HeaderFault, HeaderUnreadable, WrongPassword
from app.vault.header import Header, load

_CAUSES = {
    HeaderFault.MISSING: Cause.MISSING,
    HeaderFault.CORRUPT: Cause.CORRUPT,
    HeaderFault.NEWER: Cause.NEWER,
    HeaderFault.TAMPERED: Cause.CORRUPT,
}

RECOVERY_ACT = "recover_with_sheet"


class MustWait(Exception):
    """Too many wrong passwords in a row: wait ``seconds``, never for good."""

    def __init__(self, seconds: int) -> None:
        self.seconds = seconds
        super().__init__(f"{seconds} s")


def exists(paths: Paths) -> bool:
    """Say whether a shelter was set up here; half of one counts, so nothing is overwritten."""
    return paths.vault.exists() or paths.database.exists()


def header_of(paths: Paths) -> Header:
    """Read the header.

    Raises:
        Unavailable: it is missing, damaged or newer.
    """
    try:
        return load(paths.vault)
    except HeaderUnreadable as error:
        raise Unavailable(_CAUSES[error.fault], paths.vault.name) from error


def known_logins(paths: Paths) -> tuple[str, ...]:
    """Return the login names of the vault, for the login window.

    Raises:
        Unavailable: the header is missing, damaged or newer.
    """
    return tuple(sorted(vault.logins(header_of(paths))))


def check_password(
    paths: Paths, header: Header, login: str, password: str, clock: Clock
) -> vault.Opened:
    """Open a slot, counting wrong passwords.

    Raises:
        WrongPassword: they do not fit.
        MustWait: too many wrong ones in a row.
        Unavailable: the slot was tampered with, or the count cannot be written.
    """
    attempts = Attempts(paths.attempts, wait_seconds)
    left = attempts.seconds_left(login, clock())
    if left:
        raise MustWait(left)
    try:
        opened = vault.unlock(header, login, password)
    except WrongPassword:
        with translated():
            attempts.failed(login, clock())
        raise
    except HeaderUnreadable as error:
        raise Unavailable(_CAUSES[error.fault], paths.vault.name) from error
    with translated():
        attempts.succeeded(login)
    return opened


def release(paths: Paths, login: str) -> None:
    """Let ``login`` try again at once: the recovery sheet proved who she is."""
    Attempts(paths.attempts, wait_seconds).succeeded(login)


def fitting_key(paths: Paths, opened: vault.Opened) -> tuple[int, bytes]:
    """Return generation and key that fit the file; after a cut-off rekey either may.

    Raises:
        Unavailable: none fits, or the file is missing, locked or damaged.
    """
    refusal = Unavailable(Cause.FOREIGN, paths.database.name)
    for generation, key in reversed(opened.keys):
        try:
            upgrade.revision(paths.database, key)
        except Unavailable as error:
            if error.cause is not Cause.FOREIGN:
                raise
            refusal = error
        else:
            return generation, key
    raise refusal


def open_account(session: Session, login: str) -> Account | None:
    """Return the account of ``login`` unless it is closed."""
    return session.execute(
        select(Account).where(Account.login == login, Account.closed_at.is_(None))
    ).scalar_one_or_none()


def actor_of(account: Account) -> Actor:
    """Return an account as somebody who acts."""
    return Actor(account.id, account.login, account.name, Role(account.role))


def trace(
    session: Session,
    origin_id: UUID,
    actor: Actor | None,
    moment: datetime,
    act: str,
    outcome: str = "done",
    **notes: str | int | bool | None,
) -> None:
    """Write an audit entry for what happens around the vault."""
    actor_id = actor.account_id if actor else None
    append(session, origin_id, Entry(moment, actor_id, act, outcome, actor_id, notes))
