# SPDX-License-Identifier: Apache-2.0
"""The fewest and kindest moves that make a night legal or free a room ("Atur ulang").

Facts in, plan out; nothing is moved. What is best stands in ``levels``, in plain
words in ``docs/re-planning.md``.
"""

from dataclasses import replace

from app.planning.dormitory.replan.choose import choose, everybody_fits
from app.planning.dormitory.replan.facts import House, Plan
from app.planning.dormitory.replan.planner import Planner
from app.planning.solver.process import get_ready
from app.planning.solver.turns import PLAIN, Effort
from app.policies.dormitory.replan.goals import RELAXATIONS, Goal
from app.policies.reasons import Reason


def replan(house: House, goal: Goal, effort: Effort = PLAIN) -> Plan:
    """Return the best plan for a goal.

    Args:
        house: the facts.
        goal: what is wanted.
        effort: what the search may cost, and who follows it.

    Raises:
        SolverMissing: the solver does not run on this PC.
        Cancelled: the user gave up.
        ReplanBroken: the rules forbid the plan that was made.
    """
    get_ready()
    planner = Planner(house, goal)
    return planner.plan(choose(planner.model, effort))


def least_relaxation(house: House, goal: Goal, effort: Effort = PLAIN) -> tuple[Reason, ...]:
    """Return what would have to be signed so that everybody fits; nothing if that is no help.

    One reason is tried after the other, the least harmful first. If no single one is enough,
    all are set aside, and each that can be spared is taken back, the most harmful first.

    Raises:
        SolverMissing: the solver does not run on this PC.
        Cancelled: the user gave up.
    """

    def enough(reasons: tuple[Reason, ...]) -> bool:
        wider = replace(goal, waived=goal.waived | set(reasons))
        return everybody_fits(Planner(house, wider).model, effort)

    open_to = tuple(reason for reason in RELAXATIONS if reason not in goal.waived)
    total = 2 * len(open_to)
    for at, reason in enumerate(open_to):
        effort.progress(at, total)
        if enough((reason,)):
            return (reason,)
    if not enough(open_to):
        return ()
    kept = open_to
    for at, reason in enumerate(reversed(open_to)):
        effort.progress(len(open_to) + at, total)
        fewer = tuple(each for each in kept if each is not reason)
        if enough(fewer):
            kept = fewer
    return kept
