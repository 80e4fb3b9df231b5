# SPDX-License-Identifier: Apache-2.0
"""The shelter's own rooming rules: proposed, approved by a second person, never backwards.

A changed rule moves nobody: what no longer fits stands on the nightly list (ux §10.2).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from app.errors import Refused
from app.models.base import new_id
from app.models.dormitory.plans import RulesVersion
from app.models.staff.account import Account
from app.policies.access import Right
from app.policies.dormitory.rules.settings import (
    PROPOSED,
    RoomingRules,
    changed,
    needs_two,
    out_of_range,
)
from app.policies.people.names import TextProblem, clean_note
from app.policies.reasons import Reason
from app.services.acts import Context, act, query
from app.services.dormitory.facts.known import rules_now, rules_of
from app.services.dormitory.rules.effect import RulesPreview as RulesPreview
from app.services.dormitory.rules.effect import preview_rules as preview_rules
from app.services.numbers import next_event
from app.services.topics import Topic

LONGEST_BASIS = 200


@dataclass(frozen=True, slots=True)
class ProposeRules:
    """Rules as they should be, and the law, standard or SOP they rest on."""

    rules: RoomingRules
    basis: str = ""


@dataclass(frozen=True, slots=True)
class Proposed:
    """The version that was written; ``waits`` for a second person, or is in force."""

    version_id: UUID
    version: int
    waits: bool


@dataclass(frozen=True, slots=True)
class ApproveRules:
    """Put a waiting proposal in force, in the version that was seen."""

    version_id: UUID
    version: int


@dataclass(frozen=True, slots=True)
class DropRules:
    """Let a waiting proposal go, in the version that was seen."""

    version_id: UUID
    version: int


@dataclass(frozen=True, slots=True)
class VersionLine:
    """One version of the rules.

    Attributes:
        changed: names of the settings that differ from the version before it.
        since: when it came into force; None while it waits.
    """

    version_id: UUID
    version: int
    rules: RoomingRules
    changed: frozenset[str]
    basis: str
    proposed_by: str
    proposer_id: UUID
    proposed_at: datetime
    approved_by: str
    since: datetime | None


@dataclass(frozen=True, slots=True)
class RulesLine:
    """What is in force, what waits, and every version that was in force, the newest first."""

    now: RoomingRules
    waiting: VersionLine | None
    history: tuple[VersionLine, ...]

    def set_by(self, name: str) -> VersionLine | None:
        """Return the version that last changed a setting; None for the proposed SOP."""
        return next((each for each in self.history if name in each.changed), None)


@query(Right.READ_ROOMS)
def rules_line(session: Session, _context: Context, _question: None) -> RulesLine:
    """Return the rules in force, the proposal that waits, and who set what when."""
    proposer, approver = aliased(Account), aliased(Account)
    rows = session.execute(
        select(RulesVersion, proposer.name, approver.name)
        .join(proposer, proposer.id == RulesVersion.proposed_by)
        .outerjoin(approver, approver.id == RulesVersion.approved_by)
        .where(RulesVersion.dropped_at.is_(None))
        .order_by(RulesVersion.approved_at.is_(None), RulesVersion.seq)
    )
    now, waiting = PROPOSED, None
    history: list[VersionLine] = []
    for row, proposed_by, approved_by in rows:
        rules = rules_of(row)
        line = VersionLine(
            row.id,
            row.version,
            rules,
            changed(now, rules),
            row.basis,
            proposed_by,
            row.proposed_by,
            row.proposed_at,
            approved_by or "",
            row.approved_at,
        )
        if row.approved_at is None:
            waiting = line
        else:
            history.insert(0, line)
            now = rules
    return RulesLine(now, waiting, tuple(history))


_TOPICS = (Topic.RULES, Topic.BEDS)


@act(Right.SET_RULES, *_TOPICS)
def propose_rules(session: Session, context: Context, command: ProposeRules) -> Proposed:
    """Put new rules in force, or let them wait when two people have to agree.

    Raises:
        Refused: a value is out of its limits or the basis too long (``field`` says which),
            nothing differs, or another proposal already waits for its second person.
    """
    before, after = rules_now(session), command.rules
    _record(context, before, after)
    for field, reason in out_of_range(after).items():
        raise Refused(reason, field=field)
    try:
        basis = clean_note(command.basis, LONGEST_BASIS)
    except TextProblem as problem:
        raise Refused(problem.reason, field="basis") from None
    if before == after:
        raise Refused(Reason.NOTHING_CHANGED)
    two = needs_two(before, after)
    if two and _waiting(session) is not None:
        raise Refused(Reason.RULES_WAITING)
    row = RulesVersion(
        id=new_id(),
        origin_id=context.origin_id,
        seq=next_event(session),
        **{name: getattr(after, name) for name in RoomingRules.__slots__},
        needs_two=two,
        basis=basis,
        proposed_at=context.now,
        proposed_by=context.actor.account_id,
        approved_at=None if two else context.now,
        approved_by=None if two else context.actor.account_id,
    )
    session.add(row)
    session.flush()
    return Proposed(row.id, row.version, two)


@act(Right.SET_RULES, *_TOPICS)
def approve_rules(session: Session, context: Context, command: ApproveRules) -> RoomingRules:
    """Put a waiting proposal in force; it orders by its approval, not by its proposal.

    Raises:
        Refused: it was settled meanwhile, other rules came into force since it was
            proposed, or the same person proposed it.
    """
    row = _seen(session, command)
    now = rules_now(session)
    _record(context, now, rules_of(row))
    if row.proposed_by == context.actor.account_id:
        raise Refused(Reason.SECOND_PERSON)
    if _newer_in_force(session, row):
        raise Refused(Reason.STALE)
    row.seq = next_event(session)
    row.approved_at = context.now
    row.approved_by = context.actor.account_id
    session.flush()
    return rules_of(row)


@act(Right.SET_RULES, *_TOPICS)
def drop_rules(session: Session, context: Context, command: DropRules) -> UUID:
    """Let a waiting proposal go; who proposed it may, and whoever could approve it.

    Raises:
        Refused: it was settled meanwhile.
    """
    row = _seen(session, command)
    _record(context, rules_now(session), rules_of(row))
    row.dropped_at = context.now
    return row.id


def _waiting(session: Session) -> RulesVersion | None:
    return session.execute(
        select(RulesVersion).where(
            RulesVersion.approved_at.is_(None), RulesVersion.dropped_at.is_(None)
        )
    ).scalar_one_or_none()


def _seen(session: Session, command: ApproveRules | DropRules) -> RulesVersion:
    row = _waiting(session)
    if row is None or row.id != command.version_id or row.version != command.version:
        raise Refused(Reason.STALE)
    return row


def _newer_in_force(session: Session, row: RulesVersion) -> bool:
    newer = select(RulesVersion.id).where(
        RulesVersion.approved_at.is_not(None), RulesVersion.seq > row.seq
    )
    return session.execute(newer.limit(1)).first() is not None


def _record(context: Context, before: RoomingRules, after: RoomingRules) -> None:
    context.record(None, **dict(_notes(before, after)))


def _notes(before: RoomingRules, after: RoomingRules) -> Iterator[tuple[str, int]]:
    for name in sorted(changed(before, after)):
        yield name, getattr(after, name)
