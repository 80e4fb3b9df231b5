# SPDX-License-Identifier: Apache-2.0
"""Who is known as a child and may have grown up since: a task for the social worker, once."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.arrivals.arrival import PRESENT, Arrival
from app.models.arrivals.task import Task
from app.models.people.person import Person
from app.policies.arrivals.follow_ups import FollowUpKind, due
from app.policies.people.age import AgeReason
from app.policies.people.born import Born, may_be_adult
from app.services.acts import Context
from app.services.arrivals.register.follow_ups import leave_tasks

_REMINDED = (
    select(Task.id)
    .where(Task.arrival_id == Arrival.id, Task.kind == FollowUpKind.MAYBE_18)
    .correlate(Arrival)
    .exists()
)


def remind_of_grown(session: Session, context: Context) -> None:
    """Leave a task for everybody here whose stated age has grown to 18, as far as is known.

    She stays a child until two persons end it; of whom that is doubted already, another task
    tells.
    """
    rows = session.execute(
        select(Arrival.id, Person.born_earliest, Person.born_latest, Person.born_nominal)
        .join(Person, Person.id == Arrival.person_id)
        .where(
            PRESENT,
            Person.adult_from.is_(None),
            Person.treated_reason == AgeReason.STATED_CHILD,
            ~_REMINDED,
        )
    ).all()
    for arrival_id, *days in rows:
        if may_be_adult(None, Born(*days), context.today):
            told = due(FollowUpKind.MAYBE_18, context.now)
            leave_tasks(session, context, arrival_id, [told])
