# SPDX-License-Identifier: Apache-2.0
"""Half-typed registrations: kept quietly, opened and adopted with a trace."""

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.arrivals.draft import Draft
from app.models.base import new_id
from app.models.staff.account import Account
from app.policies.access import Right, Role
from app.policies.arrivals.moments import with_day
from app.policies.arrivals.registration import ArrivalForm
from app.policies.sight import InfoClass, Sight, sight
from app.services.acts import Context, Inverse, act, query
from app.services.arrivals.register.forms import entries_of, form_of
from app.services.topics import Topic

KIND = "arrival"


@dataclass(frozen=True, slots=True)
class SeenArrival:
    """The arrival a form completes, in the versions that were opened for it."""

    arrival_id: UUID
    version: int
    person_version: int


@dataclass(frozen=True, slots=True)
class KeepDraft:
    """The form as it stands on screen now; ``seen`` is None for a new arrival."""

    form: ArrivalForm
    focused: str
    draft_id: UUID | None = None
    seen: SeenArrival | None = None


@dataclass(frozen=True, slots=True)
class DraftLine:
    """A draft in the queue: when and by whom; what was typed stays inside."""

    draft_id: UUID
    started_at: datetime
    saved_at: datetime
    started_by: str
    saved_by: str


@dataclass(frozen=True, slots=True)
class OpenDraft:
    """A draft to go on with, at the field where typing stopped.

    ``seen`` names what its typing answers: saving over anything newer is refused.
    """

    draft_id: UUID
    form: ArrivalForm
    focused: str
    started_at: datetime
    saved_at: datetime
    seen: SeenArrival | None = None


@act(Right.KEEP_DRAFT, Topic.ARRIVALS)
def keep_draft(session: Session, context: Context, command: KeepDraft) -> UUID:
    """Keep what is on screen; run by ``save_quietly`` within two seconds of a key.

    What was seen is written once, when the draft begins: going on with a draft is no new
    look at the arrival.
    """
    draft = session.get(Draft, command.draft_id) if command.draft_id else None
    if draft is None:
        seen = command.seen
        draft = Draft(
            id=command.draft_id or new_id(),
            origin_id=context.origin_id,
            kind=KIND,
            arrival_id=seen.arrival_id if seen else None,
            arrival_version=seen.version if seen else None,
            person_version=seen.person_version if seen else None,
            started_at=context.now,
            started_by=context.actor.account_id,
        )
        session.add(draft)
    draft.saved_at = context.now
    draft.saved_by = context.actor.account_id
    draft.focused = command.focused
    draft.entries = entries_of(command.form)
    return draft.id


@act(Right.KEEP_DRAFT, Topic.ARRIVALS)
def open_draft(session: Session, context: Context, draft_id: UUID) -> OpenDraft | None:
    """Open a draft to go on with it; None when it was finished meanwhile."""
    draft = session.get(Draft, draft_id)
    context.record(draft_id)
    if draft is None:
        return None
    saver = session.get_one(Account, draft.saved_by)
    return _opened(context, draft) if _may_go_on(context.actor.role, draft, saver.role) else None


def _may_go_on(role: Role, draft: Draft, saver: Role) -> bool:
    """Say whether a post sees all that the last saver could read into a completion."""
    return draft.arrival_id is None or all(
        sight(role, info) is Sight.FULL or sight(saver, info) is not Sight.FULL
        for info in (InfoClass.IDENTITY, InfoClass.HEALTH, InfoClass.SAFETY)
    )


def _bring_back(dropped: OpenDraft | None) -> Inverse | None:
    if dropped is None:
        return None
    command = KeepDraft(dropped.form, dropped.focused, dropped.draft_id, dropped.seen)
    return Inverse(keep_draft, command)


@act(Right.KEEP_DRAFT, Topic.ARRIVALS, undo=_bring_back)
def discard_draft(session: Session, context: Context, draft_id: UUID) -> OpenDraft | None:
    """Drop a draft the officer decided not to need, and return what it held."""
    draft = session.get(Draft, draft_id)
    context.record(draft_id)
    if draft is None:
        return None
    dropped = _opened(context, draft)
    session.delete(draft)
    return dropped


def adopt_draft(session: Session, draft_id: UUID | None) -> None:
    """Let a draft go inside the running act, because what it held is saved now."""
    draft = session.get(Draft, draft_id) if draft_id else None
    if draft is not None:
        session.delete(draft)


def _opened(context: Context, draft: Draft) -> OpenDraft:
    """Return what a draft holds; an hour means the day on which it was typed, not today."""
    form = form_of(draft.entries)
    typed_at = context.zone.local(draft.saved_at)
    return OpenDraft(
        draft.id,
        replace(form, arrived_text=with_day(form.arrived_text, typed_at)),
        draft.focused,
        draft.started_at,
        draft.saved_at,
        _seen(draft),
    )


def _seen(draft: Draft) -> SeenArrival | None:
    """Return what a draft completes; a version it does not name counts as outdated."""
    if draft.arrival_id is None:
        return None
    return SeenArrival(draft.arrival_id, draft.arrival_version or 0, draft.person_version or 0)


@query(Right.KEEP_DRAFT)
def drafts_waiting(session: Session, context: Context, _question: None) -> tuple[DraftLine, ...]:
    """Return all unfinished registrations, newest first."""
    staff = {row.id: row for row in session.execute(select(Account)).scalars()}
    drafts = session.execute(select(Draft).where(Draft.kind == KIND)).scalars()
    lines = (
        DraftLine(d.id, d.started_at, d.saved_at, staff[d.started_by].name, staff[d.saved_by].name)
        for d in drafts
        if _may_go_on(context.actor.role, d, staff[d.saved_by].role)
    )
    return tuple(sorted(lines, key=lambda line: (line.saved_at, line.draft_id), reverse=True))
