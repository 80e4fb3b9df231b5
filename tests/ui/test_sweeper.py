# SPDX-License-Identifier: Apache-2.0
"""Garbage with Qt objects in it dies on the window's thread, whoever allocates."""

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, Qt

from app.ui.sweeper import sweep
from app.ui.tasks import Tasks


@pytest.fixture(autouse=True)
def as_often_as_in_the_program() -> Iterator[None]:
    """Collect as often as Python does by itself; the suite does so seldom."""
    seldom = gc.get_threshold()
    gc.set_threshold(700, 10, 10)
    yield
    gc.set_threshold(*seldom)


def waste(died_in: list[int]) -> None:
    """Leave a Qt object behind in a cycle; say in which thread it dies."""
    loop: dict[str, object] = {}
    qobject = QObject()
    qobject.destroyed.connect(
        lambda: died_in.append(threading.get_ident()), Qt.ConnectionType.DirectConnection
    )
    loop["self"], loop["qt"] = loop, qobject


def churn() -> int:
    """Allocate enough to start an automatic collection of every generation."""
    kept = [[number] for number in range(200_000)]
    return len(kept)


def test_a_database_thread_frees_no_qt_object(qtbot, qapp) -> None:
    gc.collect()
    tasks = Tasks()
    died_in: list[int] = []
    waste(died_in)
    with qtbot.waitSignal(tasks.settled, timeout=10_000):
        tasks.write(tasks, churn)
    assert died_in == []
    gc.collect()
    assert died_in == [threading.get_ident()]
    tasks.stop()


def test_python_collects_again_when_the_last_window_is_gone(qapp) -> None:
    assert gc.isenabled()
    one, other = Tasks(), Tasks()
    assert not gc.isenabled()
    one.stop()
    assert not gc.isenabled()
    other.stop()
    other.stop()
    assert gc.isenabled()


def test_sweeping_collects_what_is_due(qapp) -> None:
    tasks = Tasks()
    gc.collect()
    died_in: list[int] = []
    waste(died_in)
    kept = [[number] for number in range(2000)]
    sweep()
    assert (len(died_in), len(kept)) == (1, 2000)
    tasks.stop()
