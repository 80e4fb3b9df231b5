# SPDX-License-Identifier: Apache-2.0
"""Re-planning: goals, order of the wishes, legality, the same plan every time."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from app.child import Cancelled
from app.planning.dormitory.replan.check import against, all_up, checked
from app.planning.dormitory.replan.facts import House, Plan
from app.planning.dormitory.replan.search import least_relaxation, replan
from app.planning.solver.turns import Effort
from app.policies.dormitory.beds.facts import Bed, Guest, Room, Side
from app.policies.dormitory.beds.kin import Kin
from app.policies.dormitory.night.cures import as_guest
from app.policies.dormitory.replan.goals import Goal, GoalKind, Level, MoveWhy
from app.policies.dormitory.rules.needs import Needs
from app.policies.reasons import PERMITTABLE, Reason
from tests.helpers.ages import TODAY
from tests.planning.dormitory.nights import room, someone, uid, waiting
from tests.planning.dormitory.replan.tangles import lying, tangle

LEGAL, PLACE = Goal(GoalKind.LEGAL), Goal(GoalKind.PLACE)


def house(*rooms: Room, new: Sequence[Guest] = (), kin: Kin | None = None, **nights) -> House:
    slept = tuple((uid(int(key[1:])), count) for key, count in nights.items())
    return House(waiting(*new), rooms, TODAY, kin or Kin(), slept)


def with_needs(number: int, years: int = 30, **needs) -> Guest:
    return someone(number, years, needs=Needs(**needs))


def where(plan: Plan) -> dict[int, int]:
    """Return the room number of each who lies down."""
    return {step.person_id.int: step.to_bed.int // 100 for step in plan.steps}


def with_beds(made: Room, *guests: Guest, **beds) -> Room:
    """Return a room with beds changed by label, and people in them in turn."""
    changed = tuple(replace(bed, **beds.get(bed.label, {})) for bed in made.beds)
    inside = tuple(lying(guest, bed) for guest, bed in zip(guests, changed, strict=False))
    return replace(made, beds=changed, occupants=inside)


def test_nothing_to_do_moves_nobody() -> None:
    plan = replan(house(room(101, Side.ANY, someone(1), someone(2))), LEGAL)
    assert plan.steps == ()
    assert plan.complete
    assert plan.proven
    assert plan.comfort_proven


def test_the_adult_moves_and_the_child_sleeps_on() -> None:
    mixed = room(101, Side.ANY, someone(1, 12), someone(2), beds=3)
    plan = replan(house(mixed, room(102, Side.ANY, someone(3), beds=2)), LEGAL)
    (step,) = plan.steps
    assert (step.person_id, step.to_bed.int // 100) == (uid(2), 102)
    assert step.why is MoveWhy.AGAINST_A_RULE
    assert step.against == (Reason.CHILD_WITH_ADULT,)
    assert plan.levels.moved_children == 0


def test_of_two_who_could_move_the_one_who_came_last_does() -> None:
    rooms = room(101, Side.ANY, someone(1), with_needs(2, apart_from=frozenset({uid(1)})), beds=3)
    other = room(102, Side.ANY, someone(3), beds=2)
    assert where(replan(house(rooms, other, p1=40, p2=3), LEGAL)) == {2: 102}
    assert where(replan(house(rooms, other, p1=3, p2=40), LEGAL)) == {1: 102}


def test_two_beds_change_owners_when_nothing_is_free() -> None:
    rooms = (
        room(101, Side.ANY, someone(1, 12), someone(2), beds=2),
        room(102, Side.ANY, someone(3), someone(4, 13), beds=2),
    )
    plan = replan(house(*rooms), LEGAL)
    assert plan.complete
    assert plan.levels.moved == 2
    assert {step.to_bed for step in plan.steps} == {step.from_bed for step in plan.steps}


def test_a_chain_makes_room_for_a_newcomer() -> None:
    """Only the child's room is free for the adult once she has another one."""
    rooms = (
        room(101, Side.ANY, someone(1, 12), beds=1),
        room(102, Side.CHILD, beds=1),
    )
    plan = replan(house(*rooms, new=[someone(9)]), PLACE)
    assert where(plan) == {1: 102, 9: 101}
    assert [step.why for step in plan.steps if step.person_id == uid(1)] == [MoveWhy.MAKES_ROOM]
    assert [step.why for step in plan.steps if step.person_id == uid(9)] == [MoveWhy.NEW]


def test_urgent_ones_and_children_come_first_when_beds_are_few() -> None:
    one_bed = room(101, Side.ANY, beds=1)
    new = [someone(7), someone(8, 12), someone(9, urgent=True)]
    assert where(replan(house(one_bed, new=new), PLACE)) == {9: 101}
    assert where(replan(house(one_bed, new=new[:2]), PLACE)) == {8: 101}
    left = replan(house(one_bed, new=[someone(7), someone(6)]), PLACE)
    assert left.without_bed == (uid(6),)
    assert left.blocking == (Reason.BED_TAKEN,)


