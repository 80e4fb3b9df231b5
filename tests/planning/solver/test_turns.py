# SPDX-License-Identifier: Apache-2.0
"""Wishes are granted in their order, and what was not proven says by how much it may be better."""

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from app.planning.solver.program import Program, total
from app.planning.solver.turns import Effort, Step, Wish, best, possible, short_of, weighed

COLUMNS = 5
FACTORS = st.integers(-3, 3)
COSTS = st.dictionaries(st.integers(0, COLUMNS - 1), FACTORS, max_size=COLUMNS)


@st.composite
def problems(draw: st.DrawFn) -> tuple[Program, tuple[Step, ...]]:
    """Return a program in which all columns may be 0, and two steps of two wishes each."""
    program = Program()
    for _ in range(COLUMNS):
        program.column()
    for _ in range(draw(st.integers(0, 4))):
        terms = draw(st.lists(st.tuples(st.integers(0, COLUMNS - 1), FACTORS), max_size=4))
        program.at_most(terms, draw(st.integers(0, 3)))
    program.equal([(0, 1), (1, -1)], 0)
    names = iter("abcd")
    return program, tuple(tuple(Wish(next(names), draw(COSTS)) for _ in "xy") for _ in "xy")


def choices(program: Program) -> list[tuple[int, ...]]:
    return [
        values
        for values in product((0, 1), repeat=COLUMNS)
        if all(
            (least is None or total(factors, values) >= least) and total(factors, values) <= most
            for factors, least, most in program.rows
        )
    ]


def reached(steps: tuple[Step, ...], values: tuple[int, ...]) -> list[int]:
    return [total(wish.costs, values) for step in steps for wish in step]


@given(problems())
def test_the_choice_equals_looking_at_every_one(problem: tuple[Program, tuple[Step, ...]]) -> None:
    program, steps = problem
    found = best(program, steps, (0,) * COLUMNS)
    assert found.values in choices(program)
    assert reached(steps, found.values) == min(reached(steps, each) for each in choices(program))
    assert found.short is None


@given(problems())
def test_stopped_early_it_is_as_good_as_it_says(problem: tuple[Program, tuple[Step, ...]]) -> None:
    program, steps = problem
    found = best(program, steps, (0,) * COLUMNS, Effort(work=0.0))
    is_best = min(reached(steps, each) for each in choices(program))
    costs = reached(steps, found.values)
    if found.short is None:
        assert costs == is_best
    else:
        at = "abcd".index(found.short.name)
        assert costs[:at] == is_best[:at]
        assert found.short.most > 0
        assert costs[at] - found.short.most <= is_best[at]


@given(problems(), st.integers(0, 60))
def test_a_bound_is_read_wish_by_wish(
    problem: tuple[Program, tuple[Step, ...]], slack: int
) -> None:
    program, (step, _) = problem
    every = choices(program)
    least = min(total(weighed(step), each) for each in every)
    for values in every:
        told = short_of(step, values, least - slack)
        costs = [total(wish.costs, values) for wish in step]
        best_costs = min([total(wish.costs, each) for wish in step] for each in every)
        if told is None:
            assert costs == best_costs
        else:
            at = "abcd".index(told.name)
            assert costs[:at] == best_costs[:at]
            assert costs[at] - told.most <= best_costs[at]


@given(problems())
def test_what_is_possible_equals_looking_at_every_one(
    problem: tuple[Program, tuple[Step, ...]],
) -> None:
    program, (step, _) = problem
    wanted = {column: int(cost < 0) for column, cost in weighed(step).items()}
    fits = [each for each in choices(program) if all(each[c] == v for c, v in wanted.items())]
    assert possible(program, step) == bool(fits)
