# SPDX-License-Identifier: Apache-2.0
"""Whoever may not know a secret reads the same sentence for every one of them.

Domain §6.7: a "why not this bed?" could otherwise be answered by trying beds one by one.
"""

from collections.abc import Iterable

from app.policies.access import InfoClass, Role, Sight, sight
from app.policies.reasons import MASKED_REASONS, Reason

_OF_THE_CASE = frozenset({Reason.EXPLOITED_APART})


def told(role: Role, reasons: Iterable[Reason]) -> tuple[Reason, ...]:
    """Return the reasons as a post may read them, each once."""
    return tuple(
        dict.fromkeys(each if _knows(role, each) else Reason.MASKED_RULE for each in reasons)
    )


def _knows(role: Role, reason: Reason) -> bool:
    if reason not in MASKED_REASONS:
        return True
    about = InfoClass.CHRONOLOGY if reason in _OF_THE_CASE else InfoClass.SAFETY
    return sight(role, about) is Sight.FULL
