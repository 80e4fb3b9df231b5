# SPDX-License-Identifier: Apache-2.0
"""Atur ulang as a service: what each goal proposes, who reads what of it, edits, no solver."""

import pytest

from app.child import Child
from app.errors import Cause, Denied, Refused, Unavailable
from app.policies.dormitory.beds.facts import Side
from app.policies.dormitory.replan.goals import Goal, GoalKind, MoveWhy, ReplanPhase
from app.policies.dormitory.rules.needs import House
from app.policies.people.age import AgeBasis
from app.policies.people.kinship import KinKind
from app.policies.reasons import Reason
from app.services.dormitory.facts.room_list import room_list
from app.services.dormitory.replan.edit import edited, other_beds
from app.services.dormitory.replan.propose import propose_replan, replan_facts, work_out
from app.services.people.family import DeclareKin, VerifyKin, declare_kin, verify_kin
from tests.services.dormitory.rows import keep_apart, note

LEGAL = Goal(GoalKind.LEGAL)
ADULTS = [f"{room}-{bed}" for room in range(101, 106) for bed in "ABC"]


@pytest.fixture
def sleeping(shelter):
    def lie(place: str, name: str, age: str = "30", **form):
        arrived = shelter.arrive(name, age, **form)
        shelter.place(arrived.person_id, place, "rina")
        return arrived.person_id

    return lie


def room_id(shelter, name: str):
    return next(
        room.room_id for wing in shelter.ask(room_list) for room in wing.rooms if room.name == name
    )


def of_rooms(shelter, kind: GoalKind, *names: str, side: Side = Side.ANY) -> Goal:
    return Goal(kind, frozenset(room_id(shelter, name) for name in names), side)


def lines(plan) -> list[tuple[str, str, str]]:
    """Return who moves from where to where."""
    return [(line.person.name, line.from_place, line.to_place) for line in plan.lines]


def birthday(shelter, sleeping):
    person = sleeping("201-A", "Melati", "25/11/2008", age_basis=AgeBasis.DOCUMENT)
    sleeping("201-B", "Kenanga", "16")
    shelter.clock.move(days=1)
    return person


def test_a_quiet_house_needs_nothing(shelter, sleeping) -> None:
    sleeping("101-A", "Melati")
    plan = shelter.ask(propose_replan, LEGAL)
    assert (plan.lines, plan.rooms, plan.complete, plan.short) == ((), (), True, None)


def test_an_empty_house_needs_nothing(shelter) -> None:
    for goal in (LEGAL, of_rooms(shelter, GoalKind.EMPTY, "101")):
        assert shelter.ask(propose_replan, goal).complete


def test_a_birthday_moves_who_has_turned_and_says_why(shelter, sleeping) -> None:
    birthday(shelter, sleeping)
    plan = shelter.ask(propose_replan, LEGAL, "hendra")
    assert lines(plan) == [("Melati", "201-A", "101-A")]
    (line,) = plan.lines
    assert line.why is MoveWhy.AGAINST_A_RULE
    assert set(line.against) == {Reason.CHILD_WITH_ADULT, Reason.WING_FOR_CHILDREN}
    assert line.to_sign == ()
    before = {room.room_name: [who.name for who in room.before] for room in plan.rooms}
    after = {room.room_name: [who.name for who in room.after] for room in plan.rooms}
    assert before == {"101": [], "201": ["Melati", "Kenanga"]}
    assert after == {"101": ["Melati"], "201": ["Kenanga"]}


def test_everybody_who_waits_gets_a_bed_and_nothing_else_is_touched(shelter, sleeping) -> None:
    birthday(shelter, sleeping)
    shelter.arrive("Sekar", "30")
    plan = shelter.ask(propose_replan, Goal(GoalKind.PLACE))
    (line,) = plan.lines
    assert (line.person.name, line.why, line.new) == ("Sekar", MoveWhy.NEW, True)
    assert plan.placements == ((line.person.person_id, line.to_bed),)
    assert plan.moves == ()


def test_a_room_is_emptied_and_a_family_goes_together(shelter, sleeping) -> None:
    mother, child = sleeping("101-A", "Melati"), shelter.arrive("Kuncup", "6").person_id
    kin = shelter.act(declare_kin, DeclareKin(mother, child, KinKind.MOTHER)).value
    shelter.act(verify_kin, VerifyKin(kin.kinship_id, kin.version, "akta kelahiran"), "ani")
    shelter.place(child, "101-B", "rina")
    plan = shelter.ask(propose_replan, of_rooms(shelter, GoalKind.EMPTY, "101"))
    assert [line.why for line in plan.lines] == [MoveWhy.ROOM_EMPTIED] * 2
    assert len({line.to_place.split("-")[0] for line in plan.lines}) == 1
    assert plan.complete


