# SPDX-License-Identifier: Apache-2.0
"""``teduh tour``: runs the stages, cuts the power once, and writes what was seen."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

from app import __version__
from app.clock import now
from app.config import Paths
from app.devtools.tour.clock import ten_to_two
from app.devtools.tour.large import found_large
from app.services.staff.training import found_training

STAGE = "app.devtools.tour.stage"
MOST_KEYSTROKES = {"one_arrival": 25, "five_arrivals": 80}
_AFTER_THE_CUT = timedelta(minutes=4)


@dataclass
class Seen:
    """What the stages reported.

    Attributes:
        noted: lines a stage wants kept, each with ``noted`` saying of what kind.
        killed: a stage asked for the power cut, and got it.
    """

    steps: list[dict[str, Any]] = field(default_factory=list)
    papers: list[str] = field(default_factory=list)
    noted: list[dict[str, Any]] = field(default_factory=list)
    keystrokes: dict[str, int] = field(default_factory=dict)
    stuck: str = ""
    killed: bool = False


def main(out: Path, paths: Paths | None = None) -> int:
    """Run the tour into ``out``; return 0 when nothing got stuck.

    Args:
        out: folder for pictures, papers and ``tour.json``; emptied of an earlier tour.
        paths: data folder to leave the training shelter in; ``out/data`` without one.
    """
    out.mkdir(parents=True, exist_ok=True)
    for old in (*out.glob("*.png"), *out.glob("*.pdf"), *out.glob("tour.json")):
        old.unlink()
    data = paths.data if paths else out / "data"
    if not paths:
        shutil.rmtree(data, ignore_errors=True)
    began, seen, start = time.monotonic(), Seen(), ten_to_two(now())
    with tempfile.TemporaryDirectory(prefix="teduh-") as thrown_away:
        run_stage("first-run", Path(thrown_away), out, start.isoformat(), seen)
    if not seen.stuck:
        run_stage("half-typed", data, out, start.isoformat(), seen)
    if not seen.stuck:
        run_stage("night", data, out, (start + _AFTER_THE_CUT).isoformat(), seen)
    for stage, found in (("doubt", found_training), ("large-house", found_large)):
        if not seen.stuck:
            with tempfile.TemporaryDirectory(prefix="teduh-") as thrown_away:
                fresh = Paths(Path(thrown_away))
                found(fresh.training, lambda: start)
                run_stage(stage, fresh.data, out, start.isoformat(), seen)
    few = all(seen.keystrokes.get(of, most + 1) <= most for of, most in MOST_KEYSTROKES.items())
    ok = not seen.stuck and seen.killed and few
    _write(out, seen, time.monotonic() - began, ok=ok)
    return 0 if ok else 1


@contextmanager
def _stage(module: str, name: str, data: Path, out: Path, start: str, first: int) -> Iterator[Any]:
    command = [sys.executable, "-m", module, name]
    command += ["--out", str(out), "--data", str(data), "--start", start, "--first", str(first)]
    environment = dict(os.environ, QT_QPA_PLATFORM="offscreen", QT_LOGGING_RULES="qt.qpa.*=false")
    process = subprocess.Popen(  # noqa: S603
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=environment
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def run_stage(
    name: str, data: Path, out: Path, start: str, seen: Seen, module: str = STAGE
) -> bool:
    """Run one stage in its own process; return True when it was killed as it asked for.

    Args:
        name: the stage.
        data: the data folder it works in.
        out: where its pictures and papers go.
        start: the instant at which its clock begins, in ISO 8601.
        seen: takes up what it reports.
        module: what is run as ``python -m``; it calls ``stage.main``.
    """
    first = len(seen.steps) + len(seen.papers) + 1
    killed = False
    with _stage(module, name, data, out, start, first) as process:
        for line in process.stdout:
            said = json.loads(line)
            if "ready" in said:
                process.kill()
                killed = seen.killed = True
                print("   -- kill -9 --", flush=True)
            elif "stuck" in said:
                seen.stuck = f"{name}: {said['stuck']}"
            elif "noted" in said:
                seen.noted.append(said)
            elif "paper" in said:
                seen.papers.append(said["paper"])
            elif "keystrokes" in said:
                seen.keystrokes[said["of"]] = said["keystrokes"]
            else:
                seen.steps.append(said)
                print(f"{said['seconds']:8.3f} s  {said['picture']}", flush=True)
        code = process.wait()
    if code and not seen.stuck and not killed:
        seen.stuck = f"{name}: ended with {code}"
    return killed


def _write(out: Path, seen: Seen, seconds: float, *, ok: bool) -> None:
    report = {
        "version": __version__,
        "ok": ok,
        "stuck": seen.stuck,
        "killed_and_resumed": seen.killed and not seen.stuck,
        "keystrokes": seen.keystrokes,
        "seconds": round(seconds, 1),
        "steps": seen.steps,
        "papers": seen.papers,
    }
    (out / "tour.json").write_text(json.dumps(report, indent=1), "utf-8")
    print(f"{len(seen.steps)} pictures, {len(seen.papers)} papers, {seconds:.0f} s: {out}")
    if seen.stuck:
        print(f"stuck at {seen.stuck}; see stuck.png")
    for of, number in seen.keystrokes.items():
        print(f"keystrokes {of}: {number} beyond the name (at most {MOST_KEYSTROKES[of]})")
