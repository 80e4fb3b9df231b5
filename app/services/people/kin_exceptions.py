# SPDX-License-Identifier: Apache-2.0
"""Who may share a room for a time, signed by whoever saw them together.

Source: issue "A bed tonight"; domain §7.3 (mother with infant), §7.4 (sisters of 17 and 19).
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from app.errors import Refused
from app.models.base import new_id
from app.models.people.kin import Kinship, RoomingException
from app.policies.access import IN_CHARGE, Right
from app.policies.people.kinship import (
    EXCEPTION_FOR,
    ExceptionKind,
    lasts_until,
    observation_problem,
)
from app.policies.reasons import Reason
from app.services.acts import Context, Inverse, act
from app.services.dormitory.night.alarms import settle_alarms
from app.services.people.family import FAMILY_TOPICS, read_note

_UNTIL_CONFERENCE = timedelta(days=14)
"""Longest a coordinator lets sisters share; the first conference decides before."""


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


def _withdraw(done: Signed) -> Inverse:
    return Inverse(end_exception, done.exception_id)


@act(Right.SIGN_EXCEPTION, *FAMILY_TOPICS, undo=_withdraw)
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
    observation = read_note(command.observation, "observation")
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


@act(Right.SIGN_EXCEPTION, *FAMILY_TOPICS)
def end_exception(session: Session, context: Context, exception_id: UUID) -> int:
    """Take an exception back; if the two still share a room, an alarm opens."""
    exception = session.get(RoomingException, exception_id)
    if exception is None or exception.ended_at is not None:
        raise Refused(Reason.MOVED_ON)
    context.record(exception.elder_id, kind=exception.kind)
    exception.ended_at = context.now
    return settle_alarms(session, context)


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
