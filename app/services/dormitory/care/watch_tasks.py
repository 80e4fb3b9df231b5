# SPDX-License-Identifier: Apache-2.0
"""What is to be done when somebody must never be alone: belongings, and the psychologist."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.errors import Refused
from app.models.arrivals.task import Task
from app.models.base import new_id
from app.policies.access import Right
from app.policies.arrivals.follow_ups import WATCH_TASKS, FollowUpKind, watch_tasks
from app.policies.dormitory.rules.needs import MOST_WATCH
from app.policies.reasons import Reason
from app.services.acts import Context, act
from app.services.topics import Topic


@dataclass(frozen=True, slots=True)
class WatchTask:
    """One of them, still to be done."""

    task_id: UUID
    version: int
    kind: FollowUpKind
    due_at: datetime


@dataclass(frozen=True, slots=True)
class WatchTaskDone:
    """It is done, in the version that was seen."""

    task_id: UUID
    version: int


@act(Right.LOOK_IN, Topic.TASKS)
def watch_task_done(session: Session, context: Context, command: WatchTaskDone) -> UUID:
    """Tick one of them off; a caretaker does so too, who settles no other task.

    Raises:
        Refused: somebody settled it meanwhile, or it is another kind of task.
    """
    task = session.get_one(Task, command.task_id)
    context.record(task.arrival_id, task=task.kind)
    if task.version != command.version or task.kind not in WATCH_TASKS:
        raise Refused(Reason.STALE)
    _settle(context, task)
    return task.id


def follow_level(
    session: Session, context: Context, arrival_id: UUID, before: int, level: int
) -> None:
    """Ask inside the running act for what the highest level needs; lower ones need it no more."""
    never_alone = level >= MOST_WATCH
    if never_alone == (before >= MOST_WATCH):
        return
    standing = {task.kind: task for task in _open(session) if task.arrival_id == arrival_id}
    if not never_alone:
        for task in standing.values():
            _settle(context, task)
        return
    for wanted in watch_tasks(context.now):
        if wanted.kind not in standing:
            session.add(
                Task(
                    id=new_id(),
                    origin_id=context.origin_id,
                    arrival_id=arrival_id,
                    kind=wanted.kind,
                    owner=wanted.owner,
                    due_at=wanted.due_at,
                )
            )


def open_watch_tasks(session: Session) -> dict[UUID, tuple[WatchTask, ...]]:
    """Return what is still to be done, by arrival."""
    found: dict[UUID, list[WatchTask]] = defaultdict(list)
    for task in _open(session):
        found[task.arrival_id].append(WatchTask(task.id, task.version, task.kind, task.due_at))
    return {arrival_id: tuple(tasks) for arrival_id, tasks in found.items()}


def _open(session: Session) -> list[Task]:
    return list(
        session.execute(
            select(Task)
            .where(Task.kind.in_(WATCH_TASKS), Task.settled_at.is_(None))
            .order_by(Task.due_at, Task.kind)
        ).scalars()
    )


def _settle(context: Context, task: Task) -> None:
    task.settled_at = context.now
    task.settled_by = context.actor.account_id
