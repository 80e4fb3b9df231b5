# SPDX-License-Identifier: Apache-2.0
"""Pairs that nobody placed: opened by facts and birthdays, loud until cured."""

from sqlalchemy import select, text, update
from sqlalchemy.orm import Session

from app.db.invariants.alarms import opening
from app.db.rows import run
from app.models.dormitory.rooms import Bed
from app.models.dormitory.stays import RoomingAlarm, Stay
from app.models.people.kin import RoomingException
from app.models.people.person import Person
from app.policies.dormitory.beds.kin import Kin
from app.policies.dormitory.beds.pairs import forbidden
from app.services.acts import Context
from app.services.dormitory.facts import read
from app.services.dormitory.facts.read import ASLEEP
from app.services.dormitory.rooms.room_use import apply_due_purposes
from app.services.people.grown import remind_of_grown

_ANY_OPEN = select(RoomingAlarm.id).where(RoomingAlarm.closed_at.is_(None)).limit(1)


def check_the_night(session: Session, context: Context) -> int:
    """Open an alarm for each pair that time made forbidden; return how many are open.

    Exceptions that have expired end here; a birthday needs no act at all. Rooms whose
    planned use is due change once they are empty.

    Architecture §3: run at the first shift check after midnight and at every opening.
    """
    session.flush()
    session.execute(
        update(RoomingException)
        .where(RoomingException.ended_at.is_(None), RoomingException.expires_at <= context.now)
        .values(ended_at=context.now)
    )
    session.execute(text(opening("'birthday'", "1 = 1")))
    apply_due_purposes(session, context)
    remind_of_grown(session, context)
    return settle_alarms(session, context)


def settle_alarms(session: Session, context: Context) -> int:
    """Close alarms whose pair no longer shares a room or is no longer mixed.

    Returns the number that stay open. Called by every act that ends a stay or
    corrects a fact, inside its transaction.
    """
    if run(session, _ANY_OPEN).first() is None:
        return 0
    kin = read.kin(session, context.now)
    left = 0
    for alarm in session.execute(
        select(RoomingAlarm).where(RoomingAlarm.closed_at.is_(None))
    ).scalars():
        if _still_forbidden(session, context, alarm, kin):
            left += 1
        else:
            alarm.closed_at = context.now
    session.flush()
    return left


def _still_forbidden(session: Session, context: Context, alarm: RoomingAlarm, kin: Kin) -> bool:
    rooms = [
        session.execute(
            select(Bed.room_id)
            .join(Stay, Stay.bed_id == Bed.id)
            .where(Stay.person_id == person_id, ASLEEP)
        ).scalar_one_or_none()
        for person_id in (alarm.child_id, alarm.adult_id)
    ]
    if rooms[0] is None or rooms[0] != rooms[1]:
        return False
    day = max(context.today, context.zone.today(alarm.opened_at))
    child, other = (
        read.guest(session, session.get_one(Person, key), day)
        for key in (alarm.child_id, alarm.adult_id)
    )
    return forbidden(child, other, day, kin) is not None
