# SPDX-License-Identifier: Apache-2.0
"""Handing the watch over: the sheet as the log stands, and its double confirmation."""

import json
from dataclasses import asdict, dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.clock import Zone
from app.db.audit import Head, head
from app.errors import Refused
from app.models.arrivals.arrival import Arrival
from app.models.arrivals.shift import Handover, Shift
from app.models.base import new_id
from app.models.people.person import Person
from app.models.staff.account import Account
from app.policies.access import Actor, Right, may
from app.policies.people.age import TreatedAs
from app.policies.people.names import TextProblem, clean_note
from app.policies.reasons import Reason
from app.reports.arrivals.handover import (
    ArrivalRow,
    HandoverSheet,
    Signature,
    TaskRow,
    WingCount,
)
from app.reports.style import Sheet
from app.reports.words import CAME_BY, ROLES, SHIFTS, TASKS, treatment
from app.services.acts import Context, act, query
from app.services.arrivals.desk import tasks_open
from app.services.arrivals.shifts import begin, open_shift
from app.services.dormitory.house import is_presumed, open_alarms, room_list, unplaced
from app.services.staff.setup import shelter_facts
from app.services.topics import Topic

UNPLACED = "belum"


@dataclass(frozen=True, slots=True)
class SheetWish:
    """How the sheet should be made: codes or names, with which note, in which mode."""

    names: bool
    note: str
    training: bool
    incoming: Actor | None = None


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
    return _sheet(session, context, shift, wish)


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
    signed = _sheet(
        session, context, shift, SheetWish(False, shift.note, training=False, incoming=incoming)
    )
    before = head(session, context.origin_id)
    handover = Handover(
        id=new_id(),
        origin_id=context.origin_id,
        shift_id=shift.id,
        outgoing_id=context.actor.account_id,
        incoming_id=incoming.account_id,
        confirmed_at=context.now,
        audit_seq=before.seq,
        audit_hash=before.entry_hash,
        sheet=json.dumps(asdict(signed), default=str, ensure_ascii=False),
    )
    session.add(handover)
    shift.ended_at = context.now
    session.flush()
    following = begin(session, context, incoming.account_id)
    context.record(handover.id, incoming=incoming.login)
    return HandedOver(handover.id, following, context.now)


def head_text(of: Head) -> str:
    """Return an audit head as papers print it."""
    return f"jejak {of.seq} · {of.entry_hash[:16]}"


def _sheet(session: Session, context: Context, shift: Shift, wish: SheetWish) -> HandoverSheet:
    facts = shelter_facts(session)
    zone = facts.zone
    outgoing = session.get_one(Account, shift.officer_id)
    return HandoverSheet(
        sheet=Sheet(
            letterhead=(*facts.letterhead,),
            code=f"PIKET-{zone.local(shift.started_at):%y%m%d}-{shift.seq}",
            training=wish.training,
            head=head_text(head(session, context.origin_id)),
        ),
        shift=SHIFTS[shift.kind],
        started=zone.local(shift.started_at),
        printed=zone.local(context.now),
        zone=zone.name,
        city=facts.city,
        wings=tuple(
            WingCount(wing.name, wing.beds, wing.occupied)
            for wing in room_list.answer(session, context, None)
            if wing.bedrooms
        ),
        arrivals=_arrivals(session, context, shift, wish, zone),
        unplaced=tuple(_who(person, arrival, wish) for person, arrival in unplaced(session)),
        attention=_attention(session, wish),
        alarms=tuple(
            f"kamar {alarm.room_name}: "
            + (f"pindahkan ke {alarm.cure_place}" if alarm.cure_place else "hubungi Ketua")
            for alarm in open_alarms.answer(session, context, None)
        ),
        tasks=_tasks(session, context, wish, zone),
        note=wish.note,
        outgoing=Signature(
            outgoing.name,
            ROLES[outgoing.role],
            _signed(context, zone) if wish.incoming else "",
        ),
        incoming=Signature(wish.incoming.name, ROLES[wish.incoming.role], _signed(context, zone))
        if wish.incoming
        else None,
    )


def _signed(context: Context, zone: Zone) -> str:
    return f"dikonfirmasi di aplikasi {zone.local(context.now):%d-%m-%Y %H.%M} {zone.name}"


def _who(person: Person, arrival: Arrival, wish: SheetWish) -> str:
    if wish.names and person.called_name:
        return f"{arrival.number} {person.called_name}"
    return arrival.number


def _present(session: Session) -> list[tuple[Person, Arrival]]:
    rows = session.execute(
        select(Person, Arrival)
        .join(Arrival, Arrival.person_id == Person.id)
        .where(Arrival.withdrawn_at.is_(None))
        .order_by(Arrival.seq)
    )
    return [(person, arrival) for person, arrival in rows]


def _arrivals(
    session: Session, context: Context, shift: Shift, wish: SheetWish, zone: Zone
) -> tuple[ArrivalRow, ...]:
    places = {
        bed.sleeper.person_id: f"{room.name}-{bed.label}"
        for wing in room_list.answer(session, context, None)
        for room in wing.rooms
        for bed in room.beds
        if bed.sleeper
    }
    return tuple(
        ArrivalRow(
            _who(person, arrival, wish),
            f"{zone.local(arrival.arrived_at):%H.%M}",
            treatment(person.treated_as, presumed=is_presumed(person)),
            CAME_BY[arrival.came_by] if arrival.came_by else "belum dicatat",
            places.get(person.id, UNPLACED),
        )
        for person, arrival in _present(session)
        if arrival.seq > shift.seq
    )


def _attention(session: Session, wish: SheetWish) -> tuple[str, ...]:
    """Return one line for each reason to look after somebody; health without its name."""
    lines = []
    for person, arrival in _present(session):
        who = _who(person, arrival, wish)
        if arrival.injured or arrival.pregnant or arrival.ill:
            lines.append(f"{who} perlu perhatian kesehatan")
        if arrival.threatened:
            lines.append(f"{who} keamanan: jangan pastikan keberadaannya kepada siapa pun")
        child = person.treated_as is TreatedAs.CHILD
        if child and not arrival.accompanied:
            lines.append(f"{who} anak tanpa wali yang diketahui")
    return tuple(lines)


def _tasks(session: Session, context: Context, wish: SheetWish, zone: Zone) -> tuple[TaskRow, ...]:
    return tuple(
        TaskRow(
            f"{task.number} {task.name}" if wish.names and task.name else task.number,
            TASKS[task.kind],
            ROLES[task.owner],
            f"{zone.local(task.due_at):%d-%m %H.%M}",
        )
        for task in tasks_open.answer(session, context, None)
    )