def test_a_room_is_emptied_and_who_leaves_it_stays_with_her_family() -> None:
    spare = room(101, Side.ANY, someone(1), someone(2, 9), beds=2)
    rooms = (spare, room(102, Side.ANY, someone(3), beds=2), room(103, Side.ANY, beds=2))
    kin = Kin(mothers=frozenset({(uid(1), uid(2))}))
    plan = replan(house(*rooms, kin=kin), Goal(GoalKind.EMPTY, frozenset({uid(101)})))
    assert where(plan) == {1: 103, 2: 103}
    assert {step.why for step in plan.steps} == {MoveWhy.ROOM_EMPTIED}
    assert plan.levels.parted == 0


def test_a_mother_and_her_baby_are_never_torn_apart_to_mend_something_else() -> None:
    """Without the baby in it her room would take the woman whose room is to be empty."""
    mother, baby = someone(1), someone(2, 1)
    rooms = (
        room(101, Side.ANY, someone(3), beds=1),
        room(102, Side.ANY, mother, baby, beds=3),
        room(103, Side.CHILD, beds=1),
    )
    goal = Goal(GoalKind.EMPTY, frozenset({uid(101)}))
    kin = Kin(mothers=frozenset({(uid(1), uid(2))}))
    plan = replan(house(*rooms, kin=kin), goal)
    assert plan.steps == ()
    assert [person for person, _ in plan.still_wrong] == [uid(3)]
    assert where(replan(house(*rooms), replace(goal, kind=GoalKind.LEGAL))) == {2: 103}


def test_one_more_resident_moves_so_that_a_mother_and_her_child_come_together() -> None:
    rooms = (
        room(101, Side.ANY, someone(1), beds=2),
        room(102, Side.ANY, someone(2), beds=2),
        room(103, Side.CHILD, beds=1),
    )
    kin = Kin(mothers=frozenset({(uid(8), uid(9))}))
    plan = replan(house(*rooms, new=[someone(8), someone(9, 6)], kin=kin), PLACE)
    assert (plan.levels.parted, plan.levels.moved) == (0, 1)
    assert where(plan)[8] == where(plan)[9]


def test_emptying_leaves_what_is_wrong_elsewhere_alone() -> None:
    wrong = room(102, Side.ANY, someone(3), someone(4, 12), beds=2)
    rooms = (room(101, Side.ANY, someone(1), beds=1), wrong, room(103, Side.ANY, beds=3))
    plan = replan(house(*rooms), Goal(GoalKind.EMPTY, frozenset({uid(101)})))
    assert where(plan) == {1: 103}
    assert plan.complete


def test_a_floor_is_separated_for_children() -> None:
    rooms = (
        room(201, Side.ANY, someone(1), beds=2),
        room(202, Side.ANY, someone(2, 12), beds=2),
        room(101, Side.ANY, someone(3), beds=2),
    )
    goal = Goal(GoalKind.SEPARATE, frozenset({uid(201), uid(202)}), Side.CHILD)
    plan = replan(house(*rooms), goal)
    assert where(plan) == {1: 101}
    assert plan.steps[0].why is MoveWhy.OTHER_SIDE


def test_nobody_comes_into_a_wing_that_does_not_take_her_yet() -> None:
    """The room will be for children, but as long as it is for adults none may lie there."""
    rooms = (room(101, Side.ADULT, beds=2), room(102, Side.CHILD, someone(1, 12), beds=1))
    goal = Goal(GoalKind.SEPARATE, frozenset({uid(101)}), Side.CHILD)
    plan = replan(house(*rooms, new=[someone(9, 13)]), goal)
    assert plan.without_bed == (uid(9),)


def test_reserved_blocked_upper_beds_and_small_floors_are_respected() -> None:
    low = with_needs(9, lower_bunk=True)
    free = room(101, Side.ANY, beds=3)
    upper = {"A": {"upper": True}, "B": {"blocked": True}, "C": {"out_of_use": True}}
    assert not replan(house(with_beds(free, **upper), new=[low]), PLACE).complete
    assert not replan(house(replace(free, blocked=True), new=[low]), PLACE).complete
    small = replace(room(101, Side.ANY, someone(1), beds=3), most=1)
    assert not replan(house(small, new=[low]), PLACE).complete


def test_somebody_in_an_upper_bunk_changes_places_in_her_own_room() -> None:
    upper, lower = Bed(uid(10100), "A", upper=True), Bed(uid(10101), "B")
    inside = (lying(with_needs(1, lower_bunk=True), upper), lying(someone(2), lower))
    bunks = replace(room(101), beds=(upper, lower), occupants=inside)
    plan = replan(house(bunks), LEGAL)
    assert {step.person_id.int: step.to_bed for step in plan.steps} == {
        1: lower.bed_id,
        2: upper.bed_id,
    }


