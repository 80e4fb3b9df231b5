# SPDX-License-Identifier: Apache-2.0
"""The console program ``teduh``: window, tour, bench, doctor."""

import argparse
import os
import sys
from pathlib import Path
from pkgutil import resolve_name

from app import __version__
from app.config import Paths, default_paths


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="teduh", description="Teduh, shelter desk software")
    parser.add_argument("--version", action="version", version=f"Teduh {__version__}")
    parser.add_argument("--data", type=Path, help="data folder instead of the usual one")
    commands = parser.add_subparsers(dest="command")
    tour = commands.add_parser("tour", help="drive the main job and write pictures and papers")
    tour.add_argument("--out", type=Path, required=True)
    bench = commands.add_parser("bench", help="measure against a raw baseline")
    bench.add_argument("--json", type=Path)
    doctor = commands.add_parser("doctor", help="examine the data")
    doctor.add_argument("--training", action="store_true", help="examine the training data")
    for sub in (tour, bench, doctor):
        sub.add_argument("--data", type=Path, default=argparse.SUPPRESS)
    return parser


_NO_DISPLAY = (
    "Teduh: tidak ada layar. Buka dari komputer dengan layar, atau lihat tur: "
    "teduh tour --out tur\n(There is no display. Start Teduh where there is one, or see "
    "the tour: teduh tour --out tour)"
)
_COMMANDS = {
    "window": "app.bootstrap:start",
    "tour": "app.devtools.tour.run:main",
    "bench": "app.devtools.bench.run:main",
    "doctor": "app.devtools.doctor:main",
}


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit code; only that command is imported."""
    chosen = _arguments().parse_args(arguments)
    paths = Paths(chosen.data.absolute()) if chosen.data else None
    if chosen.command is None and not has_display():
        print(_NO_DISPLAY, file=sys.stderr)
        return 1
    run = resolve_name(_COMMANDS[chosen.command or "window"])
    match chosen.command:
        case "tour":
            return int(run(chosen.out.absolute(), paths))
        case "bench":
            return int(run(chosen.json))
        case "doctor":
            return int(run(paths or default_paths(), training=chosen.training))
        case _:
            return int(run(paths or default_paths()))


def has_display() -> bool:
    """Say whether a window can be shown here."""
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
