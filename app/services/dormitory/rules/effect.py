# SPDX-License-Identifier: Apache-2.0
"""What other rooming rules would mean tonight, told before they are saved (ux §10.2)."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.orm import Session

from app.policies.access import Right, Role
from app.policies.dormitory.beds.facts import Room, RoomPurpose
from app.policies.dormitory.beds.secrecy import told
from app.policies.dormitory.night.night_list import as_if_last
from app.policies.dormitory.rules.settings import RoomingRules
from app.policies.reasons import Reason
from app.services.acts import Context, query
from app.services.dormitory.facts import read
from app.services.dormitory.facts.known import known

Wrongs = frozenset[tuple[UUID, Reason]]
"""Who in a room has what against her bed."""


@dataclass(frozen=True, slots=True)
class RulesPreview:
    """Counts and names of rooms, compared with the rules in force; nobody is moved.

    Attributes:
        rooms: names of the rooms that become not fitting.
        unnamed: how many more do, for a reason that this post may not know of anybody.
        people: how many people that concerns.
        fitting_again: how many rooms are not fitting now and would be.
        free_before: free beds under the rules in force.
        free_after: free beds under the new ones.
    """

    rooms: tuple[str, ...]
    unnamed: int
    people: int
    fitting_again: int
    free_before: int
    free_after: int

    @property
    def not_fitting(self) -> int:
        """Return how many rooms become not fitting."""
        return len(self.rooms) + self.unnamed


@query(Right.SET_RULES)
def preview_rules(session: Session, context: Context, question: RoomingRules) -> RulesPreview:
    """Return which rooms and people would not fit under other rules and do fit now.

    A room that holds a wrong already counts when somebody or something is added to it.
    """
    before, after = _house(session, context), _house(session, context, question)
    wrong_before, wrong_after = _wrongs(session, context, before), _wrongs(session, context, after)
    named, unnamed, people, again = [], 0, set(), 0
    for room in after:
        added = wrong_after[room.room_id] - wrong_before[room.room_id]
        people |= {person_id for person_id, _ in added}
        if added and _may_know(context.actor.role, added):
            named.append(room.name)
        elif added:
            unnamed += 1
        again += bool(wrong_before[room.room_id]) and not wrong_after[room.room_id]
    return RulesPreview(tuple(named), unnamed, len(people), again, _free(before), _free(after))


def _house(
    session: Session, context: Context, rules: RoomingRules | None = None
) -> tuple[Room, ...]:
    return read.rooms(session, context.today, context.now, known(session, rules))


def _wrongs(session: Session, context: Context, rooms: tuple[Room, ...]) -> dict[UUID, Wrongs]:
    kin = read.kin(session, context.now)
    return {
        room.room_id: frozenset(
            (each.person_id, reason)
            for each, reasons in as_if_last(room, context.today, kin)
            for reason in reasons
        )
        for room in rooms
    }


def _may_know(role: Role, wrongs: Wrongs) -> bool:
    return any(told(role, [reason]) == (reason,) for _, reason in wrongs)


def _free(rooms: tuple[Room, ...]) -> int:
    return sum(room.space for room in rooms if room.purpose is RoomPurpose.BEDROOM)
