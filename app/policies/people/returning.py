# SPDX-License-Identifier: Apache-2.0
"""When two entries of the register may be the same person (domain §7.10).

The likeness of two names is measured by the service on their spelling keys; here it is
decided what it takes, together with the ages.
"""

LIKE = 84.0
"""Least likeness of two names, of 100, when both ages are known."""
EQUAL = 95.0
"""Least likeness when an age is not known: then the name alone must speak."""
YEARS_APART = 3
SHORTEST_KEY = 3
"""Letters below which a name says nothing."""


def sounds_like(likeness: float, years: int | None, earlier_years: int | None) -> bool:
    """Say whether two people may be one.

    Args:
        likeness: of both spelling keys, 0 to 100.
        years: her age today, if known.
        earlier_years: the other one's age today, if known.
    """
    if years is None or earlier_years is None:
        return likeness >= EQUAL
    return likeness >= LIKE and abs(years - earlier_years) <= YEARS_APART


def lengths_worth_comparing(key: str) -> tuple[int, int]:
    """Return the shortest and longest key that can still be ``LIKE`` this one.

    Likeness is twice the common letters over all letters, so a key that is much shorter
    or longer cannot reach it.
    """
    share = LIKE / (200 - LIKE)
    return int(len(key) * share), int(len(key) / share) + 1
