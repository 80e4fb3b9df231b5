# SPDX-License-Identifier: Apache-2.0
"""Handing the watch over: the sheet as the log stands, and its double confirmation."""

import json
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session

from app.db.audit import head
from app.errors import Refused
from app.models.arrivals.shift import Handover, Shift
from app.models.base import new_id
from app.models.staff.account import Account
from app.policies.access import Actor, Right, may
from app.policies.arrivals.shifts import planned_end
from app.policies.people.names import TextProblem, clean_note
from app.policies.reasons import Reason
from app.reports.arrivals.content import HandoverSheet
from app.services.acts import Context, act, query
from app.services.arrivals.shift.handover_facts import SheetWish as SheetWish
from app.services.arrivals.shift.handover_facts import head_text as head_text
from app.services.arrivals.shift.handover_facts import sheet_of
from app.services.arrivals.shift.shifts import begin, open_shift
from app.services.topics import Topic


@dataclass(frozen=True, slots=True)
class ConfirmHandover:
    """Both sides have confirmed; ``incoming`` typed her own password."""

    incoming: Actor
    note: str


@dataclass(frozen=True, slots=True)
class HandedOver:
    """The closed watch and the new one."""

    handover_id: UUID
    shift_id: UUID
    confirmed_at: datetime


@query(Right.PRINT_HANDOVER)
def handover_sheet(session: Session, context: Context, wish: SheetWish) -> HandoverSheet:
    """Return the sheet as it would be printed now.

    Raises:
        Refused: no watch is open.
    """
    shift = open_shift(session)
    if shift is None:
        raise Refused(Reason.SHIFT_NOT_OPEN)
    return sheet_of(session, context, shift, wish)


@act(Right.PRINT_HANDOVER)
def named_sheet(session: Session, context: Context, wish: SheetWish) -> HandoverSheet:
    """Return the sheet that is about to be printed or saved, audited when it has names.

    Raises:
        Refused: no watch is open.
    """
    shift = open_shift(session)
    if shift is None:
        raise Refused(Reason.SHIFT_NOT_OPEN)
    context.record(shift.id, names=wish.names)
    return sheet_of(session, context, shift, wish)


@act(Right.RUN_SHIFT, Topic.SHIFT, Topic.ALARMS)
def write_note(session: Session, context: Context, note: str) -> None:
    """Keep the free text for the next watch.

    Raises:
        Refused: longer than 600 characters, or no watch is open.
    """
    shift = open_shift(session)
    if shift is None:
        raise Refused(Reason.SHIFT_NOT_OPEN)
    try:
        shift.note = clean_note(note)
    except TextProblem as problem:
        raise Refused(problem.reason, field="note") from problem
    context.record(shift.id)


@act(Right.RUN_SHIFT, Topic.SHIFT, Topic.ALARMS)
def hand_over(session: Session, context: Context, command: ConfirmHandover) -> HandedOver:
    """Close the watch, keep its sheet as it was signed, begin the next one.

    Raises:
        Refused: no watch is open, the same person on both sides, or the incoming
            account may not receive a shift.
    """
    shift = open_shift(session)
    if shift is None:
        raise Refused(Reason.SHIFT_NOT_OPEN)
    incoming = command.incoming
    if incoming.account_id == context.actor.account_id:
        raise Refused(Reason.SAME_OFFICER, field="incoming")
    account = session.get_one(Account, incoming.account_id)
    if account.closed_at is not None or not may(incoming, Right.RECEIVE_SHIFT):
        raise Refused(Reason.ACCOUNT_CLOSED, field="incoming")
    try:
        shift.note = clean_note(command.note)
    except TextProblem as problem:
        raise Refused(problem.reason, field="note") from problem
    done = _close(session, context, shift, context.actor.account_id, incoming)
    context.record(done.handover_id, incoming=incoming.login)
    return done


@act(Right.RECEIVE_SHIFT, Topic.SHIFT, Topic.ALARMS)
def take_over(session: Session, context: Context, _command: None) -> HandedOver:
    """Take over a watch that nobody handed over, once its hours are past.

    The sheet is kept as it stands; it says that the officer before did not sign.

    Raises:
        Refused: no watch is open, it is one's own, or its hours are not over yet.
    """
    shift = open_shift(session)
    if shift is None:
        raise Refused(Reason.SHIFT_NOT_OPEN)
    if shift.officer_id == context.actor.account_id:
        raise Refused(Reason.SAME_OFFICER)
    ends = planned_end(shift.kind, context.zone.local(shift.started_at))
    if context.zone.local(context.now) < ends:
        raise Refused(Reason.SHIFT_STILL_RUNS)
    shift.note = f"Diambil alih tanpa penyerahan oleh {context.actor.name}. {shift.note}".strip()
    done = _close(session, context, shift, shift.officer_id, context.actor)
    context.record(done.handover_id, unsigned_by=shift.officer_id.hex)
    return done


def _close(
    session: Session, context: Context, shift: Shift, outgoing_id: UUID, incoming: Actor
) -> HandedOver:
    """End a watch with its sheet as it stands and begin the next one."""
    wish = SheetWish(False, shift.note, training=False, incoming=incoming)
    signed = sheet_of(session, context, shift, wish)
    before = head(session, context.origin_id)
    handover = Handover(
        id=new_id(),
        origin_id=context.origin_id,
        shift_id=shift.id,
        outgoing_id=outgoing_id,
        incoming_id=incoming.account_id,
        confirmed_at=context.now,
        audit_seq=before.seq,
        audit_hash=before.entry_hash,
        sheet=json.dumps(
            asdict(replace(signed, sheet=signed.sheet.without_logo())),
            default=str,
            ensure_ascii=False,
        ),
    )
    session.add(handover)
    shift.ended_at = context.now
    session.flush()
    following = begin(session, context, incoming.account_id)
    return HandedOver(handover.id, following, context.now)
