# SPDX-License-Identifier: Apache-2.0
"""On the way from the desk until the wing has received her."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from sqlalchemy import select

from app.errors import Denied
from app.models.dormitory.stays import Stay
from app.policies.arrivals.shifts import ShiftKind
from app.policies.dormitory.away.whereabouts import AbsenceKind
from app.policies.dormitory.beds.board import BedState
from app.policies.dormitory.replan.goals import Goal, GoalKind
from app.policies.reasons import Reason
from app.policies.roster.duties import DutyKind
from app.services.dormitory.away.absences import NoteAbsence, note_absence
from app.services.dormitory.away.vacate import vacate_bed
from app.services.dormitory.beds.place import PlaceClient, move_client, place_client
from app.services.dormitory.beds.propose import AcceptPlan, accept_plan, proposals
from app.services.dormitory.beds.receive import Receive, not_received, receive_client
from app.services.dormitory.beds.swap import Swap, swap_clients
from app.services.dormitory.facts.counts import open_counts
from app.services.dormitory.facts.room_list import room_list
from app.services.dormitory.replan.apply import ApplyReplan, apply_replan
from app.services.dormitory.replan.propose import replan_facts
from app.services.dormitory.rooms.moves import CarryOut, PlanMove, carry_out, plan_move
from app.services.roster.plan import PlanDuty, plan_duty
from tests.conftest import NIGHT, Shelter
from tests.services.dormitory.away.test_vacate import going


def stay_of(shelter: Shelter, person_id) -> Stay:
    with shelter.house.database.reading() as session:
        return session.execute(
            select(Stay).where(Stay.person_id == person_id, Stay.ends_at.is_(None))
        ).scalar_one()


@pytest.mark.parametrize("by", ["rina", "sri", "hendra"])
def test_the_wing_receives_her(shelter: Shelter, by: str) -> None:
    woman = shelter.arrive("Melur", "34").person_id
    done = shelter.place(woman, "101-A").value
    assert shelter.bed("101-A").state is BedState.ON_THE_WAY
    shelter.clock.move(minutes=7)
    assert shelter.act(receive_client, Receive(done.stay_id), by).value == woman
    assert shelter.bed("101-A").state is BedState.TAKEN
    stay = stay_of(shelter, woman)
    assert (stay.received_at, stay.received_by) == (
        NIGHT + timedelta(minutes=7),
        shelter.actors[by].account_id,
    )


def test_who_is_placed_by_the_caretaker_is_received_at_once(shelter: Shelter) -> None:
    woman = shelter.arrive("Melur", "34").person_id
    done = shelter.place(woman, "101-A", "rina").value
    assert shelter.bed("101-A").state is BedState.TAKEN
    assert shelter.refused(receive_client, Receive(done.stay_id), "rina").reasons == (Reason.STALE,)


def test_twice_is_refused_and_the_first_stays(shelter: Shelter) -> None:
    woman = shelter.arrive("Melur", "34").person_id
    done = shelter.place(woman, "101-A").value
    shelter.act(receive_client, Receive(done.stay_id), "rina")
    shelter.clock.move(minutes=3)
    assert shelter.refused(receive_client, Receive(done.stay_id)).reasons == (Reason.STALE,)
    stay = stay_of(shelter, woman)
    assert (stay.received_at, stay.received_by) == (NIGHT, shelter.actors["rina"].account_id)


def test_a_bed_she_has_left_is_received_no_more(shelter: Shelter) -> None:
    woman = shelter.arrive("Melur", "34").person_id
    done = shelter.place(woman, "101-A").value
    shelter.clock.move(minutes=1)
    shelter.act(move_client, PlaceClient(woman, shelter.bed_id("102-A")))
    assert shelter.refused(receive_client, Receive(done.stay_id), "rina").reasons == (Reason.STALE,)
    assert shelter.bed("102-A").state is BedState.ON_THE_WAY


def test_a_clock_that_went_back_receives_nobody_before_she_came(shelter: Shelter) -> None:
    woman = shelter.arrive("Melur", "34").person_id
    done = shelter.place(woman, "101-A").value
    shelter.clock.move(hours=-2)
    shelter.act(receive_client, Receive(done.stay_id), "rina")
    stay = stay_of(shelter, woman)
    assert stay.received_at == stay.starts_at


def test_a_stay_that_never_was_is_refused(shelter: Shelter) -> None:
    assert shelter.refused(receive_client, Receive(uuid4()), "rina").reasons == (Reason.STALE,)


@pytest.mark.parametrize("by", ["ani", "eko", "tania"])
def test_only_posts_that_place_receive(shelter: Shelter, by: str) -> None:
    done = shelter.place(shelter.arrive("Melur", "34").person_id, "101-A").value
    with pytest.raises(Denied):
        shelter.act(receive_client, Receive(done.stay_id), by)


def test_who_is_on_her_way_for_twenty_minutes_is_told_with_whom_to_call(shelter: Shelter) -> None:
    girl = shelter.arrive("Kenanga", "12").person_id
    woman = shelter.arrive("Melur", "34").person_id
    stay = shelter.place(girl, "201-A").value.stay_id
    shelter.clock.move(minutes=1)
    shelter.place(woman, "101-A")
    wing = next(wing for wing in shelter.ask(room_list) if "201" in {r.name for r in wing.rooms})
    tonight = PlanDuty(
        date(2026, 11, 23),
        ShiftKind.NIGHT,
        DutyKind.WING,
        shelter.actors["rina"].account_id,
        wing.wing_id,
    )
    shelter.act(plan_duty, tonight, "hendra")
    shelter.clock.move(minutes=18, seconds=59)
    assert shelter.ask(not_received) == ()
    shelter.clock.move(seconds=1)
    (line,) = shelter.ask(not_received)
    assert (line.name, line.place, line.minutes, line.caretakers) == (
        "Kenanga",
        "201-A",
        20,
        ("Rina",),
    )
    shelter.clock.move(minutes=5)
    assert [each.place for each in shelter.ask(not_received)] == ["201-A", "101-A"]
    assert [each.caretakers for each in shelter.ask(not_received)] == [("Rina",), ()]
    assert shelter.ask(open_counts).not_received == 2
    shelter.act(receive_client, Receive(stay), "rina")
    shelter.act(note_absence, NoteAbsence(woman, AbsenceKind.HOSPITAL))
    assert shelter.ask(not_received) == ()
    assert shelter.ask(open_counts).not_received == 0


def test_a_post_that_does_not_see_people_reads_nobody_as_late(shelter: Shelter) -> None:
    shelter.place(shelter.arrive("Melur", "34").person_id, "101-A")
    shelter.clock.move(minutes=30)
    assert shelter.ask(not_received, by="eko") == ()
    assert len(shelter.ask(not_received, by="ani")) == 1


WINGS = {"here": "101-A", "there": "201-A"}


def on_watch(shelter: Shelter, login: str, place: str) -> None:
    """Give somebody the wing of a bed for the watch that is running."""
    wing = next(
        wing
        for wing in shelter.ask(room_list)
        for room in wing.rooms
        for bed in room.beds
        if f"{room.name}-{bed.label}" == place
    )
    day = date(2026, 11, 23)
    account = shelter.actors[login].account_id
    command = PlanDuty(day, ShiftKind.NIGHT, DutyKind.WING, account, wing.wing_id)
    shelter.act(plan_duty, command, "hendra")


def placing(shelter: Shelter, woman, how: str, by: str) -> None:
    """Bring a woman to 101-A in one of the ways there are."""
    bed_id = shelter.bed_id("101-A")
    if how == "place":
        shelter.act(place_client, PlaceClient(woman, bed_id), by)
        return
    if how == "accept":
        revision = shelter.ask(proposals).revision
        shelter.act(accept_plan, AcceptPlan(((woman, bed_id),), revision), by)
        return
    shelter.place(woman, "102-A")
    if how == "move":
        shelter.act(move_client, PlaceClient(woman, bed_id), by)
    elif how == "swap":
        other = shelter.arrive("Sekar", "30").person_id
        shelter.place(other, "101-A")
        shelter.act(swap_clients, Swap(woman, other), by)
    elif how == "plan a move":
        move = PlanMove(woman, bed_id, date(2026, 11, 24), "Dekat pengasuh malam ini")
        planned = shelter.act(plan_move, move, by).value
        shelter.act(carry_out, CarryOut(planned.move_id, planned.version), by)
    else:
        revision = shelter.ask(replan_facts, Goal(GoalKind.LEGAL)).revision
        shelter.act(apply_replan, ApplyReplan(((woman, bed_id),), (), revision), by)


@pytest.mark.parametrize("how", ["place", "accept", "move", "swap", "plan a move", "replan"])
@pytest.mark.parametrize(
    ("watch", "received"),
    [
        ({}, True),
        ({"rina": "101-A"}, True),
        ({"rina": "201-A"}, False),
        ({"hendra": "101-A"}, False),
        ({"rina": "101-A", "hendra": "201-A"}, True),
        ({"rina": "201-A", "hendra": "101-A"}, False),
    ],
)
def test_a_caretaker_receives_whom_she_brings_into_her_own_wing(
    shelter: Shelter, how: str, watch: dict[str, str], received: bool
) -> None:
    woman = shelter.arrive("Melur", "34").person_id
    for login, place in watch.items():
        on_watch(shelter, login, place)
    placing(shelter, woman, how, "rina")
    stay = stay_of(shelter, woman)
    assert (stay.received_by == shelter.actors["rina"].account_id) is received
    assert (stay.received_at is not None) is received


@pytest.mark.parametrize("received", [True, False])
@pytest.mark.parametrize("how", ["move", "swap", "leave"])
def test_after_an_undo_she_is_received_as_she_was(
    shelter: Shelter, how: str, received: bool
) -> None:
    woman = shelter.arrive("Melur", "34").person_id
    done = shelter.place(woman, "101-A").value
    if received:
        shelter.act(receive_client, Receive(done.stay_id), "rina")
    shelter.clock.move(minutes=5)
    if how == "move":
        moved = shelter.act(move_client, PlaceClient(woman, shelter.bed_id("102-A")))
    elif how == "swap":
        other = shelter.arrive("Sekar", "30").person_id
        shelter.place(other, "102-A")
        moved = shelter.act(swap_clients, Swap(woman, other))
    else:
        moved = shelter.act(vacate_bed, going(woman))
    shelter.clock.move(minutes=1)
    shelter.act(moved.inverse.act, moved.inverse.command)
    assert shelter.bed("101-A").sleeper.person_id == woman
    stay = stay_of(shelter, woman)
    assert (stay.received_by == shelter.actors["rina"].account_id) is received
    assert (stay.received_at is not None) is received
