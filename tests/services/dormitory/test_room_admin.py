# SPDX-License-Identifier: Apache-2.0
"""Rooms, beds and wings as data: added, changed, removed, taken back; nothing past is lost."""

from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select

from app.errors import Denied
from app.models.dormitory.rooms import Bed, Room
from app.policies.answers import given
from app.policies.arrivals.registration import Sex
from app.policies.dormitory.needs import House
from app.policies.dormitory.rooming import RoomPurpose, Side
from app.policies.reasons import Reason
from app.services.dormitory.building import RoomFacts, WingFacts, building
from app.services.dormitory.place import PlaceClient, move_client
from app.services.dormitory.purposes import ChangePurpose, change_purpose
from app.services.dormitory.reserve import ReserveBeds, reserve_beds
from app.services.dormitory.room_admin import AddRoom, ChangeRoom, add_room, change_room
from app.services.dormitory.room_list import room_list
from app.services.dormitory.room_removal import (
    BedKey,
    RoomKey,
    bring_bed_back,
    bring_room_back,
    remove_bed,
    remove_room,
)
from app.services.dormitory.stays import NightOf, slept
from app.services.dormitory.wing_admin import (
    AddWing,
    ChangeWing,
    WingKey,
    add_wing,
    change_wing,
    remove_wing,
)
from tests.conftest import NIGHT, Shelter

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


def test_a_bed_somebody_ever_had_goes_out_of_use_and_comes_back(shelter: Shelter) -> None:
    woman = shelter.arrive("Bunga", "30")
    done = shelter.place(woman.person_id, "101-C")
    shelter.act(done.inverse.act, done.inverse.command)
    old = shelter.bed("101-C").bed_id
    shelter.act(change_room, as_it_is(shelter, beds=1), HEAD)
    assert [(bed.label, bed.out_of_use) for bed in room(shelter).beds] == [
        ("A", False),
        ("C", True),
    ]
    shelter.act(change_room, as_it_is(shelter, beds=3), HEAD)
    assert letters(room(shelter)) == "ABC"
    assert shelter.bed("101-C").bed_id == old


def test_a_reserved_bed_is_not_taken_away(shelter: Shelter) -> None:
    bed_id = shelter.bed("101-C").bed_id
    shelter.act(reserve_beds, ReserveBeds((bed_id,), "Polres", NIGHT + timedelta(hours=2)))
    refused = shelter.refused(change_room, as_it_is(shelter, beds=2), HEAD)
    assert (refused.field, refused.reasons) == ("beds", (Reason.BED_RESERVED,))
    key = RoomKey(room(shelter).room_id, room(shelter).version)
    assert shelter.refused(remove_room, key, HEAD).reasons == (Reason.BED_RESERVED,)
    shelter.clock.move(hours=3)
    shelter.act(change_room, as_it_is(shelter, beds=2), HEAD)
    assert letters(room(shelter)) == "AB"


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
    shelter.act(move_client, PlaceClient(woman.person_id, shelter.bed("104-B").bed_id))
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


def wing_as_it_is(shelter: Shelter, of: str, **other: object) -> ChangeWing:
    seen = wing(shelter, of)
    plain: dict[str, object] = {
        "wing_id": seen.wing_id,
        "version": seen.version,
        "name": seen.name,
        "side": seen.side,
        "house": seen.house,
        "floor": seen.floor,
    }
    return ChangeWing(**{**plain, **other})  # type: ignore[arg-type]


def test_sides_and_floors_are_data(shelter: Shelter) -> None:
    shelter.act(change_wing, wing_as_it_is(shelter, "Lantai 2 Anak", side=Side.ADULT), HEAD)
    done = shelter.act(
        change_wing,
        wing_as_it_is(shelter, "Lantai 1 Dewasa", side=Side.CHILD, name="Anak", floor=3),
        HEAD,
    )
    shelter.place(shelter.arrive("Kenanga", "12").person_id, "101-A")
    shelter.place(shelter.arrive("Bunga", "30").person_id, "201-A")
    assert {each.name: each.side for each in shelter.ask(room_list)}["Anak"] is Side.CHILD
    refused = shelter.refused(done.inverse.act, done.inverse.command, HEAD)
    assert refused.reasons == (Reason.WING_FOR_ADULTS,)


