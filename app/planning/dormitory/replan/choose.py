# SPDX-License-Identifier: Apache-2.0
"""The best choice for a house, wish by wish."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.planning.dormitory.replan.levels import (
    Levels,
    everybody_stays,
    helped,
    levels,
    steps_of,
)
from app.planning.dormitory.replan.model import Model
from app.planning.solver.turns import Effort, Short, best, possible


@dataclass(frozen=True, slots=True)
class Choice:
    """Who keeps her bed (by resident), who gets one (by newcomer), and how many come where.

    ``short`` is None when no plan is better in any level, else the first level in which one
    might be, and by how much.
    """

    stays: Mapping[int, bool]
    placed: Mapping[int, bool]
    comes: Mapping[tuple[int, int], int]
    levels: Levels
    short: Short | None


def choose(model: Model, effort: Effort) -> Choice:
    """Return the best choice.

    Raises:
        SolverMissing: the solver does not run here.
        Cancelled: the user gave up.
    """
    found = best(model.program, steps_of(model), everybody_stays(model), effort)
    values = found.values
    return Choice(
        {person: bool(values[column]) for person, column in model.stays.items()},
        {person: bool(values[column]) for person, column in model.placed.items()},
        {key: values[column] for key, column in model.comes.items() if values[column]},
        levels(model, values),
        found.short,
    )


def everybody_fits(model: Model, effort: Effort) -> bool:
    """Say whether some choice leaves nobody without a bed and nothing wrong."""
    return possible(model.program, helped(model), effort)
