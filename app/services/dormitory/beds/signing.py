# SPDX-License-Identifier: Apache-2.0
"""Signatures for beds that the rules only give with permission, and reserved beds taken.

At night the duty officer signs alone; that ends at 08.00 and stands on the coordinator's
list until somebody confirms it or moves her (issue "every bed on one board").
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from app.db.rows import run
from app.errors import Refused
from app.models.base import new_id
from app.models.dormitory.holds import Hold, PlacementPermit
from app.models.dormitory.rooms import Bed, Room
from app.models.dormitory.stays import Stay, StayEnd
from app.models.people.person import Person
from app.models.staff.account import Account
from app.policies.access import IN_CHARGE, Right
from app.policies.dormitory.beds.holds import HoldEnd, PermitEnd, clean_why, may_sign
from app.policies.dormitory.beds.secrecy import told
from app.policies.people.kinship import lasts_until
from app.policies.people.names import TextProblem
from app.policies.reasons import Reason
from app.services.acts import Context, act, query
from app.services.topics import Topic

_HELD = select(Hold.id).where(Hold.bed_id == bindparam("bed"), Hold.ended_at.is_(None))
_SIGNED = select(PlacementPermit.id).where(
    PlacementPermit.stay_id == bindparam("stay"), PlacementPermit.ended_at.is_(None)
)
_SIGNED_BY_WHO_LEADS = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class PermitLine:
    """One signature that waits for the morning; ``over`` once 08.00 has passed."""

    permit_id: UUID
    version: int
    person_id: UUID
    name: str
    place: str
    rules: tuple[Reason, ...]
    why: str
    signed_by: str
    signed_at: datetime
    expires_at: datetime
    over: bool


@dataclass(frozen=True, slots=True)
class ConfirmPermit:
    """Let somebody stay where a signature put her."""

    permit_id: UUID
    version: int


def sign(session: Session, context: Context, stay: Stay, rules: Sequence[Reason], why: str) -> None:
    """Write the signature for a stay inside the running act.

    Raises:
        Refused: this post may not sign at this hour, or the reason is too short (``why``).
    """
    if not may_sign(context.actor.role, context.zone.local(context.now)):
        raise Refused(Reason.NOT_YOURS_TO_SIGN)
    try:
        text = clean_why(why)
    except TextProblem as problem:
        raise Refused(problem.reason, field="why") from None
    leads = context.actor.role in IN_CHARGE
    morning = lasts_until(context.now, context.zone.local(context.now))
    session.add(
        PlacementPermit(
            id=new_id(),
            origin_id=context.origin_id,
            stay_id=stay.id,
            person_id=stay.person_id,
            rules=" ".join(rules),
            why=text,
            signed_at=context.now,
            signed_by=context.actor.account_id,
            expires_at=context.now + _SIGNED_BY_WHO_LEADS if leads else morning,
        )
    )
    session.flush()
    context.record(stay.person_id, signed=True)


def end_permit(session: Session, context: Context, stay: Stay) -> None:
    """End the signature of a stay that ends inside the running act."""
    if run(session, _SIGNED, stay=stay.id).first() is None:
        return
    permit = session.execute(
        select(PlacementPermit).where(
            PlacementPermit.stay_id == stay.id, PlacementPermit.ended_at.is_(None)
        )
    ).scalar_one_or_none()
    if permit is not None:
        undone = stay.end_reason is StayEnd.UNDONE
        _end(context, permit, PermitEnd.UNDONE if undone else PermitEnd.MOVED)


def stay_before(session: Session, person_id: UUID, bed_id: UUID) -> Stay | None:
    """Return the last stay of a person in a bed."""
    return session.execute(
        select(Stay)
        .where(Stay.person_id == person_id, Stay.bed_id == bed_id)
        .order_by(Stay.seq.desc())
        .limit(1)
    ).scalar_one_or_none()


def renew_permit(session: Session, context: Context, stay: Stay, before: Stay) -> None:
    """Let the signature for a bed hold again inside an act that undoes leaving the bed.

    It keeps its signer, reason and hour: an undo is no new decision, and what was on the
    coordinator's list, or confirmed there, is so again.
    """
    signed = session.execute(
        select(PlacementPermit).where(
            PlacementPermit.stay_id == before.id,
            PlacementPermit.end_reason != PermitEnd.UNDONE,
        )
    ).scalar_one_or_none()
    if signed is None:
        return
    confirmed = signed.end_reason is PermitEnd.CONFIRMED
    session.add(
        PlacementPermit(
            id=new_id(),
            origin_id=context.origin_id,
            stay_id=stay.id,
            person_id=stay.person_id,
            rules=signed.rules,
            why=signed.why,
            signed_at=signed.signed_at,
            signed_by=signed.signed_by,
            expires_at=signed.expires_at,
            ended_at=signed.ended_at if confirmed else None,
            ended_by=signed.ended_by if confirmed else None,
            end_reason=signed.end_reason if confirmed else None,
        )
    )


def take_hold(session: Session, context: Context, bed_id: UUID) -> None:
    """Let a reservation go inside the running act, because somebody lies in the bed now."""
    if run(session, _HELD, bed=bed_id).first() is None:
        return
    hold = session.execute(
        select(Hold).where(Hold.bed_id == bed_id, Hold.ended_at.is_(None))
    ).scalar_one()
    hold.ended_at = max(context.now, hold.starts_at)
    hold.end_reason = HoldEnd.TAKEN if hold.expires_at > context.now else HoldEnd.EXPIRED


def give_back_hold(session: Session, context: Context, stay: Stay) -> None:
    """Keep a bed again that the undone stay had taken, unless its hour has passed."""
    if run(session, _HELD, bed=stay.bed_id).first() is not None:
        return
    hold = session.execute(
        select(Hold)
        .where(
            Hold.bed_id == stay.bed_id,
            Hold.end_reason == HoldEnd.TAKEN,
            Hold.ended_at == stay.starts_at,
            Hold.expires_at > context.now,
        )
        .order_by(Hold.id.desc())
        .limit(1)
    ).scalar_one_or_none()
    if hold is not None:
        hold.ended_at, hold.end_reason = None, None


@act(Right.SETTLE_PERMIT, Topic.BEDS, Topic.HOLDS)
def confirm_permit(session: Session, context: Context, command: ConfirmPermit) -> UUID:
    """Confirm a night's signature; the rule it set aside stays on the nightly list.

    Raises:
        Refused: it was settled meanwhile, or she was moved.
    """
    permit = session.get(PlacementPermit, command.permit_id)
    if permit is None or permit.version != command.version or permit.ended_at is not None:
        raise Refused(Reason.STALE)
    context.record(permit.person_id)
    _end(context, permit, PermitEnd.CONFIRMED)
    return permit.person_id


@query(Right.SETTLE_PERMIT)
def open_permits(session: Session, context: Context, _question: None) -> tuple[PermitLine, ...]:
    """Return the signatures that nobody has settled, the first to end first."""
    rows = session.execute(
        select(PlacementPermit, Person, Room.name, Bed.label, Account.name)
        .join(Person, Person.id == PlacementPermit.person_id)
        .join(Stay, Stay.id == PlacementPermit.stay_id)
        .join(Bed, Bed.id == Stay.bed_id)
        .join(Room, Room.id == Bed.room_id)
        .join(Account, Account.id == PlacementPermit.signed_by)
        .where(PlacementPermit.ended_at.is_(None))
        .order_by(PlacementPermit.expires_at, PlacementPermit.id)
    )
    return tuple(
        PermitLine(
            permit.id,
            permit.version,
            person.id,
            person.called_name or "",
            f"{room}-{bed}",
            told(context.actor.role, [Reason(rule) for rule in permit.rules.split()]),
            permit.why,
            signer,
            permit.signed_at,
            permit.expires_at,
            permit.expires_at <= context.now,
        )
        for permit, person, room, bed, signer in rows
    )


def _end(context: Context, permit: PlacementPermit, how: PermitEnd) -> None:
    permit.ended_at = context.now
    permit.ended_by = context.actor.account_id
    permit.end_reason = how
