# SPDX-License-Identifier: Apache-2.0
"""Blocks: a reason, a day, nobody inside; over by themselves."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from app.errors import Denied
from app.models.audit import AuditPayload
from app.policies.dormitory.beds.holds import BlockKind
from app.policies.reasons import Reason
from app.services.dormitory.beds.block import (
    BlockPlace,
    LiftBlock,
    block_place,
    blocks,
    lift_block,
)
from app.services.dormitory.beds.place import PlaceClient, place_client
from app.services.dormitory.beds.reserve import ReserveBeds, reserve_beds
from app.services.dormitory.facts.room_list import room_list
from tests.conftest import NIGHT, Shelter

TODAY = date(2026, 11, 24)
WHY = "kipas angin dan lampu rusak"


def room(shelter: Shelter, name: str):
    return next(
        found.room_id
        for wing in shelter.ask(room_list)
        for found in wing.rooms
        if found.name == name
    )


def of_bed(shelter: Shelter, place: str = "101-A", why: str = WHY, until: date = TODAY):
    return BlockPlace(shelter.bed_id(place), None, BlockKind.REPAIR, why, until)


def of_room(shelter: Shelter, name: str = "101", until: date = TODAY) -> BlockPlace:
    return BlockPlace(None, room(shelter, name), BlockKind.PESTS, WHY, until)


def places(shelter: Shelter) -> list[str]:
    return [line.place for line in shelter.ask(blocks)]


def test_a_blocked_bed_and_a_blocked_room_take_nobody(shelter: Shelter) -> None:
    shelter.act(block_place, of_bed(shelter, "101-A"))
    shelter.act(block_place, of_room(shelter, "102"))
    woman = shelter.arrive("Bunga", "30")
    for place, reason in (("101-A", Reason.BED_BLOCKED), ("102-B", Reason.ROOM_BLOCKED)):
        command = PlaceClient(woman.person_id, shelter.bed_id(place))
        assert shelter.refused(place_client, command).reasons == (reason,)
    shelter.place(woman.person_id, "101-B")


def test_the_list_tells_what_until_when_and_by_whom(shelter: Shelter) -> None:
    shelter.act(block_place, of_room(shelter, "102", TODAY + timedelta(days=9)), "hendra")
    shelter.act(block_place, of_bed(shelter, "102-A", "  sprei\nbelum ada sama sekali "))
    bed, whole = shelter.ask(blocks, None, "eko")
    assert (bed.place, bed.kind, bed.until_day, bed.blocked_by) == (
        "102-A",
        BlockKind.REPAIR,
        TODAY,
        "Dewi",
    )
    assert bed.why == "sprei\nbelum ada sama sekali"
    assert (whole.place, whole.kind, whole.since, whole.blocked_by) == (
        "102",
        BlockKind.PESTS,
        NIGHT,
        "Hendra",
    )


def test_a_block_is_over_with_its_day(shelter: Shelter) -> None:
    done = shelter.act(block_place, of_bed(shelter, "101-A"))
    shelter.clock.move(hours=22)
    assert places(shelter) == ["101-A"]
    shelter.clock.move(minutes=10)
    assert places(shelter) == []
    stale = shelter.refused(lift_block, LiftBlock(done.value.block_id, done.value.version))
    assert stale.reasons == (Reason.STALE,)
    shelter.place(shelter.arrive("Bunga", "30").person_id, "101-A")


def test_nobody_is_blocked_in(shelter: Shelter) -> None:
    shelter.place(shelter.arrive("Bunga", "30").person_id, "101-A")
    assert shelter.refused(block_place, of_bed(shelter)).reasons == (Reason.BED_TAKEN,)
    assert shelter.refused(block_place, of_room(shelter)).reasons == (Reason.ROOM_OCCUPIED,)
    shelter.act(block_place, of_bed(shelter, "101-B"))
    assert places(shelter) == ["101-B"]


@pytest.mark.parametrize("why", ["", "  rusak  ", "r u s a k a", "\n\n\u200b"])
def test_a_word_is_no_reason(shelter: Shelter, why: str) -> None:
    refused = shelter.refused(block_place, of_bed(shelter, why=why))
    assert (refused.field, refused.reasons) == ("why", (Reason.WHY_SHORT,))


def test_a_day_that_has_passed_and_a_long_text_are_told_at_their_fields(shelter: Shelter) -> None:
    past = shelter.refused(block_place, of_bed(shelter, until=TODAY - timedelta(days=1)))
    assert (past.field, past.reasons) == ("until_day", (Reason.DAY_PAST,))
    long = shelter.refused(block_place, of_bed(shelter, why="x" * 601))
    assert (long.field, long.reasons) == ("why", (Reason.TEXT_TOO_LONG,))


def test_a_place_is_one_bed_or_one_room(shelter: Shelter) -> None:
    bed_id, room_id = shelter.bed_id("101-A"), room(shelter, "101")
    for pair in ((None, None), (bed_id, room_id), (room_id, None), (None, bed_id)):
        command = BlockPlace(*pair, BlockKind.REPAIR, WHY, TODAY)
        assert shelter.refused(block_place, command).reasons == (Reason.BED_UNKNOWN,)


def test_the_same_place_is_blocked_once_but_a_bed_in_a_blocked_room_may_be(
    shelter: Shelter,
) -> None:
    shelter.act(block_place, of_room(shelter))
    shelter.act(block_place, of_bed(shelter))
    assert sorted(places(shelter)) == ["101", "101-A"]
    assert shelter.refused(block_place, of_room(shelter)).reasons == (Reason.ROOM_BLOCKED,)
    assert shelter.refused(block_place, of_bed(shelter)).reasons == (Reason.BED_BLOCKED,)


def test_blocking_tells_how_many_reserved_beds_it_closes(shelter: Shelter) -> None:
    beds = tuple(shelter.bed_id(place) for place in ("101-A", "101-B", "102-A"))
    shelter.act(reserve_beds, ReserveBeds(beds, "Polres", NIGHT + timedelta(hours=2)))
    assert shelter.act(block_place, of_room(shelter)).value.reserved == 2
    assert shelter.act(block_place, of_bed(shelter, "102-A")).value.reserved == 1
    shelter.clock.move(hours=2)
    assert shelter.act(block_place, of_room(shelter, "102")).value.reserved == 0


def test_undo_lifts_and_undo_of_lifting_blocks_again(shelter: Shelter) -> None:
    done = shelter.act(block_place, of_bed(shelter))
    lifted = shelter.act(done.inverse.act, done.inverse.command)
    assert places(shelter) == []
    again = shelter.refused(lift_block, done.inverse.command)
    assert again.reasons == (Reason.STALE,)
    shelter.act(lifted.inverse.act, lifted.inverse.command)
    (line,) = shelter.ask(blocks)
    assert (line.place, line.why, line.until_day) == ("101-A", WHY, TODAY)


def test_who_may_not_block_and_what_the_audit_keeps(shelter: Shelter) -> None:
    with pytest.raises(Denied):
        shelter.act(block_place, of_bed(shelter), "tania")
    shelter.act(block_place, of_bed(shelter), "rina")
    with shelter.house.database.reading() as session:
        told = " ".join(session.execute(select(AuditPayload.payload)).scalars())
    assert "repair" in told
    assert "kipas" not in told
