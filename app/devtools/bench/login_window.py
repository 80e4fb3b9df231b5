# SPDX-License-Identifier: Apache-2.0
"""The measured process: Teduh as it really starts, up to its painted login window."""

import os
import sys
from pathlib import Path

from app.bootstrap import start
from app.config import Paths


def _painted() -> None:
    """Tell when all of the window is painted, which is one turn after its first event."""
    from PySide6.QtCore import QTimer

    QTimer.singleShot(0, _tell)


def _tell() -> None:
    print("painted", flush=True)
    sys.stdin.read()
    os._exit(0)


if __name__ == "__main__":
    sys.exit(start(Paths(Path(sys.argv[1])), on_painted=_painted))
