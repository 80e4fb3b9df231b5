# SPDX-License-Identifier: Apache-2.0
"""The guard against unannounced log lines bites."""

import logging

import pytest

from app import logging as log
from tests.helpers.fail_on_log import quiet_log


def test_a_warning_fails_the_test(logged):
    logged.expected = True
    with pytest.raises(AssertionError, match="the disk is slow"), quiet_log():
        logging.getLogger("teduh").warning("the disk is slow")


def test_a_bug_fails_the_test_even_after_the_log_was_started(tmp_path, logged):
    with pytest.raises(AssertionError, match="ValueError"), quiet_log():  # noqa: PT012
        log.start(tmp_path / "teduh.log")
        log.bug(ValueError("secret"))
    logging.getLogger("teduh").handlers[0].close()
    logging.getLogger("teduh").handlers = []
    logged.expected = True


def test_announced_lines_are_welcome(logged):
    logged.expected = True
    with quiet_log() as inner:
        inner.expected = True
        logging.getLogger("teduh").error("expected")
    assert inner.lines == ["teduh ERROR expected"]
