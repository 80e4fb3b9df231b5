# SPDX-License-Identifier: Apache-2.0
"""What every room says to one person, asked once when she is selected (ux §7)."""

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from app.policies.access import Right
from app.policies.dormitory.beds.board import verdicts
from app.policies.dormitory.beds.facts import Room
from app.policies.dormitory.beds.holds import may_sign
from app.policies.dormitory.beds.suggest import NoBedOption, Suggestion, options_when_full, suggest
from app.policies.people.age import AgeBasis, AgeReason, TreatedAs
from app.policies.people.born import Born
from app.policies.reasons import Reason, Verdict
from app.services.acts import Context, query
from app.services.dormitory.beds.place import present
from app.services.dormitory.facts import read
from app.services.dormitory.facts.known import known
from app.services.dormitory.facts.room_list import is_presumed


@dataclass(frozen=True, slots=True)
class RoomAnswer:
    """One room's verdict as this post may read it; ``beds`` are those she could have."""

    room_id: UUID
    verdict: Verdict
    reasons: tuple[Reason, ...]
    beds: tuple[UUID, ...]
    own: bool


@dataclass(frozen=True, slots=True)
class Verdicts:
    """Every bedroom for one person, her best beds, and whether the reader may sign now.

    ``born`` is between which days, by what was said of her age last on ``age_said_on``; all of it
    as of ``today``.
    """

    person_id: UUID
    treated_as: TreatedAs
    treated_reason: AgeReason
    presumed: bool
    rooms: tuple[RoomAnswer, ...]
    suggestions: tuple[Suggestion, ...]
    when_full: tuple[NoBedOption, ...]
    may_sign: bool
    born: Born
    age_basis: AgeBasis | None
    age_said_on: date
    today: date


@query(Right.PLACE_CLIENT)
def verdicts_for(session: Session, context: Context, person_id: UUID) -> Verdicts:
    """Return what each room says to a person, as if she had no bed yet.

    Raises:
        Refused: she has left.
    """
    person = present(session, person_id)
    about = known(session)
    guest = replace(read.guest(session, person, context.today, about), has_bed=False)
    house = read.rooms(session, context.today, context.now, about)
    kin = read.kin(session, context.now)
    without = [_without(room, person_id) for room in house]
    own = next((room.room_id for room in house if _sleeps(room, person_id)), None)
    choices = suggest(
        guest, [room for room in without if room.room_id != own], context.today, kin=kin
    )
    return Verdicts(
        person_id,
        person.treated_as,
        person.treated_reason,
        is_presumed(person),
        tuple(
            RoomAnswer(
                each.room_id, each.verdict, each.decision.reasons, each.beds, each.room_id == own
            )
            for each in verdicts(context.actor.role, guest, without, context.today, kin)
        ),
        choices,
        () if choices or own else options_when_full(guest, without, context.today),
        may_sign(context.actor.role, context.zone.local(context.now)),
        Born(person.born_earliest, person.born_latest, person.born_nominal),
        person.age_basis,
        person.age_said_on,
        context.today,
    )


def _sleeps(room: Room, person_id: UUID) -> bool:
    return any(o.person_id == person_id for o in room.occupants)


def _without(room: Room, person_id: UUID) -> Room:
    if not _sleeps(room, person_id):
        return room
    others = tuple(o for o in room.occupants if o.person_id != person_id)
    return replace(room, occupants=others)
