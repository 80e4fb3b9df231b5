# SPDX-License-Identifier: Apache-2.0
"""Work runs off the GUI thread, results arrive on it, and nothing reaches a view that is gone."""

import threading

import pytest
import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.errors import Cause, Denied, Refused, Unavailable
from app.policies.access import Right
from app.policies.reasons import Reason


@pytest.fixture
def owner(qapp):
    return QObject()


def settle(qtbot, tasks):
    qtbot.waitUntil(lambda: tasks.idle, timeout=5000)


def test_result_arrives_on_the_gui_thread(qtbot, tasks, owner):
    seen = []
    tasks.write(
        owner, threading.get_ident, lambda worker: seen.append((worker, threading.get_ident()))
    )
    settle(qtbot, tasks)
    [(worker, receiver)] = seen
    assert receiver == threading.get_ident()
    assert worker != receiver


def test_acts_keep_their_order_on_one_thread(qtbot, tasks, owner):
    done, threads = [], set()

    def work(number):
        threads.add(threading.get_ident())
        return number

    for number in range(50):
        tasks.write(owner, lambda n=number: work(n), done.append)
    settle(qtbot, tasks)
    assert done == list(range(50))
    assert len(threads) == 1


def test_a_long_question_does_not_hold_up_an_act(qtbot, tasks, owner):
    let_go, done = threading.Event(), []
    tasks.read(owner, lambda: let_go.wait(5), lambda _: done.append("read"))
    tasks.write(owner, lambda: None, lambda _: (done.append("written"), let_go.set()))
    settle(qtbot, tasks)
    assert done == ["written", "read"]


def test_result_for_a_deleted_view_is_dropped(qtbot, tasks):
    let_go, seen = threading.Event(), []
    view = QWidget()
    tasks.read(view, lambda: let_go.wait(5), seen.append)
    shiboken6.delete(view)
    let_go.set()
    settle(qtbot, tasks)
    assert seen == []


@pytest.mark.parametrize(
    "error",
    [Refused(Reason.BED_TAKEN), Denied(Right.PLACE_CLIENT), Unavailable(Cause.DISK_FULL)],
    ids=lambda error: type(error).__name__,
)
def test_known_errors_reach_whoever_asked_else_everybody(qtbot, tasks, owner, error):
    def work():
        raise error

    handled, announced, crashed = [], [], []
    tasks.failed.connect(announced.append)
    tasks.crashed.connect(crashed.append)
    tasks.write(owner, work, on_failed=handled.append)
    tasks.write(owner, work)
    settle(qtbot, tasks)
    assert (handled, announced, crashed) == ([error], [error], [])


def test_an_unknown_error_is_a_bug(qtbot, tasks, owner):
    crashed, announced = [], []
    tasks.crashed.connect(crashed.append)
    tasks.failed.connect(announced.append)
    tasks.write(owner, lambda: 1 // 0)
    settle(qtbot, tasks)
    assert [type(error) for error in crashed] == [ZeroDivisionError]
    assert announced == []


def test_settles_after_a_failure_too(qtbot, tasks, owner):
    tasks.failed.connect(lambda _error: None)

    def work():
        raise Refused(Reason.STALE)

    with qtbot.waitSignal(tasks.settled, timeout=5000):
        tasks.write(owner, work)
    assert tasks.idle


def test_announces_what_may_have_changed(qtbot, tasks, owner):
    with qtbot.waitSignal(tasks.changed, timeout=1000) as heard:
        tasks.announce(frozenset({"beds"}), owner)
    assert heard.args == [frozenset({"beds"}), owner]
    with qtbot.assertNotEmitted(tasks.changed):
        tasks.announce(frozenset())


def test_stopping_finishes_every_accepted_act(tasks, owner):
    let_go, written = threading.Event(), []
    tasks.write(owner, lambda: let_go.wait(5))
    for number in range(20):
        tasks.write(owner, lambda n=number: written.append(n))
    let_go.set()
    tasks.stop()
    assert written == list(range(20))


def test_nothing_is_accepted_after_stopping(tasks, owner):
    tasks.stop()
    seen = []
    tasks.write(owner, lambda: seen.append("late"))
    tasks.read(owner, lambda: seen.append("late"), seen.append)
    assert (seen, tasks.idle) == ([], True)
