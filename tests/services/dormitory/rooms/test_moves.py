# SPDX-License-Identifier: Apache-2.0
"""Planned moves: legal on their day as far as is known, carried out by somebody, undone."""

from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select

from app.errors import Denied
from app.models.audit import AuditPayload
from app.policies.people.age import AgeBasis
from app.policies.people.departures import Outcome
from app.policies.reasons import Reason, Verdict
from app.services.dormitory.away.vacate import Vacate, vacate_bed
from app.services.dormitory.beds.place import PlaceClient, move_client
from app.services.dormitory.beds.reserve import ReserveBeds, reserve_beds
from app.services.dormitory.rooms.move_list import BedsOn, beds_on, planned_moves
from app.services.dormitory.rooms.moves import (
    CarryOut,
    MoveKey,
    PlanMove,
    cancel_move,
    carry_out,
    plan_move,
    resume_move,
)
from app.services.dormitory.rules.apart import KeepApart, keep_apart
from tests.conftest import NIGHT, Shelter

TODAY = date(2026, 11, 24)
LATER = TODAY + timedelta(days=3)
WHY = "lebih dekat ke pengasuh"


@pytest.fixture
def bunga(shelter: Shelter) -> UUID:
    woman = shelter.arrive("Bunga", "30")
    shelter.place(woman.person_id, "101-A")
    return woman.person_id


def to(shelter: Shelter, person_id: UUID, place: str = "102-A", day: date = LATER, why=WHY):
    return PlanMove(person_id, shelter.bed_id(place), day, why)


def plan(shelter: Shelter, person_id: UUID, place: str = "102-A", day: date = LATER):
    return shelter.act(plan_move, to(shelter, person_id, place, day))


def lies(shelter: Shelter, person_id: UUID, place: str) -> bool:
    sleeper = shelter.bed(place).sleeper
    return sleeper is not None and sleeper.person_id == person_id


def test_a_move_is_planned_due_overdue_and_never_made_by_the_date(shelter, bunga) -> None:
    plan(shelter, bunga)
    (line,) = shelter.ask(planned_moves)
    assert (line.name, line.from_place, line.to_place, line.on_day) == (
        "Bunga",
        "101-A",
        "102-A",
        LATER,
    )
    assert (line.due, line.overdue, line.legal, line.planned_by, line.why) == (
        False,
        False,
        True,
        "Dewi",
        WHY,
    )
    shelter.clock.move(days=3)
    (line,) = shelter.ask(planned_moves)
    assert (line.due, line.overdue) == (True, False)
    shelter.clock.move(days=1)
    (line,) = shelter.ask(planned_moves)
    assert (line.due, line.overdue) == (True, True)
    assert lies(shelter, bunga, "101-A")


def test_carrying_out_moves_her_and_undo_brings_both_back(shelter, bunga) -> None:
    plan(shelter, bunga)
    (line,) = shelter.ask(planned_moves)
    done = shelter.act(carry_out, CarryOut(line.move_id, line.version), "rina")
    assert lies(shelter, bunga, "102-A")
    assert shelter.ask(planned_moves) == ()
    again = shelter.refused(carry_out, CarryOut(line.move_id, line.version))
    assert again.reasons == (Reason.STALE,)
    shelter.act(done.inverse.act, done.inverse.command, "rina")
    assert lies(shelter, bunga, "101-A")
    (back,) = shelter.ask(planned_moves)
    assert back.move_id == line.move_id
    twice = shelter.refused(done.inverse.act, done.inverse.command)
    assert twice.reasons == (Reason.MOVED_ON,)


def test_who_was_moved_there_meanwhile_is_only_ticked_off(shelter, bunga) -> None:
    plan(shelter, bunga)
    shelter.act(move_client, PlaceClient(bunga, shelter.bed_id("102-A")))
    (line,) = shelter.ask(planned_moves)
    assert (line.there, line.legal) == (True, True)
    done = shelter.act(carry_out, CarryOut(line.move_id, line.version))
    assert done.value.placed is None
    assert lies(shelter, bunga, "102-A")
    assert shelter.ask(planned_moves) == ()
    shelter.act(done.inverse.act, done.inverse.command)
    assert lies(shelter, bunga, "102-A")
    assert len(shelter.ask(planned_moves)) == 1


