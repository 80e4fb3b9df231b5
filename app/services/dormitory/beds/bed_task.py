# SPDX-License-Identifier: Apache-2.0
"""The task of finding somebody a bed: settled when she lies down, open when she has none."""

from uuid import UUID

from sqlalchemy import bindparam, select, update
from sqlalchemy.orm import Session

from app.db.rows import run
from app.models.arrivals.arrival import Arrival
from app.models.arrivals.task import Task
from app.policies.arrivals.follow_ups import FollowUpKind
from app.services.acts import Context

_SETTLE = (
    update(Task)
    .where(
        Task.arrival_id.in_(select(Arrival.id).where(Arrival.person_id == bindparam("person"))),
        Task.kind == FollowUpKind.BED,
        Task.settled_at.is_(None),
    )
    .values(settled_at=bindparam("at"), settled_by=bindparam("by"), version=Task.version + 1)
)


def settle_bed_task(session: Session, context: Context, person_id: UUID) -> None:
    """Say inside the running act that a person has a bed."""
    who, when = context.actor.account_id, context.now
    run(session, _SETTLE, person=person_id, at=when, by=who)


def reopen_bed_task(session: Session, person_id: UUID) -> None:
    """Say again that a person needs a bed."""
    tasks = session.execute(
        select(Task)
        .join(Arrival, Arrival.id == Task.arrival_id)
        .where(Arrival.person_id == person_id, Task.kind == FollowUpKind.BED)
    ).scalars()
    for task in tasks:
        task.settled_at = None
        task.settled_by = None
