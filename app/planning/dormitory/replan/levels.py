# SPDX-License-Identifier: Apache-2.0
"""Who keeps her bed and who comes where, level by level: legal, beds, moves, kindness.

Each level outweighs all that follow (``docs/re-planning.md``). The first step is legal and
gives beds; the second one moves as few as that needs and
chooses, among all plans as good, who moves: rather nobody whose bed was signed for, rather
grown-ups, rather who is in the house and can be asked, rather who came last.
"""

from collections.abc import Sequence
from typing import NamedTuple

from app.planning.dormitory.replan.model import Model
from app.planning.solver.program import total
from app.planning.solver.turns import Step, Wish


class Levels(NamedTuple):
    """What a plan costs; of two plans the smaller one is better.

    Attributes:
        breaches: people who keep a bed that is against a rule, in the rooms looked at.
        urgent: urgent newcomers without a bed.
        children: newcomers without a bed who are children.
        waiting: newcomers without a bed.
        parted: pairs of a family with a newcomer who are not in one room.
        moved: residents who change beds.
        moved_signed: people among those who move for whose beds a signature holds.
        moved_children: children among those who move.
        moved_away: people among those who move who are not in the house.
        nights: nights that those who move had slept in their beds, 90 at most for each.
        left_out: of those without a bed, who waited longer counts more.
    """

    breaches: int
    urgent: int
    children: int
    waiting: int
    parted: int
    moved: int
    moved_signed: int
    moved_children: int
    moved_away: int
    nights: int
    left_out: int


STEPS = (
    ("breaches", "urgent", "children", "waiting", "parted"),
    ("moved", "moved_signed", "moved_children", "moved_away", "nights", "left_out"),
)
"""Levels that are settled together, one solve for each line."""
HELPED = ("breaches", "waiting")


def levels(model: Model, values: Sequence[int]) -> Levels:
    """Return what a choice costs, level by level."""
    house, costs = model.house, costs_of(model)
    constant = {
        "urgent": sum(house.people[p].guest.urgent for p in model.placed),
        "children": sum(house.children[p] for p in model.placed),
        "waiting": len(model.placed),
        "moved": len(model.stays),
        "parted": len(house.coming_together),
        "moved_signed": sum(bool(house.people[p].signed) for p in model.stays),
        "moved_children": sum(house.children[p] for p in model.stays),
        "moved_away": sum(house.people[p].away for p in model.stays),
        "nights": sum(house.people[p].at_home for p in model.stays),
        "left_out": sum(_wait(model, p) for p in model.placed),
    }
    return Levels(
        **{name: constant.get(name, 0) + total(costs[name], values) for name in Levels._fields}
    )


def steps_of(model: Model) -> tuple[Step, ...]:
    """Return the levels as wishes, step by step."""
    costs = costs_of(model)
    return tuple(tuple(Wish(name, costs[name]) for name in names) for names in STEPS)


def helped(model: Model) -> Step:
    """Return the wishes that leave nobody without a bed, or in a wrong one."""
    costs = costs_of(model)
    return tuple(Wish(name, costs[name]) for name in HELPED)


def costs_of(model: Model) -> dict[str, dict[int, int]]:
    """Return the costs of each level; what is wanted counts against the level."""
    house, people = model.house, model.house.people
    return {
        "breaches": dict.fromkeys(model.breach.values(), 1),
        "urgent": {c: -int(people[p].guest.urgent) for p, c in model.placed.items()},
        "children": {c: -int(house.children[p]) for p, c in model.placed.items()},
        "waiting": dict.fromkeys(model.placed.values(), -1),
        "moved": dict.fromkeys(model.stays.values(), -1),
        "parted": dict.fromkeys(model.together.values(), -1),
        "moved_signed": {c: -int(bool(people[p].signed)) for p, c in model.stays.items()},
        "moved_children": {c: -int(house.children[p]) for p, c in model.stays.items()},
        "moved_away": {c: -int(people[p].away) for p, c in model.stays.items()},
        "nights": {c: -house.people[p].at_home for p, c in model.stays.items()},
        "left_out": {c: -_wait(model, p) for p, c in model.placed.items()},
    }


def _wait(model: Model, person: int) -> int:
    """Return more for somebody who has waited longer."""
    return len(model.house.people) - person


def everybody_stays(model: Model) -> list[int]:
    """Return the choice that is always possible: nobody moves and nobody gets a bed."""
    values = [0] * len(model.program.most)
    for column in (*model.stays.values(), *model.breach.values()):
        values[column] = 1
    for one, other in model.house.together_now:
        home = model.house.people[one].home
        if home is not None:
            values[model.home_in[one, other, home]] = 1
    return values
