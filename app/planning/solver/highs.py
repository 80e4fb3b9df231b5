# SPDX-License-Identifier: Apache-2.0
"""Solves a program in whole numbers with HiGHS, in a process of its own.

The process gets numbers only, never a name or a key; the window's memory does not grow and
a cancelled search is over at once. It is stopped by a number of nodes, never by the clock,
works in one thread and from one seed. Why HiGHS: ``docs/decisions/0019-re-planning.md``.
"""

import math
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from app.planning.solver.program import Program

_LOOK_EVERY = 0.05
"""Seconds between two looks whether the user cancelled; has no part in the result."""
_ROUNDING = 1e-6
_BEYOND = 1 << 60
_OPTIONS = """threads=1
parallel=off
random_seed=0
mip_rel_gap=0
mip_abs_gap=0.999
mip_allow_restart=false
mip_root_presolve_only=true
mip_detect_symmetry=false
write_solution_to_file=true
solution_file=solution
mip_max_nodes={nodes}
presolve={presolve}
"""


_RELAXATION = """threads=1
parallel=off
random_seed=0
solver=simplex
solve_relaxation=true
"""


class SolverMissing(Exception):
    """The solver is not installed or does not run on this PC."""


class _Wrong(Exception):
    """The solver contradicts itself."""


class Cancelled(Exception):
    """The user does not want the plan any more."""


@dataclass(frozen=True, slots=True)
class Solved:
    """A value for each column, and a bound that no other choice is below.

    Stopped before any choice was found, ``values`` is empty.
    """

    values: tuple[int, ...]
    bound: int
    proven: bool


def never() -> bool:
    """Say that nobody cancelled."""
    return False


def solve(
    program: Program,
    objective: Mapping[int, int],
    most_nodes: int,
    cancelled: Callable[[], bool] = never,
) -> Solved:
    """Return the columns for which the objective is least; there has to be a possible choice.

    HiGHS 1.15 has been seen to give columns against a row, or to find nothing possible where
    something is. So every row is gone through in whole numbers here, and what contradicts
    itself is solved again without presolve.

    Args:
        program: columns and rows.
        objective: a factor for each column that counts.
        most_nodes: after so many nodes the best so far is returned, not proven.
        cancelled: asked now and then whether to give up.

    Raises:
        SolverMissing: it does not run here, or broke off without a word.
        Cancelled: ``cancelled`` said so.
    """
    for presolve in ("choose", "off"):
        if cancelled():
            raise Cancelled
        try:
            found = _solve(program, objective, most_nodes, presolve, cancelled)
        except _Wrong:
            continue
        if not found.values or program.holds(found.values):
            return found
    return Solved((), -_BEYOND, proven=False)


def relaxed(
    program: Program, objective: Mapping[int, int], cancelled: Callable[[], bool] = never
) -> int:
    """Return a number that the objective is never below, found without whole numbers.

    Raises:
        SolverMissing: it does not run here, or broke off without a word.
        Cancelled: ``cancelled`` said so.
    """
    if cancelled():
        raise Cancelled
    said = _said(program, objective, _RELAXATION, cancelled)[0]
    for line in said.splitlines():
        title, _, value = line.partition(":")
        if title.strip() == "Objective value":
            return math.ceil(float(value) - _ROUNDING)
    raise SolverMissing(said[-300:])


def _solve(
    program: Program,
    objective: Mapping[int, int],
    most_nodes: int,
    presolve: str,
    cancelled: Callable[[], bool],
) -> Solved:
    options = _OPTIONS.format(nodes=most_nodes, presolve=presolve)
    return _read(program, objective, *_said(program, objective, options, cancelled))


def _said(
    program: Program, objective: Mapping[int, int], options: str, cancelled: Callable[[], bool]
) -> tuple[str, str]:
    """Return what the solver prints and the solution it writes."""
    with TemporaryDirectory(prefix="plan-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        (folder / "program.mps").write_text(program.mps(objective), "ascii")
        (folder / "options").write_text(options, "utf-8")
        said = _run([*_command(), "--options_file", "options", "program.mps"], folder, cancelled)
        found = folder / "solution"
        return said, found.read_text("ascii") if found.exists() else ""


def _command() -> list[str]:
    try:
        from highsbox import highs_bin_path
    except ImportError as error:
        raise SolverMissing(str(error)) from error
    return [highs_bin_path()]


def _run(command: list[str], folder: Path, cancelled: Callable[[], bool]) -> str:
    lib = str(Path(command[0]).parent.parent / "lib")
    loader = {"linux": "LD_LIBRARY_PATH", "darwin": "DYLD_LIBRARY_PATH"}.get(sys.platform)
    environment = {**os.environ, "OPENBLAS_NUM_THREADS": "1", **({loader: lib} if loader else {})}
    try:
        process = subprocess.Popen(  # noqa: S603
            command,
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError as error:
        raise SolverMissing(str(error)) from error
    with process:
        while True:
            try:
                said, _ = process.communicate(timeout=_LOOK_EVERY)
                return said
            except subprocess.TimeoutExpired:
                if cancelled():
                    process.kill()
                    raise Cancelled from None


def _read(program: Program, objective: Mapping[int, int], said: str, solution: str) -> Solved:
    told = _report(said)
    if told.get("Status") in {"Infeasible", "Primal infeasible or unbounded"}:
        raise _Wrong
    lines = solution.splitlines()
    start = next((at for at, line in enumerate(lines) if line.startswith("# Columns")), None)
    if "Status" not in told:
        raise SolverMissing(said[-300:])
    bound = float(told.get("Dual bound", "-inf"))
    least = math.ceil(bound - _ROUNDING) if math.isfinite(bound) else -_BEYOND
    if start is None and told["Status"] == "Optimal":
        raise _Wrong
    if start is None or told.get("Primal bound") == "inf":
        return Solved((), least, proven=False)
    values = tuple(
        round(float(line.split()[1])) for line in lines[start + 1 : start + 1 + len(program.most)]
    )
    value = sum(factor * values[column] for column, factor in objective.items())
    proven = told["Status"] == "Optimal" or least >= value
    return Solved(values, value if proven else least, proven)


def _report(said: str) -> dict[str, str]:
    """Return the lines of the closing report by their titles."""
    told = {}
    for line in said.partition("Solving report")[2].splitlines():
        title = line[:20].strip()
        if title and line[20:].strip():
            told[title] = line[20:].strip()
    if not told:
        status = [line for line in said.splitlines() if "infeasible" in line.lower()]
        return {"Status": "Infeasible"} if status else {}
    return told
