# SPDX-License-Identifier: Apache-2.0
"""Room purposes over time: refused while slept in, planned with a move list, never by date."""

from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest

from app.errors import Denied
from app.policies.dormitory.beds.facts import RoomPurpose
from app.policies.dormitory.beds.holds import BlockKind
from app.policies.reasons import Reason
from app.services.arrivals.shift.shifts import start_shift
from app.services.dormitory.beds.block import BlockPlace, block_place
from app.services.dormitory.beds.place import PlaceClient, place_client
from app.services.dormitory.beds.reserve import ReserveBeds, reserve_beds
from app.services.dormitory.facts.room_list import room_list
from app.services.dormitory.night.time_up import check_rooms, time_is_up
from app.services.dormitory.rooms.move_list import BedsOn, beds_on, planned_moves
from app.services.dormitory.rooms.moves import CarryOut, carry_out
from app.services.dormitory.rooms.purpose_list import PurposeLine, purposes
from app.services.dormitory.rooms.purposes import (
    ChangePurpose,
    change_purpose,
)
from app.services.dormitory.rooms.room_admin import AddRoom, add_room
from tests.conftest import NIGHT, Shelter

TODAY = date(2026, 11, 24)
LATER = TODAY + timedelta(days=3)
HEAD = "hendra"
WHY = "jadi ruang konseling"
COUNSEL = RoomPurpose.COUNSELLING


def room(shelter: Shelter, name: str):
    return next(r for w in shelter.ask(room_list) for r in w.rooms if r.name == name)


def change(
    shelter: Shelter, name: str = "101", purpose=COUNSEL, day=TODAY, why=WHY, moves=()
) -> ChangePurpose:
    wanted = tuple((person_id, shelter.bed_id(place)) for person_id, place in moves)
    return ChangePurpose(room(shelter, name).room_id, purpose, day, why, wanted)


def lines(shelter: Shelter, name: str = "101") -> tuple[PurposeLine, ...]:
    return shelter.ask(purposes, room(shelter, name).room_id)


def sleeping(shelter: Shelter, *places: str) -> list[UUID]:
    found = []
    for place in places:
        woman = shelter.arrive(f"Bunga {place}", "30")
        shelter.place(woman.person_id, place)
        found.append(woman.person_id)
    return found


def undo(shelter: Shelter, done) -> None:
    shelter.act(done.inverse.act, done.inverse.command, HEAD)


def midnight(shelter: Shelter, days: int = 3) -> None:
    """Go to shortly after midnight of a day to come."""
    shelter.clock.move(days=days)


def test_an_empty_bedroom_becomes_a_counselling_room_today(shelter: Shelter) -> None:
    done = shelter.act(change_purpose, change(shelter), HEAD)
    assert room(shelter, "101").purpose is COUNSEL
    woman = shelter.arrive("Bunga", "30")
    command = PlaceClient(woman.person_id, shelter.bed_id("101-A"))
    assert shelter.refused(place_client, command).reasons == (Reason.ROOM_NOT_A_BEDROOM,)
    (line,) = lines(shelter)
    assert (line.purpose, line.before, line.from_day, line.why, line.decided_by) == (
        COUNSEL,
        RoomPurpose.BEDROOM,
        TODAY,
        WHY,
        "Hendra",
    )
    assert (line.applied_at, line.planned) == (NIGHT, False)
    undo(shelter, done)
    assert room(shelter, "101").purpose is RoomPurpose.BEDROOM
    assert [each.purpose for each in lines(shelter)] == [RoomPurpose.BEDROOM, COUNSEL]
    again = shelter.refused(done.inverse.act, done.inverse.command, HEAD)
    assert again.reasons == (Reason.MOVED_ON,)


def test_a_bedroom_people_sleep_in_is_not_changed_today(shelter: Shelter) -> None:
    (woman,) = sleeping(shelter, "101-A")
    for moves in ((), ((woman, "102-A"),)):
        refused = shelter.refused(change_purpose, change(shelter, moves=moves), HEAD)
        assert (refused.field, refused.reasons) == ("from_day", (Reason.ROOM_OCCUPIED,))
    assert room(shelter, "101").purpose is RoomPurpose.BEDROOM
    assert lines(shelter) == ()


def test_a_reserved_bed_stands_in_the_way_today(shelter: Shelter) -> None:
    beds = (shelter.bed_id("101-A"),)
    shelter.act(reserve_beds, ReserveBeds(beds, "Polres", NIGHT + timedelta(hours=2)))
    refused = shelter.refused(change_purpose, change(shelter), HEAD)
    assert (refused.field, refused.reasons) == ("from_day", (Reason.BED_RESERVED,))


