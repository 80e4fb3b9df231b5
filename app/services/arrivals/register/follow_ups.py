# SPDX-License-Identifier: Apache-2.0
"""Tasks that an act leaves behind for an arrival."""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import insert
from sqlalchemy.orm import Session

from app.models.arrivals.task import Task
from app.models.base import new_id
from app.policies.arrivals.follow_ups import FollowUp
from app.services.acts import Context

_NEW_TASK = insert(Task)
"""Built once: every registering act asks it."""


def leave_tasks(
    session: Session, context: Context, arrival_id: UUID, told: Iterable[FollowUp]
) -> None:
    """Write down what is left to find out or to do for an arrival."""
    rows = [
        {
            "id": new_id(),
            "origin_id": context.origin_id,
            "arrival_id": arrival_id,
            "kind": task.kind,
            "owner": task.owner,
            "due_at": task.due_at,
        }
        for task in told
    ]
    if rows:
        session.connection().execute(_NEW_TASK, rows)
