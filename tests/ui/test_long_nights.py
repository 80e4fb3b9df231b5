# SPDX-License-Identifier: Apache-2.0
"""A window that works for a whole shift does not end by itself (docs/decisions/0020)."""

import subprocess
import sys

_SHIFT = """
from PySide6.QtCore import QCoreApplication, QObject
from app.ui.tasks import Tasks
application = QCoreApplication([])
tasks = Tasks()
nobody = QObject()
for _ in range(300_000):
    nobody.parent()
tasks.stop()
print("still here")
"""


def test_more_calls_than_there_are_references_to_none() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _SHIFT], capture_output=True, text=True, check=False, timeout=60
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "still here\n", "")
