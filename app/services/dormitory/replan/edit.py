# SPDX-License-Identifier: Apache-2.0
"""A proposed plan edited by hand: another bed for one of them, or none; checked as a whole.

Nothing here reads the file: the facts are those the plan was made from, and
``apply`` goes through everything again.
"""

from dataclasses import dataclass, replace
from uuid import UUID

from app.errors import Refused
from app.planning.dormitory.replan.moves import Moves
from app.services.dormitory.replan.told import Replan, ReplanFacts, Telling


@dataclass(frozen=True, slots=True)
class OtherBed:
    """A bed that somebody in a plan could have instead.

    ``bed_id`` is None for staying where she is, or going on waiting.
    """

    bed_id: UUID | None
    place: str


def other_beds(known: ReplanFacts, plan: Replan, person_id: UUID) -> tuple[OtherBed, ...]:
    """Return what one person of a plan could have instead while the others move as planned."""
    moves, places = Moves(known.house, plan.goal), Telling(known).places
    wanted = _beds(plan)
    rest = {other: bed for other, bed in wanted.items() if other != person_id}
    now = moves.beds.get(person_id)
    found = [] if moves.check(rest).reasons else [OtherBed(None, places[now] if now else "")]
    beds = sorted(moves.others(wanted, person_id), key=lambda bed: places[bed])
    return (*found, *(OtherBed(bed, places[bed]) for bed in beds))


def edited(known: ReplanFacts, plan: Replan, person_id: UUID, bed_id: UUID | None) -> Replan:
    """Return a plan in which one person gets another bed, or none.

    It says nothing any more about being the best one.

    Raises:
        Refused: with what speaks against the plan as a whole then; told as this post may
            read it.
    """
    moves, telling = Moves(known.house, plan.goal), Telling(known)
    wanted = {other: bed for other, bed in _beds(plan).items() if other != person_id}
    if bed_id is not None:
        wanted[person_id] = bed_id
    found = moves.check(wanted)
    if found.reasons:
        raise Refused(*telling.reasons(found.reasons))
    steps = moves.steps(wanted)
    waiting = [each.person_id for each in known.house.newcomers if each.person_id not in wanted]
    return replace(
        plan,
        lines=telling.lines(steps),
        rooms=telling.changes(steps),
        without_bed=telling.people_of(waiting),
        still_wrong=telling.wrong(moves.wrong(found.rooms)),
        short=None,
        edited=True,
    )


def _beds(plan: Replan) -> dict[UUID, UUID]:
    return {line.person.person_id: line.to_bed for line in plan.lines}
