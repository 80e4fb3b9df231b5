# SPDX-License-Identifier: Apache-2.0
"""The board as rows: every state of a bed, counts, and nothing that a post may not see."""

from datetime import date, timedelta
from uuid import UUID

from app.policies.dormitory.away.whereabouts import AbsenceKind
from app.policies.dormitory.beds.board import BedState
from app.policies.dormitory.beds.facts import RoomPurpose
from app.policies.dormitory.beds.holds import BlockKind
from app.services.dormitory.away.absences import EndAbsence, end_absence
from app.services.dormitory.away.send_out import SendOut, send_out
from app.services.dormitory.beds.block import BlockPlace, LiftBlock, block_place, lift_block
from app.services.dormitory.beds.mattress import TakeAway, lay_mattress, take_mattress_away
from app.services.dormitory.beds.receive import Receive, receive_client
from app.services.dormitory.beds.reserve import ReserveBeds, reserve_beds
from app.services.dormitory.facts.room_list import BedLine, RoomLine, WingLine, room_list
from tests.conftest import NIGHT, Shelter

TODAY = date(2026, 11, 24)
WHY = "kipas angin dan lampu rusak"
AT_FIVE = NIGHT + timedelta(hours=3)


def wing(shelter: Shelter, by: str = "dewi") -> WingLine:
    return next(each for each in shelter.ask(room_list, by=by) if each.name == "Lantai 1 Dewasa")


def room(shelter: Shelter, name: str = "101", by: str = "dewi") -> RoomLine:
    return next(each for each in wing(shelter, by).rooms if each.name == name)


def beds(shelter: Shelter, name: str = "101", by: str = "dewi") -> dict[str, BedLine]:
    return {bed.label: bed for bed in room(shelter, name, by).beds}


def lying(shelter: Shelter, place: str, name: str = "Melur", by: str = "dewi") -> UUID:
    person_id = shelter.arrive(name, "34").person_id
    shelter.place(person_id, place, by)
    return person_id


def reserve(shelter: Shelter, place: str, label: str = "12 dari Polres", **other: object) -> None:
    bed_ids = (shelter.bed_id(place),)
    wanted = ReserveBeds(bed_ids, label, AT_FIVE, **other)  # type: ignore[arg-type]
    shelter.act(reserve_beds, wanted)


def test_an_empty_house_is_free(shelter: Shelter) -> None:
    line = wing(shelter)
    assert (line.beds, line.occupied, line.free) == (15, 0, 15)
    assert {bed.state for each in line.bedrooms for bed in each.beds} == {BedState.FREE}
    assert len(line.bedrooms) == 5
    assert room(shelter).ages is None
    assert room(shelter).purpose is RoomPurpose.BEDROOM


def test_on_the_way_then_taken(shelter: Shelter) -> None:
    her = lying(shelter, "101-A")
    bed = beds(shelter)["A"]
    assert (bed.state, bed.sleeper.name, bed.sleeper.age_years) == (
        BedState.ON_THE_WAY,
        "Melur",
        34,
    )
    shelter.act(receive_client, Receive(bed.stay_id), "rina")
    assert beds(shelter)["A"].state is BedState.TAKEN
    assert beds(shelter)["A"].sleeper.person_id == her
    lying(shelter, "101-B", "Seroja", by="rina")
    assert beds(shelter)["B"].state is BedState.TAKEN
    assert room(shelter).ages == (34, 34)
    assert (wing(shelter).occupied, wing(shelter).free) == (2, 13)


def test_away_keeps_the_bed_and_says_how_and_until_when(shelter: Shelter) -> None:
    her = lying(shelter, "101-A", by="rina")
    shelter.act(send_out, SendOut(her, AbsenceKind.COURT, "Bu Ani", AT_FIVE))
    bed = beds(shelter)["A"]
    assert (bed.state, bed.away, bed.due_back) == (BedState.AWAY, AbsenceKind.COURT, AT_FIVE)
    assert bed.sleeper.person_id == her
    assert wing(shelter).free == 14
    shelter.clock.move(hours=1)
    shelter.act(end_absence, EndAbsence(her))
    bed = beds(shelter)["A"]
    assert (bed.state, bed.away, bed.due_back) == (BedState.TAKEN, None, None)