def test_rooms_for_children_send_adults_away(shelter, sleeping) -> None:
    sleeping("101-A", "Melati")
    goal = of_rooms(shelter, GoalKind.SEPARATE, "101", "102", side=Side.CHILD)
    (line,) = shelter.ask(propose_replan, goal).lines
    assert line.why is MoveWhy.OTHER_SIDE
    assert line.to_place[:3] in {"103", "104", "105"}


def test_what_keeps_them_apart_is_read_by_who_may_know(shelter, sleeping) -> None:
    one, two = sleeping("101-A", "Melati"), sleeping("101-B", "Kenanga")
    keep_apart(shelter, one, two)
    for login, reason in (("rina", Reason.MASKED_RULE), ("hendra", Reason.KEPT_APART)):
        (line,) = shelter.ask(propose_replan, LEGAL, login).lines
        assert line.against == (reason,)


@pytest.mark.parametrize("login", ["tania", "eko", "ani"])
def test_who_does_not_run_the_dormitory_plans_nothing(shelter, login: str) -> None:
    with pytest.raises(Denied):
        shelter.ask(propose_replan, LEGAL, login)


def test_the_least_signature_is_found_and_the_relaxed_plan_places_her(shelter, sleeping) -> None:
    for at, place in enumerate(ADULTS[:-1]):
        sleeping(place, f"Melati {at}")
    late = shelter.arrive("Kenanga", "30").person_id
    note(shelter, late, house=House.PSKW)
    plan = shelter.ask(propose_replan, Goal(GoalKind.PLACE), "hendra")
    assert [who.name for who in plan.without_bed] == ["Kenanga"]
    assert {Reason.BED_TAKEN, Reason.HOUSES_APART} <= set(plan.blocking)
    assert plan.relaxation == (Reason.HOUSES_APART,)
    relaxed = shelter.ask(propose_replan, plan.relaxed, "hendra")
    assert lines(relaxed) == [("Kenanga", "", "105-C")]
    assert relaxed.to_sign == (Reason.HOUSES_APART,)


def test_no_signature_is_offered_where_none_helps(shelter, sleeping) -> None:
    for at, place in enumerate(ADULTS):
        sleeping(place, f"Melati {at}")
    shelter.arrive("Kenanga", "30")
    plan = shelter.ask(propose_replan, Goal(GoalKind.PLACE), "hendra")
    assert (plan.relaxation, plan.relaxed) == ((), None)


def test_a_plan_is_edited_and_checked_as_a_whole(shelter, sleeping) -> None:
    person = birthday(shelter, sleeping)
    known = shelter.ask(replan_facts, LEGAL, "hendra")
    plan = work_out(known)
    offered = {bed.place: bed.bed_id for bed in other_beds(known, plan, person)}
    assert offered["201-A"] is None
    assert set(offered) == {"201-A", *ADULTS} - {"101-A"}
    other = edited(known, plan, person, offered["104-B"])
    assert lines(other) == [("Melati", "201-A", "104-B")]
    assert (other.edited, other.short) == (True, None)
    left = edited(known, plan, person, None)
    assert left.lines == ()
    assert [each.person.name for each in left.still_wrong] == ["Melati", "Kenanga"]


def test_an_edit_against_a_rule_is_refused_in_words_this_post_may_read(shelter, sleeping) -> None:
    person = birthday(shelter, sleeping)
    other = sleeping("101-A", "Sekar")
    keep_apart(shelter, person, other)
    known = shelter.ask(replan_facts, LEGAL, "rina")
    plan = work_out(known)
    beside = shelter.bed_id("101-B")
    assert beside not in {bed.bed_id for bed in other_beds(known, plan, person)}
    with pytest.raises(Refused) as refused:
        edited(known, plan, person, beside)
    assert refused.value.reasons == (Reason.MASKED_RULE,)
    with pytest.raises(Refused) as refused:
        edited(known, plan, person, shelter.bed_id("202-A"))
    assert Reason.WING_FOR_CHILDREN in refused.value.reasons


def test_a_search_tells_how_far_it_is_and_is_given_up(shelter, sleeping) -> None:
    birthday(shelter, sleeping)
    known = shelter.ask(replan_facts, LEGAL)
    told = []
    assert work_out(known, lambda *progress: told.append(progress)).complete
    assert told[0] == (0, 2, ReplanPhase.MOVES)
    assert told[-1] == (2, 2, ReplanPhase.MOVES)
    assert work_out(known, cancelled=lambda: True) is None


def test_a_pc_without_the_solver_says_so_calmly(shelter, sleeping, monkeypatch) -> None:
    birthday(shelter, sleeping)
    known = shelter.ask(replan_facts, LEGAL)
    monkeypatch.setattr("app.planning.solver.process.SOLVER", Child("app.planning.solver.no:one"))
    with pytest.raises(Unavailable) as unavailable:
        work_out(known)
    assert unavailable.value.cause is Cause.NO_PLANNER
