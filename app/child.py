# SPDX-License-Identifier: Apache-2.0
"""A process of our own that answers one request after the other.

It does what the window's process should not: what takes much memory, or has to be over at
once when somebody gives up. It is started on first use, kept for a minute, and ended by the
end of its input. Whatever it is sent travels through a pipe; nothing is written to disk.
"""

import atexit
import os
import struct
import subprocess
import sys
import threading
from collections.abc import Callable
from importlib import import_module
from typing import IO

_ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
KEPT = 60.0
"""Seconds without a request after which the process is ended."""
_LOOK_EVERY = 0.05
"""Seconds between two looks whether the user cancelled; has no part in the result."""
_LENGTH = struct.Struct("<Q")
_ANSWERED, _FAILED = b"+", b"-"


class ChildFailed(Exception):
    """The process does not run on this PC, or broke off without an answer."""


class Cancelled(Exception):
    """The user does not want the answer any more."""


class Child:
    """The process for one kind of request.

    Args:
        function: ``module:name`` of a function from bytes to bytes.
        kept: seconds without a request after which it is ended.
    """

    def __init__(self, function: str, kept: float = KEPT) -> None:
        self._function, self._kept = function, kept
        self._asking = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._rest: threading.Timer | None = None

    @property
    def running(self) -> bool:
        """Say whether the process is there."""
        return self._process is not None and self._process.poll() is None

    def start(self) -> None:
        """Start the process, if it is not there, without waiting for it.

        Raises:
            ChildFailed: it does not run here.
        """
        with self._asking:
            self._started()
            self._rest_soon()

    def ask(self, request: bytes, cancelled: Callable[[], bool] | None = None) -> bytes:
        """Return the answer to a request; requests of several threads wait for each other.

        Args:
            request: what the function is given.
            cancelled: asked now and then; when it says so, the process is killed.

        Raises:
            ChildFailed: it does not run here, broke off, or its function failed.
            Cancelled: ``cancelled`` said so.
        """
        with self._asking:
            if cancelled is not None and cancelled():
                raise Cancelled
            self._do_not_rest()
            process = self._started()
            over = threading.Event()
            given_up = threading.Event()
            watch = threading.Thread(
                target=_watch, args=(process, cancelled, over, given_up), daemon=True
            )
            if cancelled is not None:
                watch.start()
            try:
                answer = _asked(process, request)
            except (OSError, ValueError) as broken:
                self._end()
                if given_up.is_set():
                    raise Cancelled from None
                raise ChildFailed(str(broken)) from broken
            finally:
                over.set()
                if cancelled is not None:
                    watch.join()
            if given_up.is_set():
                self._end()
                raise Cancelled
            self._rest_soon()
        if answer[:1] != _ANSWERED:
            raise ChildFailed(answer[1:].decode("utf-8", "replace"))
        return answer[1:]

    def end(self) -> None:
        """End the process; the next request starts another."""
        with self._asking:
            self._do_not_rest()
            self._end()

    def _started(self) -> "subprocess.Popen[bytes]":
        if self._process is None or self._process.poll() is not None:
            self._end()
            try:
                self._process = subprocess.Popen(  # noqa: S603
                    [sys.executable, "-S", "-m", "app.child", self._function],
                    cwd=_ROOT,
                    env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.DEVNULL,
                    creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
                )
            except OSError as error:
                raise ChildFailed(str(error)) from error
            atexit.register(self.end)
        return self._process

    def _end(self) -> None:
        process, self._process = self._process, None
        atexit.unregister(self.end)
        if process is not None:
            process.kill()
            process.communicate()

    def _do_not_rest(self) -> None:
        if self._rest is not None:
            self._rest.cancel()
            self._rest = None

    def _rest_soon(self) -> None:
        self._do_not_rest()
        self._rest = threading.Timer(self._kept, self.end)
        self._rest.daemon = True
        self._rest.start()


def _watch(
    process: "subprocess.Popen[bytes]",
    cancelled: Callable[[], bool] | None,
    over: threading.Event,
    given_up: threading.Event,
) -> None:
    """Kill the process as soon as nobody wants its answer any more."""
    while cancelled is not None and not over.wait(_LOOK_EVERY):
        if cancelled():
            given_up.set()
            process.kill()
            return


def _asked(process: "subprocess.Popen[bytes]", request: bytes) -> bytes:
    if process.stdin is None or process.stdout is None:
        raise ValueError("no pipes")
    _write(process.stdin, request)
    return _read(process.stdout)


def _write(pipe: IO[bytes], message: bytes) -> None:
    pipe.write(_LENGTH.pack(len(message)) + message)
    pipe.flush()


def _read(pipe: IO[bytes]) -> bytes:
    """Return the next message.

    Raises:
        ConnectionError: there is none any more.
    """
    head = pipe.read(_LENGTH.size)
    message = pipe.read(_LENGTH.unpack(head)[0]) if len(head) == _LENGTH.size else b""
    if len(head) < _LENGTH.size or len(message) < _LENGTH.unpack(head)[0]:
        raise ConnectionError("the process ended without an answer")
    return message


def serve(name: str) -> None:
    """Answer requests until there are no more; what fails is told, and the next one awaited."""
    requests, answers = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr
    module, _, function = name.partition(":")
    answer = getattr(import_module(module), function)
    while True:
        try:
            request = _read(requests)
        except ConnectionError:
            return
        try:
            told = _ANSWERED + answer(request)
        except Exception as error:
            told = _FAILED + repr(error).encode("utf-8", "replace")
        _write(answers, told)


if __name__ == "__main__":
    serve(sys.argv[1])
