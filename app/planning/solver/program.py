# SPDX-License-Identifier: Apache-2.0
"""A linear program in whole numbers, as it is handed to a solver: numbers only, no names."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

Terms = list[tuple[int, int]]
"""Columns with the factor of each; a column may come more than once."""


@dataclass(slots=True)
class Program:
    """Columns that are whole numbers from 0 to a limit, and rows that hold for them.

    A row is ``(terms, least, most)``; without ``least`` there is only a limit above. Columns
    that are ``fixed`` have one value.
    """

    most: list[int] = field(default_factory=list)
    rows: list[tuple[dict[int, int], int | None, int]] = field(default_factory=list)
    fixed: dict[int, int] = field(default_factory=dict)

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

    def copy(self) -> "Program":
        """Return a program of its own with the same columns and rows."""
        return Program(list(self.most), list(self.rows), dict(self.fixed))

    def with_fixed(self, fixed: Mapping[int, int]) -> "Program":
        """Return the same program with the values of some columns settled."""
        rows = []
        for terms, least, most in self.rows:
            left = {column: factor for column, factor in terms.items() if column not in fixed}
            if len(left) < len(terms):
                shift = sum(factor * fixed[c] for c, factor in terms.items() if c in fixed)
                least, most = (None if least is None else least - shift), most - shift
            if left:
                rows.append((left, least, most))
        return Program(list(self.most), rows, {**self.fixed, **fixed})

    def holds(self, values: Sequence[int]) -> bool:
        """Say whether every column is within its limit and every row holds, exactly."""
        if not all(0 <= value <= most for value, most in zip(values, self.most, strict=True)):
            return False
        if any(values[column] != value for column, value in self.fixed.items()):
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
        limits = enumerate(self.most)
        bounds = ["BOUNDS", *(self._bound(column, most) for column, most in limits)]
        return "\n".join([*kinds, *columns, *sides, *bounds, "ENDATA", ""])

    def _bound(self, column: int, most: int) -> str:
        value = self.fixed.get(column)
        return f" UP B X{column} {most}" if value is None else f" FX B X{column} {value}"


def times(factor: int, terms: Terms) -> Terms:
    """Return terms with every factor multiplied."""
    return [(column, factor * each) for column, each in terms]


def _added(terms: Iterable[tuple[int, int]]) -> dict[int, int]:
    added: dict[int, int] = {}
    for column, factor in terms:
        added[column] = added.get(column, 0) + factor
    return {column: factor for column, factor in added.items() if factor}
