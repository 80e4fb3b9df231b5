# SPDX-License-Identifier: Apache-2.0
"""Leaving for good, and a bed that is kept no longer.

Where she went and who received her is of class I7: it stands in the departure and nowhere
else, never in the audit (domain §6.7).
"""

from dataclasses import dataclass, replace
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.errors import Refused
from app.models.arrivals.arrival import PRESENT, Arrival
from app.models.base import new_id
from app.models.dormitory.stays import StayEnd
from app.models.people.departures import Departure
from app.models.people.kin import Kinship
from app.models.people.person import Person
from app.policies.access import Right
from app.policies.dormitory.beds.holds import clean_why
from app.policies.people.age import TreatedAs
from app.policies.people.born import is_adult
from app.policies.people.departures import RECEIVED, Outcome
from app.policies.people.kinship import KinKind
from app.policies.people.names import LONGEST_NAME, TextProblem, clean_note
from app.policies.reasons import Reason
from app.services.acts import Context, Inverse, act
from app.services.dormitory.away.absences import open_absence
from app.services.dormitory.away.loose_ends import LooseEnds, tie_up, untie
from app.services.dormitory.away.send_out import kept_until
from app.services.dormitory.away.whereabouts import here
from app.services.dormitory.beds.bed_task import reopen_bed_task
from app.services.dormitory.beds.place import end_stay, lie_down, stay_now
from app.services.dormitory.night.alarms import settle_alarms
from app.services.topics import Topic

_LEAVING = (
    Topic.BEDS,
    Topic.ARRIVALS,
    Topic.PEOPLE,
    Topic.TASKS,
    Topic.ALARMS,
    Topic.WHEREABOUTS,
    Topic.HOLDS,
    Topic.PLANS,
)


@dataclass(frozen=True, slots=True)
class Vacate:
    """She leaves for good: how, where to, and who receives her."""

    person_id: UUID
    outcome: Outcome
    destination: str
    receiver: str
    note: str = ""
    along: tuple[UUID, ...] = ()
    """Her children who leave with her."""


@dataclass(frozen=True, slots=True)
class Vacated:
    """Everything her leaving ended, so that it can be taken back as a whole.

    ``children`` of hers are still here without her; ``along`` left with her.
    """

    departure_id: UUID
    version: int
    person_id: UUID
    bed_id: UUID | None
    ended: LooseEnds
    children: int
    along: tuple["Vacated", ...] = ()


@dataclass(frozen=True, slots=True)
class ReleasedBed:
    """The bed that was kept for her until now."""

    person_id: UUID
    bed_id: UUID


def _come_back(done: Vacated) -> Inverse:
    return Inverse(take_back_departure, done)


def _keep_again(done: ReleasedBed) -> Inverse:
    return Inverse(keep_bed_again, done)


@act(Right.VACATE_BED, *_LEAVING, undo=_come_back)
def vacate_bed(session: Session, context: Context, command: Vacate) -> Vacated:
    """Let somebody leave for good; her bed is free, nothing waits for her any more.

    Raises:
        Refused: she is no longer registered here, nobody is named who receives her although
            somebody must (``destination``, ``receiver``), a child leaves at her own wish
            without a word why (``note``), or a text is too long.
    """
    along = tuple(_leave(session, context, command, child) for child in command.along)
    left = _leave(session, context, command, command.person_id)
    context.record(command.person_id, along=len(along))
    return replace(left, along=along)


def _leave(session: Session, context: Context, command: Vacate, person_id: UUID) -> Vacated:
    """Let one of those who leave together go."""
    arrival = here(session, person_id)
    person = session.get_one(Person, person_id)
    destination, receiver, note = _words(context, person, command)
    stay = stay_now(session, person.id)
    if stay is not None:
        end_stay(session, stay, context, StayEnd.LEFT)
        session.flush()
    ended = tie_up(session, context, arrival)
    arrival.departed_at = context.now
    departure = Departure(
        id=new_id(),
        origin_id=context.origin_id,
        arrival_id=arrival.id,
        person_id=person.id,
        left_at=context.now,
        outcome=command.outcome,
        destination=destination,
        receiver=receiver,
        note=note,
        noted_by=context.actor.account_id,
    )
    session.add(departure)
    session.flush()
    settle_alarms(session, context)
    return Vacated(
        departure.id,
        departure.version,
        person.id,
        stay.bed_id if stay else None,
        ended,
        _children(session, person.id),
    )


