# SPDX-License-Identifier: Apache-2.0
"""What a plan is worth: seven wishes, each of which outweighs all that follow.

Docs: ``docs/joint-proposal.md``.
"""

from collections.abc import Iterator, Mapping
from dataclasses import astuple, dataclass

from app.planning.dormitory.beds.night import Night
from app.planning.dormitory.beds.teams import Place, Team
from app.policies.dormitory.beds.suggest import MOST_DISCOMFORT


@dataclass(frozen=True, slots=True, order=True)
class Worth:
    """How good a plan is; the greater is the better one.

    Counts of those with a bed: urgent ones, children, everybody; pairs of a family and
    tied pairs in one room; then discomfort (as a negative number), and at last who waits
    longer before who came later, in earlier rooms before later ones.
    """

    urgent: int = 0
    children: int = 0
    everybody: int = 0
    families: int = 0
    ties: int = 0
    comfort: int = 0
    in_order: int = 0


class Scale:
    """Turns the worth of one team in one room into one whole number that adds up.

    Args:
        night: the facts that say how large each part can become.
    """

    def __init__(self, night: Night) -> None:
        people = len(night.guests)
        inside = sum(len(room.occupants) for room in night.rooms)
        pairs = people * (people + inside) + 1
        self._night = night
        self._comfort = sum(night.turns) * len(night.rooms) + 1
        self._ties = self._comfort * (people * MOST_DISCOMFORT + 1)
        self._families = self._ties * pairs
        self._everybody = self._families * pairs
        self._children = self._everybody * (people + 1)
        self._urgent = self._children * (people + 1)

    def of(self, team: Team, place: Place) -> int:
        """Return the weighed worth of a team in a room; always more than nothing."""
        return self.without_rank(team, place) + self.of_rank(team, place.rank)

    def without_rank(self, team: Team, place: Place) -> int:
        """Return the part that is the same in all rooms of one kind."""
        worth = worth_of(self._night, team, place)
        return (
            worth.urgent * self._urgent
            + worth.children * self._children
            + worth.everybody * self._everybody
            + worth.families * self._families
            + worth.ties * self._ties
            + worth.comfort * self._comfort
        )

    def of_rank(self, team: Team, rank: int) -> int:
        """Return the part that depends on the place of the room in the house."""
        return in_order(self._night, team, rank)


def in_order(night: Night, team: Team, rank: int) -> int:
    """Return more for an earlier room; whose wait is longer counts before all who came later."""
    return (len(night.rooms) - rank) * sum(night.turns[person] for person in team.members)


def worth_of(night: Night, team: Team, place: Place) -> Worth:
    """Return what one team in one room adds to the worth of a plan."""
    return Worth(
        (team.mask & night.urgent).bit_count(),
        (team.mask & night.children).bit_count(),
        len(team.members),
        team.families + sum(place.kin[person] for person in team.members),
        team.ties + sum(place.ties[person] for person in team.members),
        -night.discomfort(team, place),
        in_order(night, team, place.rank),
    )


def total(night: Night, teams: Mapping[int, int]) -> Worth:
    """Return the worth of a plan, given as the mask of the team in each room."""
    parts = [astuple(part) for part in _parts(night, teams)]
    return Worth(*(sum(column) for column in zip(*parts, strict=True)))


def _parts(night: Night, teams: Mapping[int, int]) -> Iterator[Worth]:
    for rank, mask in teams.items():
        if mask:
            yield worth_of(night, night.team(mask), night.places[rank])
