# SPDX-License-Identifier: Apache-2.0
"""Everything in the dormitory that the rooming rules speak against tonight.

No rule is stated here: each person is judged as if she lay down last, by the predicates
that decide when somebody is placed. What facts, birthdays, changed rules and signatures
made of a night that was legal once is found this way (recommendation 121 of the paper).
"""

import itertools
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from app.policies.dormitory.beds.facts import Occupant, Room, Side
from app.policies.dormitory.beds.kin import NO_KIN, Kin
from app.policies.dormitory.beds.pairs import HardRule, forbidden, why_not_together
from app.policies.dormitory.beds.rooming import not_alone, why_not, why_not_room
from app.policies.dormitory.night.cures import CureProposal, as_guest, propose_move, without
from app.policies.dormitory.night.findings import FindingKind
from app.policies.people.born import is_adult
from app.policies.reasons import Reason

KIND_OF: dict[Reason, FindingKind] = {
    Reason.CHILD_WITH_ADULT: FindingKind.CHILD_WITH_ADULT,
    Reason.FAMILY_ALONE: FindingKind.FAMILY_SHARED,
    Reason.MAYBE_ADULT_WITH_UNDER_13: FindingKind.MAYBE_ADULT_WITH_YOUNG,
    Reason.MAYBE_ADULT_WITH_TEEN: FindingKind.MAYBE_ADULT_WITH_TEEN,
    Reason.NO_BED_FOR_MEN: FindingKind.MAN_IN_BED,
    Reason.SEX_UNKNOWN: FindingKind.SEX_UNKNOWN,
    Reason.KEPT_APART: FindingKind.KEPT_APART,
    Reason.OWN_ROOM_NEEDED: FindingKind.OWN_ROOM_SHARED,
    Reason.EXPLOITED_APART: FindingKind.EXPLOITED_MIX,
    Reason.HOUSES_APART: FindingKind.HOUSE_MIX,
    Reason.BOY_WITHOUT_FAMILY: FindingKind.BOY_WITHOUT_FAMILY,
    Reason.BOY_TOO_OLD: FindingKind.BOY_TOO_OLD,
    Reason.WING_FOR_ADULTS: FindingKind.WRONG_SIDE,
    Reason.WING_FOR_CHILDREN: FindingKind.WRONG_SIDE,
    Reason.WATCH_NEAR: FindingKind.WATCH,
    Reason.WATCH_GROUND: FindingKind.WATCH,
    Reason.WATCH_ALONE: FindingKind.WATCH,
    Reason.NOT_STEP_FREE: FindingKind.STEP_FREE,
    Reason.UPPER_BUNK: FindingKind.LOWER_BUNK,
    Reason.ROOM_TOO_SMALL: FindingKind.OVER_CAPACITY,
    Reason.ROOM_NOT_A_BEDROOM: FindingKind.NOT_IN_USE,
    Reason.ROOM_BLOCKED: FindingKind.NOT_IN_USE,
    Reason.BED_BLOCKED: FindingKind.NOT_IN_USE,
    Reason.BED_OUT_OF_USE: FindingKind.NOT_IN_USE,
    Reason.BED_TAKEN: FindingKind.OVER_CAPACITY,
}
"""Two in one bed, which the database refuses, would be one too many for the room."""
_HARD = frozenset(FindingKind(rule) for rule in HardRule)
_OF_THE_ROOM = frozenset({Reason.ROOM_TOO_SMALL, Reason.FAMILY_ALONE})
"""Reasons that hold for everybody in the room at once."""

Pair = tuple[Occupant, Occupant]


@dataclass(frozen=True, slots=True)
class Violation:
    """One thing that is wrong in one room.

    Attributes:
        kind: the line of the list it belongs to.
        reason: what the rules say, more exact than the kind.
        room_id: where.
        person_id: who would have to move, or the child to protect; None for a whole room.
        other_id: the one other person it is about, if there is exactly one.
        movers: whose move would end it, the kindest first.
    """

    kind: FindingKind
    reason: Reason
    room_id: UUID
    person_id: UUID | None = None
    other_id: UUID | None = None
    movers: tuple[UUID, ...] = ()


