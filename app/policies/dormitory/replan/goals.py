# SPDX-License-Identifier: Apache-2.0
"""What "Atur ulang" can be asked for, why somebody moves, and what a signature may set aside."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from app.policies.dormitory.beds.rooming import Side
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
    Reason.WATCH_NEAR,
    Reason.BOY_TOO_OLD,
    Reason.UPPER_BUNK,
    Reason.NOT_STEP_FREE,
    Reason.EXPLOITED_APART,
    Reason.WATCH_ALONE,
)
"""What a coordinator may sign, the least harmful first: comfort and order before safety."""
