# SPDX-License-Identifier: Apache-2.0
"""The best choice for a house: exact where that is quick, in some rooms first where it is not.

A large house is not searched as a whole. First only the rooms that matter are open: where
something is wrong, where beds are free. As long as somebody is left and a bound says that
more might be done, rooms that could take her are opened too. What a plan falls short of the
bound is its gap (``docs/re-planning.md``).
"""

from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass

from app.planning.dormitory.replan.levels import (
    STEPS,
    Levels,
    everybody_stays,
    levels,
    terms_of,
    total,
    weights_of,
)
from app.planning.dormitory.replan.model import Model
from app.planning.solver.highs import never, relaxed, solve
from app.planning.solver.program import Program

SMALL = 1500
"""Columns up to which the whole house is searched at once; a house of 10 rooms has some 300."""
_FIRST_ROOMS, _MORE_ROOMS, _ROUNDS = 24, 3, 3


@dataclass(frozen=True, slots=True)
class Choice:
    """Who keeps her bed (by resident), who gets one (by newcomer), and how many come where.

    ``proven`` says that no plan is better in any level; ``gap`` how many moves fewer a plan
    might take at most, None when it might even be better in more than moves; ``more`` how
    many more people at most might get a bed or sleep legally, ``together`` how many more
    pairs of a family at most might be in one room when nobody more can be helped.
    """

    stays: Mapping[int, bool]
    placed: Mapping[int, bool]
    comes: Mapping[tuple[int, int], int]
    levels: Levels
    proven: bool
    gap: int | None
    more: int
    together: int


@dataclass(frozen=True, slots=True)
class Effort:
    """What a search may cost.

    Attributes:
        nodes: work limit of each solve.
        small: columns up to which the whole house is searched at once.
        cancelled: asked now and then whether to give up.
        progress: told how many steps of how many are done.
    """

    nodes: int
    small: int = SMALL
    cancelled: Callable[[], bool] = never
    progress: Callable[[int, int], None] = lambda _done, _total: None


def choose(model: Model, effort: Effort) -> Choice:
    """Return the best choice.

    Raises:
        SolverMissing: the solver does not run here.
        Cancelled: the user gave up.
    """
    found = _Found(model, effort)
    if len(model.program.most) <= effort.small:
        for step in range(len(STEPS)):
            effort.progress(step, len(STEPS))
            found.settle(step, found.whole)
    else:
        rooms = _first_rooms(model)
        effort.progress(0, len(STEPS))
        found.grow(rooms)
        with ThreadPoolExecutor(1) as beside:
            missed = beside.submit(found.missed, tuple(found.values))
            for step in range(1, len(STEPS)):
                effort.progress(step, len(STEPS))
                wanted = not any(found.slack)
                bound = beside.submit(found.bound, step) if wanted else None
                found.settle(step, found.open, bound)
            effort.progress(len(STEPS), len(STEPS))
            return found.choice(*missed.result())
    effort.progress(len(STEPS), len(STEPS))
    return found.choice(*found.missed(tuple(found.values)))


def everybody_fits(model: Model, effort: Effort) -> bool:
    """Say whether some choice leaves nobody without a bed and nothing wrong."""
    objective = _helped(model)
    if not objective:
        return True
    wanted = -len(model.placed)
    if relaxed(model.program, objective, effort.cancelled) > wanted:
        return False
    found = solve(model.program, objective, effort.nodes, effort.cancelled)
    return bool(found.values) and total(objective, found.values) == wanted


