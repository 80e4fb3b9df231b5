# SPDX-License-Identifier: Apache-2.0
"""A re-planning is carried out as one act: all who move get up before anybody lies down."""

from dataclasses import dataclass, replace
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.errors import Refused
from app.models.dormitory.stays import Stay, StayEnd
from app.models.people.person import Person
from app.planning.dormitory.beds.sequence import in_sequence
from app.planning.dormitory.replan.check import checked
from app.policies.access import Right
from app.policies.dormitory.beds.facts import Guest
from app.policies.dormitory.beds.secrecy import signable
from app.policies.reasons import PERMITTABLE, Reason
from app.services.acts import Context, Inverse, act
from app.services.dormitory.beds.bed_task import reopen_bed_task
from app.services.dormitory.beds.place import (
    PLACING_TOPICS,
    Placed,
    TakeBack,
    end_stay,
    lie_down,
    present,
)
from app.services.dormitory.beds.propose import NightFacts, night_facts
from app.services.dormitory.facts import read
from app.services.dormitory.night.alarms import settle_alarms
from app.services.dormitory.replan.revision import revision_of, signed_of
from app.services.topics import Topic

REPLAN_TOPICS = (*PLACING_TOPICS, Topic.HOLDS)
Beds = tuple[tuple[UUID, UUID], ...]


@dataclass(frozen=True, slots=True)
class ApplyReplan:
    """Pairs of person and new bed: of those who move, and of those who had none.

    They need not be the proposed ones; the whole is checked again. ``revision`` is that of
    the proposal they came from, ``why`` the typed reason of whoever signs.
    """

    moves: Beds
    placements: Beds
    revision: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Replanned:
    """Where everybody sleeps now, in the order in which they lay down."""

    placed: tuple[Placed, ...]


@dataclass(frozen=True, slots=True)
class TakeBackReplan:
    """The stays of a plan that was applied, each with the bed she came from."""

    stays: tuple[TakeBack, ...]


def undo_of(done: Replanned) -> Inverse:
    """Return the act that takes back what lay down together."""
    stays = tuple(TakeBack(p.stay_id, p.version, p.moved_from) for p in done.placed)
    return Inverse(take_back_replan, TakeBackReplan(stays))


@act(Right.REPLAN, *REPLAN_TOPICS, undo=undo_of)
def apply_replan(session: Session, context: Context, command: ApplyReplan) -> Replanned:
    """Move and place everybody or nobody; old stays end before new ones begin.

    Raises:
        Refused: with every reason the rules have against it now (also of somebody who stays
            and would be left without company or family), or because something else has
            changed since the proposal was made; nobody moves.
    """
    record_beds(context, (*command.moves, *command.placements))
    known = night_facts(session, context)
    stays = _stays(session, [person_id for person_id, _ in command.moves])
    wanted = _wanted(session, context, known, command, stays)
    waived = PERMITTABLE if command.why else frozenset[Reason]()
    signed = dict(signed_of(session, context))
    found = checked(wanted, known.rooms, context.today, known.kin, waived, signed)
    if found.reasons:
        offered = not command.why and signable(context.actor.role, found.reasons)
        raise Refused(*found.reasons, signable=offered)
    if command.revision != revision_of(session, context, known):
        raise Refused(Reason.STALE)
    beds = {guest.person_id: bed_id for guest, bed_id in wanted.items()}
    return Replanned(_change_beds(session, context, stays, found.order, beds, command.why))


@act(Right.REPLAN, *REPLAN_TOPICS)
def take_back_replan(session: Session, context: Context, command: TakeBackReplan) -> int:
    """Undo an applied plan as a whole; return how many people it was about.

    Raises:
        Refused: one of them was moved since, or a bed somebody would go back to is no longer
            legal for her; nothing is undone.
    """
    rows = [session.get_one(Stay, each.stay_id) for each in command.stays]
    back = {
        stay.person_id: each.back_to
        for stay, each in zip(rows, command.stays, strict=True)
        if each.back_to is not None
    }
    record_beds(context, tuple(back.items()), len(rows))
    for stay, each in zip(rows, command.stays, strict=True):
        if stay.version != each.version or stay.ends_at is not None:
            raise Refused(Reason.MOVED_ON)
    for stay in rows:
        end_stay(session, stay, context, StayEnd.UNDONE)
    session.flush()
    house = night_facts(session, context)
    wanted = {
        newcomer.guest: back[newcomer.person_id]
        for newcomer in house.newcomers
        if newcomer.person_id in back
    }
    if len(wanted) < len(back):
        raise Refused(Reason.PERSON_LEFT)
    sequenced = in_sequence(wanted, house.rooms, context.today, house.kin, PERMITTABLE)
    if sequenced.reasons:
        raise Refused(*sequenced.reasons)
    for person_id in sequenced.order:
        lie_down(session, context, person_id, back[person_id], undoing=True)
    for stay in rows:
        if stay.person_id not in back:
            reopen_bed_task(session, stay.person_id)
    settle_alarms(session, context)
    return len(rows)


def record_beds(context: Context, beds: Beds, people: int | None = None) -> None:
    """Say in the audit who lay down in which bed."""
    pairs = " ".join(f"{person_id.hex}:{bed_id.hex}" for person_id, bed_id in beds)
    context.record(None, people=len(beds) if people is None else people, beds=pairs)


def _stays(session: Session, people: list[UUID]) -> dict[UUID, Stay]:
    rows = session.execute(select(Stay).where(Stay.person_id.in_(people), read.ASLEEP))
    return {stay.person_id: stay for stay in rows.scalars()}


def _wanted(
    session: Session,
    context: Context,
    known: NightFacts,
    command: ApplyReplan,
    stays: dict[UUID, Stay],
) -> dict[Guest, UUID]:
    """Return the new bed of each, once everybody is found where the plan says she is.

    Raises:
        Refused: somebody has left, waits although she should move or the reverse, is named
            twice, or lies in that very bed.
    """
    named = [person_id for person_id, _ in (*command.moves, *command.placements)]
    for person_id in named:
        present(session, person_id)
    if len(set(named)) < len(named):
        raise Refused(Reason.PERSON_HAS_BED)
    wanted: dict[Guest, UUID] = {}
    for person_id, bed_id in command.moves:
        stay = stays.get(person_id)
        if stay is None:
            raise Refused(Reason.STALE)
        if stay.bed_id == bed_id:
            raise Refused(Reason.ALREADY_THERE)
        guest = read.guest(session, session.get_one(Person, person_id), context.today)
        wanted[replace(guest, has_bed=False)] = bed_id
    waiting = {newcomer.person_id: newcomer.guest for newcomer in known.newcomers}
    for person_id, bed_id in command.placements:
        if person_id not in waiting:
            raise Refused(Reason.PERSON_HAS_BED)
        wanted[waiting[person_id]] = bed_id
    if not wanted:
        raise Refused(Reason.NOTHING_CHANGED)
    return wanted


def _change_beds(
    session: Session,
    context: Context,
    stays: dict[UUID, Stay],
    order: tuple[UUID, ...],
    beds: dict[UUID, UUID],
    why: str,
) -> tuple[Placed, ...]:
    left = {person_id: stay.bed_id for person_id, stay in stays.items()}
    for stay in stays.values():
        end_stay(session, stay, context, StayEnd.MOVED)
    session.flush()
    placed = tuple(
        lie_down(session, context, person_id, beds[person_id], left.get(person_id), why)
        for person_id in order
    )
    settle_alarms(session, context)
    return placed
