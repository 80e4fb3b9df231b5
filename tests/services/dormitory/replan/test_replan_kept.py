# SPDX-License-Identifier: Apache-2.0
"""Atur ulang leaves signed beds alone, and knows who is away while her bed is kept."""

from datetime import timedelta

import pytest

from app.policies.dormitory.away.whereabouts import AbsenceKind
from app.policies.dormitory.replan.goals import Goal, GoalKind
from app.policies.dormitory.rules.needs import House
from app.policies.reasons import Reason
from app.services.dormitory.away.absences import EndAbsence, NoteAbsence, end_absence, note_absence
from app.services.dormitory.away.whereabouts import census
from app.services.dormitory.beds.place import PlaceClient, place_client
from app.services.dormitory.beds.signing import ConfirmPermit, confirm_permit, open_permits
from app.services.dormitory.replan.apply import ApplyReplan, apply_replan
from app.services.dormitory.replan.propose import propose_replan, replan_facts
from tests.services.dormitory.replan.test_replan import ADULTS, lines, of_rooms
from tests.services.dormitory.rows import keep_apart, note

LEGAL, PLACE = Goal(GoalKind.LEGAL), Goal(GoalKind.PLACE)
WHY = "tidak ada ranjang lain malam ini"
TO_THE_MORNING = timedelta(hours=6, minutes=10)


@pytest.fixture
def sleeping(shelter):
    def lie(place: str, name: str, age: str = "30"):
        arrived = shelter.arrive(name, age)
        shelter.place(arrived.person_id, place, "rina")
        return arrived.person_id

    return lie


@pytest.fixture
def enemies(shelter, sleeping):
    """Let two share a room who are kept apart since; the second came two nights later."""
    first = sleeping("101-A", "Kenanga")
    shelter.clock.move(days=2)
    second = sleeping("101-B", "Melati")
    keep_apart(shelter, first, second)
    return first, second


@pytest.fixture
def signed(shelter, sleeping):
    """Let somebody of the other house sleep beside Melati, by a signature until 08.00."""
    note(shelter, sleeping("101-A", "Melati"))
    her = shelter.arrive("Kenanga", "30").person_id
    note(shelter, her, house=House.PSKW)
    shelter.act(place_client, PlaceClient(her, shelter.bed_id("101-B"), WHY), "dewi")
    return her


def go(shelter, person_id, kind: AbsenceKind = AbsenceKind.HOSPITAL) -> None:
    shelter.act(note_absence, NoteAbsence(person_id, kind))


def planned(shelter, goal: Goal = LEGAL, by: str = "hendra"):
    return shelter.ask(propose_replan, goal, by)


def confirm(shelter) -> None:
    (line,) = shelter.ask(open_permits, by="hendra")
    shelter.act(confirm_permit, ConfirmPermit(line.permit_id, line.version), "hendra")


def as_command(plan, why: str = "") -> ApplyReplan:
    return ApplyReplan(plan.moves, plan.placements, plan.revision, why)


def test_who_is_in_hospital_keeps_her_bed_when_another_can_move(shelter, enemies) -> None:
    assert [who for who, _, _ in lines(planned(shelter))] == ["Melati"]
    go(shelter, enemies[1])
    plan = planned(shelter)
    assert [who for who, _, _ in lines(plan)] == ["Kenanga"]
    assert plan.short is None
    away = {who.name: who.away for room in plan.rooms for who in room.before}
    assert away == {"Kenanga": None, "Melati": AbsenceKind.HOSPITAL}


def test_the_bed_of_somebody_away_is_not_free(shelter, sleeping) -> None:
    for at, place in enumerate(ADULTS):
        person = sleeping(place, f"Melati {at}")
    go(shelter, person, AbsenceKind.MISSING)
    shelter.arrive("Sekar", "30")
    plan = planned(shelter, PLACE)
    assert plan.lines == ()
    assert [who.name for who in plan.without_bed] == ["Sekar"]


def test_a_plan_that_moves_somebody_away_says_so_and_she_stays_away(shelter, sleeping) -> None:
    person = sleeping("101-A", "Melati")
    go(shelter, person, AbsenceKind.MISSING)
    plan = planned(shelter, of_rooms(shelter, GoalKind.EMPTY, "101"), "rina")
    (line,) = plan.lines
    assert line.person.away is AbsenceKind.MISSING
    shelter.act(apply_replan, as_command(plan), "rina")
    (line,) = shelter.ask(census).lines
    assert line.place == plan.lines[0].to_place
    assert line.where.value == AbsenceKind.MISSING.value


