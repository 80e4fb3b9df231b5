# SPDX-License-Identifier: Apache-2.0
"""The hash chain of the audit: writing one entry, and checking all of them."""

import hashlib
import json
import secrets
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import bindparam, select, text
from sqlalchemy.orm import Session

from app.db.engine import guard_of
from app.db.rows import insert_now, run
from app.models.audit import AuditEntry, AuditPayload
from app.models.types import instant_text

Payload = Mapping[str, str | int | bool | None]


@dataclass(frozen=True, slots=True)
class Head:
    """The newest entry of a chain; printed on handover sheets and kept in backups."""

    seq: int = 0
    entry_hash: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """What is to be written down of one act."""

    at: datetime
    actor_id: UUID | None
    act: str
    outcome: str
    subject_id: UUID | None
    payload: Payload


_flat = json.JSONEncoder(ensure_ascii=False).encode


def _sha(*parts: str) -> str:
    return hashlib.sha256(_flat(parts).encode()).hexdigest()


def _hash(row: AuditEntry) -> str:
    return _sha(
        row.origin_id.hex,
        str(row.seq),
        instant_text(row.at),
        row.actor_id.hex if row.actor_id else "",
        row.act,
        row.outcome,
        row.subject_id.hex if row.subject_id else "",
        row.payload_hash,
        row.prev_hash,
    )


_NEWEST = (
    select(AuditEntry.seq, AuditEntry.entry_hash)
    .where(AuditEntry.origin_id == bindparam("origin"))
    .order_by(AuditEntry.seq.desc())
    .limit(1)
)


def head(session: Session, origin_id: UUID) -> Head:
    """Return the newest entry of ``origin_id``'s chain."""
    row = run(session, _NEWEST, origin=origin_id).first()
    return Head(row.seq, row.entry_hash) if row else Head()


def append(session: Session, origin_id: UUID, entry: Entry) -> Head:
    """Write one entry at the end of the chain and return the new head."""
    last = head(session, origin_id)
    payload = json.dumps(dict(entry.payload), ensure_ascii=False, sort_keys=True)
    salt = secrets.token_hex(16)
    row = AuditEntry(
        origin_id=origin_id,
        seq=last.seq + 1,
        at=entry.at,
        actor_id=entry.actor_id,
        act=entry.act,
        outcome=entry.outcome,
        subject_id=entry.subject_id,
        payload_hash=_sha(salt, payload),
        prev_hash=last.entry_hash,
    )
    row.entry_hash = _hash(row)
    guard = guard_of(session)
    guard.expected_audit_hashes |= {row.entry_hash, f"payload {row.entry_hash} {salt}"}
    insert_now(session, row)
    insert_now(session, AuditPayload(entry_hash=row.entry_hash, salt=salt, payload=payload))
    return Head(row.seq, row.entry_hash)


_CHAIN = text("""
SELECT e.origin_id, e.seq, e.at, e.actor_id, e.act, e.outcome, e.subject_id,
  e.payload_hash, e.prev_hash, e.entry_hash, p.salt, p.payload
FROM audit_entry e LEFT JOIN audit_payload p ON p.entry_hash = e.entry_hash
WHERE e.origin_id <> :origin OR e.seq > :seq
ORDER BY e.origin_id, e.seq""")
_BATCH = 2000


def faults(
    session: Session, anchors: Iterable[Head] = (), since: Head | None = None
) -> Iterator[str]:
    """Yield one sentence for each place where the chain is broken.

    Args:
        session: a reading session.
        anchors: heads seen earlier (beside the vault, on papers); each must be in it.
        since: a head up to which the chain was found whole before; only later entries are
            read. When it is not in the chain, that is a fault and all entries are read.
    """
    known = _origin_of(session, since) if since and since.seq else None
    if since and since.seq and known is None:
        yield _vanished(since)
    for anchor in anchors:
        if anchor.seq and _origin_of(session, anchor) is None:
            yield _vanished(anchor)
    settled = since if since and known else Head()
    yield from _broken(session, known or "", settled)


def _broken(session: Session, known: str, settled: Head) -> Iterator[str]:
    last = {known: settled} if known else {}
    rows = session.execute(
        _CHAIN,
        {"origin": known, "seq": settled.seq},
        execution_options={"yield_per": _BATCH},
    )
    for origin, seq, at, actor, act, outcome, subject, *sealed in rows:
        payload_hash, prev_hash, entry_hash, salt, payload = sealed
        before = last.get(origin, Head())
        if seq != before.seq + 1 or prev_hash != before.entry_hash:
            yield f"entry {seq} does not follow entry {before.seq}"
        fields = (origin, str(seq), at, actor or "", act, outcome, subject or "")
        if entry_hash != _sha(*fields, payload_hash, prev_hash):
            yield f"entry {seq} was changed"
        if payload is not None and payload_hash != _sha(salt, payload):
            yield f"payload {seq} was changed"
        last[origin] = Head(seq, entry_hash)


def _origin_of(session: Session, anchor: Head) -> str | None:
    return session.execute(
        text("SELECT origin_id FROM audit_entry WHERE seq = :seq AND entry_hash = :hash"),
        {"seq": anchor.seq, "hash": anchor.entry_hash},
    ).scalar()


def _vanished(anchor: Head) -> str:
    return f"entry {anchor.seq}, seen before, is missing or different"
