# SPDX-License-Identifier: Apache-2.0
"""Backup and a new recovery sheet: work on files around the database, audited."""

from datetime import datetime

from app.config import Paths
from app.db import backup
from app.errors import Denied
from app.policies.access import Actor, Right, may
from app.reports.printer import printed
from app.reports.sheet import Sheet
from app.services.acts import House
from app.services.staff.setup import ShelterFacts
from app.services.staff.vault_file import check_password, fitting_key, header_of, trace
from app.vault import vault
from app.vault.header import save


def last_backup(paths: Paths) -> datetime | None:
    """Return when the newest verified backup was made."""
    found = backup.latest(paths.backups)
    return found.made_at if found else None


def back_up(paths: Paths, house: House, actor: Actor, password: str) -> datetime:
    """Make a verified backup; the password opens the key that the copy is checked with.

    Raises:
        Denied: the actor may not.
        WrongPassword: it does not fit.
        Unavailable: no room, or the copy does not verify.
    """
    if not may(actor, Right.MAKE_BACKUP):
        raise Denied(Right.MAKE_BACKUP)
    opened = check_password(paths, header_of(paths), actor.login, password, house.clock)
    _, key = fitting_key(paths, opened)
    moment = house.clock()
    made = backup.make(paths.database, key, paths.vault, paths.backups, moment)
    with house.database.unit_of_work(moment) as session:
        trace(session, house.origin_id, actor, moment, "back_up")
    return made.made_at


def sheet_paper(
    shelter: ShelterFacts, words: tuple[str, ...], moment: datetime, *, training: bool
) -> bytes:
    """Return the recovery sheet as PDF; it is never written to this PC by the program."""
    sheet = Sheet(shelter.letterhead, "PEMULIHAN", training, secrecy="SANGAT RAHASIA")
    return printed("staff.recovery_sheet", sheet, shelter.zone.local(moment), words)


def renew_sheet(paths: Paths, house: House, actor: Actor, password: str) -> tuple[str, ...]:
    """Void the recovery sheet and return the words of a new one.

    Raises:
        Denied: the actor may not.
        WrongPassword: it does not fit.
    """
    if not may(actor, Right.MANAGE_SHELTER):
        raise Denied(Right.MANAGE_SHELTER)
    header = header_of(paths)
    opened = check_password(paths, header, actor.login, password, house.clock)
    _, key = fitting_key(paths, opened)
    renewed, words = vault.renew_sheet(header, key)
    moment = house.clock()
    with house.database.unit_of_work(moment) as session:
        trace(session, house.origin_id, actor, moment, "renew_sheet")
    save(paths.vault, renewed)
    return words
