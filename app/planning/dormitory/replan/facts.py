# SPDX-License-Identifier: Apache-2.0
"""What a re-planning is told, and what it proposes."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.planning.dormitory.beds.night import Newcomer
from app.planning.dormitory.replan.levels import Levels
from app.policies.dormitory.beds.facts import Room
from app.policies.dormitory.beds.kin import NO_KIN, Kin
from app.policies.dormitory.beds.suggest import WhyHere
from app.policies.dormitory.replan.goals import MoveWhy, Shortfall
from app.policies.reasons import Reason


@dataclass(frozen=True, slots=True)
class House:
    """Everything a re-planning depends on.

    Attributes:
        newcomers: everybody who waits for a bed.
        rooms: the house as it is now.
        today: the shelter's calendar day.
        kin: the licences in force.
        nights: how many nights each has slept in her bed.
        settled: who sleeps here already and asked for company with a newcomer.
        away: who is not in the house while a bed is kept for her.
        signed: rules that a live signature sets aside, by person and the bed it is for.
    """

    newcomers: tuple[Newcomer, ...]
    rooms: tuple[Room, ...]
    today: date
    kin: Kin = NO_KIN
    nights: tuple[tuple[UUID, int], ...] = ()
    settled: tuple[Newcomer, ...] = ()
    away: frozenset[UUID] = frozenset()
    signed: tuple[tuple[tuple[UUID, UUID], frozenset[Reason]], ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """One person lies down in another bed, or in her first; steps are in a legal order.

    ``against`` are the rules that the old bed is against, ``to_sign`` those that a signature
    would have to set aside for the new one, ``suits`` what speaks for it.
    """

    person_id: UUID
    from_bed: UUID | None
    to_bed: UUID
    why: MoveWhy
    against: tuple[Reason, ...]
    suits: tuple[WhyHere, ...]
    to_sign: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """What is proposed.

    Attributes:
        steps: who lies down where, in an order in which each step is legal.
        without_bed: newcomers for whom there is none.
        still_wrong: residents who keep a bed against a rule, with the rules.
        levels: what the plan costs, level by level.
        short: None when no plan is better in any level above comfort; else the first level
            in which one might be, and by how much at most.
        comfort_proven: no rooms for the same people would suit them better.
        blocking: the rules that keep the rest from being mended, the most frequent first.
    """

    steps: tuple[Step, ...]
    without_bed: tuple[UUID, ...]
    still_wrong: tuple[tuple[UUID, tuple[Reason, ...]], ...]
    levels: Levels
    short: Shortfall | None
    comfort_proven: bool
    blocking: tuple[Reason, ...] = ()

    @property
    def proven(self) -> bool:
        """Say whether no plan is better in any level above comfort."""
        return self.short is None

    @property
    def complete(self) -> bool:
        """Say whether everybody has a bed and nothing that was looked at stays wrong."""
        return not (self.without_bed or self.still_wrong)