def as_if_last(
    room: Room, today: date, kin: Kin = NO_KIN
) -> tuple[tuple[Occupant, tuple[Reason, ...]], ...]:
    """Return what speaks against each person's bed as if she lay down after all others."""
    beds = {bed.bed_id: bed for bed in room.beds}
    return tuple(
        (
            each,
            why_not(
                as_guest(each), beds[each.bed_id], without(room, each.person_id), today, kin
            ).reasons,
        )
        for each in room.occupants
    )


def violations(rooms: Iterable[Room], today: date, kin: Kin = NO_KIN) -> tuple[Violation, ...]:
    """Return everything that is wrong in some rooms, the worst first, then as rooms come."""
    order = {kind: place for place, kind in enumerate(FindingKind)}
    found: dict[tuple[object, ...], Violation] = {}
    for room in rooms:
        for each in _in_room(room, today, kin):
            found.setdefault((each.kind, room.room_id, each.person_id, each.other_id), each)
    return tuple(sorted(found.values(), key=lambda each: order[each.kind]))


def cure_of(
    wrong: Violation, rooms: Sequence[Room], today: date, kin: Kin = NO_KIN
) -> CureProposal:
    """Return the move that ends a violation and leaves nothing worse behind.

    Nobody moves away from somebody who then would break another rule by being left.
    """
    left = next(room for room in rooms if room.room_id == wrong.room_id)
    before = {each.kind for each in violations((left,), today, kin)}
    for person_id in wrong.movers:
        after = violations((without(left, person_id),), today, kin)
        if {each.kind for each in after} <= before:
            cure = propose_move((person_id,), rooms, today, kin)
            if cure.bed_id is not None:
                return cure
    return CureProposal()


def _in_room(room: Room, today: date, kin: Kin) -> Iterator[Violation]:
    judged = as_if_last(room, today, kin)
    if not any(reasons for _, reasons in judged):
        return
    mixed: dict[Reason, list[Pair]] = defaultdict(list)
    for one, other in itertools.combinations(room.occupants, 2):
        pair = forbidden(one, other, today, kin)
        for reason in why_not_together(one, other, today, kin).reasons:
            if pair is not None and KIND_OF[reason] in _HARD:
                yield _pair(reason, room, pair.child_id, pair.adult_id)
            else:
                mixed[reason].append((one, other))
    if not_alone(room.occupants, today, kin):
        yield from _family_not_alone(room, today, kin)
    foreign = frozenset(
        each.person_id
        for each in room.occupants
        if Reason.HOUSES_APART
        in why_not_room(as_guest(each), replace(room, occupants=()), today, kin).reasons
    )
    yield from _each_alone(room, judged, mixed, foreign)
    for reason, pairs in mixed.items():
        yield from _mix(reason, room, pairs, today, kin, foreign)
    if any(Reason.ROOM_TOO_SMALL in reasons for _, reasons in judged):
        movers = _kindest_first(room.occupants, room, today, kin)
        yield Violation(
            FindingKind.OVER_CAPACITY, Reason.ROOM_TOO_SMALL, room.room_id, movers=movers
        )


def _pair(
    reason: Reason, room: Room, child: UUID, adult: UUID, first: tuple[UUID, ...] = ()
) -> Violation:
    return Violation(KIND_OF[reason], reason, room.room_id, child, adult, (*first, adult, child))


def _family_not_alone(room: Room, today: date, kin: Kin) -> Iterator[Violation]:
    """Yield the pairs that share a room by a signature for tonight, which holds alone only."""
    unsigned = replace(kin, for_tonight=frozenset())
    pairs = [
        pair
        for one, other in itertools.combinations(room.occupants, 2)
        if forbidden(one, other, today, kin) is None
        and (pair := forbidden(one, other, today, unsigned)) is not None
    ]
    family = {person for pair in pairs for person in (pair.child_id, pair.adult_id)}
    others = [each for each in room.occupants if each.person_id not in family]
    first = _kindest_first(others, room, today, kin)
    for pair in pairs:
        yield _pair(Reason.FAMILY_ALONE, room, pair.child_id, pair.adult_id, first)


