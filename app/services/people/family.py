# SPDX-License-Identifier: Apache-2.0
"""Families: declared at the desk, verified by the social worker.

Source: issue "A bed tonight"; domain §7.3 (mother with infant), §7.4 (sisters of 17 and
19), §7.8 (a perpetrator may pose as family, so a guardian counts only when verified).
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.errors import Refused
from app.models.base import new_id
from app.models.people.kin import Kinship, RoomingException
from app.models.people.person import Person
from app.policies.access import IN_CHARGE, Right
from app.policies.people.born import years_of
from app.policies.people.kinship import (
    EXCEPTION_FOR,
    Claimant,
    ExceptionKind,
    KinKind,
    KinStanding,
    Tie,
    why_not_kin,
)
from app.policies.people.names import TextProblem, clean_note
from app.policies.reasons import Reason
from app.services.acts import Context, Inverse, act, query
from app.services.dormitory.night.alarms import settle_alarms
from app.services.topics import Topic

FAMILY_TOPICS = (Topic.PEOPLE, Topic.BEDS, Topic.ALARMS, Topic.ARRIVALS)
_SHORTEST_PROOF = 3


@dataclass(frozen=True, slots=True)
class DeclareKin:
    """What somebody at the door says: the elder is this to the younger."""

    elder_id: UUID
    younger_id: UUID
    kind: KinKind


@dataclass(frozen=True, slots=True)
class Declared:
    """A kinship that was written down."""

    kinship_id: UUID
    version: int


@dataclass(frozen=True, slots=True)
class VerifyKin:
    """What proves it: a birth certificate, a family card, a call that was checked."""

    kinship_id: UUID
    version: int
    proof: str


@dataclass(frozen=True, slots=True)
class EndKin:
    """The claim was wrong, or ends."""

    kinship_id: UUID
    version: int


@dataclass(frozen=True, slots=True)
class KinLine:
    """One kinship as the desk shows it; ``until`` is set while an exception lasts."""

    kinship_id: UUID
    version: int
    elder_id: UUID
    elder: str
    younger_id: UUID
    younger: str
    kind: KinKind
    standing: KinStanding
    until: datetime | None

    @property
    def exception(self) -> ExceptionKind | None:
        """Return what could be signed for tonight, if anything."""
        if self.standing is KinStanding.VERIFIED and self.kind is not KinKind.SISTER:
            return None
        return EXCEPTION_FOR.get(self.kind)


def _undeclare(done: Declared) -> Inverse:
    return Inverse(end_kin, EndKin(done.kinship_id, done.version))


@act(Right.DECLARE_KIN, *FAMILY_TOPICS, undo=_undeclare)
def declare_kin(session: Session, context: Context, command: DeclareKin) -> Declared:
    """Write down a claimed kinship; it proves nothing yet.

    Raises:
        Refused: it cannot be so (herself, a circle, a mother younger than her child).
    """
    context.record(command.elder_id, kind=command.kind)
    ties = [
        Tie(row.elder_id, row.younger_id, row.kind, row.standing)
        for row in session.execute(select(Kinship).where(Kinship.ended_at.is_(None))).scalars()
    ]
    elder, younger = (
        _claimant(session, context, key) for key in (command.elder_id, command.younger_id)
    )
    problem = why_not_kin(elder, younger, command.kind, ties)
    if problem is not None:
        raise Refused(problem, field="kin")
    kinship = Kinship(
        id=new_id(),
        origin_id=context.origin_id,
        elder_id=command.elder_id,
        younger_id=command.younger_id,
        kind=command.kind,
        standing=KinStanding.DECLARED,
        declared_at=context.now,
        declared_by=context.actor.account_id,
    )
    session.add(kinship)
    session.flush()
    return Declared(kinship.id, kinship.version)


@act(Right.VERIFY_KIN, *FAMILY_TOPICS)
def verify_kin(session: Session, context: Context, command: VerifyKin) -> UUID:
    """Say what proves a kinship; a verified mother or guardian may share her child's room.

    What was verified once keeps its first proof.

    Raises:
        Refused: no proof is named, or somebody changed it meanwhile.
    """
    kinship = _live(session, command.kinship_id, command.version)
    context.record(kinship.elder_id, kind=kinship.kind)
    proof = read_proof(command.proof)
    if kinship.standing is KinStanding.VERIFIED:
        return kinship.id
    kinship.standing = KinStanding.VERIFIED
    kinship.verified_at = context.now
    kinship.verified_by = context.actor.account_id
    kinship.proof = proof
    settle_alarms(session, context)
    return kinship.id


@act(Right.DECLARE_KIN, *FAMILY_TOPICS)
def end_kin(session: Session, context: Context, command: EndKin) -> int:
    """End a kinship; a pair it held together opens an alarm. Return how many are open.

    Raises:
        Refused: somebody changed it meanwhile, or it is verified and the post may not.
    """
    kinship = _live(session, command.kinship_id, command.version)
    context.record(kinship.elder_id, kind=kinship.kind)
    if kinship.standing is KinStanding.VERIFIED and context.actor.role not in IN_CHARGE:
        raise Refused(Reason.ONLY_IN_CHARGE)
    kinship.ended_at = context.now
    kinship.ended_by = context.actor.account_id
    return settle_alarms(session, context)


@query(Right.PLACE_CLIENT)
def families(session: Session, context: Context, _question: None) -> tuple[KinLine, ...]:
    """Return every live kinship with the exception that lasts, the newest first."""
    until = {
        row.kinship_id: row.expires_at
        for row in session.execute(
            select(RoomingException).where(
                RoomingException.ended_at.is_(None), RoomingException.expires_at > context.now
            )
        ).scalars()
    }
    rows = session.execute(
        select(Kinship).where(Kinship.ended_at.is_(None)).order_by(Kinship.declared_at.desc())
    ).scalars()
    return tuple(
        KinLine(
            row.id,
            row.version,
            row.elder_id,
            session.get_one(Person, row.elder_id).called_name or "",
            row.younger_id,
            session.get_one(Person, row.younger_id).called_name or "",
            row.kind,
            row.standing,
            until.get(row.id),
        )
        for row in rows
    )


def _claimant(session: Session, context: Context, person_id: UUID) -> Claimant:
    person = session.get_one(Person, person_id)
    return Claimant(person.id, years_of(person.born_nominal, context.today), person.birth_date)


def _live(session: Session, kinship_id: UUID, version: int) -> Kinship:
    kinship = session.get(Kinship, kinship_id)
    if kinship is None or kinship.ended_at is not None or kinship.version != version:
        raise Refused(Reason.STALE)
    return kinship


def read_proof(text: str) -> str:
    """Return what proves something, in a word or two at least.

    Raises:
        Refused: nothing is named, or it cannot be kept (``proof``).
    """
    proof = read_note(text, "proof")
    if len(proof) < _SHORTEST_PROOF:
        raise Refused(Reason.PROOF_MISSING, field="proof")
    return proof


def read_note(text: str, field: str) -> str:
    """Return a note in one piece.

    Raises:
        Refused: it cannot be kept (``field``).
    """
    try:
        return clean_note(text)
    except TextProblem as problem:
        raise Refused(problem.reason, field=field) from None
