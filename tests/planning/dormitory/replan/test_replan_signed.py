# SPDX-License-Identifier: Apache-2.0
"""Re-planning leaves signed beds alone, and rather those of people who are away."""

from dataclasses import replace

from app.planning.dormitory.replan.check import against
from app.planning.dormitory.replan.facts import House
from app.planning.dormitory.replan.search import replan
from app.policies.dormitory.beds.facts import Side
from app.policies.dormitory.beds.kin import Kin
from app.policies.dormitory.replan.goals import Goal, GoalKind, MoveWhy
from app.policies.dormitory.rules import needs
from app.policies.dormitory.rules.needs import Needs
from app.policies.reasons import Reason
from tests.helpers.ages import TODAY
from tests.planning.dormitory.nights import room, someone, uid
from tests.planning.dormitory.replan.test_replan import (
    LEGAL,
    PLACE,
    house,
    where,
    with_beds,
    with_needs,
)

RPSW, PSKW = needs.House.RPSW, needs.House.PSKW


def signed_for(facts: House, **rules: Reason) -> House:
    """Return a house in which somebody signed for the beds of some people (``p1=...``)."""
    lying_in = {o.person_id: o.bed_id for room in facts.rooms for o in room.occupants}
    people = {uid(int(key[1:])): frozenset({rule}) for key, rule in rules.items()}
    permits = tuple(((person, lying_in[person]), of) for person, of in people.items())
    return replace(facts, signed=permits)


def test_of_two_who_could_move_the_one_in_the_house_does() -> None:
    rooms = room(101, Side.ANY, someone(1), with_needs(2, apart_from=frozenset({uid(1)})), beds=3)
    facts = house(rooms, room(102, Side.ANY, someone(3), beds=2), p1=40, p2=3)
    assert where(replan(facts, LEGAL)) == {2: 102}
    plan = replan(replace(facts, away=frozenset({uid(2)})), LEGAL)
    assert where(plan) == {1: 102}
    assert plan.levels.moved_away == 0


def test_somebody_away_moves_before_a_child_does() -> None:
    mixed = room(101, Side.ANY, someone(1, 12), someone(2), beds=3)
    facts = house(mixed, room(102, Side.ANY, someone(3), beds=2), room(103, Side.ANY, beds=1))
    plan = replan(replace(facts, away=frozenset({uid(2)})), LEGAL)
    assert where(plan).keys() == {2}
    assert (plan.levels.moved_children, plan.levels.moved_away) == (0, 1)


def test_a_signed_bed_is_no_reason_to_move_her_or_who_sleeps_beside_her() -> None:
    both = room(101, Side.ANY, with_needs(1, house=RPSW), with_needs(2, house=PSKW), beds=3)
    facts = house(both, room(102, Side.ANY, beds=2))
    assert replan(facts, LEGAL).levels.moved == 1
    for whose in ("p1", "p2"):
        plan = replan(signed_for(facts, **{whose: Reason.HOUSES_APART}), LEGAL)
        assert plan.steps == ()
        assert plan.complete
        assert plan.proven
    assert replan(signed_for(facts, p1=Reason.WATCH_NEAR), LEGAL).levels.moved == 1


def test_what_was_signed_for_one_does_not_hold_for_a_third() -> None:
    """The first cannot move: only a room of the other house is free."""
    three = room(
        101,
        Side.ANY,
        with_needs(1, house=RPSW),
        with_needs(2, house=PSKW),
        with_needs(3, house=PSKW),
        beds=3,
    )
    facts = house(three, replace(room(102, Side.ANY, beds=3), house=PSKW), p3=90)
    plan = replan(signed_for(facts, p2=Reason.HOUSES_APART), LEGAL)
    assert where(plan) == {3: 102}
    assert plan.complete


def test_one_signature_for_a_small_floor_is_for_one_more_person() -> None:
    four = replace(room(101, Side.ANY, *(someone(at) for at in (1, 2, 3, 4)), beds=4), most=3)
    facts = house(four, room(102, Side.ANY, beds=2))
    assert replan(facts, LEGAL).levels.moved == 1
    assert replan(signed_for(facts, p4=Reason.ROOM_TOO_SMALL), LEGAL).steps == ()
    smaller = replace(facts, rooms=(replace(four, most=2), *facts.rooms[1:]))
    plan = replan(signed_for(smaller, p4=Reason.ROOM_TOO_SMALL), LEGAL)
    assert plan.levels.moved == 1
    assert uid(4) not in {step.person_id for step in plan.steps}
    assert plan.complete


