# SPDX-License-Identifier: Apache-2.0
"""The console program ``teduh``: window, tour, bench, doctor."""

import argparse
from pathlib import Path

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


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit code."""
    chosen = _arguments().parse_args(arguments)
    paths = Paths(chosen.data.absolute()) if chosen.data else default_paths()
    if chosen.command == "tour":
        from app.devtools.tour.run import tour

        return tour(chosen.out.absolute(), Paths(chosen.data.absolute()) if chosen.data else None)
    if chosen.command == "bench":
        from app.devtools.bench.run import bench

        return bench(chosen.json)
    if chosen.command == "doctor":
        from app.devtools.doctor import doctor

        return doctor(paths, training=chosen.training)
    from app.bootstrap import start

    return start(paths)
