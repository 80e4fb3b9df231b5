# SPDX-License-Identifier: Apache-2.0
"""``python -m app.devtools.tour.stage NAME``: one stage in its own process."""

import argparse
import os
import sys
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

from app.bootstrap import move_in, warm
from app.clock import Clock
from app.config import Paths
from app.devtools.tour.clock import TourClock
from app.devtools.tour.doubt import doubt, empty_battery
from app.devtools.tour.hands import Hands, Stuck
from app.devtools.tour.house import large_house
from app.devtools.tour.night import night
from app.devtools.tour.stages import Stage, first_run, half_typed
from app.ui.application import application, open_front
from app.ui.shell.shell import Shell

STAGES: dict[str, Stage] = {
    "first-run": first_run,
    "half-typed": half_typed,
    "night": night,
    "doubt": doubt,
    "large-house": large_house,
}
CLOCKS: dict[str, Callable[[TourClock], Clock]] = {"doubt": empty_battery}
"""What the PC shows where it does not show the tour's time."""


def _as_it_is(clock: TourClock) -> Clock:
    return clock


def main(stages: Mapping[str, Stage] = STAGES) -> int:
    """Run one of these stages; return 1 when it got stuck."""
    parser = argparse.ArgumentParser()
    parser.add_argument("stage", choices=stages)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--start", type=datetime.fromisoformat, required=True)
    parser.add_argument("--first", type=int, required=True)
    chosen = parser.parse_args()
    os.umask(0o077)
    clock = TourClock(chosen.start)
    front = open_front(application(), Paths(chosen.data))
    warm()
    shell = move_in(CLOCKS.get(chosen.stage, _as_it_is)(clock), front)
    if not isinstance(shell, Shell):
        raise TypeError("the shell is missing")
    front.activateWindow()
    hands = Hands(front, chosen.out, chosen.first)
    crashed: list[BaseException] = []
    shell.tasks.crashed.connect(crashed.append)
    try:
        hands.wait(front.isActiveWindow, "the window")
        stages[chosen.stage](hands, shell, clock)
    except Stuck as error:
        hands.report(stuck=str(error), page=type(front.page).__name__)
        front.grab().save(str(chosen.out / "stuck.png"))
        return 1
    finally:
        shell.leave()
    if crashed:
        hands.report(stuck=f"unexpected: {type(crashed[0]).__name__}")
        raise crashed[0]
    return 0


if __name__ == "__main__":
    sys.exit(main())