def test_nobody_is_left_alone_who_may_not_be() -> None:
    """A bed of her own would be nearer, but then she would be alone."""
    rooms = (
        room(101, Side.ANY, with_needs(1, company=True), someone(2), beds=2),
        room(102, Side.CHILD, beds=1),
    )
    emptied = Goal(GoalKind.EMPTY, frozenset({uid(101)}))
    plan = replan(house(*rooms, room(103, beds=1), room(104, beds=2)), emptied)
    assert where(plan) == {1: 104, 2: 104}


def test_the_least_that_would_have_to_be_signed_is_named() -> None:
    far = room(101, Side.ANY, beds=1)
    facts = house(far, new=[with_needs(9, near=True)])
    assert not replan(facts, PLACE).complete
    assert replan(facts, PLACE).blocking == (Reason.WATCH_NEAR,)
    assert least_relaxation(facts, PLACE) == (Reason.WATCH_NEAR,)
    signed = replan(facts, replace(PLACE, waived=frozenset({Reason.WATCH_NEAR})))
    assert signed.complete
    assert signed.steps[0].to_sign == (Reason.WATCH_NEAR,)


def test_two_signatures_are_named_when_one_is_not_enough() -> None:
    far = replace(room(101, Side.ANY, beds=1), step_free=False)
    facts = house(far, new=[with_needs(9, near=True, step_free=True)])
    assert set(least_relaxation(facts, PLACE)) == {Reason.WATCH_NEAR, Reason.NOT_STEP_FREE}


def test_no_signature_helps_against_a_hard_rule() -> None:
    facts = house(room(101, Side.ANY, someone(1), beds=2), new=[someone(9, 12)])
    assert replan(facts, PLACE).blocking == (Reason.CHILD_WITH_ADULT,)
    assert least_relaxation(facts, PLACE) == ()
    with pytest.raises(ValueError, match="signature"):
        Goal(waived=frozenset({Reason.CHILD_WITH_ADULT}))


@pytest.mark.parametrize("seed", range(400, 440))
def test_every_plan_is_legal_step_by_step_and_leaves_nobody_worse(seed: int) -> None:
    facts, goal = tangle(seed)
    goal = replace(goal, waived=frozenset())
    plan = replan(facts, goal)
    people = {n.person_id: n.guest for n in facts.newcomers}
    people |= {o.person_id: as_guest(o) for r in facts.rooms for o in r.occupants}
    beds = {people[step.person_id]: step.to_bed for step in plan.steps}
    found = checked(beds, facts.rooms, TODAY, facts.kin, signed=dict(facts.signed))
    hard = set(found.reasons) - PERMITTABLE
    assert not hard
    assert {p for r in found.rooms for p in (o.person_id for o in r.occupants)} == (
        people.keys() - set(plan.without_bed)
    )
    if goal.kind is GoalKind.LEGAL:
        wrong = against(found.rooms, TODAY, facts.kin, signed=dict(facts.signed))
        assert len(wrong) == plan.levels.breaches == len(plan.still_wrong)


def test_the_plan_is_the_same_however_the_facts_are_ordered() -> None:
    for seed in (7, 133, 2455):
        facts, goal = tangle(seed)
        turned = replace(
            facts,
            rooms=tuple(
                replace(r, occupants=r.occupants[::-1], beds=r.beds[::-1])
                for r in facts.rooms[::-1]
            ),
            nights=facts.nights[::-1],
            newcomers=facts.newcomers[::-1],
        )
        assert replan(turned, goal) == replan(facts, goal)


@pytest.mark.parametrize("seed", [133, 588, 2455, 8922])
def test_stopped_early_a_plan_is_legal_and_says_by_how_much_it_may_be_better(seed: int) -> None:
    facts, goal = tangle(seed)
    best, plan = replan(facts, goal).levels, replan(facts, goal, Effort(work=0.0))
    if plan.short is None:
        assert plan.levels == best
    else:
        level = list(Level).index(plan.short.level)
        assert plan.levels[:level] == best[:level]
        assert plan.short.most > 0
        assert plan.levels[level] - plan.short.most <= best[level]


def test_a_search_is_followed_and_given_up() -> None:
    facts = house(room(101, Side.ANY, someone(1), someone(2, 12), beds=2), room(102))
    told: list[tuple[int, int]] = []
    replan(facts, LEGAL, Effort(progress=lambda done, of: told.append((done, of))))
    assert told == [(0, 2), (2, 2)]
    with pytest.raises(Cancelled):
        replan(facts, LEGAL, Effort(cancelled=lambda: True))


def test_a_plan_that_leaves_somebody_alone_is_refused_by_the_check() -> None:
    rooms = (room(101, Side.ANY, with_needs(1, company=True), someone(2), beds=2), room(102))
    (guest,) = [as_guest(o) for o in rooms[0].occupants if o.person_id == uid(2)]
    found = checked({guest: uid(10200)}, rooms, TODAY, Kin())
    assert found.reasons == (Reason.WATCH_ALONE,)
    assert len(all_up(rooms, {uid(2)})[0].occupants) == 1
