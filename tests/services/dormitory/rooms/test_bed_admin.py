# SPDX-License-Identifier: Apache-2.0
"""Beds of a room one by one: out of use, back, removed, kept because somebody needs them."""

from datetime import timedelta
from uuid import uuid4

from app.policies.reasons import Reason
from app.services.dormitory.beds.reserve import ReserveBeds, reserve_beds
from app.services.dormitory.rooms.room_admin import change_room
from app.services.dormitory.rooms.room_removal import (
    BedKey,
    RoomKey,
    bring_bed_back,
    remove_bed,
    remove_room,
)
from tests.conftest import NIGHT, Shelter
from tests.services.dormitory.rooms.test_room_admin import as_it_is, letters, room, undo

HEAD = "hendra"


def test_a_bed_somebody_ever_had_goes_out_of_use_and_comes_back(shelter: Shelter) -> None:
    woman = shelter.arrive("Bunga", "30")
    done = shelter.place(woman.person_id, "101-C")
    shelter.act(done.inverse.act, done.inverse.command)
    old = shelter.bed_id("101-C")
    shelter.act(change_room, as_it_is(shelter, beds=1), HEAD)
    assert [(bed.label, bed.out_of_use) for bed in room(shelter).beds] == [
        ("A", False),
        ("C", True),
    ]
    shelter.act(change_room, as_it_is(shelter, beds=3), HEAD)
    assert letters(room(shelter)) == "ABC"
    assert shelter.bed_id("101-C") == old


def test_a_reserved_bed_is_not_taken_away(shelter: Shelter) -> None:
    bed_id = shelter.bed_id("101-C")
    shelter.act(reserve_beds, ReserveBeds((bed_id,), "Polres", NIGHT + timedelta(hours=2)))
    refused = shelter.refused(change_room, as_it_is(shelter, beds=2), HEAD)
    assert (refused.field, refused.reasons) == ("beds", (Reason.BED_RESERVED,))
    key = RoomKey(room(shelter).room_id, room(shelter).version)
    assert shelter.refused(remove_room, key, HEAD).reasons == (Reason.BED_RESERVED,)
    shelter.clock.move(hours=3)
    shelter.act(change_room, as_it_is(shelter, beds=2), HEAD)
    assert letters(room(shelter)) == "AB"


def test_one_bed_is_removed_and_brought_back(shelter: Shelter) -> None:
    shelter.act(change_room, as_it_is(shelter, upper=("B",)), HEAD)
    bed = room(shelter).beds[1]
    done = shelter.act(remove_bed, BedKey(bed.bed_id, bed.version), HEAD)
    assert letters(room(shelter)) == "AC"
    undo(shelter, done)
    assert [(each.label, each.upper) for each in room(shelter).beds] == [
        ("A", False),
        ("B", True),
        ("C", False),
    ]
    assert shelter.refused(bring_bed_back, done.inverse.command, HEAD).reasons == (Reason.MOVED_ON,)


def test_which_bed_is_not_removed(shelter: Shelter) -> None:
    shelter.place(shelter.arrive("Bunga", "30").person_id, "101-A")
    taken = room(shelter).beds[0]
    key = BedKey(taken.bed_id, taken.version)
    assert shelter.refused(remove_bed, key, HEAD).reasons == (Reason.BED_TAKEN,)
    stale = BedKey(taken.bed_id, taken.version + 1)
    assert shelter.refused(remove_bed, stale, HEAD).reasons == (Reason.STALE,)
    assert shelter.refused(remove_bed, BedKey(uuid4(), 1), HEAD).reasons == (Reason.STALE,)
    shelter.act(change_room, as_it_is(shelter, "102", beds=1), HEAD)
    last = room(shelter, "102").beds[0]
    refused = shelter.refused(remove_bed, BedKey(last.bed_id, last.version), HEAD)
    assert refused.reasons == (Reason.NO_BEDS,)
