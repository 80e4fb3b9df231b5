# SPDX-License-Identifier: Apache-2.0
"""A process of our own: one request after the other, given up at once, never left behind."""

import os
import threading
import time
from collections.abc import Iterator

import psutil
import pytest

from app.child import Cancelled, Child, ChildFailed

HERE = "tests.test_child"


def told(request: bytes) -> bytes:
    return b"%d %d" % (os.getpid(), len(request))


def broken(request: bytes) -> bytes:
    raise ValueError(request.decode())


def dying(_request: bytes) -> bytes:
    os._exit(3)


def endless(_request: bytes) -> bytes:
    threading.Event().wait()
    return b""


@pytest.fixture
def child() -> Iterator[Child]:
    made = Child(f"{HERE}:told")
    yield made
    made.end()


def test_one_process_answers_request_after_request(child: Child) -> None:
    first, second = child.ask(b"one"), child.ask(b"x" * 300_000)
    assert first.split()[0] == second.split()[0] != str(os.getpid()).encode()
    assert (first.split()[1], second.split()[1]) == (b"3", b"300000")
    assert child.running


def test_several_threads_wait_for_each_other(child: Child) -> None:
    answers: list[bytes] = []
    threads = [
        threading.Thread(target=lambda size=size: answers.append(child.ask(b"x" * size)))
        for size in range(1, 6)
    ]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert sorted(answer.split()[1] for answer in answers) == [b"1", b"2", b"3", b"4", b"5"]
    assert len({answer.split()[0] for answer in answers}) == 1


def test_what_fails_is_told_and_the_next_request_is_answered() -> None:
    child = Child(f"{HERE}:broken")
    for word in (b"wrong", b"again"):
        with pytest.raises(ChildFailed, match=word.decode()):
            child.ask(word)
        assert child.running
    child.end()
    assert not child.running


@pytest.mark.parametrize("function", ["dying", "nowhere"])
def test_a_process_that_breaks_off_is_told_every_time(function: str) -> None:
    child = Child(f"{HERE}:{function}")
    for _ in range(2):
        with pytest.raises(ChildFailed):
            child.ask(b"")
    assert not child.running


def test_a_process_that_was_killed_meanwhile_is_started_anew(child: Child) -> None:
    first = int(child.ask(b"").split()[0])
    psutil.Process(first).kill()
    psutil.wait_procs([psutil.Process(first)] if psutil.pid_exists(first) else [], timeout=20)
    assert not child.running
    assert int(child.ask(b"").split()[0]) != first


def test_whoever_gives_up_waits_no_longer() -> None:
    child = Child(f"{HERE}:endless")
    began = time.monotonic()
    with pytest.raises(Cancelled):
        child.ask(b"", lambda: time.monotonic() - began > 0.2)
    assert not child.running
    with pytest.raises(Cancelled):
        child.ask(b"", lambda: True)
    assert not child.running


def test_without_requests_it_ends_by_itself() -> None:
    child = Child(f"{HERE}:told", kept=0.05)
    process_id = int(child.ask(b"").split()[0])
    gone = threading.Event()

    def look() -> None:
        while child.running:
            pass
        gone.set()

    threading.Thread(target=look, daemon=True).start()
    assert gone.wait(20)
    assert int(child.ask(b"").split()[0]) != process_id
    child.end()
