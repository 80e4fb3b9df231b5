# SPDX-License-Identifier: Apache-2.0
"""Opening a shelter: lock, file, upgrade, examination, account; and letting it go."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.clock import Clock
from app.config import Paths
from app.db import audit, integrity, upgrade
from app.db import head as anchor
from app.db.engine import Database
from app.db.integrity import Finding
from app.errors import Cause, Unavailable
from app.models.audit import AuditEntry
from app.models.installation import Installation, VaultKind
from app.models.staff.account import Account
from app.policies.access import IN_CHARGE, Actor
from app.policies.staff.data_place import Keeper
from app.services.acts import Context, House
from app.services.dormitory.night.alarms import check_the_night
from app.services.staff.data_place import kept_by
from app.services.staff.rekey import change_key
from app.services.staff.setup import ShelterFacts, shelter_facts
from app.services.staff.timekeeping import ClockQuestion, keep_answer, noted, settle
from app.services.staff.vault_file import (
    RECOVERY_ACT,
    actor_of,
    check_password,
    fitting_key,
    header_of,
    open_account,
    trace,
)
from app.vault import vault
from app.vault.errors import WrongPassword
from app.vault.header import Header, save

__all__ = ["Finding", "OpenedHouse", "close_house", "colleague", "examine_fully", "sign_in"]


@dataclass(frozen=True, slots=True)
class OpenedHouse:
    """An open shelter, who opened it, and what an examination found.

    ``sheet_used`` tells those in charge when the recovery sheet was used since they were
    last here. ``clock`` is what to ask before anything else, and until then the night was
    not looked at. ``keeper`` is who else keeps the folder of real data.
    """

    house: House
    actor: Actor
    kind: VaultKind
    shelter: ShelterFacts
    findings: tuple[Finding, ...]
    sheet_used: datetime | None = None
    clock: ClockQuestion | None = None
    keeper: Keeper | None = None


def sign_in(paths: Paths, login: str, password: str, clock: Clock) -> OpenedHouse:
    """Open the vault and the database behind it.

    An older file is upgraded first. Slots that no open account belongs to (a closing
    that a power cut interrupted) are closed for good before anything else happens.

    Raises:
        WrongPassword: login and password do not fit, or the account is closed.
        MustWait: too many wrong passwords.
        Unavailable: header or database is missing, damaged, foreign, newer or locked.
    """
    header = header_of(paths)
    opened = check_password(paths, header, login, password, clock)
    generation, key = fitting_key(paths, opened)
    if len(opened.keys) > 1:
        header = vault.settle_rekey(header, generation)
        save(paths.vault, header)
    upgrade.bring_up(paths.database, key, paths.backups)
    key = _reconciled(paths, header, key)
    return _enter(paths, header, login, key, clock)


def colleague(paths: Paths, house: House, login: str, password: str) -> Actor:
    """Check a colleague's password while the shelter is open; audited either way.

    Raises:
        WrongPassword: they do not fit, or the account is closed.
        MustWait: too many wrong ones.
        Unavailable: the header cannot be read.
    """
    moment = house.clock()
    with house.database.reading() as session:
        account = open_account(session, login)
    actor = actor_of(account) if account else None
    try:
        check_password(paths, header_of(paths), login, password, house.clock)
        if actor is None:
            raise WrongPassword
    except WrongPassword:
        with house.database.unit_of_work(moment) as session:
            trace(session, house.origin_id, actor, moment, "sign_in", "refused")
        raise
    with house.database.unit_of_work(moment) as session:
        trace(session, house.origin_id, actor, moment, "sign_in")
    return actor


def remember_head(paths: Paths, house: House) -> audit.Head:
    """Note the newest audit entry beside the file, so that a rollback shows."""
    with house.database.reading() as session:
        newest = audit.head(session, house.origin_id)
    anchor.note(paths.head, newest)
    return newest


def examine_fully(paths: Paths, house: House) -> tuple[Finding, ...]:
    """Examine every page and the whole audit chain, on a connection of its own.

    Opening looks only at what is new since the last head seen, so that the desk is there
    at once; this goes on behind it.
    """
    with house.database.examining() as session:
        return tuple(integrity.examine(session, anchor.seen(paths.head), moment=house.clock()))


def close_house(paths: Paths, house: House) -> None:
    """Note the audit head, as far as it can be, and let go of the file."""
    with suppress(Unavailable):
        remember_head(paths, house)
    house.database.close()


def _reconciled(paths: Paths, header: Header, key: bytes) -> bytes:
    database = Database(paths.database, key)
    try:
        with database.reading() as session:
            kept = frozenset(
                session.execute(select(Account.login).where(Account.closed_at.is_(None))).scalars()
            )
    finally:
        database.close()
    strangers = vault.logins(header) - kept
    return change_key(paths, header, key, kept) if strangers else key


def _enter(paths: Paths, header: Header, login: str, key: bytes, clock: Clock) -> OpenedHouse:
    database = Database(paths.database, key)
    try:
        with database.reading() as session:
            row = session.execute(select(Installation)).scalar_one()
            if row.database_id.hex != header.database_id or row.kind != header.kind:
                raise Unavailable(Cause.WRONG_KIND, paths.vault.name)
            shelter = shelter_facts(session)
            account = open_account(session, login)
            settled = settle(session, paths, shelter.zone, clock)
            moment = clock()
            seen = anchor.seen(paths.head)
            since = seen[0] if seen else None
            findings = tuple(
                integrity.examine(session, seen, pages=False, since=since, moment=moment)
            )
        if account is None:
            raise WrongPassword
        actor = actor_of(account)
        house = House(database, clock, shelter.zone, row.origin_id)
        faults = sum(not finding.ok for finding in findings)
        with database.unit_of_work(moment) as session:
            used = _sheet_used(session, actor)
            context = Context(actor, moment, shelter.zone, row.origin_id)
            if settled.dropped:
                keep_answer(session, context, noted(clock))
                trace(session, row.origin_id, actor, moment, "note_clock", minutes=0)
            if settled.question is None:
                check_the_night(session, context)
            trace(session, row.origin_id, actor, moment, "sign_in", faults=faults)
        remember_head(paths, house)
    except BaseException:
        database.close()
        raise
    keeper = kept_by(paths.data) if row.kind is VaultKind.REAL else None
    return OpenedHouse(house, actor, row.kind, shelter, findings, used, settled.question, keeper)


def _sheet_used(session: Session, actor: Actor) -> datetime | None:
    if actor.role not in IN_CHARGE:
        return None
    entry = AuditEntry
    last_here = select(func.max(entry.seq)).where(
        entry.actor_id == actor.account_id, entry.act == "sign_in", entry.outcome == "done"
    )
    return session.execute(
        select(func.max(entry.at)).where(
            entry.act == RECOVERY_ACT,
            entry.actor_id != actor.account_id,
            entry.seq > func.coalesce(last_here.scalar_subquery(), 0),
        )
    ).scalar_one()
