# SPDX-License-Identifier: Apache-2.0
"""The nightly list of any house: listed exactly when a rule speaks, cured without new harm."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from app.policies.dormitory.beds.facts import Bed, Guest, Occupant, Room, RoomPurpose, Side
from app.policies.dormitory.beds.kin import Kin
from app.policies.dormitory.beds.rooming import why_not
from app.policies.dormitory.night.cures import as_guest, without
from app.policies.dormitory.night.night_list import (
    KIND_OF,
    as_if_last,
    cure_of,
    violations,
)
from app.policies.dormitory.rules.needs import NO_NEEDS, House, Needs
from app.policies.reasons import Reason
from tests.helpers.ages import TODAY, born
from tests.policies.dormitory.night.test_night_list import bed_of, room

ADULT = date(2010, 1, 1)
ids = st.integers(1, 6).map(lambda number: UUID(int=number))
needs = st.builds(
    Needs,
    house=st.sampled_from([None, *House]),
    exploited=st.sampled_from([None, True, False]),
    near=st.booleans(),
    company=st.booleans(),
    own_room=st.sampled_from([False, False, True]),
    step_free=st.booleans(),
    lower_bunk=st.booleans(),
    grown_boy=st.sampled_from([False, False, True]),
    apart_from=st.frozensets(ids, max_size=1),
)
people = st.lists(
    st.builds(
        lambda person, adult, age, needs, male: Occupant(
            person,
            person,
            ADULT if adult else None,
            30 if adult else age[0],
            born(30) if adult else born(*age),
            male,
            needs,
        ),
        ids,
        st.booleans(),
        st.sampled_from([(None,), (8,), (14,), (15,), (15, 2), (16, 2), (24,)]),
        st.one_of(st.just(NO_NEEDS), needs),
        st.sampled_from([False, False, False, True, None]),
    ),
    max_size=4,
    unique_by=lambda each: each.person_id,
)
pairs = st.frozensets(st.tuples(ids, ids).filter(lambda pair: pair[0] != pair[1]), max_size=3)
families = st.builds(
    lambda mothers, tonight: Kin(mothers=mothers, for_tonight=tonight, declared_mothers=tonight),
    pairs,
    pairs,
)
rooms = st.builds(
    lambda side, near, upper, house, step_free, most, purpose, blocked: replace(
        room(side=side, near_caretaker=near, purpose=purpose),
        beds=tuple(
            Bed(bed_of(101, place), "ABCD"[place], upper=bool(place % 2) and upper)
            for place in range(4)
        ),
        house=house,
        step_free=step_free,
        most=most,
        blocked=blocked,
    ),
    st.sampled_from(Side),
    st.booleans(),
    st.booleans(),
    st.sampled_from([None, *House]),
    st.booleans(),
    st.sampled_from([None, 1, 2, 4]),
    st.sampled_from([RoomPurpose.BEDROOM, RoomPurpose.BEDROOM, RoomPurpose.SPARE]),
    st.sampled_from([False, False, False, True]),
)


@given(people, rooms, families)
def test_a_room_that_the_rules_let_fill_has_nothing_wrong(
    wanted: list[Occupant], empty: Room, kin: Kin
) -> None:
    filled = empty
    for each in wanted:
        for bed in filled.beds:
            guest: Guest = as_guest(each)
            if why_not(guest, bed, filled, TODAY, kin).allowed:
                laid = replace(each, bed_id=bed.bed_id)
                filled = replace(filled, occupants=(*filled.occupants, laid))
                break
    assert violations((filled,), TODAY, kin) == ()


@given(people, rooms, families)
def test_a_room_is_listed_exactly_when_a_rule_speaks_against_somebody_in_it(
    wanted: list[Occupant], empty: Room, kin: Kin
) -> None:
    laid = tuple(
        replace(each, bed_id=bed.bed_id) for each, bed in zip(wanted, empty.beds, strict=False)
    )
    filled = replace(empty, occupants=laid)
    found = violations((filled,), TODAY, kin)
    told = {reason for _, reasons in as_if_last(filled, TODAY, kin) for reason in reasons}
    hidden = {Reason.FAMILY_ALONE} if Reason.CHILD_WITH_ADULT in told else set()
    unsaid = {KIND_OF[reason] for reason in hidden}
    kinds = {KIND_OF[reason] for reason in told}
    assert kinds - unsaid == {each.kind for each in found} - unsaid
    assert told - hidden >= {each.reason for each in found} - hidden
    assert len({(each.kind, each.person_id, each.other_id) for each in found}) == len(found)


@given(people, rooms, families, rooms)
def test_a_cure_is_legal_and_leaves_nothing_new_behind(
    wanted: list[Occupant], empty: Room, kin: Kin, elsewhere: Room
) -> None:
    laid = tuple(
        replace(each, bed_id=bed.bed_id) for each, bed in zip(wanted, empty.beds, strict=False)
    )
    filled = replace(empty, occupants=laid)
    beds = tuple(Bed(bed_of(102, place), "ABCD"[place]) for place in range(4))
    other = replace(elsewhere, room_id=UUID(int=102), name="102", beds=beds)
    house = (filled, other)
    for wrong in violations((filled,), TODAY, kin):
        cure = cure_of(wrong, house, TODAY, kin)
        if cure.person_id is None:
            continue
        assert cure.person_id in wrong.movers
        mover = next(each for each in laid if each.person_id == cure.person_id)
        left = without(filled, mover.person_id)
        (to,) = [each for each in (left, other) for bed in each.beds if bed.bed_id == cure.bed_id]
        bed = next(bed for bed in to.beds if bed.bed_id == cure.bed_id)
        assert why_not(as_guest(mover), bed, to, TODAY, kin).allowed
        before = {each.kind for each in violations((filled,), TODAY, kin)}
        assert {each.kind for each in violations((left,), TODAY, kin)} <= before