@pytest.mark.parametrize(
    ("other", "field", "reason"),
    [
        ({"why": "rusak"}, "why", Reason.WHY_SHORT),
        ({"why": "x" * 601}, "why", Reason.TEXT_TOO_LONG),
        ({"day": TODAY - timedelta(days=1)}, "from_day", Reason.DAY_PAST),
        ({"day": TODAY + timedelta(days=367)}, "from_day", Reason.PLAN_LIMIT),
        ({"day": date.max}, "from_day", Reason.PLAN_LIMIT),
        ({"day": date.min}, "from_day", Reason.DAY_PAST),
        ({"purpose": RoomPurpose.BEDROOM}, "purpose", Reason.NOTHING_CHANGED),
        ({"name": "Cadangan 1", "purpose": RoomPurpose.BEDROOM}, "purpose", Reason.NO_BEDS),
        (
            {"name": "Cadangan 1", "purpose": RoomPurpose.BEDROOM, "day": LATER},
            "purpose",
            Reason.NO_BEDS,
        ),
    ],
)
def test_what_is_no_change(shelter: Shelter, other, field, reason) -> None:
    refused = shelter.refused(change_purpose, change(shelter, **other), HEAD)
    assert (refused.field, refused.reasons) == (field, (reason,))


def test_a_room_that_is_gone_and_who_may_not(shelter: Shelter) -> None:
    gone = ChangePurpose(uuid4(), COUNSEL, TODAY, WHY)
    assert shelter.refused(change_purpose, gone, HEAD).reasons == (Reason.STALE,)
    for login in ("dewi", "rina", "ani"):
        with pytest.raises(Denied):
            shelter.act(change_purpose, change(shelter), login)


def test_a_day_alone_moves_nobody_and_the_room_changes_once_it_is_empty(shelter: Shelter) -> None:
    one, two = sleeping(shelter, "101-A", "101-B")
    plan = change(shelter, day=LATER, moves=((one, "102-A"), (two, "102-B")))
    done = shelter.act(change_purpose, plan, HEAD)
    (line,) = lines(shelter)
    assert (line.planned, line.moves, line.waiting, line.from_day) == (True, 2, None, LATER)
    moves = shelter.ask(planned_moves)
    assert [(m.to_place, m.freeing, m.due, m.legal) for m in moves] == [
        ("102-A", "101", False, True),
        ("102-B", "101", False, True),
    ]
    assert not shelter.ask(time_is_up)
    midnight(shelter)
    assert not shelter.ask(time_is_up)
    shelter.act(check_rooms, None)
    assert room(shelter, "101").purpose is RoomPurpose.BEDROOM
    (line,) = lines(shelter)
    assert (line.waiting, line.moves) == (Reason.ROOM_OCCUPIED, 2)
    for move in moves:
        shelter.act(carry_out, CarryOut(move.move_id, move.version), "rina")
    assert shelter.ask(time_is_up)
    shelter.act(start_shift, None)
    assert room(shelter, "101").purpose is COUNSEL
    (line,) = lines(shelter)
    assert (line.before, line.applied_at, line.moves) == (
        RoomPurpose.BEDROOM,
        shelter.clock(),
        0,
    )
    assert not shelter.ask(time_is_up)
    stale = shelter.refused(done.inverse.act, done.inverse.command, HEAD)
    assert stale.reasons == (Reason.STALE,)


def test_everybody_who_sleeps_there_has_to_be_in_the_move_list(shelter: Shelter) -> None:
    one, two = sleeping(shelter, "101-A", "101-B")
    for moves in ((), ((one, "102-A"),)):
        refused = shelter.refused(change_purpose, change(shelter, day=LATER, moves=moves), HEAD)
        assert (refused.field, refused.reasons) == ("moves", (Reason.ROOM_OCCUPIED,))
    assert shelter.ask(planned_moves) == ()
    shelter.act(
        change_purpose, change(shelter, day=LATER, moves=((one, "102-A"), (two, "102-B"))), HEAD
    )


