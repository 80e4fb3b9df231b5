# SPDX-License-Identifier: Apache-2.0
"""The shelter as its papers name it: name, letterhead, logo."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.child import ChildFailed
from app.errors import Cause, Refused, Unavailable
from app.models.staff.shelter import Shelter
from app.policies.access import Right
from app.policies.people.names import TextProblem, clean_name
from app.policies.reasons import Reason
from app.policies.staff.letterheads import (
    LOGO_FILE_BYTES,
    MOST_ADDRESS,
    MOST_SUPERIORS,
    clean_contact,
    clean_email,
    clean_lines,
    may_be_logo,
)
from app.reports.printer import printed
from app.services.acts import Context, Inverse, act, query
from app.services.staff.setup import ShelterFacts, facts_of, set_facts
from app.services.topics import Topic


@dataclass(frozen=True, slots=True)
class ShelterLine:
    """The shelter as it is now, and the version that a change builds on."""

    facts: ShelterFacts
    version: int


@dataclass(frozen=True, slots=True)
class ChangeShelter:
    """What the shelter's papers say from now on; the zone stays what it was."""

    facts: ShelterFacts
    version: int


@dataclass(frozen=True, slots=True)
class Changed:
    """The shelter before and after."""

    before: ShelterFacts
    now: ShelterLine


def cleaned(facts: ShelterFacts) -> ShelterFacts:
    """Return facts as they are kept.

    Raises:
        Refused: something cannot stand on a letterhead; ``field`` says which fact.
    """
    cleaners: dict[str, Callable[[Any], Any]] = {
        "name": clean_name,
        "superiors": lambda lines: clean_lines(lines, MOST_SUPERIORS),
        "city": clean_contact,
        "address": lambda lines: clean_lines(lines, MOST_ADDRESS),
        "phone": clean_contact,
        "email": clean_email,
    }
    kept: dict[str, Any] = {}
    for field, clean in cleaners.items():
        try:
            kept[field] = clean(getattr(facts, field))
        except TextProblem as problem:
            raise Refused(problem.reason, field=field) from None
    if not kept["name"]:
        raise Refused(Reason.NAME_UNREADABLE, field="name")
    if not may_be_logo(facts.logo):
        raise Refused(Reason.LOGO_UNREADABLE, field="logo")
    return replace(facts, **kept)


def logo_from(path: Path) -> bytes:
    """Return the logo in a file as it is kept; to be run on a reading thread.

    Raises:
        Refused: no PNG or JPEG, more than 1 MB, or too few or too many pixels.
        Unavailable: the file or the process that draws it cannot be reached.
    """
    try:
        if not path.is_file():
            raise Refused(Reason.LOGO_UNREADABLE, field="logo")
        with path.open("rb") as file:
            chosen = file.read(LOGO_FILE_BYTES + 1)
        if len(chosen) > LOGO_FILE_BYTES:
            raise Refused(Reason.LOGO_HEAVY, field="logo")
        drawn = printed("staff.logo", chosen)
    except OSError as error:
        raise Unavailable(Cause.DISK_FAILS, path.name) from error
    except ChildFailed as failed:
        raise Refused(Reason.LOGO_UNREADABLE, field="logo") from failed
    if not may_be_logo(drawn):
        raise Refused(Reason(drawn.decode()), field="logo")
    return drawn


@query(Right.SIGN_IN)
def shelter_now(session: Session, _context: Context, _question: None) -> ShelterLine:
    """Return what papers say of the shelter."""
    row = session.execute(select(Shelter)).scalar_one()
    return ShelterLine(facts_of(row), row.version)


def _back(done: Changed) -> Inverse:
    return Inverse(change_shelter, ChangeShelter(done.before, done.now.version))


@act(Right.MANAGE_SHELTER, Topic.SHELTER, undo=_back)
def change_shelter(session: Session, context: Context, command: ChangeShelter) -> Changed:
    """Change name, letterhead or logo; the audit keeps what stood there before.

    Raises:
        Refused: a fact cannot be kept (``field``), or somebody changed the shelter meanwhile.
    """
    row = session.execute(select(Shelter)).scalar_one()
    if row.version != command.version:
        raise Refused(Reason.STALE)
    before, wanted = facts_of(row), cleaned(command.facts)
    context.record(None, **_differences(before, wanted))
    set_facts(row, wanted)
    session.flush()
    return Changed(before, ShelterLine(facts_of(row), row.version))


def _differences(before: ShelterFacts, wanted: ShelterFacts) -> dict[str, str]:
    """Return what stood there before, by the names of what changes."""
    return {
        f"before_{field.name}": _noted(getattr(before, field.name))
        for field in fields(ShelterFacts)
        if getattr(before, field.name) != getattr(wanted, field.name)
    }


def _noted(value: object) -> str:
    if isinstance(value, bytes):
        return hashlib.sha256(value).hexdigest() if value else ""
    return "\n".join(value) if isinstance(value, tuple) else str(value)
