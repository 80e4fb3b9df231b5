# SPDX-License-Identifier: Apache-2.0
"""A group at the door: rows save one by one, what is unsaved stays a draft (ux §5.2)."""

import json
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from uuid import UUID

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from app.db.rows import insert_now
from app.errors import Refused
from app.models.arrivals.arrival import Arrival
from app.models.arrivals.draft import Draft
from app.models.arrivals.group import ArrivalGroup
from app.models.base import new_id
from app.models.people.person import Person
from app.models.staff.account import Account
from app.policies.access import Right
from app.policies.answers import Answer, AnswerState
from app.policies.arrivals.groups import GroupHeader, GroupRow, RowProblem, form_of_row, tie_of
from app.policies.arrivals.registration import CameBy
from app.policies.people.spelling import spelling_key
from app.policies.reasons import Reason
from app.services.acts import Context, Inverse, act, query
from app.services.arrivals.register.register import (
    InGroup,
    Registered,
    WithdrawArrival,
    door_time,
    enter,
    readable,
    withdraw_arrival,
)
from app.services.numbers import next_value
from app.services.topics import Topic

GROUP_DRAFT = "group"
_CAME = select(ArrivalGroup.arrived_at).where(ArrivalGroup.id == bindparam("group"))
_AGES_OF_NAMESAKES = (
    select(Person.age_text)
    .join(Arrival, Arrival.person_id == Person.id)
    .where(
        Arrival.group_id == bindparam("group"),
        Arrival.withdrawn_at.is_(None),
        Person.spelling_key == bindparam("key"),
    )
)


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """One row of a group; ``anyway`` says that a namesake really is another person.

    ``group_id`` is chosen by the screen, so that rows can be saved one by one.
    """

    group_id: UUID
    header: GroupHeader
    row: GroupRow
    arrived_at: datetime | None = None
    anyway: bool = False


@dataclass(frozen=True, slots=True)
class KeepGroup:
    """The grid as it stands on screen: the rows that are not saved yet."""

    draft_id: UUID
    group_id: UUID
    header: GroupHeader
    rows: tuple[GroupRow, ...]


@dataclass(frozen=True, slots=True)
class OpenGroup:
    """A half-typed group to go on with."""

    draft_id: UUID
    group_id: UUID
    header: GroupHeader
    rows: tuple[GroupRow, ...]
    saved_at: datetime
    saved_by: str


def _withdrawal(done: Registered) -> Inverse:
    return Inverse(withdraw_arrival, WithdrawArrival(done.arrival_id, done.version))


@act(
    Right.REGISTER_ARRIVAL,
    Topic.ARRIVALS,
    Topic.PEOPLE,
    Topic.TASKS,
    Topic.BEDS,
    undo=_withdrawal,
)
def register_row(session: Session, context: Context, command: RegisterRow) -> Registered:
    """Register one person of a group; the group's own row is written with the first.

    Raises:
        Refused: a cell cannot be read (``field`` names it), or the same woman seems to be
            in the group already; the other rows are not touched.
    """
    try:
        form, tie = form_of_row(command.header, command.row), tie_of(command.row)
    except RowProblem as problem:
        raise Refused(problem.reason, field=problem.cell) from None
    readable(form, context)
    came = session.connection().execute(_CAME, {"group": command.group_id}).scalar_one_or_none()
    if came is None:
        came = _open_group(session, context, command)
    elif not command.anyway and _namesake(session, command):
        raise Refused(Reason.TWICE_IN_GROUP, field="name")
    arrived = command.arrived_at or came
    if arrived != came:
        arrived = door_time(arrived, context.now)
    return enter(session, context, form, arrived, group=InGroup(command.group_id, tie))


@act(Right.KEEP_DRAFT, Topic.ARRIVALS)
def keep_group(session: Session, context: Context, command: KeepGroup) -> UUID:
    """Keep the unsaved rows; run by ``save_quietly``. A group without any is let go."""
    draft = session.get(Draft, command.draft_id)
    if all(row.is_blank for row in command.rows):
        if draft is not None:
            session.delete(draft)
        return command.draft_id
    if draft is None:
        draft = Draft(
            id=command.draft_id or new_id(),
            origin_id=context.origin_id,
            kind=GROUP_DRAFT,
            started_at=context.now,
            started_by=context.actor.account_id,
            focused="",
        )
        session.add(draft)
    draft.saved_at = context.now
    draft.saved_by = context.actor.account_id
    draft.entries = json.dumps(
        {
            "group": command.group_id.hex,
            "header": asdict(replace(command.header, came_by=Answer()))
            | {"came_by": [command.header.came_by.state, command.header.came_by.value]},
            "rows": [asdict(row) for row in command.rows],
        },
        ensure_ascii=False,
    )
    return draft.id


@query(Right.KEEP_DRAFT)
def group_waiting(session: Session, _context: Context, _question: None) -> OpenGroup | None:
    """Return the newest half-typed group, or None."""
    draft = session.execute(
        select(Draft).where(Draft.kind == GROUP_DRAFT).order_by(Draft.saved_at.desc()).limit(1)
    ).scalar_one_or_none()
    if draft is None:
        return None
    kept = json.loads(draft.entries)
    state, value = kept["header"].pop("came_by")
    came_by = Answer(AnswerState(state), CameBy(value) if value else None)
    return OpenGroup(
        draft.id,
        UUID(hex=kept["group"]),
        GroupHeader(came_by=came_by, **kept["header"]),
        tuple(GroupRow(**row) for row in kept["rows"]),
        draft.saved_at,
        session.get_one(Account, draft.saved_by).name,
    )


def _open_group(session: Session, context: Context, command: RegisterRow) -> datetime:
    """Write the group's own row and return when it stood at the door."""
    arrived_at = door_time(command.arrived_at, context.now)
    month = f"ROM-{context.today:%y%m}"
    insert_now(
        session,
        ArrivalGroup(
            id=command.group_id,
            origin_id=context.origin_id,
            version=1,
            number=f"{month}-{next_value(session, month):03d}",
            arrived_at=arrived_at,
            opened_at=context.now,
            opened_by=context.actor.account_id,
        ),
    )
    return arrived_at


def _namesake(session: Session, command: RegisterRow) -> bool:
    key = spelling_key(command.row.name)
    if not key:
        return False
    ages = (
        session.connection()
        .execute(_AGES_OF_NAMESAKES, {"group": command.group_id, "key": key})
        .scalars()
    )
    return any(age.strip() == command.row.age.strip().lstrip("~±").strip() for age in ages)
