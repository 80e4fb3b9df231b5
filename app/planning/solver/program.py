# SPDX-License-Identifier: Apache-2.0
"""A program in whole numbers, as it is handed to the solver: numbers only, no names."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

Terms = list[tuple[int, int]]
"""Columns with the factor of each; a column may come more than once."""
_BELOW_ALL = -(1 << 60)


@dataclass(slots=True)
class Program:
    """Columns that are whole numbers from 0 to a limit, and rows that hold for them.

    A row is ``(factors, least, most)``; without ``least`` there is only a limit above.
    """

    most: list[int] = field(default_factory=list)
    rows: list[tuple[dict[int, int], int | None, int]] = field(default_factory=list)

    def column(self, most: int = 1) -> int:
        """Add a column and return its number."""
        self.most.append(most)
        return len(self.most) - 1

    def at_most(self, terms: Iterable[tuple[int, int]], most: int) -> None:
        """Demand that a sum is not above a number; a column may come more than once."""
        self.rows.append((_added(terms), None, most))

    def equal(self, terms: Iterable[tuple[int, int]], value: int) -> None:
        """Demand that a sum is exactly a number."""
        self.rows.append((_added(terms), value, value))

    def text(self) -> str:
        """Return columns and rows as the text of a ``CpModelProto``.

        A row of ones is said as what it is, "exactly one" or "at most one": without that a
        hard plan takes the solver ten times as long.
        """
        columns = (f"variables{{domain:[0,{most}]}}" for most in self.most)
        return "\n".join([*columns, *(self._row(*row) for row in self.rows), ""])

    def _row(self, factors: Mapping[int, int], least: int | None, most: int) -> str:
        if most == 1 and all(f == self.most[column] == 1 for column, f in factors.items()):
            kind = "exactly_one" if least == 1 else "at_most_one"
            return f"constraints{{{kind}{{literals:{list(factors)}}}}}"
        return linear(factors, _BELOW_ALL if least is None else least, most)


def linear(factors: Mapping[int, int], least: int, most: int) -> str:
    """Return the text of a row: a sum between two numbers."""
    coefficients = list(factors.values())
    return (
        f"constraints{{linear{{vars:{list(factors)} coeffs:{coefficients} "
        f"domain:[{least},{most}]}}}}"
    )


def held(factors: Mapping[int, int], most: int) -> str:
    """Return the text of a row: a sum not above a number."""
    return linear(factors, _BELOW_ALL, most)


def aimed(costs: Mapping[int, int]) -> str:
    """Return the text of what is to cost least."""
    return f"objective{{vars:{list(costs)} coeffs:{list(costs.values())}}}"


def hinted(values: Iterable[int]) -> str:
    """Return the text of values to begin with."""
    known = list(values)
    return f"solution_hint{{vars:{list(range(len(known)))} values:{known}}}"


def times(factor: int, terms: Terms) -> Terms:
    """Return terms with every factor multiplied."""
    return [(column, factor * each) for column, each in terms]


def total(costs: Mapping[int, int], values: Iterable[int]) -> int:
    """Return what values cost by these factors."""
    known = list(values)
    return sum(factor * known[column] for column, factor in costs.items())


def _added(terms: Iterable[tuple[int, int]]) -> dict[int, int]:
    added: dict[int, int] = {}
    for column, factor in terms:
        added[column] = added.get(column, 0) + factor
    return {column: factor for column, factor in added.items() if factor}
