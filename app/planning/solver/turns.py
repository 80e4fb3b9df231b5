# SPDX-License-Identifier: Apache-2.0
"""Wishes that are settled one after the other, each outweighing all that follow.

Wishes of one step are weighed into one number and solved together; what a step reaches is
held from then on, and its values are where the next one begins. Mostly every wish of the
first step can be granted in full: that is tried at once with the second step, which saves a
solve. What was not proven says by how much it may be better.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from app.planning.solver.process import Answer, Status, solve
from app.planning.solver.program import Program, aimed, held, hinted, linear, total

_FIRST = 3.0
"""Work within which most plans are proven with all of the first step granted."""
_WAY = "num_workers:1 random_seed:0 linearization_level:2 max_deterministic_time:{work}"
"""Every row in the linear program: plans whose proof took 8 to 12 seconds take 3."""


def never() -> bool:
    """Say that nobody cancelled."""
    return False


@dataclass(frozen=True, slots=True)
class Effort:
    """What a search may cost, and who follows it.

    Attributes:
        work: the solver's own measure of work for each solve, about a second of an office
            PC; never the clock, so that every PC finds the same.
        cancelled: asked now and then whether to give up.
        progress: told how many steps of how many are done.
    """

    work: float = 8.0
    cancelled: Callable[[], bool] = never
    progress: Callable[[int, int], None] = lambda _done, _total: None


PLAIN = Effort()


@dataclass(frozen=True, slots=True)
class Wish:
    """Something that is wanted: its name, and what a column of 1 costs."""

    name: str
    costs: Mapping[int, int]


Step = tuple[Wish, ...]


@dataclass(frozen=True, slots=True)
class Short:
    """The first wish that another choice might grant better, and by how much at most."""

    name: str
    most: int


@dataclass(frozen=True, slots=True)
class Best:
    """A value for each column; ``short`` is None when no choice is better in any wish."""

    values: tuple[int, ...]
    short: Short | None


def best(
    program: Program, steps: Sequence[Step], start: Sequence[int], effort: Effort = PLAIN
) -> Best:
    """Return the best choice, wish by wish.

    Args:
        program: columns and rows.
        steps: the wishes, the weightiest first.
        start: a choice that is possible.
        effort: what it may cost.

    Raises:
        SolverMissing: the solver does not run here.
        Cancelled: the user gave up.
    """
    return _Turns(program, steps, tuple(start), effort).best()


def possible(program: Program, wishes: Step, effort: Effort = PLAIN) -> bool:
    """Say whether some choice grants these wishes in full; what was not found out counts as no.

    Raises:
        SolverMissing: the solver does not run here.
        Cancelled: the user gave up.
    """
    model = program.text() + granted(wishes)
    parameters = _WAY.format(work=effort.work)
    return bool(solve(model, parameters, effort.cancelled).values)


def granted(wishes: Step) -> str:
    """Return the text of rows that grant wishes in full; their columns are 0 or 1."""
    return "\n".join(
        linear({column: 1}, int(cost < 0), int(cost < 0))
        for column, cost in weighed(wishes).items()
    )


def weighed(wishes: Step) -> dict[int, int]:
    """Return costs in which each wish outweighs all that follow it."""
    costs: dict[int, int] = {}
    weight = 1
    for wish in reversed(wishes):
        for column, cost in wish.costs.items():
            costs[column] = costs.get(column, 0) + weight * cost
        weight *= 1 + sum(map(abs, wish.costs.values()))
    return {column: cost for column, cost in costs.items() if cost}


def short_of(wishes: Step, values: Sequence[int], bound: int) -> Short | None:
    """Return what a bound on the weighed costs says of each wish, the weightiest first.

    Args:
        wishes: the wishes of one step.
        values: the choice that was found.
        bound: no choice costs less than that.
    """
    for at, wish in enumerate(wishes):
        rest = weighed(wishes[at + 1 :])
        weight = 1
        for later in wishes[at + 1 :]:
            weight *= 1 + sum(map(abs, later.costs.values()))
        dearest = sum(cost for cost in rest.values() if cost > 0)
        cheapest = sum(cost for cost in wish.costs.values() if cost < 0)
        least = max(-((dearest - bound) // weight), cheapest)
        missed = total(wish.costs, values) - least
        if missed > 0:
            return Short(wish.name, missed)
        bound -= weight * total(wish.costs, values)
    return None


class _Turns:
    """The best choice so far, and what is held of it."""

    def __init__(
        self, program: Program, steps: Sequence[Step], start: tuple[int, ...], effort: Effort
    ) -> None:
        self.model, self.steps, self.effort = program.text(), list(steps), effort
        self.values = start
        self.short: Short | None = None

    def best(self) -> Best:
        """Settle step after step."""
        done, of = 0, len(self.steps)
        self.effort.progress(0, of)
        if of > 1:
            done = self._all_granted()
        for step in self.steps[done:]:
            if done:
                self.effort.progress(done, of)
            self._settle(step)
            done += 1
        self.effort.progress(of, of)
        return Best(self.values, self.short)

    def _all_granted(self) -> int:
        """Grant the first step in full and look at the second with it; return the steps settled."""
        first, second = self.steps[:2]
        model, rows = self.model, granted(first) + "\n"
        self.model += rows
        found = self._solve(weighed(second), min(_FIRST, self.effort.work))
        if not found.values:
            self.model = model
            return 0
        self.values = found.values
        if found.status is not Status.OPTIMAL:
            return 1
        self._hold(second)
        return 2

    def _settle(self, step: Step) -> None:
        costs = weighed(step)
        least = sum(cost for cost in costs.values() if cost < 0)
        if total(costs, self.values) > least:
            found = self._solve(costs, self.effort.work)
            if found.values:
                if total(costs, found.values) < total(costs, self.values):
                    self.values = found.values
                proven = found.status is Status.OPTIMAL
                least = max(least, total(costs, self.values) if proven else found.bound)
        if self.short is None:
            self.short = short_of(step, self.values, least)
        self._hold(step)

    def _hold(self, step: Step) -> None:
        rows = (held(wish.costs, total(wish.costs, self.values)) for wish in step if wish.costs)
        self.model += "\n".join([*rows, ""])

    def _solve(self, costs: Mapping[int, int], work: float) -> Answer:
        model = self.model + hinted(self.values) + aimed(costs)
        return solve(model, _WAY.format(work=work), self.effort.cancelled)