def test_reserved_until_its_hour(shelter: Shelter) -> None:
    reserve(shelter, "101-B")
    bed = beds(shelter)["B"]
    assert (bed.state, bed.kept_for, bed.kept_until) == (
        BedState.RESERVED,
        "12 dari Polres",
        AT_FIVE,
    )
    assert bed.hold_id is not None
    assert wing(shelter).free == 14
    shelter.clock.moment = AT_FIVE
    bed = beds(shelter)["B"]
    assert (bed.state, bed.kept_for, bed.kept_until, bed.hold_id) == (
        BedState.FREE,
        "",
        None,
        None,
    )


def test_blocked_bed_and_room_up_to_and_including_a_day(shelter: Shelter) -> None:
    bed_id = shelter.bed_id("101-C")
    shelter.act(block_place, BlockPlace(bed_id, None, BlockKind.REPAIR, WHY, TODAY))
    room_id = room(shelter, "102").room_id
    tomorrow = TODAY + timedelta(days=1)
    done = shelter.act(block_place, BlockPlace(None, room_id, BlockKind.PESTS, WHY, tomorrow))
    one = beds(shelter)["C"]
    assert (one.state, one.closed.kind, one.closed.until) == (
        BedState.BLOCKED,
        BlockKind.REPAIR,
        TODAY,
    )
    assert [beds(shelter)[label].state for label in "AB"] == [BedState.FREE] * 2
    whole = room(shelter, "102")
    assert (whole.closed.kind, whole.closed.until) == (BlockKind.PESTS, tomorrow)
    assert {bed.state for bed in whole.beds} == {BedState.BLOCKED}
    assert all(bed.closed is None for bed in whole.beds)
    assert wing(shelter).free == 11
    shelter.clock.move(days=1)
    assert beds(shelter)["C"].state is BedState.FREE
    assert {bed.state for bed in room(shelter, "102").beds} == {BedState.BLOCKED}
    inverse = done.inverse
    assert isinstance(inverse.command, LiftBlock)
    assert inverse.act is lift_block
    shelter.act(inverse.act, inverse.command)
    assert {bed.state for bed in room(shelter, "102").beds} == {BedState.FREE}
    assert room(shelter, "102").closed is None


def test_out_of_use_when_a_mattress_does_not_lie_there(shelter: Shelter) -> None:
    room_id = room(shelter).room_id
    laid = shelter.act(lay_mattress, room_id).value
    bed = beds(shelter)["M1"]
    assert (bed.state, bed.mattress, bed.put_away) == (BedState.FREE, True, False)
    assert (wing(shelter).beds, wing(shelter).free) == (16, 16)
    shelter.act(take_mattress_away, TakeAway(laid.bed_id, laid.version))
    bed = beds(shelter)["M1"]
    assert (bed.state, bed.put_away) == (BedState.OUT_OF_USE, True)
    assert (wing(shelter).beds, wing(shelter).free) == (15, 15)


def test_the_secretariat_sees_beds_and_no_people_and_no_labels(shelter: Shelter) -> None:
    her = lying(shelter, "101-A")
    reserve(shelter, "101-B", "Bu Melati dari Polres")
    reserve(shelter, "101-C", "Anak Bu Melur", person_id=shelter.arrive("Dara", "30").person_id)
    lines = beds(shelter, by="eko")
    assert [lines[label].state for label in "ABC"] == [
        BedState.ON_THE_WAY,
        BedState.RESERVED,
        BedState.RESERVED,
    ]
    sleeper = lines["A"].sleeper
    assert (sleeper.name, sleeper.age_years) == ("", None)
    assert [lines[label].kept_for for label in "BC"] == ["", ""]
    assert room(shelter, by="eko").ages is None
    told = repr(shelter.ask(room_list, by="eko"))
    assert not any(word in told for word in ("Melur", "Melati", "Polres", "Dara"))
    assert beds(shelter)["A"].sleeper.person_id == her
    assert beds(shelter)["B"].kept_for == "Bu Melati dari Polres"
