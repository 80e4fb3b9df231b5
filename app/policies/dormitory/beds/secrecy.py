# SPDX-License-Identifier: Apache-2.0
"""Whoever may not know a secret reads the same sentence for every one of them.

Domain §6.7: a "why not this bed?" could otherwise be answered by trying beds one by one.
"""

from collections.abc import Iterable

from app.policies.access import Role
from app.policies.reasons import MASKED_REASONS, Reason
from app.policies.sight import InfoClass, Sight, sight

_OF_THE_CASE = frozenset({Reason.EXPLOITED_APART})


def told(role: Role, reasons: Iterable[Reason]) -> tuple[Reason, ...]:
    """Return the reasons as a post may read them, each once.

    What is masked comes last: its place among the others would tell which rule it was.
    """
    known = tuple(dict.fromkeys(reasons))
    open_to_her = tuple(each for each in known if _knows(role, each))
    masked = (Reason.MASKED_RULE,) if open_to_her != known else ()
    return (*open_to_her, *masked)


def _knows(role: Role, reason: Reason) -> bool:
    if reason is Reason.MASKED_RULE:
        return False
    if reason not in MASKED_REASONS:
        return True
    about = InfoClass.CHRONOLOGY if reason in _OF_THE_CASE else InfoClass.SAFETY
    return sight(role, about) is Sight.FULL
