# SPDX-License-Identifier: Apache-2.0
"""Accounts: adding, closing, new passwords, and the recovery sheet.

Each of these touches two files, the header and the database. The database speaks last
when somebody comes (a slot without an account opens nothing) and first when somebody
goes (a closed account is refused from that moment, whatever its slot says).
"""

from dataclasses import dataclass, replace
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.clock import Clock
from app.config import Paths
from app.db.engine import Database
from app.db.trouble import translated
from app.errors import Refused
from app.models.staff.account import Account
from app.policies.access import IN_CHARGE, Actor, Right, Role, may
from app.policies.reasons import Reason
from app.policies.staff.passwords import password_problem
from app.services.acts import Context, Done, House, act, execute, query
from app.services.staff.rekey import change_key
from app.services.staff.setup import (
    AccountLine,
    NewAccount,
    ShelterFacts,
    add_account,
    shelter_facts,
)
from app.services.staff.timekeeping import settle
from app.services.staff.vault_file import (
    RECOVERY_ACT,
    actor_of,
    check_password,
    fitting_key,
    header_of,
    release,
    trace,
)
from app.services.topics import Topic
from app.vault import vault
from app.vault.cost import KdfCost
from app.vault.header import save


@dataclass(frozen=True, slots=True)
class CloseAccount:
    """Close an account as the list showed it."""

    account_id: UUID
    version: int


@dataclass(frozen=True, slots=True)
class RenewedSheet:
    """The words of the new sheet, and what its paper says of the shelter."""

    words: tuple[str, ...]
    shelter: ShelterFacts


@query(Right.MANAGE_ACCOUNTS)
def account_list(session: Session, context: Context, _question: None) -> tuple[AccountLine, ...]:
    """Return all accounts, open ones first, by name."""
    rows = session.execute(select(Account)).scalars()
    lines = (
        AccountLine(r.id, r.version, r.login, r.name, Role(r.role), r.closed_at is not None)
        for r in rows
    )
    return tuple(sorted(lines, key=lambda line: (line.closed, line.name.casefold(), line.login)))


@query(Right.SIGN_IN)
def names_by_login(session: Session, context: Context, _question: None) -> dict[str, str]:
    """Return the names of open accounts by login, for the lock screen."""
    rows = session.execute(select(Account.login, Account.name).where(Account.closed_at.is_(None)))
    return {str(login): str(name) for login, name in rows}


@query(Right.RUN_SHIFT)
def receivers(session: Session, context: Context, _question: None) -> dict[str, str]:
    """Return login and name of the colleagues who may receive this watch."""
    rows = session.execute(select(Account).where(Account.closed_at.is_(None))).scalars()
    return {
        row.login: row.name
        for row in rows
        if row.id != context.actor.account_id and may(actor_of(row), Right.RECEIVE_SHIFT)
    }


@act(Right.MANAGE_ACCOUNTS, Topic.STAFF)
def close_account(session: Session, context: Context, command: CloseAccount) -> str:
    """Close an account from this moment; the name stays on what she recorded.

    Raises:
        Refused: her own account, one already closed, or the last one in charge.
    """
    account = session.get_one(Account, command.account_id)
    context.record(account.id)
    if account.id == context.actor.account_id:
        raise Refused(Reason.OWN_ACCOUNT)
    if account.closed_at is not None:
        raise Refused(Reason.ACCOUNT_CLOSED)
    left = session.execute(
        select(func.count())
        .select_from(Account)
        .where(Account.closed_at.is_(None), Account.role.in_(IN_CHARGE), Account.id != account.id)
    ).scalar_one()
    if not left:
        raise Refused(Reason.LAST_HEAD)
    account.closed_at = context.now
    return account.login


def welcome(
    paths: Paths,
    house: House,
    actor: Actor,
    password: str,
    newcomer: NewAccount,
    her_password: str,
    cost: KdfCost | None = None,
) -> Done[UUID]:
    """Add an account with its own way in; ``password`` is the acting officer's own.

    Raises:
        Refused: the new login, name or password has to be typed differently.
        Denied: the actor may not manage accounts.
        WrongPassword: the acting officer's password does not fit.
    """
    problem = password_problem(her_password, newcomer.login)
    if problem is not None:
        raise Refused(problem, field="password")
    header = header_of(paths)
    opened = check_password(paths, header, actor.login, password, house.clock)
    done = execute(house, actor, add_account, newcomer)
    save(paths.vault, vault.add_slot(header, dict(opened.keys), newcomer.login, her_password, cost))
    return done


def dismiss(
    paths: Paths, house: House, actor: Actor, password: str, command: CloseAccount
) -> House:
    """Close an account, take its slot away and change the database's key.

    Returns:
        The house, opened anew under the new key.

    Raises:
        Refused: see ``close_account``.
        WrongPassword: the acting officer's password does not fit.
    """
    header = header_of(paths)
    opened = check_password(paths, header, actor.login, password, house.clock)
    done = execute(house, actor, close_account, command)
    keep = vault.logins(header) - {done.value}
    _, key = fitting_key(paths, opened)
    house.database.close()
    fresh = change_key(paths, header, key, keep)
    return replace(house, database=Database(paths.database, fresh))


def new_password(paths: Paths, house: House, actor: Actor, old: str, new: str, again: str) -> None:
    """Give the actor a new password; nothing else changes.

    Raises:
        Refused: the new one is too weak or was typed differently twice.
        WrongPassword: the old one does not fit.
    """
    problem = password_problem(new, actor.login)
    if problem is not None:
        raise Refused(problem, field="password")
    if new != again:
        raise Refused(Reason.PASSWORDS_DIFFER, field="again")
    header = header_of(paths)
    check_password(paths, header, actor.login, old, house.clock)
    save(paths.vault, vault.change_password(header, actor.login, old, new))
    moment = house.clock()
    with house.database.unit_of_work(moment) as session:
        trace(session, house.origin_id, actor, moment, "new_password")


def recover_with_sheet(
    paths: Paths,
    typed: str,
    login: str,
    password: str,
    clock: Clock,
    cost: KdfCost | None = None,
) -> RenewedSheet:
    """Open with the recovery sheet: ``login`` gets a new password, the sheet a successor.

    Those in charge learn of it: the audit says so, and their next login shows it. The
    header is written last, so that whatever fails leaves the sheet on paper valid.

    Returns:
        The new sheet, which nobody can read again later; the old one no longer opens
        anything.

    Raises:
        RecoveryProblem: the words are wrong.
        Refused: the password is too weak, or no open account in charge has this login.
        Unavailable: header or database cannot be read or written.
    """
    problem = password_problem(password, login)
    if problem is not None:
        raise Refused(problem, field="password")
    header = header_of(paths)
    recovered = vault.recover(header, typed, login, password, cost)
    _, key = fitting_key(paths, recovered.opened)
    database = Database(paths.database, key)
    try:
        with database.reading() as session:
            shelter = shelter_facts(session)
            settle(session, paths, shelter.zone, clock)
        moment = clock()
        with database.unit_of_work(moment) as session:
            account = session.execute(
                select(Account).where(
                    Account.login == login,
                    Account.closed_at.is_(None),
                    Account.role.in_(IN_CHARGE),
                )
            ).scalar_one_or_none()
            if account is None:
                raise Refused(Reason.ACCOUNT_CLOSED, field="login")
            actor = Actor(account.id, account.login, account.name, Role(account.role))
            trace(session, account.origin_id, actor, moment, RECOVERY_ACT)
    finally:
        database.close()
    with translated():
        release(paths, login)
        save(paths.vault, recovered.header)
    return RenewedSheet(recovered.words, shelter)
