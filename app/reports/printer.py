# SPDX-License-Identifier: Apache-2.0
"""Papers are made in a process of their own: ReportLab never fills the window's memory.

What a paper says travels through a pipe between our own two processes and never to disk.
"""

import pickle
from importlib import import_module
from typing import Any

from app.child import Child

PRINTER = Child("app.reports.printer:rendered")


def printed(paper: str, *content: Any) -> bytes:
    """Return a paper as PDF.

    Args:
        paper: the module below ``app.reports`` whose ``render`` makes it.
        *content: what ``render`` is given; frozen data.

    Raises:
        ChildFailed: no process can be started here, or the paper could not be made.
    """
    return PRINTER.ask(pickle.dumps((paper, content)))


def rendered(request: bytes) -> bytes:
    """Return the paper that a request of ``printed`` asks for."""
    paper, content = pickle.loads(request)  # noqa: S301
    made: bytes = import_module(f"app.reports.{paper}").render(*content)
    return made
