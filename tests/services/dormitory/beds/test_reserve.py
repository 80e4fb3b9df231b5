# SPDX-License-Identifier: Apache-2.0
"""Reservations: only free beds, only for a time, legal for whom they are made."""

from datetime import timedelta

import pytest
from sqlalchemy import select, update

from app.errors import Denied
from app.models.audit import AuditPayload
from app.models.dormitory.holds import Hold
from app.models.dormitory.rooms import Bed
from app.policies.access import Right
from app.policies.dormitory.beds.holds import BlockKind, HoldEnd
from app.policies.reasons import Reason
from app.services.acts import act
from app.services.dormitory.beds.block import BlockPlace, block_place
from app.services.dormitory.beds.place import PlaceClient, place_client
from app.services.dormitory.beds.reservations import reservations
from app.services.dormitory.beds.reserve import ReleaseBeds, ReserveBeds, release_beds, reserve_beds
from tests.conftest import NIGHT, Shelter

AT_EIGHT = NIGHT + timedelta(hours=6)


@act(Right.PLACE_CLIENT)
def take_out_of_use(session, _context, bed_id) -> None:
    """Stand in for the act that takes a bed out of use."""
    session.execute(update(Bed).where(Bed.id == bed_id).values(out_of_use=True))


def wish(shelter: Shelter, *places: str, **other) -> ReserveBeds:
    beds = tuple(shelter.bed_id(place) for place in places)
    return ReserveBeds(beds, **{"label": "Polres Bogor", "expires_at": AT_EIGHT, **other})


def reserve(shelter: Shelter, *places: str, **other):
    return shelter.act(reserve_beds, wish(shelter, *places, **other))


def ends(shelter: Shelter) -> list[HoldEnd | None]:
    with shelter.house.database.reading() as session:
        return list(session.execute(select(Hold.end_reason).order_by(Hold.id)).scalars())


def test_a_batch_is_listed_with_beds_label_and_minutes(shelter: Shelter) -> None:
    reserve(shelter, "102-A", "101-B", "101-A", label="  12 dari \n Polres  ")
    reserve(shelter, "103-A", label="Dinsos", expires_at=NIGHT + timedelta(hours=1))
    shelter.clock.move(minutes=10, seconds=30)
    soon, later = shelter.ask(reservations)
    assert (soon.label, soon.places, soon.minutes_left) == ("Dinsos", ("103-A",), 49)
    assert later.label == "12 dari Polres"
    assert later.places == ("101-A", "101-B", "102-A")
    assert (later.expires_at, later.held_by, later.person_id) == (AT_EIGHT, "Dewi", None)


def test_nobody_else_gets_a_reserved_bed_and_undo_frees_it(shelter: Shelter) -> None:
    done = reserve(shelter, "101-A")
    woman = shelter.arrive("Bunga", "30")
    command = PlaceClient(woman.person_id, shelter.bed_id("101-A"))
    assert shelter.refused(place_client, command).reasons == (Reason.BED_RESERVED,)
    shelter.act(done.inverse.act, done.inverse.command)
    assert shelter.ask(reservations) == ()
    shelter.act(place_client, command)
    assert ends(shelter) == [HoldEnd.RELEASED]


def test_lying_down_in_her_own_reserved_bed_takes_it(shelter: Shelter) -> None:
    woman = shelter.arrive("Bunga", "30")
    reserve(shelter, "101-A", person_id=woman.person_id)
    (line,) = shelter.ask(reservations)
    assert (line.person_id, line.name, line.number) == (woman.person_id, "Bunga", woman.number)
    shelter.place(woman.person_id, "101-A")
    assert shelter.ask(reservations) == ()
    assert ends(shelter) == [HoldEnd.TAKEN]


def test_a_reservation_ends_by_itself_at_its_hour(shelter: Shelter) -> None:
    reserve(shelter, "101-A")
    shelter.clock.move(hours=6)
    assert shelter.ask(reservations) == ()
    reserve(shelter, "101-A", expires_at=AT_EIGHT + timedelta(days=1))
    assert ends(shelter) == [HoldEnd.EXPIRED, None]


def test_the_hold_of_another_stands_and_nothing_is_kept_of_the_rest(shelter: Shelter) -> None:
    reserve(shelter, "101-A")
    command = wish(shelter, "101-B", "101-A", label="Dinsos")
    assert shelter.refused(reserve_beds, command).reasons == (Reason.BED_RESERVED,)
    (line,) = shelter.ask(reservations)
    assert (line.label, line.places) == ("Polres Bogor", ("101-A",))


def test_the_same_person_can_be_expected_longer(shelter: Shelter) -> None:
    woman = shelter.arrive("Bunga", "30")
    reserve(shelter, "101-A", person_id=woman.person_id)
    longer = AT_EIGHT + timedelta(days=2)
    reserve(shelter, "101-A", person_id=woman.person_id, expires_at=longer)
    (line,) = shelter.ask(reservations)
    assert line.expires_at == longer
    assert ends(shelter) == [HoldEnd.RELEASED, None]


