# SPDX-License-Identifier: Apache-2.0
"""Whoever may not know a secret reads the same sentence for every one of them.

Domain §6.7: a "why not this bed?" could otherwise be answered by trying beds one by one.
The same colour, the same place in a list, the same question for a signature.
"""

from collections.abc import Iterable

from app.policies.access import Role
from app.policies.reasons import MASKED_REASONS, Decision, Reason, Verdict
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


def as_read(role: Role, decision: Decision) -> Decision:
    """Return a decision as a post may read it: what is masked looks alike in colour as well."""
    return Decision(told(role, decision.reasons))


def signable(role: Role, reasons: Iterable[Reason]) -> bool:
    """Say whether a refusal is to look to a post like one that a signature sets aside."""
    return Decision(told(role, reasons)).verdict is Verdict.PERMIT


def _knows(role: Role, reason: Reason) -> bool:
    if reason is Reason.MASKED_RULE:
        return False
    if reason not in MASKED_REASONS:
        return True
    about = InfoClass.CHRONOLOGY if reason in _OF_THE_CASE else InfoClass.SAFETY
    return sight(role, about) is Sight.FULL
