# SPDX-License-Identifier: Apache-2.0
"""Who keeps her bed and who comes where, level by level: legal, beds, moves, kindness.

Each level outweighs all that follow (``docs/re-planning.md``). The first step is legal and
gives beds; the second one moves as few as that needs; the third one
chooses, among all plans as good, who moves: rather nobody whose bed was signed for, rather
grown-ups, rather who is in the house and can be asked, rather who came last.
"""

from collections.abc import Mapping
from typing import NamedTuple

from app.planning.dormitory.replan.model import Model
from app.planning.dormitory.replan.people import Household

LONGEST_STAY = 90
"""Nights in a bed after which one more night weighs nothing more."""


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
    ("moved",),
    ("moved_signed", "moved_children", "moved_away", "nights", "left_out"),
)
"""Levels that are settled together, one solve for each line."""


def levels(model: Model, values: list[int]) -> Levels:
    """Return what a choice costs, level by level."""
    house, terms = model.house, terms_of(model)
    constant = {
        "urgent": sum(house.people[p].guest.urgent for p in model.placed),
        "children": sum(house.children[p] for p in model.placed),
        "waiting": len(model.placed),
        "moved": len(model.stays),
        "parted": len(house.coming_together),
        "moved_signed": sum(bool(house.people[p].signed) for p in model.stays),
        "moved_children": sum(house.children[p] for p in model.stays),
        "moved_away": sum(house.people[p].away for p in model.stays),
        "nights": sum(_nights(house, p) for p in model.stays),
        "left_out": sum(_wait(model, p) for p in model.placed),
    }
    return Levels(
        **{name: constant.get(name, 0) + total(terms[name], values) for name in Levels._fields}
    )


def terms_of(model: Model) -> dict[str, dict[int, int]]:
    """Return the factors of each level; what is wanted counts against the level."""
    house, people = model.house, model.house.people
    return {
        "breaches": dict.fromkeys(model.breach.values(), 1),
        "urgent": {c: -int(people[p].guest.urgent) for p, c in model.placed.items()},
        "children": {c: -int(house.children[p]) for p, c in model.placed.items()},
        "waiting": dict.fromkeys(model.placed.values(), -1),
        "moved": dict.fromkeys(model.stays.values(), -1),
        "parted": _at_home(model, house.coming_together),
        "moved_signed": {c: -int(bool(house.people[p].signed)) for p, c in model.stays.items()},
        "moved_children": {c: -int(house.children[p]) for p, c in model.stays.items()},
        "moved_away": {c: -int(house.people[p].away) for p, c in model.stays.items()},
        "nights": {c: -_nights(house, p) for p, c in model.stays.items()},
        "left_out": {c: -_wait(model, p) for p, c in model.placed.items()},
    }


def _at_home(model: Model, pairs: list[tuple[int, int]]) -> dict[int, int]:
    return {column: -1 for pair in pairs for column in model.home.get(pair, ())}


def _nights(house: Household, person: int) -> int:
    return min(max(house.people[person].nights, 0), LONGEST_STAY)


def _wait(model: Model, person: int) -> int:
    """Return more for somebody who has waited longer."""
    return len(model.house.people) - person


def weights_of(terms: Mapping[str, Mapping[int, int]], names: tuple[str, ...]) -> dict[str, int]:
    """Return a weight for each level that outweighs everything below it."""
    weights, weight = {}, 1
    for name in reversed(names):
        weights[name] = weight
        weight *= 1 + sum(abs(factor) for factor in terms[name].values())
    return weights


def everybody_stays(model: Model) -> list[int]:
    """Return the choice that is always possible: nobody moves and nobody gets a bed."""
    values = [0] * len(model.program.most)
    for column in (*model.stays.values(), *model.breach.values()):
        values[column] = 1
    for one, other in model.home:
        home = model.house.people[one].home
        if home is not None and home == model.house.people[other].home:
            values[model.home_in[one, other, home]] = 1
    return values


def total(terms: Mapping[int, int], values: list[int] | tuple[int, ...]) -> int:
    """Return what values cost by these factors."""
    return sum(factor * values[column] for column, factor in terms.items())
