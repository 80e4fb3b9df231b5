# SPDX-License-Identifier: Apache-2.0
"""Beds kept for those who are on their way ("12 coming from Polres at 23:00").

A reservation ends by itself at its hour, when somebody lies down in the bed, or when it is
released. It never opens a room that the rules close.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.errors import Refused
from app.models.base import new_id
from app.models.dormitory.holds import Hold
from app.models.dormitory.rooms import Bed
from app.models.people.person import Person
from app.planning.dormitory.beds.sequence import in_sequence
from app.policies.access import Right
from app.policies.dormitory.beds import facts
from app.policies.dormitory.beds.facts import RoomPurpose
from app.policies.dormitory.beds.holds import LONGEST_HOLD, HoldEnd, clean_label
from app.policies.dormitory.beds.rooming import why_not
from app.policies.people.names import TextProblem
from app.policies.reasons import PERMITTABLE, Reason
from app.services.acts import Context, Inverse, act
from app.services.dormitory.beds.place import present
from app.services.dormitory.facts import read
from app.services.dormitory.facts.known import known
from app.services.topics import Topic


@dataclass(frozen=True, slots=True)
class ReserveBeds:
    """Keep beds for a group, or for one person who is here, until an instant (UTC)."""

    bed_ids: tuple[UUID, ...]
    label: str
    expires_at: datetime
    person_id: UUID | None = None
    along: tuple[tuple[UUID, UUID], ...] = ()
    """Pairs of somebody of hers and the bed that is kept for her too."""


@dataclass(frozen=True, slots=True)
class ReservedBeds:
    """The beds that are kept now, as one batch."""

    batch_id: UUID
    hold_ids: tuple[UUID, ...]


@dataclass(frozen=True, slots=True)
class ReleaseBeds:
    """Give beds free again; those that were taken meanwhile stay as they are."""

    hold_ids: tuple[UUID, ...]


@dataclass(frozen=True, slots=True)
class ReleasedBeds:
    """The beds that are free again, and what would keep them once more."""

    hold_ids: tuple[UUID, ...]
    again: ReserveBeds


def _release(done: ReservedBeds) -> Inverse:
    return Inverse(release_beds, ReleaseBeds(done.hold_ids))


def _again(done: ReleasedBeds) -> Inverse:
    return Inverse(reserve_beds, done.again)


@act(Right.RESERVE_BED, Topic.HOLDS, Topic.BEDS, undo=_release)
def reserve_beds(session: Session, context: Context, command: ReserveBeds) -> ReservedBeds:
    """Keep free beds; what is still kept for the same person is kept anew.

    Raises:
        Refused: the label or the time cannot be kept (``label``, ``expires_at``), a bed is
            not free, or the rules would not give it to the person without a signature.
    """
    context.record(command.person_id, beds=len(command.bed_ids))
    try:
        label = clean_label(command.label)
    except TextProblem as problem:
        raise Refused(problem.reason, field="label") from problem
    if not context.now < command.expires_at <= context.now + LONGEST_HOLD:
        raise Refused(Reason.HOLD_LIMIT, field="expires_at")
    own = _beds(session, command.bed_ids)
    kept_for: dict[UUID, UUID | None] = dict.fromkeys(own, command.person_id)
    kept_for |= {bed_id: person_id for person_id, bed_id in command.along}
    beds = _beds(session, tuple(kept_for))
    for bed_id, person_id in kept_for.items():
        _let_go(session, context, bed_id, person_id)
    session.flush()
    refuse_unfree(session, context, beds)
    if command.person_id is not None:
        _refuse_illegal(session, context, present(session, command.person_id), own)
        _refuse_apart(session, context, ((command.person_id, own[0]), *command.along))
    batch_id = new_id()
    holds = [
        Hold(
            id=new_id(),
            origin_id=context.origin_id,
            bed_id=bed_id,
            batch_id=batch_id,
            label=label,
            person_id=kept_for[bed_id],
            starts_at=context.now,
            expires_at=command.expires_at,
            held_by=context.actor.account_id,
        )
        for bed_id in beds
    ]
    session.add_all(holds)
    session.flush()
    return ReservedBeds(batch_id, tuple(hold.id for hold in holds))


@act(Right.RESERVE_BED, Topic.HOLDS, Topic.BEDS, undo=_again)
def release_beds(session: Session, context: Context, command: ReleaseBeds) -> ReleasedBeds:
    """Release reservations that nobody has used.

    Raises:
        Refused: none of them is live any more.
    """
    context.record(None, beds=len(command.hold_ids))
    live = list(
        session.execute(
            select(Hold)
            .where(
                Hold.id.in_(command.hold_ids),
                Hold.ended_at.is_(None),
                Hold.expires_at > context.now,
            )
            .order_by(Hold.id)
        ).scalars()
    )
    if not live:
        raise Refused(Reason.MOVED_ON)
    for hold in live:
        end_hold(context, hold, HoldEnd.RELEASED)
    first = live[0]
    along = tuple(
        (hold.person_id, hold.bed_id)
        for hold in live
        if hold.person_id is not None and hold.person_id != first.person_id
    )
    own = tuple(hold.bed_id for hold in live if hold.person_id == first.person_id)
    again = ReserveBeds(own, first.label, first.expires_at, first.person_id, along)
    return ReleasedBeds(tuple(hold.id for hold in live), again)


def end_hold(context: Context, hold: Hold, how: HoldEnd) -> None:
    """End a reservation inside the running act; never before it began."""
    hold.ended_at = max(context.now, hold.starts_at)
    hold.end_reason = how


def refuse_unfree(session: Session, context: Context, bed_ids: tuple[UUID, ...]) -> None:
    """Refuse beds that could not be given to anybody, and more of a room than its floor holds.

    Raises:
        Refused: with every reason against any of the beds.
    """
    rooms = read.rooms(session, context.today, context.now, known(session))
    found: list[Reason] = []
    for room in rooms:
        wanted = [bed for bed in room.beds if bed.bed_id in bed_ids]
        for bed in wanted:
            found += _not_free(bed, room)
        kept = sum(bed.reserved is not None for bed in room.beds)
        full = room.most is not None and len(room.taken) + kept + len(wanted) > room.most
        if wanted and full:
            found.append(Reason.ROOM_TOO_SMALL)
    if found:
        raise Refused(*dict.fromkeys(found))


def _not_free(bed: facts.Bed, room: facts.Room) -> list[Reason]:
    told = {
        Reason.ROOM_NOT_A_BEDROOM: room.purpose is not RoomPurpose.BEDROOM,
        Reason.ROOM_BLOCKED: room.blocked,
        Reason.BED_TAKEN: bed.bed_id in room.taken,
        Reason.BED_OUT_OF_USE: bed.out_of_use,
        Reason.BED_BLOCKED: bed.blocked,
        Reason.BED_RESERVED: bed.reserved is not None,
    }
    return [reason for reason, holds in told.items() if holds]


def _refuse_illegal(
    session: Session, context: Context, person: Person, bed_ids: tuple[UUID, ...]
) -> None:
    """Refuse a bed that the rules would not give to a person without a signature."""
    about = known(session)
    guest = replace(read.guest(session, person, context.today, about), has_bed=False)
    kin = read.kin(session, context.now)
    found: list[Reason] = []
    for room in read.rooms(session, context.today, context.now, about):
        for bed in room.beds:
            if bed.bed_id in bed_ids:
                found += why_not(guest, bed, room, context.today, kin).reasons
    if found:
        raise Refused(*dict.fromkeys(found))


def _refuse_apart(session: Session, context: Context, beds: tuple[tuple[UUID, UUID], ...]) -> None:
    """Refuse beds in which some people could not lie down one after another."""
    about = known(session)
    wanted = {
        replace(
            read.guest(session, present(session, person_id), context.today, about), has_bed=False
        ): bed_id
        for person_id, bed_id in beds
    }
    rooms = read.rooms(session, context.today, context.now, about)
    kin = read.kin(session, context.now)
    found = in_sequence(wanted, rooms, context.today, kin, PERMITTABLE).reasons
    if len(beds) > 1 and found:
        raise Refused(*found)


def _beds(session: Session, wanted: tuple[UUID, ...]) -> tuple[UUID, ...]:
    beds = tuple(dict.fromkeys(wanted))
    known_beds = set(session.execute(select(Bed.id).where(Bed.id.in_(beds))).scalars())
    if not beds or known_beds != set(beds):
        raise Refused(Reason.BED_UNKNOWN)
    return beds


def _let_go(session: Session, context: Context, bed_id: UUID, person_id: UUID | None) -> None:
    """End what has run out on a bed, and what was kept for the same person."""
    hold = session.execute(
        select(Hold).where(Hold.bed_id == bed_id, Hold.ended_at.is_(None))
    ).scalar_one_or_none()
    if hold is None:
        return
    if hold.expires_at <= context.now:
        end_hold(context, hold, HoldEnd.EXPIRED)
    elif person_id is not None and hold.person_id == person_id:
        end_hold(context, hold, HoldEnd.RELEASED)
