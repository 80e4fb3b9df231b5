# SPDX-License-Identifier: Apache-2.0
"""How long wrong passwords make one wait; never for good (nobody is locked out at 02:00)."""

FREE_TRIES = 5
_FIRST_WAIT = 30
_LONGEST_WAIT = 300


def wait_seconds(failures: int) -> int:
    """Return the seconds to wait after ``failures`` wrong passwords in a row.

    Nothing up to four; then 30, 60, 120, 240 and at most 300.
    """
    if failures < FREE_TRIES:
        return 0
    doublings = min(failures - FREE_TRIES, 10)
    return min(_FIRST_WAIT << doublings, _LONGEST_WAIT)
