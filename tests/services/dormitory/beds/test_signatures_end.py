# SPDX-License-Identifier: Apache-2.0
"""How a signature ends: confirmed, moved away, undone; and beds that are reserved."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from sqlalchemy import select

from app.errors import Denied
from app.models.dormitory.holds import Hold
from app.policies.dormitory.beds.holds import HoldEnd, PermitEnd
from app.policies.dormitory.replan.goals import Goal
from app.policies.reasons import Reason
from app.services.dormitory.beds.place import PlaceClient, move_client, place_client
from app.services.dormitory.beds.propose import AcceptPlan, accept_plan, proposals
from app.services.dormitory.beds.reservations import reservations
from app.services.dormitory.beds.reserve import ReserveBeds, reserve_beds
from app.services.dormitory.beds.signing import ConfirmPermit, confirm_permit, open_permits
from app.services.dormitory.beds.swap import Swap, swap_clients
from app.services.dormitory.replan.propose import replan_facts
from tests.conftest import NIGHT, Shelter
from tests.services.dormitory.beds.test_signing import ends, listed, narrow, signed, wish, woman

WHY = "Semua kamar lain penuh malam ini"
MORNING = datetime(2026, 11, 24, 1, tzinfo=UTC)


def test_confirming_takes_it_off_the_list_once(shelter: Shelter) -> None:
    narrow(shelter)
    her = woman(shelter)
    signed(shelter, her)
    (line,) = listed(shelter)
    confirm = ConfirmPermit(line.permit_id, line.version)
    with pytest.raises(Denied):
        shelter.act(confirm_permit, confirm, "dewi")
    with pytest.raises(Denied):
        shelter.ask(open_permits)
    assert shelter.act(confirm_permit, confirm, "hendra").value == her
    assert listed(shelter) == ()
    assert shelter.bed("101-A").sleeper.person_id == her
    assert list(shelter.refused(confirm_permit, confirm, "ratna").reasons) == [Reason.STALE]
    shelter.act(move_client, PlaceClient(her, shelter.bed_id("102-A")))
    assert ends(shelter) == [PermitEnd.CONFIRMED]


def test_moving_her_away_ends_it(shelter: Shelter) -> None:
    narrow(shelter)
    her = woman(shelter)
    signed(shelter, her)
    (line,) = listed(shelter)
    shelter.clock.move(minutes=5)
    shelter.act(move_client, PlaceClient(her, shelter.bed_id("102-A")), "rina")
    assert listed(shelter) == ()
    assert ends(shelter) == [PermitEnd.MOVED]
    confirm = ConfirmPermit(line.permit_id, line.version)
    assert list(shelter.refused(confirm_permit, confirm, "hendra").reasons) == [Reason.STALE]


def test_a_move_is_signed_like_a_placing(shelter: Shelter) -> None:
    narrow(shelter)
    her = woman(shelter)
    shelter.place(her, "102-A")
    command = PlaceClient(her, shelter.bed_id("101-A"))
    assert shelter.refused(move_client, command).signable
    assert shelter.bed("102-A").sleeper.person_id == her
    shelter.act(move_client, wish(shelter, her))
    assert [line.place for line in listed(shelter)] == ["101-A"]


def test_undoing_a_signed_placing_undoes_the_signature(shelter: Shelter) -> None:
    narrow(shelter)
    done = signed(shelter, woman(shelter))
    shelter.clock.move(minutes=1)
    shelter.act(done.inverse.act, done.inverse.command)
    assert shelter.bed("101-A").sleeper is None
    assert listed(shelter) == ()
    assert ends(shelter) == [PermitEnd.UNDONE]


def test_undoing_a_move_away_puts_her_and_the_signature_back(shelter: Shelter) -> None:
    narrow(shelter)
    her = woman(shelter)
    signed(shelter, her)
    (before,) = listed(shelter)
    shelter.clock.move(minutes=5)
    moved = shelter.act(move_client, PlaceClient(her, shelter.bed_id("102-A")), "sri")
    shelter.clock.move(minutes=1)
    shelter.act(moved.inverse.act, moved.inverse.command, "sri")
    assert shelter.bed("101-A").sleeper.person_id == her
    (after,) = listed(shelter)
    assert (after.rules, after.why, after.signed_by) == (before.rules, WHY, "Dewi")
    assert (after.signed_at, after.expires_at) == (before.signed_at, MORNING)
    shelter.act(confirm_permit, ConfirmPermit(after.permit_id, after.version), "hendra")
    assert listed(shelter) == ()


def test_undoing_a_move_brings_back_no_signature_that_was_settled(shelter: Shelter) -> None:
    narrow(shelter)
    her = woman(shelter)
    signed(shelter, her)
    (line,) = listed(shelter)
    shelter.act(confirm_permit, ConfirmPermit(line.permit_id, line.version), "hendra")
    shelter.clock.move(minutes=5)
    moved = shelter.act(move_client, PlaceClient(her, shelter.bed_id("102-A")))
    shelter.clock.move(minutes=1)
    shelter.act(moved.inverse.act, moved.inverse.command)
    assert shelter.bed("101-A").sleeper.person_id == her
    assert listed(shelter) == ()


def test_swapping_a_signed_bed_and_back_keeps_both_signatures_right(shelter: Shelter) -> None:
    narrow(shelter)
    one, other = woman(shelter, "Satu"), woman(shelter, "Dua")
    signed(shelter, one)
    shelter.place(other, "102-A")
    shelter.clock.move(minutes=1)
    done = shelter.act(swap_clients, Swap(one, other, WHY))
    assert [(line.name, line.place) for line in listed(shelter)] == [("Dua", "101-A")]
    shelter.clock.move(minutes=1)
    shelter.act(done.inverse.act, done.inverse.command)
    assert [(line.name, line.place) for line in listed(shelter)] == [("Satu", "101-A")]


def reserve(shelter: Shelter, place: str, person_id: UUID | None = None) -> None:
    beds = (shelter.bed_id(place),)
    wanted = ReserveBeds(beds, "12 dari Polres", NIGHT + timedelta(hours=5), person_id)
    shelter.act(reserve_beds, wanted)


def hold_end(shelter: Shelter) -> HoldEnd | None:
    with shelter.house.database.reading() as session:
        return session.execute(select(Hold.end_reason)).scalar_one()


def test_a_reserved_bed_is_signed_for_and_kept_again_after_an_undo(shelter: Shelter) -> None:
    reserve(shelter, "101-A")
    her = woman(shelter)
    refusal = shelter.refused(place_client, wish(shelter, her, why=""))
    assert (list(refusal.reasons), refusal.signable) == ([Reason.BED_RESERVED], True)
    done = signed(shelter, her)
    assert hold_end(shelter) is HoldEnd.TAKEN
    shelter.clock.move(minutes=1)
    shelter.act(done.inverse.act, done.inverse.command)
    assert [line.places for line in shelter.ask(reservations)] == [("101-A",)]
    assert hold_end(shelter) is None


def test_her_own_bed_needs_no_signature_and_the_joint_proposal_offers_it(
    shelter: Shelter,
) -> None:
    her = woman(shelter)
    reserve(shelter, "103-B", her)
    shelter.place(woman(shelter, "Lain"), "103-A")
    proposal = shelter.ask(proposals)
    assert [line.bed.bed_label for line in proposal.lines] == ["B"]
    done = shelter.act(accept_plan, AcceptPlan(proposal.beds, proposal.revision))
    assert shelter.bed("103-B").sleeper.person_id == her
    assert hold_end(shelter) is HoldEnd.TAKEN
    shelter.clock.move(minutes=1)
    shelter.act(done.inverse.act, done.inverse.command)
    assert hold_end(shelter) is None
    assert ends(shelter) == []


def test_an_undone_placing_keeps_no_bed_whose_hour_has_passed(shelter: Shelter) -> None:
    her = woman(shelter)
    reserve(shelter, "101-A", her)
    done = shelter.place(her, "101-A")
    shelter.clock.move(hours=6)
    shelter.act(done.inverse.act, done.inverse.command)
    assert shelter.ask(reservations) == ()
    assert hold_end(shelter) is HoldEnd.TAKEN


def test_a_confirmed_signature_holds_again_after_a_move_was_undone(shelter: Shelter) -> None:
    narrow(shelter)
    her = woman(shelter)
    signed(shelter, her)
    (line,) = listed(shelter)
    shelter.act(confirm_permit, ConfirmPermit(line.permit_id, line.version), "hendra")
    held = shelter.ask(replan_facts, Goal(), "hendra").house.signed
    moved = shelter.act(move_client, PlaceClient(her, shelter.bed_id("102-A")))
    assert shelter.ask(replan_facts, Goal(), "hendra").house.signed == ()
    shelter.act(moved.inverse.act, moved.inverse.command)
    assert held
    assert shelter.ask(replan_facts, Goal(), "hendra").house.signed == held
    assert listed(shelter) == ()


def test_an_undo_takes_no_bed_that_is_kept_for_somebody_by_now(shelter: Shelter) -> None:
    her = woman(shelter)
    shelter.place(her, "101-A")
    moved = shelter.act(move_client, PlaceClient(her, shelter.bed_id("102-A")))
    bed_id = shelter.bed_id("101-A")
    shelter.act(reserve_beds, ReserveBeds((bed_id,), "Polres", NIGHT + timedelta(hours=1)))
    refused = shelter.refused(moved.inverse.act, moved.inverse.command)
    assert refused.reasons == (Reason.BED_RESERVED,)
    assert shelter.bed("102-A").sleeper.person_id == her