def test_a_bed_that_was_taken_meanwhile_is_told_and_not_given_twice(shelter, bunga) -> None:
    plan(shelter, bunga)
    shelter.place(shelter.arrive("Sari", "31").person_id, "102-A")
    (line,) = shelter.ask(planned_moves)
    assert (line.legal, line.reasons) == (False, (Reason.BED_TAKEN,))
    refused = shelter.refused(carry_out, CarryOut(line.move_id, line.version))
    assert refused.reasons == (Reason.BED_TAKEN,)
    assert lies(shelter, bunga, "101-A")
    assert shelter.ask(planned_moves)[0].version == line.version


def test_whose_bed_becomes_free_by_a_plan_can_be_planned_for(shelter, bunga) -> None:
    other = shelter.arrive("Sari", "31").person_id
    shelter.place(other, "102-A")
    assert shelter.refused(plan_move, to(shelter, bunga)).reasons == (Reason.BED_TAKEN,)
    plan(shelter, other, "103-A", LATER)
    plan(shelter, bunga, "102-A", LATER)
    shelter.clock.move(days=3)
    verdicts = {line.name: line.legal for line in shelter.ask(planned_moves)}
    assert verdicts == {"Sari": True, "Bunga": False}
    for name in ("Sari", "Bunga"):
        line = next(each for each in shelter.ask(planned_moves) if each.name == name)
        shelter.act(carry_out, CarryOut(line.move_id, line.version))
    assert lies(shelter, bunga, "102-A")


def test_a_signature_is_given_when_it_is_carried_out(shelter, bunga) -> None:
    shelter.act(
        reserve_beds,
        ReserveBeds((shelter.bed_id("102-A"),), "Polres", NIGHT + timedelta(days=5)),
    )
    plan(shelter, bunga)
    (line,) = shelter.ask(planned_moves)
    assert (line.verdict, line.reasons, line.legal) == (
        Verdict.PERMIT,
        (Reason.BED_RESERVED,),
        True,
    )
    key = (line.move_id, line.version)
    unsigned = shelter.refused(carry_out, CarryOut(*key))
    assert (unsigned.reasons, unsigned.signable) == ((Reason.BED_RESERVED,), True)
    shelter.act(carry_out, CarryOut(*key, "kelompok datang besok"))
    assert lies(shelter, bunga, "102-A")


def test_a_hold_that_runs_out_before_the_day_is_no_obstacle(shelter, bunga) -> None:
    until = NIGHT + timedelta(days=1)
    shelter.act(reserve_beds, ReserveBeds((shelter.bed_id("102-A"),), "Polres", until))
    plan(shelter, bunga)
    assert shelter.ask(planned_moves)[0].verdict is Verdict.ALLOWED


@pytest.mark.parametrize(
    ("other", "field", "reason"),
    [
        ({"why": "pindah"}, "why", Reason.WHY_SHORT),
        ({"day": TODAY - timedelta(days=1)}, "on_day", Reason.DAY_PAST),
        ({"day": TODAY + timedelta(days=367)}, "on_day", Reason.PLAN_LIMIT),
        ({"day": date.max}, "on_day", Reason.PLAN_LIMIT),
        ({"place": "101-A"}, "bed_id", Reason.ALREADY_THERE),
        ({"place": "201-A"}, "bed_id", Reason.WING_FOR_CHILDREN),
    ],
)
def test_what_cannot_be_planned(shelter, bunga, other, field, reason) -> None:
    refused = shelter.refused(plan_move, to(shelter, bunga, **other))
    assert (refused.field, refused.reasons) == (field, (reason,))
    assert shelter.ask(planned_moves) == ()


def test_nobody_and_no_bed(shelter, bunga) -> None:
    gone = PlanMove(uuid4(), shelter.bed_id("102-A"), LATER, WHY)
    assert shelter.refused(plan_move, gone).reasons == (Reason.PERSON_LEFT,)
    nowhere = PlanMove(bunga, uuid4(), LATER, WHY)
    assert shelter.refused(plan_move, nowhere).reasons == (Reason.BED_UNKNOWN,)


def test_one_move_is_planned_for_her_at_a_time(shelter, bunga) -> None:
    done = plan(shelter, bunga)
    refused = shelter.refused(plan_move, to(shelter, bunga, "103-A"))
    assert refused.reasons == (Reason.MOVE_PLANNED,)
    dropped = shelter.act(done.inverse.act, done.inverse.command)
    shelter.act(plan_move, to(shelter, bunga, "103-A"))
    late = shelter.refused(dropped.inverse.act, dropped.inverse.command)
    assert late.reasons == (Reason.MOVED_ON,)