def test_who_was_signed_for_is_not_counted_when_a_floor_stays_too_full() -> None:
    full = room(
        101,
        Side.ANY,
        *(with_needs(at, house=RPSW) for at in (1, 2, 3)),
        with_needs(4, house=PSKW),
        beds=4,
    )
    facts = house(replace(full, most=1), replace(room(102, Side.ANY, beds=1), house=PSKW), p4=90)
    plan = replan(signed_for(facts, p3=Reason.ROOM_TOO_SMALL), LEGAL)
    assert where(plan) == {4: 102}
    assert [person for person, _ in plan.still_wrong] == [uid(1), uid(2)]
    assert plan.levels.breaches == 2


def test_nobody_comes_into_a_floor_that_only_a_signature_fills() -> None:
    full = replace(room(101, Side.ANY, someone(1), someone(2), beds=3), most=1)
    plan = replan(signed_for(house(full, new=[someone(9)]), p2=Reason.ROOM_TOO_SMALL), LEGAL)
    assert plan.without_bed == (uid(9),)
    assert plan.still_wrong == ()


def test_who_may_be_alone_by_a_signature_may_be_left_alone() -> None:
    company = room(101, Side.ANY, with_needs(1, company=True), someone(2), beds=2)
    rooms = (company, room(102, Side.ANY, beds=1))
    apart = replace(company.occupants[1], needs=Needs(lower_bunk=True))
    upper = with_beds(company, B={"upper": True})
    upper = replace(upper, occupants=(company.occupants[0], apart))
    facts = house(upper, rooms[1], p1=90)
    assert where(replan(facts, LEGAL)) != {2: 102}
    assert where(replan(signed_for(facts, p1=Reason.WATCH_ALONE), LEGAL)) == {2: 102}


def test_a_signature_ends_when_she_leaves_the_bed_it_is_for() -> None:
    both = room(101, Side.ANY, with_needs(1, house=RPSW), with_needs(2, house=PSKW), beds=3)
    (first, second), elsewhere = both.occupants, uid(99_999)
    of_here = {(first.person_id, first.bed_id): frozenset({Reason.HOUSES_APART})}
    of_another = {(first.person_id, elsewhere): frozenset({Reason.HOUSES_APART})}
    assert against([both], TODAY, Kin(), signed=of_here) == {}
    assert against([both], TODAY, Kin(), signed=of_another).keys() == {
        first.person_id,
        second.person_id,
    }


def test_a_signed_room_that_is_emptied_is_emptied_all_the_same() -> None:
    both = room(101, Side.ANY, with_needs(1, house=RPSW), with_needs(2, house=PSKW), beds=3)
    facts = house(both, room(102, Side.ANY, beds=1), room(103, Side.ANY, beds=1))
    goal = Goal(GoalKind.EMPTY, frozenset({uid(101)}))
    plan = replan(signed_for(facts, p1=Reason.HOUSES_APART), goal)
    assert {step.why for step in plan.steps} == {MoveWhy.ROOM_EMPTIED}
    assert [step.against for step in plan.steps] == [(Reason.ROOM_BLOCKED,)] * 2


def test_who_makes_room_is_nobody_whose_bed_was_signed_for() -> None:
    """She came last, and one of the two has to give her bed to the newcomer."""
    both = room(101, Side.ANY, with_needs(1, house=RPSW), with_needs(2, house=RPSW), beds=2)
    both = replace(both, near_caretaker=True, floor=1)
    facts = house(
        both,
        replace(room(102, Side.ANY, beds=1), near_caretaker=False),
        new=[with_needs(9, near=True)],
        p1=90,
        p2=1,
    )
    assert where(replan(facts, PLACE)) == {2: 102, 9: 101}
    for goal in (PLACE, LEGAL):
        plan = replan(signed_for(facts, p2=Reason.HOUSES_APART), goal)
        assert where(plan) == {1: 102, 9: 101}
        assert plan.levels.moved_signed == 0


def test_a_signature_for_comfort_does_not_keep_a_child_beside_an_adult() -> None:
    """The bed that was signed for is the only one the adult could have."""
    mixed = room(101, Side.ANY, someone(1, 12), with_needs(2, step_free=True), beds=2)
    stairs = replace(room(103, Side.ADULT, beds=1), step_free=False)
    facts = house(mixed, room(102, Side.ANY, someone(3), beds=1), stairs)
    plan = replan(signed_for(facts, p3=Reason.UPPER_BUNK), LEGAL)
    assert where(plan) == {3: 103, 2: 102}
    assert (plan.complete, plan.levels.moved_signed) == (True, 1)
