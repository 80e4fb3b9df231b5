# SPDX-License-Identifier: Apache-2.0
"""Who may sleep where.

The hard rules stand again as triggers in ``app.db.invariants``: a child (or one treated as
a child) and an adult never share a room by anybody's act, except exactly as ``kin`` says;
whoever is treated as a child and may be a woman never sleeps with under-13s; no man has a
bed; of whom the sex is not known shares no room; one person has one bed. The paper found
children sleeping in rooms with adults.
"""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from app.policies.dormitory.beds.holds import Reserved
from app.policies.dormitory.beds.kin import NO_KIN, Kin, crowded
from app.policies.dormitory.rules.needs import NO_NEEDS, House, Needs
from app.policies.people.age import Born, is_adult, is_teen, is_young, may_be_adult
from app.policies.reasons import Decision, Reason

GROUND = 1
"""The floor that is reached without stairs."""


class Side(StrEnum):
    """Whom a wing is for; floors and sides are data (recommendation 121 of the paper)."""

    ADULT = "adult"
    CHILD = "child"
    ANY = "any"


class RoomPurpose(StrEnum):
    """What a room is used for."""

    BEDROOM = "bedroom"
    SPARE = "spare"
    SECRETARIAT = "secretariat"
    TV_ROOM = "tv_room"
    FIELD = "field"
    COUNSELLING = "counselling"
    THERAPY = "therapy"


@dataclass(frozen=True, slots=True)
class Occupant:
    """Somebody who sleeps in a room now; ``male`` is None where nobody has said so far."""

    person_id: UUID
    bed_id: UUID
    adult_from: date | None
    age_years: int | None
    born: Born
    male: bool | None = False
    needs: Needs = NO_NEEDS


@dataclass(frozen=True, slots=True)
class Bed:
    """A bed by its letter, or a mattress laid for a time."""

    bed_id: UUID
    label: str
    out_of_use: bool = False
    mattress: bool = False
    upper: bool = False
    blocked: bool = False
    reserved: Reserved | None = None

    @property
    def usable(self) -> bool:
        """Say whether anybody could sleep in it today."""
        return not (self.out_of_use or self.blocked)

    def kept_from(self, person_id: UUID) -> bool:
        """Say whether it is kept for somebody else."""
        return self.reserved is not None and self.reserved.person_id != person_id


