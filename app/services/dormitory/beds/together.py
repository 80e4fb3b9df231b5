# SPDX-License-Identifier: Apache-2.0
"""A mother and her child are one move: who would go along, in which beds, as one act."""

from dataclasses import dataclass, replace
from uuid import UUID

from sqlalchemy.orm import Session

from app.errors import Refused
from app.models.dormitory.stays import StayEnd
from app.models.people.person import Person
from app.planning.dormitory.beds.sequence import in_sequence
from app.policies.access import Right
from app.policies.dormitory.beds import facts
from app.policies.dormitory.beds.facts import Guest
from app.policies.dormitory.beds.secrecy import signable
from app.policies.dormitory.night.cures import without
from app.policies.reasons import PERMITTABLE, Reason
from app.services.acts import Context, act, query
from app.services.dormitory.beds.place import PLACING_TOPICS, end_stay, lie_down, present, stay_now
from app.services.dormitory.facts import read
from app.services.dormitory.night.alarms import settle_alarms
from app.services.dormitory.replan.apply import Beds, Replanned, record_beds, undo_of
from app.services.people.companions import Relative, household
from app.services.topics import Topic


@dataclass(frozen=True, slots=True)
class AlongLine:
    """Somebody who would go along, and the bed that is legal for her then, such as ``102-B``.

    ``bed_id`` is None where the room has none.
    """

    who: Relative
    bed_id: UUID | None
    bed: str


@dataclass(frozen=True, slots=True)
class MoveTogether:
    """Pairs of person and bed; ``why`` is the typed reason of whoever signs."""

    beds: Beds
    why: str = ""


@query(Right.READ_ROOMS)
def along_with(session: Session, context: Context, beds: Beds) -> tuple[AlongLine, ...]:
    """Return who would go along when some people lie down in new beds; whom no kin joins, nobody.

    Without a bed for any of ``beds`` (pairs of person and bed) only who goes along is told.
    """
    family = household(session, context.today)
    going = dict(beds)
    wanted: dict[UUID, UUID] = {}
    lines: list[AlongLine] = []
    for person_id, bed_id in beds:
        for key in family.along(person_id):
            if key in going or key in wanted or any(line.who.person_id == key for line in lines):
                continue
            found = _bed_beside(session, context, going | wanted, key, bed_id)
            if found is not None:
                wanted[key] = found[0]
            lines.append(AlongLine(family.told(key, context.today), *(found or (None, ""))))
    return tuple(lines)


@act(Right.PLACE_CLIENT, *PLACING_TOPICS, Topic.HOLDS, undo=undo_of)
def move_together(session: Session, context: Context, command: MoveTogether) -> Replanned:
    """Move or place some people in one act: all get up before anybody lies down again.

    Raises:
        Refused: with every reason the rules have against any of them; nobody moves.
    """
    record_beds(context, command.beds)
    people = [person_id for person_id, _ in command.beds]
    left: dict[UUID, UUID] = {}
    for person_id, bed_id in command.beds:
        present(session, person_id)
        stay = stay_now(session, person_id)
        if stay is not None:
            if stay.bed_id == bed_id:
                raise Refused(Reason.ALREADY_THERE)
            left[person_id] = stay.bed_id
            end_stay(session, stay, context, StayEnd.MOVED)
    session.flush()
    waived = PERMITTABLE if command.why else frozenset[Reason]()
    wanted = {
        read.guest(session, session.get_one(Person, key), context.today): bed_id
        for key, bed_id in command.beds
    }
    sequenced = in_sequence(
        wanted,
        read.rooms(session, context.today, context.now),
        context.today,
        read.kin(session, context.now),
        waived,
    )
    if sequenced.reasons or len(set(people)) < len(people):
        offered = not command.why and signable(context.actor.role, sequenced.reasons)
        raise Refused(*(sequenced.reasons or (Reason.PERSON_HAS_BED,)), signable=offered)
    beds = dict(command.beds)
    placed = tuple(
        lie_down(session, context, key, beds[key], left.get(key), command.why)
        for key in sequenced.order
    )
    settle_alarms(session, context)
    return Replanned(placed)


def _bed_beside(
    session: Session, context: Context, going: dict[UUID, UUID], person_id: UUID, bed_id: UUID
) -> tuple[UUID, str] | None:
    """Return a bed in the room of ``bed_id`` that is legal when everybody who goes is there."""
    rooms = _after(read.rooms(session, context.today, context.now), {*going, person_id})
    kin = read.kin(session, context.now)
    guests = {key: _guest(session, context, key) for key in (*going, person_id)}
    room = next(each for each in rooms if any(bed.bed_id == bed_id for bed in each.beds))
    for bed in room.free_beds:
        if bed.bed_id in going.values():
            continue
        wanted = {guests[key]: each for key, each in (*going.items(), (person_id, bed.bed_id))}
        if not in_sequence(wanted, rooms, context.today, kin, PERMITTABLE).reasons:
            return bed.bed_id, f"{room.name}-{bed.label}"
    return None


def _guest(session: Session, context: Context, person_id: UUID) -> Guest:
    guest = read.guest(session, session.get_one(Person, person_id), context.today)
    return replace(guest, has_bed=False)


def _after(rooms: tuple[facts.Room, ...], leaving: set[UUID]) -> list[facts.Room]:
    """Return the rooms as they are when some people have got up."""
    left = []
    for room in rooms:
        for person_id in {each.person_id for each in room.occupants} & leaving:
            room = without(room, person_id)
        left.append(room)
    return left
