# SPDX-License-Identifier: Apache-2.0
"""Who may sleep where: tables of cases, and properties over random houses."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.policies.dormitory.beds.facts import Bed, Guest, Occupant, Room, RoomPurpose, Side
from app.policies.dormitory.beds.pairs import ForbiddenPair, forbidden_pairs
from app.policies.dormitory.beds.rooming import why_not, why_not_room
from app.policies.dormitory.beds.suggest import (
    NoBedOption,
    WhyHere,
    options_when_full,
    refusals,
    suggest,
)
from app.policies.dormitory.night.cures import propose_cure
from app.policies.people.born import Born, is_adult
from app.policies.reasons import Reason
from tests.helpers.ages import TODAY, born

ADULT = date(2010, 1, 1)


def uid(number: int) -> UUID:
    return UUID(int=number)


def occupant(
    number: int,
    bed: int,
    adult_from: date | None = None,
    years: int | None = 15,
    spread: int = 0,
) -> Occupant:
    return Occupant(uid(number), uid(bed), adult_from, years, born(years, spread))


def room(
    number: int,
    side: Side = Side.CHILD,
    *inside: Occupant,
    near: bool = False,
    purpose: RoomPurpose = RoomPurpose.BEDROOM,
    beds: int = 3,
) -> Room:
    made = tuple(Bed(uid(number * 100 + place), "ABCDEF"[place]) for place in range(beds))
    return Room(uid(number), str(number), number // 100, side, purpose, near, made, inside)


CHILD = Guest(uid(1), None, 15, born(15))
WOMAN = Guest(uid(2), ADULT, 34, born(34))
NOBODY_KNOWS = Guest(uid(3), None, None, born(None))
DOUBTED = Guest(uid(3), None, 24, born(24))
ESTIMATED_16 = Guest(uid(3), None, 16, born(16, 2))
TEEN = Guest(uid(1), None, 14, born(14))


@pytest.mark.parametrize(
    ("guest", "where", "reasons"),
    [
        (CHILD, room(201), ()),
        (CHILD, room(201, Side.CHILD, occupant(9, 20100)), ()),
        (CHILD, room(201, Side.ANY, occupant(9, 20100, ADULT, 30)), (Reason.CHILD_WITH_ADULT,)),
        (WOMAN, room(201, Side.ANY, occupant(9, 20100)), (Reason.CHILD_WITH_ADULT,)),
        (CHILD, room(101, Side.ADULT), (Reason.WING_FOR_ADULTS,)),
        (WOMAN, room(201, Side.CHILD), (Reason.WING_FOR_CHILDREN,)),
        (WOMAN, room(101, Side.ADULT, occupant(9, 10100, ADULT, 40)), ()),
        (WOMAN, room(101, Side.ADULT, purpose=RoomPurpose.SPARE), (Reason.ROOM_NOT_A_BEDROOM,)),
        *(
            (grown, room(201, Side.CHILD, occupant(9, 20100, None, *age)), reasons)
            for grown in (NOBODY_KNOWS, DOUBTED, ESTIMATED_16)
            for age, reasons in (
                ((8,), (Reason.MAYBE_ADULT_WITH_UNDER_13,)),
                ((12,), (Reason.MAYBE_ADULT_WITH_UNDER_13,)),
                ((14, 2), (Reason.MAYBE_ADULT_WITH_UNDER_13,)),
                ((13,), (Reason.MAYBE_ADULT_WITH_TEEN,)),
                ((14,), (Reason.MAYBE_ADULT_WITH_TEEN,)),
                ((15, 2), ()),
                ((15,), ()),
                ((16, 2), ()),
                ((20,), ()),
                ((None,), ()),
            )
        ),
        (
            Guest(uid(4), None, 8, born(8)),
            room(201, Side.CHILD, occupant(9, 20100, years=None)),
            (Reason.MAYBE_ADULT_WITH_UNDER_13,),
        ),
        (
            TEEN,
            room(201, Side.CHILD, occupant(9, 20100, None, 24)),
            (Reason.MAYBE_ADULT_WITH_TEEN,),
        ),
        (
            TEEN,
            room(201, Side.CHILD, occupant(9, 20100, None, 17)),
            (Reason.MAYBE_ADULT_WITH_TEEN,),
        ),
    ],
)
def test_a_person_and_a_room(guest: Guest, where: Room, reasons: tuple[Reason, ...]) -> None:
    assert why_not_room(guest, where, TODAY).reasons == reasons


def test_a_bed_is_for_one_person_and_a_person_for_one_bed() -> None:
    where = room(201, Side.CHILD, occupant(9, 20100))
    assert why_not(CHILD, where.beds[0], where, TODAY).reasons == (Reason.BED_TAKEN,)
    assert why_not(CHILD, where.beds[1], where, TODAY).allowed
    has_one = Guest(uid(1), None, 15, born(15), has_bed=True)
    assert why_not(has_one, where.beds[1], where, TODAY).reasons == (Reason.PERSON_HAS_BED,)
    broken = Bed(uid(77), "X", out_of_use=True)
    assert why_not(CHILD, broken, where, TODAY).reasons == (Reason.BED_OUT_OF_USE,)


def test_the_day_of_turning_eighteen_changes_the_rule() -> None:
    birth = TODAY.replace(year=TODAY.year - 18)
    turning = Guest(uid(1), TODAY, 18, Born(birth, birth))
    where = room(201, Side.ANY, occupant(9, 20100))
    assert why_not_room(turning, where, TODAY - timedelta(days=2)).allowed
    assert not why_not_room(turning, where, TODAY).allowed


def test_unknown_age_gets_a_room_of_her_own_near_the_caretaker_first() -> None:
    house = (room(201, Side.CHILD, occupant(9, 20100), near=True), room(202), room(203, near=True))
    best = suggest(NOBODY_KNOWS, house, TODAY)
    assert [choice.room_name for choice in best] == ["203", "202", "201"]
    assert best[0].reasons == (
        WhyHere.MAY_BE_ADULT,
        WhyHere.OWN_ROOM,
        WhyHere.NEAR_CARETAKER,
    )


def test_children_of_an_age_come_together_and_empty_rooms_stay_free() -> None:
    house = (
        room(201),
        room(202, Side.CHILD, occupant(9, 20200, None, 14)),
        room(203, Side.CHILD, occupant(8, 20300, None, 9)),
    )
    best = suggest(CHILD, house, TODAY)
    assert best[0].room_name == "202"
    assert best[0].reasons[0] is WhyHere.SAME_AGE_GROUP


def test_why_not_the_others_names_each_closed_bedroom() -> None:
    house = (
        room(101, Side.ADULT),
        room(201, Side.CHILD, occupant(9, 20100), beds=1),
        room(202),
        room(900, Side.ANY, purpose=RoomPurpose.TV_ROOM),
    )
    told = dict(refusals(CHILD, house, TODAY))
    assert told[uid(101)].reasons == (Reason.WING_FOR_ADULTS,)
    assert told[uid(201)].reasons == (Reason.BED_TAKEN,)
    assert set(told) == {uid(101), uid(201)}


def test_a_full_house_always_names_a_next_step() -> None:
    assert options_when_full(CHILD, (), TODAY)[-1] is NoBedOption.CALL_HEAD
    spare = room(900, Side.ANY, purpose=RoomPurpose.SPARE, beds=0)
    assert options_when_full(CHILD, (spare,), TODAY)[0] is NoBedOption.SPARE_ROOM
    man = replace(WOMAN, male=True)
    assert options_when_full(man, (spare,), TODAY)[0] is NoBedOption.POLICE_STATION
    assert NoBedOption.SPARE_ROOM not in options_when_full(man, (spare,), TODAY)


def test_the_cure_moves_the_adult_first() -> None:
    together = room(201, Side.CHILD, occupant(1, 20100), occupant(2, 20101, ADULT, 18))
    house = (together, room(101, Side.ADULT), room(202))
    pair = forbidden_pairs(together, TODAY)[0]
    assert pair == ForbiddenPair(uid(1), uid(2))
    cure = propose_cure(pair, house, TODAY)
    assert (cure.person_id, cure.bed_id) == (uid(2), uid(10100))
    without = propose_cure(pair, (together, room(202)), TODAY)
    assert without.person_id == uid(1)
    assert propose_cure(pair, (together,), TODAY).bed_id is None


people = st.builds(
    lambda n, adult, years, spread: Guest(
        uid(n),
        TODAY - timedelta(days=adult) if adult is not None else None,
        years,
        born(years, spread),
    ),
    st.integers(1, 10**6),
    st.one_of(st.none(), st.integers(-900, 900)),
    st.one_of(st.none(), st.integers(0, 70)),
    st.integers(0, 3),
)


@given(st.lists(people, max_size=14, unique_by=lambda g: g.person_id), st.integers(1, 4))
def test_filling_a_house_by_suggestions_never_makes_a_forbidden_pair(
    guests: list[Guest], beds: int
) -> None:
    sides = (Side.ADULT, Side.CHILD, Side.ANY, Side.ANY)
    house = [room(101 + at, side, beds=beds) for at, side in enumerate(sides)]
    for guest in guests:
        choices = suggest(guest, house, TODAY)
        assert len({choice.room_id for choice in choices}) == len(choices) <= 3
        assert suggest(guest, tuple(reversed(house)), TODAY) == choices
        for choice in choices[:1]:
            at = next(i for i, r in enumerate(house) if r.room_id == choice.room_id)
            old = house[at]
            lain = guest.lying(choice.bed_id)
            house[at] = Room(
                old.room_id,
                old.name,
                old.floor,
                old.side,
                old.purpose,
                old.near_caretaker,
                old.beds,
                (*old.occupants, lain),
            )
    for made in house:
        assert forbidden_pairs(made, TODAY) == ()
        kinds = {is_adult(o.adult_from, TODAY) for o in made.occupants}
        assert len(kinds) <= 1
        assert len(made.taken) == len(made.occupants)
