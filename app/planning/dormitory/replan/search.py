# SPDX-License-Identifier: Apache-2.0
"""The fewest and kindest moves that make a night legal or free a room ("Atur ulang").

Facts in, plan out; nothing is moved. What is best stands in ``levels``, in plain
words in ``docs/re-planning.md``.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from app.planning.dormitory.replan.choose import SMALL, Effort, choose, everybody_fits
from app.planning.dormitory.replan.facts import House, Plan
from app.planning.dormitory.replan.planner import Planner
from app.planning.solver.highs import never
from app.policies.dormitory.replan.goals import RELAXATIONS, Goal
from app.policies.reasons import Reason

MOST_NODES = 60
"""Work limit of each solve; an ordinary night needs one, a hard one some dozens."""


@dataclass(frozen=True, slots=True)
class Watching:
    """How a long search is followed and given up: told what is done, of how much."""

    cancelled: Callable[[], bool] = never
    progress: Callable[[int, int], None] = field(default=lambda _done, _total: None)


UNWATCHED = Watching()


def replan(
    house: House,
    goal: Goal,
    most_nodes: int = MOST_NODES,
    watching: Watching = UNWATCHED,
    small: int = SMALL,
) -> Plan:
    """Return the best plan for a goal.

    Args:
        house: the facts.
        goal: what is wanted.
        most_nodes: work limit of each solve; beyond it the best plan so far is returned.
        watching: told how far it is, asked whether to give up.
        small: size (columns) up to which the whole house is searched at once.

    Raises:
        SolverMissing: the solver does not run on this PC.
        Cancelled: the user gave up.
        ReplanBroken: the rules forbid the plan that was made.
    """
    planner = Planner(house, goal)
    effort = Effort(most_nodes, small, watching.cancelled, watching.progress)
    choice = choose(planner.model, effort)
    return planner.plan(choice)


def least_relaxation(
    house: House, goal: Goal, most_nodes: int = MOST_NODES, watching: Watching = UNWATCHED
) -> tuple[Reason, ...]:
    """Return what would have to be signed so that everybody fits; nothing if that is no help.

    One reason is tried after the other, the least harmful first. If no single one is enough,
    all are set aside, and each that can be spared is taken back, the most harmful first.

    Raises:
        SolverMissing: the solver does not run on this PC.
        Cancelled: the user gave up.
    """

    def enough(reasons: tuple[Reason, ...]) -> bool:
        wider = replace(goal, waived=goal.waived | set(reasons))
        model = Planner(house, wider).model
        return everybody_fits(model, Effort(most_nodes, cancelled=watching.cancelled))

    open_to = tuple(reason for reason in RELAXATIONS if reason not in goal.waived)
    total = 2 * len(open_to)
    for at, reason in enumerate(open_to):
        watching.progress(at, total)
        if enough((reason,)):
            return (reason,)
    if not enough(open_to):
        return ()
    kept = open_to
    for at, reason in enumerate(reversed(open_to)):
        watching.progress(len(open_to) + at, total)
        fewer = tuple(each for each in kept if each is not reason)
        if enough(fewer):
            kept = fewer
    return kept
