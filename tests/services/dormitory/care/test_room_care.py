# SPDX-License-Identifier: Apache-2.0
"""Walks through rooms and repairs: what was found, how far it is, what cannot be."""

from uuid import uuid4

import pytest

from app.errors import Denied
from app.policies.dormitory.care.caretaking import InspectionPoint, RepairKind, RepairStatus
from app.policies.reasons import Reason
from app.services.dormitory.care.inspections import InspectRoom, inspect_room, room_care
from app.services.dormitory.care.repairs import (
    AskRepair,
    ChangeRepair,
    ask_repair,
    change_repair,
    repairs,
)
from tests.conftest import Shelter

Point = InspectionPoint


def room(shelter: Shelter, name: str = "101"):
    return next(line for line in shelter.ask(room_care) if line.name == name)


def inspect(shelter: Shelter, fine, note: str = "", name: str = "101"):
    return shelter.act(inspect_room, InspectRoom(room(shelter, name).room_id, fine, note), "rina")


def ask_for(shelter: Shelter, kind=RepairKind.FAN, note: str = "", name: str = "101"):
    return shelter.act(ask_repair, AskRepair(room(shelter, name).room_id, kind, note), "rina")


def change(shelter: Shelter, key, status: RepairStatus, by: str = "dewi"):
    return shelter.act(change_repair, ChangeRepair(key.repair_id, key.version, status), by)


def test_every_room_is_listed_before_anybody_went_there(shelter: Shelter) -> None:
    lines = shelter.ask(room_care)
    assert [line.name for line in lines][:2] == ["101", "102"]
    assert "Lapangan" in {line.name for line in lines}
    assert {line.looked_at for line in lines} == {None}


def test_the_last_walk_of_a_room_is_shown(shelter: Shelter) -> None:
    inspect(shelter, {Point.FAN: False, Point.CLEAN: True}, "kipas berbunyi")
    shelter.clock.move(hours=8)
    done = inspect(shelter, dict.fromkeys(Point, True) | {Point.DOOR: False})
    assert done.value.wrong == (Point.DOOR,)
    line = room(shelter)
    assert (line.looked_at, line.looked_by, line.wing) == (
        shelter.clock(),
        "Rina",
        "Lantai 1 Dewasa",
    )
    assert line.wrong == (Point.DOOR,)
    assert len(line.fine) == len(Point) - 1
    assert room(shelter, "102").looked_at is None
    shelter.act(done.inverse.act, done.inverse.command, "rina")
    before = room(shelter)
    assert (before.wrong, before.fine) == ((Point.FAN,), (Point.CLEAN,))
    assert before.note == "kipas berbunyi"
    gone = shelter.refused(done.inverse.act, done.inverse.command, "rina")
    assert gone.reasons == (Reason.MOVED_ON,)


def test_of_two_walks_in_one_instant_one_counts(shelter: Shelter) -> None:
    inspect(shelter, {Point.FAN: False})
    inspect(shelter, {Point.FAN: True})
    assert len([line for line in shelter.ask(room_care) if line.name == "101"]) == 1
    assert room(shelter).fine == (Point.FAN,)


def test_a_walk_that_says_nothing_is_no_walk(shelter: Shelter) -> None:
    here = room(shelter).room_id
    empty = shelter.refused(inspect_room, InspectRoom(here, {}), "rina")
    assert (empty.reasons, empty.field) == ((Reason.NOTHING_LOOKED_AT,), "fine")
    unknown = shelter.refused(inspect_room, InspectRoom(uuid4(), {Point.FAN: True}), "rina")
    assert (unknown.reasons, unknown.field) == ((Reason.STALE,), "room_id")
    long = shelter.refused(inspect_room, InspectRoom(here, {Point.FAN: True}, "x" * 601), "rina")
    assert (long.reasons, long.field) == ((Reason.TEXT_TOO_LONG,), "note")
    assert room(shelter).looked_at is None


