# SPDX-License-Identifier: Apache-2.0
"""What a person's bed has to take into account besides her age.

Most of it is secret: whoever places her learns the answer, never the reason (domain §0.2).
A setting that is off leaves no fact to judge; see ``rules.under``.
"""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

MOST_WATCH = 3
"""Levels of watch: 0 none, 1 look in, 2 near the caretaker, 3 never alone (domain §7.13)."""


class House(StrEnum):
    """To which institution a person or a wing belongs; both live on one site (paper)."""

    RPSW = "rpsw"
    PSKW = "pskw"


@dataclass(frozen=True, slots=True)
class Needs:
    """What the rules have to know of one person.

    Attributes:
        house: whose client she is; None where houses are not kept apart.
        exploited: sexually exploited; None while nobody has assessed it.
        near: she sleeps near the caretaker, and on the ground floor where that is asked for.
        company: she never sleeps alone in a room.
        own_room: she shares a room with her family only; other people are not told why.
        step_free: a room that a wheelchair reaches.
        lower_bunk: no upper bunk.
        grown_boy: a boy older than the shelter takes into women's rooms.
        apart_from: who never sleeps in one room with her.
    """

    house: House | None = None
    exploited: bool | None = None
    near: bool = False
    company: bool = False
    own_room: bool = False
    step_free: bool = False
    lower_bunk: bool = False
    grown_boy: bool = False
    apart_from: frozenset[UUID] = frozenset()


NO_NEEDS = Needs()
