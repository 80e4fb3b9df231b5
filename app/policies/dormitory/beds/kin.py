# SPDX-License-Identifier: Apache-2.0
"""Who may share a room although a hard rule speaks against it (issue "A bed tonight").

Exactly three: a child's own mother, a verified guardian, and a signed exception of one
night in a room without others. A declared mother needs such an exception too.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

Pair = tuple[UUID, UUID]
"""(elder, younger)."""


@dataclass(frozen=True, slots=True)
class Kin:
    """The live licences of the house, each from the elder to the younger.

    ``mothers`` and ``guardians`` are verified; ``for_tonight`` are signed exceptions,
    ``declared_mothers`` those of them that rest on a declared mother.
    """

    mothers: frozenset[Pair] = frozenset()
    guardians: frozenset[Pair] = frozenset()
    for_tonight: frozenset[Pair] = frozenset()
    declared_mothers: frozenset[Pair] = frozenset()

    def proven(self, elder: UUID, younger: UUID) -> bool:
        """Say whether the two may share a room whoever else sleeps there."""
        pair = (elder, younger)
        return pair in self.mothers or pair in self.guardians

    def licensed(self, elder: UUID, younger: UUID) -> bool:
        """Say whether the two may share a room at all."""
        return self.proven(elder, younger) or (elder, younger) in self.for_tonight

    def mothered(self, elder: UUID, younger: UUID) -> bool:
        """Say whether the elder is the younger's mother, proven or for tonight."""
        return (elder, younger) in self.mothers or (elder, younger) in self.declared_mothers

    def siblings(self, one: UUID, other: UUID) -> bool:
        """Say whether the two have one mother, proven or for tonight."""
        return any(
            self.mothered(mother, other)
            for pairs in (self.mothers, self.declared_mothers)
            for mother, child in pairs
            if child == one
        )

    def family(self, one: UUID, other: UUID) -> bool:
        """Say whether any licence joins the two, or one mother."""
        licensed = self.licensed(one, other) or self.licensed(other, one)
        return licensed or self.siblings(one, other)


NO_KIN = Kin()


def crowded(elder: UUID, younger: UUID, room: Iterable[UUID], kin: Kin) -> bool:
    """Say whether a pair that may only sleep alone has somebody else in its room.

    The elder's other licensed children do not count as others.
    """
    if kin.proven(elder, younger):
        return False
    return any(
        person not in {elder, younger} and not kin.licensed(elder, person) for person in room
    )