def test_a_repair_goes_its_way_and_ends(shelter: Shelter) -> None:
    key = ask_for(shelter, note="baling-baling lepas").value
    assert room(shelter).open_repairs == 1
    (line,) = shelter.ask(repairs)
    assert (line.room, line.kind, line.note) == ("101", RepairKind.FAN, "baling-baling lepas")
    assert (line.status, line.asked_by, line.open) == (RepairStatus.ASKED, "Rina", True)
    shelter.clock.move(hours=4)
    working = change(shelter, key, RepairStatus.IN_WORK).value
    done = change(shelter, working, RepairStatus.DONE)
    (line,) = shelter.ask(repairs)
    assert (line.status, line.changed_by, line.changed_at) == (
        RepairStatus.DONE,
        "Dewi",
        shelter.clock(),
    )
    assert room(shelter).open_repairs == 0
    final = ChangeRepair(done.value.repair_id, done.value.version, RepairStatus.ASKED)
    assert shelter.refused(change_repair, final).reasons == (Reason.REPAIR_CLOSED,)
    shelter.act(done.inverse.act, done.inverse.command)
    assert shelter.ask(repairs)[0].status is RepairStatus.IN_WORK


def test_the_second_to_change_it_is_told(shelter: Shelter) -> None:
    key = ask_for(shelter).value
    first = change(shelter, key, RepairStatus.IN_WORK)
    late = ChangeRepair(key.repair_id, key.version, RepairStatus.DROPPED)
    assert shelter.refused(change_repair, late).reasons == (Reason.STALE,)
    same = ChangeRepair(key.repair_id, first.value.version, RepairStatus.IN_WORK)
    assert shelter.refused(change_repair, same).reasons == (Reason.NOTHING_CHANGED,)
    gone = ChangeRepair(uuid4(), 1, RepairStatus.DONE)
    assert shelter.refused(change_repair, gone).reasons == (Reason.STALE,)


def test_a_slip_is_taken_back_while_nobody_works_on_it(shelter: Shelter) -> None:
    slip = ask_for(shelter)
    shelter.act(slip.inverse.act, slip.inverse.command, "rina")
    assert shelter.ask(repairs) == ()
    kept = ask_for(shelter)
    change(shelter, kept.value, RepairStatus.IN_WORK)
    late = shelter.refused(kept.inverse.act, kept.inverse.command, "rina")
    assert late.reasons == (Reason.MOVED_ON,)


def test_what_is_asked_for_has_a_place_and_words(shelter: Shelter) -> None:
    unknown = shelter.refused(ask_repair, AskRepair(uuid4(), RepairKind.FAN), "rina")
    assert (unknown.reasons, unknown.field) == ((Reason.STALE,), "room_id")
    silent = AskRepair(room(shelter).room_id, RepairKind.OTHER, "  \n ")
    nothing = shelter.refused(ask_repair, silent, "rina")
    assert (nothing.reasons, nothing.field) == ((Reason.NOTHING_TO_WRITE,), "note")
    long = AskRepair(room(shelter).room_id, RepairKind.FAN, "x" * 601)
    assert shelter.refused(ask_repair, long, "rina").field == "note"


def test_open_ones_first_the_longest_waiting_before(shelter: Shelter) -> None:
    keys = []
    for name in ("102", "101", "103"):
        keys.append(ask_for(shelter, name=name).value)
        shelter.clock.move(minutes=1)
    change(shelter, keys[0], RepairStatus.DROPPED)
    assert [line.room for line in shelter.ask(repairs)] == ["101", "103", "102"]


def test_the_office_reads_and_does_not_write(shelter: Shelter) -> None:
    ask_for(shelter)
    assert len(shelter.ask(repairs, by="eko")) == 1
    with pytest.raises(Denied):
        shelter.act(ask_repair, AskRepair(room(shelter).room_id, RepairKind.FAN), "eko")