class _Found:
    """The best values so far, and how far they may be from the best there are."""

    def __init__(self, model: Model, effort: Effort) -> None:
        self.model, self.effort = model, effort
        self.terms = terms_of(model)
        self.values = everybody_stays(model)
        self.whole = model.program.copy()
        self.open = self.whole
        self.slack: list[int] = []

    def settle(self, step: int, program: Program, bound: Future[int] | None = None) -> None:
        """Improve one step of levels and hold it from now on, in the whole house as well.

        Args:
            step: which levels.
            program: what is searched.
            bound: what the objective is never below, found meanwhile; without it that of the
                search itself.
        """
        objective = self._objective(step)
        found = self._search(objective, program)
        least = found if bound is None else bound.result()
        self.slack.append(max(0, total(objective, self.values) - least))
        self._hold(step, {id(self.whole): self.whole, id(program): program}.values())

    def grow(self, rooms: set[int]) -> None:
        """Settle the first step in some rooms, and open more while that may help."""
        objective = self._objective(0)
        with ThreadPoolExecutor(1) as beside:
            bound = beside.submit(self.bound, 0)
            for _ in range(_ROUNDS):
                self.open = self.model.closed_but(rooms)
                self._search(objective, self.open)
                if total(objective, self.values) <= bound.result():
                    break
                more = self._rooms_for_the_rest(rooms)
                if not more:
                    break
                rooms |= more
        self.slack.append(max(0, total(objective, self.values) - bound.result()))
        self._hold(0, (self.whole, self.open))

    def bound(self, step: int) -> int:
        """Return what a step is never below in the whole house, as far as it is settled."""
        return relaxed(self.whole, self._objective(step), self.effort.cancelled)

    def missed(self, values: tuple[int, ...]) -> tuple[int, int]:
        """Return how many more people, or else pairs of a family, these values may miss."""
        if not self.slack[0]:
            return 0, 0
        more = self._short_of(_helped(self.model), values)
        return more, 0 if more else self._short_of(self.terms["parted"], values)

    def choice(self, more: int, together: int) -> Choice:
        """Return the values as a choice, with what was missed."""
        model, values = self.model, self.values
        moved = levels(model, values).moved
        return Choice(
            {person: bool(values[column]) for person, column in model.stays.items()},
            {person: bool(values[column]) for person, column in model.placed.items()},
            {key: values[column] for key, column in model.comes.items() if values[column]},
            levels(model, values),
            not any(self.slack),
            None if self.slack[0] else min(self.slack[1], moved),
            more,
            together,
        )

    def _short_of(self, factors: Mapping[int, int], values: tuple[int, ...]) -> int:
        """Return how much less these factors might cost at most, whatever else it costs."""
        best = relaxed(self.model.program, factors, self.effort.cancelled)
        return max(0, total(factors, values) - best)

    def _search(self, objective: Mapping[int, int], program: Program) -> int:
        """Take better values if there are any; return what none is below in this program."""
        before = total(objective, self.values)
        least = sum(factor * program.most[c] for c, factor in objective.items() if factor < 0)
        if least >= before:
            return before
        found = solve(program, objective, self.effort.nodes, self.effort.cancelled)
        if found.values and total(objective, found.values) < before:
            self.values = list(found.values)
        return found.bound

    def _objective(self, step: int) -> dict[int, int]:
        names = STEPS[step]
        weights = weights_of(self.terms, names)
        objective: dict[int, int] = {}
        for name in names:
            for column, factor in self.terms[name].items():
                objective[column] = objective.get(column, 0) + weights[name] * factor
        return {column: factor for column, factor in objective.items() if factor}

    def _hold(self, step: int, programs: Iterable[Program]) -> None:
        for program in programs:
            for name in STEPS[step]:
                program.at_most(self.terms[name].items(), total(self.terms[name], self.values))

    def _rooms_for_the_rest(self, rooms: set[int]) -> set[int]:
        """Return rooms that could take those who are left, or else some that are still closed.

        A pair that is only parted opens no more rooms: that has seldom helped and cost much.
        """
        house, values = self.model.house, self.values
        left = [person for person, column in self.model.placed.items() if not values[column]]
        left += [person for person, column in self.model.breach.items() if values[column]]
        if not left:
            return set()
        closed = [rank for rank in range(len(house.rooms)) if rank not in rooms]
        takes = {
            rank: sum(house.may_come(house.kind_of[person], rank) for person in left)
            for rank in closed
        }
        wanted = sorted(
            (rank for rank in closed if takes[rank]),
            key=lambda rank: (-takes[rank], len(house.inside[rank]), rank),
        )
        return set((wanted or closed)[:_MORE_ROOMS])


def _helped(model: Model) -> dict[int, int]:
    """Return factors that count who is left: without a bed, or in a wrong one."""
    terms = terms_of(model)
    return {**terms["breaches"], **terms["waiting"]}


def _first_rooms(model: Model) -> set[int]:
    """Return where something is wrong, and the rooms with free beds that could help."""
    house = model.house
    wrong = {house.people[person].home for person in model.breach}
    first = {rank for rank in wrong if rank is not None}
    kinds = {house.kind_of[person] for person in (*model.placed, *model.breach)}
    takes = {
        rank: sum(house.may_come(kind, rank) for kind in kinds)
        for rank, room in enumerate(house.rooms)
        if rank not in first and room.free_beds
    }
    wanted = sorted((rank for rank in takes if takes[rank]), key=lambda r: (-takes[r], r))
    return first | set(wanted[:_FIRST_ROOMS])