def test_who_stays_with_staff_and_waits_is_told_to_be_there(shelter) -> None:
    go(shelter, shelter.arrive("Sekar", "30").person_id, AbsenceKind.WITH_STAFF)
    (line,) = planned(shelter).lines
    assert (line.new, line.person.away) == (True, AbsenceKind.WITH_STAFF)


def test_going_and_coming_back_make_a_plan_stale(shelter, enemies) -> None:
    before = planned(shelter)
    go(shelter, enemies[1])
    assert shelter.refused(apply_replan, as_command(before)).reasons == (Reason.STALE,)
    between = planned(shelter)
    shelter.act(end_absence, EndAbsence(enemies[1]), "dewi")
    assert shelter.refused(apply_replan, as_command(between)).reasons == (Reason.STALE,)
    assert planned(shelter).revision == before.revision


@pytest.mark.parametrize("login", ["rina", "dewi", "hendra", "ratna"])
def test_a_signed_bed_is_left_alone_until_its_hour(shelter, signed, login: str) -> None:
    plan = planned(shelter, by=login)
    assert (plan.lines, plan.complete, plan.short) == ((), True, None)
    shelter.clock.move(seconds=TO_THE_MORNING.total_seconds() - 1)
    assert planned(shelter, by=login).lines == ()
    shelter.clock.move(seconds=1)
    (line,) = planned(shelter, by=login).lines
    assert line.against == (Reason.HOUSES_APART,)


def test_a_confirmed_bed_is_left_alone_for_good(shelter, signed) -> None:
    confirm(shelter)
    shelter.clock.move(days=3)
    assert planned(shelter).lines == ()


def test_what_a_coordinator_signed_holds_beyond_the_morning(shelter, sleeping) -> None:
    note(shelter, sleeping("101-A", "Melati"))
    her = shelter.arrive("Kenanga", "30").person_id
    note(shelter, her, house=House.PSKW)
    shelter.act(place_client, PlaceClient(her, shelter.bed_id("101-B"), WHY), "hendra")
    shelter.clock.move(days=13)
    assert planned(shelter).lines == ()
    shelter.clock.move(days=2)
    assert len(planned(shelter).lines) == 1


def test_a_signature_says_nothing_about_another_rule(shelter, signed) -> None:
    other = next(p.person_id for p in shelter.ask(replan_facts, LEGAL).people if p.name == "Melati")
    keep_apart(shelter, signed, other)
    for login, reason in (("rina", Reason.MASKED_RULE), ("hendra", Reason.KEPT_APART)):
        (line,) = planned(shelter, by=login).lines
        assert line.against == (reason,)


def test_a_plan_from_before_the_morning_is_not_carried_out_after_it(
    shelter, signed, sleeping
) -> None:
    sleeping("102-A", "Sekar")
    plan = planned(shelter, of_rooms(shelter, GoalKind.EMPTY, "102"))
    shelter.clock.move(seconds=TO_THE_MORNING.total_seconds())
    assert shelter.refused(apply_replan, as_command(plan)).reasons == (Reason.STALE,)


def test_a_confirmed_signature_leaves_a_plan_as_it_was(shelter, signed, sleeping) -> None:
    sleeping("102-A", "Sekar")
    plan = planned(shelter, of_rooms(shelter, GoalKind.EMPTY, "102"))
    confirm(shelter)
    shelter.act(apply_replan, as_command(plan))
    assert shelter.bed("102-A").sleeper is None


def test_who_may_be_alone_by_a_signature_is_left_alone_without_a_new_one(shelter, sleeping) -> None:
    her = shelter.arrive("Kenanga", "30").person_id
    note(shelter, her, watch=3)
    shelter.act(place_client, PlaceClient(her, shelter.bed_id("101-A"), WHY), "dewi")
    guest = sleeping("101-B", "Melati")
    now = shelter.ask(replan_facts, LEGAL).revision
    away = ((guest, shelter.bed_id("102-A")),)
    shelter.act(apply_replan, ApplyReplan(away, (), now), "rina")
    assert shelter.bed("102-A").sleeper.person_id == guest


def test_without_that_signature_nobody_leaves_her_alone(shelter, sleeping) -> None:
    guest = sleeping("101-B", "Melati")
    her = sleeping("101-A", "Kenanga")
    note(shelter, her, watch=3)
    now = shelter.ask(replan_facts, LEGAL).revision
    away = ((guest, shelter.bed_id("102-A")),)
    refused = shelter.refused(apply_replan, ApplyReplan(away, (), now), "hendra")
    assert refused.reasons == (Reason.WATCH_ALONE,)
