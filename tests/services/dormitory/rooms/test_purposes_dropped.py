# SPDX-License-Identifier: Apache-2.0
"""Planned changes of a room that are dropped, resumed, or wait."""

from datetime import date, timedelta

from app.policies.dormitory.beds.facts import RoomPurpose
from app.policies.reasons import Reason
from app.services.dormitory.beds.place import PlaceClient, move_client
from app.services.dormitory.night.time_up import check_rooms
from app.services.dormitory.rooms.move_list import planned_moves
from app.services.dormitory.rooms.moves import CarryOut, MoveKey, cancel_move, carry_out
from app.services.dormitory.rooms.purposes import (
    CancelPurpose,
    cancel_purpose,
    change_purpose,
)
from tests.conftest import Shelter
from tests.services.dormitory.rooms.test_purposes import (
    change,
    lines,
    midnight,
    room,
    sleeping,
    undo,
)

TODAY = date(2026, 11, 24)
LATER = TODAY + timedelta(days=3)
HEAD = "hendra"
COUNSEL = RoomPurpose.COUNSELLING


def test_cancelling_drops_the_moves_and_can_be_undone(shelter: Shelter) -> None:
    (one,) = sleeping(shelter, "101-A")
    done = shelter.act(change_purpose, change(shelter, day=LATER, moves=((one, "102-A"),)), HEAD)
    key = CancelPurpose(done.value.change_id, done.value.version)
    dropped = shelter.act(cancel_purpose, key, HEAD)
    assert lines(shelter) == shelter.ask(planned_moves) == ()
    assert shelter.refused(cancel_purpose, key, HEAD).reasons == (Reason.STALE,)
    undo(shelter, dropped)
    assert len(lines(shelter)) == len(shelter.ask(planned_moves)) == 1
    assert shelter.refused(dropped.inverse.act, dropped.inverse.command, HEAD).reasons == (
        Reason.MOVED_ON,
    )
    midnight(shelter)
    (move,) = shelter.ask(planned_moves)
    shelter.act(carry_out, CarryOut(move.move_id, move.version))
    shelter.act(check_rooms, None)
    assert room(shelter, "101").purpose is COUNSEL


def test_a_dropped_plan_is_not_resumed_over_another_one(shelter: Shelter) -> None:
    done = shelter.act(change_purpose, change(shelter, day=LATER), HEAD)
    undone = shelter.act(done.inverse.act, done.inverse.command, HEAD)
    shelter.act(change_purpose, change(shelter, day=LATER, purpose=RoomPurpose.THERAPY), HEAD)
    refused = shelter.refused(undone.inverse.act, undone.inverse.command, HEAD)
    assert refused.reasons == (Reason.MOVED_ON,)


def test_a_dropped_move_leaves_the_change_waiting(shelter: Shelter) -> None:
    (one,) = sleeping(shelter, "101-A")
    shelter.act(change_purpose, change(shelter, day=LATER, moves=((one, "102-A"),)), HEAD)
    (move,) = shelter.ask(planned_moves)
    shelter.act(cancel_move, MoveKey(move.move_id, move.version))
    midnight(shelter)
    shelter.act(check_rooms, None)
    (line,) = lines(shelter)
    assert (line.waiting, line.moves) == (Reason.ROOM_OCCUPIED, 0)
    shelter.act(move_client, PlaceClient(one, shelter.bed_id("103-C")))
    shelter.act(check_rooms, None)
    assert room(shelter, "101").purpose is COUNSEL
