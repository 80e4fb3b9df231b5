# SPDX-License-Identifier: Apache-2.0
"""Basic needs ticked with their time, and medicine offered (domain §3.8)."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.errors import Denied, Refused
from app.models.arrivals.arrival import Arrival
from app.models.arrivals.care import Medicine, Need
from app.models.base import new_id
from app.models.people.person import Person
from app.policies.access import Right
from app.policies.answers import Answer, given
from app.policies.arrivals.care import LONGEST_ITEM, MedicineOutcome, NeedKind
from app.policies.arrivals.night import LogKind
from app.policies.people.names import TextProblem, clean_note
from app.policies.reasons import Reason
from app.policies.sight import InfoClass, Sight, sight
from app.reports.words import MEDICINE_NOTED
from app.services.acts import Context, Inverse, act
from app.services.arrivals.shift.log import moment_of, put_down
from app.services.arrivals.shift.shifts import open_shift
from app.services.numbers import next_event
from app.services.people.alike import NOTHING_ELSE, Plate
from app.services.topics import Topic


@dataclass(frozen=True, slots=True)
class TickNeed:
    """A basic need was met, now or at ``met_at``."""

    arrival_id: UUID
    kind: NeedKind
    met_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Ticked:
    """The tick; ``fresh`` is false when somebody ticked it before."""

    need_id: UUID
    arrival_id: UUID
    kind: NeedKind
    met_at: datetime
    fresh: bool
    undoable: bool


@dataclass(frozen=True, slots=True)
class UntickNeed:
    """A tick was a slip; ``need_id`` makes sure that it is the same one."""

    arrival_id: UUID
    kind: NeedKind
    need_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class GiveMedicine:
    """One medicine offered; refusing is an answer, not a fault."""

    arrival_id: UUID
    name: str
    dose: str
    outcome: MedicineOutcome
    given_at: datetime | None = None


def _untick(done: Ticked) -> Inverse | None:
    if not done.undoable:
        return None
    return Inverse(untick_need, UntickNeed(done.arrival_id, done.kind, done.need_id))


def _tick_again(done: TickNeed) -> Inverse:
    return Inverse(tick_need, done)


@act(Right.RECORD_CARE, Topic.CARE, undo=_untick)
def tick_need(session: Session, context: Context, command: TickNeed) -> Ticked:
    """Tick a basic need with its time; an earlier tick stays as it is.

    Raises:
        Refused: she is no longer registered here, or the time cannot be.
    """
    arrival = arrival_here(session, command.arrival_id)
    context.record(arrival.id)
    moment = moment_of(command.met_at, context.now, "met_at")
    need = _need(session, arrival.id, command.kind)
    fresh = need is None
    if need is None:
        need = Need(
            id=new_id(),
            origin_id=context.origin_id,
            arrival_id=arrival.id,
            kind=command.kind,
            met_at=moment,
            met_by=context.actor.account_id,
        )
        session.add(need)
        session.flush()
    return Ticked(need.id, arrival.id, need.kind, need.met_at, fresh, fresh and sees_care(context))


@act(Right.RECORD_CARE, Topic.CARE, undo=_tick_again)
def untick_need(session: Session, context: Context, command: UntickNeed) -> TickNeed:
    """Take a tick away; undoing that puts it back with its time.

    Raises:
        Denied: her post sees only that something is recorded.
        Refused: it is not ticked, or by somebody else meanwhile.
    """
    arrival = arrival_here(session, command.arrival_id)
    context.record(arrival.id)
    must_see(context)
    need = _need(session, arrival.id, command.kind)
    if need is None or (command.need_id is not None and need.id != command.need_id):
        raise Refused(Reason.MOVED_ON)
    before = TickNeed(arrival.id, need.kind, need.met_at)
    session.delete(need)
    return before


@act(Right.RECORD_CARE, Topic.CARE, Topic.LOG)
def give_medicine(session: Session, context: Context, command: GiveMedicine) -> UUID:
    """Write down one medicine offered, and one neutral line in the duty log.

    The log names her number only: who may read the log may not always know the medicine.

    Raises:
        Refused: no ``name``, no ``dose`` of what was given, one too long, a time
            (``given_at``) that cannot be, or she is no longer registered here.
    """
    arrival = arrival_here(session, command.arrival_id)
    name = one_line(command.name, "name")
    dose = one_line(command.dose, "dose", needed=command.outcome is MedicineOutcome.GIVEN)
    moment = moment_of(command.given_at, context.now, "given_at")
    shift = open_shift(session)
    medicine = Medicine(
        id=new_id(),
        origin_id=context.origin_id,
        person_id=arrival.person_id,
        shift_id=shift.id if shift else None,
        name=name,
        dose=dose,
        outcome=command.outcome,
        given_at=moment,
        given_by=context.actor.account_id,
        seq=next_event(session),
    )
    session.add(medicine)
    words = f"{arrival.number} · {MEDICINE_NOTED}"
    put_down(session, context, LogKind.MEDICINE, words, arrival.person_id)
    session.flush()
    context.record(arrival.id)
    return medicine.id


def answers_of(person: Person, also: Plate = NOTHING_ELSE) -> tuple[Answer[str], Answer[str]]:
    """Return allergy and diet in their five states; ``also`` is what other entries add to them."""
    return (
        _with(Answer(person.allergy_state, person.allergy), also.allergy),
        _with(Answer(person.diet_state, person.diet), also.diet),
    )


def _with(own: Answer[str], other: str) -> Answer[str]:
    words = "; ".join(dict.fromkeys(text for text in (own.value, other) if text))
    return given(words) if words else own


def arrival_here(session: Session, arrival_id: UUID) -> Arrival:
    """Return an arrival that was not withdrawn.

    Raises:
        Refused: she is no longer registered here.
    """
    arrival = session.get(Arrival, arrival_id)
    if arrival is None or arrival.withdrawn_at is not None:
        raise Refused(Reason.PERSON_LEFT)
    return arrival


def sees_care(context: Context) -> bool:
    """Say whether the acting post sees what is recorded, not only that it is."""
    return sight(context.actor.role, InfoClass.CARE_NEEDS) is Sight.FULL


def must_see(context: Context) -> None:
    """Raise ``Denied`` for a post that only sees that something is recorded."""
    if not sees_care(context):
        raise Denied(Right.RECORD_CARE)


def one_line(typed: str, field: str, *, needed: bool = True) -> str:
    """Return a short text on one line.

    Raises:
        Refused: empty although needed, or longer than ``LONGEST_ITEM`` characters.
    """
    try:
        text = " ".join(clean_note(typed, LONGEST_ITEM).split())
    except TextProblem as problem:
        raise Refused(problem.reason, field=field) from problem
    if needed and not text:
        raise Refused(Reason.NOTHING_TO_WRITE, field=field)
    return text


def _need(session: Session, arrival_id: UUID, kind: NeedKind) -> Need | None:
    return session.execute(
        select(Need).where(Need.arrival_id == arrival_id, Need.kind == kind)
    ).scalar_one_or_none()