def test_a_side_that_would_make_the_night_forbidden_says_what_stands_in_the_way(
    shelter: Shelter,
) -> None:
    shelter.place(shelter.arrive("Bunga", "30").person_id, "101-A")
    shelter.place(shelter.arrive("Kenanga", "12").person_id, "201-A")
    for name, side, reason in (
        ("Lantai 1 Dewasa", Side.CHILD, Reason.WING_FOR_CHILDREN),
        ("Lantai 2 Anak", Side.ADULT, Reason.WING_FOR_ADULTS),
    ):
        refused = shelter.refused(change_wing, wing_as_it_is(shelter, name, side=side), HEAD)
        assert (refused.field, refused.reasons) == ("side", (reason,))
        shelter.act(change_wing, wing_as_it_is(shelter, name, side=Side.ANY), HEAD)


def test_another_house_asks_for_signatures_and_is_counted(shelter: Shelter) -> None:
    shelter.place(shelter.arrive("Bunga", "30").person_id, "101-A")
    wanted = wing_as_it_is(shelter, "Lantai 1 Dewasa", house=House.PSKW)
    done = shelter.act(change_wing, wanted, HEAD)
    assert done.value.uneasy == 1
    undo(shelter, done)
    assert wing(shelter).house is None


@pytest.mark.parametrize(
    ("wrong", "field", "reason"),
    [
        ({"name": ""}, "name", Reason.NAME_MISSING),
        ({"name": "lantai 2 anak"}, "name", Reason.ROOM_KNOWN),
        ({"name": "201"}, "name", Reason.ROOM_KNOWN),
        ({"floor": 0}, "floor", Reason.COUNT_LIMIT),
        ({"floor": 99}, "floor", Reason.COUNT_LIMIT),
        ({}, None, Reason.NOTHING_CHANGED),
        ({"version": 9}, None, Reason.STALE),
        ({"wing_id": UUID(int=0)}, None, Reason.STALE),
    ],
)
def test_what_is_no_wing(shelter: Shelter, wrong, field, reason) -> None:
    command = wing_as_it_is(shelter, "Lantai 1 Dewasa", **wrong)
    refused = shelter.refused(change_wing, command, HEAD)
    assert (refused.field, refused.reasons) == (field, (reason,))


def test_a_new_wing_is_removed_only_while_it_is_empty(shelter: Shelter) -> None:
    done = shelter.act(add_wing, AddWing("Sayap timur", 2, Side.ADULT, House.PSKW), HEAD)
    assert wing(shelter, "Sayap timur").rooms == ()
    made = shelter.act(add_room, new(shelter, wing_id=done.value.wing_id), HEAD)
    refused = shelter.refused(remove_wing, done.value, HEAD)
    assert refused.reasons == (Reason.WING_HAS_ROOMS,)
    undo(shelter, made)
    undo(shelter, done)
    assert "Sayap timur" not in [each.name for each in shelter.ask(building, None, HEAD)]
    assert shelter.refused(remove_wing, done.value, HEAD).reasons == (Reason.STALE,)
    wrong = shelter.refused(add_wing, AddWing("Lantai 1 Dewasa", 1, Side.ANY), HEAD)
    assert (wrong.field, wrong.reasons) == ("name", (Reason.ROOM_KNOWN,))


def test_only_who_leads_changes_the_building(shelter: Shelter) -> None:
    room_key, wing_key = key_of(shelter), WingKey(wing(shelter).wing_id, 1)
    for what, command in (
        (add_room, new(shelter)),
        (change_room, as_it_is(shelter, beds=4)),
        (remove_room, room_key),
        (remove_wing, wing_key),
    ):
        with pytest.raises(Denied):
            shelter.act(what, command, "dewi")
    with pytest.raises(Denied):
        shelter.ask(building, None, "rina")


def test_boys_and_men_make_no_difference_to_a_wing_of_all(shelter: Shelter) -> None:
    boy = shelter.arrive("Agus", "8", sex=given(Sex.MALE))
    shelter.place(boy.person_id, "201-A")
    shelter.act(change_wing, wing_as_it_is(shelter, "Lantai 2 Anak", side=Side.ANY), HEAD)
    assert wing(shelter, "Lantai 2 Anak").side is Side.ANY