@pytest.mark.parametrize(
    ("places", "reason"),
    [
        (("101-C", "102-B"), Reason.ROOM_NOT_A_BEDROOM),
        (("201-A", "102-B"), Reason.WING_FOR_CHILDREN),
        (("102-B", "102-B"), Reason.BED_TAKEN),
        (("103-A", "102-B"), Reason.BED_TAKEN),
        (("104-A", "102-B"), Reason.BED_BLOCKED),
    ],
)
def test_each_move_has_to_be_legal_on_that_day(shelter: Shelter, places, reason) -> None:
    one, two, _other = sleeping(shelter, "101-A", "101-B", "103-A")
    blocked = BlockPlace(shelter.bed_id("104-A"), None, BlockKind.REPAIR, WHY, LATER)
    shelter.act(block_place, blocked)
    plan = change(shelter, day=LATER, moves=tuple(zip((one, two), places, strict=True)))
    refused = shelter.refused(change_purpose, plan, HEAD)
    assert (refused.field, refused.reasons) == ("moves", (reason,))
    assert lines(shelter) == ()
    assert shelter.ask(planned_moves) == ()


def test_a_block_that_is_over_by_then_is_no_obstacle(shelter: Shelter) -> None:
    (one,) = sleeping(shelter, "101-A")
    until = LATER - timedelta(days=1)
    blocked = BlockPlace(shelter.bed_id("104-A"), None, BlockKind.REPAIR, WHY, until)
    shelter.act(block_place, blocked)
    shelter.act(change_purpose, change(shelter, day=LATER, moves=((one, "104-A"),)), HEAD)
    (move,) = shelter.ask(planned_moves)
    assert (move.to_place, move.legal) == ("104-A", True)


def test_a_chain_of_moves_is_checked_as_a_whole(shelter: Shelter) -> None:
    one, two = sleeping(shelter, "101-A", "102-A")
    plan = change(shelter, day=LATER, moves=((one, "102-A"), (two, "103-A")))
    shelter.act(change_purpose, plan, HEAD)
    assert [m.to_place for m in shelter.ask(planned_moves)] == ["102-A", "103-A"]


def test_a_twice_named_person_and_one_who_left(shelter: Shelter) -> None:
    (one,) = sleeping(shelter, "101-A")
    twice = change(shelter, day=LATER, moves=((one, "102-A"), (one, "102-B")))
    assert shelter.refused(change_purpose, twice, HEAD).field == "moves"
    nobody = change(shelter, day=LATER, moves=((one, "102-A"), (uuid4(), "102-B")))
    assert shelter.refused(change_purpose, nobody, HEAD).reasons == (Reason.PERSON_LEFT,)


def test_one_change_of_a_room_is_planned_at_a_time(shelter: Shelter) -> None:
    shelter.act(change_purpose, change(shelter, day=LATER), HEAD)
    for day in (TODAY, LATER):
        refused = shelter.refused(
            change_purpose, change(shelter, purpose=RoomPurpose.THERAPY, day=day), HEAD
        )
        assert refused.reasons == (Reason.CHANGE_PLANNED,)


def test_a_spare_room_with_beds_becomes_a_bedroom_on_its_day(shelter: Shelter) -> None:
    wing_id = next(w.wing_id for w in shelter.ask(room_list) if w.name == "Lantai 1 Dewasa")
    new = AddRoom(wing_id, "Gudang", 1600, 3, purpose=RoomPurpose.SPARE)
    shelter.act(add_room, new, HEAD)
    plan = change(shelter, "Gudang", RoomPurpose.BEDROOM, LATER, "gudang jadi kamar")
    shelter.act(change_purpose, plan, HEAD)
    (one,) = sleeping(shelter, "101-A")
    moved = change(shelter, day=LATER, moves=((one, "Gudang-A"),))
    shelter.act(change_purpose, moved, HEAD)
    assert shelter.ask(planned_moves)[0].legal
    midnight(shelter)
    shelter.act(check_rooms, None)
    assert room(shelter, "Gudang").purpose is RoomPurpose.BEDROOM


def test_the_beds_to_choose_from_leave_the_room_out_that_is_emptied(shelter: Shelter) -> None:
    (one,) = sleeping(shelter, "101-A")
    leaving = room(shelter, "101").room_id
    offered = shelter.ask(beds_on, BedsOn(one, LATER, leaving))
    assert offered
    assert not [bed for bed in offered if bed.place.startswith(("101", "2", "Cad"))]
    with_own = shelter.ask(beds_on, BedsOn(one, LATER))
    assert {"101-B", "101-C"} <= {bed.place for bed in with_own}
    assert "101-A" not in {bed.place for bed in with_own}
    for day in (TODAY - timedelta(days=1), date.max):
        assert shelter.ask(beds_on, BedsOn(one, day)) == ()