@pytest.mark.parametrize(
    ("label", "reason"),
    [
        ("", Reason.NOTHING_TO_WRITE),
        (" \n\t\u202e", Reason.NOTHING_TO_WRITE),
        ("x" * 81, Reason.TEXT_TOO_LONG),
        ("x" * 601, Reason.TEXT_TOO_LONG),
    ],
)
def test_a_label_that_cannot_be_kept_is_told_at_its_field(
    shelter: Shelter, label: str, reason: Reason
) -> None:
    refused = shelter.refused(reserve_beds, wish(shelter, "101-A", label=label))
    assert (refused.field, refused.reasons) == ("label", (reason,))


@pytest.mark.parametrize(
    "after", [timedelta(0), timedelta(hours=-1), timedelta(days=14, seconds=1)]
)
def test_a_bed_is_kept_for_fourteen_days_at_most(shelter: Shelter, after: timedelta) -> None:
    command = wish(shelter, "101-A", expires_at=NIGHT + after)
    refused = shelter.refused(reserve_beds, command)
    assert (refused.field, refused.reasons) == ("expires_at", (Reason.HOLD_LIMIT,))
    reserve(shelter, "101-A", label="x" * 80, expires_at=NIGHT + timedelta(days=14))


def test_only_free_usable_beds_are_kept(shelter: Shelter) -> None:
    shelter.place(shelter.arrive("Bunga", "30").person_id, "101-A")
    shelter.act(take_out_of_use, shelter.bed_id("101-B"))
    closed = shelter.bed_id("102-A")
    day = NIGHT.date() + timedelta(days=3)
    shelter.act(
        block_place, BlockPlace(closed, None, BlockKind.REPAIR, "rangka ranjang patah", day)
    )
    for place, reason in (
        ("101-A", Reason.BED_TAKEN),
        ("101-B", Reason.BED_OUT_OF_USE),
        ("102-A", Reason.BED_BLOCKED),
    ):
        assert shelter.refused(reserve_beds, wish(shelter, place)).reasons == (reason,)
    everything = shelter.refused(reserve_beds, wish(shelter, "101-A", "101-B", "102-A"))
    assert set(everything.reasons) == {
        Reason.BED_TAKEN,
        Reason.BED_OUT_OF_USE,
        Reason.BED_BLOCKED,
    }


def test_no_bed_or_an_unknown_one_is_refused(shelter: Shelter) -> None:
    woman = shelter.arrive("Bunga", "30")
    for beds in ((), (woman.person_id,), (shelter.bed_id("101-A"), woman.person_id)):
        refused = shelter.refused(reserve_beds, ReserveBeds(beds, "Polres", AT_EIGHT))
        assert refused.reasons == (Reason.BED_UNKNOWN,)
    twice = shelter.bed_id("101-A")
    done = shelter.act(reserve_beds, ReserveBeds((twice, twice), "Polres", AT_EIGHT))
    assert len(done.value.hold_ids) == 1


def test_a_bed_for_a_person_must_be_legal_for_her(shelter: Shelter) -> None:
    girl = shelter.arrive("Kenanga", "12")
    refused = shelter.refused(reserve_beds, wish(shelter, "101-A", person_id=girl.person_id))
    assert refused.reasons == (Reason.WING_FOR_ADULTS,)
    reserve(shelter, "201-A", person_id=girl.person_id)


def test_who_sleeps_elsewhere_may_have_a_bed_kept_and_who_left_may_not(shelter: Shelter) -> None:
    woman = shelter.arrive("Bunga", "30")
    shelter.place(woman.person_id, "101-A")
    reserve(shelter, "102-A", person_id=woman.person_id)
    refused = shelter.refused(
        reserve_beds, wish(shelter, "103-A", person_id=shelter.bed_id("101-A"))
    )
    assert refused.reasons == (Reason.PERSON_LEFT,)


def test_release_frees_what_was_not_taken_and_can_be_taken_back(shelter: Shelter) -> None:
    woman = shelter.arrive("Bunga", "30")
    batch = reserve(shelter, "101-A", "101-B", person_id=woman.person_id).value
    shelter.place(woman.person_id, "101-A")
    done = shelter.act(release_beds, ReleaseBeds(batch.hold_ids))
    assert shelter.ask(reservations) == ()
    again = shelter.refused(release_beds, ReleaseBeds(batch.hold_ids))
    assert again.reasons == (Reason.MOVED_ON,)
    shelter.act(done.inverse.act, done.inverse.command)
    (line,) = shelter.ask(reservations)
    assert (line.places, line.label, line.expires_at) == (("101-B",), "Polres Bogor", AT_EIGHT)


def test_the_secretariat_sees_beds_and_hours_only(shelter: Shelter) -> None:
    woman = shelter.arrive("Bunga", "30")
    reserve(shelter, "101-A", person_id=woman.person_id, label="Bunga dari Bogor")
    (line,) = shelter.ask(reservations, None, "eko")
    assert (line.places, line.label, line.name, line.number, line.person_id) == (
        ("101-A",),
        "",
        "",
        "",
        None,
    )
    with pytest.raises(Denied):
        shelter.act(reserve_beds, wish(shelter, "102-A"), "eko")


def test_the_audit_never_holds_the_label(shelter: Shelter) -> None:
    reserve(shelter, "101-A", label="Rahasia keluarga")
    with shelter.house.database.reading() as session:
        told = " ".join(session.execute(select(AuditPayload.payload)).scalars())
    assert "beds" in told
    assert "Rahasia" not in told
