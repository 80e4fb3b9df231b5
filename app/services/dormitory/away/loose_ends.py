# SPDX-License-Identifier: Apache-2.0
"""What waits for somebody: it ends when she leaves for good, and goes on if that was a slip."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from app.models.arrivals.arrival import Arrival
from app.models.arrivals.task import Task
from app.models.dormitory.absences import Absence
from app.models.dormitory.holds import Hold
from app.models.dormitory.plans import PlannedMove
from app.policies.dormitory.beds.holds import HoldEnd
from app.services.acts import Context
from app.services.dormitory.away.absences import close, open_absence, reopen
from app.services.dormitory.beds.reserve import end_hold


@dataclass(frozen=True, slots=True)
class LooseEnds:
    """What was open until she left: an absence, tasks, planned moves, reservations."""

    absence_id: UUID | None
    tasks: tuple[UUID, ...]
    moves: tuple[UUID, ...]
    holds: tuple[UUID, ...]


def tie_up(session: Session, context: Context, arrival: Arrival) -> LooseEnds:
    """End everything that waits for somebody inside the running act."""
    absence = open_absence(session, arrival.person_id)
    if absence is not None:
        close(session, context, absence)
    return LooseEnds(
        absence.id if absence else None,
        _settle_tasks(session, context, arrival),
        _cancel_moves(session, context, arrival.person_id),
        _end_holds(session, context, arrival.person_id),
    )


def untie(session: Session, context: Context, ends: LooseEnds) -> None:
    """Let it all go on; a reservation only if it still runs and nobody else has the bed."""
    for task_id in ends.tasks:
        task = session.get_one(Task, task_id)
        task.settled_at, task.settled_by = None, None
    if ends.absence_id is not None:
        reopen(session, session.get_one(Absence, ends.absence_id))
    for move_id in ends.moves:
        session.get_one(PlannedMove, move_id).cancelled_at = None
    other = aliased(Hold)
    kept_anew = select(other.bed_id).where(other.ended_at.is_(None))
    for hold in session.execute(
        select(Hold).where(
            Hold.id.in_(ends.holds), Hold.expires_at > context.now, Hold.bed_id.not_in(kept_anew)
        )
    ).scalars():
        hold.ended_at, hold.end_reason = None, None


def _settle_tasks(session: Session, context: Context, arrival: Arrival) -> tuple[UUID, ...]:
    tasks = list(
        session.execute(
            select(Task).where(Task.arrival_id == arrival.id, Task.settled_at.is_(None))
        ).scalars()
    )
    for task in tasks:
        task.settled_at = context.now
        task.settled_by = context.actor.account_id
    return tuple(task.id for task in tasks)


def _cancel_moves(session: Session, context: Context, person_id: UUID) -> tuple[UUID, ...]:
    moves = list(
        session.execute(
            select(PlannedMove).where(
                PlannedMove.person_id == person_id,
                PlannedMove.done_at.is_(None),
                PlannedMove.cancelled_at.is_(None),
            )
        ).scalars()
    )
    for move in moves:
        move.cancelled_at = context.now
    return tuple(move.id for move in moves)


def _end_holds(session: Session, context: Context, person_id: UUID) -> tuple[UUID, ...]:
    holds = list(
        session.execute(
            select(Hold).where(Hold.person_id == person_id, Hold.ended_at.is_(None))
        ).scalars()
    )
    for hold in holds:
        over = hold.expires_at <= context.now
        end_hold(context, hold, HoldEnd.EXPIRED if over else HoldEnd.RELEASED)
    return tuple(hold.id for hold in holds if hold.end_reason is HoldEnd.RELEASED)
