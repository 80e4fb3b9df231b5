# SPDX-License-Identifier: Apache-2.0
"""The hash chain of the audit: writing one entry, and checking all of them."""

import hashlib
import json
import secrets
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.engine import guard_of
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


def _sha(*parts: str) -> str:
    return hashlib.sha256(json.dumps(parts, ensure_ascii=False).encode()).hexdigest()


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


def head(session: Session, origin_id: UUID) -> Head:
    """Return the newest entry of ``origin_id``'s chain."""
    row = session.execute(
        select(AuditEntry.seq, AuditEntry.entry_hash)
        .where(AuditEntry.origin_id == origin_id)
        .order_by(AuditEntry.seq.desc())
        .limit(1)
    ).first()
    return Head(row.seq, row.entry_hash) if row else Head()


def append(session: Session, origin_id: UUID, entry: Entry) -> Head:
    """Write one entry at the end of the chain and return the new head."""
    last = head(session, origin_id)
    text = json.dumps(dict(entry.payload), ensure_ascii=False, sort_keys=True)
    salt = secrets.token_hex(16)
    row = AuditEntry(
        origin_id=origin_id,
        seq=last.seq + 1,
        at=entry.at,
        actor_id=entry.actor_id,
        act=entry.act,
        outcome=entry.outcome,
        subject_id=entry.subject_id,
        payload_hash=_sha(salt, text),
        prev_hash=last.entry_hash,
    )
    row.entry_hash = _hash(row)
    guard = guard_of(session)
    guard.expected_audit_hashes |= {row.entry_hash, f"payload {row.entry_hash} {salt}"}
    session.add(row)
    session.flush()
    session.add(AuditPayload(entry_hash=row.entry_hash, salt=salt, payload=text))
    session.flush()
    return Head(row.seq, row.entry_hash)


def faults(session: Session, anchors: Iterable[Head] = ()) -> Iterator[str]:
    """Yield one sentence for each place where the chain is broken.

    Args:
        session: a reading session.
        anchors: heads seen earlier (beside the vault, on papers); each must be in it.
    """
    payloads = {row.entry_hash: row for row in session.execute(select(AuditPayload)).scalars()}
    last: dict[UUID, Head] = {}
    known: dict[int, str] = {}
    for row in session.execute(
        select(AuditEntry).order_by(AuditEntry.origin_id, AuditEntry.seq)
    ).scalars():
        before = last.get(row.origin_id, Head())
        if row.seq != before.seq + 1 or row.prev_hash != before.entry_hash:
            yield f"entry {row.seq} does not follow entry {before.seq}"
        if row.entry_hash != _hash(row):
            yield f"entry {row.seq} was changed"
        payload = payloads.get(row.entry_hash)
        if payload and row.payload_hash != _sha(payload.salt, payload.payload):
            yield f"payload {row.seq} was changed"
        last[row.origin_id] = Head(row.seq, row.entry_hash)
        known[row.seq] = row.entry_hash
    for anchor in anchors:
        if anchor.seq and known.get(anchor.seq) != anchor.entry_hash:
            yield f"entry {anchor.seq}, seen before, is missing or different"
