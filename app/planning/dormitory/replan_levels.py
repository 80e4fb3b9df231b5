# SPDX-License-Identifier: Apache-2.0
"""Who keeps her bed and who comes where, level by level: legal, beds, moves, kindness.

Each level outweighs all that follow (``docs/re-planning.md``). The first solve settles what
keeps families together, is legal, who gets a bed and how many move; the second one chooses,
among all plans as good, the one that lets children stay, then who has slept there longest.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from app.planning.dormitory.replan_model import Model
from app.planning.dormitory.replan_people import Household
from app.planning.dormitory.solver import never, solve

LONGEST_STAY = 90
"""Nights in a bed after which one more night weighs nothing more."""


class Levels(NamedTuple):
    """What a plan costs; of two plans the smaller one is better.

    Attributes:
        torn: pairs of a family who share a room now, as the rules let them, and would not.
        breaches: people who keep a bed that is against a rule, in the rooms looked at.
        urgent: urgent newcomers without a bed.
        children: newcomers without a bed who are children.
        waiting: newcomers without a bed.
        parted: pairs of a family with a newcomer who are not in one room.
        moved: residents who change beds.
        moved_children: children among those who move.
        nights: nights that those who move had slept in their beds, 90 at most for each.
        left_out: of those without a bed, who waited longer counts more.
    """

    torn: int
    breaches: int
    urgent: int
    children: int
    waiting: int
    parted: int
    moved: int
    moved_children: int
    nights: int
    left_out: int


STEPS = (
    ("torn", "breaches", "urgent", "children", "waiting", "parted", "moved"),
    ("moved_children", "nights", "left_out"),
)
"""Levels that are settled together, one solve for each line."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Who keeps her bed (by resident), who gets one (by newcomer), and how many come where.

    ``proven`` says that no plan is better in any level; ``gap`` how many moves fewer a plan
    might take at most, None when it might even be better in more than moves.
    """

    stays: Mapping[int, bool]
    placed: Mapping[int, bool]
    comes: Mapping[tuple[int, int], int]
    levels: Levels
    proven: bool
    gap: int | None


def choose(
    model: Model,
    most_nodes: int,
    cancelled: Callable[[], bool] = never,
    progress: Callable[[int, int], None] = lambda _done, _total: None,
) -> Choice:
    """Return the best choice.

    Args:
        model: the house as columns and rows.
        most_nodes: work limit of each solve.
        cancelled: asked now and then whether to give up.
        progress: told how many solves of how many are done.

    Raises:
        SolverMissing: the solver does not run here.
        Cancelled: ``cancelled`` said so.
    """
    terms = _terms(model)
    values, proven = _everybody_stays(model), True
    gap: int | None = 0
    for step, names in enumerate(STEPS):
        progress(step, len(STEPS))
        weights = _weights(model.house, terms, names)
        objective: dict[int, int] = {}
        for name in names:
            for column, factor in terms[name].items():
                objective[column] = objective.get(column, 0) + weights[name] * factor
        objective = {column: factor for column, factor in objective.items() if factor}
        if not objective:
            continue
        before = _sum(objective, values)
        if _least(objective, model) < before:
            found = solve(model.program, objective, most_nodes, cancelled)
            if found.values and _sum(objective, found.values) < before:
                values = list(found.values)
            slack = _sum(objective, values) - found.bound
            proven = proven and slack <= 0
            if step == 0 and slack > 0:
                gap = slack if slack < weights["parted"] else None
        for name in names:
            model.program.at_most(terms[name].items(), _sum(terms[name], values))
    progress(len(STEPS), len(STEPS))
    return Choice(
        {person: bool(values[column]) for person, column in model.stays.items()},
        {person: bool(values[column]) for person, column in model.placed.items()},
        {key: values[column] for key, column in model.comes.items() if values[column]},
        levels(model, values),
        proven,
        gap,
    )


def everybody_fits(model: Model, most_nodes: int, cancelled: Callable[[], bool] = never) -> bool:
    """Say whether some choice leaves nobody without a bed and nothing wrong."""
    terms = _terms(model)
    objective = {**terms["breaches"], **terms["waiting"]}
    if not objective:
        return True
    found = solve(model.program, objective, most_nodes, cancelled)
    return bool(found.values) and _sum(objective, found.values) == -len(model.placed)


def levels(model: Model, values: list[int]) -> Levels:
    """Return what a choice costs, level by level."""
    house, terms = model.house, _terms(model)
    constant = {
        "urgent": sum(house.people[p].guest.urgent for p in model.placed),
        "children": sum(house.children[p] for p in model.placed),
        "waiting": len(model.placed),
        "moved": len(model.stays),
        "torn": len(house.together_now),
        "parted": len(house.coming_together),
        "moved_children": sum(house.children[p] for p in model.stays),
        "nights": sum(_nights(house, p) for p in model.stays),
        "left_out": sum(_wait(model, p) for p in model.placed),
    }
    return Levels(
        **{name: constant.get(name, 0) + _sum(terms[name], values) for name in Levels._fields}
    )


def _terms(model: Model) -> dict[str, dict[int, int]]:
    """Return the factors of each level; what is wanted counts against the level."""
    house, people = model.house, model.house.people
    return {
        "breaches": dict.fromkeys(model.breach.values(), 1),
        "urgent": {c: -int(people[p].guest.urgent) for p, c in model.placed.items()},
        "children": {c: -int(house.children[p]) for p, c in model.placed.items()},
        "waiting": dict.fromkeys(model.placed.values(), -1),
        "moved": dict.fromkeys(model.stays.values(), -1),
        "torn": _at_home(model, house.together_now),
        "parted": _at_home(model, house.coming_together),
        "moved_children": {c: -int(house.children[p]) for p, c in model.stays.items()},
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


def _weights(
    house: Household, terms: Mapping[str, Mapping[int, int]], names: tuple[str, ...]
) -> dict[str, int]:
    """Return a weight for each level that outweighs everything below it."""
    weights, weight = {}, 1
    for name in reversed(names):
        weights[name] = weight
        weight *= 1 + sum(abs(factor) for factor in terms[name].values())
    return weights


def _everybody_stays(model: Model) -> list[int]:
    """Return the choice that is always possible: nobody moves and nobody gets a bed."""
    values = [0] * len(model.program.most)
    for column in (*model.stays.values(), *model.breach.values()):
        values[column] = 1
    for one, other in model.home:
        home = model.house.people[one].home
        if home is not None and home == model.house.people[other].home:
            values[model.home_in[one, other, home]] = 1
    return values


def _least(objective: Mapping[int, int], model: Model) -> int:
    """Return what the objective can be at least, whatever the rows say."""
    return sum(factor * model.program.most[c] for c, factor in objective.items() if factor < 0)


def _sum(terms: Mapping[int, int], values: list[int] | tuple[int, ...]) -> int:
    return sum(factor * values[column] for column, factor in terms.items())
