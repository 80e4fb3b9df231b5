# SPDX-License-Identifier: Apache-2.0
"""Rooms, beds and wings as data: added, changed, removed, taken back; nothing past is lost."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from sqlalchemy import select

from app.models.dormitory.rooms import Bed, Room
from app.policies.dormitory.beds.facts import RoomPurpose
from app.policies.reasons import Reason
from app.services.dormitory.beds.place import PlaceClient, move_client
from app.services.dormitory.night.stays import NightOf, slept
from app.services.dormitory.rooms.building import RoomFacts, WingFacts, building
from app.services.dormitory.rooms.purposes import ChangePurpose, change_purpose
from app.services.dormitory.rooms.room_admin import AddRoom, ChangeRoom, add_room, change_room
from app.services.dormitory.rooms.room_removal import (
    RoomKey,
    bring_room_back,
    remove_room,
)
from tests.conftest import Shelter

TODAY = date(2026, 11, 24)
HEAD = "hendra"


def wing(shelter: Shelter, name: str = "Lantai 1 Dewasa") -> WingFacts:
    return next(each for each in shelter.ask(building, None, HEAD) if each.name == name)


def room(shelter: Shelter, name: str = "101") -> RoomFacts:
    found = (r for each in shelter.ask(building, None, HEAD) for r in each.rooms if r.name == name)
    return next(found)


def names(shelter: Shelter) -> list[str]:
    return [r.name for each in shelter.ask(building, None, HEAD) for r in each.rooms]


def new(shelter: Shelter, **other: object) -> AddRoom:
    plain: dict[str, object] = {
        "wing_id": wing(shelter).wing_id,
        "name": "106",
        "area_dm2": 1600,
        "beds": 4,
    }
    return AddRoom(**{**plain, **other})  # type: ignore[arg-type]


def as_it_is(shelter: Shelter, of: str = "101", **other: object) -> ChangeRoom:
    seen = room(shelter, of)
    plain: dict[str, object] = {
        "room_id": seen.room_id,
        "version": seen.version,
        "name": seen.name,
        "area_dm2": seen.area_dm2,
        "beds": len(seen.in_use),
        "near_caretaker": seen.near_caretaker,
        "step_free": seen.step_free,
        "upper": tuple(bed.label for bed in seen.in_use if bed.upper),
    }
    return ChangeRoom(**{**plain, **other})  # type: ignore[arg-type]


def letters(seen: RoomFacts) -> str:
    return "".join(bed.label for bed in seen.in_use)


def undo(shelter: Shelter, done) -> None:
    shelter.act(done.inverse.act, done.inverse.command, HEAD)


def test_a_room_with_four_beds_is_on_the_board_and_can_be_slept_in(shelter: Shelter) -> None:
    done = shelter.act(add_room, new(shelter, step_free=True, upper=("B", "D")), HEAD)
    made = room(shelter, "106")
    assert (made.purpose, made.area_dm2, made.step_free, made.most) == (
        RoomPurpose.BEDROOM,
        1600,
        True,
        4,
    )
    assert [(bed.label, bed.upper) for bed in made.beds] == [
        ("A", False),
        ("B", True),
        ("C", False),
        ("D", True),
    ]
    shelter.place(shelter.arrive("Bunga", "30").person_id, "106-C")
    refused = shelter.refused(done.inverse.act, done.inverse.command, HEAD)
    assert refused.reasons == (Reason.ROOM_OCCUPIED,)


def test_undo_of_adding_leaves_nothing(shelter: Shelter) -> None:
    done = shelter.act(add_room, new(shelter), HEAD)
    undo(shelter, done)
    assert "106" not in names(shelter)
    with shelter.house.database.reading() as session:
        assert session.get(Room, done.value.room_id) is None
        left = session.execute(select(Bed).where(Bed.room_id == done.value.room_id)).first()
        assert left is None


@pytest.mark.parametrize(
    ("wrong", "field", "reason"),
    [
        ({"name": " \u200b "}, "name", Reason.NAME_MISSING),
        ({"name": "x" * 121}, "name", Reason.NAME_TOO_LONG),
        ({"name": " 101 "}, "name", Reason.ROOM_KNOWN),
        ({"name": "LANTAI 1 dewasa"}, "name", Reason.ROOM_KNOWN),
        ({"area_dm2": 399}, "area_dm2", Reason.AREA_LIMIT),
        ({"area_dm2": 20_001}, "area_dm2", Reason.AREA_LIMIT),
        ({"beds": 0}, "beds", Reason.NO_BEDS),
        ({"beds": -1}, "beds", Reason.COUNT_LIMIT),
        ({"beds": 21}, "beds", Reason.COUNT_LIMIT),
        ({"upper": ("E",)}, "upper", Reason.UPPER_UNKNOWN),
        ({"wing_id": uuid4()}, None, Reason.STALE),
    ],
)
def test_what_is_no_room(shelter: Shelter, wrong, field, reason) -> None:
    before = names(shelter)
    refused = shelter.refused(add_room, new(shelter, **wrong), HEAD)
    assert (refused.field, refused.reasons) == (field, (reason,))
    assert names(shelter) == before


def test_a_room_that_is_no_bedroom_needs_no_bed(shelter: Shelter) -> None:
    shelter.act(add_room, new(shelter, beds=0, purpose=RoomPurpose.THERAPY), HEAD)
    assert room(shelter, "106").beds == ()
    assert room(shelter, "106").purpose is RoomPurpose.THERAPY


def test_changing_a_room_and_changing_it_back(shelter: Shelter) -> None:
    before = room(shelter)
    wanted = as_it_is(
        shelter,
        name="Melati 1",
        area_dm2=1250,
        beds=5,
        step_free=not before.step_free,
        upper=("D", "E"),
    )
    done = shelter.act(change_room, wanted, HEAD)
    changed = room(shelter, "Melati 1")
    assert (letters(changed), changed.area_dm2) == ("ABCDE", 1250)
    assert changed.step_free is not before.step_free
    assert [bed.label for bed in changed.beds if bed.upper] == ["D", "E"]
    undo(shelter, done)
    back = room(shelter)
    assert (letters(back), back.area_dm2, back.step_free) == ("ABC", 1600, before.step_free)
    assert back.version > before.version


def test_two_who_change_the_same_room_do_not_overwrite_each_other(shelter: Shelter) -> None:
    first, second = as_it_is(shelter, beds=4), as_it_is(shelter, name="Mawar")
    shelter.act(change_room, first, HEAD)
    assert shelter.refused(change_room, second, "ratna").reasons == (Reason.STALE,)
    assert letters(room(shelter)) == "ABCD"
    nothing = as_it_is(shelter)
    assert shelter.refused(change_room, nothing, HEAD).reasons == (Reason.NOTHING_CHANGED,)


def test_a_field_larger_than_a_bedroom_keeps_its_size(shelter: Shelter) -> None:
    shelter.act(change_room, as_it_is(shelter, "Lapangan", name="Lapangan timur"), HEAD)
    assert room(shelter, "Lapangan timur").area_dm2 == 40_000
    too_large = as_it_is(shelter, "Lapangan timur", area_dm2=50_000)
    assert shelter.refused(change_room, too_large, HEAD).reasons == (Reason.AREA_LIMIT,)


def test_a_room_is_not_shrunk_below_those_who_sleep_in_it(shelter: Shelter) -> None:
    for name, place in (("Bunga", "101-C"), ("Sari", "101-B")):
        shelter.place(shelter.arrive(name, "30").person_id, place)
    for beds in (1, 0):
        refused = shelter.refused(change_room, as_it_is(shelter, beds=beds), HEAD)
        wanted = Reason.NO_BEDS if beds == 0 else Reason.ROOM_OCCUPIED
        assert (refused.field, refused.reasons) == ("beds", (wanted,))
    shelter.act(change_room, as_it_is(shelter, beds=2), HEAD)
    assert letters(room(shelter)) == "BC"
    shelter.act(change_room, as_it_is(shelter, beds=3), HEAD)
    assert letters(room(shelter)) == "ABC"


def key_of(shelter: Shelter, name: str = "101") -> RoomKey:
    return RoomKey(room(shelter, name).room_id, room(shelter, name).version)


def test_a_room_people_sleep_in_is_not_removed(shelter: Shelter) -> None:
    shelter.place(shelter.arrive("Bunga", "30").person_id, "101-A")
    assert shelter.refused(remove_room, key_of(shelter), HEAD).reasons == (Reason.ROOM_OCCUPIED,)
    assert letters(room(shelter)) == "ABC"


def test_a_room_nobody_ever_slept_in_is_deleted_and_comes_back(shelter: Shelter) -> None:
    shelter.act(change_room, as_it_is(shelter, "103", upper=("B",)), HEAD)
    done = shelter.act(remove_room, key_of(shelter, "103"), HEAD)
    assert not done.value.kept
    assert "103" not in names(shelter)
    undo(shelter, done)
    back = room(shelter, "103")
    assert (letters(back), [bed.label for bed in back.beds if bed.upper]) == ("ABC", ["B"])
    order = [r.name for r in wing(shelter).rooms]
    assert order == ["101", "102", "103", "104", "105"]


def test_a_room_with_a_past_becomes_a_spare_room_and_its_nights_stay(shelter: Shelter) -> None:
    woman = shelter.arrive("Bunga", "30")
    shelter.place(woman.person_id, "103-A")
    shelter.clock.move(days=1)
    other = shelter.arrive("Sari", "31")
    shelter.place(other.person_id, "104-A")
    shelter.act(move_client, PlaceClient(woman.person_id, shelter.bed_id("104-B")))
    done = shelter.act(remove_room, key_of(shelter, "103"), HEAD)
    assert done.value.kept
    gone = room(shelter, "103")
    assert (gone.purpose, gone.in_use) == (RoomPurpose.SPARE, ())
    (line,) = (
        each.people
        for each in shelter.ask(slept, NightOf(date(2026, 11, 23)), HEAD).rooms
        if each.room == "103"
    )
    assert [(each.name, each.bed) for each in line] == [("Bunga", "A")]
    again = shelter.refused(remove_room, key_of(shelter, "103"), HEAD)
    assert again.reasons == (Reason.ROOM_KEPT,)
    undo(shelter, done)
    back = room(shelter, "103")
    assert (back.purpose, letters(back)) == (RoomPurpose.BEDROOM, "ABC")


def test_a_removal_is_not_taken_back_over_what_came_later(shelter: Shelter) -> None:
    done = shelter.act(remove_room, key_of(shelter, "103"), HEAD)
    shelter.act(add_room, new(shelter, name="103"), HEAD)
    assert shelter.refused(bring_room_back, done.inverse.command, HEAD).reasons == (
        Reason.MOVED_ON,
    )


def test_a_room_with_a_planned_use_is_not_removed(shelter: Shelter) -> None:
    later = TODAY + timedelta(days=9)
    plan = ChangePurpose(
        room(shelter).room_id, RoomPurpose.COUNSELLING, later, "ruang konseling baru"
    )
    shelter.act(change_purpose, plan, HEAD)
    assert shelter.refused(remove_room, key_of(shelter), HEAD).reasons == (Reason.CHANGE_PLANNED,)
