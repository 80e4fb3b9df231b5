# SPDX-License-Identifier: Apache-2.0
"""What "Atur ulang" can be asked for, why somebody moves, and what a signature may set aside."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from app.policies.dormitory.beds.facts import Side
from app.policies.reasons import PERMITTABLE, Reason


class GoalKind(StrEnum):
    """What a re-planning is for."""

    PLACE = "place"
    LEGAL = "legal"
    EMPTY = "empty"
    SEPARATE = "separate"


class MoveWhy(StrEnum):
    """Why somebody moves, or lies down for the first time."""

    NEW = "new"
    AGAINST_A_RULE = "against_a_rule"
    ROOM_EMPTIED = "room_emptied"
    OTHER_SIDE = "other_side"
    MAKES_ROOM = "makes_room"


class Level(StrEnum):
    """What a plan is judged by; each level outweighs all that follow (docs/re-planning.md)."""

    BREACHES = "breaches"
    URGENT = "urgent"
    CHILDREN = "children"
    WAITING = "waiting"
    PARTED = "parted"
    MOVED = "moved"
    MOVED_SIGNED = "moved_signed"
    MOVED_CHILDREN = "moved_children"
    MOVED_AWAY = "moved_away"
    NIGHTS = "nights"
    LEFT_OUT = "left_out"


@dataclass(frozen=True, slots=True)
class Shortfall:
    """The first level in which another plan might be better, and by how much at most."""

    level: Level
    most: int


class ReplanPhase(StrEnum):
    """What a search is doing."""

    MOVES = "moves"
    SIGNATURES = "signatures"


@dataclass(frozen=True, slots=True)
class Goal:
    """What is wanted; everybody who waits is given a bed in any case.

    Attributes:
        kind: ``PLACE`` leaves what is wrong elsewhere alone, ``LEGAL`` mends the whole house,
            ``EMPTY`` gets everybody out of ``room_ids``, ``SEPARATE`` gets those out who may
            not stay once these rooms are of ``side``.
        room_ids: the rooms to empty or to separate.
        side: whom the rooms will be for.
        waived: reasons that somebody is ready to sign; only such as a signature sets aside.
    """

    kind: GoalKind = GoalKind.LEGAL
    room_ids: frozenset[UUID] = frozenset()
    side: Side = Side.ANY
    waived: frozenset[Reason] = frozenset()

    def __post_init__(self) -> None:
        """Refuse what no signature can set aside.

        Raises:
            ValueError: a waived reason is about child and adult, or another hard rule.
        """
        if not self.waived <= PERMITTABLE:
            raise ValueError("no signature sets that aside")


RELAXATIONS = (
    Reason.BED_RESERVED,
    Reason.HOUSES_APART,
    Reason.ROOM_TOO_SMALL,
    Reason.WATCH_GROUND,
    Reason.WATCH_NEAR,
    Reason.BOY_TOO_OLD,
    Reason.UPPER_BUNK,
    Reason.NOT_STEP_FREE,
    Reason.EXPLOITED_APART,
    Reason.WATCH_ALONE,
    Reason.MAYBE_ADULT_WITH_TEEN,
)
"""What a coordinator may sign, the least harmful first: comfort and order before safety."""
