# SPDX-License-Identifier: Apache-2.0
"""Work off the GUI thread, results on it: one thread writes, one reads, one examines."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal, Slot

from app.errors import Denied, Refused, Unavailable
from app.ui.sweeper import Sweeper

R = TypeVar("R")
KNOWN = (Refused, Denied, Unavailable)


class Tasks(QObject):
    """Runs closures on the database threads and delivers their results.

    Signals:
        changed(topics, source): an act was kept; views reload or mark themselves stale.
        failed(error): an act was refused, denied or not possible and nobody else handles it.
        crashed(error): a bug.
        settled: nothing is running or waiting any more.
    """

    changed = Signal(object, object)
    failed = Signal(object)
    crashed = Signal(object)
    settled = Signal()
    _finished = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._writer = ThreadPoolExecutor(1, thread_name_prefix="writes")
        self._reader = ThreadPoolExecutor(1, thread_name_prefix="reads")
        self._examiner = ThreadPoolExecutor(1, thread_name_prefix="examines")
        self._sweeper = Sweeper(self)
        self._running = 0
        self._stopped = False
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def idle(self) -> bool:
        """Say whether nothing is running or waiting."""
        return self._running == 0

    def write(
        self,
        owner: QObject,
        work: Callable[[], R],
        on_done: Callable[[R], None] | None = None,
        on_failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Run an act on the writing thread; its topics are announced when it is kept."""
        self._submit(self._writer, owner, work, on_done, on_failed)

    def read(
        self,
        owner: QObject,
        work: Callable[[], R],
        on_done: Callable[[R], None],
        on_failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Run a query on the reading thread."""
        self._submit(self._reader, owner, work, on_done, on_failed)

    def examine(
        self,
        owner: QObject,
        work: Callable[[], R],
        on_done: Callable[[R], None],
        on_failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Run a long check beside everything else."""
        self._submit(self._examiner, owner, work, on_done, on_failed)

    def announce(self, topics: frozenset[Any], source: QObject | None = None) -> None:
        """Tell every view what may have changed."""
        if topics:
            self.changed.emit(topics, source)

    def stop(self) -> None:
        """Take no more work, finish what was taken, end the threads."""
        self._stopped = True
        self._writer.shutdown(wait=True)
        self._reader.shutdown(wait=True, cancel_futures=True)
        self._examiner.shutdown(wait=True, cancel_futures=True)
        self._sweeper.stop()

    def _submit(
        self,
        pool: ThreadPoolExecutor,
        owner: QObject,
        work: Callable[[], Any],
        on_done: Callable[[Any], None] | None,
        on_failed: Callable[[Exception], None] | None,
    ) -> None:
        if self._stopped:
            return
        self._running += 1
        then = (owner, on_done, on_failed)
        pool.submit(work).add_done_callback(lambda future: self._send(future, then))

    def _send(self, future: Future[Any], then: object) -> None:
        if shiboken6.isValid(self):
            self._finished.emit(future, then)

    @Slot(object, object)
    def _deliver(self, future: Future[Any], then: Any) -> None:
        owner, on_done, on_failed = then
        self._running -= 1
        alive = shiboken6.isValid(owner)
        error = None if future.cancelled() else future.exception()
        try:
            if future.cancelled():
                return
            if error is None:
                if alive and on_done is not None:
                    on_done(future.result())
            elif on_failed is not None and alive:
                on_failed(error)
            elif isinstance(error, KNOWN):
                self.failed.emit(error)
            else:
                self.crashed.emit(error)
        finally:
            if self._running == 0:
                self.settled.emit()
