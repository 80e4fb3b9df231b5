# SPDX-License-Identifier: Apache-2.0
"""Looking again when time has passed: 08.00 ends exceptions, midnight makes adults."""

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from app.db.invariants.alarms import silent_pairs
from app.models.people.kin import RoomingException
from app.models.types import instant_text
from app.policies.access import Right
from app.services.acts import Context, act, query
from app.services.dormitory.night.alarms import check_the_night
from app.services.dormitory.rooms.room_use import purposes_ready
from app.services.topics import Topic


@query(Right.READ_ROOMS)
def time_is_up(session: Session, context: Context, _question: None) -> bool:
    """Say whether time has made anything due since the last check.

    An exception has expired, a pair became forbidden, or an empty room is to change its use.
    """
    expired = session.execute(
        select(RoomingException.id)
        .where(RoomingException.ended_at.is_(None), RoomingException.expires_at <= context.now)
        .limit(1)
    ).first()
    if expired is not None or purposes_ready(session, context):
        return True
    moment = {"moment": instant_text(context.now)}
    return bool(session.execute(text(silent_pairs(":moment")), moment).scalar_one())


@act(Right.READ_ROOMS, Topic.ALARMS, Topic.BEDS, Topic.PLANS)
def check_rooms(session: Session, context: Context, _command: None) -> int:
    """End what has expired and open the alarms that time made due; return how many stand."""
    standing = check_the_night(session, context)
    context.record(None, alarms=standing)
    return standing