def _each_alone(
    room: Room,
    judged: Iterable[tuple[Occupant, tuple[Reason, ...]]],
    mixed: Mapping[Reason, object],
    foreign: frozenset[UUID],
) -> Iterator[Violation]:
    """Yield what is wrong with one person's bed, whoever else sleeps in the room."""
    for each, reasons in judged:
        for reason in reasons:
            told_elsewhere = reason in _OF_THE_ROOM or reason in mixed or KIND_OF[reason] in _HARD
            if not told_elsewhere or (reason is Reason.HOUSES_APART and each.person_id in foreign):
                person = each.person_id
                yield Violation(KIND_OF[reason], reason, room.room_id, person, movers=(person,))


def _mix(
    reason: Reason,
    room: Room,
    pairs: Sequence[Pair],
    today: date,
    kin: Kin,
    leaving: frozenset[UUID],
) -> Iterator[Violation]:
    """Yield the fewest people whose moving ends a mix: one of another house, not five pairs.

    Whoever is in the wing of another house has to leave anyhow. Always taking the person
    with the most others against her is not proven to be the fewest, but is for one odd
    person out, which is what a night brings.
    """
    if reason is Reason.HOUSES_APART:
        pairs = [p for p in pairs if not leaving & {p[0].person_id, p[1].person_id}]
    left = list(pairs)
    while left:
        against = Counter(person for pair in left for person in pair)
        most = max(against.values())
        odd = [person for person, count in against.items() if count == most]
        moves = _kindest_first(odd, room, today, kin)[0]
        others = [
            other.person_id
            for pair in left
            for other in pair
            if moves in {each.person_id for each in pair} and other.person_id != moves
        ]
        left = [p for p in left if moves not in {p[0].person_id, p[1].person_id}]
        one = others[0] if len(others) == 1 else None
        movers = (moves,) if one is None else (moves, one)
        yield Violation(KIND_OF[reason], reason, room.room_id, moves, one, movers)


def _kindest_first(
    people: Iterable[Occupant], room: Room, today: date, kin: Kin
) -> tuple[UUID, ...]:
    """Return people without family in the room first, adults before children."""
    inside = [each.person_id for each in room.occupants]

    def turn(each: Occupant) -> tuple[bool, bool, UUID]:
        family = any(kin.family(each.person_id, other) for other in inside)
        return family, not is_adult(each.adult_from, today), each.person_id

    return tuple(each.person_id for each in sorted(people, key=turn))


@dataclass(frozen=True, slots=True)
class Watched:
    """A wing in which people sleep tonight, and the accounts of its caretakers on this watch."""

    wing_id: UUID
    side: Side
    caretakers: tuple[UUID, ...] = ()


@dataclass(frozen=True, slots=True)
class WatchGap:
    """A wing without a caretaker, or with one who has the other side too."""

    kind: FindingKind
    wing_id: UUID | None
    caretaker_id: UUID | None = None


def watch_gaps(wings: Sequence[Watched], *, ever_planned: bool) -> tuple[WatchGap, ...]:
    """Return where separate caretakers are missing (recommendation 121 of the paper).

    Args:
        wings: those in which anybody sleeps.
        ever_planned: caretakers were planned at least once; if not, it is said only once.
    """
    if wings and not ever_planned:
        return (WatchGap(FindingKind.NO_CARETAKER, None),)
    of_adults = {who for wing in wings if wing.side is Side.ADULT for who in wing.caretakers}
    return (
        *(WatchGap(FindingKind.NO_CARETAKER, w.wing_id) for w in wings if not w.caretakers),
        *(
            WatchGap(FindingKind.ONE_FOR_BOTH, wing.wing_id, who)
            for wing in wings
            if wing.side is Side.CHILD
            for who in wing.caretakers
            if who in of_adults
        ),
    )
