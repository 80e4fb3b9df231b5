# SPDX-License-Identifier: Apache-2.0
"""Puts the parts together: data folder, window."""

import os

from app.clock import now
from app.config import Paths
from app.ui.application import run


def start(paths: Paths) -> int:
    """Open the window on ``paths``; files made from here on are this user's only."""
    os.umask(0o077)
    return run(paths, now)
