# SPDX-License-Identifier: Apache-2.0
"""Asks the solver, which works in a process of its own and gets numbers only.

The window's memory does not grow, and a cancelled search is over at once.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from app.child import Child, ChildFailed

SOLVER = Child("app.planning.solver.worker:solved")


class SolverMissing(Exception):
    """The solver is not installed or does not run on this PC."""


class Status(StrEnum):
    """What the solver knows of its answer."""

    OPTIMAL = "OPTIMAL"
    FEASIBLE = "FEASIBLE"
    INFEASIBLE = "INFEASIBLE"
    UNKNOWN = "UNKNOWN"


@dataclass(frozen=True, slots=True)
class Answer:
    """A value for each column, none when nothing was found.

    No choice costs less than ``bound``; it is only meant beside values.
    """

    status: Status
    values: tuple[int, ...]
    bound: int


def get_ready() -> None:
    """Let the process start while a model is still being made.

    Raises:
        SolverMissing: it does not run here.
    """
    try:
        SOLVER.start()
    except ChildFailed as missing:
        raise SolverMissing(str(missing)) from missing


def solve(model: str, parameters: str, cancelled: Callable[[], bool]) -> Answer:
    """Return the values for which a model costs least.

    Args:
        model: the text of a ``CpModelProto``.
        parameters: the text of ``SatParameters``, on one line.
        cancelled: asked now and then whether to give up.

    Raises:
        SolverMissing: it does not run here, or broke off without a word.
        Cancelled: ``cancelled`` said so.
    """
    request = f"{parameters}\n{model}".encode("ascii")
    try:
        told = json.loads(SOLVER.ask(request, cancelled))
    except ChildFailed as missing:
        raise SolverMissing(str(missing)) from missing
    return Answer(Status(told["status"]), tuple(told["values"]), told["bound"])
