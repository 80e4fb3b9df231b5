# SPDX-License-Identifier: Apache-2.0
"""The TV rooms' timetable: one age group at a time, in the room that is one."""

from uuid import uuid4

import pytest

from app.errors import Denied
from app.policies.dormitory.beds.facts import Side
from app.policies.reasons import Reason
from app.services.dormitory.care.inspections import room_care
from app.services.dormitory.care.tv import AddSlot, SlotKey, add_slot, remove_slot, tv_week
from tests.conftest import Shelter


def tv(shelter: Shelter, name: str = "Ruang TV anak"):
    return next(room for room in shelter.ask(tv_week) if room.name == name)


def slot(shelter: Shelter, first: int, last: int, side=Side.CHILD, weekday: int = 0) -> AddSlot:
    return AddSlot(tv(shelter).room_id, weekday, first, last, side)


def test_both_rooms_are_there_before_anybody_planned(shelter: Shelter) -> None:
    assert [(room.name, room.slots) for room in shelter.ask(tv_week)] == [
        ("Ruang TV dewasa", ()),
        ("Ruang TV anak", ()),
    ]


def test_the_week_in_order_taken_off_and_put_back(shelter: Shelter) -> None:
    for weekday, first, side in ((1, 960, Side.CHILD), (0, 1080, Side.ADULT), (0, 960, Side.CHILD)):
        shelter.act(add_slot, slot(shelter, first, first + 120, side, weekday), "rina")
    lines = tv(shelter).slots
    assert [(line.weekday, line.from_minute, line.side) for line in lines] == [
        (0, 960, Side.CHILD),
        (0, 1080, Side.ADULT),
        (1, 960, Side.CHILD),
    ]
    key = SlotKey(lines[0].slot_id, lines[0].version)
    gone = shelter.act(remove_slot, key, "rina")
    assert len(tv(shelter).slots) == 2
    assert shelter.refused(remove_slot, key, "rina").reasons == (Reason.STALE,)
    shelter.act(gone.inverse.act, gone.inverse.command, "rina")
    assert len(tv(shelter).slots) == 3


def test_adults_and_children_never_share_a_time(shelter: Shelter) -> None:
    first = shelter.act(add_slot, slot(shelter, 960, 1080), "rina")
    shared = shelter.refused(add_slot, slot(shelter, 1020, 1140, Side.ADULT), "rina")
    assert (shared.reasons, shared.field) == ((Reason.TIMES_OVERLAP,), "from_minute")
    mixed = shelter.refused(add_slot, slot(shelter, 0, 60, Side.ANY), "rina")
    assert (mixed.reasons, mixed.field) == ((Reason.SIDE_NEEDED,), "side")
    shelter.act(add_slot, slot(shelter, 1020, 1140, Side.ADULT, weekday=1), "rina")
    shelter.act(first.inverse.act, first.inverse.command, "rina")
    shelter.act(add_slot, slot(shelter, 1020, 1140, Side.ADULT), "rina")
    back = shelter.refused(add_slot, slot(shelter, 960, 1080), "rina")
    assert back.reasons == (Reason.TIMES_OVERLAP,)


@pytest.mark.parametrize(
    ("first", "last", "weekday", "reason", "field"),
    [
        (60, 60, 0, Reason.ENDS_BEFORE_IT_BEGINS, "to_minute"),
        (1380, 60, 0, Reason.ENDS_BEFORE_IT_BEGINS, "to_minute"),
        (0, 1441, 0, Reason.ENDS_BEFORE_IT_BEGINS, "to_minute"),
        (-5, 60, 0, Reason.TIME_UNREADABLE, "from_minute"),
        (0, 60, 7, Reason.DATE_IMPOSSIBLE, "weekday"),
    ],
)
def test_times_that_cannot_be(shelter: Shelter, first, last, weekday, reason, field) -> None:
    refused = shelter.refused(add_slot, slot(shelter, first, last, weekday=weekday), "rina")
    assert (refused.reasons, refused.field) == ((reason,), field)


def test_only_a_tv_room(shelter: Shelter) -> None:
    bedroom = next(line.room_id for line in shelter.ask(room_care) if line.name == "101")
    refused = shelter.refused(add_slot, AddSlot(bedroom, 0, 0, 60, Side.CHILD), "rina")
    assert (refused.reasons, refused.field) == ((Reason.ROOM_NOT_FOR_TV,), "room_id")
    unknown = shelter.refused(add_slot, AddSlot(uuid4(), 0, 0, 60, Side.CHILD), "rina")
    assert (unknown.reasons, unknown.field) == ((Reason.STALE,), "room_id")


def test_everybody_reads_it_and_the_dormitory_keeps_it(shelter: Shelter) -> None:
    assert len(shelter.ask(tv_week, by="tania")) == 2
    with pytest.raises(Denied):
        shelter.act(add_slot, slot(shelter, 0, 60), "tania")
