# SPDX-License-Identifier: Apache-2.0
"""A linear program in whole numbers, as it is handed to a solver: numbers only, no names."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

Terms = list[tuple[int, int]]
"""Columns with the factor of each; a column may come more than once."""


@dataclass(slots=True)
class Program:
    """Columns that are whole numbers from 0 to a limit, and rows that hold for them.

    A row is ``(terms, least, most)``; without ``least`` there is only a limit above.
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

    def holds(self, values: Sequence[int]) -> bool:
        """Say whether every column is within its limit and every row holds, exactly."""
        if not all(0 <= value <= most for value, most in zip(values, self.most, strict=True)):
            return False
        for terms, least, most in self.rows:
            total = sum(factor * values[column] for column, factor in terms.items())
            if (least is not None and total < least) or total > most:
                return False
        return True

    def mps(self, objective: Mapping[int, int]) -> str:
        """Return the program in the MPS format, to be minimised."""
        kinds, columns, sides = ["NAME M", "ROWS", " N O"], ["COLUMNS"], ["RHS"]
        columns.append(" M 'MARKER' 'INTORG'")
        by_column: list[list[str]] = [[] for _ in self.most]
        for column, factor in objective.items():
            if factor:
                by_column[column].append(f" X{column} O {factor}")
        for number, (terms, least, most) in enumerate(self.rows):
            kinds.append(f" {'E' if least is not None else 'L'} R{number}")
            if most:
                sides.append(f" S R{number} {most}")
            for column, factor in terms.items():
                by_column[column].append(f" X{column} R{number} {factor}")
        for column, lines in enumerate(by_column):
            columns += lines or [f" X{column} O 0"]
        columns.append(" M 'MARKER' 'INTEND'")
        bounds = ["BOUNDS", *(f" UP B X{c} {most}" for c, most in enumerate(self.most))]
        return "\n".join([*kinds, *columns, *sides, *bounds, "ENDATA", ""])


def times(factor: int, terms: Terms) -> Terms:
    """Return terms with every factor multiplied."""
    return [(column, factor * each) for column, each in terms]


def _added(terms: Iterable[tuple[int, int]]) -> dict[int, int]:
    added: dict[int, int] = {}
    for column, factor in terms:
        added[column] = added.get(column, 0) + factor
    return {column: factor for column, factor in added.items() if factor}
