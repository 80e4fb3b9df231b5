# SPDX-License-Identifier: Apache-2.0
"""The order of the queue at the desk and the next step of each arrival (ux §5.1)."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.policies.arrivals.follow_ups import WATCH_TASKS, FollowUpKind
from app.policies.people.age import TreatedAs


class NextStep(StrEnum):
    """What the desk should do next for this arrival."""

    LOOK_AT_URGENT = "look_at_urgent"
    FIND_BED = "find_bed"
    ASK_THREAT = "ask_threat"
    COMPLETE = "complete"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Waiting:
    """What the order of the queue depends on; who is ``away`` needs no bed tonight."""

    urgent: bool
    treated_as: TreatedAs
    arrived_at: datetime
    has_bed: bool
    away: bool = False


def queue_order(waiting: Waiting) -> tuple[bool, bool, bool, datetime]:
    """Return a sort key: those who wait for a bed, urgent ones, children, longest waiting."""
    return (
        waiting.has_bed or waiting.away,
        not waiting.urgent,
        waiting.treated_as is not TreatedAs.CHILD,
        waiting.arrived_at,
    )


def next_step(waiting: Waiting, open_tasks: AbstractSet[FollowUpKind]) -> NextStep:
    """Return the one thing to do next."""
    if FollowUpKind.URGENT in open_tasks:
        return NextStep.LOOK_AT_URGENT
    if not waiting.has_bed and not waiting.away:
        return NextStep.FIND_BED
    if FollowUpKind.THREAT in open_tasks:
        return NextStep.ASK_THREAT
    return NextStep.COMPLETE if open_tasks - WATCH_TASKS else NextStep.DONE


def waiting_minutes(arrived_at: datetime, now: datetime) -> int:
    """Return whole minutes since the arrival; zero when the clock went back."""
    return max(0, int((now - arrived_at).total_seconds() // 60))
