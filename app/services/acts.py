# SPDX-License-Identifier: Apache-2.0
"""The path of one act (architecture §2): right, transaction, audit, commit.

An act is a function ``(session, context, command) -> value`` marked with ``@act``; a
query is ``(session, context, question) -> value`` marked with ``@query``. Acts can be
rerun safely: no files, printing or clock reads inside them.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Generic, TypeVar
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError

from app.clock import Clock, Zone
from app.db.audit import Entry, Head, append
from app.db.engine import Database
from app.errors import Denied, Refused
from app.models.installation import Installation
from app.models.staff.shelter import Shelter
from app.policies.access import Actor, Right, Role, may
from app.policies.dormitory.beds.secrecy import told
from app.policies.reasons import Reason
from app.services.topics import Topic

C = TypeVar("C")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class House:
    """An open shelter: its database, its clock, where it is and who writes here."""

    database: Database
    clock: Clock
    zone: Zone
    origin_id: UUID


@dataclass(slots=True)
class Context:
    """Who acts, when, and what the audit will say of it."""

    actor: Actor
    now: datetime
    zone: Zone
    origin_id: UUID
    subject_id: UUID | None = None
    notes: dict[str, str | int | bool | None] = field(default_factory=dict)

    @property
    def today(self) -> date:
        """Return the shelter's calendar day of the act."""
        return self.zone.today(self.now)

    def record(self, subject_id: UUID | None, **notes: str | int | bool | None) -> None:
        """Say in the audit what the act was about; never free text of a note."""
        self.subject_id = subject_id
        self.notes.update(notes)


@dataclass(frozen=True, slots=True)
class Inverse:
    """The act that takes another back, with what it needs."""

    act: "Act[Any, Any]"
    command: Any


@dataclass(frozen=True, slots=True)
class Act(Generic[C, R]):
    """One kind of user act."""

    name: str
    right: Right
    topics: frozenset[Topic]
    perform: Callable[[Session, Context, C], R]
    undo: Callable[[R], Inverse | None] | None = None


@dataclass(frozen=True, slots=True)
class Query(Generic[C, R]):
    """One kind of question; opening what is personal is audited by the query's own act."""

    name: str
    right: Right
    answer: Callable[[Session, Context, C], R]


@dataclass(frozen=True, slots=True)
class Done(Generic[R]):
    """What an act gave back, which topics it touched, how to take it back."""

    value: R
    topics: frozenset[Topic]
    act: str
    inverse: Inverse | None
    head: Head


def act(
    right: Right, *topics: Topic, undo: Callable[[Any], Inverse | None] | None = None
) -> Callable[[Callable[[Session, Context, C], R]], Act[C, R]]:
    """Mark a function as a user act: who may do it, what it may change, how to undo it."""

    def mark(function: Callable[[Session, Context, C], R]) -> Act[C, R]:
        return Act(function.__name__, right, frozenset(topics), function, undo)

    return mark


def query(
    right: Right,
) -> Callable[[Callable[[Session, Context, C], R]], Query[C, R]]:
    """Mark a function as a question and say who may ask it."""

    def mark(function: Callable[[Session, Context, C], R]) -> Query[C, R]:
        return Query(function.__name__, right, function)

    return mark


def execute(house: House, actor: Actor, what: Act[C, R], command: C) -> Done[R]:
    """Run one act in one transaction and leave a trace of it.

    Raises:
        Denied: the actor has no right; audited in a transaction of its own.
        Refused: the rules say no; rolled back, audited in a transaction of its own.
        Unavailable: the disk or the file stands in the way; nothing was kept.
    """
    context = Context(actor, house.clock(), house.zone, house.origin_id)
    try:
        if not may(actor, what.right):
            raise Denied(what.right)
        try:
            with house.database.unit_of_work(context.now) as session:
                value = what.perform(session, context, command)
                session.flush()
                head = _write_down(session, context, what.name, "done")
        except StaleDataError as error:
            raise Refused(Reason.STALE) from error
    except (Denied, Refused) as error:
        context.notes["reasons"] = _noted(error)
        with house.database.unit_of_work(context.now) as session:
            _write_down(session, context, what.name, type(error).__name__.lower())
        if isinstance(error, Refused):
            error.retold(told(actor.role, error.reasons))
        raise
    inverse = what.undo(value) if what.undo else None
    return Done(value, what.topics, what.name, inverse, head)


def _noted(error: Denied | Refused) -> str:
    """Return the reasons as whoever may read the audit may know them."""
    return ", ".join(told(Role.HEAD, error.reasons)) if isinstance(error, Refused) else str(error)


def ask(house: House, actor: Actor, what: Query[C, R], question: C) -> R:
    """Answer one question from one moment of the data.

    Raises:
        Denied: the actor has no right to ask; audited.
        Unavailable: the file stands in the way.
    """
    context = Context(actor, house.clock(), house.zone, house.origin_id)
    if not may(actor, what.right):
        with house.database.unit_of_work(context.now) as session:
            _write_down(session, context, what.name, "denied")
        raise Denied(what.right)
    with house.database.reading() as session:
        return what.answer(session, context, question)


def save_quietly(house: House, actor: Actor, what: Act[C, R], command: C) -> R:
    """Run an autosave: one transaction, no audit entry, no topic (architecture §2).

    Raises:
        Denied: the actor has no right.
        Unavailable: the disk stands in the way; the typing stays on screen.
    """
    if not may(actor, what.right):
        raise Denied(what.right)
    context = Context(actor, house.clock(), house.zone, house.origin_id)
    with house.database.unit_of_work(context.now) as session:
        return what.perform(session, context, command)


def _write_down(session: Session, context: Context, name: str, outcome: str) -> Head:
    return append(
        session,
        context.origin_id,
        Entry(
            at=context.now,
            actor_id=context.actor.account_id,
            act=name,
            outcome=outcome,
            subject_id=context.subject_id,
            payload=context.notes,
        ),
    )


def settings_of(session: Session) -> tuple[UUID, Zone]:
    """Return the installation's origin and the shelter's zone.

    Raises:
        NoResultFound: the file was never set up.
    """
    origin = session.execute(select(Installation.origin_id)).scalar_one()
    zone = session.execute(select(Shelter.zone)).scalar_one()
    return origin, zone
