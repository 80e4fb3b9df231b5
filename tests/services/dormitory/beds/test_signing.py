# SPDX-License-Identifier: Apache-2.0
"""Signatures at night: who, when, for what, until when, and what becomes of them."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from sqlalchemy import select

from app.errors import Refused
from app.models.audit import AuditPayload
from app.models.dormitory.holds import PlacementPermit
from app.models.dormitory.rooms import Bed, Room, Wing
from app.policies.dormitory.beds.facts import Side
from app.policies.dormitory.beds.holds import PermitEnd
from app.policies.dormitory.rules.needs import House
from app.policies.reasons import Reason
from app.services.acts import Done
from app.services.dormitory.beds.mattress import lay_mattress
from app.services.dormitory.beds.place import PlaceClient, place_client
from app.services.dormitory.beds.signing import PermitLine, open_permits
from app.services.dormitory.facts.room_list import room_list
from tests.conftest import NIGHT, Shelter
from tests.services.dormitory.rows import keep_apart, note

WHY = "Semua kamar lain penuh malam ini"
MORNING = datetime(2026, 11, 24, 1, tzinfo=UTC)
"""08.00 in Jakarta after the night of the tests."""
NOON = timedelta(hours=10, minutes=10)


def room_of(shelter: Shelter, name: str) -> UUID:
    return next(
        room.room_id for wing in shelter.ask(room_list) for room in wing.rooms if room.name == name
    )


def narrow(shelter: Shelter, name: str = "101", area_dm2: int = 300) -> None:
    """Make a floor too small for anybody, so that each bed of it needs a signature."""
    with shelter.house.database.unit_of_work(shelter.clock()) as session:
        session.execute(select(Room).where(Room.name == name)).scalar_one().area_dm2 = area_dm2


def woman(shelter: Shelter, name: str = "Melur") -> UUID:
    return shelter.arrive(name, "34").person_id


def wish(shelter: Shelter, person_id: UUID, place: str = "101-A", why: str = WHY) -> PlaceClient:
    return PlaceClient(person_id, shelter.bed_id(place), why)


def signed(shelter: Shelter, person_id: UUID, place: str = "101-A", by: str = "dewi") -> Done:
    return shelter.act(place_client, wish(shelter, person_id, place), by)


def listed(shelter: Shelter, by: str = "hendra") -> tuple[PermitLine, ...]:
    return shelter.ask(open_permits, by=by)


def ends(shelter: Shelter) -> list[PermitEnd | None]:
    with shelter.house.database.reading() as session:
        rows = session.execute(select(PlacementPermit.end_reason).order_by(PlacementPermit.id))
        return list(rows.scalars())


def test_a_mattress_beyond_the_floor_is_signed_at_two_in_the_night(shelter: Shelter) -> None:
    for number, place in enumerate(("101-A", "101-B", "101-C")):
        shelter.place(woman(shelter, f"Ibu {number}"), place)
    room_id = room_of(shelter, "101")
    for _ in range(2):
        shelter.act(lay_mattress, room_id)
    shelter.place(woman(shelter, "Ibu Empat"), "101-M1")
    last = woman(shelter)
    refusal = shelter.refused(place_client, wish(shelter, last, "101-M2", why=""))
    assert (list(refusal.reasons), refusal.signable) == ([Reason.ROOM_TOO_SMALL], True)
    shelter.clock.move(minutes=10)
    signed(shelter, last, "101-M2")
    assert shelter.bed("101-M2").sleeper.person_id == last
    (line,) = listed(shelter)
    assert (line.person_id, line.name, line.place) == (last, "Melur", "101-M2")
    assert (line.rules, line.why) == ((Reason.ROOM_TOO_SMALL,), WHY)
    assert (line.signed_by, line.signed_at) == ("Dewi", NIGHT + timedelta(minutes=10))
    assert (line.expires_at, line.over) == (MORNING, False)
    shelter.clock.moment = MORNING
    assert listed(shelter)[0].over
    assert shelter.bed("101-M2").sleeper.person_id == last


def test_the_reason_is_in_no_audit_entry(shelter: Shelter) -> None:
    narrow(shelter)
    signed(shelter, woman(shelter))
    with shelter.house.database.reading() as session:
        told = [str(row) for row in session.execute(select(AuditPayload.payload)).scalars()]
    assert any("signed" in each for each in told)
    assert not any(WHY in each for each in told)


@pytest.mark.parametrize(
    ("minutes", "morning"),
    [(0, MORNING), (369, MORNING), (15 * 60, MORNING + timedelta(days=1))],
)
def test_it_ends_at_the_next_eight_in_the_morning(
    shelter: Shelter, minutes: int, morning: datetime
) -> None:
    narrow(shelter)
    her = woman(shelter)
    shelter.clock.move(minutes=minutes)
    signed(shelter, her)
    assert listed(shelter)[0].expires_at == morning


def test_not_at_noon_by_the_duty_officer_and_for_longer_by_who_leads(shelter: Shelter) -> None:
    narrow(shelter)
    her = woman(shelter)
    shelter.clock.move(seconds=NOON.total_seconds())
    refusal = shelter.refused(place_client, wish(shelter, her))
    assert list(refusal.reasons) == [Reason.NOT_YOURS_TO_SIGN]
    assert shelter.bed("101-A").sleeper is None
    signed(shelter, her, by="hendra")
    assert listed(shelter)[0].expires_at > shelter.clock() + timedelta(days=1)


@pytest.mark.parametrize("hours", [0, 10, 20])
def test_never_by_the_caretaker(shelter: Shelter, hours: int) -> None:
    narrow(shelter)
    her = woman(shelter)
    shelter.clock.move(hours=hours)
    refusal = shelter.refused(place_client, wish(shelter, her), "rina")
    assert list(refusal.reasons) == [Reason.NOT_YOURS_TO_SIGN]
    assert shelter.bed("101-A").sleeper is None
    assert ends(shelter) == []


@pytest.mark.parametrize(
    ("why", "reason"),
    [
        ("penuh", Reason.WHY_SHORT),
        ("p e n u h ​ ", Reason.WHY_SHORT),
        ("x" * 700, Reason.TEXT_TOO_LONG),
    ],
)
def test_a_reason_that_says_too_little_or_too_much_is_refused_beside_its_field(
    shelter: Shelter, why: str, reason: Reason
) -> None:
    narrow(shelter)
    refusal = shelter.refused(place_client, wish(shelter, woman(shelter), why=why))
    assert (list(refusal.reasons), refusal.field) == ([reason], "why")
    assert shelter.bed("101-A").sleeper is None


def test_a_reason_typed_where_nothing_needs_signing_signs_nothing(shelter: Shelter) -> None:
    signed(shelter, woman(shelter), by="rina")
    assert ends(shelter) == []


@pytest.mark.parametrize("by", ["dewi", "hendra", "ratna"])
def test_child_and_adult_by_nobodys_signature(shelter: Shelter, by: str) -> None:
    with shelter.house.database.unit_of_work(shelter.clock()) as session:
        for wing in session.execute(select(Wing)).scalars():
            wing.side = Side.ANY
    shelter.place(woman(shelter), "101-A")
    narrow(shelter)
    girl = shelter.arrive("Kenanga", "12").person_id
    refusal = shelter.refused(place_client, wish(shelter, girl, "101-B"), by)
    assert Reason.CHILD_WITH_ADULT in refusal.reasons
    assert not refusal.signable
    assert ends(shelter) == []


@pytest.mark.parametrize("by", ["dewi", "hendra"])
def test_kept_apart_by_nobodys_signature(shelter: Shelter, by: str) -> None:
    one, other = woman(shelter, "Satu"), woman(shelter, "Dua")
    keep_apart(shelter, one, other)
    shelter.place(one, "101-A")
    refusal = shelter.refused(place_client, wish(shelter, other, "101-B"), by)
    masked = by == "dewi"
    assert list(refusal.reasons) == [Reason.MASKED_RULE if masked else Reason.KEPT_APART]
    assert not refusal.signable


def test_what_can_be_signed_says_so_and_what_cannot_does_not(shelter: Shelter) -> None:
    her = woman(shelter)
    note(shelter, her, house=House.PSKW, lower_bunk=True)
    with shelter.house.database.unit_of_work(shelter.clock()) as session:
        session.execute(select(Wing).where(Wing.floor == 1)).scalars().first().house = House.RPSW
        bed = session.get_one(Bed, shelter.bed_id("101-A"))
        bed.upper = True
    refusal = shelter.refused(place_client, wish(shelter, her, why=""))
    assert set(refusal.reasons) == {Reason.HOUSES_APART, Reason.UPPER_BUNK}
    assert refusal.signable
    assert not shelter.refused(place_client, wish(shelter, her, "201-A", why="")).signable
    signed(shelter, her)
    assert set(listed(shelter)[0].rules) == {Reason.HOUSES_APART, Reason.UPPER_BUNK}


def test_a_secret_that_was_signed_for_is_told_to_who_leads_as_far_as_she_knows(
    shelter: Shelter,
) -> None:
    one, other = woman(shelter, "Satu"), woman(shelter, "Dua")
    note(shelter, one, exploited=True)
    note(shelter, other, exploited=False, watch=2)
    shelter.place(one, "102-A")
    refusal = shelter.refused(place_client, wish(shelter, other, "102-B", why=""))
    assert (list(refusal.reasons), refusal.signable) == ([Reason.MASKED_RULE], True)
    signed(shelter, other, "102-B")
    (line,) = listed(shelter)
    assert line.rules == (Reason.WATCH_NEAR, Reason.MASKED_RULE)


def test_probing_a_secret_bed_by_bed_reads_the_same_and_is_audited(shelter: Shelter) -> None:
    one, other = woman(shelter, "Satu"), woman(shelter, "Dua")
    alone = woman(shelter, "Tiga")
    keep_apart(shelter, one, other)
    shelter.place(one, "102-A")
    shelter.place(alone, "103-A")
    note(shelter, alone, own_room=True)
    said: set[tuple] = set()
    for place in ("102-B", "102-C", "103-B", "103-C", "102-B"):
        refusal: Refused = shelter.refused(place_client, wish(shelter, other, place))
        said.add((tuple(refusal.reasons), refusal.signable, str(refusal)))
    assert said == {((Reason.MASKED_RULE,), False, str(Reason.MASKED_RULE))}
    with shelter.house.database.reading() as session:
        told = [str(row) for row in session.execute(select(AuditPayload.payload)).scalars()]
    assert sum("kept_apart" in each for each in told) == 3
    assert sum("own_room_needed" in each for each in told) == 2
