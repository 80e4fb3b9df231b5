# SPDX-License-Identifier: Apache-2.0
"""Families: declared at the desk, verified by the social worker, allowed for one night.

Source: issue "A bed tonight"; domain §7.3 (mother with infant), §7.4 (sisters of 17 and
19), §7.8 (a perpetrator may pose as family, so a guardian counts only when verified).
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from app.errors import Refused
from app.models.base import new_id
from app.models.people.kin import Kinship, RoomingException
from app.models.people.person import Person
from app.policies.access import IN_CHARGE, Right
from app.policies.people.kinship import (
    EXCEPTION_FOR,
    Claimant,
    ExceptionKind,
    KinKind,
    KinStanding,
    Tie,
    lasts_until,
    observation_problem,
    why_not_kin,
)
from app.policies.people.names import TextProblem, clean_note
from app.policies.reasons import Reason
from app.services.acts import Context, Inverse, act, query
from app.services.dormitory import facts
from app.services.dormitory.alarms import settle_alarms
from app.services.topics import Topic

_TOPICS = (Topic.PEOPLE, Topic.BEDS, Topic.ALARMS, Topic.ARRIVALS)
_UNTIL_CONFERENCE = timedelta(days=14)
"""Longest a coordinator lets sisters share; the first conference decides before."""
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
class SignException:
    """Let the two share a room without others tonight; ``observation`` is what was seen."""

    kinship_id: UUID
    observation: str


@dataclass(frozen=True, slots=True)
class Signed:
    """Until when (UTC) the two may share a room without others."""

    exception_id: UUID
    version: int
    expires_at: datetime


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


@act(Right.DECLARE_KIN, *_TOPICS, undo=_undeclare)
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


@act(Right.VERIFY_KIN, *_TOPICS)
def verify_kin(session: Session, context: Context, command: VerifyKin) -> UUID:
    """Say what proves a kinship; a verified mother or guardian may share her child's room.

    What was verified once keeps its first proof.

    Raises:
        Refused: no proof is named, or somebody changed it meanwhile.
    """
    kinship = _live(session, command.kinship_id, command.version)
    context.record(kinship.elder_id, kind=kinship.kind)
    proof = _note(command.proof, "proof")
    if len(proof) < _SHORTEST_PROOF:
        raise Refused(Reason.PROOF_MISSING, field="proof")
    if kinship.standing is KinStanding.VERIFIED:
        return kinship.id
    kinship.standing = KinStanding.VERIFIED
    kinship.verified_at = context.now
    kinship.verified_by = context.actor.account_id
    kinship.proof = proof
    settle_alarms(session, context)
    return kinship.id


@act(Right.DECLARE_KIN, *_TOPICS)
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


def _withdraw(done: Signed) -> Inverse:
    return Inverse(end_exception, done.exception_id)


@act(Right.SIGN_EXCEPTION, *_TOPICS, undo=_withdraw)
def sign_exception(session: Session, context: Context, command: SignException) -> Signed:
    """Sign that a declared mother or a sister may share a room, without others, for a time.

    Until the next 08.00; a coordinator or head may let sisters share for 14 days.

    Raises:
        Refused: the observation is too short, or this kinship allows no exception.
    """
    kinship = session.get(Kinship, command.kinship_id)
    if kinship is None or kinship.ended_at is not None:
        raise Refused(Reason.STALE)
    context.record(kinship.elder_id, kind=kinship.kind)
    observation = _note(command.observation, "observation")
    problem = observation_problem(observation)
    if problem is not None:
        raise Refused(problem, field="observation")
    kind = EXCEPTION_FOR.get(kinship.kind)
    if kind is None:
        raise Refused(Reason.KIN_NOT_VERIFIED)
    _end_old(session, context, kinship)
    long = kind is ExceptionKind.SISTERS and context.actor.role in IN_CHARGE
    expires = (
        context.now + _UNTIL_CONFERENCE
        if long
        else lasts_until(context.now, context.zone.local(context.now))
    )
    exception = RoomingException(
        id=new_id(),
        origin_id=context.origin_id,
        kinship_id=kinship.id,
        elder_id=kinship.elder_id,
        younger_id=kinship.younger_id,
        kind=kind,
        observation=observation,
        signed_at=context.now,
        signed_by=context.actor.account_id,
        expires_at=expires,
    )
    session.add(exception)
    session.flush()
    settle_alarms(session, context)
    return Signed(exception.id, exception.version, expires)


@act(Right.SIGN_EXCEPTION, *_TOPICS)
def end_exception(session: Session, context: Context, exception_id: UUID) -> int:
    """Take an exception back; if the two still share a room, an alarm opens."""
    exception = session.get(RoomingException, exception_id)
    if exception is None or exception.ended_at is not None:
        raise Refused(Reason.MOVED_ON)
    context.record(exception.elder_id, kind=exception.kind)
    exception.ended_at = context.now
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
    return Claimant(person.id, facts.known_age(person, context.today), person.birth_date)


def _live(session: Session, kinship_id: UUID, version: int) -> Kinship:
    kinship = session.get(Kinship, kinship_id)
    if kinship is None or kinship.ended_at is not None or kinship.version != version:
        raise Refused(Reason.STALE)
    return kinship


def _end_old(session: Session, context: Context, kinship: Kinship) -> None:
    """End an exception that is to be signed anew; the new one stands in the same act."""
    old = session.execute(
        select(RoomingException).where(
            RoomingException.ended_at.is_(None),
            or_(
                RoomingException.kinship_id == kinship.id,
                (RoomingException.elder_id == kinship.elder_id)
                & (RoomingException.younger_id == kinship.younger_id),
            ),
        )
    ).scalar_one_or_none()
    if old is not None:
        old.ended_at = context.now
        session.flush()


def _note(text: str, field: str) -> str:
    try:
        return clean_note(text)
    except TextProblem as problem:
        raise Refused(problem.reason, field=field) from None
