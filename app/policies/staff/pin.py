# SPDX-License-Identifier: Apache-2.0
"""The PIN that unlocks the screen within a shift: six digits, not a pattern."""

from itertools import pairwise

from app.policies.reasons import Reason

DIGITS = 6
TRIES = 5


def pin_problem(pin: str) -> Reason | None:
    """Return why a PIN is not taken, or None when it is."""
    if len(pin) != DIGITS or not (pin.isascii() and pin.isdigit()):
        return Reason.PIN_NOT_SIX_DIGITS
    steps = {(int(b) - int(a)) % 10 for a, b in pairwise(pin)}
    if len(steps) == 1 and steps <= {0, 1, 9}:
        return Reason.PIN_TOO_SIMPLE
    return Reason.PIN_TOO_SIMPLE if pin[:3] == pin[3:] or len(set(pin)) < 3 else None