def test_a_dropped_move_is_resumed(shelter, bunga) -> None:
    done = plan(shelter, bunga)
    dropped = shelter.act(cancel_move, done.value)
    assert shelter.ask(planned_moves) == ()
    assert shelter.refused(cancel_move, done.value).reasons == (Reason.STALE,)
    shelter.act(resume_move, dropped.value)
    assert [line.to_place for line in shelter.ask(planned_moves)] == ["102-A"]
    unknown = shelter.refused(cancel_move, MoveKey(uuid4(), 1))
    assert unknown.reasons == (Reason.STALE,)


def test_who_has_no_bed_yet_can_be_planned_for(shelter) -> None:
    woman = shelter.arrive("Sari", "31").person_id
    plan(shelter, woman, "102-A", TODAY)
    (line,) = shelter.ask(planned_moves)
    assert (line.from_place, line.due) == ("", True)
    shelter.act(carry_out, CarryOut(line.move_id, line.version))
    assert lies(shelter, woman, "102-A")


def test_her_plan_ends_when_she_leaves_for_good(shelter, bunga) -> None:
    plan(shelter, bunga)
    shelter.act(vacate_bed, Vacate(bunga, Outcome.OWN_WISH, "", "", "ingin pulang sendiri"))
    assert shelter.ask(planned_moves) == ()


def test_the_day_she_becomes_an_adult_decides(shelter) -> None:
    child = shelter.arrive("Nen", "27/11/2008", age_basis=AgeBasis.DOCUMENT).person_id
    shelter.place(child, "201-A")
    too_early = shelter.refused(plan_move, to(shelter, child, "102-A", LATER - timedelta(days=1)))
    assert too_early.reasons == (Reason.WING_FOR_ADULTS,)
    plan(shelter, child, "102-A", LATER)
    assert shelter.ask(planned_moves)[0].legal
    offered = {bed.place[0] for bed in shelter.ask(beds_on, BedsOn(child, LATER))}
    assert offered == {"1"}
    offered = {bed.place[0] for bed in shelter.ask(beds_on, BedsOn(child, TODAY))}
    assert offered == {"2"}


def test_a_secret_reason_is_told_as_every_other_secret(shelter, bunga) -> None:
    enemy = shelter.arrive("Sari", "31").person_id
    shelter.place(enemy, "102-B")
    shelter.act(keep_apart, KeepApart(bunga, enemy, "bertengkar hebat"), "hendra")
    refused = shelter.refused(plan_move, to(shelter, bunga))
    assert (refused.field, refused.reasons) == ("bed_id", (Reason.MASKED_RULE,))
    open_word = shelter.refused(plan_move, to(shelter, bunga), "hendra")
    assert open_word.reasons == (Reason.KEPT_APART,)
    beside_her = {"102-A", "102-C"}
    masked = [b for b in shelter.ask(beds_on, BedsOn(bunga, LATER)) if b.place in beside_her]
    assert {(bed.verdict, bed.reasons) for bed in masked} == {
        (Verdict.PERMIT, (Reason.MASKED_RULE,))
    }
    seen = shelter.ask(beds_on, BedsOn(bunga, LATER), "hendra")
    assert not {bed.place for bed in seen} & beside_her


def test_a_pair_kept_apart_later_makes_the_plan_illegal_and_masked(shelter, bunga) -> None:
    enemy = shelter.arrive("Sari", "31").person_id
    shelter.place(enemy, "102-B")
    plan(shelter, bunga)
    shelter.act(keep_apart, KeepApart(bunga, enemy, "bertengkar hebat"), "hendra")
    assert shelter.ask(planned_moves)[0].reasons == (Reason.MASKED_RULE,)
    assert shelter.ask(planned_moves, None, "ratna")[0].reasons == (Reason.KEPT_APART,)


def test_who_sees_and_who_plans(shelter, bunga) -> None:
    plan(shelter, bunga)
    assert shelter.ask(planned_moves, None, "eko") == ()
    assert len(shelter.ask(planned_moves, None, "ani")) == 1
    for login in ("ani", "tania", "eko"):
        with pytest.raises(Denied):
            shelter.act(plan_move, to(shelter, bunga, "103-A"), login)
    with shelter.house.database.reading() as session:
        told = " ".join(session.execute(select(AuditPayload.payload)).scalars())
    assert "pengasuh" not in told
