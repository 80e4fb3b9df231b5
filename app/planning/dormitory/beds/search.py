# SPDX-License-Identifier: Apache-2.0
"""The best choice of teams for rooms, exact and in whole numbers.

Everybody gets a price. The prices bound what any plan can be worth: all prices, and for
each room the most a team is worth above the prices of its members. What a plan falls short
of that bound is a sum of slacks that are never negative: of the team each room got, of
rooms left empty, of people left out. Good prices make the bound tight, so that few teams
have a small slack; going through the rooms one after the other, remembering the least slack
for each set of people placed, finds the plan with the least slack, which is the best one.

Docs: ``docs/joint-proposal.md``.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from operator import itemgetter, sub

from app.planning.dormitory.beds.night import bits
from app.planning.dormitory.beds.offers import Offers

MOST_PEOPLE = 13
"""Above it the table of all sets of people is too large to be quick."""
_SWEEPS = 2
_STEPS = 40
_TRY_EVERY = 10
_PATIENCE = 3
_FIRST_SHARE = 32
_WIDER = 8


@dataclass(frozen=True, slots=True)
class Chosen:
    """The team of each room (a mask, 0 for none), and whether nothing can be better."""

    masks: tuple[int, ...]
    value: int
    proven: bool
    work: int = 0


@dataclass(frozen=True, slots=True)
class _Bound:
    """What prices say: no plan is worth more; ``surplus`` is that of each team of each room."""

    value: int
    covered: list[int]
    surplus: list[list[int]]


def choose(rooms: Sequence[Offers], people: int, most_work: int) -> Chosen:
    """Return the most valuable choice of at most one team a room and one room a person.

    Args:
        rooms: what each room may take, masks over ``people``; none is without a team.
        people: how many there are.
        most_work: how many steps to take; beyond it the best found so far is returned.
    """
    prices, bound, best = _stepped(rooms, _swept(rooms, people))
    gap = (bound - best.value) // _FIRST_SHARE
    work = 0
    while best.value < bound:
        tried = _within(rooms, prices, min(gap, bound - best.value), most_work - work)
        work += tried.work
        if work > most_work:
            return Chosen(best.masks, best.value, False, work)
        if tried.masks:
            return Chosen(tried.masks, bound - tried.slack, True, work)
        gap = _WIDER * max(gap, tried.slack)
    return Chosen(best.masks, best.value, True, work)


def _sums(prices: Sequence[int]) -> list[int]:
    """Return the sum of the prices of every set of people, by mask."""
    sums = [0]
    for price in prices:
        sums += [known + price for known in sums]
    return sums


def _bounded(rooms: Sequence[Offers], prices: Sequence[int]) -> _Bound:
    sums = _sums(prices)
    value, covered = sum(prices), [0] * len(prices)
    surplus = []
    for room in rooms:
        above = list(map(sub, room.values, map(sums.__getitem__, room.masks)))
        surplus.append(above)
        most = max(above)
        if most > 0:
            value += most
            for person in bits(room.masks[above.index(most)]):
                covered[person] += 1
    return _Bound(value, covered, surplus)


def _swept(rooms: Sequence[Offers], people: int) -> list[int]:
    """Return first prices: each in turn halfway between her best room and the second best."""
    prices = [
        max(
            (
                value
                for room in rooms
                for mask, value in zip(room.masks, room.values, strict=True)
                if mask == 1 << person
            ),
            default=0,
        )
        for person in range(people)
    ]
    split = [[_split(room.masks, person) for room in rooms] for person in range(people)]
    for _ in range(_SWEEPS):
        for person in range(people):
            sums = _sums(prices)
            gains = [0, 0]
            for room, (with_her, without) in zip(rooms, split[person], strict=True):
                if with_her:
                    above = list(map(sub, room.values, map(sums.__getitem__, room.masks)))
                    best = max([above[at] for at in with_her]) + prices[person]
                    gains.append(best - max(0, max([above[at] for at in without], default=0)))
            second, first = sorted(gains)[-2:]
            prices[person] = (first + second) // 2
    return prices


def _split(masks: Sequence[int], person: int) -> tuple[list[int], list[int]]:
    with_her = [at for at, mask in enumerate(masks) if mask >> person & 1]
    without = [at for at, mask in enumerate(masks) if not mask >> person & 1]
    return with_her, without


def _stepped(rooms: Sequence[Offers], prices: list[int]) -> tuple[list[int], int, Chosen]:
    """Return better prices with their bound, and a good plan found on the way.

    A step raises the price of whom several rooms want and lowers it of whom none wants; it
    is shorter the nearer the bound is to the plan, and halved when nothing was gained.
    """
    best = Chosen((), -1, False)
    kept, bound = prices, -1
    halvings = without_gain = 0
    for step in range(_STEPS):
        here = _bounded(rooms, prices)
        if step % _TRY_EVERY == 0:
            best = max(best, _greedy(rooms, here.surplus), key=lambda chosen: chosen.value)
        if bound < 0 or here.value < bound:
            kept, bound, without_gain = prices, here.value, 0
        else:
            without_gain += 1
        pull = [1 - times for times in here.covered]
        force = sum(each * each for each in pull)
        if not force or bound <= best.value:
            break
        length = ((here.value - best.value) // force) >> halvings
        if without_gain == _PATIENCE:
            halvings, without_gain = halvings + 1, 0
            prices = kept
        prices = [max(0, p - length * g) for p, g in zip(prices, pull, strict=True)]
    return kept, bound, best


def _greedy(rooms: Sequence[Offers], surplus: Sequence[Sequence[int]]) -> Chosen:
    """Return a plan by taking the teams with the most surplus first."""
    order = sorted(
        ((-above, place, at) for place, row in enumerate(surplus) for at, above in enumerate(row)),
    )
    masks, placed, value = [0] * len(rooms), 0, 0
    for _, place, at in order:
        mask = rooms[place].masks[at]
        if not masks[place] and not mask & placed:
            masks[place] = mask
            placed |= mask
            value += rooms[place].values[at]
    return Chosen(tuple(masks), value, False)


@dataclass(frozen=True, slots=True)
class _Tried:
    """The plan with the least slack; or none, and the least slack that was too much."""

    slack: int
    masks: tuple[int, ...]
    work: int


@dataclass(frozen=True, slots=True)
class _Stage:
    """One room in the search: the slack of leaving it empty, and of its teams in order."""

    place: int
    empty: int
    teams: list[tuple[int, int]]


def _within(rooms: Sequence[Offers], prices: Sequence[int], gap: int, most_work: int) -> _Tried:
    """Return the plan with the least slack if that is at most ``gap``."""
    reached = _Reached(gap)
    stages = reached.stages(rooms, prices)
    last = {
        person: number
        for number, stage in enumerate(stages)
        for _, mask in stage.teams
        for person in bits(mask)
    }
    trail = []
    for person in set(range(len(prices))) - set(last):
        reached.leave_out(person, prices[person])
    for number, stage in enumerate(stages):
        trail.append(reached.pass_by(stage))
        if reached.work > most_work:
            return _Tried(gap, (), reached.work)
        for person in [person for person, at in last.items() if at == number]:
            reached.leave_out(person, prices[person])
    if not reached.slacks:
        return _Tried(reached.beyond, (), reached.work)
    placed, slack = min(reached.slacks.items(), key=itemgetter(1, 0))
    masks = [0] * len(rooms)
    for stage, came in zip(reversed(stages), reversed(trail), strict=True):
        masks[stage.place] = came[placed]
        placed ^= came[placed]
    return _Tried(slack, tuple(masks), reached.work)


class _Reached:
    """The sets of people that can be placed so far, each with the least slack it takes."""

    def __init__(self, gap: int) -> None:
        self.slacks = {0: 0}
        self.gap = gap
        self.beyond = 1 << 256
        self.work = 0

    def stages(self, rooms: Sequence[Offers], prices: Sequence[int]) -> list[_Stage]:
        """Return the rooms in the order of the search, with the teams within the gap."""
        stages = []
        above = _bounded(rooms, prices).surplus
        for place, (room, row) in enumerate(zip(rooms, above, strict=True)):
            most = max(0, *row)
            teams = sorted(zip([most - each for each in row], room.masks, strict=True))
            near = bisect_right(teams, self.gap, key=itemgetter(0))
            if near < len(teams):
                self.beyond = min(self.beyond, teams[near][0])
            if most or near:
                stages.append(_Stage(place, most, teams[:near]))
        return sorted(stages, key=lambda stage: (-len(stage.teams), stage.place))

    def pass_by(self, stage: _Stage) -> dict[int, int]:
        """Give one room to a team or to none; return the team by which each set came."""
        after: dict[int, int] = {}
        came: dict[int, int] = {}
        gap, beyond, work, unknown = self.gap, self.beyond, self.work, self.gap + 1
        for placed, slack in self.slacks.items():
            total = slack + stage.empty
            if total > gap:
                beyond = min(beyond, total)
            elif total < after.get(placed, unknown):
                after[placed], came[placed] = total, 0
            for more, mask in stage.teams:
                total = slack + more
                if total > gap:
                    beyond = min(beyond, total)
                    break
                work += 1
                if not mask & placed and total < after.get(placed | mask, unknown):
                    after[placed | mask], came[placed | mask] = total, mask
        self.slacks, self.beyond, self.work = after, beyond, work
        return came

    def leave_out(self, person: int, price: int) -> None:
        """Add the price of a person for whom no room is left to the sets without her."""
        if not price:
            return
        after = {}
        for placed, slack in self.slacks.items():
            total = slack if placed >> person & 1 else slack + price
            if total <= self.gap:
                after[placed] = total
            else:
                self.beyond = min(self.beyond, total)
        self.slacks = after
