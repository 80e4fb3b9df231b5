# SPDX-License-Identifier: Apache-2.0
"""Founding a shelter: its vault, its database, its first account."""

import shutil
from dataclasses import dataclass
from uuid import uuid4

from app.clock import Clock
from app.config import Paths
from app.db import upgrade
from app.db.birth import Birth
from app.db.engine import Database
from app.errors import Cause, Refused, Unavailable
from app.models.base import new_id
from app.models.installation import VaultKind
from app.models.staff.account import Account
from app.policies.access import Actor
from app.policies.people.names import clean_name
from app.policies.reasons import Reason
from app.policies.staff.logins import login_problem
from app.policies.staff.passwords import password_problem
from app.services.acts import House
from app.services.staff.data_place import refuse_shared
from app.services.staff.letterhead import cleaned
from app.services.staff.setup import NewAccount, ShelterFacts, write_shelter
from app.services.staff.vault_file import actor_of, exists, trace
from app.vault import vault
from app.vault.cost import KdfCost
from app.vault.header import save

_LEAST_ROOM = 20 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Founding:
    """The answers of the first run's wizard that a new vault needs."""

    shelter: ShelterFacts
    account: NewAccount
    password: str
    kind: VaultKind = VaultKind.REAL


@dataclass(frozen=True, slots=True)
class Founded:
    """A new shelter, open, and the words that exist on paper only."""

    house: House
    actor: Actor
    words: tuple[str, ...]


def founding_problem(answers: Founding) -> Refused | None:
    """Return what must be typed differently before a vault can be made."""
    checks = (
        ("shelter", None if clean_name(answers.shelter.name) else Reason.NOTHING_FILLED),
        ("name", None if clean_name(answers.account.name) else Reason.NOTHING_FILLED),
        ("login", login_problem(answers.account.login)),
        ("password", password_problem(answers.password, answers.account.login)),
    )
    for field, reason in checks:
        if reason is not None:
            return Refused(reason, field=field)
    try:
        cleaned(answers.shelter)
    except Refused as problem:
        named = "shelter" if problem.field == "name" else problem.field
        return Refused(*problem.reasons, field=named)
    return None


def found_shelter(
    paths: Paths, answers: Founding, clock: Clock, cost: KdfCost | None = None
) -> Founded:
    """Make vault and database, write the shelter and its first account.

    Raises:
        Refused: an answer has to be typed differently.
        Unavailable: somebody else keeps the folder, no room, or something lies there already.
    """
    problem = founding_problem(answers)
    if problem is not None:
        raise problem
    _check_place(paths)
    moment = clock()
    database_id, origin_id = uuid4(), uuid4()
    founded = vault.found(
        database_id.hex, answers.kind, answers.account.login, answers.password, cost
    )
    birth = Birth(origin_id, database_id, answers.kind, moment)
    upgrade.create(paths.database, founded.key, birth)
    database = Database(paths.database, founded.key)
    try:
        with database.unit_of_work(moment) as session:
            write_shelter(session, origin_id, cleaned(answers.shelter))
            account = Account(
                id=new_id(),
                origin_id=origin_id,
                login=answers.account.login,
                name=clean_name(answers.account.name),
                role=answers.account.role,
                opened_at=moment,
            )
            session.add(account)
            session.flush()
            actor = actor_of(account)
            trace(session, origin_id, actor, moment, "found_shelter")
        save(paths.vault, founded.header)
    except BaseException:
        database.close()
        paths.database.unlink(missing_ok=True)
        raise
    house = House(database, clock, answers.shelter.zone, origin_id)
    return Founded(house, actor, founded.words)


def _check_place(paths: Paths) -> None:
    if exists(paths):
        raise Unavailable(Cause.OCCUPIED, paths.data.name)
    refuse_shared(paths.data)
    paths.data.mkdir(parents=True, exist_ok=True, mode=0o700)
    if shutil.disk_usage(paths.data).free < _LEAST_ROOM:
        raise Unavailable(Cause.DISK_FULL)
