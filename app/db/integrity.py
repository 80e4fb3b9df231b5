# SPDX-License-Identifier: Apache-2.0
"""What a foreign program may have done: found by ``doctor`` and at every opening."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import text
from sqlalchemy.orm import Session

from app.clock import now
from app.db.audit import Head, faults
from app.db.invariants import install
from app.db.invariants.alarms import silent_pairs
from app.db.shape import strange
from app.models.audit import AuditPayload
from app.models.registry import metadata
from app.models.types import instant_text


class Check(StrEnum):
    """One thing that is examined."""

    PAGES = "pages"
    STRUCTURE = "structure"
    REFERENCES = "references"
    TRIGGERS = "triggers"
    ROOMING = "rooming"
    BEDS = "beds"
    PLACINGS = "placings"
    AUDIT = "audit"


@dataclass(frozen=True, slots=True)
class Finding:
    """The answer to one check; no problems means it is whole."""

    check: Check
    problems: tuple[str, ...]

    @property
    def ok(self) -> bool:
        """Say whether nothing was found."""
        return not self.problems


_SILENT_PAIRS = silent_pairs(":moment")
_DOUBLE = """
SELECT count(*) FROM stay a JOIN stay b ON b.{column} = a.{column} AND a.id < b.id
  WHERE coalesce(a.ends_at, '9999') > a.starts_at AND coalesce(b.ends_at, '9999') > b.starts_at
    AND a.starts_at < coalesce(b.ends_at, '9999') AND b.starts_at < coalesce(a.ends_at, '9999')"""
_JUST_THEN = "e.at = s.starts_at"
_CLOCK_WENT_BACK = """e.at < s.starts_at AND EXISTS (SELECT 1 FROM stay o
      WHERE o.seq < s.seq AND (o.starts_at = s.starts_at OR o.ends_at = s.starts_at))"""
_IN_A_PLAN = """NOT EXISTS (SELECT 1 FROM plan e WHERE {when} AND e.actor_id = s.placed_by
    AND (e.beds IS NULL OR instr(e.beds, s.person_id || ':' || s.bed_id) > 0))"""
_ALONE = "'place_client', 'move_client', 'keep_bed_again'"
_BACK = "'take_back_placement', 'take_back_departure'"
_TOGETHER = (
    "'accept_plan', 'swap_clients', 'swap_back', 'apply_replan', 'take_back_replan', "
    "'move_together'"
)
"""Acts that place one person in the bed they name, put her back, or place several."""
_UNSIGNED = f"""
WITH plan AS MATERIALIZED (
  SELECT e.at, e.actor_id, json_extract(p.payload, '$.beds') AS beds
  FROM audit_entry e LEFT JOIN audit_payload p ON p.entry_hash = e.entry_hash
  WHERE e.act IN ({_TOGETHER}) AND e.outcome = 'done')
SELECT count(*) FROM stay s WHERE NOT EXISTS (
  SELECT 1 FROM audit_entry e LEFT JOIN audit_payload p ON p.entry_hash = e.entry_hash
  WHERE e.subject_id = s.person_id AND e.outcome = 'done'
    AND ({_JUST_THEN} OR ({_CLOCK_WENT_BACK}))
    AND e.actor_id = s.placed_by
    AND (e.act IN ({_BACK}) OR (e.act IN ({_ALONE})
      AND (p.payload IS NULL OR json_extract(p.payload, '$.bed') = s.bed_id))))
  AND {_IN_A_PLAN.format(when=_JUST_THEN)}
  AND {_IN_A_PLAN.format(when=_CLOCK_WENT_BACK)}"""  # noqa: S608
"""After a PC clock went back, a stay starts at an instant recorded of an earlier one."""
_SIGNED = "SELECT audit_seq, audit_hash FROM handover ORDER BY audit_seq"


def _pragma(session: Session, name: str, fine: set[str]) -> Iterator[str]:
    for row in session.execute(text(f"PRAGMA {name}")):
        if str(row[0]) not in fine:
            yield f"{name}: {' '.join(str(value) for value in row)}"


def _references(session: Session, *, all_of_them: bool) -> Iterator[str]:
    """Leave the payloads out on request: there are as many as acts, and nothing reads them."""
    if all_of_them:
        yield from _pragma(session, "foreign_key_check", set())
        return
    for table in metadata.tables:
        if table != AuditPayload.__tablename__:
            yield from _pragma(session, f"foreign_key_check({table})", set())


def _triggers(session: Session) -> Iterator[str]:
    wanted = install.expected()
    rows = session.execute(text("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"))
    found = {str(name): str(sql) for name, sql in rows}
    for name in sorted(wanted.keys() | found.keys()):
        if wanted.get(name) != found.get(name):
            yield f"trigger {name} is missing, changed or foreign"


def _last_act(session: Session) -> str | None:
    newest = "SELECT at FROM audit_entry ORDER BY seq DESC LIMIT 1"
    found = session.execute(text(newest)).scalar_one_or_none()
    return None if found is None else str(found)


def _counted(session: Session, sql: str, said: str, **values: str) -> Iterator[str]:
    number = session.execute(text(sql), values).scalar_one()
    if number:
        yield f"{number} {said}"


def examine(
    session: Session,
    anchors: Iterable[Head] = (),
    *,
    pages: bool = True,
    since: Head | None = None,
    moment: datetime | None = None,
) -> Iterator[Finding]:
    """Yield one finding for each check.

    Args:
        session: a reading session.
        anchors: audit heads seen earlier; those of signed handovers are added.
        pages: also read every page, which takes longest.
        since: an audit head up to which the chain was found whole before.
        moment: the instant in UTC to judge pairs at while nothing was audited yet. Pairs
            are judged as the program last saw them: what a birthday or the end of an
            exception changed since is no tampering, and the next check makes it loud.
    """
    judged = _last_act(session) or instant_text(moment or now())
    if pages:
        yield Finding(Check.PAGES, tuple(_pragma(session, "cipher_integrity_check", set())))
        yield Finding(Check.STRUCTURE, tuple(_pragma(session, "integrity_check", {"ok"})))
    yield Finding(Check.REFERENCES, tuple(_references(session, all_of_them=since is None)))
    yield Finding(Check.TRIGGERS, (*_triggers(session), *strange(session)))
    yield Finding(
        Check.ROOMING,
        tuple(_counted(session, _SILENT_PAIRS, "forbidden pairs without an alarm", moment=judged)),
    )
    yield Finding(
        Check.BEDS,
        (
            *_counted(session, _DOUBLE.format(column="bed_id"), "beds are taken twice"),
            *_counted(session, _DOUBLE.format(column="person_id"), "people have two beds"),
        ),
    )
    yield Finding(Check.PLACINGS, tuple(_counted(session, _UNSIGNED, "stays that no act placed")))
    signed = [Head(*row) for row in session.execute(text(_SIGNED))]
    yield Finding(Check.AUDIT, tuple(faults(session, [*anchors, *signed], since)))