@dataclass(frozen=True, slots=True)
class Room:
    """A room with its beds and the people in them.

    ``most`` is how many its floor is for; ``ground`` holds the sides that have a bedroom near
    the caretaker on the ground floor, as far as the shelter's rules ask for that.
    """

    room_id: UUID
    name: str
    floor: int
    side: Side
    purpose: RoomPurpose
    near_caretaker: bool
    beds: tuple[Bed, ...]
    occupants: tuple[Occupant, ...] = ()
    house: House | None = None
    step_free: bool = True
    blocked: bool = False
    most: int | None = None
    ground: frozenset[Side] = frozenset({Side.ADULT, Side.CHILD})

    @property
    def taken(self) -> frozenset[UUID]:
        """Return the beds somebody sleeps in."""
        return frozenset(occupant.bed_id for occupant in self.occupants)

    @property
    def free_beds(self) -> tuple[Bed, ...]:
        """Return the beds that anybody could be given now."""
        taken = self.taken
        if self.blocked or (self.most is not None and len(taken) >= self.most):
            return ()
        return tuple(
            bed
            for bed in self.beds
            if bed.usable and bed.reserved is None and bed.bed_id not in taken
        )

    @property
    def space(self) -> int:
        """Return how many more could lie down in free beds before the floor is full."""
        beds = len(self.free_beds)
        return beds if self.most is None else min(beds, max(0, self.most - len(self.taken)))


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody who needs a bed; ``male`` is None where nobody has said so far."""

    person_id: UUID
    adult_from: date | None
    age_years: int | None
    born: Born
    urgent: bool = False
    has_bed: bool = False
    male: bool | None = False
    needs: Needs = NO_NEEDS

    def lying(self, bed_id: UUID) -> Occupant:
        """Return her as one who sleeps in a bed."""
        return Occupant(
            self.person_id,
            bed_id,
            self.adult_from,
            self.age_years,
            self.born,
            self.male,
            self.needs,
        )


class HardRule(StrEnum):
    """A rule that no placing act breaks."""

    CHILD_WITH_ADULT = "child_with_adult"
    MAYBE_ADULT_WITH_YOUNG = "maybe_adult_with_young"
    KEPT_APART = "kept_apart"
    SEX_UNKNOWN = "sex_unknown"


@dataclass(frozen=True, slots=True)
class ForbiddenPair:
    """Two who may not share a room: the child, and the adult or who may be one.

    Of two who are kept apart, or of whom neither's sex is known, the smaller id comes first;
    else the one whose sex is not known.
    """

    child_id: UUID
    adult_id: UUID
    rule: HardRule = HardRule.CHILD_WITH_ADULT


Person = Guest | Occupant


def forbidden(one: Person, other: Person, today: date, kin: Kin = NO_KIN) -> ForbiddenPair | None:
    """Return the hard rule that two people break by sharing a room, or None."""
    if is_adult(one.adult_from, today) != is_adult(other.adult_from, today):
        child, adult = (other, one) if is_adult(one.adult_from, today) else (one, other)
        if kin.licensed(adult.person_id, child.person_id):
            return apart(one, other)
        return ForbiddenPair(child.person_id, adult.person_id)
    for young, grown in ((one, other), (other, one)):
        if (
            is_young(young.born, today)
            and maybe_adult(grown, today)
            and not _her_own(grown, young, kin)
        ):
            rule = HardRule.MAYBE_ADULT_WITH_YOUNG
            return ForbiddenPair(young.person_id, grown.person_id, rule)
    return apart(one, other) or _sex_unknown(one, other, kin)


def _her_own(grown: Person, young: Person, kin: Kin) -> bool:
    """Say whether a small child is of the family of one who may be grown up."""
    pair = grown.person_id, young.person_id
    return kin.licensed(*pair) or kin.siblings(*pair)


def maybe_adult(person: Person, today: date) -> bool:
    """Say whether somebody is treated as a child although she may be a woman.

    Who may turn 18 tomorrow counts tonight: a night does not end at midnight.
    """
    if is_adult(person.adult_from, today):
        return False
    return may_be_adult(None, person.born, today + timedelta(days=1))


def _sex_unknown(one: Person, other: Person, kin: Kin) -> ForbiddenPair | None:
    first, second = sorted((one, other), key=lambda who: (who.male is not None, who.person_id))
    if first.male is not None or kin.family(first.person_id, second.person_id):
        return None
    return ForbiddenPair(first.person_id, second.person_id, HardRule.SEX_UNKNOWN)


def apart(one: Person, other: Person) -> ForbiddenPair | None:
    """Return the pair if the two are kept apart, in either direction."""
    if other.person_id in one.needs.apart_from or one.person_id in other.needs.apart_from:
        first, second = sorted((one.person_id, other.person_id))
        return ForbiddenPair(first, second, HardRule.KEPT_APART)
    return None


_WHY = {
    HardRule.CHILD_WITH_ADULT: Reason.CHILD_WITH_ADULT,
    HardRule.MAYBE_ADULT_WITH_YOUNG: Reason.MAYBE_ADULT_WITH_UNDER_13,
    HardRule.SEX_UNKNOWN: Reason.SEX_UNKNOWN,
    HardRule.KEPT_APART: Reason.KEPT_APART,
}


def why_not_together(one: Person, other: Person, today: date, kin: Kin = NO_KIN) -> Decision:
    """Return what speaks against two people in one room.

    Boys come only as dependants and share a room only with their own family; the same
    holds for whoever needs a room of her own. Family is not parted by house or by what
    happened to them (paper: exploited and others, RPSW and PSKW, are kept apart).
    """
    pair = forbidden(one, other, today, kin)
    found = [] if pair is None else [_WHY[pair.rule]]
    strangers = _holding(
        (Reason.BOY_WITHOUT_FAMILY, bool(one.male or other.male)),
        (Reason.OWN_ROOM_NEEDED, one.needs.own_room or other.needs.own_room),
        (Reason.EXPLOITED_APART, _differ(one.needs.exploited, other.needs.exploited)),
        (Reason.HOUSES_APART, _differ(one.needs.house, other.needs.house)),
        (Reason.MAYBE_ADULT_WITH_TEEN, _teen_beside(one, other, today)),
    )
    if strangers and not kin.family(one.person_id, other.person_id):
        found += strangers
    return Decision(tuple(found))


def _teen_beside(one: Person, other: Person, today: date) -> bool:
    """Say whether one may be grown up and the other may be 13 or 14 and is no such one."""
    return any(
        maybe_adult(grown, today) and is_teen(young.born, today) and not maybe_adult(young, today)
        for young, grown in ((one, other), (other, one))
    )


def _holding(*told: tuple[Reason, bool]) -> list[Reason]:
    return [reason for reason, holds in told if holds]


def _differ(one: object, other: object) -> bool:
    return one is not None and other is not None and one != other


def a_man(guest: Guest, today: date) -> bool:
    """Say whether somebody is male and grown up, or may be: for him there is no bed here."""
    return bool(guest.male) and (is_adult(guest.adult_from, today) or maybe_adult(guest, today))


def why_not_room(guest: Guest, room: Room, today: date, kin: Kin = NO_KIN) -> Decision:
    """Return what stands between a person and a room, whichever bed it is.

    A child may follow her mother or guardian into a wing for adults, never the reverse:
    an adult on the children's floor would be near all of them.
    """
    others = [o for o in room.occupants if o.person_id != guest.person_id]
    adult = is_adult(guest.adult_from, today)
    alone_among_adults = (
        room.side is Side.ADULT
        and not adult
        and not any(kin.licensed(o.person_id, guest.person_id) for o in others)
    )
    found = _holding(
        (Reason.ROOM_NOT_A_BEDROOM, room.purpose is not RoomPurpose.BEDROOM),
        (Reason.ROOM_BLOCKED, room.blocked),
        (Reason.WING_FOR_CHILDREN, room.side is Side.CHILD and adult),
        (Reason.WING_FOR_ADULTS, alone_among_adults),
        (Reason.NO_BED_FOR_MEN, a_man(guest, today)),
    )
    for occupant in others:
        found += why_not_together(guest, occupant, today, kin).reasons
    if Reason.CHILD_WITH_ADULT not in found and not_alone((*others, guest), today, kin):
        found.append(Reason.FAMILY_ALONE)
    found += _uneasy(guest, room, others, Side.ADULT if adult else Side.CHILD)
    return Decision(tuple(dict.fromkeys(found)))


def _uneasy(guest: Guest, room: Room, others: Sequence[Occupant], side: Side) -> list[Reason]:
    """Return what only a signature sets aside, about one person and a room.

    Who is watched sleeps near the caretaker, to be seen and heard, and on the ground floor,
    not to fall from a height: that only where her own side has such a bed (domain §7.13).
    """
    needs = guest.needs
    return _holding(
        (Reason.WATCH_NEAR, needs.near and not room.near_caretaker),
        (Reason.WATCH_GROUND, needs.near and room.floor > GROUND and side in room.ground),
        (Reason.WATCH_ALONE, needs.company and not others),
        (Reason.HOUSES_APART, _differ(needs.house, room.house)),
        (Reason.BOY_TOO_OLD, needs.grown_boy),
        (Reason.NOT_STEP_FREE, needs.step_free and not room.step_free),
        (Reason.ROOM_TOO_SMALL, room.most is not None and len(others) >= room.most),
    )


def not_alone(together: Sequence[Person], today: date, kin: Kin) -> bool:
    """Say whether a pair that may only sleep in a room without others has company."""
    if not kin.for_tonight:
        return False
    everybody = [person.person_id for person in together]
    return any(
        is_adult(elder.adult_from, today)
        and not is_adult(younger.adult_from, today)
        and kin.licensed(elder.person_id, younger.person_id)
        and crowded(elder.person_id, younger.person_id, everybody, kin)
        for elder in together
        for younger in together
    )


def why_not(guest: Guest, bed: Bed, room: Room, today: date, kin: Kin = NO_KIN) -> Decision:
    """Return every reason against putting a person in a bed; none means it is allowed."""
    found: list[Reason] = []
    if guest.has_bed:
        found.append(Reason.PERSON_HAS_BED)
    if bed.bed_id in room.taken:
        found.append(Reason.BED_TAKEN)
    if bed.out_of_use:
        found.append(Reason.BED_OUT_OF_USE)
    if bed.blocked:
        found.append(Reason.BED_BLOCKED)
    if bed.kept_from(guest.person_id):
        found.append(Reason.BED_RESERVED)
    if bed.upper and guest.needs.lower_bunk:
        found.append(Reason.UPPER_BUNK)
    return Decision((*why_not_room(guest, room, today, kin).reasons, *found))


def forbidden_pairs(room: Room, today: date, kin: Kin = NO_KIN) -> tuple[ForbiddenPair, ...]:
    """Return every pair that shares a room against a hard rule today, in order of ids."""
    found = (
        forbidden(one, other, today, kin)
        for one, other in itertools.combinations(room.occupants, 2)
    )
    return tuple(
        sorted((p for p in found if p is not None), key=lambda p: (p.child_id, p.adult_id))
    )