@act(Right.VACATE_BED, *_LEAVING)
def take_back_departure(session: Session, context: Context, command: Vacated) -> UUID:
    """Undo a leaving: she is here again, in her bed if it is free and legal for her.

    Otherwise she waits for a bed again.

    Raises:
        Refused: it was undone already, or she has come anew meanwhile.
    """
    for left in (command, *command.along):
        _come_again(session, context, left)
    settle_alarms(session, context)
    context.record(command.person_id)
    return command.person_id


def _come_again(session: Session, context: Context, command: Vacated) -> None:
    departure = session.get_one(Departure, command.departure_id)
    context.record(departure.person_id)
    arrival = session.get_one(Arrival, departure.arrival_id)
    anew = session.execute(
        select(Arrival.id).where(Arrival.person_id == departure.person_id, PRESENT)
    ).first()
    if departure.version != command.version or departure.undone_at or anew:
        raise Refused(Reason.MOVED_ON)
    departure.undone_at = context.now
    arrival.departed_at = None
    session.flush()
    untie(session, context, command.ended)
    reopen_bed_task(session, departure.person_id)
    if command.bed_id is not None:
        try:
            lie_down(session, context, departure.person_id, command.bed_id, undoing=True)
        except Refused:
            context.record(departure.person_id, bed_back=False)


@act(Right.VACATE_BED, *_LEAVING, undo=_keep_again)
def release_bed(session: Session, context: Context, person_id: UUID) -> ReleasedBed:
    """Give away the bed of somebody who left without a plan more than 24 hours ago.

    She stays on the list of who is out, and waits for a bed when she is back.

    Raises:
        Refused: she is not out or has no bed, or her bed is still kept.
    """
    context.record(person_id)
    here(session, person_id)
    absence = open_absence(session, person_id)
    stay = stay_now(session, person_id)
    if absence is None or stay is None:
        raise Refused(Reason.NOT_AWAY)
    until = kept_until(absence)
    if until is None or until > context.now:
        raise Refused(Reason.BED_KEPT)
    context.record(person_id, bed=stay.bed_id.hex)
    end_stay(session, stay, context, StayEnd.RELEASED)
    session.flush()
    reopen_bed_task(session, person_id)
    settle_alarms(session, context)
    return ReleasedBed(person_id, stay.bed_id)


@act(Right.VACATE_BED, *_LEAVING)
def keep_bed_again(session: Session, context: Context, command: ReleasedBed) -> UUID:
    """Undo the giving away of a bed.

    Raises:
        Refused: with every reason the rules have against it now.
    """
    context.record(command.person_id, bed=command.bed_id.hex)
    lie_down(session, context, command.person_id, command.bed_id, undoing=True)
    return command.person_id


def _words(context: Context, person: Person, command: Vacate) -> tuple[str, str, str]:
    """Return destination, receiver and note as they are kept."""
    destination = _line(command.destination, "destination")
    receiver = _line(command.receiver, "receiver")
    if command.outcome in RECEIVED and not destination:
        raise Refused(Reason.RECEIVER_MISSING, field="destination")
    if command.outcome in RECEIVED and not receiver:
        raise Refused(Reason.RECEIVER_MISSING, field="receiver")
    child = person.treated_as is TreatedAs.CHILD and not is_adult(person.adult_from, context.today)
    wanted = clean_why if child and command.outcome is Outcome.OWN_WISH else clean_note
    try:
        return destination, receiver, wanted(command.note)
    except TextProblem as problem:
        raise Refused(problem.reason, field="note") from problem


def _line(typed: str, field: str) -> str:
    try:
        return " ".join(clean_note(typed, LONGEST_NAME).split())
    except TextProblem as problem:
        raise Refused(problem.reason, field=field) from problem


def _children(session: Session, person_id: UUID) -> int:
    """Return how many whose mother or guardian she is are still here."""
    found = session.execute(
        select(Kinship.younger_id)
        .join(Arrival, Arrival.person_id == Kinship.younger_id)
        .where(
            Kinship.elder_id == person_id,
            Kinship.kind.in_((KinKind.MOTHER, KinKind.GUARDIAN)),
            Kinship.ended_at.is_(None),
            PRESENT,
        )
    ).scalars()
    return len(set(found))
