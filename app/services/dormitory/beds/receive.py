# SPDX-License-Identifier: Apache-2.0
"""The wing has her: until then somebody who was placed is on the way from the desk (ux §7)."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from app.errors import Refused
from app.models.dormitory.absences import Absence
from app.models.dormitory.rooms import Bed, Room, Wing
from app.models.dormitory.stays import Stay
from app.models.staff.account import Account
from app.policies.access import Right, Role
from app.policies.arrivals.queue import waiting_minutes
from app.policies.dormitory.beds.holds import NOT_ACCEPTED_AFTER
from app.policies.reasons import Reason
from app.policies.sight import InfoClass, Sight, sight
from app.services.acts import Context, act, query
from app.services.dormitory.away.whereabouts import present
from app.services.dormitory.facts.read import ASLEEP
from app.services.roster.week import coming_now
from app.services.topics import Topic


@dataclass(frozen=True, slots=True)
class Receive:
    """Somebody has come to the bed she was given."""

    stay_id: UUID


@dataclass(frozen=True, slots=True)
class LateLine:
    """Somebody whom nobody has received in the wing, and who is there to be called."""

    stay_id: UUID
    person_id: UUID
    name: str
    number: str
    place: str
    wing: str
    minutes: int
    caretakers: tuple[str, ...]


@act(Right.PLACE_CLIENT, Topic.BEDS)
def receive_client(session: Session, context: Context, command: Receive) -> UUID:
    """Note who received a person in the wing; once for each stay.

    Raises:
        Refused: she was received already, or sleeps there no longer.
    """
    stay = session.get(Stay, command.stay_id)
    if stay is None:
        raise Refused(Reason.STALE)
    context.record(stay.person_id, bed=stay.bed_id.hex)
    if stay.ends_at is not None or stay.received_at is not None:
        raise Refused(Reason.STALE)
    stay.received_at = max(context.now, stay.starts_at)
    stay.received_by = context.actor.account_id
    return stay.person_id


def placed_by_receiver(session: Session, context: Context, wing_id: UUID) -> UUID | None:
    """Return the caretaker who has received somebody by placing her in her own wing.

    Into another's wing she only sends her. Where nobody has a wing by the roster, whoever
    brings her is the one who is there.
    """
    if context.actor.role is not Role.CARETAKER:
        return None
    duties = coming_now(session, context)
    mine = {each.wing_id for each in duties if each.account_id == context.actor.account_id}
    taken = {each.wing_id for each in duties}
    here = wing_id in mine or not (mine or wing_id in taken)
    return context.actor.account_id if here else None


@query(Right.READ_ROOMS)
def not_received(session: Session, context: Context, _question: None) -> tuple[LateLine, ...]:
    """Return who was given a bed 20 minutes ago or more and has not been received there.

    The longest on her way comes first. A post that does not see people gets nobody.
    """
    if sight(context.actor.role, InfoClass.PRESENCE) is not Sight.FULL:
        return ()
    rows = session.execute(
        select(Stay, Room.name, Bed.label, Wing)
        .join(Bed, Bed.id == Stay.bed_id)
        .join(Room, Room.id == Bed.room_id)
        .join(Wing, Wing.id == Room.wing_id)
        .where(late(context.now))
        .order_by(Stay.starts_at, Stay.seq)
    ).all()
    if not rows:
        return ()
    people = present(session)
    names = {each.id: each.name for each in session.execute(select(Account)).scalars()}
    there: dict[UUID, list[str]] = {}
    for duty in coming_now(session, context):
        if duty.wing_id is not None:
            there.setdefault(duty.wing_id, []).append(names[duty.account_id])
    return tuple(
        LateLine(
            stay.id,
            stay.person_id,
            people[stay.person_id][0].called_name or "",
            people[stay.person_id][1].number,
            f"{room}-{label}",
            wing.name,
            waiting_minutes(stay.starts_at, context.now),
            tuple(there.get(wing.id, ())),
        )
        for stay, room, label, wing in rows
        if stay.person_id in people
    )


def late(now: datetime) -> ColumnElement[bool]:
    """Return what is true of a stay that should have been received by now.

    Nobody waits in the wing for somebody who is away from her bed.
    """
    away = select(Absence.person_id).where(Absence.ends_at.is_(None))
    return (
        ASLEEP
        & Stay.received_at.is_(None)
        & (Stay.starts_at <= now - NOT_ACCEPTED_AFTER)
        & Stay.person_id.not_in(away)
    )
