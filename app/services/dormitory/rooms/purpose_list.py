# SPDX-License-Identifier: Apache-2.0
"""What rooms are and were used for, with the days: past, planned, and due but waiting."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.models.dormitory.plans import PlannedMove, PurposeChange
from app.models.dormitory.rooms import Room
from app.models.staff.account import Account
from app.policies.access import Right
from app.policies.dormitory.beds.facts import RoomPurpose
from app.policies.reasons import Reason
from app.services.acts import Context, query
from app.services.dormitory.rooms.room_use import OPEN_MOVE, in_the_way


@dataclass(frozen=True, slots=True)
class PurposeLine:
    """One change; ``waiting`` says what keeps a due one from being made.

    ``before`` is known of a change that was made; ``moves`` are still to be carried out.
    """

    change_id: UUID
    version: int
    room_id: UUID
    room_name: str
    purpose: RoomPurpose
    before: RoomPurpose | None
    from_day: date
    why: str
    decided_by: str
    decided_at: datetime
    applied_at: datetime | None
    waiting: Reason | None
    moves: int

    @property
    def planned(self) -> bool:
        """Say whether it is still to be made."""
        return self.applied_at is None


@query(Right.READ_ROOMS)
def purposes(session: Session, context: Context, room_id: UUID | None) -> tuple[PurposeLine, ...]:
    """Return the changes of one room, or of all: what is planned first, then the newest.

    Changes that were dropped are not told.
    """
    moves = dict(
        session.execute(
            select(PlannedMove.change_id, func.count())
            .where(*OPEN_MOVE)
            .group_by(PlannedMove.change_id)
        ).all()
    )
    wanted = (
        select(PurposeChange, Room, Account.name)
        .join(Room, Room.id == PurposeChange.room_id)
        .join(Account, Account.id == PurposeChange.decided_by)
        .where(PurposeChange.cancelled_at.is_(None))
        .order_by(
            PurposeChange.applied_at.is_not(None),
            PurposeChange.applied_at.desc(),
            PurposeChange.from_day,
            PurposeChange.id.desc(),
        )
    )
    if room_id is not None:
        wanted = wanted.where(PurposeChange.room_id == room_id)
    return tuple(
        PurposeLine(
            change.id,
            change.version,
            room.id,
            room.name,
            change.purpose,
            change.before,
            change.from_day,
            change.why,
            decided_by,
            change.decided_at,
            change.applied_at,
            _waiting(session, context, change, room),
            moves.get(change.id, 0),
        )
        for change, room, decided_by in session.execute(wanted)
    )


def _waiting(
    session: Session, context: Context, change: PurposeChange, room: Room
) -> Reason | None:
    if change.applied_at is not None or change.from_day > context.today:
        return None
    return in_the_way(session, context, room, change.purpose)
