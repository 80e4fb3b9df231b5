# SPDX-License-Identifier: Apache-2.0
"""Puts the parts together: the window paints first, the rest is imported behind it."""

import os
from collections.abc import Callable
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

import app.early  # noqa: F401
from app.clock import Clock, Pc, Timepiece
from app.config import Paths
from app.ui.application import run
from app.ui.front import Front

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

SLOW = (
    "sqlalchemy.orm",
    "cryptography.hazmat.primitives.hpke",
    "app.services.staff.accounts",
    "app.services.staff.opening",
    "app.services.staff.training",
    "app.services.search.index",
    "app.services.arrivals.desk.papers",
)
"""Modules without a screen; importing them takes longer than painting the window."""


def warm() -> None:
    """Import what is slow and knows no Qt; safe on any thread."""
    for name in SLOW:
        import_module(name)


def move_in(clock: Clock, front: Front) -> object:
    """Make the shell behind the window; on the GUI thread, after ``warm``."""
    return import_module("app.ui.shell.shell").Shell(front, clock)


def say_occupied(application: "QApplication", paths: Paths) -> None:
    """Say that another Teduh has this folder."""
    import_module("app.ui.occupied").say_occupied(application, paths)


def start(
    paths: Paths, pc: Pc | None = None, *, on_painted: Callable[[], None] | None = None
) -> int:
    """Open the window on ``paths``; files made from here on are this user's only."""
    os.umask(0o077)
    return run(paths, warm, partial(move_in, Timepiece(pc)), say_occupied, on_painted)
