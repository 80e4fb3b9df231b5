# SPDX-License-Identifier: Apache-2.0
"""What women were told before they came, so that it can be put right with the partner."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.errors import Refused
from app.models.arrivals.arrival import Arrival
from app.models.arrivals.care import Told
from app.models.arrivals.partner import Partner
from app.models.base import new_id
from app.policies.access import Right
from app.policies.arrivals.care import ToldKind
from app.policies.arrivals.partners import partner_key
from app.policies.reasons import Reason
from app.services.acts import Context, Inverse, act, query
from app.services.arrivals.care.care import arrival_here, one_line
from app.services.topics import Topic


@dataclass(frozen=True, slots=True)
class NoteTold:
    """She was told this before she came; ``words`` as she says it, may be empty."""

    arrival_id: UUID
    kind: ToldKind
    words: str = ""


@dataclass(frozen=True, slots=True)
class ToldNoted:
    """What stands there now, and the words it replaced (None: nothing)."""

    arrival_id: UUID
    kind: ToldKind
    words: str
    before: str | None


@dataclass(frozen=True, slots=True)
class Untell:
    """She was not told this after all; ``words`` makes sure that nothing newer goes."""

    arrival_id: UUID
    kind: ToldKind
    words: str | None = None


@dataclass(frozen=True, slots=True)
class PromiseLine:
    """What women sent by one partner were told; no partner for all others."""

    partner_id: UUID | None
    partner: str
    arrivals: int
    counts: tuple[tuple[ToldKind, int], ...]


def _before(done: ToldNoted) -> Inverse:
    if done.before is None:
        return Inverse(untell, Untell(done.arrival_id, done.kind, done.words))
    return Inverse(note_told, NoteTold(done.arrival_id, done.kind, done.before))


def _tell_again(done: NoteTold) -> Inverse:
    return Inverse(note_told, done)


@act(Right.RECORD_ADMISSION, Topic.CARE, undo=_before)
def note_told(session: Session, context: Context, command: NoteTold) -> ToldNoted:
    """Note what she was told; noting it again replaces the words.

    Raises:
        Refused: the ``words`` are too long, or she is no longer registered here.
    """
    arrival = arrival_here(session, command.arrival_id)
    context.record(arrival.id, kind=command.kind)
    words = one_line(command.words, "words", needed=False)
    told = _told(session, command.arrival_id, command.kind)
    before = told.words if told is not None else None
    if told is None:
        told = Told(
            id=new_id(),
            origin_id=context.origin_id,
            arrival_id=arrival.id,
            kind=command.kind,
            noted_at=context.now,
            noted_by=context.actor.account_id,
        )
        session.add(told)
    told.words = words
    session.flush()
    return ToldNoted(arrival.id, command.kind, words, before)


@act(Right.RECORD_ADMISSION, Topic.CARE, undo=_tell_again)
def untell(session: Session, context: Context, command: Untell) -> NoteTold:
    """Take back what she was told.

    Raises:
        Refused: it is not noted, or somebody wrote other words meanwhile.
    """
    arrival = arrival_here(session, command.arrival_id)
    context.record(arrival.id, kind=command.kind)
    told = _told(session, command.arrival_id, command.kind)
    if told is None or (command.words is not None and told.words != command.words):
        raise Refused(Reason.MOVED_ON)
    before = NoteTold(arrival.id, told.kind, told.words)
    session.delete(told)
    return before


@query(Right.READ_PROMISES)
def promises_by_partner(
    session: Session, _context: Context, _question: None
) -> tuple[PromiseLine, ...]:
    """Return how often women of each partner were told what; most often first.

    Counts without names or words: this is for a talk with the partner, not for blame.
    """
    counted = session.execute(
        select(Arrival.partner_id, func.count())
        .where(Arrival.withdrawn_at.is_(None))
        .group_by(Arrival.partner_id)
    )
    sent: dict[UUID | None, int] = {row[0]: row[1] for row in counted}
    found: dict[UUID | None, Counter[ToldKind]] = defaultdict(Counter)
    for partner_id, kind in session.execute(
        select(Arrival.partner_id, Told.kind)
        .join(Told, Told.arrival_id == Arrival.id)
        .where(Arrival.withdrawn_at.is_(None))
    ):
        found[partner_id][kind] += 1
    names = {row.id: row.name for row in session.execute(select(Partner)).scalars()}
    lines = [
        PromiseLine(
            partner_id,
            names[partner_id] if partner_id is not None else "",
            sent[partner_id],
            tuple((kind, counts[kind]) for kind in ToldKind),
        )
        for partner_id, counts in found.items()
    ]
    return tuple(sorted(lines, key=_order))


def _order(line: PromiseLine) -> tuple[bool, int, str]:
    total = sum(count for _kind, count in line.counts)
    return line.partner_id is None, -total, partner_key(line.partner)


def _told(session: Session, arrival_id: UUID, kind: ToldKind) -> Told | None:
    return session.execute(
        select(Told).where(Told.arrival_id == arrival_id, Told.kind == kind)
    ).scalar_one_or_none()
