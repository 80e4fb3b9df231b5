# SPDX-License-Identifier: Apache-2.0
"""Wings as data: side, floor, house; what stands in the way of changing or removing one."""

from uuid import UUID

import pytest

from app.errors import Denied
from app.policies.answers import given
from app.policies.arrivals.registration import Sex
from app.policies.dormitory.beds.facts import Side
from app.policies.dormitory.rules.needs import House
from app.policies.reasons import Reason
from app.services.dormitory.facts.room_list import room_list
from app.services.dormitory.rooms.building import building
from app.services.dormitory.rooms.room_admin import add_room, change_room
from app.services.dormitory.rooms.room_removal import (
    remove_room,
)
from app.services.dormitory.rooms.wing_admin import (
    AddWing,
    ChangeWing,
    WingKey,
    add_wing,
    change_wing,
    remove_wing,
)
from tests.conftest import Shelter
from tests.services.dormitory.rooms.test_room_admin import as_it_is, key_of, new, undo, wing

HEAD = "hendra"


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
